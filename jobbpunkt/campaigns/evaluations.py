"""What participants and partners thought of a campaign."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.words import N_
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.campaign import Campaign, Evaluation
from models.vocabulary import Evaluator


def evaluate(uow: Writing, campaign_id: UUID, *, evaluator: Evaluator, text: str, evaluated_on: date | None = None) -> Change:
    """Write down what participants or partners thought; today unless a day is given."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    uow.get(Campaign, campaign_id)
    today = uow.clock.today()
    day = checks.past_day(evaluated_on or today, today, field="evaluated_on")
    row = Evaluation(campaign_id=campaign_id, evaluator=evaluator, evaluated_on=day, text=_checked_text(text))
    return uow.change(uow.add(row), N_("The evaluation has been added."))


def not_evaluated(uow: Reading, first: date, last: date) -> tuple[UUID, ...]:
    """Return the campaigns that ended between two days and of which nobody wrote what anybody thought."""
    uow.require(Permission.SEE_CAMPAIGNS)
    written = select(Evaluation.id).where(Evaluation.campaign_id == Campaign.id).exists()
    return tuple(uow.session.scalars(select(Campaign.id).where(Campaign.ends_on.between(first, last), ~written)))


def change_evaluation(
    uow: Writing, evaluation_id: UUID, version: int, *, evaluator: Evaluator, text: str, evaluated_on: date
) -> Change:
    """Save an evaluation as the form has it."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    row = uow.fresh(Evaluation, evaluation_id, version)
    row.evaluator, row.text = evaluator, _checked_text(text)
    row.evaluated_on = checks.past_day(evaluated_on, uow.clock.today(), field="evaluated_on")
    return uow.change(row, N_("The evaluation has been saved."))


def remove_evaluation(uow: Writing, evaluation_id: UUID) -> Change:
    """Remove an evaluation."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    uow.remove(uow.get(Evaluation, evaluation_id))
    return uow.change_of(evaluation_id, N_("The evaluation has been removed."))


def _checked_text(text: str) -> str:
    return checks.text(text, field="text", longest=checks.NOTE, required=True)
