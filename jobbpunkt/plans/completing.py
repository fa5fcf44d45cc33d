"""Completing a plan: how it went, how far each goal came and why what is open was not done; and taking it up again."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.ids import new_id
from jobbpunkt.base.words import N_
from jobbpunkt.plans import access, body
from jobbpunkt.plans.data import CompletionView, CompletionWords
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.plan import Plan, PlanCompletion
from models.vocabulary import PlanStatus


def close(uow: Writing, *, plan_id: UUID, words: CompletionWords | None = None) -> Change:
    """Complete a plan, today unless said otherwise: it stays to be read, and is no longer due for follow-up."""
    plan = access.editable(uow, plan_id)
    row = _row(uow, plan) or PlanCompletion(id=new_id(), plan_id=plan.id)
    _write(uow, plan, row, words or CompletionWords(uow.clock.today()))
    uow.add(row)
    plan.status = PlanStatus.CLOSED
    return uow.change(plan, N_("The plan is completed."))


def change_completion(uow: Writing, *, plan_id: UUID, version: int, words: CompletionWords) -> Change:
    """Put right what is said of how a completed plan went."""
    plan = access.found(uow, plan_id)
    row = _row(uow, plan)
    if row is None or plan.status is not PlanStatus.CLOSED:
        raise UserError("This plan is not completed, so there is nothing to sum up yet.")
    fresh = uow.fresh(PlanCompletion, row.id, version)
    _write(uow, plan, fresh, words)
    return uow.change(fresh, N_("What is said of how the plan went has been saved."))


def reopen(uow: Writing, *, plan_id: UUID) -> Change:
    """Take up a completed plan again, as a draft; what was said of how it went is offered when it is completed anew."""
    plan = access.found(uow, plan_id)
    plan.status = PlanStatus.DRAFT
    return uow.change(plan, N_("The plan is open again."))


def remove_completion(uow: Writing, plan: Plan) -> None:
    """Take away what is said of how a plan went, with the plan that is being removed."""
    row = _row(uow, plan)
    if row is not None:
        uow.remove(row)


def read_completion(uow: Reading, plan: Plan) -> CompletionView | None:
    """Return how a plan went when it was completed, also while it is taken up again."""
    row = _row(uow, plan)
    if row is None:
        return None
    said = body.read(uow, row)
    goals, steps = (tuple((UUID(key), text) for key, text in said[name].items()) for name in ("goals", "steps"))
    return CompletionView(row.id, row.version, CompletionWords(row.completed_on, said["own"], said["summary"], goals, steps))


def _row(uow: Reading, plan: Plan) -> PlanCompletion | None:
    return uow.session.scalar(select(PlanCompletion).where(PlanCompletion.plan_id == plan.id))


def _write(uow: Writing, plan: Plan, row: PlanCompletion, words: CompletionWords) -> None:
    checks.past_day(words.completed_on, uow.clock.today(), field="completed_on")
    checks.day_order(plan.starts_on, words.completed_on, field="completed_on")
    row.completed_on = words.completed_on
    said = {name: checks.text(getattr(words, name), field=name, longest=checks.NOTE) for name in ("own", "summary")}
    told = {"goals": _told(dict(words.goals), "goal"), "steps": _told(dict(words.steps), "step")}
    body.write(uow, plan.kind, row, {**said, **told})


def _told(said: Mapping[UUID, str], field: str) -> dict[str, str]:
    """Return what is said of some parts, by their key; what is empty is not kept."""
    told = {str(key): checks.text(text, field=f"{field}-{key}", longest=checks.NOTE) for key, text in said.items()}
    return {key: text for key, text in told.items() if text}
