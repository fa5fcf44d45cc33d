"""Keys and slots: only the right secret opens, nothing can be swapped or shortened, and every byte counts."""

import json
from dataclasses import replace
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobbpunkt.base.errors import UserError
from jobbpunkt.register import identity, key_file, keys, sealing
from jobbpunkt.register.folding import fold
from jobbpunkt.register.identity import Identity, Lock
from jobbpunkt.register.key_file import KeyFile, Slot
from jobbpunkt.register.keys import CHEAPEST, KEY_NAMES, DataKeys, KdfCost
from jobbpunkt.register.upgrading import Foundation, found
from models.vocabulary import Role
from tests.registers import NOW

PASSWORDS = st.text(min_size=1, max_size=40)
DATA_KEYS = keys.new_data_keys()
ID, RIGHT = "01a20b7f-0000-7000-8000-000000000000", "rätt lösenord"


def founder(password: str = RIGHT) -> Identity:
    return identity.founder("01a20b7f-0000-7000-8000-000000000001", "coach", Lock.new(password, CHEAPEST))


def opened(slot: Slot, secret: str, register_id: str = ID) -> Identity:
    return identity.open_slot(slot, register_id, Lock.of(slot, secret))


@settings(max_examples=25, deadline=None)
@given(PASSWORDS, PASSWORDS)
def test_only_the_right_password_opens(right: str, wrong: str) -> None:
    one = founder(right)
    again = opened(one.slot(ID), right)
    assert (again.user, again.login, again.own, again.root, again.pair.halves) == (
        *(one.user, one.login, one.own, one.root),
        one.pair.halves,
    )
    # Two spellings of one text are one password.
    if normalize("NFC", wrong) != normalize("NFC", right):
        with pytest.raises(UserError):
            opened(one.slot(ID), wrong)


@pytest.fixture(scope="module")
def slot() -> Slot:
    return founder().slot(ID)


@settings(max_examples=60, deadline=None)
@given(field=st.sampled_from(("salt", "wrapped")), at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_flipped_bit_anywhere_is_refused(slot: Slot, field: str, at: int, bit: int) -> None:
    content = bytearray(getattr(slot, field))
    content[at % len(content)] ^= 1 << bit
    changed: dict[str, Any] = {field: bytes(content)}
    with pytest.raises(UserError):
        opened(replace(slot, **changed), RIGHT)


@pytest.mark.parametrize("field", ["salt", "wrapped"])
@pytest.mark.parametrize("length", [0, 1, 8, 11, 15])
def test_a_shortened_part_is_refused(slot: Slot, field: str, length: int) -> None:
    with pytest.raises(UserError):
        opened(replace(slot, **{field: getattr(slot, field)[:length]}), RIGHT)


@pytest.mark.parametrize("change", [{"login": "annan"}, {"user": "01a20b7f-0000-7000-8000-000000000002"}])
def test_a_slot_cannot_be_given_to_another_user(slot: Slot, change: dict[str, str]) -> None:
    with pytest.raises(UserError):
        opened(replace(slot, **change), RIGHT)  # type: ignore[arg-type]


def test_a_slot_cannot_be_carried_to_another_register(slot: Slot) -> None:
    with pytest.raises(UserError):
        opened(slot, RIGHT, "01a20b7f-0000-7000-8000-00000000000f")


@pytest.fixture(scope="module")
def whole() -> tuple[KeyFile, Identity, str]:
    """A founded key file, its founder, and how its recovery key is printed."""
    one, (secret, printed) = founder(), keys.new_recovery()
    base = Foundation(one, frozenset({Role.ADMINISTRATOR}), DATA_KEYS, NOW, Lock.of_recovery(secret))
    return found(ID, base, "00"), one, printed


def held(file: KeyFile, who: Identity) -> DataKeys:
    return sealing.open_seals(fold(file.chain, ID, who.root), who, file.set_for("00"))


def test_what_is_sealed_to_a_member_opens_for_them_and_for_the_recovery_key(whole: tuple[KeyFile, Identity, str]) -> None:
    file, one, printed = whole
    assert held(file, one).named() == DATA_KEYS.named()
    recovery = file.find(keys.RECOVERY_LOGIN)
    assert recovery is not None
    assert held(file, opened(recovery, printed)).named() == DATA_KEYS.named()


@settings(max_examples=40, deadline=None)
@given(name=st.sampled_from(KEY_NAMES), at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_flipped_bit_in_a_sealed_key_is_refused(whole: tuple[KeyFile, Identity, str], name: str, at: int, bit: int) -> None:
    file, one, _ = whole
    seals = dict(file.sets[0].seals[one.user])
    box = bytearray(seals[name])
    box[at % len(box)] ^= 1 << bit
    with pytest.raises(UserError, match="has changed the key file"):
        held(file.sealed(one.user, 1, {**seals, name: bytes(box)}), one)


def test_sealed_keys_cannot_change_places(whole: tuple[KeyFile, Identity, str]) -> None:
    file, one, _ = whole
    seals = file.sets[0].seals[one.user]
    with pytest.raises(UserError, match="has changed the key file"):
        held(file.sealed(one.user, 1, {**seals, "health": seals["protected"]}), one)


def test_without_the_register_key_nothing_opens(whole: tuple[KeyFile, Identity, str]) -> None:
    file, one, _ = whole
    left = {name: box for name, box in file.sets[0].seals[one.user].items() if name != "register"}
    with pytest.raises(UserError, match="has changed the key file"):
        held(file.sealed(one.user, 1, left), one)


def test_the_cost_is_calibrated_within_its_bounds() -> None:
    cost = keys.calibrated()
    cost.check()
    assert KdfCost().time <= cost.time <= 8
    assert (cost.memory_kib, cost.lanes) == (KdfCost().memory_kib, KdfCost().lanes)


@pytest.mark.parametrize("cost", [KdfCost(8, 1, 1), KdfCost(2**31, 3, 4), KdfCost(65536, 1000, 4), KdfCost(65536, 3, 0)])
def test_a_cost_that_is_too_cheap_or_an_attack_is_refused(slot: Slot, cost: KdfCost) -> None:
    with pytest.raises(UserError):
        Lock.new("x", cost)
    with pytest.raises(UserError):
        opened(replace(slot, cost=cost), RIGHT)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 1000), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
def test_a_wrong_letter_in_the_recovery_key_is_told(at: int, letter: str) -> None:
    secret, printed = keys.new_recovery()
    lock = Lock.of_recovery(secret)
    for spelled in (printed, printed.lower().replace("-", " ").replace("O", "0")):
        assert keys.wrapping_of(spelled, lock.salt, None) == lock.wrapping
    letters = [place for place, sign in enumerate(printed) if sign != "-"]
    place = letters[at % len(letters)]
    if printed[place] != letter:
        with pytest.raises(UserError):
            keys.wrapping_of(printed[:place] + letter + printed[place + 1 :], lock.salt, None)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_other_text_is_a_recovery_key(text: str) -> None:
    with pytest.raises(UserError):
        keys.wrapping_of(text, bytes(16), None)


def test_a_key_file_survives_being_written_and_read(whole: tuple[KeyFile, Identity, str]) -> None:
    again = key_file.decode(json.loads(json.dumps(key_file.encode(whole[0]))))
    assert again == whole[0]
    assert held(again, whole[1]).named() == DATA_KEYS.named()


def test_no_key_has_a_readable_form(whole: tuple[KeyFile, Identity, str]) -> None:
    assert repr(DATA_KEYS) == object.__repr__(DATA_KEYS)
    for holder in (whole[1], whole[1].lock, whole[1].pair):
        assert repr(holder) == object.__repr__(holder)


def test_every_role_holds_the_register_key() -> None:
    from jobbpunkt.register.permissions import keys_of

    assert all("register" in keys_of(frozenset({role})) for role in Role)
    assert keys_of(frozenset()) == frozenset()
