"""Making a plan, writing its situation, completing it and taking a mistaken one away."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import exists, select

from jobbpunkt.base import checks, codes
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.ids import new_id
from jobbpunkt.base.words import N_
from jobbpunkt.plans import access, body
from jobbpunkt.plans.completing import remove_completion
from jobbpunkt.plans.data import NewPlan, ReviewTime, Situation
from jobbpunkt.plans.goals import remove_goals
from jobbpunkt.plans.kinds import OWN
from jobbpunkt.plans.reviews import first_day, plan_next
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.plan import Plan, PlanReview, PlanVersion
from models.vocabulary import PlanKind, PlanStatus

_IN_BODY = ("current", "desired", "language", "interpreter")


def create(uow: Writing, new: NewPlan) -> Change:
    """Make a plan in draft."""
    access.require_kind(uow, new.kind)
    gate.require_need(uow, Permission.SEE_PLANS, new.person_id, health=new.kind is PlanKind.HEALTH)
    if new.kind is PlanKind.HEALTH:
        access.demand_consent(uow, new.person_id)
    situation = _checked(new.situation, new.kind)
    plan = Plan(
        id=new_id(),
        person_id=new.person_id,
        coach_id=new.coach_id or uow.user.id,
        programme_id=new.programme_id,
        kind=new.kind,
        status=PlanStatus.DRAFT,
        code=_unused_code(uow),
    )
    _write(uow, plan, situation)
    plan.review_on = new.review_on  # as `plan_next` finds it again
    uow.add(plan)
    if new.review_on is not None:
        uow.flush()  # the follow-up refers to it
        plan_next(uow, plan, ReviewTime(new.review_on), field="review_on")
    return uow.change(plan, N_("The plan has been made."))


def change_situation(uow: Writing, *, plan_id: UUID, version: int, situation: Situation) -> Change:
    """Save present and desired situation, language, period and what the plan's kind asks."""
    access.editable(uow, plan_id)
    plan = uow.fresh(Plan, plan_id, version)
    before = read_situation(uow, plan)
    after = _checked(situation, plan.kind)
    met = first_day(uow, plan)
    if met is not None and after.starts_on > max(met, before.starts_on):
        raise InvalidInput(
            "A follow-up of this plan is on {day}. Choose that day or an earlier one.", field="starts_on", day=met.isoformat()
        )
    _write(uow, plan, after)
    if after != before:
        access.revised(plan)
    return uow.change(plan, N_("The plan has been saved."))


def read_situation(uow: Reading, plan: Plan) -> Situation:
    """Return what a plan says of the situation, with its days."""
    values = body.read(uow, plan)
    return Situation(starts_on=plan.starts_on, ends_on=plan.ends_on, **values)


def remove(uow: Writing, *, plan_id: UUID) -> Change:
    """Take away a plan made by mistake; one that was ever adopted is completed instead."""
    plan = access.editable(uow, plan_id)
    if uow.session.scalar(select(exists().where(PlanVersion.plan_id == plan.id))):
        raise UserError("This plan has been adopted and is kept. Complete it instead of removing it.")
    remove_goals(uow, plan)
    remove_completion(uow, plan)
    for review in uow.session.scalars(select(PlanReview).where(PlanReview.plan_id == plan.id)):
        uow.remove(review)
    uow.flush()
    uow.remove(plan)
    return uow.change_of(plan_id, N_("The plan has been removed."))


def _unused_code(uow: Reading) -> str:
    while uow.session.scalar(select(exists().where(Plan.code == (code := codes.fresh())))):
        pass
    return code


def _checked(situation: Situation, kind: PlanKind) -> Situation:
    for name in ("starts_on", "ends_on"):
        checks.day(getattr(situation, name), field=name)
    checks.day_order(situation.starts_on, situation.ends_on, field="ends_on")
    return replace(
        situation,
        current=checks.text(situation.current, field="current", longest=checks.NOTE),
        desired=checks.text(situation.desired, field="desired", longest=checks.NOTE),
        language=checks.line(situation.language, field="language", longest=checks.NAME),
        interpreter=checks.line(situation.interpreter, field="interpreter", longest=checks.NAME),
        own=_own(situation.own, kind),
    )


def _own(typed: Mapping[str, str], kind: PlanKind) -> dict[str, str]:
    """Return what stands in the fields of a kind; the empty ones are not kept, since nobody was asked them."""
    known = {field.name: field for field in OWN[kind]}
    if strange := typed.keys() - known.keys():
        raise ValueError(f"a plan of this kind does not ask {sorted(strange)}")
    tidy = {name: checks.text(text, field=name, longest=checks.NOTE) for name, text in typed.items() if known[name].is_long}
    tidy |= {name: checks.line(text, field=name) for name, text in typed.items() if not known[name].is_long}
    return {name: text for name, text in tidy.items() if text}


def _write(uow: Reading, plan: Plan, situation: Situation) -> None:
    plan.starts_on, plan.ends_on = situation.starts_on, situation.ends_on
    values: dict[str, Any] = {name: getattr(situation, name) for name in _IN_BODY}
    if situation.own:  # a plan from before there were such fields stays as it was written
        values["own"] = dict(situation.own)
    body.write(uow, plan.kind, plan, values)
