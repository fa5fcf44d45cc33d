"""What has left the program is remembered: every number of every report that was printed or written to a file."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, select

from jobbpunkt.base.ids import new_id
from jobbpunkt.disclosure.data import Key, Released, Told
from jobbpunkt.disclosure.hiding import Decision, Figures, decide
from jobbpunkt.disclosure.relations import Natures
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.account import User
from models.report_release import ReportRelease

_YEAR = timedelta(366)


@depends_on(ReportRelease, User)
def around(uow: Reading, first: date, last: date) -> tuple[Released, ...]:
    """Return what has left of days within a year of these, the latest last: no earlier or later days tell of them."""
    uow.require(Permission.SEE_PROGRAMME_REPORT)
    near = (ReportRelease.last_day >= first - _YEAR, ReportRelease.first_day <= last + _YEAR)
    return tuple(map(_released, uow.session.execute(_query().where(*near))))


def decided(uow: Reading, figures: Figures, natures: Natures, days: tuple[date, date]) -> Decision:
    """Decide about figures of some days, held against what has left before."""
    return decide(figures, natures, around(uow, *days) if figures else ())


def about_to(uow: Reading, days: tuple[date, date], told: Told) -> Released:
    """Return what is about to leave in the same report."""
    return Released(new_id(), "", "", *days, uow.clock.now(), uow.user.name, told)


@depends_on(ReportRelease, User)
def all_released(uow: Reading) -> tuple[Released, ...]:
    """Return all that has left, the latest first, for whoever leads the work or administers the register."""
    uow.require(Permission.SEE_REPORTS)
    return tuple(reversed([_released(row) for row in uow.session.execute(_query())]))


def remember(
    uow: Writing, report: str, form: str, days: tuple[date, date], told: Told, campaign: UUID | None = None
) -> UUID | None:
    """Note what leaves; a report that tells of nobody leaves nothing to remember, and gives None."""
    uow.require(Permission.SEE_PROGRAMME_REPORT)
    if not told:
        return None
    row = ReportRelease(
        at=uow.clock.now(),
        by_id=uow.user.id,
        report=report,
        written_as=form,
        first_day=days[0],
        last_day=days[1],
        data_on=uow.clock.today(),
        campaign_id=campaign,
        figures={"told": [_listed(key, value) for key, value in told.items()]},
    )
    return uow.add(row).id


def _query() -> Select[*tuple[Any, ...]]:
    row = ReportRelease
    columns = (row.id, row.report, row.written_as, row.first_day, row.last_day, row.at, User.name, row.figures)
    return select(*columns).join(User, User.id == row.by_id).order_by(row.at, row.id)


def _released(row: Row[*tuple[Any, ...]]) -> Released:
    key, report, form, first, last, at, by, figures = row
    return Released(key, report, form, first, last, at, by, dict(map(_read, _lines(figures))))


def _lines(figures: dict[str, Any]) -> Iterable[list[Any]]:
    found: list[list[Any]] = figures.get("told", [])
    return found


def _read(line: list[Any]) -> tuple[Key, int | None]:
    measure, kind, group, first, last, value = line
    return Key(measure, kind, group, date.fromisoformat(first), date.fromisoformat(last)), value


def _listed(key: Key, value: int | None) -> list[str | int | None]:
    return [key.measure, key.kind, key.group, key.first.isoformat(), key.last.isoformat(), value]
