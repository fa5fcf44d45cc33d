"""The bidirectional algorithm against the whole of Unicode's own tests."""

import lzma
from collections.abc import Iterator

import pytest

from jobbpunkt.documents.scripts import bidi
from tests.rules.tree import ROOT

UNICODE = ROOT / "tests" / "data" / "unicode"
BASES = {1: None, 2: 0, 4: 1}  # bits of BidiTest; None is by the first strong letter


def rows(name: str) -> Iterator[str]:
    with lzma.open(UNICODE / name, "rt", encoding="utf-8") as lines:
        yield from (line.strip() for line in lines if line.strip() and not line.startswith("#"))


def as_levels(told: str) -> list[int | None]:
    return [None if level == "x" else int(level) for level in told.split()]


def bases(letters: str, bits: int) -> set[int]:
    asked = {base for bit, base in BASES.items() if bits & bit}
    return {(bidi.base_level(letters) or 0) if base is None else base for base in asked}


@pytest.mark.parametrize("part", range(4))  # so that two at once take half the time
def test_every_sequence_of_classes_has_the_levels_that_unicode_says(part: int) -> None:
    wanted: list[int | None] = []
    wrong, count = [], 0
    for number, row in enumerate(rows("BidiTest.txt.xz")):
        if row.startswith("@Levels:"):
            wanted = as_levels(row.removeprefix("@Levels:"))
        elif not row.startswith("@") and number % 4 == part:
            classes, bits = row.split(";")
            letters = "".join(bidi.LETTERS[name] for name in classes.split())
            count += 1
            wrong += [(row, base) for base in bases(letters, int(bits)) if bidi.levels(letters, base) != wanted]
    assert count > 120_000
    assert wrong[:10] == []


def test_every_text_has_the_levels_that_unicode_says() -> None:
    wrong, count = [], 0
    for row in rows("BidiCharacterTest.txt.xz"):
        codes, asked, base, levels, _ = row.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        letters = bidi.classes_of(text)
        found = int(asked) if asked != "2" else bidi.base_level(letters) or 0
        count += 1
        if found != int(base) or bidi.levels(letters, found, text) != as_levels(levels):
            wrong.append(row)
    assert count > 90_000
    assert wrong[:10] == []
