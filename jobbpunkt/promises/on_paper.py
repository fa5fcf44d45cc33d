"""The paper of what a person and their coach have promised each other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base.words import Words
from jobbpunkt.people import names
from jobbpunkt.plans.access import require_kind
from jobbpunkt.promises.data import Promise, Standing
from jobbpunkt.promises.reading import health_of_person, of_person
from jobbpunkt.register import consents_shield, gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.person import Person
from models.plan import Plan
from models.vocabulary import HistoryAction, PlanKind

if TYPE_CHECKING:
    from jobbpunkt.documents.promises_data import PromisesDocument


def document(uow: Writing, person_id: UUID, words: Words, *, health: bool = False) -> PromisesDocument:
    """Return what is promised without a health plan, or of the health plans alone: these are always a paper of their own."""
    from jobbpunkt.documents.promises_data import Promised, PromisesDocument  # the first page of the day draws no paper

    found = health_of_person(uow, person_id) if health else of_person(uow, person_id)
    today = uow.clock.today()
    return PromisesDocument(
        person=names(uow, [person_id])[person_id].shown(words),
        printed_on=today,
        promises=tuple(
            Promised(one.text, one.responsible, one.who, one.due_on, one.done_on) for one in found if _is_told(one, today)
        ),
        speaks=uow.session.scalar(select(Person.language).where(Person.id == person_id)) or "",
    )


def note_printed(uow: Writing, person_id: UUID, *, health: bool = False) -> None:
    """Note in the person's history that the paper was printed or saved; of health, at each health plan."""
    gate.require_need(uow, Permission.SEE_PLANS, person_id, health=health)
    if not health:
        uow.note(HistoryAction.PRINTED, noun="person", record_id=person_id, person_id=person_id)
        return
    for plan_id in _health_plans(uow, person_id):
        uow.note(HistoryAction.PRINTED, noun="plan", record_id=plan_id, person_id=person_id)


def _health_plans(uow: Reading, person_id: UUID) -> list[UUID]:
    require_kind(uow, PlanKind.HEALTH)
    wanted = (Plan.person_id == person_id, Plan.kind == PlanKind.HEALTH, consents_shield.consented())
    return list(uow.session.scalars(select(Plan.id).where(*wanted)))


def _is_told(one: Promise, today: date) -> bool:
    """Tell whether it stands on the paper: what a completed plan left undone is told in that plan's own."""
    return one.standing(today) is not Standing.ENDED
