"""Every table is shown and written by services that the window calls; a table that nobody can see or fill is red."""

from contextlib import suppress
from pathlib import Path

from jobbpunkt.base.clock import fixed
from tests.permissions.desk import Desk, Door, desk
from tests.permissions.services import services, takes_register
from tests.permissions.table import DOORS
from tests.permissions.used import used_by
from tests.registers import NOW, Enough, Template, copy_file
from tests.services.statements import nouns, statements, tables_in


def doors_of_the_window() -> list[Door]:
    """Return every way through a service that some file of the window uses."""
    services()
    used = set(used_by("ui"))
    names = [name for name in DOORS if services()[name] in used and not takes_register(name)]
    return [door for name in names for door in DOORS[name] if door.who and not door.fails]


# Services that are given a register write in transactions of their own, which no door can leave undone.
WRITES_BY_ITSELF = {"field_file": "field.making.make"}


def touched(made: Desk, door: Door) -> tuple[set[str], frozenset[str]]:
    """Go through a door and leave nothing; return the tables that were asked and those that were written."""
    written: frozenset[str] = frozenset()
    with suppress(Enough), made.registers[door.who[0]].writing() as uow:
        with statements() as seen:
            door.call(uow, made)
            written = uow.change_of(made.registers["C"].user.id, "").nouns
        raise Enough
    return {table for statement in seen for table in tables_in(statement)}, written


def test_every_table_is_shown_and_written_from_the_window(sqlite_template: Template, tmp_path: Path) -> None:
    read: set[str] = set()
    written: set[str] = set()
    with desk(copy_file(sqlite_template, tmp_path / "register.opening.jobbpunkt"), fixed(NOW), tmp_path) as made:
        for door in doors_of_the_window():
            asked, changed = touched(made, door)
            read |= asked
            written |= changed
    services_of_the_window = set(used_by("ui"))
    written |= {table for table, name in WRITES_BY_ITSELF.items() if services()[name] in services_of_the_window}
    assert sorted(nouns() - read) == [], "no service that the window calls shows these"
    assert sorted(nouns() - written) == [], "no service that the window calls writes these"
