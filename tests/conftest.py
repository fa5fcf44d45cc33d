"""What every test may ask for."""

from tests import ready

ready.demand()
ready.forget_the_caller()

# ruff: noqa: E402 - without what `ready` demands, none of these could be imported
import gc
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from uuid import uuid4

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jobbpunkt.base.clock import Clock, fixed
from jobbpunkt.base.words import Words
from jobbpunkt.register.opening import Register
from tests.loud import pytest_runtest_call  # noqa: F401 - pytest finds its hooks by name
from tests.patience import PatientBot
from tests.postgres import Server
from tests.registers import NOW, Template, copied_database, copy_file, demo_year, found, opened, shelf_of
from tests.shared import folder_of, once, pytest_configure_node, server_of  # noqa: F401 - pytest finds its hooks by name
from tests.shelf import Shelf
from tests.thrift import thrift

ENGINES = ("sqlite", "postgres")
# So many new objects are worth looking through, and so many times of that a look through everything.
MANY, FULL_EVERY = 1_000_000, 10

# A property is true or false, not slow: a busy machine must not fail it.
hypothesis.settings.register_profile("patient", hypothesis.settings(), deadline=None)
hypothesis.settings.load_profile("patient")


@pytest.fixture(scope="session", autouse=True)
def remembered() -> Iterator[None]:
    """Work out once what comes out the same again."""
    with thrift():
        yield


def pytest_collection_finish() -> None:
    """Look through the tests themselves no more: they stay until the end."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def tidied() -> Iterator[None]:
    """Free what some tests have left; during one nobody looks for garbage, as on the program's threads.

    Importing the window turns Python's own looking off, and every run imports it: without this a run holds all it ever made.
    """
    gc.disable()
    yield
    young, _, old = gc.get_count()
    if young > MANY:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect(2 if old > FULL_EVERY else 1)


@pytest.fixture(autouse=True)
def own_state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A state folder of the test's own: no draft of one test, or of whoever runs them, is seen by another."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's hand at the window, with the patience that a busy machine needs."""
    return PatientBot(request)


@pytest.fixture
def clock() -> Clock:
    """A clock that stands at 15 June 2020, nine o'clock in Sweden."""
    return fixed(NOW)


@pytest.fixture(scope="session")
def words_sv() -> Words:
    """The Swedish words."""
    return Words("sv")


@pytest.fixture(scope="session")
def words_en() -> Words:
    """The English words."""
    return Words("en")


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest) -> Iterator[Server]:
    """A PostgreSQL server; the workers of a parallel run share one."""
    with server_of(request.config) as server:
        yield server


def templated(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Template]) -> Template:
    """Return a template that the workers of a run make once."""
    return Template(**json.loads(once(folder_of(factory) / name, lambda folder: json.dumps(asdict(make(folder))))))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """A founded register in a file, to be copied and never opened."""
    return templated(tmp_path_factory, "sqlite_template", lambda folder: found(str(folder / "template.jobbpunkt")))


@pytest.fixture(scope="session")
def postgres_template(postgres: Server, tmp_path_factory: pytest.TempPathFactory) -> Template:
    """A founded register on the server, to be copied and never opened."""
    return templated(tmp_path_factory, "postgres_template", lambda _: found(postgres.create("register_template")))


@pytest.fixture(scope="session")
def sqlite_demo_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """The demo register in a file, to be copied and never opened."""
    return templated(tmp_path_factory, "sqlite_demo", lambda folder: demo_year(str(folder / "demo.jobbpunkt")))


@pytest.fixture(scope="session")
def postgres_demo_template(postgres: Server, tmp_path_factory: pytest.TempPathFactory) -> Template:
    """The demo register on the server, to be copied and never opened."""
    return templated(tmp_path_factory, "postgres_demo", lambda _: demo_year(postgres.create("demo_template")))


@pytest.fixture(scope="session")
def postgres_shelf(postgres: Server, postgres_template: Template) -> Shelf:
    """Copies of the founded register on the server, used one after another."""
    return shelf_of(postgres_template, postgres)


@pytest.fixture(scope="session")
def postgres_demo_shelf(postgres: Server, postgres_demo_template: Template) -> Shelf:
    """Copies of the demo register on the server, used one after another."""
    return shelf_of(postgres_demo_template, postgres)


@pytest.fixture
def sqlite_demo_place(tmp_path: Path, sqlite_demo_template: Template) -> str:
    """The path of a demo register of the test's own; sign in with `demo.PASSWORD`."""
    return copy_file(sqlite_demo_template, tmp_path / "demo.jobbpunkt")


@pytest.fixture
def postgres_demo_place(postgres_demo_shelf: Shelf) -> Iterator[str]:
    """The address of a demo register of the test's own."""
    with copied_database(postgres_demo_shelf) as address:
        yield address


@pytest.fixture(params=ENGINES)
def demo_place(request: pytest.FixtureRequest) -> str:
    """The place of a demo register of the test's own, first a file and then on the server."""
    return str(request.getfixturevalue(f"{request.param}_demo_place"))


@pytest.fixture
def sqlite_place(tmp_path: Path, sqlite_template: Template) -> str:
    """The path of a founded register file that nobody has open; `tests.registers.SIGN_IN` opens it."""
    return copy_file(sqlite_template, tmp_path / "register.jobbpunkt")


@pytest.fixture
def postgres_place(postgres_shelf: Shelf) -> Iterator[str]:
    """The address of a founded register on the server that nobody has open."""
    with copied_database(postgres_shelf) as address:
        yield address


@pytest.fixture(params=ENGINES)
def place(request: pytest.FixtureRequest) -> str:
    """The place of a founded register, first a file and then on the server."""
    return str(request.getfixturevalue(f"{request.param}_place"))


@pytest.fixture
def sqlite_empty_place(tmp_path: Path) -> str:
    """A path where no register is yet."""
    return str(tmp_path / "new.jobbpunkt")


@pytest.fixture
def postgres_empty_place(postgres: Server) -> Iterator[str]:
    """The address of an empty database."""
    name = f"empty_{uuid4().hex}"
    yield postgres.create(name)
    postgres.drop(name)


@pytest.fixture(params=ENGINES)
def empty_place(request: pytest.FixtureRequest) -> str:
    """A place for a new register, first a file and then on the server."""
    return str(request.getfixturevalue(f"{request.param}_empty_place"))


@pytest.fixture
def sqlite_register(sqlite_place: str, clock: Clock) -> Iterator[Register]:
    """An encrypted register file of its own, open, signed in as coach and administrator."""
    with opened(sqlite_place, clock) as register:
        yield register


@pytest.fixture
def register(place: str, clock: Clock) -> Iterator[Register]:
    """An open register of its own, signed in as coach and administrator; first a file and then on the server."""
    with opened(place, clock) as register:
        yield register
