"""Where a person worked, trained or studied in a month: days they were there, and never a word of why on others they were not."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import func, or_, select

from jobbpunkt.activities.month import ToldMonth
from jobbpunkt.documents.activities_data import Activity, Category, Deed
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.shifts.data import THERE
from models.case import Case, Outcome
from models.certificate import Certificate
from models.programme import Programme, ProgrammeEnrolment
from models.shift import Attendance, Shift
from models.vocabulary import OutcomeKind


def trained(uow: Reading, person_id: UUID, month: ToldMonth) -> Iterator[Activity]:
    """Yield the days on which somebody was there for work training, one line a programme."""
    days, spent = func.count(Shift.day.distinct()), func.sum(Attendance.minutes)
    query = select(Programme.id, Programme.name, func.min(Shift.day), func.max(Shift.day), days, spent)
    query = query.join(Shift, Shift.programme_id == Programme.id).join(Attendance, Attendance.shift_id == Shift.id)
    query = query.where(Attendance.person_id == person_id, Attendance.mark.in_(THERE), Attendance.minutes > 0)
    query = query.where(Shift.day.between(month.first, month.last))
    for key, name, first, last, count, minutes in uow.session.execute(query.group_by(Programme.id, Programme.name)):
        what = OutcomeKind.WORK_TRAINING
        yield Activity(key, Category.WORK, first, what, name, until=last, days=count, minutes=int(minutes))


def joined(uow: Reading, person_id: UUID, month: ToldMonth) -> Iterator[Activity]:
    """Yield the programmes that somebody joined, and the certificates of what they did there."""
    query = select(ProgrammeEnrolment.id, ProgrammeEnrolment.starts_on, Programme.name)
    query = query.join(Programme, Programme.id == ProgrammeEnrolment.programme_id)
    begun = query.where(ProgrammeEnrolment.person_id == person_id)
    for key, on, name in uow.session.execute(begun.where(ProgrammeEnrolment.starts_on.between(month.first, month.last))):
        yield Activity(key, Category.WORK, on, Deed.JOINED, name)
    query = select(Certificate.id, Certificate.accepted_on, Programme.name)
    query = query.join(Programme, Programme.id == Certificate.programme_id).where(Certificate.person_id == person_id)
    for key, on, name in uow.session.execute(query.where(Certificate.accepted_on.between(month.first, month.last))):
        yield Activity(key, Category.WORK, on, Deed.CERTIFIED, name)


def employed(uow: Reading, person_id: UUID, month: ToldMonth, *, places: bool) -> Iterator[Activity]:
    """Yield the work, internships and studies that went on in the month; with `places` also where."""
    query = select(Outcome).join(Case, Case.id == Outcome.case_id).where(Case.person_id == person_id)
    query = query.where(Outcome.starts_on <= month.last, or_(Outcome.ends_on.is_(None), Outcome.ends_on >= month.first))
    for row in uow.session.scalars(query):
        ended = row.ends_on if row.ends_on is not None and row.ends_on <= month.last else None
        place = row.place if places else ""
        yield Activity(row.id, Category.WORK, row.starts_on, row.kind, place=place, until=ended, goes_on=ended is None)
