"""Programmes such as Kvinna för Bäckby: their period with its extensions, and who takes part; residents employed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt import checks
from jobbpunkt.changes import Change
from jobbpunkt.i18n import N_
from jobbpunkt.people import PersonName, names
from jobbpunkt.permissions import Permission
from jobbpunkt.reads import depends_on
from jobbpunkt.unit_of_work import UnitOfWork
from models.person import Person
from models.programme import Assignment, Programme, ProgrammeEnrolment, ProgrammeExtension
from models.vocabulary import AssignmentRole


@dataclass(frozen=True, slots=True)
class ProgrammeData:
    """What is typed about a programme; a day that nobody recorded is None."""

    name: str
    site: str
    purpose: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """A decision that moved a programme's end."""

    id: UUID
    version: int
    new_end: date
    reason: str
    decided_on: date | None


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """A programme as read; `participants` are those who have been enrolled in it."""

    id: UUID
    version: int
    data: ProgrammeData
    extensions: tuple[Extension, ...]
    participants: int
    stated: int | None


@dataclass(frozen=True, slots=True)
class Participation:
    """That a person takes part in a programme."""

    id: UUID
    version: int
    person_id: UUID
    name: PersonName
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class Place:
    """A person's place in a programme, by the programme's name."""

    programme_id: UUID
    programme: str
    starts_on: date
    ends_on: date | None

    def runs(self, day: date) -> bool:
        """Tell whether the person takes part on a day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True)
class NewAssignment:
    """A resident to be employed for a period."""

    role: AssignmentRole
    name: str
    areas: str
    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """An assignment as read."""

    id: UUID
    version: int
    data: NewAssignment


def create(uow: UnitOfWork, data: ProgrammeData) -> Change:
    """Add a programme."""
    uow.require(Permission.EDIT_EVENTS)
    row = Programme()
    _write(row, data)
    return uow.change(uow.add(row), N_("The programme has been added."))


def change(uow: UnitOfWork, programme_id: UUID, version: int, data: ProgrammeData) -> Change:
    """Put a programme's facts right; a decision to go on longer is noted by `extend`."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(Programme, programme_id, version)
    _write(row, data)
    return uow.change(row, N_("The programme has been saved."))


def _write(row: Programme, data: ProgrammeData) -> None:
    row.name = checks.line(data.name, field="name", required=True)
    row.site = checks.line(data.site, field="site")
    row.purpose = checks.text(data.purpose, field="purpose", longest=checks.NOTE)
    row.starts_on = checks.day(data.starts_on, field="starts_on")
    row.ends_on = checks.day(data.ends_on, field="ends_on")
    checks.day_order(data.starts_on, data.ends_on, field="ends_on")


def extend(
    uow: UnitOfWork, programme_id: UUID, version: int, *, new_end: date, reason: str = "", decided_on: date | None = None
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
    uow: UnitOfWork, extension_id: UUID, version: int, *, new_end: date, reason: str = "", decided_on: date | None = None
) -> Change:
    """Put a decision to go on longer right; if the programme ends by it, its end moves too."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(ProgrammeExtension, extension_id, version)
    programme = uow.get(Programme, row.programme_id)
    if programme.ends_on == row.new_end:
        programme.ends_on = new_end
    _write_extension(uow, row, new_end, reason, decided_on)
    return uow.change(row, N_("The extension has been saved."))


def remove_extension(uow: UnitOfWork, extension_id: UUID, version: int) -> Change:
    """Take away a decision that was noted by mistake; if the programme ends by it, the end before is back."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(ProgrammeExtension, extension_id, version)
    programme = uow.get(Programme, row.programme_id)
    if programme.ends_on == row.new_end:
        programme.ends_on = row.previous_end
    uow.remove(row)
    return uow.change(row, N_("The extension has been removed."))


def _write_extension(uow: UnitOfWork, row: ProgrammeExtension, new_end: date, reason: str, decided_on: date | None) -> None:
    checks.day_order(row.previous_end, checks.day(new_end, field="new_end"), field="new_end")
    row.new_end, row.reason = new_end, checks.text(reason, field="reason", longest=checks.NOTE)
    row.decided_on = checks.past_day(decided_on, uow.clock.today(), field="decided_on")


def state_participants(uow: UnitOfWork, programme_id: UUID, version: int, number: int | None) -> Change:
    """Note how many take part as the programme's leaders state it; None when nobody has stated it."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(Programme, programme_id, version)
    row.stated_participants = checks.whole(number, field="stated_participants")
    return uow.change(row, N_("The number of participants has been noted."))


def enrol(uow: UnitOfWork, programme_id: UUID, person_id: UUID, *, starts_on: date, ends_on: date | None = None) -> Change:
    """Let a person take part in a programme."""
    uow.require(Permission.EDIT_PEOPLE)
    uow.get(Programme, programme_id)
    uow.get(Person, person_id)
    checks.day_order(checks.day(starts_on, field="starts_on"), ends_on, field="ends_on")
    row = ProgrammeEnrolment(programme_id=programme_id, person_id=person_id, starts_on=starts_on, ends_on=ends_on)
    return uow.change(uow.add(row), N_("The participant has been added."))


@depends_on(Programme, ProgrammeEnrolment, ProgrammeExtension)
def programmes(uow: UnitOfWork) -> tuple[ProgrammeView, ...]:
    """Return every programme, by name."""
    uow.require(Permission.SEE_PEOPLE)
    taking_part = func.count(func.distinct(ProgrammeEnrolment.person_id))
    counts = uow.session.execute(select(ProgrammeEnrolment.programme_id, taking_part).group_by(ProgrammeEnrolment.programme_id))
    counted = dict(counts.all())
    moved: dict[UUID, tuple[Extension, ...]] = {}
    for row in uow.session.scalars(select(ProgrammeExtension).order_by(ProgrammeExtension.new_end)):
        seen = Extension(row.id, row.version, row.new_end, row.reason, row.decided_on)
        moved[row.programme_id] = (*moved.get(row.programme_id, ()), seen)
    found = uow.session.scalars(select(Programme).order_by(Programme.name))
    return tuple(_view(row, moved.get(row.id, ()), counted.get(row.id, 0)) for row in found)


def _view(row: Programme, extensions: tuple[Extension, ...], participants: int) -> ProgrammeView:
    return ProgrammeView(row.id, row.version, _data(row), extensions, participants, row.stated_participants)


def _data(row: Programme) -> ProgrammeData:
    return ProgrammeData(row.name, row.site, row.purpose, row.starts_on, row.ends_on)


@depends_on(Person, ProgrammeEnrolment)
def participants(uow: UnitOfWork, programme_id: UUID) -> tuple[Participation, ...]:
    """Return who takes part in a programme, by name."""
    uow.require(Permission.SEE_PEOPLE)
    rows = uow.session.scalars(select(ProgrammeEnrolment).where(ProgrammeEnrolment.programme_id == programme_id)).all()
    called = names(uow, [row.person_id for row in rows])
    found = (Participation(row.id, row.version, row.person_id, called[row.person_id], row.starts_on, row.ends_on) for row in rows)
    return tuple(sorted(found, key=lambda row: row.name.key))


def places(uow: UnitOfWork, person_id: UUID | None = None) -> dict[UUID, tuple[Place, ...]]:
    """Return the places in programmes of one person, or of everybody who has one, by person; the latest begun first."""
    uow.require(Permission.SEE_PEOPLE)
    row = ProgrammeEnrolment
    query = select(row.person_id, Programme.id, Programme.name, row.starts_on, row.ends_on).join(Programme)
    if person_id is not None:
        query = query.where(row.person_id == person_id)
    found: dict[UUID, tuple[Place, ...]] = {}
    for person, programme, name, first, last in uow.session.execute(query.order_by(row.starts_on.desc(), Programme.name)):
        found[person] = (*found.get(person, ()), Place(programme, name, first, last))
    return found


def change_participation(
    uow: UnitOfWork, participation_id: UUID, version: int, *, starts_on: date, ends_on: date | None
) -> Change:
    """Put the days right on which a person's time in a programme began and ended."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.fresh(ProgrammeEnrolment, participation_id, version)
    checks.day_order(checks.day(starts_on, field="starts_on"), checks.day(ends_on, field="ends_on"), field="ends_on")
    row.starts_on, row.ends_on = starts_on, ends_on
    return uow.change(row, N_("The participant's days have been saved."))


def remove_participation(uow: UnitOfWork, participation_id: UUID, version: int) -> Change:
    """Remove a place in a programme that was noted by mistake; it can be undone."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.fresh(ProgrammeEnrolment, participation_id, version)
    uow.remove(row)
    return uow.change(row, N_("The participant has been removed from the programme."))


@depends_on(Assignment)
def assignments(uow: UnitOfWork) -> tuple[AssignmentRow, ...]:
    """Return the residents who were or are employed, the latest first."""
    uow.require(Permission.SEE_CAMPAIGNS)
    rows = uow.session.scalars(select(Assignment).order_by(Assignment.starts_on.desc(), Assignment.name))
    return tuple(
        AssignmentRow(row.id, row.version, NewAssignment(row.role, row.name, row.areas, row.starts_on, row.ends_on))
        for row in rows
    )


def remove_assignment(uow: UnitOfWork, assignment_id: UUID) -> Change:
    """Remove an assignment that was noted by mistake; it can be undone."""
    uow.require(Permission.EDIT_EVENTS)
    uow.remove(uow.get(Assignment, assignment_id))
    return uow.change_of(assignment_id, N_("The assignment has been removed."))


def employ(uow: UnitOfWork, new: NewAssignment) -> Change:
    """Note that a resident was employed for a period, for example as a safety ambassador."""
    uow.require(Permission.EDIT_EVENTS)
    row = Assignment()
    _write_assignment(row, new)
    return uow.change(uow.add(row), N_("The assignment has been noted."))


def change_assignment(uow: UnitOfWork, assignment_id: UUID, version: int, new: NewAssignment) -> Change:
    """Put an assignment right."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(Assignment, assignment_id, version)
    _write_assignment(row, new)
    return uow.change(row, N_("The assignment has been saved."))


def _write_assignment(row: Assignment, new: NewAssignment) -> None:
    checks.day_order(checks.day(new.starts_on, field="starts_on"), checks.day(new.ends_on, field="ends_on"), field="ends_on")
    row.role = new.role
    row.name = checks.line(new.name, field="name", longest=checks.NAME, required=True)
    row.areas = checks.line(new.areas, field="areas", required=True)
    row.starts_on, row.ends_on = new.starts_on, new.ends_on
