"""Wrong passwords: each further one waits longer, on this computer, over restarts, and never for ever; names stay untold."""

import json
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest
from argon2 import low_level
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt.base.errors import UserError
from jobbpunkt.concerns import Concern, since_last
from jobbpunkt.register.keys import WrongSecret, wrong_secret
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.tries import FREE, LONGEST, Tries, default_file, wait_after
from models.vocabulary import HistoryAction
from tests.registers import PASSWORD, SIGN_IN

PLACE, ANNA = "/register", "anna"


@dataclass
class Now:
    """A time that goes on only when it is told to."""

    seconds: float = 1_000_000.0

    def __call__(self) -> float:
        """Return it."""
        return self.seconds


@pytest.fixture
def now() -> Now:
    """Return the time."""
    return Now()


@pytest.fixture
def tries(tmp_path: Path, now: Now) -> Tries:
    """Return a count that holds nothing yet."""
    return Tries(tmp_path / "state" / "tries.json", now)


def wrong(tries: Tries, login: str = ANNA) -> None:
    with pytest.raises(WrongSecret), tries.trying(PLACE, login):
        raise wrong_secret()


def test_the_wait_doubles_and_has_an_end() -> None:
    waits = [wait_after(count) for count in range(FREE + 12)]
    assert waits[:FREE] == [0.0] * FREE
    assert waits[FREE : FREE + 4] == [2.0, 4.0, 8.0, 16.0]
    assert waits == sorted(waits)
    assert max(waits) == LONGEST


def test_after_some_wrong_ones_one_waits_though_the_program_was_started_anew(tries: Tries, now: Now) -> None:
    for _ in range(FREE):
        wrong(tries)
    again = Tries(tries.file, now)
    with pytest.raises(UserError) as refused, again.trying(PLACE, ANNA):
        raise AssertionError("nothing may be tried")
    assert not isinstance(refused.value, WrongSecret)
    now.seconds += 2.0
    wrong(again)
    with again.trying("/another", ANNA):
        pass


def test_the_right_one_ends_the_wait_and_tells_how_many_were_wrong_under_this_name(tries: Tries, now: Now) -> None:
    wrong(tries)
    wrong(tries)
    wrong(tries, "bo")
    with tries.trying(PLACE, ANNA) as found:
        pass
    assert found == [2]
    with tries.trying(PLACE, "bo") as found:
        pass
    assert found == [1]
    assert json.loads(tries.file.read_text()) == {}


def test_a_clock_set_back_makes_nobody_wait_longer_than_the_longest(tries: Tries, now: Now) -> None:
    for _ in range(FREE + 3):
        now.seconds += LONGEST
        wrong(tries)
    now.seconds -= 50_000
    with pytest.raises(UserError), tries.trying(PLACE, ANNA):
        raise AssertionError("nothing may be tried")
    now.seconds += LONGEST
    with tries.trying(PLACE, ANNA):
        pass


def test_what_was_no_wrong_password_is_not_counted(tries: Tries) -> None:
    for _ in range(FREE * 2):
        with pytest.raises(UserError), tries.trying(PLACE, ANNA):
            raise UserError("The disk is full.")


def test_the_file_tells_no_name_and_no_place(tries: Tries) -> None:
    wrong(tries)
    assert ANNA not in tries.file.read_text()
    assert "register" not in tries.file.read_text()


@given(
    st.one_of(
        st.binary(max_size=200),
        st.recursive(st.none() | st.integers() | st.text(), st.lists).map(lambda x: json.dumps(x).encode()),
    )
)
def test_a_damaged_count_shuts_nobody_out(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.mktemp("tries") / "tries.json"
    file.write_bytes(content)
    with Tries(file).trying(PLACE, ANNA):
        pass


def test_wrong_ones_are_told_to_the_user_whose_name_it_was(register: Register) -> None:
    place = register.location.text
    for _ in range(2):
        with pytest.raises(WrongSecret):
            Register.open(place, Credentials(SIGN_IN.login, "fel lösenord här"))
    again = Register.open(place, SIGN_IN)
    try:
        with again.reading() as uow:
            told = [(row.concern, row.times) for row in since_last(uow).rows]
        assert told == [(Concern.SIGN_IN_REFUSED, 2)]
    finally:
        again.close()
    assert default_file().exists()


def test_an_unknown_name_waits_and_is_refused_as_a_known_one(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """The time is that of one Argon2id of the same cost: what is counted here is how often it is made, and at what cost."""
    made: list[object] = []
    real = low_level.hash_secret_raw

    def counted(*args: object, **kwargs: object) -> bytes:
        made.append((kwargs["time_cost"], kwargs["memory_cost"], kwargs["parallelism"]))
        return real(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr("jobbpunkt.register.keys.hash_secret_raw", counted)
    sentences = []
    for login in (SIGN_IN.login, "finns inte"):
        with pytest.raises(WrongSecret) as refused:
            Register.open(register.location.text, Credentials(login, "ett fel som ingen annan gjort"))
        sentences.append(refused.value.sentence)
    assert made[0] == made[1]
    assert len(made) == 2
    assert sentences[0] == sentences[1]


def test_two_programs_at_once_try_no_faster_than_one(tries: Tries) -> None:
    inside: list[int] = []
    for _ in range(FREE - 1):
        wrong(tries)

    def try_it() -> None:
        try:
            with tries.trying(PLACE, ANNA):
                inside.append(1)
                raise wrong_secret()
        except UserError:
            pass

    with tries.trying(PLACE, ANNA):
        other = threading.Thread(target=try_it)
        other.start()
        other.join()
    assert inside == []


def test_a_weak_password_of_before_opens_and_one_is_asked_to_change_it(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jobbpunkt.register import passwords, typed_access

    place = register.location.text
    monkeypatch.setattr(typed_access, "check_password", lambda _password: None)
    passwords.change_own(register, PASSWORD, "password12")
    monkeypatch.undo()
    weak = Register.open(place, Credentials(SIGN_IN.login, "password12"))
    try:
        assert any("easy to guess" in told.sentence for told in weak.told)
    finally:
        weak.close()


def test_a_damaged_copy_is_mended_at_sign_in_and_that_stands_in_the_history(sqlite_register: Register) -> None:
    from jobbpunkt.register.slots import beside

    place, path = sqlite_register.location.text, sqlite_register.location.path
    assert path is not None
    for number in (0, 1):
        first = beside(path)[number]
        whole = first.read_bytes()
        middle = whole.index(b"wrapped") + 14
        first.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
        again = Register.open(place, SIGN_IN)
        try:
            assert again.mended == first
            assert first.read_bytes() == beside(path)[1 - number].read_bytes()
            with again.reading() as uow:
                from sqlalchemy import select

                from models.history import HistoryEntry

                found = uow.session.scalars(select(HistoryEntry.reason).where(HistoryEntry.action == HistoryAction.CHANGED))
                assert "key_file" in set(found)
        finally:
            again.close()
