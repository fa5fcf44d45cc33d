"""The backups of every day: one a day, kept by a rule, told by receipts; what a kill leaves is swept."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt.base import unfinished
from jobbpunkt.base.clock import day_of, fixed
from jobbpunkt.base.errors import NotAllowed, UserError
from jobbpunkt.register import backup, keeping, location, pins, receipts, sweeping
from jobbpunkt.register.chain import head
from jobbpunkt.register.keeping import Keep
from jobbpunkt.register.opening import Credentials, Register
from models.vocabulary import Role
from tests.colleagues import colleague
from tests.registers import NOW, PASSWORD, opened
from tests.services.test_kills import killed

MOMENTS = st.lists(st.integers(0, 1_000_000).map(lambda minutes: NOW + timedelta(minutes=minutes)))
COUNTS = st.integers(0, 20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "kopior"
    made.mkdir()
    return made


def on(register: Register, days: int) -> Register:
    register.clock = fixed(NOW + timedelta(days=days))
    return register


def test_one_is_made_a_day_and_its_receipt_says_where_the_chains_end(register: Register, folder: Path) -> None:
    made = backup.of_day(register, folder, Keep(7, 4, 12))
    assert made is not None
    assert backup.of_day(register, folder, Keep(7, 4, 12)) is None
    (receipt,) = backup.listed(register, folder)
    standing = register.keyring.standing
    assert standing is not None
    with register.reading() as uow:
        assert receipt.head == made.head == head(uow.session)
    assert receipt.members == f"{standing.members.seen.n}:{standing.members.seen.head}"
    assert (receipt.made_by, receipt.rows, receipt.is_there) == ("coach", made.rows, True)
    assert backup.of_day(on(register, 1), folder, Keep(7, 4, 12)) is not None
    assert len(backup.listed(register, folder)) == 2


def test_the_rule_takes_away_the_days_own_and_nothing_else(sqlite_register: Register, folder: Path) -> None:
    backup.make(sqlite_register, folder / "egen.jobbpunkt")
    for day in range(4):
        backup.of_day(on(sqlite_register, day + 1), folder, Keep(2, 0, 0))
    kept = {receipt.backup.name for receipt in backup.listed(sqlite_register, folder)}
    assert len(kept) == 3
    assert "egen.jobbpunkt" in kept
    assert {file.name.partition(".jobbpunkt")[0] + ".jobbpunkt" for file in folder.iterdir()} == kept
    for name in kept:
        with opened(str(folder / name), sqlite_register.clock):
            pass


def test_with_a_backup_goes_what_this_computer_saw_there(sqlite_register: Register, folder: Path) -> None:
    first = backup.of_day(sqlite_register, folder, Keep(1, 0, 0))
    assert first is not None
    register_id = sqlite_register.slots.read().register_id
    with opened(str(first.path), sqlite_register.clock):
        pass
    place = location.parse(str(first.path))
    own = sqlite_register.location

    def pinned() -> set[bool]:
        return {pin.is_of(place) for _, pin in pins.all_of(register_id)}

    assert pinned() == {True, False}
    assert backup.of_day(on(sqlite_register, 1), folder, Keep(1, 0, 0)) is not None
    assert not first.path.exists()
    assert pinned() == {False}
    assert pins.read(own, register_id) is not None


@given(made=MOMENTS, days=COUNTS, weeks=COUNTS, months=COUNTS)
def test_the_rule_keeps_the_newest_of_each_span(made: list[datetime], days: int, weeks: int, months: int) -> None:
    keep = Keep(days, weeks, months)
    kept = set(made) - keep.superfluous(made)
    assert (max(made) in kept) if made else not kept
    assert len(kept) <= max(1, days + weeks + months)
    newest_days = sorted({day_of(each) for each in made}, reverse=True)[:days]
    assert {day_of(each) for each in kept} >= set(newest_days)
    assert keep.superfluous(kept) == frozenset(), "what is kept stays kept"


@pytest.mark.parametrize("text", ["", "7", "7,4", "7,4,12,1", "a,b,c", "-1,2,3", "7.4.12", "1000,1,1"])
def test_a_rule_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="not understood"):
        keeping.read(text)


def test_whoever_works_has_the_days_backup_made_and_only_an_administrator_lists(sqlite_register: Register, folder: Path) -> None:
    with colleague(sqlite_register, [Role.COACH]) as coach:
        assert backup.of_day(coach, folder, Keep(7, 4, 12)) is not None
        with pytest.raises(NotAllowed):
            backup.listed(coach, folder)


@pytest.mark.parametrize("content", ["", "{}", "[]", "null", '{"register": 1}', "[" * 100_000])
def test_a_receipt_that_cannot_be_read_is_none(sqlite_register: Register, folder: Path, content: str) -> None:
    (folder / "x.jobbpunkt.receipt.json").write_text(content)
    assert backup.listed(sqlite_register, folder) == ()
    assert backup.of_day(sqlite_register, folder, Keep(1, 1, 1)) is not None


def test_a_backup_that_was_cut_is_no_good_one(sqlite_register: Register, folder: Path) -> None:
    made = backup.of_day(sqlite_register, folder, Keep(7, 4, 12))
    assert made is not None
    made.path.write_bytes(made.path.read_bytes()[:4096])
    assert backup.last_good(sqlite_register, folder) is None
    assert not backup.listed(sqlite_register, folder)[0].is_there


def back_up_without_end(place: str, told: object) -> None:
    register = Register.open(place, Credentials("coach", PASSWORD))
    for number in range(1000):
        told.send(str(number))  # type: ignore[attr-defined]
        backup.make(register, Path(place).parent / "kopior" / f"{number}.jobbpunkt")


@pytest.mark.parametrize("moment", [0.02, 0.05])
def test_what_a_killed_backup_left_is_swept_at_the_next_start(sqlite_place: str, folder: Path, moment: float) -> None:
    said = killed(back_up_without_end, sqlite_place, 2, moment)
    sweeping.sweep(location.parse("borta"))
    assert not list(folder.glob(".*"))
    assert not list(folder.glob("*.incoming*"))
    assert not list(unfinished.default_folder().iterdir())
    with opened(str(folder / "0.jobbpunkt"), fixed(NOW)):
        assert said


def test_a_note_of_a_disk_that_is_away_waits_for_it(tmp_path: Path, folder: Path) -> None:
    away = tmp_path / "borta" / "b.jobbpunkt"
    with unfinished.noted(away):
        (note,) = unfinished.default_folder().iterdir()
        content = note.read_bytes()
    left = note.with_name(f"{2**22 + 1}-x")
    left.write_bytes(content)
    sweeping.sweep(location.parse("borta"))
    assert left.exists()
    away.parent.mkdir()
    sweeping.sweep(location.parse("borta"))
    assert not left.exists()
    assert not list(away.parent.iterdir())


def test_the_receipt_lies_beside(sqlite_register: Register, folder: Path) -> None:
    made = backup.make(sqlite_register, folder / "b.jobbpunkt")
    assert receipts.place_of(made.path).stat().st_mode & 0o777 == 0o600
