"""Every day that is kept is of something that happened, which may not lie ahead, or is planned, or is the clock's own."""

import ast
from collections.abc import Callable
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import Date, select

from jobbpunkt import (
    applications,
    campaigns,
    cases,
    certificates,
    closing,
    coaching,
    incidents,
    indicators,
    inspections,
    places,
    plans,
    programmes,
    progress,
    safety,
    shifts,
    training,
)
from jobbpunkt.applications import ApplicationData
from jobbpunkt.base.clock import instant
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import CampaignDetails
from jobbpunkt.cases import CaseFacts, NewCase, NewOutcome
from jobbpunkt.certificates import NewCertificate
from jobbpunkt.closing import Ending
from jobbpunkt.coaching import MeetingFacts, MeetingRecord, NewSession
from jobbpunkt.indicators import IndicatorData, MonthResult
from jobbpunkt.inspections import InspectionHead, Spot
from jobbpunkt.people import details, notes
from jobbpunkt.people.details import PersonData
from jobbpunkt.places import PlaceData
from jobbpunkt.plans import CompletionWords, GoalWords, NewPlan, RatingView, RatingWords, ReviewWords, Situation
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.safety import ChemicalData, IntroductionData, ReceiptData
from jobbpunkt.training import UnitData
from models.application import ApplicationStep
from models.case import OutcomeFollowUp
from models.programme import ProgrammeExtension
from models.tables import metadata
from models.types import Instant
from models.vocabulary import (
    ApplicationStage,
    AttendanceMark,
    ClosureReason,
    Evaluator,
    IncidentCategory,
    InspectionKind,
    IntroductionKind,
    OutcomeKind,
    PlanKind,
    Referrer,
    Responsible,
    SessionStatus,
    SignatureRole,
    SkillLevel,
    Unit,
)
from tests.registers import NOW
from tests.rules.tree import ROOT

TODAY = NOW.date()
TOMORROW = TODAY + timedelta(days=1)
NEXT_MONTH = date(2020, 7, 1)
Made = dict[str, UUID]
Try = Callable[[Writing, Made], object]
_HELD_TOMORROW = InspectionHead(InspectionKind.INSPECTION, instant(TOMORROW, time(9)), "x")
PLANNED = "one books, hopes or agrees ahead"

# What a person can write of each day that something happened on: each way to write it, with a day to come.
HAPPENED: dict[str, tuple[Try, ...]] = {
    "inspection.held_at": (lambda u, m: inspections.begin(u, m["programme"], Spot(place="x"), _HELD_TOMORROW),),
    "person.birth_date": (
        lambda u, m: details.create(u, PersonData("Ny", birth_date=TOMORROW)),
        lambda u, m: details.change(u, m["person"], 1, PersonData("Åsa", birth_date=TOMORROW)),
    ),
    "person_note.noted_on": (
        lambda u, m: notes.add(u, m["person"], "x", on=TOMORROW),
        lambda u, m: notes.change(u, m["note"], 1, "x", on=TOMORROW),
    ),
    "case_file.registered_on": (
        lambda u, m: cases.enrol(u, NewCase(m["other"], TOMORROW)),
        lambda u, m: cases.enrol_newcomers(u, [NewCase(m["other"], TOMORROW)]),
        lambda u, m: cases.correct(u, m["case"], 1, CaseFacts(TOMORROW, Referrer.SELF, TOMORROW)),
    ),
    "case_file.closed_on": (
        lambda u, m: cases.close(u, m["case"], 1, on=TOMORROW, reason=ClosureReason.MOVED),
        lambda u, m: closing.end(u, m["lone case"], 1, Ending(TOMORROW, ClosureReason.MOVED)),
        lambda u, m: _close_then_correct(u, m["case"]),
    ),
    "outcome_follow_up.asked_on": (
        lambda u, m: cases.answer_follow_up(u, m["follow-up"], 1, holds=True, on=TOMORROW),
        lambda u, m: cases.correct_follow_up(u, m["follow-up"], 1, due_on=TODAY, holds=True, asked_on=TOMORROW),
    ),
    "agreed_step.done_on": (
        lambda u, m: coaching.tick_step(u, m["step"], 1, on=TOMORROW),
        lambda u, m: coaching.change_step(u, m["step"], 1, _step(), done_on=TOMORROW),
    ),
    "application.applied_on": (
        lambda u, m: applications.create(u, m["person"], ApplicationData("AB", "Kock", TOMORROW)),
        lambda u, m: applications.change(u, m["application"], 1, ApplicationData("AB", "Kock", TOMORROW)),
    ),
    "application_step.reached_on": (
        lambda u, m: applications.create(u, m["person"], ApplicationData("AB", "Kock"), on=TOMORROW),
        lambda u, m: applications.reach(u, m["application"], 1, ApplicationStage.REJECTED, TOMORROW),
        lambda u, m: applications.change_step(u, m["stage"], 1, ApplicationStage.SENT, TOMORROW),
    ),
    "evaluation.evaluated_on": (
        lambda u, m: campaigns.evaluate(u, m["campaign"], evaluator=Evaluator.PARTNERS, text="x", evaluated_on=TOMORROW),
        lambda u, m: campaigns.change_evaluation(
            u, m["evaluation"], 1, evaluator=Evaluator.PARTNERS, text="x", evaluated_on=TOMORROW
        ),
    ),
    "tally_entry.at": (
        lambda u, m: campaigns.count(u, m["measure"], day=TOMORROW),
        lambda u, m: campaigns.count(u, m["measure"], week_id=m["week to come"]),
    ),
    "indicator_reading.month": (lambda u, m: indicators.read(u, m["indicator"], MonthResult(NEXT_MONTH, 1, 1)),),
    "incident_count.week": (lambda u, m: incidents.note(u, m["place"], TOMORROW, {IncidentCategory.BURGLARY: 1}),),
    "programme_extension.decided_on": (
        lambda u, m: programmes.extend(u, m["programme"], 2, new_end=date(2022, 1, 1), decided_on=TOMORROW),
        lambda u, m: programmes.change_extension(u, m["extension"], 1, new_end=date(2022, 1, 1), decided_on=TOMORROW),
    ),
    "plan_completion.completed_on": (
        lambda u, m: plans.close(u, plan_id=m["plan"], words=CompletionWords(TOMORROW)),
        lambda u, m: plans.change_completion(u, plan_id=m["completed"], version=1, words=CompletionWords(TOMORROW)),
    ),
    "training_level.noted_on": (lambda u, m: training.note(u, m["unit"], m["person"], SkillLevel.SEEN, day=TOMORROW),),
    "introduction.given_on": (
        lambda u, m: safety.introduce(u, m["programme"], _introduced(m)),
        lambda u, m: safety.change_introduction(u, m["introduction"], 1, _introduced(m)),
    ),
    "safety_sheet.dated_on": (lambda u, m: safety.keep_sheet(u, m["chemical"], b"", dated_on=TOMORROW),),
    "key_receipt.given_on": (
        lambda u, m: safety.hand_out(u, m["programme"], ReceiptData(m["person"], "K", TOMORROW)),
        lambda u, m: safety.change_receipt(u, m["key"], 1, ReceiptData(m["person"], "K", TOMORROW)),
    ),
    "key_receipt.returned_on": (
        lambda u, m: safety.take_back(u, m["key"], 1, day=TOMORROW),
        lambda u, m: safety.change_receipt(u, m["key"], 1, ReceiptData(m["person"], "K", TODAY, returned_on=TOMORROW)),
    ),
    "certificate.accepted_on": (lambda u, m: certificates.accept(u, NewCertificate(m["person"], m["programme"], (), TOMORROW)),),
    "progress_round.answered_on": (lambda u, m: progress.answer(u, m["round"], 1, {m["question"]: 3}, on=TOMORROW),),
    "plan_review.held_on": (
        lambda u, m: plans.hold_review(u, plan_id=m["plan"], words=ReviewWords(TOMORROW, "x")),
        lambda u, m: plans.change_review(u, review_id=m["review"], version=1, words=ReviewWords(TOMORROW, "x")),
    ),
    "plan_rating.rated_on": (
        lambda u, m: plans.rate(u, goal_id=m["goal"], words=RatingWords(3), on=TOMORROW),
        lambda u, m: plans.correct_ratings(u, goal_id=m["goal"], right=[RatingView(m["rating"], 1, TOMORROW, 3)]),
    ),
    "attendance_sheet.signed_on": (
        lambda u, m: shifts.sign(u, m["programme"], m["person"], TODAY, signed_on=TOMORROW, signed_by="x"),
    ),
    "plan_signature.signed_on": (
        lambda u, m: plans.sign(u, version_id=m["version"], role=SignatureRole.PARTICIPANT, signed_on=TOMORROW),
        lambda u, m: plans.change_signature(
            u, signature_id=m["signature"], version=1, role=SignatureRole.PARTICIPANT, signed_on=TOMORROW
        ),
    ),
    "coaching_session.starts_at": (  # booked ahead, but what was held is past
        lambda u, m: coaching.correct(u, m["meeting"], 2, MeetingRecord(TOMORROW, time(9), SessionStatus.HELD, MeetingFacts())),
    ),
}
# What may lie ahead, and why.
AHEAD = {
    "assignment.starts_on": "an assignment is agreed before it begins",
    "assignment.ends_on": PLANNED,
    "cover.starts_on": "one says before one is away who covers",
    "cover.ends_on": PLANNED,
    "programme.starts_on": "a programme is decided before it begins",
    "programme.ends_on": PLANNED,
    "campaign.starts_on": PLANNED,
    "campaign.ends_on": PLANNED,
    "campaign_week.starts_on": PLANNED,
    "campaign_week.ends_on": PLANNED,
    "case_file.enrolled_on": "one is enrolled from a day to come, and waits until then",
    "case_file.paused_until": PLANNED,
    "inspection_point.due_on": PLANNED,
    "shift.day": "shifts are planned before they are held; who was there is marked only then",
    "work_area.ended_on": PLANNED,
    "programme_enrolment.starts_on": "one joins a programme from a day to come",
    "programme_enrolment.ends_on": PLANNED,
    "programme_extension.previous_end": "it is the programme's own end as it stood",
    "programme_extension.new_end": PLANNED,
    "plan.starts_on": "a plan is written before it begins",
    "plan.ends_on": PLANNED,
    "plan.review_on": PLANNED,
    "plan_goal.due_on": PLANNED,
    "plan_step.due_on": PLANNED,
    "progress_round.due_on": PLANNED,
    "plan_milestone.due_on": PLANNED,
    "plan_review.planned_on": PLANNED,
    "plan_review.opens_on": PLANNED,
    "plan_review.closes_on": PLANNED,
    "agreed_step.due_on": PLANNED,
    "event.starts_at": PLANNED,
    "report_release.first_day": "a report of a period whose end has not come is let out",
    "report_release.last_day": "a report of a period whose end has not come is let out",
    "event_series.starts_on": "a series is planned before it begins",
    "event_series.ends_on": PLANNED,
    "outcome.starts_on": "work is promised before its first day",
    "outcome.ends_on": PLANNED,
    "outcome_follow_up.due_on": PLANNED,
    "application.answer_by": PLANNED,
    "training_unit.ended_on": PLANNED,
    "chemical.ended_on": PLANNED,
    "key_receipt.due_on": PLANNED,
}
# What nobody types: the program writes the clock's own day.
BY_THE_CLOCK = {
    "inspection.closed_at",
    "inspection.corrected_on",
    "attendance_sheet.month",
    "history_entry.at",
    "report_release.at",
    "report_release.data_on",
    "consent_text.made_at",
    "plan_version.adopted_at",
    "frozen_report.data_to",
    "frozen_report.first",
    "frozen_report.last",
    "frozen_report.made_at",
    "cv_version.made_at",
    "letter_version.made_at",
    "plan_milestone.reached_on",
    "plan_step.done_on",
    "progress_question.retired_on",
    "plan_step.dropped_on",
    "plan_review.typed_at",
    "field_file.made_at",
    "field_file.brought_at",
    "feedback.at",
    "stand_mark.at",
}


def _introduced(made: Made) -> IntroductionData:
    return IntroductionData(made["person"], IntroductionKind.PRODUCT, "Rent", TOMORROW)


def _step() -> coaching.StepWords:
    return coaching.StepWords("Ring", Responsible.PARTICIPANT, None)


def _close_then_correct(uow: Writing, case: UUID) -> None:
    change = cases.close(uow, case, 1, on=TODAY, reason=ClosureReason.MOVED)
    uow.flush()
    facts = CaseFacts(date(2020, 1, 2), Referrer.SELF, date(2020, 1, 2), closed_on=TOMORROW, closure_reason=ClosureReason.MOVED)
    cases.correct(uow, change.record, 2, facts)


@pytest.fixture
def made(sqlite_register: Register, words_sv: Words) -> Made:
    """One of everything that has a day."""
    with sqlite_register.writing() as u:
        person = details.create(u, PersonData("Åsa")).record
        case = cases.enrol(u, NewCase(person, date(2020, 1, 2))).record
        u.flush()
        cases.add_outcome(u, NewOutcome(case, OutcomeKind.WORK, "AB", date(2020, 3, 2)))
        application = applications.create(u, person, ApplicationData("AB", "Kock", TODAY)).record
        campaign = campaigns.create(u, CampaignDetails("Boxen", date(2020, 6, 1), date(2020, 8, 1))).record
        plan = plans.create(u, NewPlan(person, PlanKind.CAREER, Situation(TODAY))).record
        goal = plans.add_goal(u, plan_id=plan, words=GoalWords("Kock")).record
        programme = programmes.create(u, ProgrammeData("P", "Gården", ends_on=date(2020, 12, 31))).record
        programmes.enrol(u, programme, person, starts_on=TODAY)
        shift = shifts.create(u, programme, shifts.ShiftData(TODAY, time(9), time(12))).record
        shifts.mark(u, shift, person, AttendanceMark.PRESENT, seen=None)
        lone = details.create(u, PersonData("Cia")).record
        meeting = coaching.book(u, NewSession((person,), TODAY, time(9))).record
        u.flush()
        coaching.cancel(u, meeting, 1, by=SessionStatus.CANCELLED_BY_COACH)
        programmes.extend(u, programme, 1, new_end=date(2021, 12, 31), decided_on=TODAY)
        programmes.enrol(u, programme, person, starts_on=date(2020, 1, 2))
        known = IntroductionData(person, IntroductionKind.PRODUCT, "Rent", TODAY)
        found = {
            "unit": training.add(u, programme, UnitData("Metoder")).record,
            "introduction": safety.introduce(u, programme, known).record,
            "chemical": safety.add_chemical(u, programme, ChemicalData("Rent")).record,
            "key": safety.hand_out(u, programme, ReceiptData(person, "K", TODAY)).record,
            "person": person,
            "lone case": cases.enrol(u, NewCase(lone, date(2020, 1, 2))).record,
            "other": details.create(u, PersonData("Bo")).record,
            "case": case,
            "meeting": meeting,
            "application": application,
            "campaign": campaign,
            "plan": plan,
            "goal": goal,
            "programme": programme,
            "note": notes.add(u, person, "x").record,
            "step": coaching.add_step(u, person, _step()).record,
            "evaluation": campaigns.evaluate(u, campaign, evaluator=Evaluator.PARTNERS, text="x").record,
            "measure": campaigns.add_measure(u, campaign, label="CV", unit=Unit.DOCUMENTS).record,
            "place": places.create(u, PlaceData("Råby")).record,
            "indicator": indicators.create(u, IndicatorData("I"), key="k").record,
            "review": plans.hold_review(u, plan_id=plan, words=ReviewWords(TODAY, "x")).record,
            "rating": plans.rate(u, goal_id=goal, words=RatingWords(3)).record,
        }
    with sqlite_register.writing() as u:
        view = plans.view(u, plan)
        found["round"] = progress.begin(u, person, words_sv).record
        found["question"] = progress.questions(u)[0].id
        found["version"] = plans.adopt(u, plan_id=plan, version=view.version, words=words_sv).record
        found["signature"] = plans.sign(u, version_id=found["version"], role=SignatureRole.PARTICIPANT, signed_on=TODAY).record
        found["completed"] = plans.create(u, NewPlan(person, PlanKind.PERSONAL, Situation(TODAY))).record
        plans.close(u, plan_id=found["completed"])
        found["follow-up"] = u.session.scalars(select(OutcomeFollowUp.id)).first() or case
        found["stage"] = u.session.scalars(select(ApplicationStep.id)).one()
        found["extension"] = u.session.scalars(select(ProgrammeExtension.id)).one()
        found["week to come"] = campaigns.get(u, campaign).weeks[-1].id
    return found


def _columns() -> set[str]:
    dated = (Date, Instant)
    tables = metadata().sorted_tables
    return {f"{table.name}.{column.name}" for table in tables for column in table.columns if isinstance(column.type, dated)}


def test_of_every_day_it_is_said_whether_it_may_lie_ahead() -> None:
    assert {*HAPPENED, *AHEAD, *BY_THE_CLOCK} == _columns()
    assert len(HAPPENED) + len(AHEAD) + len(BY_THE_CLOCK) == len(_columns()), "none is two things"


WAYS = [(column, number) for column, ways in HAPPENED.items() for number in range(len(ways))]


@pytest.mark.parametrize(("column", "number"), WAYS, ids=[f"{column}-{number}" for column, number in WAYS])
def test_what_happened_does_not_lie_ahead(sqlite_register: Register, made: Made, column: str, number: int) -> None:
    ahead = r"^(This day has not come yet\.|The week from \{first\} has not begun)"  # a count of a week names no day of its own
    with pytest.raises(InvalidInput, match=ahead), sqlite_register.writing() as uow:
        HAPPENED[column][number](uow, made)


def test_no_day_of_something_that_happened_is_checked_as_any_day() -> None:
    happened = {column.partition(".")[2] for column in HAPPENED} - {column.partition(".")[2] for column in AHEAD}
    found = []
    for path in sorted((ROOT / "jobbpunkt").rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "checks.day":
                fields = {ast.literal_eval(word.value) for word in call.keywords if isinstance(word.value, ast.Constant)}
                found += [(path.name, call.lineno) for field in fields if field in happened]
    assert not found, "use checks.past_day"
