"""No word of a health plan is shown before the history says who looks: every service, asked for a planted plan by who may.

The doors of tests/permissions/of_*.py are gone through with the planted plan in the place of the plain one.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from jobbpunkt import plans
from jobbpunkt.base.clock import fixed
from jobbpunkt.base.errors import UserError
from jobbpunkt.register.index import fold
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from models.history import HistoryEntry
from models.vocabulary import HistoryAction, Role
from tests.colleagues import EVERY_KEY
from tests.permissions import planted, table
from tests.permissions.desk import Desk, Door, desk, one
from tests.permissions.planted import WORD, plant
from tests.permissions.services import takes_register
from tests.permissions.table import DOORS
from tests.permissions.told import told
from tests.registers import NOW, Enough, Template, copy_file

LOOKS = frozenset({HistoryAction.READ, HistoryAction.PRINTED, HistoryAction.EXPORTED})
# Whoever keeps the register and may see health takes everything out: no single role does both.
KEEPER = {"keeper": ((Role.COACH, Role.ADMINISTRATOR), EVERY_KEY)}
# What says a word of a consent, which is no word of the plan.
NO_PLAN = "consents."


@pytest.fixture(scope="module")
def made(sqlite_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A register with a planted plan."""
    folder: Path = tmp_path_factory.mktemp("noted")
    place = copy_file(sqlite_template, folder / "register.opening.jobbpunkt")
    with desk(place, fixed(NOW), folder, KEEPER, health=False) as found:
        found.made["health_plan"] = plant(found.registers["C"], one("person"))
        yield found


@pytest.fixture
def at_the_plan(made: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Let every door lead to the planted plan and its parts."""
    with made.registers["C"].reading() as uow:
        rows = planted.rows(uow.session, made.made["health_plan"], one("person"))
    ids: dict[str, UUID] = {name: found[0]["id"] for name, found in rows.items()}
    made.made |= {"health_goal": ids["plan_goal"], "consent": ids["consent"]}
    for part in table.PARTS:
        monkeypatch.setattr(part, "one", lambda name: ids.get(name) or one(name), raising=False)
    return made


def shown_without_a_note(made: Desk) -> tuple[list[str], list[str]]:
    """Return which services showed the word, and which of them before it was noted."""
    shown, unnoted = [], []
    for name in sorted(name for name in DOORS if not name.startswith(NO_PLAN)):
        for door in DOORS[name]:
            for who in ("C", *KEEPER):
                says, noted = _through(made.registers[who], made, name, door)
                shown += [name] * says
                unnoted += [f"{name} as {who}"] * (says and not noted)
    return shown, unnoted


def _through(register: Register, made: Desk, name: str, door: Door) -> tuple[bool, bool]:
    """Go through a door; return whether the word is shown, and whether the history then holds who looked or wrote."""
    if takes_register(name):
        before = _looks(register)
        try:
            says = WORD in fold(told(door.call(register, made)))
        except UserError:
            return False, False
        return says, _looks(register) > before
    found = (False, False)
    try:
        with register.writing() as uow:
            before = _count(uow)
            try:
                says = WORD in fold(told(door.call(uow, made)))
            except (UserError, ValueError, TypeError):
                says = False
            found = says, bool(uow.happened) or _count(uow) > before
            raise Enough
    except Enough:
        return found


def _looks(register: Register) -> int:
    with register.reading() as uow:
        return _count(uow)


def _count(uow: Any) -> int:
    wanted = select(func.count(HistoryEntry.number)).where(HistoryEntry.action.in_(LOOKS))
    return int(uow.session.scalar(wanted) or 0)


def test_each_service_that_shows_a_word_of_a_health_plan_notes_it_first(at_the_plan: Desk) -> None:
    shown, unnoted = shown_without_a_note(at_the_plan)
    assert unnoted == []
    assert {
        "plans.comparing.compare",
        "plans.reading.view",
        "plans.on_paper.document",
        "printing.drawings.plan",
        "exchange.extract.document",
    } <= set(shown)


def test_without_the_note_it_would_be_seen(at_the_plan: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Writing, "note_all", lambda *_: None)
    shown, unnoted = shown_without_a_note(at_the_plan)
    assert len(unnoted) >= len({name for name in shown if not name.startswith("plans.reading.view_after")})


def test_so_does_each_that_tells_how_a_completed_one_went(at_the_plan: Desk) -> None:
    with at_the_plan.registers["C"].writing() as uow:
        plans.close(uow, plan_id=at_the_plan.made["health_plan"])
    shown, unnoted = shown_without_a_note(at_the_plan)
    assert unnoted == []
    assert "plans.completed_on_paper.completion" in shown
