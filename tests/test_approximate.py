"""Numbers as people say them: the number is read out of the words, and what does not agree is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt.base.approximate import LONGEST, agreed, number_in
from jobbpunkt.base.errors import InvalidInput

TENS = {"ett tiotal": 10, "ett tjugotal": 20, "ett sextiotal": 60, "Ett SEXTIOTAL": 60, "ett hundratal": 100, "ett dussin": 12}


def _agreed(number: int | None, said: str) -> tuple[int | None, str]:
    return agreed(number, said, field="attendance", words="attendance_said")


@pytest.mark.parametrize(("said", "number"), TENS.items())
def test_tens_are_read(said: str, number: int) -> None:
    assert number_in(said) == number
    assert _agreed(None, said) == (number, said)


@given(st.integers(0, 1_000_000), st.sampled_from(["cirka {}", "drygt {}", "{}", "knappt {} personer", "omkring {}"]))
def test_digits_are_read_whatever_stands_around_them(number: int, around: str) -> None:
    for written in (str(number), f"{number:,}".replace(",", " "), f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")):
        assert number_in(around.format(written)) == number


@given(st.text(max_size=LONGEST))
def test_any_words_are_kept_with_a_number_or_refused_in_one_sentence(said: str) -> None:
    try:
        number, kept = _agreed(None, said)
    except InvalidInput:
        return
    assert number is not None or not kept
    assert _agreed(number, kept) == (number, kept), "what was kept once can be saved again"


@pytest.mark.parametrize(
    ("number", "said", "field"),
    [
        (70, "ett sextiotal", "attendance_said"),
        (None, "många", "attendance"),
        (-1, "", "attendance"),
        (None, "9999999", "attendance_said"),
    ],
)
def test_what_does_not_agree_is_refused_at_its_field(number: int | None, said: str, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        _agreed(number, said)
    assert refused.value.field == field


def test_several_numbers_are_none() -> None:
    assert number_in("mellan 20 och 30") is None
    assert _agreed(25, "mellan 20 och 30") == (25, "mellan 20 och 30")
