"""Whether anybody wrote anything down: nothing counted is zero only where something of its kind is on record.

Each function tells whether the register holds anything of a period that a figure could have been counted from.
"""

from sqlalchemy import ColumnElement, Select, exists, or_, select

from jobbpunkt.measures.result import Period
from jobbpunkt.register.asking import Asked, asked_once, given
from jobbpunkt.register.unit_of_work import Reading
from models.application import Application
from models.assignment import Assignment
from models.case import Case
from models.coaching import CoachingSession
from models.cv import CvVersion, LetterVersion
from models.event import Event
from models.inspection import Inspection
from models.plan import PlanVersion
from models.programme import Programme
from models.shift import Attendance, Shift
from models.training import TrainingLevel
from models.vocabulary import ProgrammeKind


def work(uow: Reading, period: Period) -> bool:
    """Tell whether there is an enrolment, a meeting, a CV or letter, an application or an adopted plan of the period."""
    return _told(_work(), uow, period)


@asked_once
def _work() -> Select[bool]:
    dated = (CoachingSession.starts_at, CvVersion.made_at, LetterVersion.made_at, PlanVersion.adopted_at)
    sent = Application.applied_on.between(given("first"), given("last"))
    return _any(_enrolled(), sent, *((column >= given("start")) & (column < given("end")) for column in dated))


def cooperations(uow: Reading, period: Period) -> bool:
    """Tell whether any enrolment of the period says with whom one works together about it."""
    return _told(_cooperations(), uow, period)


@asked_once
def _cooperations() -> Select[bool]:
    return _any(_enrolled() & Case.cooperation_id.is_not(None))


def events(uow: Reading, period: Period) -> bool:
    """Tell whether there is any event of the period, whatever its kind and however it went."""
    return _told(_events(), uow, period)


@asked_once
def _events() -> Select[bool]:
    return _any((Event.starts_at >= given("start")) & (Event.starts_at < given("end")))


def assignments(uow: Reading, period: Period) -> bool:
    """Tell whether anybody was employed for a time in the period, whatever as."""
    return _told(_assignments(), uow, period)


@asked_once
def _assignments() -> Select[bool]:
    begun = Assignment.starts_on <= given("last")
    return _any(begun & or_(Assignment.ends_on.is_(None), Assignment.ends_on >= given("first")))


def inspections(uow: Reading, period: Period) -> bool:
    """Tell whether any inspection of the period was finished, whoever's work it was."""
    return _told(_inspections(), uow, period)


@asked_once
def _inspections() -> Select[bool]:
    held = (Inspection.held_at >= given("start")) & (Inspection.held_at < given("end"))
    return _any(held & Inspection.closed_at.is_not(None))


def shifts(uow: Reading, period: Period) -> bool:
    """Tell whether anybody was marked at a shift of the period."""
    return _told(_shifts(), uow, period)


@asked_once
def _shifts() -> Select[bool]:
    return _any((Attendance.shift_id == Shift.id) & Shift.day.between(given("first"), given("last")))


def training(uow: Reading, period: Period) -> bool:
    """Tell whether anybody was noted in the period at any level of the training."""
    return _told(_training(), uow, period)


@asked_once
def _training() -> Select[bool]:
    return _any(TrainingLevel.noted_on.between(given("first"), given("last")))


def programmes(uow: Reading, period: Period) -> bool:
    """Tell whether any programme with a group at work runs in the period."""
    return _told(_programmes(), uow, period)


@asked_once
def _programmes() -> Select[bool]:
    begun = or_(Programme.starts_on.is_(None), Programme.starts_on <= given("last"))
    at_work = Programme.kind == ProgrammeKind.WORK
    return _any(at_work & begun & or_(Programme.ends_on.is_(None), Programme.ends_on >= given("first")))


def _enrolled() -> ColumnElement[bool]:
    return (Case.registered_on <= given("last")) & or_(Case.closed_on.is_(None), Case.closed_on >= given("first"))


def _any(*conditions: ColumnElement[bool]) -> Select[bool]:
    return select(or_(*(exists().where(condition) for condition in conditions)))


def _told(asked: Asked[bool], uow: Reading, period: Period) -> bool:
    return asked.first(uow, **period.values) == (True,)
