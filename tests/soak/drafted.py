"""Every form and editor that keeps what one types: where it is opened in the demo register, and by whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, select
from sqlalchemy.orm import aliased

from jobbpunkt import suggestions
from jobbpunkt.register.drafts import Draft, DraftOf
from jobbpunkt.register.unit_of_work import Reading
from models.account import User
from models.application import Application, ApplicationStep
from models.assignment import Assignment
from models.campaign import Campaign, CampaignActivity, CampaignMeasure, CampaignPartner, Evaluation, TallyEntry
from models.case import Case, Outcome, OutcomeFollowUp
from models.coaching import AgreedStep, CoachingSession, SessionParticipant
from models.consent import Consent
from models.cv import Cv, CvVersion, Letter
from models.event import Event, EventSeries
from models.incident import IncidentCount
from models.indicator import Indicator, IndicatorFactor, IndicatorReading, IndicatorTarget
from models.inspection import Inspection, InspectionPoint
from models.on_site import Stand
from models.organisation import Organisation
from models.person import Person, PersonNote
from models.place import Place
from models.plan import Plan, PlanGoal, PlanRating, PlanReview, PlanSignature, PlanVersion
from models.programme import Programme, ProgrammeEnrolment, ProgrammeExtension, ProgrammePartner
from models.progress import ProgressQuestion, ProgressRound
from models.safety import Chemical, Introduction, KeyReceipt
from models.shift import Attendance, Shift
from models.training import TrainingLevel, TrainingUnit
from models.vocabulary import CaseStatus, PlanKind, PlanStatus, PointVerdict, Protection, SessionStatus
from models.work import WorkArea, WorkTask
from ui.incidents.form import week_of
from ui.shifts.mark_form import draft_key

COACH, ADMIN = "coach", "admin"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a form is: of which record, about whom, on which page and at which record the page stands."""

    page: str
    record: UUID | None = None
    person: UUID | None = None
    place: UUID | None = None


Find = Callable[[Reading], Spot]


@dataclass(frozen=True, slots=True)
class Scene:
    """One form; `form` is the kind of its draft, or of one of the drafts on a page that has several."""

    form: str
    find: Find
    login: str = COACH

    def draft(self, uow: Reading) -> Draft:
        """Return an empty draft of it, as the way in."""
        spot = self.find(uow)
        return Draft(DraftOf(self.form, spot.record), self.form, uow.clock.now(), (), spot.page, spot.place, spot.person)


def _one(uow: Reading, wanted: Select[Any]) -> Any:
    found = uow.session.scalars(wanted.limit(1)).first()
    if found is None:
        raise LookupError(f"the demo register has nothing for {wanted}")
    return found


def _plain(page: str) -> Find:
    return lambda _uow: Spot(page)


def _person(uow: Reading) -> Spot:
    case = _one(uow, select(Case).join(Person, Person.id == Case.person_id).where(_OPEN, _KNOWN))
    return Spot("people", case.person_id, case.person_id, case.person_id)


def _protected(uow: Reading) -> Spot:
    person = _one(uow, select(Person).where(Person.protection != Protection.NONE)).id
    return Spot("people", person, person, person)


def _note(uow: Reading) -> Spot:
    note = _one(uow, select(PersonNote).join(Person, Person.id == PersonNote.person_id).where(_KNOWN))
    return Spot("people", note.id, note.person_id, note.person_id)


def _case(uow: Reading) -> Spot:
    case = _one(uow, select(Case).join(Person, Person.id == Case.person_id).where(_OPEN, _KNOWN))
    return Spot("people", case.id, case.person_id, case.person_id)


def _outcome(uow: Reading) -> Spot:
    outcome = _one(uow, select(Outcome))
    person = uow.get(Case, outcome.case_id).person_id
    return Spot("people", outcome.id, person, person)


def _follow_up(uow: Reading) -> Spot:
    asked = _one(uow, select(OutcomeFollowUp))
    person = uow.get(Case, uow.get(Outcome, asked.outcome_id).case_id).person_id
    return Spot("people", asked.id, person, person)


def _application(uow: Reading) -> Spot:
    found = _one(uow, select(Application))
    return Spot("applications", found.id, found.person_id, found.id)


def _stage(uow: Reading) -> Spot:
    step = _one(uow, select(ApplicationStep))
    found = uow.get(Application, step.application_id)
    return Spot("applications", step.id, found.person_id, found.id)


def _campaign(uow: Reading) -> Spot:
    found = _one(uow, select(Campaign).join(CampaignMeasure, CampaignMeasure.campaign_id == Campaign.id)).id
    return Spot("campaigns", found, None, found)


def _part(kind: type[Any]) -> Find:
    def find(uow: Reading) -> Spot:
        found = _one(uow, select(kind))
        return Spot("campaigns", found.id, None, found.campaign_id)

    return find


def _count(uow: Reading) -> Spot:
    entry = _one(uow, select(TallyEntry).order_by(TallyEntry.at.desc()))
    return Spot("campaigns", entry.id, None, uow.get(CampaignMeasure, entry.measure_id).campaign_id)


def _event(uow: Reading) -> Spot:
    found = _one(uow, select(Event)).id
    return Spot("events", found, None, found)


def _year(uow: Reading) -> Spot:
    return Spot("reports", UUID(int=uow.clock.today().year))


def _week(uow: Reading) -> Spot:
    found = _one(uow, select(IncidentCount))
    return Spot("events", week_of(found.place_id, found.week))


def _booked(uow: Reading) -> Spot:
    wanted = select(CoachingSession).where(CoachingSession.status == SessionStatus.BOOKED)
    found = _one(uow, wanted.order_by(CoachingSession.starts_at)).id
    whom = _one(uow, select(SessionParticipant).where(SessionParticipant.session_id == found)).person_id
    return Spot("coaching", found, whom, found)


def _meeting(uow: Reading) -> Spot:
    where = uow.session.scalars(select(SessionParticipant).order_by(SessionParticipant.id).limit(1)).one()
    return Spot("coaching", where.session_id, where.person_id, where.session_id)


def _step(uow: Reading) -> Spot:
    found = _one(uow, select(AgreedStep))
    return Spot("people", found.id, found.person_id, found.person_id)


def _of(page: str, kind: type[Any]) -> Find:
    def find(uow: Reading) -> Spot:
        found = _one(uow, select(kind)).id
        return Spot(page, found, None, found if page == "organisations" else None)

    return find


def _participation(uow: Reading) -> Spot:
    found = _one(uow, select(ProgrammeEnrolment))
    return Spot("programmes", found.id, found.person_id)


def _month(uow: Reading) -> Spot:
    from ui.indicators.forms import month_of  # only who goes there waits for what it brings along

    noted = _one(uow, select(IndicatorReading))
    return Spot("programmes", month_of(noted.indicator_id, noted.month))


def _target(uow: Reading) -> Spot:
    from ui.indicators.forms import target_of

    aimed = _one(uow, select(IndicatorTarget))
    return Spot("programmes", target_of(aimed.indicator_id, aimed.year))


def _plan(kind: PlanKind) -> Find:
    def find(uow: Reading) -> Spot:
        found = _one(uow, select(Plan).where(Plan.kind == kind))
        return Spot("plans", found.id, found.person_id, found.id)

    return find


def _of_plan(kind: type[Any]) -> Find:
    def find(uow: Reading) -> Spot:
        found = _one(uow, select(kind))
        return Spot("plans", found.id, uow.get(Plan, found.plan_id).person_id, found.plan_id)

    return find


def _round_of(uow: Reading) -> Spot:
    asked = _one(uow, select(ProgressRound).where(ProgressRound.answered_on.is_not(None)))
    return Spot("people", asked.id, asked.person_id, asked.person_id)


def _question(uow: Reading) -> Spot:
    return Spot("people", _one(uow, select(ProgressQuestion)).id)


def _signed(uow: Reading) -> Spot:
    signed = _one(uow, select(PlanSignature))
    plan = uow.get(Plan, uow.get(PlanVersion, signed.version_id).plan_id)
    return Spot("plans", signed.id, plan.person_id, plan.id)


def _review(wanted: ColumnElement[bool]) -> Find:
    def find(uow: Reading) -> Spot:
        waiting = select(PlanReview).join(Plan, Plan.id == PlanReview.plan_id).where(Plan.status != PlanStatus.CLOSED)
        found = _one(uow, waiting.where(wanted))
        return Spot("plans", found.id, uow.get(Plan, found.plan_id).person_id, found.plan_id)

    return find


_TO_COME = and_(PlanReview.held_on.is_(None), PlanReview.called_off.is_(None))


def _suggested(uow: Reading) -> Spot:
    return Spot("settings", suggestions.library(uow)[0].id)


def _ratings(uow: Reading) -> Spot:
    goal = uow.get(PlanGoal, _one(uow, select(PlanRating)).goal_id)
    return Spot("plans", goal.id, uow.get(Plan, goal.plan_id).person_id, goal.plan_id)


def _consent(uow: Reading) -> Spot:
    found = _one(uow, select(Consent).where(Consent.stands.is_(True)))
    return Spot("people", found.id, found.person_id, found.person_id)


def _new_review(uow: Reading) -> Spot:
    found = _one(uow, select(Plan))
    return Spot("plans", found.id, found.person_id, found.id)


def _cv(uow: Reading) -> Spot:
    found = _one(uow, select(Cv).join(Person, Person.id == Cv.person_id).where(_KNOWN))
    return Spot("people", found.id, found.person_id, found.person_id)


def _older_cv(uow: Reading) -> Spot:
    from ui.cvs.written_editor import version_record

    version = _one(uow, select(CvVersion).where(CvVersion.number == 2))
    found = uow.get(Cv, version.cv_id)
    return Spot("people", version_record(found.id, 1), found.person_id, found.person_id)


def _letter(uow: Reading) -> Spot:
    found = _one(uow, select(Letter).join(Person, Person.id == Letter.person_id).where(_KNOWN))
    return Spot("people", found.id, found.person_id, found.person_id)


_KNOWN = Person.protection == Protection.NONE


def _new_area(uow: Reading) -> Spot:
    found = _one(uow, select(Programme))
    return Spot("work", found.id, place=found.id)


def _inspection(uow: Reading) -> Spot:
    found = _one(uow, select(Inspection).where(Inspection.closed_at.is_(None)))
    return Spot("work", found.id, place=found.programme_id)


def _finished(uow: Reading) -> Spot:
    found = _one(uow, select(Inspection).where(Inspection.closed_at.is_not(None)))
    return Spot("work", found.id, place=found.programme_id)


def _waiting(uow: Reading) -> Spot:
    looked_again = aliased(InspectionPoint)
    judged = exists(select(looked_again.id).where(looked_again.follows_id == InspectionPoint.id))
    waits = select(Inspection).join(InspectionPoint, InspectionPoint.inspection_id == Inspection.id)
    found = _one(uow, waits.where(InspectionPoint.is_again, ~judged, Inspection.closed_at.is_not(None)))
    return Spot("work", found.id, place=found.programme_id)


def _remark(uow: Reading) -> Spot:
    remarked = select(InspectionPoint).join(Inspection, Inspection.id == InspectionPoint.inspection_id)
    found = _one(uow, remarked.where(InspectionPoint.verdict == PointVerdict.REMARKED, Inspection.closed_at.is_(None)))
    return Spot("work", found.id, place=found.inspection_id)


def _level(uow: Reading) -> Spot:
    found = _one(uow, select(TrainingLevel))
    return Spot("work", found.unit_id, found.person_id, uow.get(TrainingUnit, found.unit_id).programme_id)


def _of_work(model: type[WorkArea | WorkTask | TrainingUnit | Chemical | Introduction | KeyReceipt]) -> Find:
    def find(uow: Reading) -> Spot:
        found = _one(uow, select(model))
        return Spot("work", found.id, place=found.programme_id)

    return find


def _shift(uow: Reading) -> Spot:
    marked = select(Attendance.id).where(Attendance.shift_id == Shift.id)
    found = _one(uow, select(Shift).where(~marked.exists(), Shift.cancelled.is_(False)))
    return Spot("work", found.id, place=found.programme_id)


def _mark(uow: Reading) -> Spot:
    found = _one(uow, select(Attendance))
    return Spot("work", draft_key(found.shift_id, found.person_id), found.person_id, found.shift_id)


_OPEN = Case.status == CaseStatus.ENROLLED

SCENES: dict[str, Scene] = {
    "new person": Scene("person.new", _plain("people")),
    "person": Scene("person", _person),
    "why a protected person is shown": Scene("person.reveal", _protected),
    "new note": Scene("person.note", _person),
    "note": Scene("person.note.change", _note),
    "new enrolment": Scene("case.enrol", _person),
    "enrolment": Scene("case.correct", _case),
    "status": Scene("case.status", _case),
    "closing page": Scene("case.closing", _case),
    "new outcome": Scene("case.outcome", _case),
    "outcome": Scene("case.outcome.change", _outcome),
    "follow-up of an outcome": Scene("case.follow_up", _follow_up),
    "new application": Scene("application.new", _person),
    "application": Scene("application", _application),
    "stage of an application": Scene("application.stage", _application),
    "corrected stage of an application": Scene("application.step", _stage),
    "new campaign": Scene("campaign", _plain("campaigns")),
    "campaign": Scene("campaign", _campaign),
    "new partner": Scene("campaign.partner.new", _campaign),
    "partner": Scene("campaign.partner", _part(CampaignPartner)),
    "new stand": Scene("campaign.stand.new", _campaign),
    "stand": Scene("campaign.stand", _part(Stand)),
    "new activity": Scene("campaign.activity.new", _campaign),
    "activity": Scene("campaign.activity", _part(CampaignActivity)),
    "new measure": Scene("campaign.measure.new", _campaign),
    "measure": Scene("campaign.measure", _part(CampaignMeasure)),
    "new evaluation": Scene("campaign.evaluation.new", _campaign),
    "evaluation": Scene("campaign.evaluation", _part(Evaluation)),
    "several counts": Scene("campaign.count", _campaign),
    "corrected count": Scene("campaign.count.correct", _count),
    "new event": Scene("event", _plain("events")),
    "event": Scene("event", _event),
    "cancelled event": Scene("event.cancelled", _event),
    "changed event": Scene("event.changed", _event),
    "numbers of an event": Scene("event.numbers", _event),
    "targets of a year": Scene("report.targets", _year),
    "voice of a year": Scene("report.voice", _year),
    "new series": Scene("event.series.new", _plain("events")),
    "series": Scene("event.series", _of("events", EventSeries)),
    "new week": Scene("event.week.new", _plain("events")),
    "week": Scene("event.week", _week),
    "meeting": Scene("meeting", _booked),
    "booking": Scene("meeting.book", _person),
    "moved meeting": Scene("meeting.move", _booked),
    "cancelled meeting": Scene("meeting.cancel", _booked),
    "nobody came": Scene("meeting.no_show", _booked),
    "corrected meeting": Scene("meeting.correct", _meeting),
    "new step": Scene("step.new", _person),
    "step": Scene("step.change", _step),
    "new organisation": Scene("organisation.new", _plain("organisations")),
    "organisation": Scene("organisation", _of("organisations", Organisation)),
    "new programme": Scene("programme.new", _plain("programmes")),
    "programme": Scene("programme.change", _of("programmes", Programme)),
    "copied programme": Scene("programme.copy", _of("programmes", Programme)),
    "extended programme": Scene("programme.extend", _of("programmes", Programme)),
    "corrected extension of a programme": Scene("programme.extension", _of("programmes", ProgrammeExtension)),
    "stated participants": Scene("programme.state", _of("programmes", Programme)),
    "new participant": Scene("programme.enrol", _of("programmes", Programme)),
    "participant": Scene("programme.leave", _participation),
    "new assignment": Scene("programme.assignment", _plain("programmes")),
    "assignment": Scene("programme.assignment", _of("programmes", Assignment)),
    "new indicator": Scene("programme.indicator.new", _plain("programmes")),
    "indicator": Scene("programme.indicator", _of("programmes", Indicator)),
    "new sub-question": Scene("programme.factor.new", _of("programmes", Indicator)),
    "sub-question": Scene("programme.factor", _of("programmes", IndicatorFactor)),
    "new place": Scene("programme.place.new", _plain("programmes")),
    "place": Scene("programme.place", _of("programmes", Place)),
    "new partner of a programme": Scene("programme.partner.new", _of("programmes", Programme)),
    "partner of a programme": Scene("programme.partner", _of("programmes", ProgrammePartner)),
    "new month": Scene("programme.month", _of("programmes", Indicator)),
    "month": Scene("programme.month.change", _month),
    "new target": Scene("programme.target", _of("programmes", Indicator)),
    "target": Scene("programme.target.change", _target),
    "new goal to suggest": Scene("suggestion.new", _plain("settings")),
    "new step to suggest": Scene("suggestion.step", _suggested),
    "suggestion": Scene("suggestion", _suggested),
    "new user": Scene("user.new", _plain("settings"), ADMIN),
    "user": Scene("user", _of("settings", User), ADMIN),
    "own telephone": Scene("user.phone", _plain("settings")),
    "new inspection": Scene("inspection.new", _new_area),
    "second look": Scene("inspection.again", _waiting),
    "inspection": Scene("inspection.head", _inspection),
    "corrected inspection": Scene("inspection.reopen", _finished),
    "remark": Scene("inspection.remark", _remark),
    "new training unit": Scene("training.unit.new", _new_area),
    "training unit": Scene("training.unit", _of_work(TrainingUnit)),
    "level": Scene("training.level", _level),
    "new product": Scene("safety.chemical.new", _new_area),
    "product": Scene("safety.chemical", _of_work(Chemical)),
    "new introduction": Scene("safety.introduction.new", _new_area),
    "introduction": Scene("safety.introduction", _of_work(Introduction)),
    "new key": Scene("safety.key.new", _new_area),
    "key": Scene("safety.key", _of_work(KeyReceipt)),
    "new area": Scene("work.area.new", _new_area),
    "area": Scene("work.area", _of_work(WorkArea)),
    "new task": Scene("work.task.new", _of_work(WorkArea)),
    "task": Scene("work.task", _of_work(WorkTask)),
    "new shift": Scene("shift.new", _new_area),
    "shift": Scene("shift", _shift),
    "shift cancelled": Scene("shift.cancel", _shift),
    "mark": Scene("attendance", _mark),
    "new plan": Scene("plan.new", _person),
    "career plan": Scene("plan.situation", _plan(PlanKind.CAREER)),
    "development plan": Scene("plan.goal", _plan(PlanKind.PERSONAL)),
    "health plan": Scene("plan.situation", _plan(PlanKind.HEALTH)),
    "new follow-up of a plan": Scene("plan.review.new", _new_review),
    "follow-up of a plan": Scene("plan.review", _review(PlanReview.held_on.is_not(None))),
    "planned follow-up of a plan": Scene("plan.review.held", _review(_TO_COME)),
    "new plan for a follow-up": Scene("plan.review.plan", _new_review),
    "day of a follow-up of a plan": Scene("plan.review.time", _review(_TO_COME)),
    "follow-up of a plan called off": Scene("plan.review.missed", _review(PlanReview.called_off.is_not(None))),
    "new rating of a goal": Scene("plan.rating.other", _ratings),
    "ratings of a goal": Scene("plan.ratings", _ratings),
    "signature": Scene("plan.signature", _of_plan(PlanVersion)),
    "new consent": Scene("consent.new", _person),
    "consent": Scene("consent.correct", _consent),
    "withdrawn consent": Scene("consent.withdraw", _consent),
    "text of the consent": Scene("consent.text", _person),
    "corrected signature": Scene("plan.signature.change", _signed),
    "completed plan": Scene("plan.completion", _plan(PlanKind.PERSONAL)),
    "answers about progress": Scene("progress.answer", _round_of),
    "new question about progress": Scene("progress.question.new", _plain("people")),
    "question about progress": Scene("progress.question", _question),
    "new CV": Scene("cv.new", _person),
    "CV": Scene("cv", _cv),
    "older CV": Scene("cv", _older_cv),
    "new letter": Scene("letter.new", _person),
    "letter": Scene("letter", _letter),
    "title of a paper": Scene("paper.title", _cv),
}
