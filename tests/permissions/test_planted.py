"""Whoever may not see health finds no trace of a plan for better health: not a word, not a key, and nothing that counts it.

A whole plan is planted with one word in each of its texts. Then every service is called by everybody without the right or the
key, in that register and in its twin that never had the plan: the two must tell the same, but for what chance made.
"""

import json
from collections.abc import Callable, Collection, Iterator
from typing import Any

import pytest
from sqlalchemy import LargeBinary, Text, select
from sqlalchemy.exc import SQLAlchemyError

from jobbpunkt.base.errors import UserError
from jobbpunkt.plans import view
from jobbpunkt.register.index import fold
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.register.vault import is_sealed
from models.tables import metadata
from models.types import Sealable, SealedText
from tests.permissions import planted
from tests.permissions.desk import Desk, Door, one
from tests.permissions.planted import WORD
from tests.permissions.services import takes_register
from tests.permissions.table import DOORS, PARTS
from tests.permissions.told import alike, of_bytes, told
from tests.permissions.twins import WITHOUT, Twins, keys, twins
from tests.registers import Enough, Template, copied_database, copy_file
from tests.shelf import Shelf

# What tells of the register as a whole, to whom it must.
WHOLE = {
    "register.check.check": "counts every row and tells where the history ends, for an administrator",
    "plans.listing.withheld": "says of the plans that one's own drafts are about which are there and not to be seen",
    "register.recovery.renew": "gives a recovery key, made by chance",
    "register.backup.make": "compares and counts every row that it copies, for an administrator",
    "register.backup.listed": "says how many rows each copy has, for an administrator",
}
# Tables of a plan in which nobody types.
SILENT = frozenset({"plan_version"})
# What is chosen, dated or written by the program.
NOT_TYPED = frozenset(
    {
        *("plan_step: responsible", "plan_signature: name", "plan_rating: by"),
        *(f"plan_version: {name}" for name in ("id", "responsible", "starts_on", "ends_on", "reason", "by")),
        *(f"plan_version: {name}" for name in ("due_on", "done_on", "rated_on")),
        *("consent: given_on", "consent: how", "consent: recorded_by", "consent: text"),
    }
)
# Text in a plan's rows that stands open: what chance made, what is one of a closed list, what shows that nothing was changed.
OPEN = frozenset({"plan.code", "plan_version.digest"})


@pytest.fixture(scope="module")
def files(sqlite_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twins]:
    """The register with the plan and its twin, in files."""
    folders = [tmp_path_factory.mktemp(name) for name in ("with", "without")]
    places = [copy_file(sqlite_template, folder / "register.opening.jobbpunkt") for folder in folders]
    with twins(places, folders) as made:
        yield made


@pytest.fixture(scope="module")
def servers(postgres_shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twins]:
    """The same on the server."""
    folders = [tmp_path_factory.mktemp(name) for name in ("with", "without")]
    with (
        copied_database(postgres_shelf) as first,
        copied_database(postgres_shelf) as second,
        twins([first, second], folders) as made,
    ):
        yield made


def _answer(made: Desk, name: str, door: Door, who: str) -> str:
    """Return all that somebody is told at a door; nothing is left behind."""
    register = made.registers[who]
    try:
        if takes_register(name):
            return told(door.call(register, made))
        return _within(register, lambda uow: door.call(uow, made))
    except UserError as error:
        return told(error)
    except (SQLAlchemyError, ValueError, TypeError) as error:
        return f"{type(error).__name__}"


def _within(register: Register, ask: Callable[[object], object]) -> str:
    answers: list[str] = []
    try:
        with register.writing() as uow:
            answers.append(told(ask(uow)))
            raise Enough
    except Enough:
        return answers[0]


class _Finder:
    """Finds what doors ask for by the name of a table: any row of it or, when told so, that of the planted plan."""

    def __init__(self, made: Desk, patch: pytest.MonkeyPatch) -> None:
        with made.registers["C"].reading() as uow:
            rows = planted.rows(uow.session, made.made["health_plan"], one("person"))
        self._ids = {name: found[0]["id"] for name, found in rows.items()}
        self.asked = self.gives_planted = False
        for part in PARTS:
            patch.setattr(part, "one", self.one, raising=False)

    def one(self, name: str) -> Any:
        self.asked |= name in self._ids
        return self._ids[name] if self.gives_planted and name in self._ids else one(name)


def _traces(both: Twins, patch: pytest.MonkeyPatch) -> list[str]:
    """Return where a service tells: asked for what is there, and for the planted plan and each of its parts by their own keys.

    Asked so, it must answer as where there is none.
    """
    planted_keys, finder = keys(both[0]), _Finder(both[0], patch)
    found = []
    for name in sorted(DOORS):
        for number, door in enumerate(DOORS[name], 1):
            finder.asked = finder.gives_planted = False
            found += _told_at(both, planted_keys, name, number, door)
            if finder.asked:
                finder.gives_planted = True
                found += _told_at(both, planted_keys, name, number, door)
    return found


def _told_at(both: Twins, planted_keys: Collection[str], name: str, number: int, door: Door) -> list[str]:
    found = []
    for who in WITHOUT:
        # What an answer says of where the register stands is as the test put it.
        answer, other = (_answer(made, name, door, who).replace(str(made.folder), "") for made in both)
        here = f"{name} {number} as {who}"
        if WORD in fold(answer):
            found.append(f"{here}: the word")
        if name not in WHOLE and any(key in answer for key in planted_keys):
            found.append(f"{here}: a key")
        if name not in WHOLE and alike(answer) != alike(other):
            found.append(f"{here}: another answer")
    return found


def test_the_word_stands_in_every_text_of_every_table_of_a_plan(files: Twins) -> None:
    """Else something new that a plan can say would not be looked for: make one in tests/permissions/planted.py."""
    made = files[0]
    bare: set[str] = set()
    with made.registers["C"].reading() as uow:
        for table, rows in planted.rows(uow.session, made.made["health_plan"], one("person")).items():
            assert rows, f"no row of {table} is planted"
            texts = [pair for row in rows for pair in _opened(uow, table, row)]
            assert any(WORD in text for _, text in texts) or table in SILENT, f"nothing is planted in {table}"
            bare |= {f"{table}: {name}" for name, text in texts if WORD not in text}
    assert sorted(bare - NOT_TYPED) == [], "plant the word there too, or say in NOT_TYPED that nobody types it"


def _opened(uow: Reading, table: str, row: dict[str, Any]) -> list[tuple[str, str]]:
    """Return every text that stands sealed in a row, with its name."""
    health, found = uow.vault.health, []
    for column, value in row.items():
        if isinstance(value, str) and is_sealed(value):
            text = health.open(SealedText(value), table=table, row=row["id"], column=column)
            found += planted.said(json.loads(text)) if column == "body" else [(column, text)]
    return found


def test_nothing_typed_stands_open_in_the_file_for_whoever_holds_its_key(files: Twins) -> None:
    made = files[0]
    with made.registers["S"].reading() as uow:
        mine = planted.rows(uow.session, made.made["health_plan"], one("person"))
        for table, rows in mine.items():
            for column in metadata().tables[table].columns:
                values = [row[column.name] for row in rows if row[column.name] is not None]
                if isinstance(column.type, LargeBinary):
                    assert not any(value.startswith(b"%PDF") for value in values), column
                elif isinstance(column.type, Text | Sealable) and str(column) not in OPEN:
                    assert all(value == "" or is_sealed(value) for value in values), f"{column} stands open"


def test_the_word_is_in_no_byte_of_any_table(files: Twins) -> None:
    with files[0].registers["S"].reading() as uow:
        found = [
            f"{table.name}.{column.name}"
            for table in metadata().sorted_tables
            for column in table.columns
            for value in uow.session.scalars(select(column))
            if WORD in _letters(value)
        ]
    assert found == []


def _letters(value: object) -> str:
    return fold(of_bytes(value) if isinstance(value, bytes) else str(value))


def test_the_twins_differ_by_the_plan_alone(files: Twins) -> None:
    """Whoever holds right and key sees what nobody else does: else the tests above would prove nothing."""
    door = next(iter(DOORS["plans.listing.of_person"]))
    with_plan, without = (_answer(made, "plans.listing.of_person", door, "C") for made in files)
    assert alike(with_plan) != alike(without)
    read = Door("C", lambda u, d: view(u, d.health_plan))
    assert WORD in _answer(files[0], "plans.reading.view", read, "C")


def test_no_service_tells_anybody_without_the_right_or_the_key_of_a_health_plan(
    files: Twins, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _traces(files, monkeypatch) == []


def test_nor_does_any_on_the_server(servers: Twins, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _traces(servers, monkeypatch) == []
