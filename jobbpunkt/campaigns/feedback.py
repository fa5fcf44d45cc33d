"""What participants and partners thought, in three taps: who, how it was, what was best. Nobody is named; answers only grow."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.errors import Stale
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.campaign import Campaign
from models.on_site import Feedback
from models.vocabulary import Evaluator, Opinion


@dataclass(frozen=True, slots=True)
class Answers:
    """What one kind of people answered: how many, how it was, and what was best, the most often said first."""

    evaluator: Evaluator
    number: int
    opinions: tuple[tuple[Opinion, int], ...]
    best: tuple[tuple[str, int], ...]
    today: int = 0


def give_feedback(uow: Writing, campaign_id: UUID, *, evaluator: Evaluator, opinion: Opinion, best: str = "") -> Change:
    """Note what somebody thought; `best` is what they liked best, empty where they named nothing."""
    uow.require(Permission.COUNT)
    uow.get(Campaign, campaign_id)
    row = Feedback(
        campaign_id=campaign_id,
        at=uow.clock.now(),
        evaluator=evaluator,
        opinion=opinion,
        best=checks.line(best, field="best"),
        counted_by=uow.user.id,
    )
    return uow.change(uow.add(row), "", undoable=False)


def take_back_feedback(uow: Writing, feedback_id: UUID) -> Change:
    """Take back an answer by a further row that names it."""
    uow.require(Permission.COUNT)
    wrong = uow.get(Feedback, feedback_id)
    if wrong.opinion is None or uow.session.scalar(select(Feedback.id).where(Feedback.takes_back_id == feedback_id).limit(1)):
        raise Stale("This answer has been taken back already.")
    row = Feedback(
        campaign_id=wrong.campaign_id,
        at=uow.clock.now(),
        evaluator=wrong.evaluator,
        opinion=None,
        takes_back_id=wrong.id,
        counted_by=uow.user.id,
    )
    return uow.change(uow.add(row), "", undoable=False)


@depends_on(Feedback)
def feedback(uow: Reading, campaign_id: UUID) -> tuple[Answers, ...]:
    """Return what was answered, participants first; who answered nothing is there with none. It is for who asks on site."""
    uow.require(Permission.COUNT)
    return answers(uow, campaign_id)


def answers(uow: Reading, campaign_id: UUID) -> tuple[Answers, ...]:
    """Return the same within a service that has asked for permission."""
    rows = uow.session.scalars(standing_answers(campaign_id)).all()
    today = uow.clock.today()
    return tuple(
        _answers(
            by, [row for row in rows if row.evaluator is by], sum(day_of(row.at) == today for row in rows if row.evaluator is by)
        )
        for by in Evaluator
    )


def standing_answers(campaign_id: UUID) -> Select[Feedback]:
    """Return the query for a campaign's answers that nobody took back, in the order they were given."""
    later = aliased(Feedback)
    taken_back = select(later.id).where(later.takes_back_id == Feedback.id).exists()
    wanted = (Feedback.campaign_id == campaign_id, Feedback.opinion.is_not(None), ~taken_back)
    return select(Feedback).where(*wanted).order_by(Feedback.id)


def _answers(by: Evaluator, rows: list[Feedback], today: int) -> Answers:
    said = Counter(row.opinion for row in rows)
    best = Counter(row.best for row in rows if row.best)
    in_order = sorted(best.items(), key=lambda one: (-one[1], one[0].casefold()))
    return Answers(by, len(rows), tuple((one, said[one]) for one in Opinion), tuple(in_order), today)
