"""A key receipt as it goes on paper, with room for two names."""

from uuid import UUID

from jobbpunkt.base.words import Words
from jobbpunkt.documents.key_receipt_data import KeyReceiptDocument
from jobbpunkt.people import names
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.account import User
from models.person import Person
from models.programme import Programme
from models.safety import KeyReceipt
from models.vocabulary import HistoryAction


def document(uow: Reading, receipt_id: UUID, words: Words) -> KeyReceiptDocument:
    """Return what a key receipt says."""
    uow.require(Permission.SEE_WORK)
    row = uow.get(KeyReceipt, receipt_id)
    giver = uow.get(User, row.given_by)
    return KeyReceiptDocument(
        key=row.key,
        participant=names(uow, [row.person_id])[row.person_id].shown(words),
        programme=uow.get(Programme, row.programme_id).name,
        given_by=giver.name,
        phone=giver.phone,
        given_on=row.given_on,
        due_on=row.due_on,
        returned_on=row.returned_on,
        speaks=uow.get(Person, row.person_id).language,
    )


def note_printed(uow: Writing, receipt_id: UUID) -> None:
    """Note in the history that a key receipt was printed or saved."""
    uow.require(Permission.SEE_WORK)
    row = uow.get(KeyReceipt, receipt_id)
    uow.note(HistoryAction.PRINTED, noun=KeyReceipt.__tablename__, record_id=row.id, person_id=row.person_id)
