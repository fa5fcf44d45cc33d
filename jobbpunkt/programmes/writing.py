"""Adding programmes, extending them, and letting people take part."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base import checks, fields
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import N_
from jobbpunkt.programmes.fields import FIELDS, ProgrammeData
from jobbpunkt.register import naming
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.person import Person
from models.programme import Programme, ProgrammeEnrolment, ProgrammeExtension
from models.shift import Shift


def create(uow: Writing, data: ProgrammeData) -> Change:
    """Add a programme."""
    uow.require(Permission.EDIT_EVENTS)
    row = Programme()
    _write(uow, row, data)
    return uow.change(uow.add(row), N_("The programme has been added."))


def change(uow: Writing, programme_id: UUID, version: int, data: ProgrammeData) -> Change:
    """Put a programme's facts right; a decision to go on longer is noted by `extend`."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(Programme, programme_id, version)
    _write(uow, row, data)
    return uow.change(row, N_("The programme has been saved."))


def _write(uow: Reading, row: Programme, data: ProgrammeData) -> None:
    values = fields.checked(FIELDS, data)
    if naming.is_taken(uow, select(Programme.id, Programme.name), values["name"], row.id):
        raise InvalidInput("There is a project called {name} already. Give it another name.", field="name", name=values["name"])
    checks.day_order(data.starts_on, data.ends_on, field="ends_on")
    if row.ends_on != data.ends_on:
        _after_its_shifts(uow, row, data.ends_on, field="ends_on")
    fields.put(row, values)


def _after_its_shifts(uow: Reading, row: Programme, last: date | None, *, field: str) -> None:
    """Refuse an end before a shift: it would be held in no programme."""
    if row.id is None or last is None:
        return
    held = Shift.programme_id == row.id, Shift.cancelled.is_(False), Shift.day > last
    latest = uow.session.scalar(select(func.max(Shift.day)).where(*held))
    if latest is not None:
        raise InvalidInput(
            "There is a shift on {day}. Choose an end on that day or later, or cancel the shifts after the end first.",
            field=field,
            day=latest.isoformat(),
        )


def extend(
    uow: Writing, programme_id: UUID, version: int, *, new_end: date, reason: str = "", decided_on: date | None = None
) -> Change:
    """Move a programme's end later and keep the decision."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(Programme, programme_id, version)
    extension = ProgrammeExtension(programme_id=row.id, previous_end=row.ends_on)
    _write_extension(uow, extension, new_end, reason, decided_on)
    uow.add(extension)
    row.ends_on = new_end
    return uow.change(row, N_("The programme has been extended."))


def change_extension(
    uow: Writing, extension_id: UUID, version: int, *, new_end: date, reason: str = "", decided_on: date | None = None
) -> Change:
    """Put a decision to go on longer right; if the programme ends by it, its end moves too."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(ProgrammeExtension, extension_id, version)
    programme = uow.get(Programme, row.programme_id)
    if programme.ends_on == row.new_end:
        _after_its_shifts(uow, programme, new_end, field="new_end")
        programme.ends_on = new_end
    _write_extension(uow, row, new_end, reason, decided_on)
    return uow.change(row, N_("The extension has been saved."))


def remove_extension(uow: Writing, extension_id: UUID, version: int) -> Change:
    """Take away a decision that was noted by mistake; if the programme ends by it, the end before is back."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(ProgrammeExtension, extension_id, version)
    programme = uow.get(Programme, row.programme_id)
    if programme.ends_on == row.new_end:
        _after_its_shifts(uow, programme, row.previous_end, field="new_end")
        programme.ends_on = row.previous_end
    uow.remove(row)
    return uow.change(row, N_("The extension has been removed."))


def _write_extension(uow: Reading, row: ProgrammeExtension, new_end: date, reason: str, decided_on: date | None) -> None:
    checks.day_order(row.previous_end, checks.day(new_end, field="new_end"), field="new_end")
    row.new_end, row.reason = new_end, checks.text(reason, field="reason", longest=checks.NOTE)
    row.decided_on = checks.past_day(decided_on, uow.clock.today(), field="decided_on")


def state_participants(uow: Writing, programme_id: UUID, version: int, number: int | None) -> Change:
    """Note how many take part as the programme's leaders state it; None when nobody has stated it."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(Programme, programme_id, version)
    row.stated_participants = checks.whole(number, field="stated_participants")
    return uow.change(row, N_("The number of participants has been noted."))


def enrol(uow: Writing, programme_id: UUID, person_id: UUID, *, starts_on: date, ends_on: date | None = None) -> Change:
    """Let a person take part in a programme."""
    uow.require(Permission.EDIT_PEOPLE)
    uow.get(Programme, programme_id)
    uow.get(Person, person_id)
    checks.day_order(checks.day(starts_on, field="starts_on"), ends_on, field="ends_on")
    row = ProgrammeEnrolment(programme_id=programme_id, person_id=person_id, starts_on=starts_on, ends_on=ends_on)
    return uow.change(uow.add(row), N_("The participant has been added."))


def change_participation(uow: Writing, participation_id: UUID, version: int, *, starts_on: date, ends_on: date | None) -> Change:
    """Put the days right on which a person's time in a programme began and ended."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.fresh(ProgrammeEnrolment, participation_id, version)
    checks.day_order(checks.day(starts_on, field="starts_on"), checks.day(ends_on, field="ends_on"), field="ends_on")
    row.starts_on, row.ends_on = starts_on, ends_on
    return uow.change(row, N_("The participant's days have been saved."))


def remove_participation(uow: Writing, participation_id: UUID, version: int) -> Change:
    """Remove a place in a programme that was noted by mistake; it can be undone."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.fresh(ProgrammeEnrolment, participation_id, version)
    uow.remove(row)
    return uow.change(row, N_("The participant has been removed from the programme."))
