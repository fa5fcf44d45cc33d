"""The sheet that a participant takes home from a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base.errors import gone
from jobbpunkt.base.words import Words
from jobbpunkt.coaching import lists, reading
from jobbpunkt.coaching.data import Participant, SessionDetails, SessionRow, StepView
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.account import User
from models.person import Person
from models.vocabulary import HistoryAction

if TYPE_CHECKING:
    from jobbpunkt.documents.session_data import AgreedStepLine, NextMeeting, SessionDocument


def document(uow: Reading, session_id: UUID, words: Words, *, person_id: UUID | None = None) -> SessionDocument:
    """Return the summary of a meeting for all who took part, or for one of them with their own steps only."""
    from jobbpunkt.documents.session_data import SessionDocument  # the first page of the day draws no paper

    found = reading.details(uow, session_id)
    row = lists.without_place(found.row)
    people = [person for person in row.people if person_id in (None, person.id)]
    if not people:
        raise gone()
    return SessionDocument(
        participants=tuple(person.name.shown(words) for person in people),
        coach=row.coach,
        kind=row.facts.kind,
        starts_at=row.starts_at,
        place=row.facts.place,
        interpreter=row.facts.interpreter,
        summary=found.summary,
        steps=_lines(found, found.steps, person_id, words),
        earlier_steps=_lines(found, found.earlier, person_id, words),
        next_meeting=_next(lists.next_of(uow, [person.id for person in people], row.starts_at)),
        phone=uow.session.scalar(select(User.phone).where(User.id == row.coach_id)) or "",
        speaks=_language(uow, people),
    )


def note_printed(uow: Writing, session_id: UUID, *, person_id: UUID | None = None) -> None:
    """Note in the history of each participant, or of the one whose sheet it was, that it was printed or saved."""
    row = reading.details(uow, session_id).row
    for person in row.people:
        if person_id not in (None, person.id):
            continue
        uow.note(HistoryAction.PRINTED, noun="coaching_session", record_id=row.id, person_id=person.id)


def _lines(
    found: SessionDetails, steps: tuple[StepView, ...], person_id: UUID | None, words: Words
) -> tuple[AgreedStepLine, ...]:
    several = len(found.row.people) > 1
    wanted = [step for step in steps if person_id in (None, step.person_id)]
    return tuple(_line(step, words, named=several and person_id is None) for step in wanted)


def _line(step: StepView, words: Words, *, named: bool) -> AgreedStepLine:
    from jobbpunkt.documents.session_data import AgreedStepLine

    whose = step.person.shown(words) if named else ""
    return AgreedStepLine(step.words.text, step.words.responsible, step.words.due_on, step.done_on, whose)


def _language(uow: Reading, people: list[Participant]) -> str:
    """Return what those who take the sheet home speak, as it was typed; nothing where they speak different languages."""
    found = set(uow.session.scalars(select(Person.language).where(Person.id.in_([person.id for person in people]))))
    return found.pop() if len(found) == 1 else ""


def _next(row: SessionRow | None) -> NextMeeting | None:
    from jobbpunkt.documents.session_data import NextMeeting

    return None if row is None else NextMeeting(row.starts_at, row.facts.place, row.facts.kind)
