"""Real registers for tests, cheaply: each kind is founded once a run, and every test gets a copy of its own."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

from jobbpunkt import demo
from jobbpunkt.base.clock import Clock, fixed, instant
from jobbpunkt.register.founding import Founder
from jobbpunkt.register.keys import CHEAPEST
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.slots import beside
from tests.postgres import Server
from tests.shelf import Shelf

NOW = instant(date(2020, 6, 15), time(9))
PASSWORD = "korrekt häst batteri häftstift"
FOUNDER = Founder("coach", "Coach Exempel", PASSWORD)
SIGN_IN = Credentials(FOUNDER.login, PASSWORD)


class Enough(Exception):
    """Ends a transaction that went well and shall leave nothing."""


@dataclass(frozen=True, slots=True)
class Template:
    """A founded register that nobody has open, and the recovery key that was printed for it."""

    place: str
    recovery_key: str


def found(place: str) -> Template:
    """Make a register at `place` with the cheapest key derivation that is allowed, and close it."""
    created = Register.create(place, FOUNDER, fixed(NOW), CHEAPEST)
    created.register.close()
    return Template(place, created.recovery_key)


def demo_year(place: str) -> Template:
    """Make the demo register at `place`; nobody has it open."""
    return Template(place, demo.make(place).recovery_key)


def copy_file(template: Template, target: Path) -> str:
    """Copy a closed register file with its key slots, and return the place of the copy."""
    source = Path(template.place)
    # Closing the last connection empties and removes the write-ahead log; only then may the file be copied.
    assert not source.with_name(f"{source.name}-wal").exists()
    for file, copy in zip((source, *beside(source)), (target, *beside(target)), strict=True):
        shutil.copyfile(file, copy)
    return str(target)


def shelf_of(template: Template, server: Server) -> Shelf:
    """Return the shelf of copies of a register on the server."""
    return Shelf(server, template.place.partition("?")[0].rpartition("/")[2])


@contextmanager
def copied_database(shelf: Shelf) -> Iterator[str]:
    """Yield the address of a register on the server that is as its template, and put it back on the shelf afterwards."""
    copy = shelf.take()
    try:
        yield shelf.server.url(copy.name)
    finally:
        shelf.give_back(copy)


@contextmanager
def opened(place: str, clock: Clock) -> Iterator[Register]:
    """Open a register as its founder, and close it afterwards."""
    register = Register.open(place, SIGN_IN, clock)
    try:
        yield register
    finally:
        register.close()
