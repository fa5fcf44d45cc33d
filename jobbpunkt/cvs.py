"""CVs: whole JSON Resume documents in immutable versions."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from jobbpunkt import papers, resume
from jobbpunkt.changes import Change
from jobbpunkt.documents.cv_data import CvDocument, cv_document
from jobbpunkt.i18n import N_
from jobbpunkt.papers import NewPaper, OwnedPaper, PaperKind, PaperRow, VersionRow
from jobbpunkt.people import PersonName
from jobbpunkt.people.details import details as read_details
from jobbpunkt.reads import depends_on
from jobbpunkt.unit_of_work import UnitOfWork
from models.account import User
from models.cv import Cv, CvVersion
from models.person import Person
from models.vocabulary import HistoryAction

KIND = PaperKind(Cv, CvVersion, "cv_id", "resume")


@dataclass(frozen=True, slots=True)
class CvView:
    """A version of a CV with its document; `row_version` is what `rename` wants."""

    id: UUID
    row_version: int
    person_id: UUID
    person: PersonName
    title: str
    language: str
    number: int
    latest: int
    made_at: datetime
    resume: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: the change, how many posts of each list, and what was done to the file on the way in."""

    change: Change
    counts: dict[str, int]
    notes: tuple[resume.Note, ...]


def blank(uow: UnitOfWork, person_id: UUID) -> dict[str, Any]:
    """Return a document to begin with: the person's name and how to reach them, nothing of a protected person."""
    details = read_details(uow, person_id)
    data = details.data
    known = {"name": details.name.text, "phone": data.phone, "email": data.email}
    basics: dict[str, Any] = {name: value for name, value in known.items() if value}
    if data.city:
        basics["location"] = {"city": data.city}
    licences = [{"name": data.driving_licence}] if data.driving_licence else []
    return {"basics": basics, "certificates": licences}


def create(uow: UnitOfWork, new: NewPaper, content: dict[str, Any] | None = None) -> Change:
    """Add a CV with its first version; without content it begins with what is known of the person."""
    checked = resume.check(blank(uow, new.person_id) if content is None else content)
    row = papers.add(uow, KIND, new, resume.dump(checked))
    return uow.change(row, N_("The CV has been added."))


def import_resume(uow: UnitOfWork, person_id: UUID, raw: bytes, title: str = "", campaign_id: UUID | None = None) -> Imported:
    """Add a CV from the bytes of a JSON Resume file; without a title it gets the document's own."""
    reading = resume.read(raw)
    basics = reading.resume.get("basics", {})
    new = NewPaper(person_id, title or basics.get("label", "")[:100] or "CV", campaign_id=campaign_id)
    row = papers.add(uow, KIND, new, resume.dump(reading.resume))
    return Imported(uow.change(row, N_("The CV has been imported.")), resume.counts(reading.resume), reading.notes)


def save(uow: UnitOfWork, cv_id: UUID, based_on: int, content: dict[str, Any], note: str = "") -> Change:
    """Save a new version on top of number `based_on`; Stale if there is a newer one, no new version if nothing changed."""
    changed = papers.save(uow, KIND, cv_id, based_on, resume.dump(resume.check(content)), note)
    sentence = N_("A new version of the CV has been saved.") if changed else papers.NOTHING_NEW
    return uow.change_of(cv_id, sentence, undoable=changed)


def restore(uow: UnitOfWork, cv_id: UUID, number: int, based_on: int) -> Change:
    """Make an older version the latest again, as a new version."""
    return save(uow, cv_id, based_on, get(uow, cv_id, number).resume)


def rename(uow: UnitOfWork, cv_id: UUID, version: int, title: str, language: str = "") -> Change:
    """Give a CV another title, and perhaps another language for its headings."""
    return papers.rename(uow, KIND, cv_id, version, title, language)


@depends_on(Cv, CvVersion, Person, User)
def of_person(uow: UnitOfWork, person_id: UUID) -> tuple[PaperRow, ...]:
    """Return a person's CVs, the latest changed first."""
    return papers.of_person(uow, KIND, person_id)


def of_everybody(uow: UnitOfWork) -> tuple[OwnedPaper, ...]:
    """Return everybody's CVs that the user may see, the latest changed first."""
    return papers.of_everybody(uow, KIND)


@depends_on(CvVersion, User)
def versions(uow: UnitOfWork, cv_id: UUID) -> tuple[VersionRow, ...]:
    """Return the versions of a CV, the newest first."""
    return papers.versions(uow, KIND, cv_id)


def get(uow: UnitOfWork, cv_id: UUID, number: int | None = None) -> CvView:
    """Return a version of a CV, the latest if no number is given; a protected person's needs a writing transaction."""
    found = papers.opened(uow, KIND, cv_id, number)
    about = (found.id, found.row_version, found.person_id, found.person, found.title, found.language)
    return CvView(*about, found.number, found.latest, found.made_at, resume.load(found.text))


def document(uow: UnitOfWork, cv_id: UUID, number: int | None = None) -> CvDocument:
    """Return what a version holds for print; a CV is its person's own paper, so their name stands on it as they wrote it."""
    return cv_document(get(uow, cv_id, number).resume)


def export(uow: UnitOfWork, cv_id: UUID, number: int | None = None) -> bytes:
    """Return a version as a JSON Resume file, and note in the history that it left the register."""
    exported = get(uow, cv_id, number).resume
    papers.noted(uow, KIND, cv_id, HistoryAction.EXPORTED)
    return resume.dump(exported).encode()


def printed(uow: UnitOfWork, cv_id: UUID) -> Change:
    """Note in the history that a CV was printed or saved as a PDF."""
    papers.noted(uow, KIND, cv_id, HistoryAction.PRINTED)
    return uow.change_of(cv_id, N_("The printout has been noted."), undoable=False)
