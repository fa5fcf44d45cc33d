"""How each figure follows from the records behind it: counted, summed or a share, and hidden where it is of few."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from jobbpunkt.disclosure import Reason, Why, is_small
from jobbpunkt.measures import kept
from jobbpunkt.measures.catalogue import family
from jobbpunkt.measures.finding import Found, find
from jobbpunkt.measures.groups import Breakdown, broken_down
from jobbpunkt.measures.result import Measure, MeasureResult, Number, Period
from jobbpunkt.measures.telling import Telling, telling
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
from models.vocabulary import Source

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
def evaluate(
    uow: Reading, measures: Iterable[Measure], period: Period, *, records: bool = True, beside: Iterable[MeasureResult] = ()
) -> tuple[MeasureResult, ...]:
    """Return the figures of `measures` in the period, each with the records behind it unless only the figures are wanted.

    Nothing counted is zero only where something of the kind was kept, and never in a period that has not begun. `beside` are
    figures of other days that stand in the same report: nothing that is hidden may follow from both.
    """
    measures = tuple(measures)
    of_programme = all("programme" in entry.reports for entry in measures)
    uow.require(Permission.SEE_PROGRAMME_REPORT if of_programme else Permission.SEE_REPORTS)
    begun = period.first <= uow.clock.today()
    is_kept = cache(lambda asked: begun and asked(uow, period))
    # What is hidden of a figure hangs on all those that its persons are among, also where they are not asked for.
    every, asked = family(measures), {entry.key for entry in measures}
    found = {
        entry.key: _known(entry, find(uow, entry, period, records=records and entry.key in asked), is_kept) for entry in every
    }
    told = telling(uow, [(entry, found[entry.key]) for entry in every], period, beside)
    return tuple(_result(uow, entry, period, found[entry.key], told) for entry in measures)


def _known(entry: Measure, found: Found, is_kept: Callable[[Kept], bool]) -> Found:
    """Return what was found, without its nought where nothing was kept."""
    return found if found.count or is_kept(entry.kept or kept.work) else replace(found, value=None)


def _result(uow: Reading, entry: Measure, period: Period, found: Found, telling: Telling) -> MeasureResult:
    why = telling.why(entry, found)
    if entry.people is not None and found.value is not None and is_small(entry.people(uow, period)):
        why = Why(Reason.FEW)
    is_missing = found.value is None
    return MeasureResult(
        entry.key,
        entry.label,
        entry.definition,
        entry.unit,
        None if why else found.value,
        source=_source(entry, found.value),
        target=entry.target(uow, period) if entry.target is not None else None,
        by=broken_down(telling.groups(entry), entry.own)
        if entry.grouped and found.count and not why and not is_missing
        else _nothing(entry, why),
        suppressed=why is not None,
        missing=_missing(entry, found, telling, why),
        caution=entry.caution,
        records=found.records,
        why=why,
        actual=found.value if why and _sees(uow, entry) else None,
        told=telling.told(entry, why),
        hides=telling.hides(entry, found) if _sees(uow, entry) else (),
    )


def _nothing(entry: Measure, why: Why | None) -> tuple[Breakdown, ...] | None:
    return () if entry.grouped and why is None else None


def _sees(uow: Reading, entry: Measure) -> bool:
    """Tell whether who reads may see the persons, and so what is hidden of them, on the screen."""
    return uow.user.may(Permission.SEE_WORK if "programme" in entry.reports else Permission.SEE_PEOPLE)


def _missing(entry: Measure, found: Found, telling: Telling, why: Why | None) -> int:
    """Return of how many it is told that nothing is known; beside a hidden number it could tell it."""
    if found.least is not None:
        return 0 if why else telling.missing(entry, found)
    return 0 if found.value is None else found.missing


def _source(entry: Measure, value: Number | None) -> Source:
    if value is None:
        return Source.NOT_RECORDED
    return Source.STATED if entry.stated else Source.COUNTED
