"""Keys and slots: only the right secret opens, nothing can be swapped or shortened, and every byte counts."""

import json
from dataclasses import replace
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobbpunkt import keys, slots
from jobbpunkt.errors import UserError
from jobbpunkt.keys import CHEAPEST, KEY_NAMES, DataKeys, KdfCost, Slot
from jobbpunkt.slots import SlotSet
from models.vocabulary import Role

PASSWORDS = st.text(min_size=1, max_size=40)
HELD = st.sets(st.sampled_from(KEY_NAMES[1:])).map(lambda names: {KEY_NAMES[0], *names})
DATA_KEYS = keys.new_data_keys()
FIELDS = ("salt", "public", "wrapped")


def chosen(names: set[str]) -> dict[str, bytes]:
    return {name: key for name, key in DATA_KEYS.named().items() if name in names}


@settings(max_examples=25, deadline=None)
@given(PASSWORDS, PASSWORDS, HELD)
def test_only_the_right_password_opens_and_only_what_was_sealed(right: str, wrong: str, names: set[str]) -> None:
    slot = keys.make_slot("coach", right, chosen(names), CHEAPEST)
    assert keys.open_slot(slot, right).named() == chosen(names)
    # Two spellings of one text are one password.
    if normalize("NFC", wrong) != normalize("NFC", right):
        with pytest.raises(UserError):
            keys.open_slot(slot, wrong)


@pytest.fixture(scope="module")
def slot() -> Slot:
    return keys.make_slot("coach", "rätt lösenord", DATA_KEYS.named(), CHEAPEST)


@settings(max_examples=60, deadline=None)
@given(field=st.sampled_from(FIELDS), at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_flipped_bit_anywhere_is_refused(slot: Slot, field: str, at: int, bit: int) -> None:
    content = bytearray(getattr(slot, field))
    content[at % len(content)] ^= 1 << bit
    changed: dict[str, Any] = {field: bytes(content)}
    with pytest.raises(UserError):
        keys.open_slot(replace(slot, **changed), "rätt lösenord")


@settings(max_examples=40, deadline=None)
@given(name=st.sampled_from(KEY_NAMES), at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_a_flipped_bit_in_a_sealed_key_is_refused(slot: Slot, name: str, at: int, bit: int) -> None:
    box = bytearray(slot.sealed[name])
    box[at % len(box)] ^= 1 << bit
    with pytest.raises(UserError):
        keys.open_slot(replace(slot, sealed={**slot.sealed, name: bytes(box)}), "rätt lösenord")


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("length", [0, 1, 8, 11, 15])
def test_a_shortened_part_is_refused(slot: Slot, field: str, length: int) -> None:
    with pytest.raises(UserError):
        keys.open_slot(replace(slot, **{field: getattr(slot, field)[:length]}), "rätt lösenord")


def test_sealed_keys_cannot_change_places(slot: Slot) -> None:
    swapped = {**slot.sealed, "health": slot.sealed["protected"]}
    with pytest.raises(UserError):
        keys.open_slot(replace(slot, sealed=swapped), "rätt lösenord")


def test_a_slot_cannot_be_given_to_another_user(slot: Slot) -> None:
    with pytest.raises(UserError):
        keys.open_slot(replace(slot, login="annan"), "rätt lösenord")


@pytest.mark.parametrize("short", [b"", b"x" * 31, b"x" * 33])
def test_a_key_of_the_wrong_length_is_refused(slot: Slot, short: bytes) -> None:
    with pytest.raises(UserError, match="tampered"):
        keys.open_slot(keys.reseal(slot, {"register": short}), "rätt lösenord")


def test_a_slot_without_the_register_key_is_refused(slot: Slot) -> None:
    with pytest.raises(UserError, match="tampered"):
        keys.open_slot(keys.reseal(slot, {"health": b"x" * 32}), "rätt lösenord")


def test_the_cost_is_calibrated_within_its_bounds() -> None:
    cost = keys.calibrated()
    cost.check()
    assert KdfCost().time <= cost.time <= 8
    assert (cost.memory_kib, cost.lanes) == (KdfCost().memory_kib, KdfCost().lanes)


def test_keys_are_resealed_without_a_password(slot: Slot) -> None:
    poorer = keys.reseal(slot, chosen({"register"}))
    assert keys.open_slot(poorer, "rätt lösenord").named() == chosen({"register"})


@pytest.mark.parametrize("cost", [KdfCost(8, 1, 1), KdfCost(2**31, 3, 4), KdfCost(65536, 1000, 4), KdfCost(65536, 3, 0)])
def test_a_cost_that_is_too_cheap_or_an_attack_is_refused(slot: Slot, cost: KdfCost) -> None:
    with pytest.raises(UserError):
        keys.make_slot("coach", "x", DATA_KEYS.named(), cost)
    with pytest.raises(UserError):
        keys.open_slot(replace(slot, cost=cost), "rätt lösenord")


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 1000), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
def test_a_wrong_letter_in_the_recovery_key_is_told(at: int, letter: str) -> None:
    made, printed = keys.make_recovery(DATA_KEYS.named())
    assert keys.open_slot(made, printed).named() == DATA_KEYS.named()
    assert keys.open_slot(made, printed.lower().replace("-", " ").replace("O", "0")).named() == DATA_KEYS.named()
    letters = [place for place, sign in enumerate(printed) if sign != "-"]
    place = letters[at % len(letters)]
    if printed[place] != letter:
        with pytest.raises(UserError):
            keys.open_slot(made, printed[:place] + letter + printed[place + 1 :])


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_other_text_is_a_recovery_key(text: str) -> None:
    made, _ = keys.make_recovery(DATA_KEYS.named())
    with pytest.raises(UserError):
        keys.open_slot(made, text)


def test_slots_survive_being_written_and_read(slot: Slot) -> None:
    written = SlotSet("register", (slot,)).proved(DATA_KEYS.register)
    again = slots.decode(json.loads(json.dumps(slots.encode(written))))
    assert again == written
    again.demand_proof(DATA_KEYS.register)
    with pytest.raises(UserError):
        again.demand_proof(b"x" * 32)


@pytest.mark.parametrize("change", ["remove", "add", "reorder", "rename", "cheapen", "reregister"])
def test_any_change_of_the_slots_breaks_their_proof(slot: Slot, change: str) -> None:
    other = keys.make_slot("annan", "annat lösenord", {"register": b"y" * 32}, CHEAPEST)
    written = SlotSet("register", (slot, other)).proved(DATA_KEYS.register)
    changed = {
        "remove": (slot,),
        "add": (slot, other, replace(other, login="tredje")),
        "reorder": (other, slot),
        "rename": (slot, replace(other, login="tredje")),
        "cheapen": (replace(slot, cost=KdfCost(19456, 2, 2)), other),
        "reregister": written.slots,
    }[change]
    with pytest.raises(UserError):
        SlotSet("other" if change == "reregister" else "register", changed, written.proof).demand_proof(DATA_KEYS.register)


def test_no_key_has_a_readable_form() -> None:
    assert DATA_KEYS.register.hex() not in repr(DATA_KEYS)
    assert repr(DATA_KEYS) == object.__repr__(DATA_KEYS)
    assert isinstance(DATA_KEYS, DataKeys)


def test_every_role_holds_the_register_key() -> None:
    from jobbpunkt.permissions import keys_of

    assert all("register" in keys_of(frozenset({role})) for role in Role)
    assert keys_of(frozenset()) == frozenset()
