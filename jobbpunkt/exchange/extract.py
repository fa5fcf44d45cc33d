"""All that the register holds about one person, gathered from every table that hangs on a person."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Table, select

from jobbpunkt.base.errors import NotAllowed
from jobbpunkt.base.words import Words
from jobbpunkt.cases import livelihood
from jobbpunkt.documents.extract import ExtractDocument, ExtractLine, ExtractRecord, ExtractSection, Label, TraceLine, Value
from jobbpunkt.exchange import reach
from jobbpunkt.exchange.reach import Reach
from jobbpunkt.exchange.titles import Titles, titles
from jobbpunkt.exchange.values import held
from jobbpunkt.people import history, names
from jobbpunkt.people.history import Trace
from jobbpunkt.register import gate, shield, subject
from jobbpunkt.register.history import Happening
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.coaching import SessionParticipant
from models.person import Person
from models.plan import Plan
from models.tables import metadata
from models.vocabulary import Choice, ConsentForm, ConsentPurpose, HistoryAction, PlanKind, Protection, Responsible

_OWN = "the program's own"
_TIE = "says what it belongs to, under which it stands"
# What an extract leaves out, and why: a column of any table, a column of one, or a whole table.
LEFT_OUT: Mapping[str, str] = {
    "id": _OWN,
    "version": _OWN,
    "position": "stands in its order",
    "session_participant": "the meeting itself stands there; who else took part is not this person's",
    "person.sealed": "stands in its own columns",
    "cv.latest": "every version stands there",
    "letter.latest": "every version stands there",
    "plan_version.pdf": "the paper itself, which the person was given",
    "plan_version.body": "what the paper says, which the person was given",
    "plan_version.digest": "shows that the paper is unchanged",
    "application.cv_version_id": "the version stands under the CV",
    "application.letter_version_id": "the version stands under the letter",
    "agreed_step.session_id": _TIE,
    "coaching_session.supersedes_id": "the meeting that was moved stands there too",
}
# What the words of a plan or a consent, kept as JSON, hold by the name of a choice.
_CHOICES: Mapping[str, type[Choice]] = {"responsible": Responsible, "how": ConsentForm, "withdrawn_how": ConsentForm}
# What a column that refers to something of nobody's own is told by.
_TOLD_BY = {
    "user_account": "name",
    "organisation": "name",
    "programme": "name",
    "campaign": "name",
    "shift": "day",
    "tally_entry": "at",
    "training_unit": "name",
}
_NOT_STATED = "not_stated"
_OF_HEALTH = ("plan", "consent")  # tables of which some rows tell of health
_REASON = "extract"


def document(uow: Writing, person_id: UUID, *, health: bool = False) -> ExtractDocument:
    """Return all that is kept about a person, who has seen it included; the history says first that it was taken out.

    Plans for better health with their consents are an extract of their own (`health`), which needs the right and the key, as
    protected people do.
    """
    _note(uow, person_id, HistoryAction.READ, health=health)
    gathering = _Gathering(uow, reach.of_user(uow), titles("sv"), titles("en"), health)
    person = gathering.person(person_id)
    name = " ".join(filter(None, (person["given_name"], person["family_name"])))
    sections = tuple(gathering.sections(person))
    return ExtractDocument(
        person=name or names(uow, [person_id])[person_id].shown(Words("sv")),
        made_on=uow.clock.today(),
        made_by=uow.user.name,
        sections=sections,
        traces=tuple(
            TraceLine(trace.at, trace.user, trace.action, gathering.table(trace.noun), trace.reason)
            for trace in history.of_person(uow, person_id)
            if gathering.is_told(trace)
        ),
        is_of_health=health,
        speaks=person["language"],
    )


def note_printed(uow: Writing, person_id: UUID, *, health: bool = False) -> None:
    """Note in the person's history that the extract was printed or saved."""
    _note(uow, person_id, HistoryAction.PRINTED, health=health)


def _note(uow: Writing, person_id: UUID, action: HistoryAction, *, health: bool) -> None:
    """Ask who may, and note the person, or each plan for better health that is told."""
    gate.require_need(uow, Permission.SEE_NOTES, person_id, health=health)
    if not health:
        uow.note_all([Happening(action, "person", person_id, person_id, reason=_REASON)])
        return
    if not shield.sees_health(uow):
        raise NotAllowed(uow.vault.health.refusal)
    plans = select(Plan.id).where(Plan.person_id == person_id, Plan.kind == PlanKind.HEALTH)
    uow.note_all([Happening(action, "plan", plan, person_id, reason=_REASON) for plan in uow.session.scalars(plans)])


@cache
def parts() -> dict[str, tuple[Column[Any], ...]]:
    """Return for each table the columns by which others belong to it."""
    found: dict[str, list[Column[Any]]] = defaultdict(list)
    for column in subject.ways().values():
        (key,) = column.foreign_keys
        found[key.column.table.name].append(column)
    return {name: tuple(columns) for name, columns in found.items()}


def told_columns(table: Table) -> list[Column[Any]]:
    """Return the columns of a table that an extract tells."""
    tie = subject.ways().get(table.name)
    return [one for one in table.columns if one is not tie and not {one.name, f"{table.name}.{one.name}"} & LEFT_OUT.keys()]


@dataclass(frozen=True, slots=True)
class _Gathering:
    """What is needed to gather: the transaction, what may be opened, and what everything is called."""

    uow: Reading
    within: Reach
    swedish: Titles
    english: Titles
    health: bool  # of plans for better health alone, or of all the rest
    told: set[UUID] = field(default_factory=set)  # every record that was gathered

    def is_told(self, trace: Trace) -> bool:
        """Tell whether what was done belongs into this extract: with plans and consents, only where they stand there."""
        of_plans = trace.noun.startswith(_OF_HEALTH)
        return trace.record in self.told if of_plans else not self.health

    def table(self, name: str) -> Label:
        return Label(self.swedish.table(name), self.english.table(name))

    def person(self, person_id: UUID) -> dict[str, Any]:
        """Return the person's own row."""
        people = metadata().tables["person"]
        return next(self.rows(people, people.c.id, [person_id]))

    def sections(self, person: dict[str, Any]) -> Iterator[ExtractSection]:
        """Yield the person, the meetings, and everything else that hangs on the person."""
        person_id, meetings = person["id"], metadata().tables[subject.MEETING]
        if self.health:
            for column in parts()["person"]:
                if column.table.name in _OF_HEALTH:
                    yield self._section(column.table, self.rows(column.table, column, [person_id]))
            return
        yield self._section(metadata().tables["person"], [person], is_alone=True)
        yield self._section(meetings, self.rows(meetings, meetings.c.id, self._met(person_id)))
        for column in parts()["person"]:
            if column.table.name not in LEFT_OUT:
                yield self._section(column.table, self.rows(column.table, column, [person_id]))

    def rows(self, table: Table, column: Column[Any], ids: list[UUID]) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table where a column is one of `ids`, in the order they were made, unsealed."""
        for found in self.uow.session.execute(select(table).where(column.in_(ids)).order_by(table.c.id)).mappings():
            if table.name in _OF_HEALTH and _tells_of_health(table.name, found) is not self.health:
                continue
            row = self.within.unsealed(table.name, dict(found))
            if table.name == "person" and row["sealed"]:
                row |= json.loads(row["sealed"])
            self.told.add(row["id"])
            yield row

    def _met(self, person_id: UUID) -> list[UUID]:
        """Return the meetings of a person; those with somebody whom the user may not know of stay out."""
        met = select(SessionParticipant.session_id).where(SessionParticipant.person_id == person_id)
        if not self.within.protected:
            hidden = select(SessionParticipant.session_id).join(Person, Person.id == SessionParticipant.person_id)
            met = met.where(SessionParticipant.session_id.not_in(hidden.where(Person.protection != Protection.NONE)))
        return list(self.uow.session.scalars(met))

    def _section(self, table: Table, rows: Iterable[dict[str, Any]], *, is_alone: bool = False) -> ExtractSection:
        return ExtractSection(self.table(table.name), tuple(self._record(table, row, is_alone=is_alone) for row in rows))

    def _record(self, table: Table, row: dict[str, Any], *, is_alone: bool) -> ExtractRecord:
        lines = []
        for column in told_columns(table):
            if values := tuple(self._values(column, row[column.name])):
                name = column.name
                label = Label(self.swedish.column(table.name, name), self.english.column(table.name, name))
                lines.append(ExtractLine(label, values))
        below = () if is_alone else parts().get(table.name, ())
        sections = [self._section(column.table, self.rows(column.table, column, [row["id"]])) for column in below]
        return ExtractRecord(tuple(lines), tuple(section for section in sections if section.records))

    def _values(self, column: Column[Any], value: Any) -> Iterator[Value]:
        if value is None or value == "" or getattr(value, "value", None) == _NOT_STATED:
            return
        for key in column.foreign_keys:
            other = key.column.table
            value = self.uow.session.scalar(select(other.c[_TOLD_BY[other.name]]).where(other.c.id == value))
        if isinstance(value, dict) and livelihood.is_kept(value):
            yield from livelihood.read(value)
        else:
            yield from _leaves(held(value) if isinstance(value, str) else value)


def _tells_of_health(table: str, row: Mapping[Any, Any]) -> bool:
    """Tell whether a row is a plan for better health, or the consent to one."""
    if table == "consent":
        return row["purpose"] is ConsentPurpose.HEALTH_PLAN
    return table == "plan" and row["kind"] is PlanKind.HEALTH


def _leaves(value: Any, key: str = "") -> Iterator[Value]:
    """Yield what a text that holds JSON says, in its order."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _leaves(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one, key)
    elif key in _CHOICES and value in {one.value for one in _CHOICES[key]}:
        yield _CHOICES[key].of(value)
    elif value not in {None, ""}:
        yield value
