"""No public service stands outside the table, and each lets in and keeps out whom the table says, on both engines."""

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from jobbpunkt.clock import fixed
from tests.permissions.desk import Desk, desk
from tests.permissions.services import of_catalogue, services
from tests.permissions.table import DOORS, INNER, faults
from tests.postgres import Server
from tests.registers import NOW, Template, copied_database, copy_file
from tests.rules.tree import ROOT

HOW = "Add a line to DOORS in tests/permissions/of_*.py (who may, how it is called), or say in INNER why only services call it."


@pytest.fixture(scope="module")
def file_desk(sqlite_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The register of all colleagues in a file."""
    folder = tmp_path_factory.mktemp("desk")
    with desk(copy_file(sqlite_template, folder / "register.jobbpunkt"), fixed(NOW), folder) as made:
        yield made


@pytest.fixture(scope="module")
def server_desk(postgres: Server, postgres_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The register of all colleagues on the server."""
    with (
        copied_database(postgres_template, postgres) as address,
        desk(address, fixed(NOW), tmp_path_factory.mktemp("desk")) as made,
    ):
        yield made


def test_no_public_service_stands_outside_the_table() -> None:
    known = {*DOORS, *INNER, *of_catalogue()}
    assert sorted(set(services()) - known) == [], HOW
    assert sorted(known - set(services())) == [], "these are gone or were renamed: take them out of tests/permissions/of_*.py"
    assert set(DOORS) & (set(INNER) | of_catalogue()) == set()


@pytest.mark.parametrize("name", sorted(DOORS))
def test_a_service_in_a_file_lets_in_and_keeps_out_as_the_table_says(file_desk: Desk, name: str) -> None:
    assert faults(file_desk, name) == []


@pytest.mark.parametrize("name", sorted(DOORS))
def test_a_service_on_the_server_lets_in_and_keeps_out_as_the_table_says(server_desk: Desk, name: str) -> None:
    assert faults(server_desk, name) == []


def test_what_asks_nobody_is_never_called_from_the_window_or_the_command_line() -> None:
    inner = {services()[name]: name for name in {*INNER, *of_catalogue()}}
    files = [*(ROOT / "ui").rglob("*.py"), *(ROOT / "jobbpunkt" / "cli").rglob("*.py")]
    found = [f"{file.relative_to(ROOT)}: {inner[used]}" for file in files for used in _used(file) if used in inner]
    assert found == [], "these leave the question who may to others: call the service that asks, or make one"


def _used(file: Path) -> Iterator[Callable[..., Any]]:
    """Yield every function of the program that a file imports, or asks of a module that it imports."""
    modules: dict[str, ModuleType] = {}
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("jobbpunkt"):
            for alias in node.names:
                found = getattr(importlib.import_module(node.module or ""), alias.name)
                if isinstance(found, ModuleType):
                    modules[alias.asname or alias.name] = found
                elif inspect.isfunction(found):
                    yield found
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            found = getattr(modules[node.value.id], node.attr, None)
            if inspect.isfunction(found):
                yield found
