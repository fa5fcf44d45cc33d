"""No public service stands outside the table, and each lets in and keeps out whom the table says, on both engines."""

from collections.abc import Iterator

import pytest

from jobbpunkt.base.clock import fixed
from tests.permissions.desk import Desk, desk
from tests.permissions.services import of_catalogue, services
from tests.permissions.table import DOORS, INNER, faults
from tests.permissions.used import used_by
from tests.registers import NOW, Template, copied_database, copy_file
from tests.shelf import Shelf

HOW = "Add a line to DOORS in tests/permissions/of_*.py (who may, how it is called), or say in INNER why only services call it."


@pytest.fixture(scope="module")
def file_desk(sqlite_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The register of all colleagues in a file."""
    folder = tmp_path_factory.mktemp("desk")
    with desk(copy_file(sqlite_template, folder / "register.opening.jobbpunkt"), fixed(NOW), folder) as made:
        yield made


@pytest.fixture(scope="module")
def server_desk(postgres_shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The register of all colleagues on the server."""
    with (
        copied_database(postgres_shelf) as address,
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
    assert list(faults(file_desk, name)) == []


@pytest.mark.parametrize("name", sorted(DOORS))
def test_a_service_on_the_server_lets_in_and_keeps_out_as_the_table_says(server_desk: Desk, name: str) -> None:
    assert list(faults(server_desk, name)) == []


def test_what_asks_nobody_is_never_called_from_the_window_or_the_command_line() -> None:
    inner = {services()[name]: name for name in {*INNER, *of_catalogue()}}
    used = used_by("ui") | used_by("jobbpunkt/cli")
    found = [f"{used[one]}: {name}" for one, name in inner.items() if one in used]
    assert found == [], "these leave the question who may to others: call the service that asks, or make one"
