"""People in from a list: all of it or nothing, and nobody twice."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from itertools import islice
from typing import Any

from sqlalchemy import select

from jobbpunkt import cases
from jobbpunkt.base import checks
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.fields import Field, Kind
from jobbpunkt.cases import NewCase
from jobbpunkt.exchange import headings, spellings
from jobbpunkt.exchange.headings import Headings
from jobbpunkt.exchange.rows import Row
from jobbpunkt.foreign.reading import PeopleList
from jobbpunkt.people import typed
from jobbpunkt.people.details import create_all, whole
from jobbpunkt.people.fields import FIELDS, PersonData
from jobbpunkt.register import database
from jobbpunkt.register.index import fold
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.person import Person
from models.vocabulary import Protection

_SUM = re.compile(r"(summa|totalt?|antal)\b.*", re.IGNORECASE)
_PROTECTED = re.compile(r"skydd\w*|sekretess\w*", re.IGNORECASE)
_UNPROTECTED = frozenset({"", "-", "0", "n", "nej", "no", "none", "ingen", "inget", "ej", "falskt", "false"})
_BATCH = 500


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong in one row, and under which heading."""

    row: int
    column: str
    error: UserError


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a list; with errors nothing was written, unless bad rows were to be left out."""

    rows: int
    created: int
    matched: int
    skipped: int
    errors: tuple[RowError, ...]
    ignored: tuple[str, ...]
    dry_run: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A row that can become a person."""

    row: int
    data: PersonData
    enrolled_on: date | None
    marks: frozenset[str]


def import_people(
    uow: Writing,
    content: bytes,
    *,
    mapping: Mapping[str, str | None] | None = None,
    dry_run: bool = False,
    skip_bad_rows: bool = False,
) -> Imported:
    """Add the people of a list, with an enrolment where the list has its day.

    Whoever is there already (same identity number, or same name with same telephone or e-mail) is matched and left as they are.
    """
    uow.require(Permission.EDIT_PEOPLE)
    read = PeopleList(content)
    listed = _List(read, headings.find(read.rows(), mapping), uow.clock.today())
    known, errors = _known(uow), list[RowError]()
    # The list is gone through twice rather than held: first to see that all of it is sound, then to write it.
    fates = Counter(fate for fate, _ in _fates(listed.candidates(errors.append), known))
    refused = bool(errors) and not skip_bad_rows
    if not dry_run and not refused:
        _write(uow, (one for fate, one in _fates(listed.candidates(lambda _: None), known) if fate is _Fate.NEW))
    created = 0 if refused else fates[_Fate.NEW]
    rows = fates.total() + len(errors)
    return Imported(rows, created, fates[_Fate.MATCHED], fates[_Fate.SKIPPED], tuple(errors), listed.found.ignored, dry_run)


class _Fate(Enum):
    """What becomes of a sound row: a new person, one who is there already, or one who stands in the list twice."""

    NEW = auto()
    MATCHED = auto()
    SKIPPED = auto()


def _fates(candidates: Iterable[_Candidate], known: Set[str]) -> Iterator[tuple[_Fate, _Candidate]]:
    seen: set[str] = set()
    for candidate in candidates:
        marks = candidate.marks
        yield _Fate.MATCHED if marks & known else _Fate.SKIPPED if marks & seen else _Fate.NEW, candidate
        seen |= marks


@dataclass(frozen=True, slots=True)
class _List:
    """A list that can be read again and again, one row at a time."""

    read: PeopleList
    found: Headings
    today: date

    def candidates(self, tell: Callable[[RowError], None]) -> Iterator[_Candidate]:
        """Yield the rows that can become people; what is wrong in the others is told."""
        for row in self.read.rows():
            if row.number <= self.found.row or row.is_empty or _is_sum(row):
                continue
            try:
                yield _read(row, self.found, self.today)
            except InvalidInput as error:
                tell(RowError(row.number, self.found.title(error.field), error))


def _is_sum(row: Row) -> bool:
    first = next(cell for cell in row.cells if cell)
    return _SUM.fullmatch(first) is not None


def _read(row: Row, found: Headings, today: date) -> _Candidate:
    if any(row.cells[len(found.titles) :]):
        raise InvalidInput("The row has more columns than there are headings. Check its delimiters.", field="")
    said = {field: row.cells[at] if at < len(row.cells) else "" for field, at in found.fields.items()}
    _refuse_protected(said)
    if any(fold(row.cells[at]) not in _UNPROTECTED for at in found.shields if at < len(row.cells)):
        raise _protected(headings.PROTECTION)
    enrolled_on = checks.day(spellings.day(said.pop("enrolled_on", ""), field="enrolled_on"), field="enrolled_on")
    data = PersonData(**_values(said))
    tidy = PersonData(**typed.checked(data, today=today))
    return _Candidate(row.number, tidy, enrolled_on, _marks(tidy))


def _refuse_protected(said: dict[str, str]) -> None:
    for field in ("street", "city", "postal_code", "phone"):
        if _PROTECTED.fullmatch(said.get(field, "")):
            raise _protected(field)


def _protected(field: str) -> InvalidInput:
    return InvalidInput("This looks like a protected identity. Leave the row out and add the person by hand.", field=field)


def _values(said: dict[str, str]) -> dict[str, Any]:
    return {field.name: _value(field, said[field.name]) for field in FIELDS if field.name in said}


def _value(field: Field, text: str) -> Any:
    """Return what a cell says of a field, in the ways that lists write it; a list's own words for a choice are `spellings`."""
    match field.kind:
        case Kind.CHOICE:
            return spellings.CHOICES[field.name](text)
        case Kind.DAY:
            return spellings.day(text, field=field.name)
        case Kind.YEAR:
            return _year(text, field.name)
        case Kind.PHONE:
            return re.sub(r"^\(0\)", "0", text)
        case _:
            return text


def _year(text: str, field: str) -> int | None:
    if text and not (text.isascii() and text.isdigit()):
        raise InvalidInput("{typed} is not a year. Write four figures.", field=field, typed=text[:30])
    return int(text[:9]) if text else None


def _marks(data: PersonData) -> frozenset[str]:
    """Return what tells that two rows are the same person."""
    name = fold(f"{data.given_name} {data.family_name}".strip())
    marks = {f"number {data.identity_number}"} if data.identity_number else set()
    return frozenset(marks | {f"{name} {way}" for way in (data.phone, data.email) if way})


def _known(uow: Reading) -> set[str]:
    """Return the marks of everybody, of protected people too for whoever may open them: nobody is added again in clear."""
    columns = (Person.given_name, Person.family_name, Person.phone, Person.email, Person.identity_number)
    query = select(*columns).where(Person.removed.is_(False), Person.protection == Protection.NONE)
    protected = select(Person).where(Person.removed.is_(False), Person.protection != Protection.NONE)
    known: set[str] = set().union(*(_marks(whole(row)) for row in uow.session.scalars(protected)))
    for given, family, phone, email, number in uow.session.execute(query):
        known |= _marks(PersonData(given, family, identity_number=number, phone=phone, email=email))
    return known


def _write(uow: Writing, fresh: Iterator[_Candidate]) -> None:
    """Add the people some hundred at a time, each lot with its history and its index, so that memory stays flat."""
    while batch := list(islice(fresh, _BATCH)):
        people = create_all(uow, [candidate.data for candidate in batch])
        days = [(person, candidate.enrolled_on) for person, candidate in zip(people, batch, strict=True)]
        uow.flush()  # the cases refer to them
        today = uow.clock.today()  # who begins later is written in by now
        newcomers = [NewCase(person, registered_on=min(day, today), enrolled_on=day) for person, day in days if day]
        cases.enrol_newcomers(uow, newcomers)
        uow.settle()
    database.optimise(uow.session.connection())
