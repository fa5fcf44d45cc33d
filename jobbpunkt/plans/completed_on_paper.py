"""A completed plan as the paper of how it went."""

from datetime import date
from uuid import UUID

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from jobbpunkt.documents.completion_data import CompletedGoal, CompletionDocument, LeftStep
from jobbpunkt.documents.plan_data import PlannedStep, SelfRating
from jobbpunkt.plans import reading
from jobbpunkt.plans.data import GoalView, PlanView, StepView
from jobbpunkt.register.unit_of_work import Writing
from models.vocabulary import PlanStatus, Rater


def completion(uow: Writing, plan_id: UUID, words: Words) -> CompletionDocument:
    """Return how a plan went, which is completed; opening a health plan is noted, so that it needs to write."""
    return completed(reading.view(uow, plan_id), words, uow.clock.today())


def completed(view: PlanView, words: Words, today: date) -> CompletionDocument:
    """Return what the paper of a completed plan says; refuses one that is not completed."""
    if view.status is not PlanStatus.CLOSED:
        raise UserError("This plan is not completed, so there is nothing to sum up yet.")
    said = view.completion.words if view.completion else None
    far, why = (dict(said.goals), dict(said.steps)) if said else ({}, {})
    return CompletionDocument(
        person=view.person.shown(words),
        coach=view.coach,
        starts_on=view.situation.starts_on,
        completed_on=said.completed_on if said else today,
        own=said.own if said else "",
        summary=said.summary if said else "",
        goals=tuple(_goal(goal, far, why) for goal in view.goals),
        speaks=view.situation.language,
        code=view.code,
    )


def _goal(goal: GoalView, far: dict[UUID, str], why: dict[UUID, str]) -> CompletedGoal:
    own = [rating for rating in goal.ratings if rating.by is Rater.PARTICIPANT]
    last = own[-1] if own else None
    return CompletedGoal(
        goal.words.title,
        far.get(goal.id, ""),
        SelfRating(last.rated_on, last.value) if last else None,
        tuple(_step(step) for step in goal.steps if step.done_on is not None),
        tuple(LeftStep(_step(step), why.get(step.id) or step.reason) for step in goal.steps if step.done_on is None),
    )


def _step(step: StepView) -> PlannedStep:
    return PlannedStep(step.words.text, step.words.responsible, step.words.who, step.words.due_on, step.done_on)
