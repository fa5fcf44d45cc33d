"""Making a plan, writing its situation, completing it and taking a mistaken one away."""

from dataclasses import asdict, replace
from uuid import UUID

from sqlalchemy import exists, select

from jobbpunkt import checks
from jobbpunkt.changes import Change
from jobbpunkt.errors import UserError
from jobbpunkt.i18n import N_
from jobbpunkt.ids import new_id
from jobbpunkt.permissions import Permission
from jobbpunkt.plans import access, body
from jobbpunkt.plans.data import NewPlan, Situation
from jobbpunkt.plans.goals import remove_goals
from jobbpunkt.shield import require_protected
from jobbpunkt.unit_of_work import UnitOfWork
from models.person import Person
from models.plan import Plan, PlanReview, PlanVersion
from models.vocabulary import PlanStatus, Protection

_IN_BODY = ("current", "desired", "language", "interpreter")


def create(uow: UnitOfWork, new: NewPlan) -> Change:
    """Make a plan in draft."""
    uow.require(Permission.EDIT_PLANS)
    access.require_kind(uow, new.kind)
    person = uow.get(Person, new.person_id)
    if person.protection is not Protection.NONE:
        require_protected(uow)
    situation = _checked(new.situation)
    plan = Plan(
        id=new_id(),
        person_id=new.person_id,
        coach_id=new.coach_id or uow.user.id,
        programme_id=new.programme_id,
        kind=new.kind,
        status=PlanStatus.DRAFT,
    )
    _write(uow, plan, situation)
    return uow.change(uow.add(plan), N_("The plan has been made."))


def change_situation(uow: UnitOfWork, *, plan_id: UUID, version: int, situation: Situation) -> Change:
    """Save present and desired situation, language, period and next follow-up."""
    access.editable(uow, plan_id)
    plan = uow.fresh(Plan, plan_id, version)
    before = read_situation(uow, plan)
    after = _checked(situation)
    _write(uow, plan, after)
    if replace(after, review_on=before.review_on) != before:  # another day for the follow-up revises nothing
        access.revised(plan)
    return uow.change(plan, N_("The plan has been saved."))


def read_situation(uow: UnitOfWork, plan: Plan) -> Situation:
    """Return what a plan says of the situation, with its days."""
    values = body.read(uow, plan)
    return Situation(starts_on=plan.starts_on, ends_on=plan.ends_on, review_on=plan.review_on, **values)


def close(uow: UnitOfWork, *, plan_id: UUID) -> Change:
    """Complete a plan: it stays to be read, and is no longer due for follow-up."""
    plan = access.editable(uow, plan_id)
    plan.status = PlanStatus.CLOSED
    return uow.change(plan, N_("The plan is completed."))


def reopen(uow: UnitOfWork, *, plan_id: UUID) -> Change:
    """Take up a completed plan again, as a draft."""
    uow.require(Permission.EDIT_PLANS)
    plan = access.found(uow, plan_id)
    plan.status = PlanStatus.DRAFT
    return uow.change(plan, N_("The plan is open again."))


def remove(uow: UnitOfWork, *, plan_id: UUID) -> Change:
    """Take away a plan made by mistake; one that was ever adopted is completed instead."""
    plan = access.editable(uow, plan_id)
    if uow.session.scalar(select(exists().where(PlanVersion.plan_id == plan.id))):
        raise UserError("This plan has been adopted and is kept. Complete it instead of removing it.")
    remove_goals(uow, plan)
    for review in uow.session.scalars(select(PlanReview).where(PlanReview.plan_id == plan.id)):
        uow.remove(review)
    uow.flush()
    uow.remove(plan)
    return uow.change_of(plan_id, N_("The plan has been removed."))


def _checked(situation: Situation) -> Situation:
    for name in ("starts_on", "ends_on", "review_on"):
        checks.day(getattr(situation, name), field=name)
    checks.day_order(situation.starts_on, situation.ends_on, field="ends_on")
    return replace(
        situation,
        current=checks.text(situation.current, field="current", longest=checks.NOTE),
        desired=checks.text(situation.desired, field="desired", longest=checks.NOTE),
        language=checks.line(situation.language, field="language", longest=checks.NAME),
        interpreter=checks.line(situation.interpreter, field="interpreter", longest=checks.NAME),
    )


def _write(uow: UnitOfWork, plan: Plan, situation: Situation) -> None:
    plan.starts_on, plan.ends_on, plan.review_on = situation.starts_on, situation.ends_on, situation.review_on
    values = asdict(situation)
    body.write(uow, plan.kind, plan, {name: values[name] for name in _IN_BODY})
