"""What the year's records lack before its report is printed: how many, which figure it weighs on, and the records themselves."""

from collections.abc import Callable, Iterable
from datetime import date
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from jobbpunkt import events, reports
from jobbpunkt.base.clock import day_of, instant
from jobbpunkt.base.words import Words
from jobbpunkt.events import EventRow
from jobbpunkt.lead_day.data import BeforePrint, Lack, LackKind, year_to_print
from jobbpunkt.measures import Counted, MeasureResult, Period, evaluate, measure
from jobbpunkt.measures import lacking as figures
from jobbpunkt.register.asking import asked_once, given
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.reports import RecordPage, ReportChoice, in_order, rows_of
from models.case import Case, Outcome, OutcomeFollowUp
from models.coaching import CoachingSession, SessionParticipant
from models.person import Person
from models.programme import Programme
from models.vocabulary import ActivityStatus, EventKind, SessionStatus

# On which figure of the catalogue each weighs; what the year itself lacks weighs on none.
_WEIGHS = MappingProxyType(
    {
        LackKind.FOLLOW_UPS: "jobseekers_in_work_month",
        LackKind.CLOSED: "kolada_u40455",
        LackKind.FORM: "jobseekers_in_work",
        LackKind.MEETINGS: "sessions_held",
        LackKind.BEFORE: figures.SUPPORTED,
        LackKind.ABOUT: figures.SUPPORTED,
        LackKind.EVENTS: "events_held",
        LackKind.VIEWS: "livestream_views",
        LackKind.ATTENDANCE: "events_held",
        LackKind.STATED: "programme_participants",
    }
)
_UNKNOWN = (LackKind.CLOSED, LackKind.FORM, LackKind.STATED)
_FIGURES = (figures.SUPPORTED, "jobseekers_in_work", "livestreams_held", "safety_index")
# What is asked of somebody when they come, by the kinds of group that the year is divided into.
_GROUPS = MappingProxyType({LackKind.BEFORE: ("education", "without_work"), LackKind.ABOUT: ("sex", "age")})


@depends_on(Case, CoachingSession, Outcome, OutcomeFollowUp, Person, Programme, SessionParticipant)
def before_print(uow: Reading) -> BeforePrint:
    """Return what the year that is printed next lacks; what lacks nothing is left out."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    year = year_to_print(uow.clock.today())
    period, happened = Period.year(year), _events(uow, year)
    numbers = {
        LackKind.FOLLOW_UPS: _number(_follow_ups_number(), uow, period),
        LackKind.MEETINGS: _number(_meetings_number(), uow, period),
        **{kind: figures.unknown(uow, _WEIGHS[kind], period) for kind in _UNKNOWN},
        **dict(zip(_GROUPS, figures.not_stated(uow, period, *_GROUPS.values()), strict=True)),
        **{kind: sum(map(lacks, happened)) for kind, lacks in _EVENTS.items()},
        LackKind.TARGETS: int(all(aim.aim is None for aim in reports.targets_of(uow, year))),
        LackKind.VOICE: int(reports.voice(uow, year) is None),
    }
    return BeforePrint(year, tuple(_lack(kind, numbers[kind]) for kind in LackKind if numbers[kind]))


def year_figures(uow: Reading) -> tuple[MeasureResult, ...]:
    """Return the figures of the year that is printed next which everybody asks about, with what it aims at."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    year = year_to_print(uow.clock.today())
    found = evaluate(uow, map(measure, _FIGURES), Period.year(year), records=False)
    return reports.with_targets(uow, year, found)


def lacking(uow: Reading, kind: LackKind, words: Words, limit: int | None = None) -> RecordPage:
    """Return the records of the year that lack something, the first `limit` of them, by day.

    They open as those behind a figure do, to whoever may see people; a meeting is told by its day and kind alone.
    """
    uow.require(Permission.SEE_PEOPLE)
    year = year_to_print(uow.clock.today())
    found = _records(uow, kind, Period.year(year))
    rows = rows_of(uow, ReportChoice.year(year), _figure(kind), in_order(found)[:limit], words)
    return RecordPage(rows, len(found))


def _lack(kind: LackKind, number: int) -> Lack:
    # Events that were perhaps held are of every kind, and weigh on several figures.
    weighs = measure(_WEIGHS[kind]) if kind in _WEIGHS and kind is not LackKind.EVENTS else None
    return Lack(kind, number) if weighs is None else Lack(kind, number, weighs.label, weighs.definition)


def _figure(kind: LackKind) -> MeasureResult:
    """Return the figure that something weighs on: who is opened from here is opened for its sake."""
    of = measure(_WEIGHS[kind])
    return MeasureResult(of.key, of.label, of.definition, of.unit, None)


def _records(uow: Reading, kind: LackKind, period: Period) -> tuple[Counted, ...]:
    if kind is LackKind.FOLLOW_UPS:
        rows = _follow_ups().rows(uow, **_until(uow, period))
        return tuple(Counted("outcome", key, due, person=person) for key, person, due in rows)
    if kind is LackKind.MEETINGS:
        met = _meetings().rows(uow, **_until(uow, period))
        return tuple(Counted("coaching_session", key, day_of(at), told.label) for key, at, told in met)
    if kind in _GROUPS:
        return figures.not_stated_records(uow, period, _GROUPS[kind])
    if kind in _EVENTS:
        found = filter(_EVENTS[kind], _events(uow, period.first.year))
        return tuple(Counted("event", row.id, row.day, row.title) for row in found)
    return figures.unknown_records(uow, _WEIGHS[kind], period)


def _events(uow: Reading, year: int) -> tuple[EventRow, ...]:
    """Return the events of a year that have been."""
    today = uow.clock.today()
    return tuple(row for row in events.rows(uow, first=date(year, 1, 1), last=date(year, 12, 31)) if row.day < today)


def _unsaid(row: EventRow) -> bool:
    return row.status is ActivityStatus.PLANNED


def _unseen(row: EventRow) -> bool:
    return row.kind is EventKind.LIVESTREAM and row.lacks_number


def _unvisited(row: EventRow) -> bool:
    return row.kind is EventKind.MEETING_PLACE and row.lacks_number


_EVENTS: MappingProxyType[LackKind, Callable[[EventRow], bool]] = MappingProxyType(
    {LackKind.EVENTS: _unsaid, LackKind.VIEWS: _unseen, LackKind.ATTENDANCE: _unvisited}
)


def _until(uow: Reading, period: Period) -> dict[str, Any]:
    """Return what the queries are given: the year, as far as it has come before today."""
    today = uow.clock.today()
    values = period.values
    return {**values, "today": today, "end": min(values["end"], instant(today))}


def _number(query: Any, uow: Reading, period: Period) -> int:
    found = query.first(uow, **_until(uow, period))
    return found[0] if found else 0


def _not_asked() -> Iterable[ColumnElement[bool]]:
    """Return the conditions of an outcome of the year that nobody asked about when the day for it had come."""
    asked = (OutcomeFollowUp.asked_on.is_(None), OutcomeFollowUp.due_on <= given("today"))
    return (Outcome.starts_on.between(given("first"), given("last")), Person.removed.is_(False), *asked)


def _of_outcomes(*columns: Any) -> Select[*tuple[Any, ...]]:
    query = select(*columns).select_from(Outcome).join(OutcomeFollowUp, OutcomeFollowUp.outcome_id == Outcome.id)
    query = query.join(Case, Case.id == Outcome.case_id).join(Person, Person.id == Case.person_id)
    return query.where(*_not_asked())


@asked_once
def _follow_ups_number() -> Select[*tuple[Any, ...]]:
    return _of_outcomes(func.count(func.distinct(Outcome.id)))


@asked_once
def _follow_ups() -> Select[*tuple[Any, ...]]:
    return _of_outcomes(Outcome.id, Case.person_id, func.min(OutcomeFollowUp.due_on)).group_by(Outcome.id, Case.person_id)


def _never_marked() -> Iterable[ColumnElement[bool]]:
    """Return the conditions of a meeting of the year that has been and that is booked still."""
    meeting = CoachingSession
    return (meeting.status == SessionStatus.BOOKED, meeting.starts_at >= given("start"), meeting.starts_at < given("end"))


@asked_once
def _meetings_number() -> Select[*tuple[Any, ...]]:
    return select(func.count(CoachingSession.id)).where(*_never_marked())


@asked_once
def _meetings() -> Select[*tuple[Any, ...]]:
    return select(CoachingSession.id, CoachingSession.starts_at, CoachingSession.kind).where(*_never_marked())
