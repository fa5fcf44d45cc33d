"""The consent as a paper of its own, in the participant's language, to be signed or as it was given."""

from datetime import date
from uuid import UUID

from jobbpunkt.base.words import Words
from jobbpunkt.consents import access, body, texts
from jobbpunkt.documents.consent_data import ConsentDocument, GivenLine
from jobbpunkt.people import names
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.vocabulary import ConsentForm, ConsentPurpose, HistoryAction

_HEALTH = ConsentPurpose.HEALTH_PLAN


def document(uow: Reading, person_id: UUID, words: Words, purpose: ConsentPurpose = _HEALTH) -> ConsentDocument:
    """Return the consent that stands, with the text that it was given upon, or the text that holds now, to be signed."""
    access.require(uow, purpose)
    person = access.shown(uow, person_id, purpose)
    named = names(uow, [person_id])[person_id].shown(words)
    row = access.standing(uow, person_id, purpose)
    if row is None:
        text = texts.newest(uow, purpose, words)
        own = text.paragraphs if text.is_own else ()
        return ConsentDocument(purpose, named, text.number, uow.clock.today(), own, speaks=person.language)
    said = body.read(uow, row)
    given = GivenLine(date.fromisoformat(said["given_on"]), ConsentForm.of(said["how"]), said["witness"])
    paragraphs = tuple(filter(None, said["text"].split("\n"))) if said["number"] > texts.FIRST else ()
    return ConsentDocument(purpose, named, said["number"], uow.clock.today(), paragraphs, given, person.language)


def note_printed(uow: Writing, person_id: UUID, purpose: ConsentPurpose = _HEALTH) -> None:
    """Note that a person's consent was printed or saved as a file."""
    access.require(uow, purpose)
    access.known(uow, person_id, purpose)
    uow.note(HistoryAction.PRINTED, noun="consent", record_id=person_id, person_id=person_id)
