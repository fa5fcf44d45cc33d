"""A plan for better health with one word in every text that it can hold, made as the window makes it, to be looked for."""

import dataclasses
import typing
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from jobbpunkt import consents, plans
from jobbpunkt.base.words import Words
from jobbpunkt.consents import GivenConsent
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from models.tables import metadata
from models.vocabulary import CalledOff, ConsentForm, ConsentPurpose, PlanKind, Responsible, SignatureRole

WORD = "kvittenlykta"
# What is chosen where it lets somebody write more.
_OPENS = frozenset({Responsible.OTHER, ConsentForm.ORAL})
T = typing.TypeVar("T")


def filled(kind: type[T], today: date, **given: Any) -> T:
    """Return typed data with the word in each of its texts, found by its fields, so that a new one joins by itself."""
    hints = typing.get_type_hints(kind)
    values = {one.name: _value(one.name, hints[one.name], today) for one in dataclasses.fields(typing.cast("Any", kind))}
    return kind(**{name: value for name, value in values.items() if value is not None} | given)


def _value(name: str, hint: Any, today: date) -> Any:
    kinds = typing.get_args(hint) or (hint,)
    if str in kinds and typing.get_origin(hint) is not dict:
        return f"{WORD} {name}"
    if date in kinds:
        return today
    choices = next((one for one in kinds if isinstance(one, type) and issubclass(one, Enum)), None)
    return next((one for one in choices if one in _OPENS), None) if choices else None


def plant(register: Register, person: UUID, kind: PlanKind = PlanKind.HEALTH, **within: Any) -> UUID:
    """Record a consent and write a whole plan of somebody, for better health or another: adopted, signed, rated, followed up."""
    words = Words("sv")
    with register.writing() as uow:
        today = uow.clock.today()
        consents.give(uow, person, ConsentPurpose.HEALTH_PLAN, filled(GivenConsent, today), words)
        own = {field.name: f"{WORD} {field.name}" for field in plans.OWN[kind]}
        situation = filled(plans.Situation, today, own=own)
        plan = plans.create(uow, plans.NewPlan(person, kind, situation, **within)).record
        goal = plans.add_goal(uow, plan_id=plan, words=filled(plans.GoalWords, today)).record
        plans.add_milestone(uow, goal_id=goal, words=filled(plans.MilestoneWords, today))
        step = plans.add_step(uow, goal_id=goal, words=filled(plans.StepWords, today)).record
        plans.add_step(uow, goal_id=goal, words=filled(plans.StepWords, today))
        plans.rate(uow, goal_id=goal, words=filled(plans.RatingWords, today, value=7))
    with register.writing() as uow:
        plans.tick_step(uow, step_id=step, done=True)
        version = plans.adopt(uow, plan_id=plan, version=plans.view(uow, plan).version, words=words).record
        for role in SignatureRole:
            plans.sign(uow, version_id=version, role=role, signed_on=today, name=f"{WORD} {role.value}")
    with register.writing() as uow:
        _follow(uow, plan, today)
        gone = plans.add_goal(uow, plan_id=plan, words=filled(plans.GoalWords, today)).record
    with register.writing() as uow:
        plans.remove_goal(uow, goal_id=gone)
    with register.writing() as uow:
        far, why = ((goal, f"{WORD} goal"),), ((step, f"{WORD} step"),)
        plans.close(uow, plan_id=plan, words=filled(plans.CompletionWords, today, goals=far, steps=why))
        plans.reopen(uow, plan_id=plan)
    return plan


def _follow(uow: Writing, plan: UUID, today: date) -> None:
    step = plans.view(uow, plan).goals[0].steps[1].id
    dropped = {step: filled(plans.StepAnswer, today, fate=plans.StepFate.DROPPED)}
    plans.hold_review(uow, plan_id=plan, words=filled(plans.ReviewWords, today), answers=dropped)
    missed = plans.plan_review(uow, plan_id=plan, time=plans.ReviewTime(today)).record
    excuse = filled(plans.Excuse, today, called_off=CalledOff.COACH)
    plans.miss_review(uow, review_id=missed, version=1, excuse=excuse, again=plans.ReviewTime(today))


def rows(session: Session, plan: UUID, person: UUID) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table that hangs on a plan, and the consents of its person, by table."""
    tables = metadata().tables
    found = {"plan": _where(session, tables["plan"], "id", {plan}), "consent": _consents(session, person)}
    for table in metadata().sorted_tables:
        for key in table.foreign_keys:
            above = key.column.table.name
            if above in found and above != table.name and above != "consent":
                ids = {row["id"] for row in found[above]}
                found.setdefault(table.name, []).extend(_where(session, table, key.parent.name, ids))
    return found


def _consents(session: Session, person: UUID) -> list[dict[str, Any]]:
    found = _where(session, metadata().tables["consent"], "person_id", {person})
    return [row for row in found if row["body"].startswith("sealed:")]


def _where(session: Session, table: Table, column: str, ids: set[UUID]) -> list[dict[str, Any]]:
    return [dict(row) for row in session.execute(select(table).where(table.c[column].in_(ids))).mappings()]


def said(value: Any, name: str = "") -> list[tuple[str, str]]:
    """Return every text in a body, by the name under which it stands."""
    if isinstance(value, Mapping):
        return [pair for key, one in value.items() for pair in said(one, key)]
    if isinstance(value, list):
        return [pair for one in value for pair in said(one, name)]
    return [(name, value)] if isinstance(value, str) else []
