"""The catalogue of measures, and how each figure follows from the records behind it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from jobbpunkt.errors import NotFound
from jobbpunkt.i18n import N_
from jobbpunkt.measures import kept, people, work
from jobbpunkt.measures.groups import Breakdown, Group, break_down, grouped, is_small
from jobbpunkt.measures.result import Counted, Measure, MeasureResult, Number, Period
from jobbpunkt.permissions import Permission
from jobbpunkt.reads import depends_on
from jobbpunkt.unit_of_work import UnitOfWork
from models.application import Application, ApplicationStep
from models.case import Case, Outcome
from models.coaching import CoachingSession, SessionParticipant
from models.cv import Cv, CvVersion, Letter, LetterVersion
from models.event import Event
from models.indicator import Indicator, IndicatorReading, IndicatorTarget
from models.organisation import Organisation
from models.person import Person
from models.plan import Plan, PlanVersion
from models.programme import Assignment, Programme, ProgrammeEnrolment
from models.vocabulary import Source, Unit

Kept = Callable[[UnitOfWork, Period], bool]

_ANNUAL = frozenset({"annual"})
_BOTH = frozenset({"annual", "caseload"})
_CASELOAD = frozenset({"caseload"})
_PROGRAMME = frozenset({"programme"})

CATALOGUE = (
    Measure(
        "jobseekers_supported",
        N_("Job seekers supported"),
        N_(
            "Persons with an enrolment that was open at some time in the period, and at least one meeting held with a coach in "
            "the period. Each person is counted once. Enrolments registered by mistake are left out."
        ),
        Unit.PERSONS,
        people.supported,
        _BOTH,
        shielded=True,
        grouped=True,
    ),
    Measure(
        "jobseekers_in_work",
        N_("Of these, in work"),
        N_(
            "Persons among the supported who began work or a business of their own in the period. Work counts on the regular "
            "labour market, with or without a subsidy; municipal labour-market employment does not count."
        ),
        Unit.PERSONS,
        people.in_work,
        _BOTH,
        shielded=True,
        grouped=True,
        within="jobseekers_supported",
    ),
    Measure(
        "studies_started",
        N_("Of these, in studies"),
        N_("Persons among the supported who began studies in the period."),
        Unit.PERSONS,
        people.in_studies,
        _BOTH,
        shielded=True,
        grouped=True,
        within="jobseekers_supported",
    ),
    Measure(
        "jobseekers_called_to_interview",
        N_("Job seekers called to an interview"),
        N_("Persons with an application in this register who were called to at least one job interview in the period."),
        Unit.PERSONS,
        people.called_to_interview,
        _ANNUAL,
        shielded=True,
    ),
    Measure(
        "cases_new",
        N_("Enrolled in the period"),
        N_("Persons who were enrolled in the period."),
        Unit.PERSONS,
        people.newly_enrolled,
        _CASELOAD,
        shielded=True,
    ),
    Measure(
        "cases_active",
        N_("Active at the end"),
        N_("Persons with an enrolment that was open when the period ended."),
        Unit.PERSONS,
        people.active_at_end,
        _CASELOAD,
        shielded=True,
    ),
    Measure(
        "cases_waiting",
        N_("Waiting at the end"),
        N_("Persons who had registered but were not enrolled when the period ended."),
        Unit.PERSONS,
        people.waiting_at_end,
        _CASELOAD,
        shielded=True,
    ),
    Measure(
        "cases_closed",
        N_("Closed in the period"),
        N_("Persons whose enrolment was closed in the period, for whatever reason."),
        Unit.PERSONS,
        people.closed,
        _CASELOAD,
        shielded=True,
    ),
    Measure(
        "sessions_held",
        N_("Meetings held"),
        N_("Meetings with participants that were held in the period, group meetings counted once."),
        Unit.OCCASIONS,
        work.sessions,
        _BOTH,
    ),
    Measure(
        "sessions_missed",
        N_("Meetings missed"),
        N_("Booked meetings of the period to which the participant did not come."),
        Unit.OCCASIONS,
        work.no_shows,
        _CASELOAD,
    ),
    Measure(
        "plans_adopted",
        N_("Plans adopted"),
        N_("Career plans and personal development plans adopted in the period. Plans for better health enter no figure."),
        Unit.PLANS,
        work.plans,
        _BOTH,
    ),
    Measure(
        "cvs_written",
        N_("CVs written"),
        N_("CVs whose first version was written in the period."),
        Unit.DOCUMENTS,
        work.cvs,
        _BOTH,
    ),
    Measure(
        "letters_written",
        N_("Personal letters written"),
        N_("Personal letters whose first version was written in the period."),
        Unit.DOCUMENTS,
        work.letters,
        _BOTH,
    ),
    Measure(
        "applications_sent",
        N_("Applications sent"),
        N_("Job applications that were sent in the period."),
        Unit.APPLICATIONS,
        work.applications,
        _BOTH,
    ),
    Measure(
        "livestreams_held",
        N_("Livestreams"),
        N_("Livestreams that took place in the period."),
        Unit.OCCASIONS,
        work.livestreams,
        kept=kept.events,
    ),
    Measure(
        "livestream_views",
        N_("Views of the livestreams"),
        N_("The sum of the views that the channel states, of those livestreams for which views were written down."),
        Unit.VIEWS,
        work.livestream_views,
        stated=True,
        kept=kept.events,
    ),
    Measure(
        "church_cooperation_participants",
        N_("Participants with the Church of Sweden"),
        N_("Persons with an enrolment in co-operation with the Church of Sweden that was open at some time in the period."),
        Unit.PERSONS,
        people.with_church,
        shielded=True,
        kept=kept.cooperations,
    ),
    Measure(
        "safety_ambassadors_employed",
        N_("Safety ambassadors employed"),
        N_("Residents employed as safety ambassadors at some time in the period."),
        Unit.PERSONS,
        people.safety_ambassadors,
        kept=kept.assignments,
    ),
    Measure(
        "events_held",
        N_("Activities at Kollage"),
        N_("Activities at the meeting place that took place in the period."),
        Unit.OCCASIONS,
        work.meeting_place_events,
        kept=kept.events,
    ),
    Measure(
        "safety_index",
        N_("Safety index"),
        N_("The share of the answers in the period's monthly readings that call safety good or very good."),
        Unit.SHARE,
        work.safety_index,
        stated=True,
        target=work.safety_target,
    ),
    Measure(
        "programme_participants",
        N_("Participants as the programme states it"),
        N_("How many take part in the programme, as those who lead it have stated."),
        Unit.PERSONS,
        people.stated_by_programmes,
        _PROGRAMME,
        stated=True,
        shielded=True,
    ),
    Measure(
        "programme_files",
        N_("Participants with a file here"),
        N_("Persons in this register with a place in the programme at some time in the period."),
        Unit.PERSONS,
        people.in_programmes,
        _PROGRAMME,
        shielded=True,
        kept=kept.programmes,
    ),
    Measure(
        "programme_plans_adopted",
        N_("Plans adopted in the programme"),
        N_("Career plans and personal development plans adopted within the programme in the period."),
        Unit.PLANS,
        work.programme_plans,
        _PROGRAMME,
        kept=kept.programmes,
    ),
)


def measure(key: str) -> Measure:
    """Return the measure with this key; NotFound when the catalogue has none."""
    found = next((entry for entry in CATALOGUE if entry.key == key), None)
    if found is None:
        raise NotFound("There is no figure called {key}.", key=key)
    return found


def of_report(report: str) -> tuple[Measure, ...]:
    """Return the measures of a report ("annual", "caseload", "programme") in their order."""
    return tuple(entry for entry in CATALOGUE if report in entry.reports)


@depends_on(
    Application,
    ApplicationStep,
    Case,
    Outcome,
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
    Organisation,
    Person,
    Plan,
    PlanVersion,
    Assignment,
    Programme,
    ProgrammeEnrolment,
)
def evaluate(uow: UnitOfWork, measures: Iterable[Measure], period: Period, *, records: bool = True) -> tuple[MeasureResult, ...]:
    """Return the figures of `measures` in the period, each with the records behind it unless only the figures are wanted.

    Nothing counted is zero only where something of the kind was kept, and never in a period that has not begun.
    """
    uow.require(Permission.SEE_REPORTS)
    begun = period.first <= uow.clock.today()
    is_kept = cache(lambda asked: begun and asked(uow, period))
    done: dict[str, MeasureResult] = {}
    for entry in measures:
        found = _found(uow, entry, period, records=records)
        done[entry.key] = _result(uow, entry, period, found, done, is_kept)
    return tuple(done.values())


@dataclass(frozen=True, slots=True)
class _Found:
    """What the query of a measure came to: how many, their sum or share, and by group where the figure is broken down."""

    count: int
    value: Number | None
    missing: int = 0
    groups: tuple[Group, ...] = ()
    records: tuple[Counted, ...] = ()


def _found(uow: UnitOfWork, entry: Measure, period: Period, *, records: bool) -> _Found:
    behind = entry.query(uow, period)
    if isinstance(behind, tuple):
        missing = sum(1 for record in behind if record.amount is None)
        return _Found(len(behind), _value(entry, behind), missing, records=behind)
    groups = grouped(uow, behind.query, behind.values) if entry.grouped else ()
    listed = behind.read() if records else ()
    count = len(listed) if records else _total(groups) if entry.grouped else behind.count()
    return _Found(count, count, groups=groups, records=listed)


def _result(
    uow: UnitOfWork,
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
        missing=0 if value is None else found.missing,
        records=found.records,
    )


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
    return None if entry.stated and not known else sum(known)


def _groups(entry: Measure, found: _Found, period: Period, done: dict[str, MeasureResult]) -> tuple[Breakdown, ...]:
    if not found.count:
        return ()
    outer = done[entry.within].by if entry.within is not None and entry.within in done else None
    return break_down(found.groups, period.last.year, outer)
