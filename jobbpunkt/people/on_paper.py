"""A coach's own participants on paper: who they are, when one last met and next meets, open steps, and what to mind."""

from collections import Counter
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base.words import Words
from jobbpunkt.documents.caseload import CaseloadDocument, CaseloadLine
from jobbpunkt.people.caseload import CaseloadFilter, CaseloadRow, caseload
from jobbpunkt.register import shield
from jobbpunkt.register.history import Happening
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.coaching import AgreedStep
from models.person import Person
from models.vocabulary import HistoryAction, Protection

MOST = 1000


def document(uow: Reading, words: Words) -> CaseloadDocument:
    """Return the signed-in coach's active participants as the list shows them."""
    uow.require(Permission.SEE_NOTES)
    rows = caseload(uow, shown=CaseloadFilter.MINE, limit=MOST)
    steps, mind = _open_steps(uow), _to_mind(uow, [row.id for row in rows])
    lines = tuple(_line(row, steps.get(row.id, 0), mind.get(row.id, ("", "")), words) for row in rows)
    by_status = Counter(row.status for row in rows)
    counts = tuple((status, number) for status, number in by_status.items() if status is not None)
    return CaseloadDocument(uow.user.name, uow.clock.today(), lines, counts)


def note_printed(uow: Writing) -> None:
    """Note in the history that the list was printed or saved, one row for each person on it."""
    uow.require(Permission.SEE_NOTES)
    printed = caseload(uow, shown=CaseloadFilter.MINE, limit=MOST)
    uow.note_all([Happening(HistoryAction.PRINTED, "person", row.id, row.id, reason="caseload") for row in printed])


def _line(row: CaseloadRow, steps: int, mind: tuple[str, str], words: Words) -> CaseloadLine:
    return CaseloadLine(row.name.shown(words), row.status, row.last_contact, row.next_meeting, steps, *mind)


def _open_steps(uow: Reading) -> dict[UUID, int]:
    query = (
        select(AgreedStep.person_id, func.count().label("number"))
        .join(Person, Person.id == AgreedStep.person_id)
        .where(AgreedStep.done_on.is_(None), shield.visible(uow))
        .group_by(AgreedStep.person_id)
    )
    return {row.person_id: row.number for row in uow.session.execute(query)}


def _to_mind(uow: Reading, people: Collection[UUID]) -> dict[UUID, tuple[str, str]]:
    """Return the interpreter and what else to mind about each person; of protected people nothing stands on paper."""
    query = select(Person.id, Person.interpreter, Person.contact_note).where(
        Person.id.in_(people), Person.protection == Protection.NONE
    )
    return {row.id: (row.interpreter, row.contact_note) for row in uow.session.execute(query)}
