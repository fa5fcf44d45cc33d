"""Who holds a register file: many share it, one window works, one program alone exchanges it, and the dead hold nothing."""

import multiprocessing
import os
import platform
import signal
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from jobbpunkt.register import check, file_lock, leaving
from jobbpunkt.register.file_lock import FileLock
from jobbpunkt.register.holder import Holder
from jobbpunkt.register.members import Seen
from jobbpunkt.register.opening import Register
from models.organisation import Organisation
from models.vocabulary import HistoryAction
from tests.registers import SIGN_IN, opened

STARTS = 4


def as_window(place: str, clock: Clock) -> Register:
    return Register.open(place, SIGN_IN, clock, sole=True)


def add(register: Register, name: str) -> None:
    with register.writing() as uow:
        uow.add(Organisation(name=name))


def names(register: Register) -> set[str]:
    with register.reading() as uow:
        return {found.name for found in uow.session.query(Organisation)}


def open_and_stay(place: str, told: Connection) -> None:
    register = Register.open(place, SIGN_IN, sole=True)
    told.send("reads" if register.only_read else "works")
    told.recv()
    register.close()


def test_the_second_window_is_told_who_works_and_only_reads(sqlite_place: str, clock: Clock) -> None:
    first = as_window(sqlite_place, clock)
    second = as_window(sqlite_place, clock)
    assert first.only_read is None
    assert second.only_read is not None
    said = second.only_read.text(Words("sv"))
    assert "coach" in said
    assert platform.node() in said
    add(first, "Ett")
    assert names(second) == {"Ett"}
    with pytest.raises(UserError, match="working in this register"):
        add(second, "Två")
    first.close()
    second.close()
    third = as_window(sqlite_place, clock)
    assert third.only_read is None
    third.close()


def test_who_only_reads_has_looks_noted_and_changes_nothing_by_them(sqlite_place: str, clock: Clock) -> None:
    first, second = as_window(sqlite_place, clock), as_window(sqlite_place, clock)
    with second.noting() as uow:
        uow.note(HistoryAction.READ, noun="person", record_id=second.user.id)
    with pytest.raises(UserError, match="working in this register"), second.noting() as uow:
        uow.add(Organisation(name="Smyg"))
    with pytest.raises(UserError, match="working in this register"), second.noting() as uow:
        uow.put_key_file(uow.key_file(), Seen())
    assert names(first) == set()
    second.close()
    assert check.check(first).findings == ()
    first.close()


def test_commands_work_beside_a_window(sqlite_place: str, clock: Clock) -> None:
    window = as_window(sqlite_place, clock)
    with opened(sqlite_place, clock) as command:
        assert command.only_read is None
        add(command, "Från kommandot")
    add(window, "Från fönstret")
    assert names(window) == {"Från kommandot", "Från fönstret"}
    window.close()


def test_a_lock_left_by_a_dead_program_holds_nobody_up(sqlite_place: str, clock: Clock) -> None:
    context = multiprocessing.get_context("spawn")
    mine, theirs = context.Pipe()
    child = context.Process(target=open_and_stay, args=(sqlite_place, theirs))
    child.start()
    assert mine.recv() == "works"
    reader = as_window(sqlite_place, clock)
    assert reader.only_read is not None
    reader.close()
    os.kill(child.pid or 0, signal.SIGKILL)
    child.join()
    assert Holder.noted(file_lock.beside(Path(sqlite_place))) is not None
    after = as_window(sqlite_place, clock)
    assert after.only_read is None
    after.close()
    assert Holder.noted(file_lock.beside(Path(sqlite_place))) is None


def test_of_many_starts_at_once_one_works_and_all_others_read(sqlite_place: str) -> None:
    context = multiprocessing.get_context("spawn")
    pipes = [context.Pipe() for _ in range(STARTS)]
    children = [context.Process(target=open_and_stay, args=(sqlite_place, theirs)) for _, theirs in pipes]
    for child in children:
        child.start()
    said = [mine.recv() for mine, _ in pipes]
    for mine, _ in pipes:
        mine.send("go")
    for child in children:
        child.join()
    assert sorted(said) == ["reads"] * (STARTS - 1) + ["works"]


def test_alone_means_that_nobody_has_it_open_and_nobody_comes_in(sqlite_place: str, clock: Clock) -> None:
    lock = FileLock(Path(sqlite_place))
    with opened(sqlite_place, clock), pytest.raises(UserError, match="has the register open"), lock.alone("coach"):
        pass
    with lock.alone("coach"), pytest.raises(UserError, match="is replacing the file"):
        Register.open(sqlite_place, SIGN_IN, clock)
    with opened(sqlite_place, clock) as register:
        add(register, "Efteråt")


def test_who_is_asked_to_leave_is_waited_for(sqlite_place: str, clock: Clock) -> None:
    window = as_window(sqlite_place, clock)

    def leave() -> None:
        while window.hold.asker() != "annan":
            time.sleep(0.02)
        window.close()

    leaver = threading.Thread(target=leave)
    leaver.start()
    with FileLock(Path(sqlite_place)).alone("annan", patience=60), pytest.raises(UserError, match="Try again in a moment"):
        as_window(sqlite_place, clock)
    leaver.join()
    as_window(sqlite_place, clock).close()


def test_the_one_who_works_may_be_alone_and_works_on_afterwards(sqlite_place: str, clock: Clock) -> None:
    window = as_window(sqlite_place, clock)
    assert window.hold.lock is not None
    with window.hold.lock.alone("coach"):
        pass
    second = as_window(sqlite_place, clock)
    assert second.only_read is not None
    second.close()
    window.close()


def test_who_died_while_asking_is_soon_forgotten(sqlite_place: str, clock: Clock) -> None:
    path = Path(sqlite_place)
    with leaving.asked(path, "annan"):
        note = next(path.parent.glob("*.wanted"))
        left = note.read_bytes()
    note.write_bytes(left)
    assert leaving.asker(path) == "annan"
    for moment in (time.time() - 60, time.time() + 60):  # the clock may have been set back since
        os.utime(note, (moment, moment))
        assert leaving.asker(path) is None
    note.write_bytes(b"\xff{")
    assert leaving.asker(path) is None
    Register.open(sqlite_place, SIGN_IN, clock).close()


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff\xfe", b"[" * 100_000])
def test_a_note_of_who_works_that_cannot_be_read_stops_nobody(sqlite_place: str, clock: Clock, content: bytes) -> None:
    first = as_window(sqlite_place, clock)
    file_lock.beside(Path(sqlite_place)).with_name("register.jobbpunkt.lock.who").write_bytes(content)
    second = as_window(sqlite_place, clock)
    assert second.only_read is not None
    assert "Somebody else is working" in second.only_read.sentence
    second.close()
    first.close()


def test_a_file_exchanged_underneath_takes_no_write_and_is_left_whole(sqlite_register: Register) -> None:
    place = Path(sqlite_register.location.text)
    other = place.with_name("other.jobbpunkt")
    other.write_bytes(place.read_bytes())
    before = other.read_bytes()
    uow = sqlite_register.writing().__enter__()
    uow.add(Organisation(name="Mitt i"))
    uow.flush()
    other.replace(place)
    with pytest.raises(UserError, match="was replaced by another"):
        uow.__exit__(None, None, None)
    with pytest.raises(UserError, match="was replaced by another"):
        add(sqlite_register, "Efter")
    assert place.read_bytes() == before


def test_the_lock_is_one_whichever_way_leads_to_the_file(sqlite_place: str, tmp_path: Path) -> None:
    link = tmp_path / "link.jobbpunkt"
    link.symlink_to(sqlite_place)
    assert file_lock.beside(link) == file_lock.beside(Path(sqlite_place))
