"""Any sequence of actions: what the program says is what was done, and what is undone is as if it had never been done."""

import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from jobbpunkt import organisations
from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import fixed
from jobbpunkt.base.errors import UserError
from jobbpunkt.organisations import OrganisationDetails
from jobbpunkt.people import details, notes
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import check, undo
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from models.organisation import Organisation
from models.person import Person, PersonNote
from tests.registers import NOW, SIGN_IN, Template, copy_file, found
from tests.services.test_history import contents

_STEPS = 30
_WORDS = st.text("abcåäö éሰ😀'\"=<&", min_size=1, max_size=12).filter(lambda text: bool(text.strip()))
_AT = st.integers(0, 99)
State = dict[UUID, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Done:
    """A transaction, the record that it was of, and what stood before: in the model, and in every table."""

    transaction: UUID
    record: UUID
    model: State
    tables: dict[str, list[Any]]


class Actions(RuleBasedStateMachine):
    """A register and a model of it: people with an aim, notes about them, organisations; what was done and what undone."""

    template: Template
    seen: Counter[str]

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        place = copy_file(self.template, Path(self.folder.name) / "r.jobbpunkt")
        self.register = Register.open(place, SIGN_IN, fixed(NOW))
        self.model: State = {}
        self.done: list[Done] = []
        self.undone: list[Done] = []
        self.seen["sequences"] += 1

    def teardown(self) -> None:
        """Look the register through, and close it."""
        assert check.check(self.register).findings == ()
        self.register.close()
        self.folder.cleanup()

    def _do(self, work: Callable[[Writing], Change], *holds: str, to: list[Done] | None = None) -> Change:
        model, tables = dict(self.model), contents(self.register)
        with self.register.writing() as uow:
            change = work(uow)
        if holds:
            self.model[change.record] = holds
        (self.done if to is None else to).append(Done(change.transaction, change.record, model, tables))
        self.seen["actions"] += 1
        return change

    def _some(self, kind: str, at: int) -> UUID | None:
        known = sorted(key for key, value in self.model.items() if value[0] == kind)
        return known[at % len(known)] if known else None

    def _new(self, work: Callable[[Writing], Change], *holds: str) -> None:
        self.undone.clear()
        self._do(work, *holds)

    @rule(name=_WORDS, goal=_WORDS)
    def add_person(self, name: str, goal: str) -> None:
        """Put somebody in."""
        self._new(lambda uow: details.create(uow, PersonData(name, own_goal=goal)), "person", _line(name), goal.strip())

    @rule(at=_AT, name=_WORDS, goal=_WORDS)
    def change_person(self, at: int, name: str, goal: str) -> None:
        """Change somebody's name and aim."""
        if (key := self._some("person", at)) is not None:
            data, version = PersonData(name, own_goal=goal), self._version(Person, key)
            self._new(lambda uow: details.change(uow, key, version, data), "person", _line(name), goal.strip())

    @rule(at=_AT, text=_WORDS)
    def add_note(self, at: int, text: str) -> None:
        """Write a note about somebody."""
        if (key := self._some("person", at)) is not None:
            self._new(lambda uow: notes.add(uow, key, text), "note", str(key), text.strip())

    @rule(at=_AT, text=_WORDS)
    def change_note(self, at: int, text: str) -> None:
        """Put a note right."""
        if (key := self._some("note", at)) is not None:
            version, whose = self._version(PersonNote, key), self.model[key][1]
            self._new(lambda uow: notes.change(uow, key, version, text), "note", whose, text.strip())

    @rule(at=_AT)
    def remove_note(self, at: int) -> None:
        """Take a note away."""
        if (key := self._some("note", at)) is not None:
            version = self._version(PersonNote, key)
            self._new(lambda uow: notes.remove(uow, key, version))
            del self.model[key]

    @rule(number=_AT, note=_WORDS)
    def add_organisation(self, number: int, note: str) -> None:
        """Put an organisation in; one that is there already is refused, and changes nothing."""
        name = f"Förening {number}"
        if any(value[:2] == ("organisation", name) for value in self.model.values()):
            return
        given = OrganisationDetails(name, note=note)
        self._new(lambda uow: organisations.create(uow, given), "organisation", name, note.strip())

    @rule(at=_AT, note=_WORDS)
    def change_organisation(self, at: int, note: str) -> None:
        """Change what is noted of an organisation."""
        if (key := self._some("organisation", at)) is not None:
            name, version = self.model[key][1], self._version(Organisation, key)
            given = OrganisationDetails(name, note=note)
            self._new(lambda uow: organisations.change(uow, key, version, given), "organisation", name, note.strip())

    @rule(at=_AT)
    def remove_organisation(self, at: int) -> None:
        """Take an organisation away."""
        if (key := self._some("organisation", at)) is not None:
            self._new(lambda uow: organisations.remove(uow, key))
            del self.model[key]

    @precondition(lambda self: self.done)
    @rule()
    def undo_last(self) -> None:
        """Take back what was done last: every table is as it was before it."""
        self._take_back(self.done, self.undone)

    @precondition(lambda self: self.undone)
    @rule()
    def do_again(self) -> None:
        """Take back what was taken back."""
        self._take_back(self.undone, self.done)

    def _take_back(self, last: list[Done], to: list[Done]) -> None:
        one = last.pop()
        self._do(lambda uow: undo.undo(uow, one.transaction), to=to)
        self.model = dict(one.model)
        assert contents(self.register) == one.tables, "undo was not exact"
        self.seen["undone"] += 1

    @precondition(lambda self: len(self.done) > 1)
    @rule(at=_AT)
    def undo_an_older_one(self, at: int) -> None:
        """Take back something from before the last: its record alone is as it was, or all stays and one is told."""
        one = self.done[at % (len(self.done) - 1)]
        before = contents(self.register)
        try:
            self._new(lambda uow: undo.undo(uow, one.transaction))
        except UserError:
            assert contents(self.register) == before
            self.seen["undone too late, and refused"] += 1
            return
        self.model.pop(one.record, None)
        if one.record in one.model:
            self.model[one.record] = one.model[one.record]
        self.done.clear()  # what stood before each of them is no longer all that stood before

    @invariant()
    def the_register_says_what_was_done(self) -> None:
        """Compare all that is read with the model."""
        with self.register.reading() as uow:
            said: State = {row.id: ("organisation", row.name, row.note) for row in uow.session.query(Organisation)}
            said |= {row.id: ("person", row.given_name, row.own_goal) for row in uow.session.query(Person)}
            said |= {row.id: ("note", str(row.person_id), row.text) for row in uow.session.query(PersonNote)}
        assert said == self.model

    def _version(self, model: type[Any], key: UUID) -> int:
        with self.register.reading() as uow:
            version: int = uow.get(model, key).version
        return version


def row(count: int) -> str:
    """Do so many sequences of actions, each of at most thirty, and undo among them."""
    if not count:
        return ""
    with tempfile.TemporaryDirectory() as folder:
        template, seen = found(str(Path(folder) / "template.jobbpunkt")), Counter[str]()
        machine = type("Sequences", (Actions,), {"template": template, "seen": seen})
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=count,
                stateful_step_count=_STEPS,
                deadline=None,
                database=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    told = ", ".join(f"{number:,} {name}" for name, number in seen.items())
    return f"{told}; the register said what was done each time, and undo was exact"


def _line(text: str) -> str:
    return " ".join(text.split())
