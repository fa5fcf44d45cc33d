"""Personal letters in immutable versions."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from uuid import UUID

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.words import N_
from jobbpunkt.documents.letter import LetterDocument
from jobbpunkt.people.details import details as read_details
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.written import versioned
from jobbpunkt.written.versioned import ForPrint, NewWritten, Opened, OwnedWritten, VersionRow, WrittenKind, WrittenRow
from models.account import User
from models.cv import Letter, LetterVersion
from models.person import Person
from models.vocabulary import HistoryAction

KIND = WrittenKind(Letter, LetterVersion, "letter_id", "content")


@dataclass(frozen=True, slots=True)
class LetterContent:
    """What a letter says; `contact` stands beside the name, `place` before the day, `body` is one text per paragraph."""

    recipient: str = ""
    subject: str = ""
    greeting: str = ""
    body: tuple[str, ...] = ()
    ending: str = ""
    name: str = ""
    contact: str = ""
    place: str = ""


LetterView = Opened[LetterContent]


def blank(uow: Reading, person_id: UUID) -> LetterContent:
    """Return a letter to begin with: the person's name and how to reach them, nothing of a protected person."""
    details = read_details(uow, person_id)
    ways = (details.data.phone, details.data.email)
    return LetterContent(name=details.name.text, contact=", ".join(way for way in ways if way), place=details.data.city)


def create(uow: Writing, new: NewWritten, content: LetterContent | None = None) -> Change:
    """Add a letter with its first version; without content it begins with what is known of the person."""
    checked = _checked(blank(uow, new.person_id) if content is None else content)
    row = versioned.add(uow, KIND, new, _dump(checked))
    return uow.change(row, N_("The letter has been added."))


def save(uow: Writing, letter_id: UUID, based_on: int, content: LetterContent, note: str = "") -> Change:
    """Save a new version on top of number `based_on`; Stale if there is a newer one, no new version if nothing changed."""
    changed = versioned.save(uow, KIND, letter_id, based_on, _dump(_checked(content)), note)
    sentence = N_("A new version of the letter has been saved.") if changed else versioned.NOTHING_NEW
    return uow.change_of(letter_id, sentence, undoable=changed)


def restore(uow: Writing, letter_id: UUID, number: int, based_on: int) -> Change:
    """Make an older version the latest again, as a new version."""
    return save(uow, letter_id, based_on, get(uow, letter_id, number).content)


def rename(uow: Writing, letter_id: UUID, version: int, title: str, language: str = "") -> Change:
    """Give a letter another title, and perhaps another language for its headings."""
    return versioned.rename(uow, KIND, letter_id, version, title, language)


@depends_on(Letter, LetterVersion, Person, User)
def of_person(uow: Reading, person_id: UUID) -> tuple[WrittenRow, ...]:
    """Return a person's letters, the latest changed first."""
    return versioned.of_person(uow, KIND, person_id)


def of_everybody(uow: Reading) -> tuple[OwnedWritten, ...]:
    """Return everybody's letters that the user may see, the latest changed first."""
    return versioned.of_everybody(uow, KIND)


@depends_on(Letter, LetterVersion, User)
def versions(uow: Reading, letter_id: UUID) -> tuple[VersionRow, ...]:
    """Return the versions of a letter, the newest first."""
    return versioned.versions(uow, KIND, letter_id)


def get(uow: Writing, letter_id: UUID, number: int | None = None) -> LetterView:
    """Return a version of a letter, the latest if no number is given; a protected person's needs a writing transaction."""
    return versioned.opened(uow, KIND, letter_id, _load, number)


def document(uow: Writing, letter_id: UUID, number: int | None = None) -> ForPrint[LetterDocument]:
    """Return what a version holds for print, dated the day it was made."""
    view = get(uow, letter_id, number)
    return ForPrint(letter_document(view.content, day_of(view.made_at)), view.language)


def letter_document(content: LetterContent, day: date | None) -> LetterDocument:
    """Return what a letter holds for print, dated `day`."""
    return LetterDocument(**asdict(content), day=day)


def note_printed(uow: Writing, letter_id: UUID) -> None:
    """Note in the history that a letter was printed or saved as a PDF."""
    versioned.noted(uow, KIND, letter_id, HistoryAction.PRINTED)


def _checked(content: LetterContent) -> LetterContent:
    lines = ("subject", "greeting", "ending", "name", "contact", "place")
    tidy = {name: checks.line(getattr(content, name), field=name) for name in lines}
    body = checks.text("\n\n".join(content.body), field="body", longest=checks.NOTE)
    recipient = checks.text(content.recipient, field="recipient", longest=500)
    paragraphs = tuple(part.strip() for part in body.split("\n\n") if part.strip())
    return replace(content, recipient=recipient, body=paragraphs, **tidy)


def _dump(content: LetterContent) -> str:
    return json.dumps(asdict(content), ensure_ascii=False, indent=1)


def _load(text: str) -> LetterContent:
    values = json.loads(text)
    return LetterContent(**values | {"body": tuple(values["body"])})
