"""Who may see and change which plan; what one may not see is not there.

A health plan exists only for whoever holds the health key and has the right to see health, a protected person's plan only
for whoever has the key and the right for those.
"""

from typing import TypeVar
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base.errors import NotAllowed, UserError, gone, stale
from jobbpunkt.base.words import N_
from jobbpunkt.consents import access as consented
from jobbpunkt.register import gate, shield
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.plan import Plan, PlanGoal, PlanMilestone, PlanRating, PlanReview, PlanStep, PlanVersion
from models.vocabulary import ConsentPurpose, HistoryAction, PlanKind, PlanStatus


class NoConsent(UserError):
    """There is no consent to a plan for better health, or it was withdrawn."""


Part = TypeVar("Part", PlanGoal, PlanMilestone, PlanStep, PlanRating, PlanReview, PlanVersion)


def found(uow: Reading, plan_id: UUID) -> Plan:
    """Return the plan, or raise NotFound when there is none that the user may see."""
    uow.require(Permission.SEE_PLANS)
    plan = uow.session.scalar(select(Plan).where(Plan.id == plan_id, shield.visible_plans(uow)))
    if plan is None:
        raise gone()
    gate.require_need(uow, Permission.SEE_PLANS, plan.person_id, health=plan.kind is PlanKind.HEALTH)
    if plan.kind is PlanKind.HEALTH:
        _require_open(uow, plan)
    return plan


def opened(uow: Writing, plan_id: UUID) -> Plan:
    """Return the plan to be read; of a health plan each reading is noted first, or it fails."""
    plan = found(uow, plan_id)
    if plan.kind is PlanKind.HEALTH:
        uow.note(HistoryAction.READ, noun="plan", record_id=plan.id, person_id=plan.person_id)
    else:
        gate.require_reading(uow, Permission.SEE_PLANS, plan.person_id, noun="plan", record=plan.id)
    return plan


def editable(uow: Reading, plan_id: UUID) -> Plan:
    """Return the plan to be changed; a completed one is refused."""
    plan = found(uow, plan_id)
    if plan.status is PlanStatus.CLOSED:
        raise UserError("This plan is completed. Open it again if you want to change it.")
    return plan


def editable_part(uow: Reading, model: type[Part], record_id: UUID, version: int | None = None) -> tuple[Part, Plan]:
    """Return a part of a plan with its plan, to be changed; Stale when it has another version than the form saw."""
    uow.require(Permission.SEE_PLANS)  # before it is looked for: whether it is there is told to nobody else
    row, plan_id = _placed(uow, model, record_id)
    plan = editable(uow, plan_id)
    if version is not None and row.version != version:
        raise stale()
    return row, plan


def found_part(uow: Reading, model: type[Part], record_id: UUID) -> tuple[Part, Plan]:
    """Return a part of a plan with its plan, or raise NotFound when there is none that the user may see."""
    uow.require(Permission.SEE_PLANS)
    row, plan_id = _placed(uow, model, record_id)
    return row, found(uow, plan_id)


def require_kind(uow: Reading, kind: PlanKind) -> None:
    """Refuse to make a health plan for whoever could not open it afterwards."""
    if kind is PlanKind.HEALTH:
        uow.require(Permission.SEE_HEALTH)
        if not uow.vault.health.open_to_user:
            raise NotAllowed(uow.vault.health.refusal)


def demand_consent(uow: Reading, person_id: UUID) -> None:
    """Refuse a health plan of a person whose consent does not stand: none is made, and what there is stays shut."""
    require_kind(uow, PlanKind.HEALTH)
    if consented.standing(uow, person_id, ConsentPurpose.HEALTH_PLAN) is None:
        raise NoConsent(N_("A plan for better health needs the person's consent. Record the consent first."))


def _require_open(uow: Reading, plan: Plan) -> None:
    if consented.standing(uow, plan.person_id, ConsentPurpose.HEALTH_PLAN) is None:
        raise NoConsent(N_("This plan is shut: its person's consent does not stand. Record a new consent, and it opens again."))


def revised(plan: Plan) -> None:
    """Note that the words of a plan are no longer those of its adopted version."""
    if plan.status is PlanStatus.ADOPTED:
        plan.status = PlanStatus.DRAFT


def _placed(uow: Reading, model: type[Part], record_id: UUID) -> tuple[Part, UUID]:
    row = uow.session.get(model, record_id)
    if row is None:
        raise gone()
    if isinstance(row, PlanGoal | PlanReview | PlanVersion):
        return row, row.plan_id
    plan_id = uow.session.scalar(select(PlanGoal.plan_id).where(PlanGoal.id == row.goal_id))
    if plan_id is None:
        raise gone()
    return row, plan_id
