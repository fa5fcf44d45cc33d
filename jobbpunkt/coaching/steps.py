"""Agreed steps: what somebody said they would do, ticked when it is done."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, select

from jobbpunkt.base import checks, red_days
from jobbpunkt.base.changes import Change
from jobbpunkt.base.words import N_
from jobbpunkt.coaching import access
from jobbpunkt.coaching.data import StepView, StepWords
from jobbpunkt.people.names import name_of
from jobbpunkt.register import gate, shield
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.coaching import AgreedStep
from models.person import Person


def add_step(uow: Writing, person_id: UUID, words: StepWords, *, session_id: UUID | None = None) -> Change:
    """Note a step that was agreed with a person, in a meeting or between two."""
    uow.require(Permission.SEE_NOTES)
    access.known(uow, [person_id])
    if session_id is not None:
        access.found(uow, session_id)
    return uow.change(add(uow, person_id, words, session_id=session_id), N_("The agreed step has been added."))


def add(uow: Writing, person_id: UUID, words: StepWords, *, session_id: UUID | None) -> AgreedStep:
    """Add a step within the transaction of something larger, which has asked who may."""
    row = AgreedStep(person_id=person_id, session_id=session_id)
    _write(row, words)
    return uow.add(row)


def change_step(uow: Writing, step_id: UUID, version: int, words: StepWords, *, done_on: date | None) -> Change:
    """Put a step right: what it says, who does it, by when, and the day on which it was done."""
    row = access.step(uow, step_id, version)
    _write(row, words)
    row.done_on = checks.past_day(done_on, uow.clock.today(), field="done_on")
    return uow.change(row, N_("The agreed step has been saved."))


def postpone_step(uow: Writing, step_id: UUID, version: int) -> Change:
    """Move a step to the next day on which people work: after its own day, or after today when that has passed."""
    row, today = access.step(uow, step_id, version), uow.clock.today()
    row.due_on = red_days.workday_from(max(row.due_on or today, today) + timedelta(days=1))
    return uow.change(row, N_("The agreed step has been moved."))


def move_steps(uow: Writing, versions: Mapping[UUID, int], *, to: date) -> Change:
    """Move several steps, each as it was seen, to one day; undone together."""
    uow.require(Permission.SEE_NOTES)
    moved = uow.session.scalars(select(AgreedStep).where(AgreedStep.id.in_(versions))).all()
    access.known(uow, {row.person_id for row in moved})
    for step_id, version in versions.items():
        uow.fresh(AgreedStep, step_id, version).due_on = checks.day(to, field="due_on")
    return uow.change_of(next(iter(versions)), N_("The agreed steps have been moved."))


def tick_step(uow: Writing, step_id: UUID, version: int, *, done: bool = True, on: date | None = None) -> Change:
    """Mark a step as done, today unless said otherwise, or as not done after all."""
    row = access.step(uow, step_id, version)
    if not done:
        row.done_on = None
        return uow.change(row, N_("The agreed step is open again."))
    row.done_on = checks.past_day(on, uow.clock.today(), field="done_on") or uow.clock.today()
    return uow.change(row, N_("The agreed step is done."))


def drop_step(uow: Writing, step_id: UUID, version: int) -> Change:
    """Take a step away that is no longer agreed; it can be undone."""
    row = access.step(uow, step_id, version)
    uow.remove(row)
    return uow.change(row, N_("The agreed step has been dropped."))


@depends_on(AgreedStep, Person)
def steps_of_person(uow: Reading, person_id: UUID) -> tuple[StepView, ...]:
    """Return all steps agreed with a person, open ones first, those due soonest before others."""
    gate.require_reading(uow, Permission.SEE_NOTES, person_id)
    return rows(uow, AgreedStep.person_id == person_id)


def open_steps(uow: Reading, person_id: UUID) -> tuple[StepView, ...]:
    """Return the steps agreed with a person that are not done, those due soonest first."""
    gate.require_reading(uow, Permission.SEE_NOTES, person_id)
    return rows(uow, and_(AgreedStep.person_id == person_id, AgreedStep.done_on.is_(None)))


def rows(uow: Reading, wanted: ColumnElement[bool]) -> tuple[StepView, ...]:
    """Return the steps that the user may see and that `wanted` holds for, open ones first; one query."""
    return views(uow.session.execute(query(wanted, sees=shield.sees_protected(uow))).all())


def query(wanted: ColumnElement[bool], *, sees: bool) -> Select[*tuple[Any, ...]]:
    """Return the query for steps, open ones first, those due soonest before others."""
    step = (AgreedStep.id, AgreedStep.version, AgreedStep.person_id, AgreedStep.session_id)
    words = (AgreedStep.text, AgreedStep.responsible, AgreedStep.due_on, AgreedStep.done_on)
    name = (Person.given_name, Person.family_name, Person.reference, Person.protection)
    found = select(*step, *words, *name).join(Person, Person.id == AgreedStep.person_id)
    order = (AgreedStep.done_on.is_not(None), AgreedStep.due_on.is_(None), AgreedStep.due_on, AgreedStep.id)
    return found.where(shield.visible_if(sees=sees), wanted).order_by(*order)


def views(rows: Sequence[Sequence[Any]]) -> tuple[StepView, ...]:
    """Return the steps of such rows."""
    return tuple(
        StepView(key, version, person, name_of(*name), session, StepWords(text, who, due), done)
        for key, version, person, session, text, who, due, done, *name in rows
    )


def _write(row: AgreedStep, words: StepWords) -> None:
    row.text = checks.line(words.text, field="text", required=True)
    row.responsible, row.due_on = words.responsible, checks.day(words.due_on, field="due_on")
