"""Which way a paragraph and each sign of it runs; numbers and addresses keep their own order wherever they stand."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TypeVar

from jobbpunkt.documents.scripts import bidi

Base = Literal["ltr", "rtl"]
Part = TypeVar("Part")
# Letters without shape that run from the left and from the right.
MARKS = LEFT_MARK, RIGHT_MARK = "\u200e", "\u200f"

_DAY = r"\d{4}-\d\d-\d\d(?!\d)"
_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:[-–]\d{1,2}:\d\d)?(?![\d:])"
_APART = rf"(?!{_DAY}|{_TIME})"  # a day or a time after a number is one of its own
_BLANK = r"[ \xa0\u202f]"
_UNIT = rf"(?:{_BLANK}?(?:[%‰€$£°]C?|(?:kr|SEK|EUR|USD|kvm|km|cm|mm|m|kg|g|h|tim|min|st|kB|MB)\b))?"
_INSIDE = rf"(?:[\d.,:/–−-]|(?<=[\d)]){_BLANK}?\(\d+\)|(?<=[\d)]){_BLANK}{_APART}\d)*"
_NUMBER = rf"(?<![\w@.])[+\-−]?(?:\(\d+\)|[€$£]?\d){_INSIDE}(?<=[\d)]){_UNIT}"
# The lengths are bounded: without bounds a long word would be tried from each of its letters.
_MAIL = r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
_WEB = r"(?<!\w)(?:https?://|www\.)[^\s<>«»،؛]+(?<![.,;:!?)\]'\"”])"
_CODE = r"(?<![\w-])(?=[\d-]*[A-Z])[\dA-Z]{3}-[\dA-Z]{3}(?![\w-])"  # of a paper
_HEAD = r"(?<!\w)\d{1,18}:[0-9a-f]{16}(?!\w)"  # where a history ends
_OF_THEIR_OWN = re.compile(rf"(?a:{_MAIL}|{_CODE}|{_HEAD})|{_WEB}|(?P<digits>{_DAY}|(?<![\d:.-]){_TIME}|{_NUMBER})")


def base_level(text: str, base: Base | None = None) -> int:
    """Return 1 for a paragraph that begins from the right, else 0; `base` is the direction of the paper it stands in.

    Its first letter outside numbers and addresses decides, and the paper where there is none. On paper from the right a
    sentence may well begin with a name in Latin: it runs from the left there only if most of its letters do.
    """
    letters = bidi.classes_of(_OF_THEIR_OWN.sub(" ", text))
    level = bidi.base_level(letters)
    if level is None:
        return int(base == "rtl")
    if base == "rtl":
        level = max(level, int(letters.count("L") <= letters.count("R") + letters.count("A")))
    return level


def levels(text: str, base: int) -> list[int]:
    """Return the level of each sign (odd runs right to left); signs that the algorithm drops follow their neighbour."""
    letters = bidi.classes_of(text)
    if not base and _runs_from_left(letters):
        return [0] * len(text)
    places, classes, signs = _isolated(text, letters)
    known = dict(zip(places, bidi.levels(classes, base, signs), strict=True))
    result: list[int] = []
    for place in range(len(text)):
        level = known[place]
        result.append(level if level is not None else result[-1] if result else base)
    return result


def _runs_from_left(letters: str) -> bool:
    return frozenset("RAN").isdisjoint(letters)


def _isolated(text: str, letters: str) -> tuple[list[int], str, str]:
    """Return places, classes and signs with an isolate around each part of its own; its ends stand at the place -1."""
    places: list[int] = []
    classes, signs = [], []
    done = 0
    for match in own_order(text):
        start, end = match.span()
        # Arabic digits run from the left too, but only digits of Europe keep a hyphen or a blank among them in its place.
        inside = letters[start:end].replace("N", "E") if match["digits"] else letters[start:end]
        places += [*range(done, start), -1, *range(start, end), -1]
        classes += [letters[done:start], bidi.LRI, inside, bidi.PDI]
        signs += [text[done:start], "\u2066", text[start:end], "\u2069"]
        done = end
    return [*places, *range(done, len(text))], "".join([*classes, letters[done:]]), "".join([*signs, text[done:]])


def own_order(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers (telephone numbers, days, times, amounts), codes, e-mail and web addresses of a text."""
    return _OF_THEIR_OWN.finditer(text)


def in_visual_order(parts: Sequence[Part], level: Callable[[Part], int]) -> list[Part]:
    """Return the parts of one line from left to right (rule L2)."""
    order = list(parts)
    found = [level(part) for part in order]
    for step in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and found[end] >= step:
                end += 1
            order[start:end], found[start:end] = order[start:end][::-1], found[start:end][::-1]
            start = end + 1
    return order
