"""Killed in the middle of work: every acknowledged save is there, none is half done, and the history holds."""

import multiprocessing
import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

from jobbpunkt.base.clock import Clock
from jobbpunkt.people import notes
from jobbpunkt.people.details import PersonData, create
from jobbpunkt.register import backup, check
from jobbpunkt.register.opening import Register
from models.person import Person, PersonNote
from tests.registers import NOW, SIGN_IN, opened

Begin = Callable[..., BaseProcess]
KILLS = 10
SAVES_BEFORE = 4


def save_on_and_on(place: str, told: Connection) -> None:
    register = Register.open(place, SIGN_IN)
    number = 0
    while True:
        with register.writing() as uow:
            made = create(uow, PersonData(given_name=f"Person {number}")).record
            notes.add(uow, made, "x" * 500, on=NOW.date())
        told.send(str(made))
        number += 1


def back_up_on_and_on(place: str, told: Connection) -> None:
    register = Register.open(place, SIGN_IN)
    while True:
        backup.make(register, Path(f"{place}.backup"))
        told.send("made")


def spawned(work: Callable[..., None], *given: Any) -> BaseProcess:
    child = multiprocessing.get_context("spawn").Process(target=work, args=given)
    child.start()
    return child


def killed(work: Any, place: str, answers: int, delay: float, begin: Begin = spawned) -> list[str]:
    """Run `work` in a process of its own, kill it after some answers and a moment, and return what it had acknowledged."""
    heard, told = multiprocessing.Pipe(duplex=False)
    child = begin(work, place, told)
    said = [heard.recv() for _ in range(answers)]
    child.join(delay)
    os.kill(child.pid or 0, signal.SIGKILL)
    child.join()
    while heard.poll():
        said.append(heard.recv())
    return said


def assert_kept(place: str, said: list[str], clock: Clock) -> None:
    """Look at what a killed process has left: all that it had acknowledged, nothing half done, and a sound register."""
    with opened(place, clock) as register:
        with register.reading() as uow:
            people = {str(person.id) for person in uow.session.query(Person)}
            noted = {str(note.person_id) for note in uow.session.query(PersonNote)}
        assert set(said) <= people
        assert people == noted
        assert check.check(register).findings == ()


@pytest.mark.parametrize("attempt", range(KILLS))
def test_no_acknowledged_save_is_lost_and_none_is_half_done(sqlite_place: str, clock: Clock, attempt: int) -> None:
    assert_kept(sqlite_place, killed(save_on_and_on, sqlite_place, SAVES_BEFORE, attempt * 0.003), clock)


@pytest.mark.parametrize("attempt", range(4))
def test_a_backup_that_is_killed_leaves_the_older_one(sqlite_place: str, clock: Clock, attempt: int) -> None:
    killed(back_up_on_and_on, sqlite_place, 1, attempt * 0.015)
    with opened(f"{sqlite_place}.backup", clock) as kept:
        assert check.check(kept).findings == ()
    with opened(sqlite_place, clock) as register:
        made = backup.make(register, Path(f"{sqlite_place}.backup"))
        assert made.rows > 0
