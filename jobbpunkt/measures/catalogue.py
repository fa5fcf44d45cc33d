"""The catalogue of measures: every figure, what it means, and the records that it is counted from."""

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from jobbpunkt.base.errors import NotFound
from jobbpunkt.base.words import N_
from jobbpunkt.disclosure import Course, Nature
from jobbpunkt.measures import inspected, kept, people, shifted, trained, work
from jobbpunkt.measures.groups import REASONS, REFERRERS
from jobbpunkt.measures.result import Measure, missing_of
from models.vocabulary import Unit

_ANNUAL = frozenset({"annual"})
_BOTH = frozenset({"annual", "caseload"})
_CASELOAD = frozenset({"caseload"})
_PROGRAMME = frozenset({"programme"})
_KEY, _KOLADA, _BOARD = "key-figures", "kolada", "board"

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
        _BOTH | {_KEY, _KOLADA, _BOARD},
        shielded=True,
        grouped=True,
    ),
    Measure(
        "tenants_supported",
        N_("Of the supported, tenants of the housing company"),
        N_("Persons among the supported of whom it is written down that they are tenants of the housing company."),
        Unit.PERSONS,
        people.tenants,
        _BOTH,
        shielded=True,
        grouped=True,
        within="jobseekers_supported",
    ),
    Measure(
        "jobseekers_in_work",
        N_("Of the supported, in work"),
        N_(
            "Persons among the supported who began work or a business of their own in the period, however long it lasted. Work "
            "counts on the regular labour market, with or without a subsidy; municipal labour-market employment does not count. "
            "Where nobody wrote down what kind of employment it is, it counts, and it is told of how many that is so."
        ),
        Unit.PERSONS,
        people.in_work,
        _BOTH | {_KEY, _BOARD},
        shielded=True,
        grouped=True,
        within="jobseekers_supported",
        course=Course.FLOW,
    ),
    Measure(
        "jobseekers_in_work_month",
        N_("Of the supported, in work for at least a month"),
        N_(
            "Those of the supported in work whose work or business is known to have lasted at least one unbroken month: "
            "somebody wrote so, or its last day or a follow-up says so. Of whom nobody knows, they are not counted, and it is"
            " told how many."
        ),
        Unit.PERSONS,
        people.in_work_a_month,
        _BOTH | {_KEY},
        shielded=True,
        grouped=True,
        within="jobseekers_in_work",
        course=Course.FLOW,
    ),
    Measure(
        "studies_started",
        N_("Of the supported, in studies"),
        N_("Persons among the supported who began studies in the period, whether or not these entitle to student finance."),
        Unit.PERSONS,
        people.in_studies,
        _BOTH | {_KEY},
        shielded=True,
        grouped=True,
        within="jobseekers_supported",
        course=Course.FLOW,
    ),
    Measure(
        "kolada_u40455",
        N_("To work or studies at closing (Kolada U40455)"),
        N_(
            "The national figure: of the persons whose enrolment was closed in the period, the share who began work on the "
            "regular labour market, with or without a subsidy, or a business, that lasted at least one unbroken month, or "
            "studies that entitle to student finance. Municipal labour-market employment does not count. Of whom it is not "
            "known, they are left out of the share, and it is told how many."
        ),
        Unit.SHARE,
        people.closed_nationally,
        _BOTH | {_KEY, _KOLADA},
        shielded=True,
        caution=N_(
            "Kolada U40455 is a share of those who were closed: it cannot be compared with how many of the supported are in work."
        ),
        course=Course.FLOW,
    ),
    Measure(
        "jobseekers_called_to_interview",
        N_("Job seekers called to an interview"),
        N_("Persons with an application in this register who were called to at least one job interview in the period."),
        Unit.PERSONS,
        people.called_to_interview,
        _ANNUAL,
        shielded=True,
        course=Course.FLOW,
    ),
    Measure(
        "cases_new",
        N_("Enrolled in the period"),
        N_("Persons who were enrolled in the period."),
        Unit.PERSONS,
        people.newly_enrolled,
        _CASELOAD | {_KOLADA, _BOARD},
        shielded=True,
        grouped=True,
        course=Course.FLOW,
        own=REFERRERS,
    ),
    Measure(
        "cases_active",
        N_("Active at the end"),
        N_("Persons with an enrolment that was open when the period ended."),
        Unit.PERSONS,
        people.active_at_end,
        _CASELOAD | {_BOARD},
        shielded=True,
        grouped=True,
        course=Course.POINT,
    ),
    Measure(
        "cases_waiting",
        N_("Waiting at the end"),
        N_("Persons who had registered but were not enrolled when the period ended."),
        Unit.PERSONS,
        people.waiting_at_end,
        _CASELOAD | {_BOARD},
        shielded=True,
        grouped=True,
        course=Course.POINT,
    ),
    Measure(
        "cases_closed",
        N_("Closed in the period"),
        N_("Persons whose enrolment was closed in the period, for whatever reason."),
        Unit.PERSONS,
        people.closed,
        _CASELOAD | {_KEY, _KOLADA, _BOARD},
        shielded=True,
        grouped=True,
        course=Course.FLOW,
        own=REASONS,
    ),
    Measure(
        "sessions_held",
        N_("Meetings held"),
        N_("Meetings with participants that were held in the period, group meetings counted once."),
        Unit.OCCASIONS,
        work.sessions,
        _BOTH | {_BOARD},
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
        "follow_ups_overdue",
        N_("Follow-ups overdue at the end"),
        N_("Follow-ups of work or studies that were due before the period ended, and that nobody had made by then."),
        Unit.OCCASIONS,
        work.overdue_follow_ups,
        frozenset({_BOARD}),
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
        shielded=True,
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
        course=Course.APART,
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
    Measure(
        "programme_shifts_held",
        N_("Shifts held"),
        N_("Shifts of the period at which somebody's attendance was marked; cancelled ones are left out."),
        Unit.SHIFTS,
        shifted.held,
        _PROGRAMME,
        kept=kept.shifts,
    ),
    Measure(
        "programme_hours",
        N_("Hours at the shifts"),
        N_("The time that everybody together was at those shifts, in whole hours."),
        Unit.HOURS,
        shifted.hours,
        _PROGRAMME,
        kept=kept.shifts,
        people=shifted.people,
    ),
    Measure(
        "programme_attendance",
        N_("Attendance"),
        N_("The time that people were at the shifts, of the time that was planned for those who are marked."),
        Unit.SHARE,
        shifted.attendance,
        _PROGRAMME,
        kept=kept.shifts,
        people=shifted.people,
    ),
    Measure(
        "training_units_passed",
        N_("Training done alone"),
        N_("For each participant: what of the training they were first noted in the period to do alone; their sum."),
        Unit.UNITS,
        trained.passed,
        _PROGRAMME,
        kept=kept.training,
        people=trained.people,
    ),
    Measure(
        "programme_in_work",
        N_("Programme participants in work"),
        N_(
            "Of those with a place in the programme in the period: who began work or a business of their own in it, on the "
            "regular labour market."
        ),
        Unit.PERSONS,
        people.programmes_in_work,
        _PROGRAMME,
        shielded=True,
        kept=kept.programmes,
        within="programme_files",
        course=Course.FLOW,
    ),
    Measure(
        "programme_in_studies",
        N_("Programme participants in studies"),
        N_("Of those with a place in the programme in the period: who began studies in it."),
        Unit.PERSONS,
        people.programmes_in_studies,
        _PROGRAMME,
        shielded=True,
        kept=kept.programmes,
        within="programme_files",
        course=Course.FLOW,
    ),
    Measure(
        "inspections_group",
        N_("Inspections of the group's work"),
        N_("Finished inspections of the group's own work held in the period; those that look again at remarks are left out."),
        Unit.INSPECTIONS,
        inspected.of_group,
        _PROGRAMME,
        kept=kept.inspections,
    ),
    Measure(
        "inspections_suppliers",
        N_("Inspections of suppliers"),
        N_(
            "Finished inspections of external suppliers held in the period, by a checklist that the group was held to as well; "
            "those that look again at remarks are left out."
        ),
        Unit.INSPECTIONS,
        inspected.of_suppliers,
        _PROGRAMME,
        kept=kept.inspections,
    ),
    Measure(
        "inspection_score_group",
        N_("Points passed, the group"),
        N_(
            "Of the points judged in the inspections of the group's work: the share that passed. Where suppliers were inspected "
            "too, only by the checklists of both."
        ),
        Unit.SHARE,
        inspected.points_of_group,
        _PROGRAMME,
        kept=kept.inspections,
    ),
    Measure(
        "inspection_score_suppliers",
        N_("Points passed, suppliers"),
        N_(
            "Of the points judged in the inspections of suppliers by a checklist that the group was held to as well: the share "
            "that passed."
        ),
        Unit.SHARE,
        inspected.points_of_suppliers,
        _PROGRAMME,
        kept=kept.inspections,
    ),
)

NATURES = MappingProxyType(
    {entry.key: Nature(entry.course, entry.within) for entry in CATALOGUE}
    | {
        missing_of(entry.key): Nature(Course.APART, entry.within or entry.key)
        for entry in CATALOGUE
        if entry.course is Course.FLOW
    }
)
"""What everybody knows of each figure that counts persons, and of how many nobody knows."""


def measure(key: str) -> Measure:
    """Return the measure with this key; NotFound when the catalogue has none."""
    found = next((entry for entry in CATALOGUE if entry.key == key), None)
    if found is None:
        raise NotFound("There is no figure called {key}.", key=key)
    return found


def family(wanted: Iterable[Measure]) -> tuple[Measure, ...]:
    """Return figures with all others of which theirs are a part, or that are a part of theirs: what is hidden hangs together.

    A figure that is asked for in another way than the catalogue has it, undivided, stays so, and so do those beside it.
    """
    asked = {entry.key: entry for entry in wanted}
    divided = {_outermost(entry): False for entry in asked.values() if entry.shielded}
    for entry in asked.values():
        if entry.shielded:
            divided[_outermost(entry)] |= entry.grouped
    return tuple(
        asked.get(entry.key) or replace(entry, grouped=entry.grouped and divided[_outermost(entry)])
        for entry in CATALOGUE
        if entry.key in asked or (entry.shielded and _outermost(entry) in divided)
    )


def _outermost(entry: Measure) -> str:
    return entry.key if entry.within is None else _outermost(measure(entry.within))


def of_report(report: str) -> tuple[Measure, ...]:
    """Return the measures of a report ("annual", "caseload", "programme" and others) in their order."""
    return tuple(entry for entry in CATALOGUE if report in entry.reports)
