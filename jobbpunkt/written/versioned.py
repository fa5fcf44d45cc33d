"""What CVs and letters have in common: immutable versions, sealed for protected people, saved only on top of the latest."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, NotFound, Stale
from jobbpunkt.base.ids import new_id
from jobbpunkt.base.words import N_
from jobbpunkt.documents.languages import PAPER_LANGUAGES
from jobbpunkt.people import PersonName, names
from jobbpunkt.people.names import name_of
from jobbpunkt.register import gate, need
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.shield import visible
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.account import User
from models.cv import Written, WrittenVersion
from models.person import Person
from models.types import SealedText
from models.vocabulary import HistoryAction

_NAME = (Person.given_name, Person.family_name, Person.reference, Person.protection)
NOTHING_NEW = N_("Nothing had changed, so no new version was made.")


@dataclass(frozen=True, slots=True)
class WrittenKind:
    """Which tables hold either, and the columns that differ in name."""

    written: type[Written]
    version: type[WrittenVersion]
    owner: str
    column: str


D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class ForPrint(Generic[D]):
    """What a version holds for print, and the language of its own headings."""

    data: D
    language: str


@dataclass(frozen=True, slots=True)
class NewWritten:
    """A CV or letter to be made; `campaign_id` when it was written at a campaign, `language` what its own headings are in."""

    person_id: UUID
    title: str
    language: str = "sv"
    campaign_id: UUID | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A CV or letter in a person's list, with when and by whom its latest version was made."""

    id: UUID
    version: int
    title: str
    language: str
    latest: int
    made_at: datetime
    made_by: str


@dataclass(frozen=True, slots=True)
class OwnedWritten:
    """A CV or letter in the list of everybody's, with whose it is and when its latest version was made."""

    id: UUID
    person: PersonName
    title: str
    latest: int
    made_at: datetime


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a CV or letter; `id` is what an application refers to."""

    id: UUID
    number: int
    made_at: datetime
    made_by: str
    note: str


@dataclass(frozen=True, slots=True)
class Opened(Generic[D]):
    """A version with what it says, and the CV or letter and the person it belongs to; `row_version` is what `rename` wants."""

    id: UUID
    row_version: int
    person_id: UUID
    person: PersonName
    title: str
    language: str
    number: int
    latest: int
    made_at: datetime
    content: D


def add(uow: Writing, kind: WrittenKind, new: NewWritten, text: str) -> Written:
    """Add a CV or letter with its first version."""
    gate.require_need(uow, Permission.EDIT_PEOPLE, new.person_id)
    title = checks.line(new.title, field="title", required=True)
    language = _language(new.language)
    values = {"person_id": new.person_id, "title": title, "language": language, "campaign_id": new.campaign_id, "latest": 1}
    written = uow.add(kind.written(**values))
    uow.flush()  # a version refers to what it is a version of
    _write(uow, kind, written, text, checks.line(new.note, field="note"))
    return written


def save(uow: Writing, kind: WrittenKind, written_id: UUID, based_on: int, text: str, note: str = "") -> bool:
    """Add a version on top of number `based_on`; False when nothing had changed, Stale when there is a newer one."""
    written = gate.changing(uow, Permission.EDIT_PEOPLE, kind.written, written_id)
    if written.latest != based_on:
        raise Stale("Somebody else has saved a newer version since you opened this one. Compare your text with theirs.")
    version = _version(uow, kind, written, based_on)
    if json.loads(_stored(kind, version)) == json.loads(text):
        return False
    written.latest += 1
    _write(uow, kind, written, text, checks.line(note, field="note"))
    return True


def rename(uow: Writing, kind: WrittenKind, written_id: UUID, version: int, title: str, language: str = "") -> Change:
    """Give a CV or letter another title, and perhaps another language for its headings; its versions stay as they are."""
    written = gate.changing(uow, Permission.EDIT_PEOPLE, kind.written, written_id, version)
    written.title = checks.line(title, field="title", required=True)
    if language:
        written.language = _language(language)
    return uow.change(written, N_("The title and the language have been saved."))


def of_person(uow: Reading, kind: WrittenKind, person_id: UUID) -> tuple[WrittenRow, ...]:
    """Return a person's CVs or letters, the latest changed first."""
    gate.require_reading(uow, Permission.SEE_NOTES, person_id)
    written, version = kind.written, kind.version
    owner = getattr(version, kind.owner)
    query = (
        select(written, version.made_at, User.name)
        .join(version, (owner == written.id) & (version.number == written.latest))
        .join(User, User.id == version.made_by)
        .join(Person, Person.id == written.person_id)
        .where(written.person_id == person_id, visible(uow))
        .order_by(version.made_at.desc(), written.id.desc())
    )
    rows = uow.session.execute(query)
    return tuple(WrittenRow(p.id, p.version, p.title, p.language, p.latest, at, by) for p, at, by in rows)


def of_everybody(uow: Reading, kind: WrittenKind) -> tuple[OwnedWritten, ...]:
    """Return everybody's CVs or letters that the user may see, the latest changed first."""
    uow.require(Permission.SEE_NOTES)
    written, version = kind.written, kind.version
    latest = (getattr(version, kind.owner) == written.id) & (version.number == written.latest)
    query = select(written.id, written.title, written.latest, version.made_at, *_NAME).join(version, latest)
    query = query.join(Person, Person.id == written.person_id).where(visible(uow), need.within_reach(uow))
    rows = uow.session.execute(query.order_by(version.made_at.desc(), written.id.desc()))
    return tuple(OwnedWritten(row[0], name_of(*row[4:]), *row[1:4]) for row in rows)


def versions(uow: Reading, kind: WrittenKind, written_id: UUID) -> tuple[VersionRow, ...]:
    """Return the versions of a CV or letter, the newest first."""
    gate.reading(uow, Permission.SEE_NOTES, kind.written, written_id)
    version = kind.version
    query = select(version, User.name).join(User, User.id == version.made_by).where(getattr(version, kind.owner) == written_id)
    rows = uow.session.execute(query.order_by(version.number.desc()))
    return tuple(VersionRow(v.id, v.number, v.made_at, by, v.note) for v, by in rows)


def opened(uow: Writing, kind: WrittenKind, written_id: UUID, load: Callable[[str], D], number: int | None = None) -> Opened[D]:
    """Return a version, the latest if no number is given; the reading is noted first."""
    written = gate.reading(uow, Permission.SEE_NOTES, kind.written, written_id)
    version = _version(uow, kind, written, number or written.latest)
    person = names(uow, {written.person_id})[written.person_id]
    content = load(_stored(kind, version))
    about = (written.id, written.version, written.person_id, person, written.title, written.language)
    return Opened(*about, version.number, written.latest, version.made_at, content)


def noted(uow: Writing, kind: WrittenKind, written_id: UUID, action: HistoryAction) -> None:
    """Note in the history that a CV or letter was read, printed or exported."""
    written = gate.changing(uow, Permission.SEE_NOTES, kind.written, written_id)
    uow.note(action, noun=kind.written.__tablename__, record_id=written.id, person_id=written.person_id)


def _language(language: str) -> str:
    if language not in PAPER_LANGUAGES:
        raise InvalidInput("Choose one of those in the list.", field="language")
    return language


def _version(uow: Reading, kind: WrittenKind, written: Written, number: int) -> WrittenVersion:
    of_written = getattr(kind.version, kind.owner) == written.id
    found = uow.session.scalar(select(kind.version).where(of_written, kind.version.number == number))
    if found is None:
        raise NotFound("There is no version {number} of it. Choose one of those in the list.", number=number)
    return found


def _write(uow: Writing, kind: WrittenKind, written: Written, text: str, note: str) -> None:
    version_id = new_id()
    values: dict[str, Any] = {kind.owner: written.id, kind.column: SealedText(text)}
    made = {"made_at": uow.clock.now(), "made_by": uow.user.id, "note": note}
    uow.add(kind.version(id=version_id, number=written.latest, **made, **values))


def _stored(kind: WrittenKind, version: WrittenVersion) -> SealedText:
    return SealedText(getattr(version, kind.column))
