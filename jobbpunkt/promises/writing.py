"""Ticking promises and moving their day, wherever they were made; several at once are undone together."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from jobbpunkt import coaching, plans
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.plans import access
from jobbpunkt.plans.steps import read_step
from jobbpunkt.register.unit_of_work import Writing
from models.plan import PlanStep

Versions = Mapping[UUID, int]


def tick(uow: Writing, *, agreed: Versions, planned: Versions, done: bool = True) -> Change:
    """Note that promises of meetings and of plans are kept, today, or are not after all; each upon the version that was seen."""
    first = _first(agreed, planned)
    for step_id, version in planned.items():
        access.editable_part(uow, PlanStep, step_id, version)
        plans.tick_step(uow, step_id=step_id, done=done)
    for step_id, version in agreed.items():
        coaching.tick_step(uow, step_id, version, done=done)
    return uow.change_of(first, N_("The promise is kept.") if done else N_("The promise is open again."))


def move(uow: Writing, *, to: date, agreed: Versions, planned: Versions) -> Change:
    """Move promises of meetings and of plans to another day; a plan with a moved step is no longer what was adopted."""
    first = _first(agreed, planned)
    for step_id, version in planned.items():
        step, _ = access.editable_part(uow, PlanStep, step_id, version)
        words = replace(read_step(uow, step), due_on=to)
        plans.change_step(uow, step_id=step_id, version=version, words=words)
    if agreed:
        coaching.move_steps(uow, agreed, to=to)
    return uow.change_of(first, N_("The promise has been moved."))


def _first(agreed: Versions, planned: Versions) -> UUID:
    first = next(iter([*planned, *agreed]), None)
    if first is None:
        raise UserError("Choose a promise in the list first.")
    return first
