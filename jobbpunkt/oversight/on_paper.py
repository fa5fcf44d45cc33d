"""Who has looked at a person, on paper for that person."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base.clock import day_of
from jobbpunkt.base.words import Words
from jobbpunkt.oversight.looks import Look, months_before, of_person
from jobbpunkt.people.names import names
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.person import Person
from models.vocabulary import HistoryAction

if TYPE_CHECKING:
    from jobbpunkt.documents.looked import LookedDocument, LookLine

MONTHS = 12
REASON = "looks"


def document(uow: Reading, person_id: UUID, words: Words) -> LookedDocument:
    """Return who looked in the last year; looks at plans for better health stand in these plans' own extract."""
    from jobbpunkt.documents.looked import LookedDocument  # the first page of the day draws no paper

    today = uow.clock.today()
    found = of_person(uow, person_id, months_before(today, MONTHS))
    looks = [look for look in found.rows if not look.of_health]
    return LookedDocument(
        person=names(uow, [person_id])[person_id].shown(words),
        first=min([found.since, *(day_of(look.at) for look in looks)]),
        last=today,
        looks=tuple(_line(look) for look in looks),
        speaks=uow.session.scalar(select(Person.language).where(Person.id == person_id)) or "",
    )


def note_printed(uow: Writing, person_id: UUID) -> None:
    """Note in the person's history that the paper was printed or saved."""
    gate.require_need(uow, Permission.SEE_NOTES, person_id)
    uow.note(HistoryAction.PRINTED, noun="person", record_id=person_id, person_id=person_id, reason=REASON)


def _line(look: Look) -> LookLine:
    from jobbpunkt.documents.extract import Label
    from jobbpunkt.documents.looked import LookLine

    swedish, english = Words("sv"), Words("en")
    roles = Label(*(", ".join(sorted(words(role.label).lower() for role in look.roles)) for words in (swedish, english)))
    return LookLine(
        look.at, look.user, roles, Label(swedish(look.what.label), english(look.what.label)), look.action, look.reason
    )
