"""Easy to read, large print and black and white: each by itself or together, over any look, in whatever order they are named."""

from dataclasses import fields, replace
from itertools import chain, combinations, permutations

import pytest

from jobbpunkt.documents.cv_looks import CV_LOOKS, cv_look
from jobbpunkt.documents.looks import BOOKLET, CV_COMPACT, EASY, INK_ONLY, LARGE, LETTER, LOOKS, SHEET, Look, Sizes
from jobbpunkt.documents.switches import SWITCHES, look_of, named, parted

SETS = list(chain.from_iterable(combinations(SWITCHES, many) for many in range(len(SWITCHES) + 1)))
BY_SET = pytest.mark.parametrize("names", SETS, ids=",".join)
BY_LOOK = pytest.mark.parametrize("own", [BOOKLET, SHEET, LETTER, CV_COMPACT], ids=lambda look: look.name)


def smallest(sizes: Sizes) -> float:
    """Return the smallest of the sizes of letters."""
    values: list[object] = [getattr(sizes, field.name) for field in fields(Sizes)]
    return min(value for value in values if isinstance(value, float | int))


@BY_SET
@BY_LOOK
def test_each_does_its_own_whatever_stands_beside_it(names: tuple[str, ...], own: Look) -> None:
    look = look_of(",".join(names), own)
    assert (look.colours == INK_ONLY) is ("black" in names)
    assert (look.measure == 55) is ("easy" in names)
    assert look.has_columns is not bool({"easy", "large"} & set(names))
    assert look.is_personal is own.is_personal
    if "large" in names:
        assert smallest(look.sizes) >= 16
    elif "easy" in names:
        assert (look.sizes.body, look.leading) == (14, 20 / 14)
        assert smallest(look.sizes) >= 12
    else:
        assert replace(look, colours=own.colours) == own


@BY_SET
def test_the_order_in_which_they_are_named_is_no_matter(names: tuple[str, ...]) -> None:
    looks = {look_of(",".join(order), BOOKLET).name for order in permutations(names)}
    assert len(looks) == 1
    for order in permutations(names):
        assert look_of(" , ".join(order), BOOKLET) == look_of(named("", names), BOOKLET)
        assert parted(",".join(["cv-plain", *order])) == ("cv-plain", names)
    assert named("cv-plain", reversed(names)) == ",".join(["cv-plain", *names])


@pytest.mark.parametrize("name", CV_LOOKS)
def test_a_cv_keeps_its_own_look_in_black_and_white(name: str) -> None:
    usual, black = cv_look(name), cv_look(f"{name},black")
    assert black == replace(usual, look=replace(usual.look, colours=INK_ONLY))
    assert cv_look(f"{name},large").dates == "below"


def test_what_is_named_alone_is_a_look_of_its_own_too() -> None:
    assert look_of("", BOOKLET) == BOOKLET
    assert look_of("report", BOOKLET) == LOOKS["report"]
    assert look_of("easy", BOOKLET).sizes == EASY.sizes
    assert look_of("easy,large", BOOKLET).sizes == LARGE.sizes
