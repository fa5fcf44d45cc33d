"""Filled registers, kept in a folder and used again, and what an area of the bench is given: a copy of one, opened."""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jobbpunkt.register import database
from jobbpunkt.register.opening import Register
from jobbpunkt.register.slots import beside
from tests.bench.entry import Work
from tests.bench.filling import fill
from tests.bench.lives import Days
from tests.registers import SIGN_IN, Template, copy_file
from tests.rules.tree import ROOT

# What decides how a filled register looks: when any of it changes, one is filled anew.
_MADE_BY = (
    *("models", "migrations", "jobbpunkt/register/chain.py", "jobbpunkt/register/search.py", "jobbpunkt/register/subject.py"),
    *("tests/bench/filling.py", "tests/bench/lives.py", "tests/bench/moulds.py"),
)


@dataclass(frozen=True, slots=True)
class Bench:
    """A register with so many people, open for the first of its coaches, a folder to write in, and the clock to measure by."""

    people: int
    register: Register
    connection: Any
    folder: Path
    clock: str
    template: Template

    def raw(self, statement: str, *values: object) -> Work:
        """Return what asks the engine itself and takes every row, with nothing between."""
        return lambda: self.connection.execute(statement, values).fetchall()

    def closed_copy(self, name: str) -> Path:
        """Return the place of a further copy, which nobody has open."""
        return Path(copy_file(self.template, self.folder / f"{name}.jobbpunkt"))

    def one(self, statement: str, *values: object) -> Any:
        """Return the first value of the engine's own answer."""
        return self.connection.execute(statement, values).fetchone()[0]


@contextmanager
def opened(people: int, stock: Path, clock: str = "wall") -> Iterator[Bench]:
    """Open a copy of the filled register, which the measurements may write in."""
    template = filled(people, stock)
    with tempfile.TemporaryDirectory(dir=stock) as name:
        folder = Path(name)
        place = copy_file(template, folder / "register.jobbpunkt")
        register = Register.open(place, SIGN_IN, Days().clock)
        connection = database.connect_file(Path(place), register.data_keys.register)
        try:
            yield Bench(people, register, connection, folder, clock, template)
        finally:
            connection.close()
            register.close()


def filled(people: int, stock: Path) -> Template:
    """Return the filled register of that size, made first if it is not there yet."""
    stock.mkdir(parents=True, exist_ok=True)
    path = stock / f"{people}-{_stamp()}.jobbpunkt"
    if not path.exists():
        for old in stock.glob(f"{people}-*"):
            old.unlink()
        making = stock / f"making-{people}.jobbpunkt"
        for half in (making, *beside(making), *stock.glob(f"{making.name}-*")):
            half.unlink(missing_ok=True)
        fill(str(making), people)
        for file, kept in zip(beside(making), beside(path), strict=True):
            shutil.move(file, kept)
        making.rename(path)
    return Template(str(path), "")


def _stamp() -> str:
    digest = hashlib.sha256()
    for part in _MADE_BY:
        at = ROOT / part
        for file in [at] if at.is_file() else sorted(at.rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
