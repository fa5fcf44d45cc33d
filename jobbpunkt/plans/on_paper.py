"""A plan as it stands on paper."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from jobbpunkt.base.words import Words
from jobbpunkt.documents.plan_data import (
    Consented,
    HeldReview,
    Meeting,
    PlanDocument,
    PlannedGoal,
    PlannedMilestone,
    PlannedStep,
    SelfRating,
    Signatory,
)
from jobbpunkt.plans import reading
from jobbpunkt.plans.data import GoalView, PlanView, Standing
from jobbpunkt.plans.frozen import mark
from jobbpunkt.plans.kinds import OWN
from jobbpunkt.register.unit_of_work import Writing
from models.vocabulary import Rater, SignatureRole


def document(uow: Writing, plan_id: UUID, words: Words) -> PlanDocument:
    """Return a plan as it stands now, to be printed; opening a health plan is noted, so that it needs to write."""
    return paper(reading.view(uow, plan_id), words, uow.clock.today())


def paper(view: PlanView, words: Words, printed_on: date, adopting: Standing | None = None) -> PlanDocument:
    """Return what a plan's paper says on a day: as the version being adopted, as the adopted one, or as a draft.

    The words are those of the window: what is shown in the place of a name that nobody may see.
    """
    said = view.situation
    adopted = adopting or view.standing
    signed = {row.role: row.signed_on for row in view.versions[0].signatures} if adopted and not adopting else {}
    return PlanDocument(
        kind=view.kind,
        person=view.person.shown(words),
        code=view.code,
        mark="" if adopting else mark(view),
        coach=view.coach,
        coach_phone=view.coach_phone,
        starts_on=said.starts_on,
        ends_on=said.ends_on,
        review_on=view.review_on,
        programme=view.programme,
        language=said.language,
        interpreter=said.interpreter,
        version=adopted.number if adopted else None,
        adopted_on=adopted.adopted_on if adopted else None,
        noted_on=adopted.noted_on if adopted else None,
        printed_on=printed_on,
        present=said.current,
        wished=said.desired,
        own=tuple((name, said.own[name]) for name in (field.name for field in OWN[view.kind]) if name in said.own),
        applications=view.sought.applications if view.sought else None,
        meeting=Meeting(view.meeting.starts_at, view.meeting.place) if view.meeting else None,
        goals=tuple(map(_goal, view.goals)),
        reviews=tuple(_reviews(view)),
        signatures=_signatures(view, words, signed),
        consent=Consented(view.consent.given.given_on, view.consent.number) if view.consent else None,
    )


def _reviews(view: PlanView) -> Iterator[HeldReview]:
    """Yield the follow-ups that were held; one that was called off is no news to take home."""
    for review in view.reviews:
        if review.words is not None:
            later = [other.time.planned_on for other in view.reviews if other.time.planned_on > review.day]
            yield HeldReview(review.day, review.words.happened, review.words.revised, min(later, default=None))


def _goal(goal: GoalView) -> PlannedGoal:
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
            PlannedStep(step.words.text, step.words.responsible, step.words.who, step.words.due_on, step.done_on)
            for step in goal.steps
            if step.dropped_on is None
        ),
        # What the coach alone believes is not printed for the person.
        ratings=tuple(SelfRating(rating.rated_on, rating.value) for rating in goal.ratings if rating.by is not Rater.COACH),
    )


def _signatures(view: PlanView, words: Words, signed: dict[SignatureRole, date]) -> tuple[Signatory, ...]:
    """Return who is to sign, and who has: the participant, the coach, and the interpreter where there is one."""
    pairs = [(SignatureRole.PARTICIPANT, view.person.shown(words)), (SignatureRole.COACH, view.coach)]
    if view.situation.interpreter:
        pairs.append((SignatureRole.INTERPRETER, view.situation.interpreter))
    return tuple(Signatory(role, name, signed.get(role)) for role, name in pairs)
