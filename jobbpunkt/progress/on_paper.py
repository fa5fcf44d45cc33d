"""A person's way towards work on paper: what they answered themselves. What the coach believes stands on no paper for them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from jobbpunkt.people import names
from jobbpunkt.progress.reading import of_person
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.person import Person
from models.vocabulary import HistoryAction, Rater

if TYPE_CHECKING:
    from jobbpunkt.documents.progress_data import ProgressDocument


def document(uow: Reading, person_id: UUID, words: Words) -> ProgressDocument:
    """Return what a person has answered about their way towards work."""
    from jobbpunkt.documents.progress_data import Asked, ProgressDocument  # the first page of the day draws no paper

    seen = of_person(uow, person_id)
    answered = seen.answered(Rater.PARTICIPANT)
    if not answered:
        raise UserError("Nothing is answered by the participant yet, so there is nothing to print.")
    asked = []
    for question in seen.questions:
        values = tuple((one.answered_on, one.values.get(question.id)) for one in answered if one.answered_on)
        if any(value is not None for _, value in values):
            least, most = question.ends([value for _, value in values if value is not None])
            asked.append(Asked(question.words.area, question.words.asks_participant, least, most, values))
    return ProgressDocument(
        person=names(uow, [person_id])[person_id].shown(words),
        printed_on=uow.clock.today(),
        asked=tuple(asked),
        speaks=uow.session.scalar(select(Person.language).where(Person.id == person_id)) or "",
    )


def note_printed(uow: Writing, person_id: UUID) -> None:
    """Note in the person's history that the paper was printed or saved."""
    gate.require_need(uow, Permission.SEE_NOTES, person_id)
    uow.note(HistoryAction.PRINTED, noun="person", record_id=person_id, person_id=person_id)
