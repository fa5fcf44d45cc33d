"""A crash leaves a trace, and the trace holds nothing that anybody typed; the process leaves no memory on a disk."""

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobbpunkt.base import traces
from jobbpunkt.base.clock import Clock
from jobbpunkt.people.details import PersonData, create
from jobbpunkt.register.opening import Register
from tests.rules.tree import ROOT

CANARY = "Kanariefågel"
BROKEN = f"""
import ctypes, faulthandler, resource, sys
sys.argv = ["jobbpunkt", "{CANARY}"]
from jobbpunkt import __main__ as door

def broken(*arguments):
    print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), flush=True)
    typed = "{CANARY}"
    faulthandler._sigsegv()

from jobbpunkt.cli import program
program.run = broken
door.main()
"""


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the traces of this test are."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return traces.folder()


@pytest.fixture
def kept(state: Path) -> Iterator[Path]:
    """The log while it is kept."""
    keeper = traces.Keeper(state / traces.LOG)
    logging.getLogger().addHandler(keeper)
    yield state / traces.LOG
    logging.getLogger().removeHandler(keeper)
    keeper.close()


def everything(state: Path) -> str:
    files = [file.read_text(encoding="utf-8", errors="replace") for file in state.rglob("*") if file.is_file()]
    return "\n".join([*files, traces.support_file().decode()])


@pytest.mark.logs_warnings
def test_the_log_says_what_and_where_and_nothing_that_was_typed(kept: Path, state: Path) -> None:
    try:
        fail(CANARY)
    except LookupError as error:
        error.add_note(CANARY)
        traces.note(error)
        logging.getLogger("sqlalchemy.engine").warning("row %s", CANARY, extra={"row": CANARY})
        logging.getLogger("any").exception(f"it is {CANARY}", stack_info=True)
    text = kept.read_text(encoding="utf-8")
    assert "LookupError" in text
    assert "ValueError" in text, "what it came from is told too"
    assert "test_traces.py" in text
    assert "fail" in text
    assert "sqlalchemy.engine" in text
    assert CANARY not in everything(state)


@pytest.mark.logs_warnings
def test_an_error_of_the_engine_is_kept_by_its_code_without_what_was_to_be_written(
    kept: Path, state: Path, register: Register, clock: Clock
) -> None:
    try:
        with register.writing() as uow:
            person = create(uow, PersonData(given_name=CANARY, family_name=CANARY, own_goal=CANARY))
            uow.session.connection().exec_driver_sql(f"SELECT '{CANARY}' FROM nowhere WHERE x = '{person.record}'")
    except Exception as error:  # noqa: BLE001 - whatever it is
        traces.note(error)
    text = kept.read_text(encoding="utf-8")
    assert "SQLITE_ERROR" in text or "42P01" in text
    assert CANARY not in everything(state)


@pytest.mark.logs_warnings
def test_the_log_stays_small_and_is_nobody_elses(kept: Path, state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traces, "LARGEST", 2000)
    for _ in range(400):
        logging.getLogger("any").warning("odd")
    sizes = [file.stat().st_size for file in state.iterdir()]
    assert len(sizes) == traces.KEPT + 1
    assert max(sizes) <= 2000
    assert kept.parent.stat().st_mode & 0o077 == 0


def test_nothing_is_written_where_nothing_went_wrong(kept: Path) -> None:
    assert not kept.exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what it asks the system for is Linux's")
def test_a_crash_of_the_process_leaves_its_place_and_no_memory(tmp_path: Path) -> None:
    script = tmp_path / "broken.py"
    script.write_text(BROKEN, encoding="utf-8")
    surroundings = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        [sys.executable, str(script)], env=surroundings, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert ended.returncode < 0
    assert ended.stdout.split() == ["(0,", "0)", "0"], ended.stderr
    [faults] = (tmp_path / "state").rglob(traces.FAULTS)
    text = faults.read_text(encoding="utf-8")
    assert "Segmentation fault" in text
    assert "in broken" in text
    assert CANARY not in text
    assert faults.stat().st_mode & 0o077 == 0


def test_the_support_file_names_no_folder_of_the_user(state: Path) -> None:
    state.mkdir(parents=True)
    home = "/ho" + "me/anna.andersson"
    (state / traces.FAULTS).write_text(f'  File "{home}/jobbpunkt/people.py", line 3 in show\n', encoding="utf-8")
    text = traces.support_file().decode()
    assert 'File "people.py", line 3 in show' in text
    assert "anna" not in text
    assert "SQLAlchemy " in text


def fail(name: str) -> None:
    try:
        raise ValueError(name)
    except ValueError as error:
        raise LookupError(name) from error
