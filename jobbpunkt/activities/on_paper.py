"""The sheet for a person's activity report: gathered from what is recorded of a month, nothing added and nothing of health."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from jobbpunkt.activities import applied, met, worked
from jobbpunkt.activities.month import ToldMonth, told
from jobbpunkt.base.months import month_before
from jobbpunkt.base.words import Words
from jobbpunkt.documents.activities_data import ActivitiesDocument, Activity
from jobbpunkt.people import names
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.person import Person
from models.vocabulary import HistoryAction


def document(uow: Reading, person_id: UUID, words: Words, month: date | None = None) -> ActivitiesDocument:
    """Return what a person did in the month that a day lies in, without one in the month before this."""
    gate.require_reading(uow, Permission.SEE_NOTES, person_id)
    today = uow.clock.today()
    wanted = told(month or month_before(today), today)
    name = names(uow, [person_id])[person_id]
    lines = _lines(uow, person_id, wanted, places=not name.protected)
    return ActivitiesDocument(
        person=name.shown(words),
        month=wanted.first,
        lines=tuple(sorted(lines, key=lambda one: (one.on, one.id))),
        printed_on=today,
        through=None if wanted.is_over else wanted.last,
        speaks=uow.get(Person, person_id).language,
    )


def note_printed(uow: Writing, person_id: UUID) -> None:
    """Note in the person's history that their sheet was printed or saved."""
    gate.require_need(uow, Permission.SEE_NOTES, person_id)
    uow.note(HistoryAction.PRINTED, noun="person", record_id=person_id, person_id=person_id, reason="activities")


def _lines(uow: Reading, person_id: UUID, month: ToldMonth, *, places: bool) -> Iterator[Activity]:
    """Yield all that is recorded; where a protected person can be met stands on no paper."""
    for gathered in (applied.applied, met.met, met.written, met.taken, worked.trained, worked.joined):
        yield from gathered(uow, person_id, month)
    yield from worked.employed(uow, person_id, month, places=places)
