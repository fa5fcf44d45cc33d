"""Every day that is kept is of something that happened, which may not lie ahead, or is planned, or is the clock's own."""

import ast
from collections.abc import Callable
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import Date, select

from jobbpunkt import applications, campaigns, cases, closing, coaching, indicators, plans, programmes
from jobbpunkt.applications import ApplicationData
from jobbpunkt.campaigns import CampaignDetails
from jobbpunkt.cases import CaseFacts, NewCase, NewOutcome
from jobbpunkt.closing import Ending
from jobbpunkt.coaching import MeetingFacts, MeetingRecord, NewSession
from jobbpunkt.errors import InvalidInput
from jobbpunkt.i18n import Words
from jobbpunkt.indicators import Reading
from jobbpunkt.people import details, notes
from jobbpunkt.people.details import PersonData
from jobbpunkt.plans import GoalWords, NewPlan, RatingView, ReviewWords, Situation
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register import Register
from jobbpunkt.unit_of_work import UnitOfWork
from models.application import ApplicationStep
from models.case import OutcomeFollowUp
from models.programme import ProgrammeExtension
from models.tables import metadata
from models.types import Instant
from models.vocabulary import (
    ApplicationStage,
    ClosureReason,
    Evaluator,
    OutcomeKind,
    PlanKind,
    Referrer,
    Responsible,
    SessionStatus,
    SignatureRole,
    Unit,
)
from tests.registers import NOW
from tests.rules.tree import ROOT

TODAY = NOW.date()
TOMORROW = TODAY + timedelta(days=1)
NEXT_MONTH = date(2020, 7, 1)
Made = dict[str, UUID]
Try = Callable[[UnitOfWork, Made], object]
PLANNED = "one books, hopes or agrees ahead"

# What a person can write of each day that something happened on: each way to write it, with a day to come.
HAPPENED: dict[str, tuple[Try, ...]] = {
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
    "indicator_reading.month": (lambda u, m: indicators.read(u, m["indicator"], Reading(NEXT_MONTH, 1, 1)),),
    "programme_extension.decided_on": (
        lambda u, m: programmes.extend(u, m["programme"], 2, new_end=date(2022, 1, 1), decided_on=TOMORROW),
        lambda u, m: programmes.change_extension(u, m["extension"], 1, new_end=date(2022, 1, 1), decided_on=TOMORROW),
    ),
    "plan_review.held_on": (
        lambda u, m: plans.add_review(u, plan_id=m["plan"], words=ReviewWords(TOMORROW, "x")),
        lambda u, m: plans.change_review(u, review_id=m["review"], version=1, words=ReviewWords(TOMORROW, "x")),
    ),
    "plan_rating.rated_on": (
        lambda u, m: plans.rate(u, goal_id=m["goal"], value=3, on=TOMORROW),
        lambda u, m: plans.correct_ratings(u, goal_id=m["goal"], right=[RatingView(m["rating"], 1, TOMORROW, 3)]),
    ),
    "plan_signature.signed_on": (
        lambda u, m: plans.sign(u, version_id=m["version"], role=SignatureRole.PARTICIPANT, signed_on=TOMORROW),
    ),
    "coaching_session.starts_at": (  # booked ahead, but what was held is past
        lambda u, m: coaching.correct(u, m["meeting"], 2, MeetingRecord(TOMORROW, time(9), SessionStatus.HELD, MeetingFacts())),
    ),
}
# What may lie ahead, and why.
AHEAD = {
    "assignment.starts_on": "an assignment is agreed before it begins",
    "assignment.ends_on": PLANNED,
    "programme.starts_on": "a programme is decided before it begins",
    "programme.ends_on": PLANNED,
    "campaign.starts_on": PLANNED,
    "campaign.ends_on": PLANNED,
    "campaign_week.starts_on": PLANNED,
    "campaign_week.ends_on": PLANNED,
    "case_file.enrolled_on": "one is enrolled from a day to come, and waits until then",
    "case_file.paused_until": PLANNED,
    "programme_enrolment.starts_on": "one joins a programme from a day to come",
    "programme_enrolment.ends_on": PLANNED,
    "programme_extension.previous_end": "it is the programme's own end as it stood",
    "programme_extension.new_end": PLANNED,
    "plan.starts_on": "a plan is written before it begins",
    "plan.ends_on": PLANNED,
    "plan.review_on": PLANNED,
    "plan_goal.due_on": PLANNED,
    "plan_step.due_on": PLANNED,
    "plan_milestone.due_on": PLANNED,
    "plan_review.next_on": PLANNED,
    "agreed_step.due_on": PLANNED,
    "event.starts_at": PLANNED,
    "outcome.starts_on": "work is promised before its first day",
    "outcome.ends_on": PLANNED,
    "outcome_follow_up.due_on": PLANNED,
    "application.answer_by": PLANNED,
}
# What nobody types: the program writes the clock's own day.
BY_THE_CLOCK = {
    "history_entry.at",
    "plan_version.adopted_at",
    "cv_version.made_at",
    "letter_version.made_at",
    "plan_milestone.reached_on",
    "plan_step.done_on",
}


def _step() -> coaching.StepWords:
    return coaching.StepWords("Ring", Responsible.PARTICIPANT, None)


def _close_then_correct(uow: UnitOfWork, case: UUID) -> None:
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
        lone = details.create(u, PersonData("Cia")).record
        meeting = coaching.book(u, NewSession((person,), TODAY, time(9))).record
        u.flush()
        coaching.cancel(u, meeting, 1, by=SessionStatus.CANCELLED_BY_COACH)
        programmes.extend(u, programme, 1, new_end=date(2021, 12, 31), decided_on=TODAY)
        found = {
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
            "indicator": indicators.create(u, key="k", name="I").record,
            "review": plans.add_review(u, plan_id=plan, words=ReviewWords(TODAY, "x")).record,
            "rating": plans.rate(u, goal_id=goal, value=3).record,
        }
    with sqlite_register.writing() as u:
        view = plans.view(u, plan)
        found["version"] = plans.adopt(u, plan_id=plan, version=view.version, words=words_sv).record
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
    with pytest.raises(InvalidInput, match=r"^This day has not come yet\."), sqlite_register.writing() as uow:
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
