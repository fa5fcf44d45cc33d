"""What is said, parted into runs: each of one direction, with its language, numbers kept in their order."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from jobbpunkt.documents.languages import PAPER_LANGUAGES
from jobbpunkt.documents.scripts.direction import MARKS, own_order
from jobbpunkt.documents.text import clean
from jobbpunkt.documents.tree import Phrase, Said

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")
_PARTED_NUMBER = re.compile(r"\d[^\w]+\d|\d.*[^\W\d]", re.DOTALL)
BESIDE_ON_LINE = 70  # signs of both languages that stand on one line


def is_right_to_left(said: Said, *, otherwise: bool) -> bool:
    """Tell the direction of a text: a phrase's is its language's, a typed text's that of its first letter."""
    if isinstance(said, Phrase) and said.language in PAPER_LANGUAGES:
        return PAPER_LANGUAGES[said.language].direction == "rtl"
    for sign in str(said):
        strong = unicodedata.bidirectional(sign)
        if strong in {"L", "R", "AL"}:
            return strong != "L"
    return otherwise


def segments(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text that run one way, each with whether it runs from the right; `rtl` is its paragraph's way."""
    if not rtl and not _RIGHT_TO_LEFT.search(text):
        if text:
            yield text, False
        return
    for part, from_right in _parted(text, rtl=rtl):
        # 070-174 06 20 would else be set number by number from the right, and the 12 of "12 Hill Street" behind its street.
        yield enclosed(part, rtl=False) if not from_right and _PARTED_NUMBER.search(part) else part, from_right


def enclosed(text: str, *, rtl: bool) -> str:
    """Return a text that keeps its own way, with the signs at its ends, among text that runs the other way."""
    return f"{MARKS[rtl]}{text}{MARKS[rtl]}"


def _parted(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """Part a text where its direction turns; signs without a direction go with their neighbours, else with the paragraph."""
    part, way, between = "", rtl, ""
    own = {place for found in own_order(text) for place in range(*found.span())}
    for place, sign in enumerate(text):
        turned = False if place in own else _way(sign)
        if turned is None:
            between += sign
            continue
        if turned == way:
            part += between + sign
        else:
            kept, next_part = (between, sign) if way == rtl else ("", between + sign)
            if part + kept:
                yield part + kept, way
            part, way = next_part, turned
        between = ""
    if not between or way == rtl:
        if part + between:
            yield part + between, way
        return
    if part:
        yield part, way
    yield between, rtl


def _way(sign: str) -> bool | None:
    """Tell whether a sign runs from the right; None when it goes with its neighbours."""
    kind = unicodedata.bidirectional(sign)
    return True if kind in {"R", "AL"} else False if kind in {"L", "EN"} else None


@cache
def locale_of(language: str) -> str:
    """Return a paper language's name as Word knows it."""
    row = PAPER_LANGUAGES.get(language)
    return row.locale.replace("_", "-") if row else language


def spoken(said: Said) -> tuple[str, str, str, str]:
    """Return a text made plain, its language ("" when nobody knows), and the same for what stands beside it."""
    if isinstance(said, Phrase):
        return clean(said.text), said.language, clean(said.beside), said.beside_language
    return clean(said), "", "", ""
