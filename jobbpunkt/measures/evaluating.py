"""How each figure follows from the records behind it: counted, summed or a share, and hidden where it is of few."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache

from sqlalchemy import select

from jobbpunkt.measures import kept
from jobbpunkt.measures.groups import LEAST_BASE, Breakdown, Group, break_down, grouped, is_small
from jobbpunkt.measures.lasting import NOT_SO, SO, UNKNOWN
from jobbpunkt.measures.result import Behind, Counted, Measure, MeasureResult, Number, Period
from jobbpunkt.register import shield
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.application import Application, ApplicationStep
from models.assignment import Assignment
from models.case import Case, Outcome, OutcomeFollowUp
from models.coaching import CoachingSession, SessionParticipant
from models.cv import Cv, CvVersion, Letter, LetterVersion
from models.event import Event
from models.indicator import Indicator, IndicatorReading, IndicatorTarget
from models.inspection import Inspection, InspectionPoint
from models.organisation import Organisation
from models.person import Person
from models.plan import Plan, PlanVersion
from models.programme import Programme, ProgrammeEnrolment
from models.shift import Attendance, Shift
from models.training import TrainingLevel, TrainingUnit
from models.vocabulary import Protection, Source, Unit

Kept = Callable[[Reading, Period], bool]


@depends_on(
    Application,
    ApplicationStep,
    Case,
    Outcome,
    OutcomeFollowUp,
    CoachingSession,
    SessionParticipant,
    Cv,
    CvVersion,
    Letter,
    LetterVersion,
    Event,
    Indicator,
    IndicatorReading,
    IndicatorTarget,
    Inspection,
    InspectionPoint,
    Organisation,
    Person,
    Plan,
    PlanVersion,
    Assignment,
    Attendance,
    Programme,
    ProgrammeEnrolment,
    Shift,
    TrainingLevel,
    TrainingUnit,
)
def evaluate(uow: Reading, measures: Iterable[Measure], period: Period, *, records: bool = True) -> tuple[MeasureResult, ...]:
    """Return the figures of `measures` in the period, each with the records behind it unless only the figures are wanted.

    Nothing counted is zero only where something of the kind was kept, and never in a period that has not begun.
    """
    measures = tuple(measures)
    of_programme = all("programme" in entry.reports for entry in measures)
    uow.require(Permission.SEE_PROGRAMME_REPORT if of_programme else Permission.SEE_REPORTS)
    begun = period.first <= uow.clock.today()
    is_kept = cache(lambda asked: begun and asked(uow, period))
    done: dict[str, MeasureResult] = {}
    for entry in measures:
        found = _found(uow, entry, period, records=records)
        done[entry.key] = _result(uow, entry, period, found, done, is_kept)
    return tuple(done.values())


@dataclass(frozen=True, slots=True)
class _Found:
    """What the query of a measure came to: how many, their sum or share, and by group where the figure is broken down.

    `parts` are the persons of whom a share says that it is so, and those of whom it says that it is not.
    """

    count: int
    value: Number | None
    missing: int = 0
    groups: tuple[Group, ...] = ()
    records: tuple[Counted, ...] = ()
    parts: tuple[int, ...] = ()
    is_judged: bool = False


def _found(uow: Reading, entry: Measure, period: Period, *, records: bool) -> _Found:
    behind = entry.query(uow, period)
    if isinstance(behind, tuple):
        missing = sum(1 for record in behind if record.amount is None)
        return _Found(len(behind), _value(entry, behind), missing, records=behind)
    groups = grouped(uow, behind.counted, behind.values) if entry.grouped else ()
    if behind.least is not None:
        return _judged(uow, behind, groups, records=records)
    listed = _told(uow, behind.read()) if records else ()
    count = len(listed) if records else _total(groups) if entry.grouped else behind.count()
    return _Found(count, count, groups=groups, records=listed)


def _judged(uow: Reading, behind: Behind, groups: tuple[Group, ...], *, records: bool) -> _Found:
    """Return how many it is so of, or their share of all of whom it is known; where nothing is known of anybody, nothing."""
    told = behind.verdicts()
    counted = sum(number for verdict, number in told.items() if verdict >= (behind.least or 0))
    unknown, known = told.get(UNKNOWN, 0), told.get(SO, 0) + told.get(NOT_SO, 0)
    value: Number | None = counted if counted or known or not unknown else None
    if behind.shared:
        value = round(100 * counted / known, 1) if known else None
    listed = _told(uow, tuple(map(_as_counted(behind), behind.read()))) if records else ()
    shown = tuple(one for one in listed if behind.shared or one.amount != 0)
    everybody = sum(told.values()) if behind.shared else counted + (unknown if behind.least == SO else 0)
    parts = (counted, known - counted) if behind.shared else ()
    return _Found(everybody, value, unknown, groups, shown, parts, is_judged=True)


def _as_counted(behind: Behind) -> Callable[[Counted], Counted]:
    """Return what turns a judged person into what they add: one, nothing, or that nobody knows."""

    def counted(one: Counted) -> Counted:
        is_known = one.verdict != UNKNOWN or behind.least == UNKNOWN
        amount = int((one.verdict or 0) >= (behind.least or 0)) if is_known else None
        return replace(one, amount=amount, out_of=int(is_known) if behind.shared else None)

    return counted


def _told(uow: Reading, listed: tuple[Counted, ...]) -> tuple[Counted, ...]:
    """Return records without the titles of what belongs to protected people: an employer's name tells where one can be met."""
    if shield.sees_protected(uow) or not any(one.person for one in listed):
        return listed
    hidden = set(uow.session.scalars(select(Person.id).where(Person.protection != Protection.NONE)))
    return tuple(replace(one, title="") if one.person in hidden else one for one in listed)


def _result(
    uow: Reading,
    entry: Measure,
    period: Period,
    found: _Found,
    done: dict[str, MeasureResult],
    is_kept: Callable[[Kept], bool],
) -> MeasureResult:
    value = found.value
    if not found.count and not is_kept(entry.kept or kept.work):
        value = None
    hidden = entry.shielded and isinstance(value, int) and is_small(value)
    if entry.people is not None and value is not None:
        hidden = is_small(entry.people(uow, period))
    if found.parts and value is not None:
        hidden = sum(found.parts) < LEAST_BASE or is_small(found.parts[0])
    return MeasureResult(
        entry.key,
        entry.label,
        entry.definition,
        entry.unit,
        None if hidden else value,
        source=_source(entry, value),
        target=entry.target(uow, period) if entry.target is not None else None,
        by=None if hidden or not entry.grouped else _groups(entry, found, period, done),
        suppressed=hidden,
        missing=_missing(found, value, hidden=hidden),
        caution=entry.caution,
        records=found.records,
    )


def _missing(found: _Found, value: Number | None, *, hidden: bool) -> int:
    """Return of how many it is told that nothing is known; beside a hidden number it could tell it."""
    if found.is_judged:
        return 0 if hidden else found.missing
    return 0 if value is None else found.missing


def _total(groups: tuple[Group, ...]) -> int:
    return sum(group.count for group in groups)


def _source(entry: Measure, value: Number | None) -> Source:
    if value is None:
        return Source.NOT_RECORDED
    return Source.STATED if entry.stated else Source.COUNTED


def _value(entry: Measure, records: tuple[Counted, ...]) -> Number | None:
    """Return the sum of what the records add, a share in per cent, or None when there was nothing to read off."""
    if entry.unit is Unit.SHARE:
        answers = sum(record.out_of or 0 for record in records)
        return round(100 * sum(record.amount or 0 for record in records) / answers, 1) if answers else None
    known = [record.amount for record in records if record.amount is not None]
    if entry.unit is Unit.HOURS:  # their records tell minutes
        return sum(known) // 60
    return None if entry.stated and not known else sum(known)


def _groups(entry: Measure, found: _Found, period: Period, done: dict[str, MeasureResult]) -> tuple[Breakdown, ...]:
    if not found.count:
        return ()
    outer = done[entry.within].by if entry.within is not None and entry.within in done else None
    return break_down(found.groups, period.last.year, outer)
