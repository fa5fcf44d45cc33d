"""Plans; a plan for better health is there for nobody without the key and the right."""

from jobbpunkt.plans import access, adopting, following, goals, listing, making, milestones, reading, steps
from jobbpunkt.plans.data import GoalWords, MilestoneWords, NewPlan, ReviewWords, Situation, StepWords
from jobbpunkt.plans.paper import document
from models.plan import PlanGoal
from models.vocabulary import PlanKind, SignatureRole
from tests.permissions.desk import DAY, Door, asks_first, may, one, sees

_GOAL, _MILESTONE, _STEP = GoalWords("Körkort"), MilestoneWords("Uppkörning"), StepWords("Ring")
_REVIEW = ReviewWords(DAY, "Två ansökningar")
_NOW = Situation(DAY)

DOORS: dict[str, tuple[Door, ...]] = {
    "plans.access.editable": (may("CK", lambda u, _: access.editable(u, one("plan"))),),
    "plans.access.editable_part": (may("CK", lambda u, _: access.editable_part(u, PlanGoal, one("plan_goal"))),),
    "plans.access.found": (
        may("CKS", lambda u, _: access.found(u, one("plan"))),
        sees("C", lambda u, d: access.found(u, d.health_plan)),
        sees("C", lambda u, d: access.found(u, d.protected_plan)),
    ),
    "plans.access.found_part": (may("CKS", lambda u, _: access.found_part(u, PlanGoal, one("plan_goal"))),),
    "plans.access.opened": (may("CKS", lambda u, _: access.opened(u, one("plan"))),),
    "plans.access.require_kind": (may("C", lambda u, _: access.require_kind(u, PlanKind.HEALTH)),),
    "plans.adopting.adopt": (
        may("CK", lambda u, d: adopting.adopt(u, plan_id=one("plan"), version=1, words=d.words)),
        sees("C", lambda u, d: adopting.adopt(u, plan_id=d.health_plan, version=1, words=d.words)),
    ),
    "plans.adopting.note_printed": (may("CKS", lambda u, _: adopting.note_printed(u, one("plan"))),),
    "plans.adopting.remove_signature": (
        may("CK", lambda u, _: adopting.remove_signature(u, signature_id=one("plan_signature"))),
    ),
    "plans.adopting.sign": (
        may(
            "CK",
            lambda u, _: adopting.sign(u, version_id=one("plan_version"), role=SignatureRole.PARTICIPANT, signed_on=DAY),
        ),
    ),
    "plans.adopting.version_pdf": (may("CKS", lambda u, _: adopting.version_pdf(u, one("plan_version"))),),
    "plans.following.add_review": (may("CK", lambda u, _: following.add_review(u, plan_id=one("plan"), words=_REVIEW)),),
    "plans.following.change_review": (
        may("CK", lambda u, _: following.change_review(u, review_id=one("plan_review"), version=1, words=_REVIEW)),
    ),
    "plans.following.rate": (may("CK", lambda u, _: following.rate(u, goal_id=one("plan_goal"), value=5)),),
    "plans.following.correct_ratings": (
        may("CK", lambda u, _: following.correct_ratings(u, goal_id=one("plan_goal"), right=(), wrong=[one("plan_rating")])),
    ),
    "plans.following.remove_review": (may("CK", lambda u, _: following.remove_review(u, review_id=one("plan_review"))),),
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
    "plans.listing.all_plans": (may("CKS", lambda u, _: listing.all_plans(u)),),
    "plans.listing.withheld": (may("CKS", lambda u, _: listing.withheld(u, [one("plan")])),),
    "plans.listing.due": (may("CKS", lambda u, _: listing.due(u)),),
    "plans.listing.goals_of_person": (may("CKS", lambda u, _: listing.goals_of_person(u, one("person"))),),
    "plans.listing.of_person": (may("CKS", lambda u, _: listing.of_person(u, one("person"))),),
    "plans.listing.page": (may("CKS", lambda u, _: listing.page(u)), may("CKS", lambda u, _: listing.page(u, words="a"))),
    "plans.making.change_situation": (
        may("CK", lambda u, _: making.change_situation(u, plan_id=one("plan"), version=1, situation=_NOW)),
    ),
    "plans.making.close": (may("CK", lambda u, _: making.close(u, plan_id=one("plan"))),),
    "plans.making.create": (
        may("CK", lambda u, _: making.create(u, NewPlan(one("person"), PlanKind.CAREER, _NOW))),
        may("C", lambda u, _: making.create(u, NewPlan(one("person"), PlanKind.HEALTH, _NOW))),
        asks_first("C", lambda u, _: making.create(u, NewPlan(one("plan"), PlanKind.HEALTH, _NOW))),
        may("C", lambda u, d: making.create(u, NewPlan(d.protected, PlanKind.CAREER, _NOW))),
    ),
    "plans.making.remove": (may("CK", lambda u, d: making.remove(u, plan_id=d.loose_plan)),),
    "plans.making.reopen": (may("CK", lambda u, _: making.reopen(u, plan_id=one("plan"))),),
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
    "plans.paper.document": (may("CKS", lambda u, d: document(u, one("plan"), d.words)),),
    "plans.reading.view": (
        may("CKS", lambda u, _: reading.view(u, one("plan"))),
        sees("C", lambda u, d: reading.view(u, d.health_plan)),
        sees("C", lambda u, d: reading.view(u, d.protected_plan)),
    ),
    "plans.reading.view_after": (
        may("CK", lambda u, _: reading.view_after(u, one("plan"), making.close(u, plan_id=one("plan")))),
    ),
    "plans.steps.add_step": (may("CK", lambda u, _: steps.add_step(u, goal_id=one("plan_goal"), words=_STEP)),),
    "plans.steps.change_step": (may("CK", lambda u, _: steps.change_step(u, step_id=one("plan_step"), version=1, words=_STEP)),),
    "plans.steps.move_step": (may("CK", lambda u, _: steps.move_step(u, step_id=one("plan_step"), up=True)),),
    "plans.steps.remove_step": (may("CK", lambda u, _: steps.remove_step(u, step_id=one("plan_step"))),),
    "plans.steps.tick_step": (may("CK", lambda u, _: steps.tick_step(u, step_id=one("plan_step"), done=True)),),
}
INNER: dict[str, str] = {
    "plans.body.read": "opens the words of a row that a service has found",
    "plans.body.write": "writes the words of a row that a service has found",
    "plans.following.read_rating": "opens the words of a row that a service has found",
    "plans.following.read_review": "opens the words of a row that a service has found",
    "plans.goals.read_goal": "opens the words of a row that a service has found",
    "plans.goals.remove_goals": "removes for the plan that goes, which has asked",
    "plans.making.read_situation": "opens the words of a row that a service has found",
    "plans.milestones.read_milestone": "opens the words of a row that a service has found",
    "plans.reading.goals": "reads for plans that a service has found",
    "plans.steps.read_step": "opens the words of a row that a service has found",
}
