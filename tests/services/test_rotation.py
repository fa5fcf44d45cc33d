"""New keys: everything says what it said, nothing from before opens it, and the history holds."""

import time
from contextlib import AbstractContextManager, closing
from multiprocessing.connection import Connection
from pathlib import Path

from jobbpunkt.base import unfinished
from jobbpunkt.base.clock import Clock, fixed
from jobbpunkt.base.words import Words
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import check, location, places, rotating, sweeping
from jobbpunkt.register.opening import Register
from tests import sealed
from tests.registers import NOW, SIGN_IN, opened
from tests.services.test_kills import killed


def test_everything_sealed_says_the_same_under_new_keys(register: Register, words_sv: Words, clock: Clock) -> None:
    sealed.fill(register, words_sv)
    said, before = sealed.said(register), sealed.stored(register)
    heard: list[float] = []
    done = rotating.rotate(register, heard.append)
    assert (done.epoch, done.unopened) == (2, 0)
    assert heard == sorted(heard)
    assert heard[-1] == 1
    assert sealed.said(register) == said
    assert {safe_mark(value) for value in sealed.stored(register).values()} == {"sealed:2h:", "sealed:2p:"}
    assert not set(before.values()) & set(sealed.stored(register).values())
    assert check.check(register).findings == ()
    rotating.rotate(register)
    register.close()
    with opened(register.location.text, clock) as again:
        assert again.data_keys.epoch == 3
        assert sealed.said(again) == said
        assert check.check(again).findings == ()
        with again.writing() as uow:
            details.create(uow, PersonData("Åsa"))


def safe_mark(value: str | bytes) -> str:
    return value[:10].decode() if isinstance(value, bytes) else value[:10]


def window(place: str, clock: Clock) -> AbstractContextManager[Register]:
    """Open a register as a window does: the first one works in it, a second only reads."""
    return closing(Register.open(place, SIGN_IN, clock, sole=True))


def rotate_and_die(place: str, told: Connection) -> None:
    """Change a register's keys until the copy is half made, and be killed."""
    register = Register.open(place, SIGN_IN, fixed(NOW))

    def hear(_: float) -> None:
        told.send("making")
        time.sleep(60)

    rotating.rotate(register, hear)


def test_the_copy_of_a_rotation_that_was_killed_is_swept_by_who_may_write(sqlite_place: str, clock: Clock) -> None:
    killed(rotate_and_die, sqlite_place, 1, 0)
    left = places.next_of(Path(sqlite_place))
    assert left.exists()
    elsewhere = location.parse("another.jobbpunkt")
    with window(sqlite_place, clock) as register, window(sqlite_place, clock) as second:
        assert second.only_read is not None
        sweeping.sweep(second.location, works=second.only_read is None)
        sweeping.sweep(elsewhere, works=True)
        assert left.exists()
        sweeping.sweep(register.location, works=register.only_read is None)
        assert not left.exists()
        assert check.check(register).findings == ()
    assert not list(unfinished.default_folder().iterdir())


def test_it_is_swept_from_another_register_too_while_nobody_has_this_one_open(sqlite_place: str, clock: Clock) -> None:
    killed(rotate_and_die, sqlite_place, 1, 0)
    sweeping.sweep(location.parse("another.jobbpunkt"), works=True)
    assert not places.next_of(Path(sqlite_place)).exists()
    with opened(sqlite_place, clock) as register:
        assert register.data_keys.epoch == 1
