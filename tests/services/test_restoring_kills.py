"""Restoring is one step: killed at any of its points, the place opens, as the old register or as the new one."""

import os
import signal
import sys
from pathlib import Path

import pytest

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import backup, changeover, check, restoring
from jobbpunkt.register.keys import CHEAPEST
from jobbpunkt.register.opening import Register
from jobbpunkt.register.slots import beside
from models.organisation import Organisation
from tests.registers import FOUNDER, SIGN_IN, opened

TOUCHES = frozenset({"os.rename", "os.link", "os.remove", "os.chmod", "open"})


def add(register: Register, name: str) -> None:
    with register.writing() as uow:
        uow.add(Organisation(name=name))


def names(place: Path, clock: Clock) -> set[str]:
    with opened(str(place), clock) as register:
        # This computer knows the copies of one register as the same, with another end each: one may be older, none is damaged.
        assert all("older copy" in finding.sentence for finding in check.check(register).findings)
        with register.reading() as uow:
            return {found.name for found in uow.session.query(Organisation)}


@pytest.fixture
def made(tmp_path: Path, clock: Clock) -> Path:
    """A backup of a register with keys of its own."""
    register = Register.create(str(tmp_path / "other.jobbpunkt"), FOUNDER, clock, CHEAPEST).register
    add(register, "Ny")
    path = backup.make(register, tmp_path / "backup.jobbpunkt").path
    register.close()
    return path


def killed_at(point: int, made: Path, target: Path, clock: Clock) -> bool:
    """Restore in a child that dies at its `point`th touch of the target's folder; tell whether it died."""
    child = os.fork()
    if child == 0:
        left = point

        def count(event: str, given: tuple[object, ...]) -> None:
            nonlocal left
            if event in TOUCHES and given and str(target) in str(given[0]):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            restoring.restore(made, str(target), SIGN_IN, clock)
        finally:
            os._exit(int(sys.exc_info()[0] is not None))
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0
    return os.WIFSIGNALED(status)


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be copied there")
def test_killed_at_any_point_the_place_opens_old_or_new(made: Path, sqlite_place: str, tmp_path: Path, clock: Clock) -> None:
    with opened(sqlite_place, clock) as register:
        add(register, "Gammal")
    old, seen, point, died = Path(sqlite_place), [], 0, True
    while died:
        point += 1
        folder = tmp_path / f"at{point}"
        folder.mkdir()
        target = folder / "r.jobbpunkt"
        for source, copy in zip((old, *beside(old)), (target, *beside(target)), strict=True):
            copy.write_bytes(source.read_bytes())
        died = killed_at(point, made, target, clock)
        seen.append(names(target, clock))
        assert seen[-1] in ({"Gammal"}, {"Ny"})
        if seen[-1] == {"Ny"}:
            (kept,) = (found for found in folder.glob("*.before-restore-*") if found.name.count(".") == 2)
            assert names(kept, clock) == {"Gammal"}
        assert not list(folder.glob("*.incoming*")) + list(folder.glob("*.changeover"))
    assert point > 10
    assert [names_seen == {"Ny"} for names_seen in seen] == sorted(names_seen == {"Ny"} for names_seen in seen)


def test_a_disk_without_second_names_leaves_the_register_too(made: Path, sqlite_place: str, clock: Clock) -> None:
    # As after a kill between the two renames of such a disk: the old one has gone to its kept name, the new one waits.
    old = Path(sqlite_place)
    with opened(sqlite_place, clock) as register:
        add(register, "Gammal")
    kept = old.with_name(f"{old.name}.before-restore-1")
    incoming = old.with_name(f"{old.name}.incoming")
    for source, copy in zip((made, *beside(made)), (incoming, *beside(incoming)), strict=True):
        copy.write_bytes(source.read_bytes())
    for source, copy in zip((old, *beside(old)), (kept, *beside(kept)), strict=True):
        source.replace(copy)
    old.with_name(f"{old.name}.changeover").write_text(f'{{"kept": "{kept.name}"}}')
    assert names(old, clock) == {"Ny"}
    assert names(kept, clock) == {"Gammal"}


def test_an_exchange_that_somebody_is_at_is_waited_for(made: Path, sqlite_place: str, clock: Clock) -> None:
    old = Path(sqlite_place)
    note = old.with_name(f"{old.name}.changeover")
    with opened(sqlite_place, clock):
        note.write_text('{"kept": ""}')
        with pytest.raises(UserError, match="has the register open"):
            changeover.settle(old)
    changeover.settle(old)
    assert not note.exists()


@pytest.mark.parametrize("note", ["", "{}", "[]", '{"kept": "../x"}', '{"kept": "/etc/passwd"}', '{"kept": 3}'])
def test_a_note_that_is_none_of_ours_moves_nothing(sqlite_place: str, clock: Clock, note: str) -> None:
    old = Path(sqlite_place)
    old.with_name(f"{old.name}.changeover").write_text(note)
    assert names(old, clock) == set()
    assert not list(old.parent.glob("*.changeover"))
