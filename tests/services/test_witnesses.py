"""What else was noted of a register: a copy that went its own way is no damage here, and what is missing here is told as that."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from jobbpunkt.base.clock import Clock, fixed
from jobbpunkt.register import accounts, backup, check, location, pins, restoring
from jobbpunkt.register.check import Checked
from jobbpunkt.register.members import NOTHING
from jobbpunkt.register.slots import SlotFile, beside
from models.organisation import Organisation
from models.vocabulary import Role
from tests.registers import NOW, SIGN_IN, Template, copy_file, opened

OLDER, CUT_HERE, OWN_WAY = (
    "Either this is an older copy, or its history was cut",
    "cut or rewritten",
    "Agree on which of the two you work in",
)
MOVED_ON = "has more than the backup that was restored here"
BACKUP_LONGER, BACKUP_OTHER, BACKUP_BEFORE = (
    "By the backup {path}, the history goes on",
    "has another history",
    "before an older one was restored",
)
OLDER_LIST = "Either this is an older copy, or an old key file was put back"
PUT_BACK = "older than the one noted in {path}"


@pytest.fixture
def place(sqlite_template: Template, tmp_path: Path) -> Path:
    """A register in a folder of its own, with two organisations."""
    (tmp_path / "arbete").mkdir()
    made = Path(copy_file(sqlite_template, tmp_path / "arbete" / "r.jobbpunkt"))
    work_in(made, 2)
    return made


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    made = tmp_path / "annan"
    made.mkdir()
    return made / "r.jobbpunkt"


def work_in(place: Path, times: int) -> None:
    with opened(str(place), fixed(NOW)) as register:
        for _ in range(times):
            with register.writing() as uow:
                uow.add(Organisation(name=f"Förening {uuid4()}"))


def copied(place: Path, target: Path) -> Path:
    for file, copy in zip((place, *beside(place)), (target, *beside(target)), strict=True):
        shutil.copyfile(file, copy)
    return target


def looked_through(place: Path, *folders: Path) -> Checked:
    with opened(str(place), fixed(NOW)) as register:
        return check.check(register, backups=folders)


def told(checked: Checked) -> tuple[list[str], list[str]]:
    """Return what is wrong and what is worth knowing, by the words that tell one sentence from another."""
    known = (PUT_BACK, OLDER_LIST, BACKUP_LONGER, BACKUP_BEFORE, BACKUP_OTHER, OLDER, CUT_HERE, OWN_WAY, MOVED_ON)

    def short(sentence: str) -> str:
        return next((part for part in known if part in sentence), sentence)

    return [short(one.sentence) for one in checked.findings], [short(one.sentence) for one in checked.remarks]


def test_an_older_copy_that_was_opened_elsewhere_is_no_damage_here(place: Path, elsewhere: Path) -> None:
    copied(place, elsewhere)
    work_in(elsewhere, 1)
    work_in(place, 5)
    checked = looked_through(place)
    assert told(checked) == ([], [OWN_WAY])
    assert checked.remarks[0].fields["place"] == str(elsewhere)


def test_a_copy_that_went_on_longer_than_this_is_told_from_where_it_was_first_seen(place: Path, elsewhere: Path) -> None:
    copied(place, elsewhere)
    work_in(elsewhere, 0)
    first = pins.read(location.parse(str(elsewhere)), SlotFile(place).read().register_id)
    assert first is not None
    work_in(elsewhere, 30)
    work_in(elsewhere, 0)
    work_in(place, 3)
    checked = looked_through(place)
    assert told(checked) == ([], [OWN_WAY])
    assert checked.remarks[0].fields["number"] == first.history.number


def test_the_older_copy_itself_is_told_as_one_or_as_cut(place: Path, elsewhere: Path) -> None:
    copied(place, elsewhere)
    work_in(place, 5)
    work_in(place, 0)
    checked = looked_through(elsewhere)
    assert told(checked) == ([OLDER], [])
    assert checked.findings[0].fields["place"] == str(place)


def test_a_register_that_was_moved_and_cut_is_told(place: Path, elsewhere: Path) -> None:
    copied(place, elsewhere)
    work_in(place, 4)
    work_in(place, 0)
    for file in (place, *beside(place)):
        file.unlink()
    assert told(looked_through(elsewhere)) == ([OLDER], [])


@pytest.mark.parametrize("spelled", [False, True])
def test_what_is_missing_at_this_very_place_is_said_plainly(place: Path, tmp_path: Path, spelled: bool) -> None:
    """Also if this place was spelled otherwise when it was seen."""
    older = copied(place, place.with_name("undan"))
    work_in(place, 4)
    work_in(place, 0)
    copied(older, place)
    seen = place
    if spelled:
        (tmp_path / "genväg").symlink_to(place.parent)
        seen = tmp_path / "genväg" / place.name
    assert told(looked_through(seen)) == ([CUT_HERE], [])


def test_a_restored_backup_and_what_was_seen_before_are_no_damage(place: Path, elsewhere: Path, clock: Clock) -> None:
    """Neither at once, when the others go on further, nor once this one has grown past them."""
    with opened(str(place), clock) as register:
        old = backup.make(register, place.with_name("gammal.jobbpunkt")).path
    work_in(place, 4)
    copied(place, elsewhere)
    work_in(elsewhere, 2)
    work_in(elsewhere, 0)
    with opened(str(place), clock) as register:
        backup.make(register, place.with_name("ny.jobbpunkt"))
    restoring.restore(old, str(place), SIGN_IN, fixed(NOW + timedelta(hours=1)))
    assert told(looked_through(place)) == ([], [MOVED_ON, BACKUP_BEFORE])
    work_in(place, 30)
    assert told(looked_through(place)) == ([], [OWN_WAY, BACKUP_BEFORE])


@pytest.mark.parametrize("grown", [False, True])
def test_an_older_copy_in_the_registers_place_is_told_by_the_receipts_of_its_backups(place: Path, grown: bool) -> None:
    """On a computer that never saw it: what stands beside the register, or in the folder of the day's backups, tells."""
    older = copied(place, place.with_name("undan"))
    with opened(str(place), fixed(NOW)) as register:
        for number in range(9):
            with register.writing() as uow:
                uow.add(Organisation(name=f"Senare {number}"))
        made = backup.make(register, place.with_name("b.jobbpunkt"))
    copied(older, place)
    shutil.rmtree(pins.folder())
    if grown:
        work_in(place, 20)
    checked = looked_through(place)
    assert told(checked) == ([BACKUP_OTHER if grown else BACKUP_LONGER], [])
    assert checked.findings[0].fields["path"] == made.path
    assert checked.findings[0].fields["number"] == made.head.number


def test_receipts_are_looked_for_where_one_says(place: Path, elsewhere: Path) -> None:
    older = copied(place, place.with_name("undan"))
    work_in(place, 9)
    with opened(str(place), fixed(NOW)) as register:
        backup.make(register, elsewhere)
    copied(older, place)
    shutil.rmtree(pins.folder())
    assert told(looked_through(place)) == ([], [])
    assert told(looked_through(place, elsewhere.parent)) == ([BACKUP_LONGER], [])
    assert told(looked_through(place, elsewhere.parent / "borta")) == ([], [])


def test_an_old_key_file_is_told_by_a_receipt(place: Path) -> None:
    before = SlotFile(place).read()
    with_siv(place)
    with opened(str(place), fixed(NOW)) as register:
        backup.make(register, place.with_name("b.jobbpunkt"))
    SlotFile(place).write(before)
    shutil.rmtree(pins.folder())
    assert "The list of users is older than the one of the backup {path}" in " ".join(told(looked_through(place))[0])


def test_a_backup_that_replaces_an_older_one_which_was_opened_begins_anew(place: Path, elsewhere: Path) -> None:
    with opened(str(place), fixed(NOW)) as register:
        backup.make(register, elsewhere)
        work_in(elsewhere, 0)
        backup.make(register, elsewhere)
    with opened(str(elsewhere), fixed(NOW)) as copy:
        assert [one for one in copy.told if CUT_HERE in one.sentence] == []


def test_a_pin_from_before_its_place_was_noted_is_named_by_its_file(place: Path, elsewhere: Path) -> None:
    copied(place, elsewhere)
    work_in(elsewhere, 1)
    work_in(place, 5)
    register_id = SlotFile(place).read().register_id
    path = pins.path_of(location.parse(str(elsewhere)), register_id)
    pin = pins.read(location.parse(str(elsewhere)), register_id)
    assert pin is not None
    path.write_text(
        f'{{"register": "{register_id}", "n": {pin.seen.n}, "head": "{pin.seen.head}",'
        f' "history": {{"number": {pin.history.number}, "hash": "{pin.history.hash}"}}}}'
    )
    assert pins.read(location.parse(str(elsewhere)), register_id) == replace(
        pin, with_history=NOTHING, first=pins.NO_HISTORY, place=""
    )
    checked = looked_through(place)
    assert told(checked) == ([], [OWN_WAY])
    assert checked.remarks[0].fields["place"] == path


UNREADABLE: tuple[Callable[[str], str], ...] = (lambda _: "", lambda _: "[]", lambda told: told[:40], lambda _: '{"history": 1}')


@pytest.mark.parametrize("damage", UNREADABLE)
def test_a_pin_that_cannot_be_read_is_none(place: Path, damage: Callable[[str], str]) -> None:
    for pin in pins.folder().iterdir():
        pin.write_text(damage(pin.read_text()))
    assert told(looked_through(place)) == ([], [])


def with_siv(place: Path) -> None:
    with opened(str(place), fixed(NOW)) as register, register.writing() as uow:
        accounts.add(uow, accounts.NewUser("siv", "Siv", frozenset({Role.COACH}), SIGN_IN.password))


def test_an_old_key_file_is_told_by_where_the_register_was_before(place: Path, elsewhere: Path) -> None:
    before = SlotFile(place).read()
    with_siv(place)
    work_in(place, 0)
    copied(place, elsewhere)
    SlotFile(elsewhere).write(before)
    assert PUT_BACK in told(looked_through(elsewhere))[0]


@pytest.mark.parametrize("both", [False, True])
def test_a_copy_from_before_somebody_was_let_in_is_no_damage(place: Path, elsewhere: Path, both: bool) -> None:
    """A pin notes members as they are let in, and the history with them when one signs out."""
    with opened(str(place), fixed(NOW)) as register:
        backup.make(register, elsewhere)
        with register.writing() as uow:
            accounts.add(uow, accounts.NewUser("siv", "Siv", frozenset({Role.COACH}), SIGN_IN.password))
        if both:
            with_siv(elsewhere)
        assert told(looked_through(elsewhere)) == (([], [OWN_WAY]) if both else ([OLDER_LIST], []))


def test_a_backup_made_after_another_was_restored_tells_what_is_missing(place: Path) -> None:
    with opened(str(place), fixed(NOW)) as register:
        old = backup.make(register, place.with_name("gammal.jobbpunkt")).path
    restoring.restore(old, str(place), SIGN_IN, fixed(NOW))
    older = copied(place, place.with_name("undan"))
    work_in(place, 9)
    with opened(str(place), fixed(NOW + timedelta(hours=1))) as register:
        backup.make(register, place.with_name("ny.jobbpunkt"))
    copied(older, place)
    assert BACKUP_LONGER in told(looked_through(place))[0]


def test_what_is_older_than_the_restored_backup_is_told(place: Path) -> None:
    older = copied(place, place.with_name("undan"))
    work_in(place, 9)
    with opened(str(place), fixed(NOW)) as register:
        old = backup.make(register, place.with_name("gammal.jobbpunkt")).path
        backup.make(register, place.with_name("ny.jobbpunkt"))
        with register.writing() as uow:
            uow.add(Organisation(name="Sist"))
        backup.make(register, place.with_name("nyast.jobbpunkt"))
    restoring.restore(old, str(place), SIGN_IN, fixed(NOW + timedelta(hours=1)))
    copied(older, place)
    assert told(looked_through(place))[0].count(BACKUP_LONGER) == 3
