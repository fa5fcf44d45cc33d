"""Drafts: only who typed reads them, only with the keys they had then; a damaged file never stands in the way."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from jobbpunkt.base.errors import UserError
from jobbpunkt.register import accounts, drafts, passwords
from jobbpunkt.register.accounts import NewUser
from jobbpunkt.register.drafts import Draft, DraftField, DraftOf, DraftStore, Found
from jobbpunkt.register.keys import HEALTH, PROTECTED
from jobbpunkt.register.opening import Credentials, Register
from models.vocabulary import Role
from tests.colleagues import EVERY_KEY, colleague
from tests.registers import NOW, PASSWORD, SIGN_IN

CANARY = "Kanariefågelns anteckning"


def draft(form: str = "note", record: UUID | None = None, text: str = CANARY) -> Draft:
    field = DraftField("text", "Anteckning", "", text, text)
    return Draft(DraftOf(form, record), "Ny anteckning", NOW, (field,), "people", record, record)


def stored(register: Register, folder: Path) -> DraftStore:
    store, told = drafts.open_store(register, folder)
    assert told == ()
    return store


def kept(register: Register, folder: Path) -> Found:
    store = stored(register, folder)
    found = store.read()
    store.close()
    return found


def keep(register: Register, folder: Path, *wanted: Draft) -> None:
    store = stored(register, folder)
    for one in wanted:
        store.put(one)
    store.close()


def test_a_draft_comes_back_whole_until_it_is_dropped(register: Register, tmp_path: Path) -> None:
    record = uuid4()
    first, second = draft(record=record), draft("new")
    keep(register, tmp_path, first, second, replace(first, at=NOW + timedelta(minutes=1)))
    assert kept(register, tmp_path).drafts == (replace(first, at=NOW + timedelta(minutes=1)), second)
    store = stored(register, tmp_path)
    store.drop(first.of)
    store.close()
    assert kept(register, tmp_path) == Found((second,))


def test_nothing_typed_stands_in_clear_and_others_cannot_open_the_file(sqlite_register: Register, tmp_path: Path) -> None:
    store = stored(sqlite_register, tmp_path)
    store.put(draft())
    everything = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
    store.close()
    assert CANARY.encode() not in everything
    assert b"note" not in everything
    file = drafts.file_of(sqlite_register, tmp_path)
    assert file.stat().st_mode & 0o077 == 0
    assert sqlite_register.user.login not in file.name


def test_a_colleague_with_every_data_key_reads_nothing(sqlite_register: Register, tmp_path: Path) -> None:
    """They hold the register's three keys and the file, and lack only the secret that the other's password opens."""
    keep(sqlite_register, tmp_path, draft())
    with colleague(sqlite_register, {Role.COACH}, EVERY_KEY) as other:
        mine, theirs = drafts.file_of(sqlite_register, tmp_path), drafts.file_of(other, tmp_path)
        assert kept(other, tmp_path) == Found(())
        theirs.write_bytes(mine.read_bytes())
        store, told = drafts.open_store(other, tmp_path)
        assert store.read() == Found(())
        store.close()
        assert len(told) == 1


@pytest.mark.parametrize("lost", [HEALTH, PROTECTED])
def test_who_lost_a_key_cannot_read_what_was_typed_while_holding_it(sqlite_register: Register, tmp_path: Path, lost: str) -> None:
    keep(sqlite_register, tmp_path, draft())
    held = sqlite_register.data_keys
    poorer = replace(held, **{lost: None})  # type: ignore[arg-type]
    store = DraftStore(drafts._connect(drafts.file_of(sqlite_register, tmp_path), poorer), poorer)
    found = store.read()
    assert found.drafts == ()
    assert [error.fields for error in found.told] == [{"n": 1}]
    # What they type now is theirs, and does not write over what they cannot read.
    store.put(draft(text="Nytt"))
    assert [one.fields[0].typed for one in store.read().drafts] == ["Nytt"]
    store.drop(draft().of)
    store.close()
    assert [one.fields[0].typed for one in kept(sqlite_register, tmp_path).drafts] == [CANARY]


@pytest.mark.parametrize("lost", [HEALTH, PROTECTED])
def test_a_program_that_claims_to_hold_the_lost_key_opens_nothing(sqlite_register: Register, tmp_path: Path, lost: str) -> None:
    """It is the key that seals, not the question whether one holds it: that question can be taken out of the program."""
    keep(sqlite_register, tmp_path, draft())
    held = sqlite_register.data_keys
    claimed = replace(held, **{lost: bytes(32)})  # type: ignore[arg-type]
    store = DraftStore(drafts._connect(drafts.file_of(sqlite_register, tmp_path), claimed), claimed)
    assert store.read().drafts == ()
    store.close()


def test_drafts_stay_with_a_new_password_of_ones_own(sqlite_place: str, tmp_path: Path) -> None:
    register = Register.open(sqlite_place, SIGN_IN)
    keep(register, tmp_path, draft())
    passwords.change_own(register, PASSWORD, "ett helt annat lösenord 7")
    register.close()
    again = Register.open(sqlite_place, Credentials(SIGN_IN.login, "ett helt annat lösenord 7"))
    assert kept(again, tmp_path).drafts == (draft(),)
    again.close()


def test_who_gives_somebody_a_new_password_does_not_get_their_drafts(sqlite_place: str, tmp_path: Path) -> None:
    register = Register.open(sqlite_place, SIGN_IN)
    keep(register, tmp_path, draft())
    with register.writing() as uow:
        administrator = accounts.add(uow, NewUser("admin", "Admin", frozenset({Role.ADMINISTRATOR}), PASSWORD))
    mine = register.user.id
    register.close()
    with closing(Register.open(sqlite_place, Credentials("admin", PASSWORD))) as other, other.writing() as uow:
        assert other.user.id == administrator.record
        accounts.reset_password(uow, mine, "satt av någon annan 7")
    again = Register.open(sqlite_place, Credentials(SIGN_IN.login, "satt av någon annan 7"))
    store, told = drafts.open_store(again, tmp_path)
    assert store.read() == Found(())
    assert ".unreadable" in str(told[0].fields["path"])
    store.close()
    again.close()


@pytest.mark.parametrize("damage", ["cut", "empty", "noise", "flipped", "log"])
def test_a_damaged_file_is_put_aside_and_told_in_one_sentence(sqlite_register: Register, tmp_path: Path, damage: str) -> None:
    file = drafts.file_of(sqlite_register, tmp_path)
    keep(sqlite_register, tmp_path, draft())
    raw = bytearray(file.read_bytes())
    if damage == "flipped":
        raw[len(raw) // 2] ^= 1
    if damage == "log":
        file.with_name(file.name + "-wal").write_bytes(b"torn" * 500)
    else:
        whole = bytes(raw)
        file.write_bytes({"cut": whole[:700], "empty": b"", "noise": b"x" * 9000, "flipped": whole}[damage])
    store, told = drafts.open_store(sqlite_register, tmp_path)
    found = store.read()
    assert len(told) + len(found.told) == (0 if damage in ("log", "empty") else 1)
    assert found.drafts == ((draft(),) if damage == "log" else ())
    store.put(draft())
    assert store.read().drafts == (draft(),)
    store.close()


def test_what_was_put_aside_before_is_not_lost_when_it_happens_again(sqlite_register: Register, tmp_path: Path) -> None:
    file = drafts.file_of(sqlite_register, tmp_path)
    for number in (1, 2, 3):
        file.write_bytes(b"%d" % number * 9000)
        store, told = drafts.open_store(sqlite_register, tmp_path)
        aside = Path(str(told[0].fields["path"]))
        assert aside.read_bytes() == b"%d" % number * 9000
        store.close()
    assert len([one for one in tmp_path.iterdir() if one.suffix == ".unreadable"]) == 3


def test_two_windows_keep_their_drafts_beside_one_another(sqlite_register: Register, tmp_path: Path) -> None:
    one, other = stored(sqlite_register, tmp_path), stored(sqlite_register, tmp_path)
    one.put(draft("one"))
    other.put(draft("other"))
    assert {found.of.form for found in one.read().drafts} == {"one", "other"}
    one.close()
    other.close()


def test_a_place_where_nothing_can_be_written_is_told(sqlite_register: Register, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_bytes(b"")
    with pytest.raises(UserError):
        drafts.open_store(sqlite_register, taken)


def test_a_text_put_aside_stands_beside_the_one_that_goes_on(sqlite_register: Register, tmp_path: Path) -> None:
    keep(sqlite_register, tmp_path, draft(), drafts.put_aside(draft(), NOW))
    assert len(kept(sqlite_register, tmp_path).drafts) == 2
