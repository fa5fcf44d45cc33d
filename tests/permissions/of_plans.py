"""Plans; a plan for better health is there for nobody without the key and the right."""

from datetime import date
from uuid import UUID

from jobbpunkt.plans import (
    access,
    adopting,
    comparing,
    completed_on_paper,
    completing,
    goals,
    listing,
    making,
    milestones,
    ratings,
    reading,
    reviews,
    steps,
)
from jobbpunkt.plans.data import (
    CompletionWords,
    Excuse,
    GoalWords,
    MilestoneWords,
    NewPlan,
    RatingWords,
    ReviewTime,
    ReviewWords,
    Situation,
    StepWords,
)
from jobbpunkt.plans.on_paper import document
from jobbpunkt.register.unit_of_work import Writing
from models.plan import PlanGoal
from models.vocabulary import CalledOff, PlanKind, SignatureRole
from tests.permissions.desk import DAY, Door, asks_first, may, one, open_office, sees

_GOAL, _MILESTONE, _STEP = GoalWords("Körkort"), MilestoneWords("Uppkörning"), StepWords("Ring")
_REVIEW = ReviewWords(DAY, "Två ansökningar")
_NOW, _TIME, _EXCUSE = Situation(date(2020, 3, 2)), ReviewTime(DAY), Excuse(CalledOff.COACH, "Sjuk")
_HOW_IT_WENT = CompletionWords(DAY)


def _compared(uow: Writing) -> object:
    """Compare the version with itself; what stood in the register of the test was kept before versions could be compared."""
    return comparing.compare(uow, one("plan"), one("plan_version"))


def _opened_and_noted(uow: Writing, plan: UUID) -> None:
    """Open a protected person's plan for the first time in a sitting: the look is written at the plan."""
    look = ("plan", plan)
    uow.sitting.seen.discard(look)
    access.opened(uow, plan)
    assert look in uow.looked


DOORS: dict[str, tuple[Door, ...]] = {
    "plans.access.editable": (may("CK", lambda u, _: access.editable(u, one("plan"))),),
    "plans.access.editable_part": (
        may("CK", lambda u, _: access.editable_part(u, PlanGoal, one("plan_goal"))),
        asks_first("CK", lambda u, _: access.editable_part(u, PlanGoal, one("plan"))),
    ),
    "plans.access.found": (
        may("CK", lambda u, _: access.found(u, one("plan"))),
        sees("C", lambda u, d: access.found(u, d.health_plan)),
        sees("C", lambda u, d: access.found(u, d.protected_plan)),
        # There is no such plan: whether there is one is told to nobody else.
        asks_first("CK", lambda u, _: access.found(u, one("person"))),
        may("", lambda u, d: access.found(u, d.colleagues_plan)),
        sees("", lambda u, d: access.found(open_office(u), d.colleagues_health_plan)),
    ),
    "plans.access.found_part": (
        may("CK", lambda u, _: access.found_part(u, PlanGoal, one("plan_goal"))),
        asks_first("CK", lambda u, _: access.found_part(u, PlanGoal, one("plan"))),
    ),
    "plans.access.opened": (
        may("CK", lambda u, _: access.opened(u, one("plan"))),
        sees("C", lambda u, d: _opened_and_noted(u, d.protected_plan)),
    ),
    "plans.access.demand_consent": (may("C", lambda u, _: access.demand_consent(u, one("person"))),),
    "plans.access.require_kind": (may("C", lambda u, _: access.require_kind(u, PlanKind.HEALTH)),),
    "plans.adopting.adopt": (
        may("CK", lambda u, d: adopting.adopt(u, plan_id=one("plan"), version=1, words=d.words)),
        sees("C", lambda u, d: adopting.adopt(u, plan_id=d.health_plan, version=1, words=d.words)),
    ),
    "plans.adopting.note_printed": (may("CK", lambda u, _: adopting.note_printed(u, one("plan"))),),
    "plans.adopting.remove_signature": (
        may("CK", lambda u, _: adopting.remove_signature(u, signature_id=one("plan_signature"))),
        asks_first("CK", lambda u, _: adopting.remove_signature(u, signature_id=one("plan"))),
    ),
    "plans.adopting.sign": (
        may(
            "CK",
            lambda u, _: adopting.sign(u, version_id=one("plan_version"), role=SignatureRole.PARTICIPANT, signed_on=DAY),
        ),
    ),
    "plans.adopting.version_pdf": (may("CK", lambda u, _: adopting.version_pdf(u, one("plan_version"))),),
    "plans.adopting.change_signature": (
        may(
            "CK",
            lambda u, _: adopting.change_signature(
                u, signature_id=one("plan_signature"), version=1, role=SignatureRole.PARTICIPANT, signed_on=DAY
            ),
        ),
        asks_first(
            "CK",
            lambda u, _: adopting.change_signature(
                u, signature_id=one("plan"), version=1, role=SignatureRole.PARTICIPANT, signed_on=DAY
            ),
        ),
    ),
    "plans.comparing.compare": (asks_first("CK", lambda u, _: _compared(u)),),
    "plans.completed_on_paper.completion": (
        asks_first("CK", lambda u, d: completed_on_paper.completion(u, one("plan"), d.words)),
    ),
    "plans.completing.change_completion": (
        asks_first("CK", lambda u, d: completing.change_completion(u, plan_id=d.loose_plan, version=1, words=_HOW_IT_WENT)),
    ),
    "plans.goals.add_goal": (
        may("CK", lambda u, _: goals.add_goal(u, plan_id=one("plan"), words=_GOAL)),
        sees("C", lambda u, d: goals.add_goal(u, plan_id=d.health_plan, words=_GOAL)),
    ),
    "plans.goals.change_goal": (may("CK", lambda u, _: goals.change_goal(u, goal_id=one("plan_goal"), version=1, words=_GOAL)),),
    "plans.goals.move_goal": (
        may("CK", lambda u, _: goals.move_goal(u, goal_id=one("plan_goal"), up=True)),
        sees("C", lambda u, d: goals.move_goal(u, goal_id=d.health_goal, up=True)),
    ),
    "plans.goals.remove_goal": (may("CK", lambda u, _: goals.remove_goal(u, goal_id=one("plan_goal"))),),
    "plans.listing.by_code": (may("CK", lambda u, _: listing.by_code(u, "K7M-42P")),),
    "plans.listing.all_plans": (may("CK", lambda u, _: listing.all_plans(u)),),
    "plans.listing.withheld": (may("CK", lambda u, _: listing.withheld(u, [one("plan")])),),
    "plans.listing.guarded": (may("CK", lambda u, _: listing.guarded(u, [one("plan")])),),
    "plans.listing.due": (may("CK", lambda u, _: listing.due(u)),),
    "plans.listing.goals_of_person": (may("CK", lambda u, _: listing.goals_of_person(u, one("person"))),),
    "plans.listing.of_person": (
        may("CK", lambda u, _: listing.of_person(u, one("person"))),
        may("", lambda u, d: listing.of_person(u, d.colleagues)),
    ),
    "plans.listing.page": (may("CK", lambda u, _: listing.page(u)), may("CK", lambda u, _: listing.page(u, words="a"))),
    "plans.making.change_situation": (
        may("CK", lambda u, _: making.change_situation(u, plan_id=one("plan"), version=1, situation=_NOW)),
    ),
    "plans.completing.close": (may("CK", lambda u, d: completing.close(u, plan_id=d.loose_plan)),),
    "plans.making.create": (
        may("CK", lambda u, _: making.create(u, NewPlan(one("person"), PlanKind.CAREER, _NOW))),
        may("C", lambda u, _: making.create(u, NewPlan(one("person"), PlanKind.HEALTH, _NOW))),
        asks_first("C", lambda u, _: making.create(u, NewPlan(one("plan"), PlanKind.HEALTH, _NOW))),
        may("C", lambda u, d: making.create(u, NewPlan(d.protected, PlanKind.CAREER, _NOW))),
    ),
    "plans.making.remove": (may("CK", lambda u, d: making.remove(u, plan_id=d.loose_plan)),),
    "plans.completing.reopen": (may("CK", lambda u, _: completing.reopen(u, plan_id=one("plan"))),),
    "plans.milestones.add_milestone": (
        may("CK", lambda u, _: milestones.add_milestone(u, goal_id=one("plan_goal"), words=_MILESTONE)),
    ),
    "plans.milestones.change_milestone": (
        may("CK", lambda u, _: milestones.change_milestone(u, milestone_id=one("plan_milestone"), version=1, words=_MILESTONE)),
    ),
    "plans.milestones.move_milestone": (
        may("CK", lambda u, _: milestones.move_milestone(u, milestone_id=one("plan_milestone"), up=True)),
    ),
    "plans.milestones.remove_milestone": (
        may("CK", lambda u, _: milestones.remove_milestone(u, milestone_id=one("plan_milestone"))),
    ),
    "plans.milestones.tick_milestone": (
        may("CK", lambda u, _: milestones.tick_milestone(u, milestone_id=one("plan_milestone"), reached=True)),
    ),
    "plans.on_paper.document": (may("CK", lambda u, d: document(u, one("plan"), d.words)),),
    "plans.ratings.correct_ratings": (
        may("CK", lambda u, _: ratings.correct_ratings(u, goal_id=one("plan_goal"), right=(), wrong=[one("plan_rating")])),
    ),
    "plans.ratings.rate": (may("CK", lambda u, _: ratings.rate(u, goal_id=one("plan_goal"), words=RatingWords(5))),),
    "plans.reading.view": (
        may("CK", lambda u, _: reading.view(u, one("plan"))),
        sees("C", lambda u, d: reading.view(u, d.health_plan)),
        sees("C", lambda u, d: reading.view(u, d.protected_plan)),
    ),
    "plans.reading.view_after": (
        may("CK", lambda u, _: reading.view_after(u, one("plan"), completing.close(u, plan_id=one("plan")))),
    ),
    "plans.reviews.change_review": (
        may("CK", lambda u, d: reviews.change_review(u, review_id=d.held_review, version=1, words=_REVIEW)),
    ),
    "plans.reviews.change_review_time": (
        may("CK", lambda u, _: reviews.change_review_time(u, review_id=one("plan_review"), version=1, time=_TIME)),
    ),
    "plans.reviews.hold_review": (
        may("CK", lambda u, _: reviews.hold_review(u, plan_id=one("plan"), words=_REVIEW)),
        sees("C", lambda u, d: reviews.hold_review(u, plan_id=d.health_plan, words=_REVIEW)),
    ),
    "plans.reviews.miss_review": (
        may("CK", lambda u, d: reviews.miss_review(u, review_id=d.planned_review, version=1, excuse=_EXCUSE)),
    ),
    "plans.reviews.plan_review": (may("CK", lambda u, _: reviews.plan_review(u, plan_id=one("plan"), time=_TIME)),),
    "plans.reviews.remove_review": (may("CK", lambda u, _: reviews.remove_review(u, review_id=one("plan_review"))),),
    "plans.steps.add_step": (may("CK", lambda u, _: steps.add_step(u, goal_id=one("plan_goal"), words=_STEP)),),
    "plans.steps.change_step": (may("CK", lambda u, _: steps.change_step(u, step_id=one("plan_step"), version=1, words=_STEP)),),
    "plans.steps.move_step": (may("CK", lambda u, _: steps.move_step(u, step_id=one("plan_step"), up=True)),),
    "plans.steps.remove_step": (may("CK", lambda u, _: steps.remove_step(u, step_id=one("plan_step"))),),
    "plans.steps.take_up_step": (may("CK", lambda u, _: steps.take_up_step(u, step_id=one("plan_step"))),),
    "plans.steps.tick_step": (may("CK", lambda u, _: steps.tick_step(u, step_id=one("plan_step"), done=True)),),
}
INNER: dict[str, str] = {
    "plans.body.close": "writes a name into a row that a service has found",
    "plans.body.signed": "opens the name in a row that a service has found",
    "plans.body.read": "opens the words of a row that a service has found",
    "plans.body.stored": "seals the words of a row that a service has found",
    "plans.body.text": "opens the words of a row that a service has found",
    "plans.body.write": "writes the words of a row that a service has found",
    "plans.completing.read_completion": "opens the words of a row that a service has found",
    "plans.completing.remove_completion": "removes for the plan that goes, which has asked",
    "plans.goals.read_goal": "opens the words of a row that a service has found",
    "plans.goals.remove_goals": "removes for the plan that goes, which has asked",
    "plans.making.read_situation": "opens the words of a row that a service has found",
    "plans.milestones.read_milestone": "opens the words of a row that a service has found",
    "plans.ratings.note_rating": "writes a rating of a goal that a service has found",
    "plans.ratings.read_rating": "opens the words of a row that a service has found",
    "plans.reading.view_of": "reads a plan that a service has opened",
    "plans.reading.goals": "reads for plans that a service has found",
    "plans.reviews.first_day": "reads for a plan that a service has found",
    "plans.reviews.plan_next": "writes for a plan that a service has found",
    "plans.reviews.read_excuse": "opens the words of a row that a service has found",
    "plans.reviews.read_words": "opens the words of a row that a service has found",
    "plans.standing.is_adopted": "reads for a plan that a service has found",
    "plans.standing.standing": "reads for a plan that a service has found",
    "plans.steps.answer_steps": "writes for a plan that a service has found",
    "plans.steps.read_reason": "opens the words of a row that a service has found",
    "plans.steps.read_step": "opens the words of a row that a service has found",
}
