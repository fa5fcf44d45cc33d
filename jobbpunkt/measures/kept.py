"""Whether anybody wrote anything down: nothing counted is zero only where something of its kind is on record.

Each function tells whether the register holds anything of a period that a figure could have been counted from.
"""

from sqlalchemy import ColumnElement, exists, or_, select

from jobbpunkt.measures.result import Period
from jobbpunkt.unit_of_work import UnitOfWork
from models.application import Application
from models.case import Case
from models.coaching import CoachingSession
from models.cv import CvVersion, LetterVersion
from models.event import Event
from models.plan import PlanVersion
from models.programme import Assignment, Programme


def work(uow: UnitOfWork, period: Period) -> bool:
    """Tell whether there is an enrolment, a meeting, a paper, an application or an adopted plan of the period."""
    start, end = period.instants
    dated = (CoachingSession.starts_at, CvVersion.made_at, LetterVersion.made_at, PlanVersion.adopted_at)
    sent = Application.applied_on.between(period.first, period.last)
    return _any(uow, _enrolled(period), sent, *((column >= start) & (column < end) for column in dated))


def cooperations(uow: UnitOfWork, period: Period) -> bool:
    """Tell whether any enrolment of the period says with whom one works together about it."""
    return _any(uow, _enrolled(period) & Case.cooperation_id.is_not(None))


def events(uow: UnitOfWork, period: Period) -> bool:
    """Tell whether there is any event of the period, whatever its kind and however it went."""
    start, end = period.instants
    return _any(uow, (Event.starts_at >= start) & (Event.starts_at < end))


def assignments(uow: UnitOfWork, period: Period) -> bool:
    """Tell whether anybody was employed for a time in the period, whatever as."""
    begun = Assignment.starts_on <= period.last
    return _any(uow, begun & or_(Assignment.ends_on.is_(None), Assignment.ends_on >= period.first))


def programmes(uow: UnitOfWork, period: Period) -> bool:
    """Tell whether any programme runs in the period."""
    begun = or_(Programme.starts_on.is_(None), Programme.starts_on <= period.last)
    return _any(uow, begun & or_(Programme.ends_on.is_(None), Programme.ends_on >= period.first))


def _enrolled(period: Period) -> ColumnElement[bool]:
    return (Case.registered_on <= period.last) & or_(Case.closed_on.is_(None), Case.closed_on >= period.first)


def _any(uow: UnitOfWork, *conditions: ColumnElement[bool]) -> bool:
    return bool(uow.session.scalar(select(or_(*(exists().where(condition) for condition in conditions)))))
