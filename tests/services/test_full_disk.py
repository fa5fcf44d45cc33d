"""With little room or none the register opens, at least to be read; what does not fit is refused, and the old stays whole."""

import subprocess
from pathlib import Path

import pytest

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from jobbpunkt.register import check
from jobbpunkt.register.opening import Register
from models.organisation import Organisation
from models.vocabulary import HistoryAction
from tests.registers import SIGN_IN, Template, copy_file, opened
from tests.services.test_drafts import draft, keep, kept
from tests.services.test_kills import killed
from tests.trust.disks import full_disks


def names(register: Register) -> set[str]:
    with register.reading() as uow:
        return {found.name for found in uow.session.query(Organisation)}


def add(register: Register, name: str) -> None:
    with register.writing() as uow:
        uow.add(Organisation(name=name))


def fill_up(folder: Path) -> Path:
    """Leave no byte free on the disk of `folder`."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 512, 1):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    return filler


def assert_only_shown(place: str, clock: Clock, held: set[str]) -> None:
    register = Register.open(place, SIGN_IN, clock, sole=True)
    assert register.only_read is not None
    assert register.only_read.text(Words("sv")).startswith("Det går inte att skriva")
    assert names(register) == held
    with register.reading() as one, register.reading() as _other:
        assert one.session.query(Organisation).count() == len(held)
    with pytest.raises(UserError):
        add(register, "Till")
    with pytest.raises(UserError):
        look(register)
    register.close()


def look(register: Register) -> None:
    with register.noting() as uow:
        uow.note(HistoryAction.READ, noun="person", record_id=register.user.id)


def save_and_wait(place: str, told: object) -> None:
    with_register = Register.open(place, SIGN_IN)
    add(with_register, "Sist sparat")
    told.send("saved")  # type: ignore[attr-defined]
    told.recv()  # type: ignore[attr-defined]


def test_with_no_room_at_all_the_register_is_shown(small_disk: Path, sqlite_template: Template, clock: Clock) -> None:
    place = copy_file(sqlite_template, small_disk / "r.jobbpunkt")
    with opened(place, clock) as register:
        add(register, "Före")
    filler = fill_up(small_disk)
    assert_only_shown(place, clock, {"Före"})
    filler.unlink()
    with opened(place, clock) as register:
        assert register.only_read is None
        add(register, "Efter")
        assert check.check(register).findings == ()


@pytest.mark.parametrize("shared", [True, False])
def test_what_a_killed_program_saved_is_shown_too(
    small_disk: Path, sqlite_template: Template, clock: Clock, shared: bool
) -> None:
    place = copy_file(sqlite_template, small_disk / "r.jobbpunkt")
    killed(save_and_wait, place, 1, 0)
    if not shared:
        Path(f"{place}-shm").unlink()
    filler = fill_up(small_disk)
    register = Register.open(place, SIGN_IN, clock)
    assert register.only_read is not None
    assert names(register) == {"Sist sparat"}
    register.close()
    filler.unlink()
    with opened(place, clock) as register:
        assert names(register) == {"Sist sparat"}
        assert check.check(register).findings == ()


def test_a_disk_that_is_only_read_shows_its_register(small_disk: Path, sqlite_template: Template, clock: Clock) -> None:
    place = copy_file(sqlite_template, small_disk / "r.jobbpunkt")
    with opened(place, clock) as register:
        add(register, "Före")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert_only_shown(place, clock, {"Före"})


def test_who_reads_without_locks_hears_of_a_write(small_disk: Path, sqlite_template: Template, clock: Clock) -> None:
    place = copy_file(sqlite_template, small_disk / "r.jobbpunkt")
    filler = fill_up(small_disk)
    reader = Register.open(place, SIGN_IN, clock)
    filler.unlink()
    with opened(place, clock) as writer:
        add(writer, "Emellan")
    with pytest.raises(UserError, match="Sign in again"):
        names(reader)
    reader.close()


def test_recovery_needs_room_since_it_is_noted(small_disk: Path, sqlite_template: Template, clock: Clock) -> None:
    place = copy_file(sqlite_template, small_disk / "r.jobbpunkt")
    before = {file.name: file.read_bytes() for file in small_disk.glob("r.*keys*")}
    fill_up(small_disk)
    with pytest.raises(UserError):
        Register.recover(place, sqlite_template.recovery_key, "coach", "nytt lösenord med många ord", clock)
    assert {file.name: file.read_bytes() for file in small_disk.glob("r.*keys*")} == before


def test_what_was_typed_stays_where_it_is_until_there_is_room_again(small_disk: Path, sqlite_register: Register) -> None:
    drafts = small_disk / "drafts"
    keep(sqlite_register, drafts, draft())
    filler = fill_up(small_disk)
    with pytest.raises(UserError, match="make room"):
        keep(sqlite_register, drafts, draft("other"))
    filler.unlink()
    assert kept(sqlite_register, drafts).drafts == (draft(),)
    assert [file.suffix for file in drafts.iterdir()] == [".drafts"]


def test_disks_of_many_sizes(small_disk: Path, tmp_path: Path, sqlite_template: Template, clock: Clock) -> None:
    assert small_disk.exists()
    assert "0 damaged" in full_disks(2, tmp_path, sqlite_template, clock)
