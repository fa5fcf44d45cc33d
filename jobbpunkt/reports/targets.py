"""What a year aims at: a number for each figure of the annual report, typed by who leads."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import N_
from jobbpunkt.measures import Measure, MeasureResult, of_report
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.report import YearTarget
from models.vocabulary import Unit


@dataclass(frozen=True, slots=True)
class Aim:
    """A figure that a year may aim at, and the number, if anybody has said one."""

    key: str
    label: str
    unit: Unit
    aim: int | None


def aimable() -> tuple[Measure, ...]:
    """Return the figures whose target is the year's own; that of an indicator stands with the indicator."""
    return tuple(entry for entry in of_report("annual") if entry.target is None)


@depends_on(YearTarget)
def targets_of(uow: Reading, year: int) -> tuple[Aim, ...]:
    """Return every figure of the annual report with what the year aims at."""
    uow.require(Permission.SEE_REPORTS)
    known = {row.key: row.aim for row in _rows(uow, year).values()}
    return tuple(Aim(entry.key, entry.label, entry.unit, known.get(entry.key)) for entry in aimable())


def set_targets(uow: Writing, year: int, aims: Mapping[str, int | None]) -> Change:
    """Save what a year aims at; a figure without a number has no target any more. What is not named stays."""
    uow.require(Permission.EDIT_EVENTS)
    checks.year(year, field="year")
    units = {entry.key: entry.unit for entry in aimable()}
    known = _rows(uow, year)
    changed = None
    for key, aim in aims.items():
        if key not in units:
            raise InvalidInput("The annual report has no figure called {key} that a year can aim at.", field=key, key=key)
        checks.whole(aim, field=key, most=100 if units[key] is Unit.SHARE else 1_000_000)
        row = known.get(key)
        if aim is None and row is not None:
            uow.remove(row)
        elif aim is not None:
            row = row or uow.add(YearTarget(year=year, key=key, aim=aim))
            row.aim = aim
        changed = row or changed
    return uow.change_of(changed.id if changed is not None else uow.transaction, N_("The targets have been saved."))


def with_targets(uow: Reading, year: int, results: tuple[MeasureResult, ...]) -> tuple[MeasureResult, ...]:
    """Return figures of a year with what it aims at, where they have no target of their own."""
    known = {aim.key: aim.aim for aim in targets_of(uow, year)}
    return tuple(replace(one, target=known.get(one.key)) if one.target is None else one for one in results)


def _rows(uow: Reading, year: int) -> dict[str, YearTarget]:
    return {row.key: row for row in uow.session.scalars(select(YearTarget).where(YearTarget.year == year))}
