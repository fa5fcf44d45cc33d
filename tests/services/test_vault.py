"""Sealed fields: bound to their place, closed without the key, and never read when a bit is wrong."""

import base64
import re
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt.base.errors import NotAllowed, UserError
from jobbpunkt.base.ids import new_id
from jobbpunkt.register import keys
from jobbpunkt.register.keys import DataKeys
from jobbpunkt.register.vault import is_sealed, vault_of
from models.types import SealedText

KEYS = keys.new_data_keys()
VAULT = vault_of(KEYS)
ROW = new_id()
PLACE: Any = {"table": "plan", "row": ROW, "column": "body"}


@given(st.text())
def test_what_is_sealed_opens_again_and_shows_nothing(text: str) -> None:
    sealed = VAULT.health.seal(text, table="plan", row=ROW, column="body")
    assert is_sealed(sealed)
    assert VAULT.health.open(sealed, table="plan", row=ROW, column="body") == text
    if len(text) > 4:
        assert text not in sealed
        assert text.encode() not in base64.b64decode(sealed.rpartition(":")[2])


def test_the_same_words_never_look_the_same_twice() -> None:
    assert len({VAULT.health.seal("ja", table="plan", row=ROW, column="body") for _ in range(100)}) == 100


@pytest.mark.parametrize(
    ("table", "row", "column"), [("plan_goal", ROW, "body"), ("plan", new_id(), "body"), ("plan", ROW, "sealed")]
)
def test_a_sealed_field_opens_only_in_its_place(table: str, row: UUID, column: str) -> None:
    sealed = VAULT.health.seal("hemligt", table="plan", row=ROW, column="body")
    with pytest.raises(UserError, match="damaged, or was moved"):
        VAULT.health.open(sealed, table=table, row=row, column=column)


@given(st.integers(0, 10_000), st.integers(0, 7))
def test_a_flipped_bit_is_refused(at: int, bit: int) -> None:
    sealed = bytearray(VAULT.protected.seal_bytes(b"Hemligt namn", table="person", row=ROW, column="sealed"))
    sealed[at % len(sealed)] ^= 1 << bit
    with pytest.raises(UserError):
        VAULT.protected.open_bytes(bytes(sealed), table="person", row=ROW, column="sealed")


@pytest.mark.parametrize(
    "stored",
    [
        *("sealed:1:", "sealed:1:AAAA", "sealed:1:åäö", "sealed:1:====", "sealed:2:AAAA", "öppen text", "\ud800"),
        *(
            "sealed:1h:",
            "sealed:1h:AAAA",
            "sealed:2h:AAAA",
            "sealed:0h:AAAA",
            "sealed:1p:AAAA",
            "sealed:1x:AAAA",
            "sealed:h:AAAA",
        ),
    ],
)
def test_what_was_never_sealed_is_refused(stored: str) -> None:
    with pytest.raises(UserError):
        VAULT.health.open(SealedText(stored), table="plan", row=ROW, column="body")
    with pytest.raises(UserError):
        VAULT.health.open_bytes(stored.encode(errors="replace"), table="plan", row=ROW, column="body")


@given(st.text())
def test_only_what_has_the_mark_is_taken_for_sealed(text: str) -> None:
    assert is_sealed(text) is is_sealed(text.encode(errors="replace")) is bool(re.match(r"sealed:[1-9][0-9]{0,5}[hp]?:", text))


@pytest.mark.parametrize(("safe", "letter"), [("health", "h"), ("protected", "p")])
def test_the_mark_says_which_key_sealed_and_of_which_epoch(safe: str, letter: str) -> None:
    third = getattr(vault_of(replace(KEYS, epoch=3)), safe)
    assert third.seal("hemligt", **PLACE).startswith(f"sealed:3{letter}:")
    assert third.seal_bytes(b"hemligt", **PLACE).startswith(f"sealed:3{letter}:".encode())
    assert third.open_bytes(third.seal_bytes(b"hemligt", **PLACE), **PLACE) == b"hemligt"


def test_what_an_earlier_epoch_sealed_opens_with_its_key_and_not_with_todays() -> None:
    sealed, papers = VAULT.health.seal("hemligt", **PLACE), VAULT.health.seal_bytes(b"hemligt", **PLACE)
    assert KEYS.health is not None
    later = replace(keys.new_data_keys(), epoch=2, older={("health", 1): KEYS.health})
    assert vault_of(later).health.open(sealed, **PLACE) == "hemligt"
    assert vault_of(later).health.open_bytes(papers, **PLACE) == b"hemligt"
    assert vault_of(later).health.open(SealedText(sealed.replace("sealed:1h:", "sealed:1:")), **PLACE) == "hemligt"
    with pytest.raises(UserError):  # another epoch is another place
        vault_of(later).health.open(SealedText(sealed.replace("sealed:1h:", "sealed:2h:")), **PLACE)
    with pytest.raises(UserError):
        vault_of(replace(later, older={})).health.open(sealed, **PLACE)
    with pytest.raises(NotAllowed):  # the earlier key alone is not enough
        vault_of(replace(later, health=None)).health.open(sealed, **PLACE)


def test_one_key_does_not_open_what_the_other_sealed() -> None:
    sealed = VAULT.health.seal("hemligt", table="plan", row=ROW, column="body")
    with pytest.raises(UserError):
        VAULT.protected.open(sealed, table="plan", row=ROW, column="body")


def test_without_the_key_nothing_is_sealed_or_opened() -> None:
    sealed = VAULT.health.seal("hemligt", table="plan", row=ROW, column="body")
    poor = vault_of(DataKeys(KEYS.register))
    assert not poor.health.open_to_user
    with pytest.raises(NotAllowed):
        poor.health.open(sealed, table="plan", row=ROW, column="body")
    with pytest.raises(NotAllowed):
        poor.protected.seal("x", table="person", row=ROW, column="sealed")
    assert KEYS.health is not None
    assert KEYS.health.hex() not in repr(poor) + repr(VAULT)
