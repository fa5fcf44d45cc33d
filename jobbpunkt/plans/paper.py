"""A plan as it stands on paper."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jobbpunkt.clock import day_of
from jobbpunkt.documents.plan_data import (
    HeldReview,
    PlanDocument,
    PlannedGoal,
    PlannedMilestone,
    PlannedStep,
    SelfRating,
    Signatory,
)
from jobbpunkt.i18n import Words
from jobbpunkt.plans import reading
from jobbpunkt.plans.data import GoalView, PlanView, StepWords
from jobbpunkt.unit_of_work import UnitOfWork
from models.vocabulary import PlanStatus, Responsible, SignatureRole


@dataclass(frozen=True, slots=True)
class Adoption:
    """The number and the day of the version that a paper shows."""

    number: int
    on: date


def document(uow: UnitOfWork, plan_id: UUID, words: Words) -> PlanDocument:
    """Return a plan as it stands now, to be printed; opening a health plan is noted, so that it needs to write."""
    return paper(reading.view(uow, plan_id), words, printed_on=uow.clock.today())


def paper(view: PlanView, words: Words, adoption: Adoption | None = None, *, printed_on: date | None = None) -> PlanDocument:
    """Return what a plan's paper says: as the version being adopted, as the adopted one, or as a draft."""
    said = view.situation
    signed = {} if adoption else _signed(view)
    adoption = adoption or _adopted(view)
    return PlanDocument(
        kind=view.kind,
        person=view.person.shown(words),
        coach=view.coach,
        starts_on=said.starts_on,
        ends_on=said.ends_on,
        review_on=said.review_on,
        programme=view.programme,
        language=said.language,
        interpreter=said.interpreter,
        version=adoption.number if adoption else None,
        adopted_on=adoption.on if adoption else None,
        printed_on=printed_on,
        present=said.current,
        wished=said.desired,
        goals=tuple(_goal(goal, view, words) for goal in view.goals),
        reviews=tuple(
            HeldReview(review.words.held_on, review.words.happened, review.words.revised, review.words.next_on)
            for review in view.reviews
        ),
        signatures=_signatures(view, words, signed),
    )


def who(step: StepWords, view: PlanView, words: Words) -> str:
    """Return who does a step: a name where there is one, so that the paper needs no explaining."""
    named = {Responsible.COACH: view.coach, Responsible.OTHER: step.who}
    return named.get(step.responsible) or words(step.responsible.label)


def _goal(goal: GoalView, view: PlanView, words: Words) -> PlannedGoal:
    said = goal.words
    return PlannedGoal(
        title=said.title,
        measure=said.measure,
        due=said.due_on,
        resources=said.resources,
        obstacles=said.obstacles,
        support=said.support,
        signs=said.signs,
        milestones=tuple(PlannedMilestone(item.words.text, item.words.due_on, item.reached_on) for item in goal.milestones),
        steps=tuple(
            PlannedStep(step.words.text, who(step.words, view, words), step.words.due_on, step.done_on) for step in goal.steps
        ),
        ratings=tuple(SelfRating(rating.rated_on, rating.value) for rating in goal.ratings),
    )


def _adopted(view: PlanView) -> Adoption | None:
    """Return the version whose words the plan still has; a draft has none."""
    if view.status is PlanStatus.DRAFT or not view.versions:
        return None
    return Adoption(view.versions[0].number, day_of(view.versions[0].adopted_at))


def _signed(view: PlanView) -> dict[SignatureRole, date]:
    if _adopted(view) is None:
        return {}
    return {signature.role: signature.signed_on for signature in view.versions[0].signatures}


def _signatures(view: PlanView, words: Words, signed: dict[SignatureRole, date]) -> tuple[Signatory, ...]:
    """Return who is to sign, and who has: the participant, the coach, and the interpreter where there is one."""
    pairs = [(SignatureRole.PARTICIPANT, view.person.shown(words)), (SignatureRole.COACH, view.coach)]
    if view.situation.interpreter:
        pairs.append((SignatureRole.INTERPRETER, view.situation.interpreter))
    return tuple(Signatory(words(role.label), name, signed.get(role)) for role, name in pairs)
