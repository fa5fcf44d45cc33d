"""What lies across new keys: a window that still holds the old ones, drafts, undo, and a disk without room for the copy."""

import shutil
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.people import notes
from jobbpunkt.people.details import PersonData, create
from jobbpunkt.register import check, drafts, places, rotating, undo
from jobbpunkt.register.drafts import Draft, DraftField, DraftOf
from jobbpunkt.register.opening import Register
from models.vocabulary import Protection
from tests.registers import NOW, Template, copy_file, opened

TYPED = "Ring på fredag"
LEFT = 200_000  # bytes: enough to go on working, and too few for a copy


def add(register: Register, name: str, protection: Protection = Protection.NONE) -> UUID:
    with register.writing() as uow:
        return create(uow, PersonData(name, protection=protection)).record


def said(register: Register, person: UUID) -> list[str]:
    with register.reading() as uow:
        return [note.text for note in notes.of_person(uow, person)]


def test_a_window_that_holds_old_keys_is_told_to_sign_in_and_keeps_what_was_typed(
    postgres_place: str, clock: Clock, tmp_path: Path
) -> None:
    field = DraftField("text", "Anteckning", "", TYPED, TYPED)
    with opened(postgres_place, clock) as register, opened(postgres_place, clock) as stays:
        person = add(register, "Åsa")
        typed = Draft(DraftOf("note", None), "Ny anteckning", NOW, (field,), "people", None, person)
        store, _ = drafts.open_store(stays, tmp_path)
        with closing(store):
            store.put(typed)
            rotating.rotate(register)
            with pytest.raises(UserError, match="new keys since you signed in"), stays.writing() as uow:
                notes.add(uow, person, TYPED)
        assert said(register, person) == []
    with opened(postgres_place, clock) as again:
        store, told = drafts.open_store(again, tmp_path)
        with closing(store):
            assert told == ()
            assert store.read().drafts == (typed,)
        with again.writing() as uow:
            notes.add(uow, person, TYPED)
        assert check.check(again).findings == ()


def test_drafts_outlast_new_keys(register: Register, clock: Clock, tmp_path: Path) -> None:
    field = DraftField("text", "Anteckning", "", TYPED, TYPED)
    typed = Draft(DraftOf("note", None), "Ny anteckning", NOW, (field,), "people", None, None)
    store, _ = drafts.open_store(register, tmp_path)
    with closing(store):
        store.put(typed)
    rotating.rotate(register)
    store, told = drafts.open_store(register, tmp_path)
    with closing(store):
        assert (told, store.read().drafts) == ((), (typed,))
    register.close()
    with opened(register.location.text, clock) as again:
        store, told = drafts.open_store(again, tmp_path)
        with closing(store):
            assert (told, store.read().drafts) == ((), (typed,))


def test_undo_reaches_behind_new_keys_what_was_sealed_with_the_old_too(register: Register) -> None:
    people = add(register, "Åsa"), add(register, "Hemlig", Protection.CONFIDENTIALITY_MARKING)
    done = {}
    for person in people:
        with register.writing() as uow:
            note = notes.add(uow, person, "Först").record
        with register.writing() as uow:
            done[person] = notes.change(uow, note, 1, "Sedan").transaction
    rotating.rotate(register)
    for person in people:
        with register.writing() as uow:
            undo.undo(uow, done[person])
        assert said(register, person) == ["Först"]
    assert check.check(register).findings == ()


@pytest.mark.parametrize("foreseen", [True, False])
def test_without_room_for_the_copy_it_is_told_and_the_old_register_is_whole(
    small_disk: Path, sqlite_template: Template, clock: Clock, foreseen: bool
) -> None:
    """Also where the room ends halfway, as it does on so small a disk with nothing else on it."""
    place = copy_file(sqlite_template, small_disk / "r.jobbpunkt")
    with opened(place, clock) as register:
        person = add(register, "Åsa")
        if foreseen:
            (small_disk / "filler").write_bytes(b"x" * (shutil.disk_usage(small_disk).free - LEFT))
        with pytest.raises(UserError, match=r"^New keys need .* Make room" if foreseen else "make room and try again"):
            rotating.rotate(register)
        assert not places.next_of(Path(place)).exists()
        with register.writing() as uow:
            notes.add(uow, person, TYPED)
        assert check.check(register).findings == ()
    with opened(place, clock) as again:
        assert (again.data_keys.epoch, said(again, person)) == (1, [TYPED])
