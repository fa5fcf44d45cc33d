"""Personal letters in immutable versions."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from uuid import UUID

from jobbpunkt import checks, papers
from jobbpunkt.changes import Change
from jobbpunkt.clock import day_of
from jobbpunkt.documents.letter import LetterDocument
from jobbpunkt.i18n import N_
from jobbpunkt.papers import NewPaper, OwnedPaper, PaperKind, PaperRow, VersionRow
from jobbpunkt.people import PersonName
from jobbpunkt.people.details import details as read_details
from jobbpunkt.reads import depends_on
from jobbpunkt.unit_of_work import UnitOfWork
from models.account import User
from models.cv import Letter, LetterVersion
from models.person import Person
from models.vocabulary import HistoryAction

KIND = PaperKind(Letter, LetterVersion, "letter_id", "content")


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


@dataclass(frozen=True, slots=True)
class LetterView:
    """A version of a letter with what it says; `row_version` is what `rename` wants."""

    id: UUID
    row_version: int
    person_id: UUID
    person: PersonName
    title: str
    language: str
    number: int
    latest: int
    made_at: datetime
    content: LetterContent


def blank(uow: UnitOfWork, person_id: UUID) -> LetterContent:
    """Return a letter to begin with: the person's name and how to reach them, nothing of a protected person."""
    details = read_details(uow, person_id)
    ways = (details.data.phone, details.data.email)
    return LetterContent(name=details.name.text, contact=", ".join(way for way in ways if way), place=details.data.city)


def create(uow: UnitOfWork, new: NewPaper, content: LetterContent | None = None) -> Change:
    """Add a letter with its first version; without content it begins with what is known of the person."""
    checked = _checked(blank(uow, new.person_id) if content is None else content)
    row = papers.add(uow, KIND, new, _dump(checked))
    return uow.change(row, N_("The letter has been added."))


def save(uow: UnitOfWork, letter_id: UUID, based_on: int, content: LetterContent, note: str = "") -> Change:
    """Save a new version on top of number `based_on`; Stale if there is a newer one, no new version if nothing changed."""
    changed = papers.save(uow, KIND, letter_id, based_on, _dump(_checked(content)), note)
    sentence = N_("A new version of the letter has been saved.") if changed else papers.NOTHING_NEW
    return uow.change_of(letter_id, sentence, undoable=changed)


def restore(uow: UnitOfWork, letter_id: UUID, number: int, based_on: int) -> Change:
    """Make an older version the latest again, as a new version."""
    return save(uow, letter_id, based_on, get(uow, letter_id, number).content)


def rename(uow: UnitOfWork, letter_id: UUID, version: int, title: str, language: str = "") -> Change:
    """Give a letter another title, and perhaps another language for its headings."""
    return papers.rename(uow, KIND, letter_id, version, title, language)


@depends_on(Letter, LetterVersion, Person, User)
def of_person(uow: UnitOfWork, person_id: UUID) -> tuple[PaperRow, ...]:
    """Return a person's letters, the latest changed first."""
    return papers.of_person(uow, KIND, person_id)


def of_everybody(uow: UnitOfWork) -> tuple[OwnedPaper, ...]:
    """Return everybody's letters that the user may see, the latest changed first."""
    return papers.of_everybody(uow, KIND)


@depends_on(LetterVersion, User)
def versions(uow: UnitOfWork, letter_id: UUID) -> tuple[VersionRow, ...]:
    """Return the versions of a letter, the newest first."""
    return papers.versions(uow, KIND, letter_id)


def get(uow: UnitOfWork, letter_id: UUID, number: int | None = None) -> LetterView:
    """Return a version of a letter, the latest if no number is given; a protected person's needs a writing transaction."""
    found = papers.opened(uow, KIND, letter_id, number)
    values = json.loads(found.text)
    content = LetterContent(**values | {"body": tuple(values["body"])})
    about = (found.id, found.row_version, found.person_id, found.person, found.title, found.language)
    return LetterView(*about, found.number, found.latest, found.made_at, content)


def document(uow: UnitOfWork, letter_id: UUID, number: int | None = None) -> LetterDocument:
    """Return what a version holds for print, dated the day it was made."""
    view = get(uow, letter_id, number)
    return letter_document(view.content, day_of(view.made_at))


def letter_document(content: LetterContent, day: date | None) -> LetterDocument:
    """Return what a letter holds for print, dated `day`."""
    return LetterDocument(**asdict(content), day=day)


def printed(uow: UnitOfWork, letter_id: UUID) -> Change:
    """Note in the history that a letter was printed or saved as a PDF."""
    papers.noted(uow, KIND, letter_id, HistoryAction.PRINTED)
    return uow.change_of(letter_id, N_("The printout has been noted."), undoable=False)


def _checked(content: LetterContent) -> LetterContent:
    lines = ("subject", "greeting", "ending", "name", "contact", "place")
    tidy = {name: checks.line(getattr(content, name), field=name) for name in lines}
    body = checks.text("\n\n".join(content.body), field="body", longest=checks.NOTE)
    recipient = checks.text(content.recipient, field="recipient", longest=500)
    paragraphs = tuple(part.strip() for part in body.split("\n\n") if part.strip())
    return replace(content, recipient=recipient, body=paragraphs, **tidy)


def _dump(content: LetterContent) -> str:
    return json.dumps(asdict(content), ensure_ascii=False, indent=1)
