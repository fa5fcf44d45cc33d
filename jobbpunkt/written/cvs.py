"""CVs: whole JSON Resume documents in immutable versions."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from jobbpunkt import resume
from jobbpunkt.base.changes import Change
from jobbpunkt.base.words import N_
from jobbpunkt.documents.cv_data import CvDocument, cv_document
from jobbpunkt.foreign import reading as foreign
from jobbpunkt.people.details import details as read_details
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.written import versioned
from jobbpunkt.written.versioned import ForPrint, NewWritten, Opened, OwnedWritten, VersionRow, WrittenKind, WrittenRow
from models.account import User
from models.cv import Cv, CvVersion
from models.person import Person
from models.vocabulary import HistoryAction

KIND = WrittenKind(Cv, CvVersion, "cv_id", "resume")
CvView = Opened[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: the change, how many posts of each list, and what was done to the file on the way in."""

    change: Change
    counts: dict[str, int]
    notes: tuple[resume.Note, ...]


def blank(uow: Reading, person_id: UUID) -> dict[str, Any]:
    """Return a document to begin with: the person's name and how to reach them, nothing of a protected person."""
    details = read_details(uow, person_id)
    data = details.data
    known = {"name": details.name.text, "phone": data.phone, "email": data.email}
    basics: dict[str, Any] = {name: value for name, value in known.items() if value}
    if data.city:
        basics["location"] = {"city": data.city}
    licences = [{"name": data.driving_licence}] if data.driving_licence else []
    return {"basics": basics, "certificates": licences}


def create(uow: Writing, new: NewWritten, content: dict[str, Any] | None = None) -> Change:
    """Add a CV with its first version; without content it begins with what is known of the person."""
    checked = resume.check(blank(uow, new.person_id) if content is None else content)
    row = versioned.add(uow, KIND, new, resume.dump(checked))
    return uow.change(row, N_("The CV has been added."))


def opened(raw: bytes) -> resume.ReadResume:
    """Return the CV in a JSON Resume file that somebody chose; UserError says in one sentence why it cannot be read."""
    return resume.accepted(*foreign.resume(raw))


def import_resume(uow: Writing, person_id: UUID, raw: bytes, title: str = "", campaign_id: UUID | None = None) -> Imported:
    """Add a CV from the bytes of a JSON Resume file; without a title it gets the document's own."""
    reading = opened(raw)
    basics = reading.resume.get("basics", {})
    new = NewWritten(person_id, title or basics.get("label", "")[:100] or "CV", campaign_id=campaign_id)
    row = versioned.add(uow, KIND, new, resume.dump(reading.resume))
    return Imported(uow.change(row, N_("The CV has been imported.")), resume.counts(reading.resume), reading.notes)


def save(uow: Writing, cv_id: UUID, based_on: int, content: dict[str, Any], note: str = "") -> Change:
    """Save a new version on top of number `based_on`; Stale if there is a newer one, no new version if nothing changed."""
    changed = versioned.save(uow, KIND, cv_id, based_on, resume.dump(resume.check(content)), note)
    sentence = N_("A new version of the CV has been saved.") if changed else versioned.NOTHING_NEW
    return uow.change_of(cv_id, sentence, undoable=changed)


def restore(uow: Writing, cv_id: UUID, number: int, based_on: int) -> Change:
    """Make an older version the latest again, as a new version."""
    return save(uow, cv_id, based_on, get(uow, cv_id, number).content)


def rename(uow: Writing, cv_id: UUID, version: int, title: str, language: str = "") -> Change:
    """Give a CV another title, and perhaps another language for its headings."""
    return versioned.rename(uow, KIND, cv_id, version, title, language)


@depends_on(Cv, CvVersion, Person, User)
def of_person(uow: Reading, person_id: UUID) -> tuple[WrittenRow, ...]:
    """Return a person's CVs, the latest changed first."""
    return versioned.of_person(uow, KIND, person_id)


def of_everybody(uow: Reading) -> tuple[OwnedWritten, ...]:
    """Return everybody's CVs that the user may see, the latest changed first."""
    return versioned.of_everybody(uow, KIND)


@depends_on(Cv, CvVersion, User)
def versions(uow: Reading, cv_id: UUID) -> tuple[VersionRow, ...]:
    """Return the versions of a CV, the newest first."""
    return versioned.versions(uow, KIND, cv_id)


def get(uow: Writing, cv_id: UUID, number: int | None = None) -> CvView:
    """Return a version of a CV, the latest if no number is given; a protected person's needs a writing transaction."""
    return versioned.opened(uow, KIND, cv_id, resume.load, number)


def document(uow: Writing, cv_id: UUID, number: int | None = None) -> ForPrint[CvDocument]:
    """Return what a version holds for print; a CV is its person's own paper, so their name stands on it as they wrote it."""
    view = get(uow, cv_id, number)
    return ForPrint(cv_document(view.content), view.language)


def export(uow: Writing, cv_id: UUID, number: int | None = None) -> bytes:
    """Return a version as a JSON Resume file, and note in the history that it left the register."""
    exported = get(uow, cv_id, number).content
    versioned.noted(uow, KIND, cv_id, HistoryAction.EXPORTED)
    return resume.dump(exported).encode()


def note_printed(uow: Writing, cv_id: UUID) -> None:
    """Note in the history that a CV was printed or saved as a PDF."""
    versioned.noted(uow, KIND, cv_id, HistoryAction.PRINTED)
