"""Identity numbers: every published test number is read, and the authored cases give what they say."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt.base import identity
from jobbpunkt.base.errors import InvalidInput

DATA = Path(__file__).parent / "data" / "identity"
TODAY = date(2026, 1, 1)
CASES = list(csv.DictReader((DATA / "cases.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("case", CASES, ids=[case["input"] for case in CASES])
def test_the_authored_cases(case: dict[str, str]) -> None:
    if case["expected"] == "accept_empty":
        assert identity.read(case["input"], today=TODAY) is None
    elif case["expected"] in {"accept", "accept_warn"}:
        read = identity.read(case["input"], today=TODAY)
        assert read is not None
        assert read.digits == case["normalised"].removeprefix("samordningsnummer ")
        assert read.coordination == case["normalised"].startswith("samordningsnummer")
    else:
        with pytest.raises(InvalidInput):
            identity.read(case["input"], today=TODAY)


def test_every_published_test_number_is_accepted_and_no_other_check_digit() -> None:
    numbers = (DATA / "testpersonnummer_alla.txt").read_text(encoding="utf-8").split()
    for number in numbers:
        read = identity.read(number, today=TODAY)
        assert read is not None
        assert read.digits == number
    for number in numbers[::97]:
        with pytest.raises(InvalidInput):
            identity.read(number[:11] + str((int(number[11]) + 1) % 10), today=TODAY)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(typed: str) -> None:
    try:
        read = identity.read(typed, today=TODAY)
    except InvalidInput:
        return
    assert read is None or len(read.digits) == 12
