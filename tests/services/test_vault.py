"""Sealed fields: bound to their place, closed without the key, and never read when a bit is wrong."""

import base64
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt import keys
from jobbpunkt.errors import NotAllowed, UserError
from jobbpunkt.ids import new_id
from jobbpunkt.keys import DataKeys
from jobbpunkt.vault import is_sealed, vault_of
from models.types import SealedText

KEYS = keys.new_data_keys()
VAULT = vault_of(KEYS)
ROW = new_id()


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
    with pytest.raises(UserError, match="damaged or has been moved"):
        VAULT.health.open(sealed, table=table, row=row, column=column)


@given(st.integers(0, 10_000), st.integers(0, 7))
def test_a_flipped_bit_is_refused(at: int, bit: int) -> None:
    sealed = bytearray(VAULT.protected.seal_bytes(b"Hemligt namn", table="person", row=ROW, column="sealed"))
    sealed[at % len(sealed)] ^= 1 << bit
    with pytest.raises(UserError):
        VAULT.protected.open_bytes(bytes(sealed), table="person", row=ROW, column="sealed")


@pytest.mark.parametrize("stored", ["sealed:1:", "sealed:1:AAAA", "sealed:1:åäö", "sealed:1:====", "sealed:2:AAAA", "öppen text"])
def test_what_was_never_sealed_is_refused(stored: str) -> None:
    with pytest.raises(UserError):
        VAULT.health.open(SealedText(stored), table="plan", row=ROW, column="body")


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
