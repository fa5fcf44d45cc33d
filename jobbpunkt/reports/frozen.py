"""Frozen reports: what was told is kept as it was, and what a report of the same days would say today stands beside it."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.words import N_, Words
from jobbpunkt.disclosure import PERSONS, is_small
from jobbpunkt.measures import Counted, MeasureResult, Period
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.reports.files import Format, drawing, gather, note_printed
from jobbpunkt.reports.reading import Kind, Report, ReportChoice, read, read_figure
from jobbpunkt.reports.records import RecordRow, rows_of
from models.account import User
from models.report import FrozenReport
from models.vocabulary import HistoryAction, Unit

_AT_MOST = 200  # records that a change shows
_PERSON = "person:"  # so the name of a record begins that is a person, behind a share as well


@dataclass(frozen=True, slots=True)
class FrozenRow:
    """A frozen report in the list: which, of which days, how far its data reached, why it was kept, when and by whom."""

    id: UUID
    choice: ReportChoice
    title: str
    data_to: date
    note: str
    made_at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that would be told otherwise today: what it was and is, and the records that came, went or changed.

    `is_redefined` says that the program means something else by it now. So few came or went that it is hidden (`is_few`) from
    who may not see the persons.
    """

    key: str
    label: str
    unit: Unit
    before: float | None
    after: float | None
    came: tuple[RecordRow, ...] = ()
    went: int = 0
    is_redefined: bool = False
    is_few: bool = False


def freeze(uow: Writing, choice: ReportChoice, words: Words, *, note: str) -> Change:
    """Keep a report as it stands: its figures with what they mean, the records behind them, and its pages."""
    uow.require(Permission.EDIT_EVENTS)
    tidy = checks.line(note, field="note", required=True)
    material = gather(uow, choice, words)
    report = material.report
    row = FrozenReport(
        kind=choice.kind.value,
        first=report.period.first,
        last=report.period.last,
        campaign_id=choice.campaign_id,
        title=report.campaign or choice.kind.label,
        data_to=report.through or report.period.last,
        note=tidy,
        made_at=uow.clock.now(),
        made_by=uow.user.id,
        result={one.key: _kept(one) for one in report.measures},
        behind=_packed(uow, report),
        pdf=drawing(material)(),
    )
    note_printed(uow, material, Format.PDF)  # what is kept to be handed out counts as having left
    return uow.change(uow.add(row), N_("The report has been frozen."), undoable=False)


@depends_on(FrozenReport, User)
def frozen_reports(uow: Reading) -> tuple[FrozenRow, ...]:
    """Return the frozen reports that the user may see, the latest first."""
    uow.require(Permission.SEE_REPORTS)
    columns = (FrozenReport, User.name)
    query = select(*columns).join(User, User.id == FrozenReport.made_by).order_by(FrozenReport.made_at.desc())
    return tuple(_row(row, name) for row, name in uow.session.execute(query))


def frozen_pdf(uow: Reading, frozen_id: UUID) -> bytes:
    """Return the pages of a frozen report, exactly as they were."""
    uow.require(Permission.SEE_REPORTS)
    return uow.get(FrozenReport, frozen_id).pdf


def note_frozen_printed(uow: Writing, frozen_id: UUID) -> Change:
    """Note that the pages of a frozen report are printed or saved; its figures left when it was frozen."""
    uow.require(Permission.SEE_REPORTS)
    row = uow.get(FrozenReport, frozen_id)
    uow.note(HistoryAction.PRINTED, noun="frozen_report", record_id=row.id)
    return uow.change_of(row.id, "", undoable=False)


def frozen_changes(uow: Reading, frozen_id: UUID, words: Words) -> tuple[FigureChange, ...]:
    """Return what a report of the same days would tell otherwise today, and which records make it so."""
    uow.require(Permission.SEE_REPORTS)
    row = uow.get(FrozenReport, frozen_id)
    choice = _choice(row)
    report = read(uow, choice)
    behind = _unpacked(row.behind)
    changed = [one for one in report.measures if _is_told_otherwise(_kept(one), row.result.get(one.key))]
    return tuple(_change(uow, choice, one, row.result.get(one.key, {}), behind.get(one.key), words) for one in changed)


def _change(
    uow: Reading,
    choice: ReportChoice,
    now: MeasureResult,
    before: Mapping[str, Any],
    behind: dict[str, int | None] | None,
    words: Words,
) -> FigureChange:
    """Return one figure then and now; who may not see people is told how many records came and went, and not which."""
    came: list[Counted] = []
    went = 0
    if behind is not None and not now.suppressed:
        found = {_name(one): one for one in read_figure(uow, choice, now.key).records}
        came = [one for name, one in found.items() if name not in behind or behind[name] != one.amount]
        went = sum(name not in found for name in behind)
    may_see = uow.user.may(Permission.SEE_PEOPLE) or not any(one.person is not None for one in came)
    rows = rows_of(uow, choice, now, came[:_AT_MOST], words) if may_see else ()
    redefined = bool(before) and before.get("definition") != now.definition
    # How many came follows of how many went, and of the figure then and now.
    numbers = (went,) if may_see else (went, len(came))
    of_persons = now.unit in PERSONS or any(name.startswith(_PERSON) for name in behind or ())
    few = of_persons and any(map(is_small, numbers)) and not uow.user.may(Permission.SEE_PEOPLE)
    return FigureChange(now.key, now.label, now.unit, before.get("value"), now.value, rows, 0 if few else went, redefined, few)


def _is_told_otherwise(now: dict[str, Any], before: dict[str, Any] | None) -> bool:
    """Tell whether a figure reads otherwise; a kind of group that it was not divided by then is no change."""
    if before is None:
        return True
    by = {key: told for key, told in now["by"].items() if key in before["by"]} if before["by"] else now["by"]
    return {**now, "by": by} != before


def _kept(one: MeasureResult) -> dict[str, Any]:
    """Return a figure as it is kept: what was hidden stays hidden."""
    by = {part.key: None if part.hidden else {cell.key: cell.value for cell in part.cells} for part in one.by or ()}
    return {
        "label": one.label,
        "definition": one.definition,
        "unit": one.unit.value,
        "value": one.value,
        "source": one.source.value,
        "target": one.target,
        "missing": one.missing,
        "suppressed": one.suppressed,
        "by": by,
    }


def _packed(uow: Reading, report: Report) -> bytes:
    """Return the records behind each figure that is shown; of a hidden one they would tell the number."""
    shown = [one for one in report.measures if not one.suppressed]
    found = {one.key: {_name(each): each.amount for each in read_figure(uow, report.choice, one.key).records} for one in shown}
    return zlib.compress(json.dumps(found, separators=(",", ":")).encode())


def _unpacked(behind: bytes) -> dict[str, dict[str, int | None]]:
    found: dict[str, dict[str, int | None]] = json.loads(zlib.decompress(behind))
    return found


def _name(one: Counted) -> str:
    return f"{one.noun}:{one.record.hex}"


def _choice(row: FrozenReport) -> ReportChoice:
    kind = next(one for one in Kind if one.value == row.kind)
    return ReportChoice(kind, None if kind is Kind.CAMPAIGN else Period(row.first, row.last), row.campaign_id)


def _row(row: FrozenReport, by: str) -> FrozenRow:
    return FrozenRow(row.id, _choice(row), row.title, row.data_to, row.note, row.made_at, by)
