"""What CVs and letters have in common: immutable versions, sealed for protected people, saved only on top of the latest."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from jobbpunkt import checks, history
from jobbpunkt.changes import Change
from jobbpunkt.errors import InvalidInput, NotFound, Stale
from jobbpunkt.i18n import LANGUAGES, N_
from jobbpunkt.ids import new_id
from jobbpunkt.people import PersonName, names
from jobbpunkt.people.names import name_of
from jobbpunkt.permissions import Permission
from jobbpunkt.shield import require_protected, visible
from jobbpunkt.unit_of_work import UnitOfWork
from jobbpunkt.vault import is_sealed
from models.account import User
from models.cv import Paper, PaperVersion
from models.person import Person
from models.types import SealedText
from models.vocabulary import HistoryAction, Protection

_NAME = (Person.given_name, Person.family_name, Person.reference, Person.protection)
NOTHING_NEW = N_("Nothing had changed, so no new version was made.")


@dataclass(frozen=True, slots=True)
class PaperKind:
    """Which tables hold this kind of paper, and the columns that differ in name."""

    paper: type[Paper]
    version: type[PaperVersion]
    owner: str
    column: str


@dataclass(frozen=True, slots=True)
class NewPaper:
    """A paper to be made; `campaign_id` when it was written at a campaign, `language` what its own headings are in."""

    person_id: UUID
    title: str
    language: str = "sv"
    campaign_id: UUID | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper in a person's list, with when and by whom its latest version was made."""

    id: UUID
    version: int
    title: str
    language: str
    latest: int
    made_at: datetime
    made_by: str


@dataclass(frozen=True, slots=True)
class OwnedPaper:
    """A paper in the list of everybody's, with whose it is and when its latest version was made."""

    id: UUID
    person: PersonName
    title: str
    latest: int
    made_at: datetime


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a paper; `id` is what an application refers to."""

    id: UUID
    number: int
    made_at: datetime
    made_by: str
    note: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A version with its text, and the paper and person it belongs to."""

    id: UUID
    row_version: int
    person_id: UUID
    person: PersonName
    title: str
    language: str
    number: int
    latest: int
    made_at: datetime
    text: str


def add(uow: UnitOfWork, kind: PaperKind, new: NewPaper, text: str) -> Paper:
    """Add a paper with its first version."""
    uow.require(Permission.EDIT_PEOPLE)
    title = checks.line(new.title, field="title", required=True)
    person = uow.get(Person, new.person_id)
    if person.protection is not Protection.NONE:
        require_protected(uow)
    language = _language(new.language)
    values = {"person_id": person.id, "title": title, "language": language, "campaign_id": new.campaign_id, "latest": 1}
    paper = uow.add(kind.paper(**values))
    uow.flush()  # a version refers to its paper
    _write(uow, kind, paper, text, checks.line(new.note, field="note"))
    return paper


def save(uow: UnitOfWork, kind: PaperKind, paper_id: UUID, based_on: int, text: str, note: str = "") -> bool:
    """Add a version on top of number `based_on`; False when nothing had changed, Stale when there is a newer one."""
    uow.require(Permission.EDIT_PEOPLE)
    paper = uow.get(kind.paper, paper_id)
    if paper.latest != based_on:
        raise Stale("Somebody else has saved a newer version since you opened this one. Compare your text with theirs.")
    version = _version(uow, kind, paper, based_on)
    if json.loads(_unsealed(uow, kind, version)) == json.loads(text):
        return False
    paper.latest += 1
    _write(uow, kind, paper, text, checks.line(note, field="note"))
    return True


def rename(uow: UnitOfWork, kind: PaperKind, paper_id: UUID, version: int, title: str, language: str = "") -> Change:
    """Give a paper another title, and perhaps another language for its headings; its versions stay as they are."""
    uow.require(Permission.EDIT_PEOPLE)
    paper = uow.fresh(kind.paper, paper_id, version)
    paper.title = checks.line(title, field="title", required=True)
    if language:
        paper.language = _language(language)
    return uow.change(paper, N_("The title and the language have been saved."))


def of_person(uow: UnitOfWork, kind: PaperKind, person_id: UUID) -> tuple[PaperRow, ...]:
    """Return a person's papers, the latest changed first."""
    uow.require(Permission.SEE_NOTES)
    paper, version = kind.paper, kind.version
    owner = getattr(version, kind.owner)
    query = (
        select(paper, version.made_at, User.name)
        .join(version, (owner == paper.id) & (version.number == paper.latest))
        .join(User, User.id == version.made_by)
        .join(Person, Person.id == paper.person_id)
        .where(paper.person_id == person_id, visible(uow))
        .order_by(version.made_at.desc(), paper.id.desc())
    )
    rows = uow.session.execute(query)
    return tuple(PaperRow(p.id, p.version, p.title, p.language, p.latest, at, by) for p, at, by in rows)


def of_everybody(uow: UnitOfWork, kind: PaperKind) -> tuple[OwnedPaper, ...]:
    """Return everybody's papers that the user may see, the latest changed first."""
    uow.require(Permission.SEE_NOTES)
    paper, version = kind.paper, kind.version
    latest = (getattr(version, kind.owner) == paper.id) & (version.number == paper.latest)
    query = select(paper.id, paper.title, paper.latest, version.made_at, *_NAME).join(version, latest)
    rows = uow.session.execute(
        query.join(Person, Person.id == paper.person_id).where(visible(uow)).order_by(version.made_at.desc(), paper.id.desc())
    )
    return tuple(OwnedPaper(row[0], name_of(*row[4:]), *row[1:4]) for row in rows)


def versions(uow: UnitOfWork, kind: PaperKind, paper_id: UUID) -> tuple[VersionRow, ...]:
    """Return the versions of a paper, the newest first."""
    uow.require(Permission.SEE_NOTES)
    version = kind.version
    query = select(version, User.name).join(User, User.id == version.made_by).where(getattr(version, kind.owner) == paper_id)
    rows = uow.session.execute(query.order_by(version.number.desc()))
    return tuple(VersionRow(v.id, v.number, v.made_at, by, v.note) for v, by in rows)


def opened(uow: UnitOfWork, kind: PaperKind, paper_id: UUID, number: int | None = None) -> Opened:
    """Return a version, the latest if no number is given; of a protected person, the reading is noted first."""
    uow.require(Permission.SEE_NOTES)
    paper = uow.get(kind.paper, paper_id)
    version = _version(uow, kind, paper, number or paper.latest)
    person = names(uow, {paper.person_id})[paper.person_id]
    if person.protected or is_sealed(_stored(kind, version)):
        require_protected(uow)
        noted(uow, kind, paper_id, HistoryAction.READ)
    text = _unsealed(uow, kind, version)
    about = (paper.id, paper.version, paper.person_id, person, paper.title, paper.language)
    return Opened(*about, version.number, paper.latest, version.made_at, text)


def noted(uow: UnitOfWork, kind: PaperKind, paper_id: UUID, action: HistoryAction) -> None:
    """Note in the history that a paper was read, printed or exported."""
    uow.require(Permission.SEE_NOTES)
    paper = uow.get(kind.paper, paper_id)
    history.record(uow, action, noun=kind.paper.__tablename__, record_id=paper.id, person_id=paper.person_id)


def _language(language: str) -> str:
    if language not in LANGUAGES:
        raise InvalidInput("Choose one of those in the list.", field="language")
    return language


def _version(uow: UnitOfWork, kind: PaperKind, paper: Paper, number: int) -> PaperVersion:
    of_paper = getattr(kind.version, kind.owner) == paper.id
    found = uow.session.scalar(select(kind.version).where(of_paper, kind.version.number == number))
    if found is None:
        raise NotFound("There is no version {number} of it. Choose one of those in the list.", number=number)
    return found


def _write(uow: UnitOfWork, kind: PaperKind, paper: Paper, text: str, note: str) -> None:
    version_id = new_id()
    values: dict[str, Any] = {kind.owner: paper.id, kind.column: _sealed(uow, kind, paper, version_id, text)}
    made = {"made_at": uow.clock.now(), "made_by": uow.user.id, "note": note}
    uow.add(kind.version(id=version_id, number=paper.latest, **made, **values))


def _sealed(uow: UnitOfWork, kind: PaperKind, paper: Paper, version_id: UUID, text: str) -> SealedText:
    if uow.get(Person, paper.person_id).protection is Protection.NONE:
        return SealedText(text)
    return uow.vault.protected.seal(text, table=kind.version.__tablename__, row=version_id, column=kind.column)


def _unsealed(uow: UnitOfWork, kind: PaperKind, version: PaperVersion) -> str:
    stored = _stored(kind, version)
    if not is_sealed(stored):
        return stored
    return uow.vault.protected.open(stored, table=kind.version.__tablename__, row=version.id, column=kind.column)


def _stored(kind: PaperKind, version: PaperVersion) -> SealedText:
    return SealedText(getattr(version, kind.column))
