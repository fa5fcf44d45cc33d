"""Whether work lasted at least an unbroken month: as somebody says, else as its last day or a follow-up tells, else not known."""

import calendar
from collections.abc import Iterable
from datetime import date

from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.cases.data import FollowUpView, NewOutcome, OutcomeView
from models.vocabulary import WORK_KINDS, Answer, OutcomeKind


def first_month_ends(starts_on: date) -> date:
    """Return the last day of the first unbroken month: 14 April for 15 March, the last of February for 31 January."""
    if starts_on.day == 1:
        return starts_on.replace(day=_days(starts_on.year, starts_on.month))
    year, month = (starts_on.year + 1, 1) if starts_on.month == 12 else (starts_on.year, starts_on.month + 1)
    return date(year, month, min(starts_on.day - 1, _days(year, month)))


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def lasted(outcome: OutcomeView, today: date) -> Answer:
    """Return whether work lasted its first month, as far as anything that is written down tells it."""
    if outcome.lasted_month is not Answer.NOT_STATED:
        return outcome.lasted_month
    month = first_month_ends(outcome.starts_on)
    if outcome.ends_on is not None and outcome.ends_on <= today:
        return Answer.YES if outcome.ends_on >= month else Answer.NO
    return _as_asked(outcome.follow_ups, month)


def _as_asked(follow_ups: Iterable[FollowUpView], month: date) -> Answer:
    """Return what was answered: that it held after the month, or that it had ended before."""
    asked = [(one.holds, one.asked_on) for one in follow_ups if one.holds is not None and one.asked_on is not None]
    if any(holds and day >= month for holds, day in asked):
        return Answer.YES
    return Answer.NO if any(not holds and day <= month for holds, day in asked) else Answer.NOT_STATED


def checked(new: NewOutcome, today: date) -> tuple[Answer, Answer]:
    """Return whether it lasted and whether it entitles to student finance, each only of what it is asked of; or refuse."""
    of_work = new.lasted_month if new.kind in WORK_KINDS else Answer.NOT_STATED
    _refuse_impossible(of_work, new, today)
    return of_work, new.student_finance if new.kind is OutcomeKind.STUDIES else Answer.NOT_STATED


def _refuse_impossible(said: Answer, new: NewOutcome, today: date) -> None:
    month, day = first_month_ends(new.starts_on), new.ends_on
    if said is Answer.YES and month > today:
        raise InvalidInput("The first month ends {day}. Say then whether it lasted.", field="lasted_month", day=month)
    if day is None:
        return
    if said is Answer.YES and day < month:
        raise InvalidInput("The last day is within the first month. Change the one or the other.", field="lasted_month")
    if said is Answer.NO and day >= month:
        raise InvalidInput("The last day is after the first month. Change the one or the other.", field="lasted_month")
