"""Two coaches on a server, at the same moment: whoever protects, lifts or saves goes through, or waits and then goes through.

Each has a connection and a thread of their own. One is held just after a statement until the other waits for a lock, so that
the moment is the same in every run; what PostgreSQL itself calls a deadlock would end one of them with a sentence.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, time
from threading import Event
from time import monotonic, sleep
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from sqlalchemy import event

from jobbpunkt import cases, coaching
from jobbpunkt.base.clock import fixed
from jobbpunkt.base.errors import Stale, UserError
from jobbpunkt.cases import NewCase
from jobbpunkt.coaching import MeetingFacts, NewSession
from jobbpunkt.people import notes
from jobbpunkt.people.details import PersonData, change, create, create_all, reveal
from jobbpunkt.register import accounts, check, rotating
from jobbpunkt.register.accounts import NewUser
from jobbpunkt.register.history import Happening
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.unit_of_work import Writing
from models.vocabulary import HistoryAction, Protection, Role
from tests.postgres import Server
from tests.registers import NOW, SIGN_IN, Template, found, opened
from tests.servers import COACH, OTHER, own_way, prepared

PATIENCE_SECONDS = 30
END_OF_HISTORY = ("history_head", "jp.append")
HIDDEN, OPEN = Protection.CONFIDENTIALITY_MARKING, Protection.NONE
Work = Callable[[Writing], Any]


@pytest.fixture(scope="module", params=["a login each", "one login"])
def template(request: pytest.FixtureRequest, postgres: Server) -> Iterator[Template]:
    """A register with two coaches, on a server where each has a login of their own, and on one that was not prepared."""
    made = prepared(postgres) if request.param == "a login each" else found(postgres.create(f"shared_{uuid4().hex}"))
    register = Register.open(way_to(made), SIGN_IN)
    with register.writing() as uow:
        accounts.add(uow, NewUser(COACH, "Karin", frozenset({Role.COACH}), OTHER))
    register.close()
    yield made
    postgres.drop(made.place.partition("?")[0].rpartition("/")[2])


def way_to(template: Template) -> str:
    return own_way(template) if "prepared_" in template.place else template.place


def as_second(template: Template) -> Register:
    return Register.open(way_to(template), Credentials(COACH, OTHER), fixed(NOW))


@dataclass
class Two:
    """Two coaches with a window each, and who runs the server, who sees who waits."""

    first: Register
    second: Register
    server: psycopg.Connection
    pool: ThreadPoolExecutor
    word: str = field(default_factory=lambda: f"kvitten{uuid4().hex}")

    def met(self, held: Work, until: tuple[str, ...], other: Work) -> tuple[Future[Any], Future[Any]]:
        """Let the first work until a statement is done, then the second until it waits or is done, then the first go on."""
        with stopped(self.first, until) as (there, go_on):
            one = self.pool.submit(done, self.first, held)
            assert there.wait(PATIENCE_SECONDS)
            two = self.pool.submit(done, self.second, other)
            await_a_wait(self.server, two)
            go_on.set()
            for ended in (one, two):
                ended.exception(PATIENCE_SECONDS)
        return one, two


def await_a_wait(server: psycopg.Connection, other: Future[Any]) -> None:
    """Wait until somebody waits for a lock, or the other work has ended."""
    waits = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    until = monotonic() + PATIENCE_SECONDS
    while not other.done() and server.execute(waits).fetchone() is None:
        assert monotonic() < until
        sleep(0.01)


def done(register: Register, work: Work) -> Any:
    with register.writing() as uow:
        return work(uow)


@contextmanager
def stopped(register: Register, until: tuple[str, ...]) -> Iterator[tuple[Event, Event]]:
    """Hold a register after its first statement that has one of some words in it."""
    there, go_on, engine = Event(), Event(), register.engine

    def hold(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not there.is_set() and any(word in statement for word in until):
            there.set()
            assert go_on.wait(PATIENCE_SECONDS)

    event.listen(engine, "after_cursor_execute", hold)
    try:
        yield there, go_on
    finally:
        go_on.set()
        event.remove(engine, "after_cursor_execute", hold)


@pytest.fixture(scope="module")
def windows(template: Template) -> Iterator[tuple[Register, Register]]:
    """The two coaches, signed in."""
    first, second = Register.open(way_to(template), SIGN_IN, fixed(NOW)), as_second(template)
    yield first, second
    first.close()
    second.close()


@pytest.fixture
def two(template: Template, windows: tuple[Register, Register]) -> Iterator[Two]:
    """The two coaches, about to do something."""
    with psycopg.connect(template.place, autocommit=True) as server, ThreadPoolExecutor(2) as pool:
        yield Two(*windows, server, pool)
    windows[1].sitting.why = ""


def add(two: Two) -> UUID:
    person: UUID = done(two.first, lambda uow: create(uow, PersonData("Åsa", two.word, phone="0701740620"))).record
    return person


def turned(register: Register, person: UUID, wanted: Protection) -> Work:
    """Return the work of a form that was opened now, and protects somebody or lifts it."""
    found = done(register, lambda uow: reveal(uow, person, "Skydd på begäran"))
    return lambda uow: change(uow, person, found.version, replace(found.data, protection=wanted))


def noted(two: Two, person: UUID) -> Work:
    return lambda uow: notes.add(uow, person, f"{two.word} ringde")


def lies(two: Two) -> bool:
    """Tell whether the word stands in clear in any table."""
    names = two.server.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
    rows = [two.server.execute(f"SELECT t::text FROM {name} AS t".encode()).fetchall() for (name,) in names.fetchall()]
    return two.word in str(rows).lower()


def both_through(two: Two, ended: tuple[Future[Any], Future[Any]]) -> bool:
    assert [one.exception() for one in ended] == [None, None]
    return check.check(two.first).findings == ()


def prepare_to(two: Two, wanted: Protection) -> UUID:
    """Add somebody who can be protected, or opened again."""
    person = add(two)
    if wanted is OPEN:
        done(two.first, turned(two.first, person, HIDDEN))
    return person


@pytest.mark.parametrize("until", [("UPDATE person",), END_OF_HISTORY], ids=["early", "late"])
@pytest.mark.parametrize("wanted", [HIDDEN, OPEN])
def test_who_saves_while_somebody_is_protected_or_opened_waits(two: Two, wanted: Protection, until: tuple[str, ...]) -> None:
    person = prepare_to(two, wanted)
    assert both_through(two, two.met(turned(two.first, person, wanted), until, noted(two, person)))
    assert lies(two) is (wanted is OPEN)


@pytest.mark.parametrize("wanted", [HIDDEN, OPEN])
def test_who_protects_or_opens_while_somebody_saves_waits_and_finds_what_was_saved(two: Two, wanted: Protection) -> None:
    person = prepare_to(two, wanted)
    assert both_through(two, two.met(noted(two, person), END_OF_HISTORY, turned(two.second, person, wanted)))
    assert lies(two) is (wanted is OPEN)


@pytest.mark.parametrize("until", [("UPDATE person",), END_OF_HISTORY], ids=["early", "late"])
@pytest.mark.parametrize("wanted", [HIDDEN, OPEN])
def test_of_two_who_turn_the_same_person_one_is_told_so(two: Two, wanted: Protection, until: tuple[str, ...]) -> None:
    person = prepare_to(two, wanted)
    work = turned(two.first, person, wanted), turned(two.second, person, wanted)
    one, other = two.met(work[0], until, work[1])
    assert one.exception() is None
    assert isinstance(other.exception(), Stale)
    assert "Somebody else has saved this" in str(other.exception())
    assert lies(two) is (wanted is OPEN)
    assert check.check(two.first).findings == ()


@pytest.mark.parametrize("until", [("UPDATE person",), END_OF_HISTORY], ids=["early", "late"])
def test_two_who_met_each_other_are_protected_and_opened_at_once(two: Two, until: tuple[str, ...]) -> None:
    asa, bo = add(two), add(two)
    done(
        two.first, lambda uow: coaching.book(uow, NewSession((asa, bo), date(2020, 6, 16), time(9), MeetingFacts(place=two.word)))
    )
    works = turned(two.first, asa, HIDDEN), turned(two.second, bo, HIDDEN)
    assert both_through(two, two.met(works[0], until, works[1]))
    assert not lies(two)
    works = turned(two.first, asa, OPEN), turned(two.second, bo, HIDDEN)
    done(two.second, turned(two.second, bo, OPEN))
    assert both_through(two, two.met(works[0], until, turned(two.second, bo, HIDDEN)))
    place = two.server.execute("SELECT place FROM coaching_session ORDER BY id DESC LIMIT 1").fetchone()
    assert place is not None
    assert place[0].startswith("sealed:")


def test_a_list_that_comes_in_lot_by_lot_meets_who_protects(two: Two) -> None:
    person = add(two)
    day = two.first.clock.today()

    def come_in(uow: Writing) -> None:
        create_all(uow, [PersonData("Ny", two.word)])
        uow.settle()
        (other,) = create_all(uow, [PersonData("Nyare", "Person")])
        uow.flush()
        cases.enrol_newcomers(uow, [NewCase(other, registered_on=day, enrolled_on=day)])

    assert both_through(two, two.met(come_in, END_OF_HISTORY, turned(two.second, person, HIDDEN)))


def test_who_saves_a_person_and_more_of_them_in_one_meets_who_protects_them(two: Two) -> None:
    person = add(two)

    def save(uow: Writing) -> None:
        change(uow, person, 1, PersonData("Åsa", two.word, phone="0701740621"))
        notes.add(uow, person, two.word)
        uow.flush()

    wanted = turned(two.second, person, HIDDEN)
    one, other = two.met(save, ("UPDATE person",), wanted)
    assert one.exception() is None
    assert isinstance(other.exception(), Stale)
    assert "Somebody else has saved this" in str(other.exception())


def test_looks_that_were_owed_are_written_beside_who_protects(two: Two) -> None:
    person, other, looked_at = add(two), add(two), add(two)
    two.first.sitting.owed.append(Happening(HistoryAction.READ, "person", looked_at, looked_at))

    def save(uow: Writing) -> None:
        change(uow, other, 1, PersonData("Åsa", two.word, phone="0701740621"))

    assert both_through(two, two.met(save, END_OF_HISTORY, turned(two.second, person, HIDDEN)))
    assert two.first.sitting.owed == []


def test_who_gave_a_reason_beforehand_protects_beside_who_saves(two: Two) -> None:
    """As on the command line: the reason is written with what it was given for."""
    people = [add(two), add(two)]
    me, today = two.first.user.id, two.first.clock.today()
    done(two.first, lambda uow: [cases.enrol(uow, NewCase(person, today, coach_id=me)) for person in people])
    two.second.sitting.why = "Anna är sjuk"

    def protect(uow: Writing) -> None:
        change(uow, people[0], 1, PersonData("Åsa", two.word, protection=HIDDEN))

    assert both_through(two, two.met(noted(two, people[1]), ("INSERT INTO person_note",), protect))


def test_an_upgraded_register_is_entered_beside_who_saves(two: Two, template: Template) -> None:
    """At the first sign-in after the upgrade whoever was protected becomes so wholly."""
    person = add(two)
    two.server.execute("DELETE FROM register_info WHERE key = 'protected_are_sealed'")

    def come_in(_: Writing) -> None:
        as_second(template).close()

    assert both_through(two, two.met(noted(two, person), ("INSERT INTO person_note",), come_in))


def test_who_signs_in_while_the_keys_are_renewed_waits(postgres_place: str) -> None:
    """Whoever has not seen the newest link of the chain of members yet writes that into the key file."""
    with opened(postgres_place, fixed(NOW)) as register, ThreadPoolExecutor(2) as pool:
        done(register, lambda uow: accounts.add(uow, NewUser(COACH, "Karin", frozenset({Role.COACH}), OTHER)))
        Register.open(postgres_place, Credentials(COACH, OTHER)).close()
        done(register, lambda uow: accounts.add(uow, NewUser("lena", "Lena", frozenset({Role.PROJECT_LEAD}), OTHER)))
        with (
            psycopg.connect(postgres_place, autocommit=True) as server,
            stopped(register, ("FROM key_slots FOR UPDATE",)) as (there, go_on),
        ):
            renewed = pool.submit(rotating.rotate, register)
            assert there.wait(PATIENCE_SECONDS)
            comes = pool.submit(lambda: Register.open(postgres_place, Credentials(COACH, OTHER)).close())
            await_a_wait(server, comes)
            go_on.set()
            assert renewed.exception(PATIENCE_SECONDS) is None
            with pytest.raises(UserError, match="new keys since you signed in"):
                comes.result(PATIENCE_SECONDS)
