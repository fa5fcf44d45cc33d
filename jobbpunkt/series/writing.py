"""Adding series, putting them right, and removing those that have no occasions."""

from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base import approximate, checks, fields
from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.words import N_
from jobbpunkt.register import naming
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.series.fields import FIELDS, SeriesData
from models.event import Event, EventSeries


def create(uow: Writing, data: SeriesData) -> Change:
    """Add a series."""
    uow.require(Permission.EDIT_EVENTS)
    row = EventSeries()
    _write(uow, row, data)
    return uow.change(uow.add(row), N_("The series has been added."))


def change(uow: Writing, series_id: UUID, version: int, data: SeriesData) -> Change:
    """Save a series as the form has it; its occasions stay within it."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(EventSeries, series_id, version)
    _write(uow, row, data)
    return uow.change(row, N_("The series has been saved."))


def remove(uow: Writing, series_id: UUID, version: int) -> Change:
    """Remove a series that has no occasions."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(EventSeries, series_id, version)
    if uow.session.scalar(select(Event.id).where(Event.series_id == series_id).limit(1)) is not None:
        raise UserError("{name} has occasions. Move or remove them first.", name=row.name)
    uow.remove(row)
    return uow.change_of(series_id, N_("The series has been removed."))


def _write(uow: Reading, row: EventSeries, data: SeriesData) -> None:
    values = fields.checked(FIELDS, data)
    if naming.is_taken(uow, select(EventSeries.id, EventSeries.name), values["name"], row.id):
        raise InvalidInput("There is a series called {name} already. Give it another name.", field="name", name=values["name"])
    checks.day_order(data.starts_on, data.ends_on, field="ends_on")
    checks.year(data.told_year, field="told_year")
    said = approximate.agreed(data.attendance, data.attendance_said, field="attendance", words="attendance_said")
    values["attendance"], values["attendance_said"] = said
    _around_its_occasions(uow, row, data)
    fields.put(row, values)


def _around_its_occasions(uow: Reading, row: EventSeries, data: SeriesData) -> None:
    """Refuse a period that an occasion of the series would fall out of."""
    if row.id is None:
        return
    query = select(func.min(Event.starts_at), func.max(Event.starts_at)).where(Event.series_id == row.id)
    for earliest, latest in uow.session.execute(query):
        if earliest is None or latest is None:
            return
        first, last = day_of(earliest), day_of(latest)
        if data.starts_on > first or (data.ends_on is not None and data.ends_on < last):
            raise InvalidInput(
                "Its occasions reach from {first} to {last}. Choose a period that holds them.",
                field="starts_on" if data.starts_on > first else "ends_on",
                first=first.isoformat(),
                last=last.isoformat(),
            )
