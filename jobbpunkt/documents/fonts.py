"""The fonts of every document: embedded Noto, chosen sign by sign by what each font can draw."""

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any
from weakref import WeakKeyDictionary

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

import resources

REGULAR, ITALIC, MEDIUM, SEMIBOLD, BOLD = (
    "NotoSans-Regular",
    "NotoSans-Italic",
    "NotoSans-Medium",
    "NotoSans-SemiBold",
    "NotoSans-Bold",
)
_OTHERS = ("NotoNaskhArabic", "NotoSansEthiopic", "NotoSansThai")
_SYMBOLS = ("NotoSansSymbols2-Regular", "NotoSansSymbols-Regular")
OWN_CODES = 0xF0000  # a glyph without a sign of its own is numbered from here; typed text cannot hold these


class Font(ttfonts.TTFont):  # type: ignore[misc]
    """A font that can also draw glyphs without a code point, and tells readers which letters they stand for."""

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename)
        self.meanings: WeakKeyDictionary[Any, dict[int, str]] = WeakKeyDictionary()

    def own_code(self, glyph: int, advance: int) -> int:
        """Return a private code that draws a glyph; the same for the same glyph in every document."""
        code = OWN_CODES + glyph
        self.face.charToGlyph[code] = glyph
        self.face.charWidths[code] = self.pdfScale(advance)
        return code

    def mean(self, document: Any, code: int, text: str) -> None:
        """Note what a private code stands for, so that text copied from the document is real text."""
        self.meanings.setdefault(document, {}).setdefault(code, text)

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        """Embed the used glyphs, with our own table from codes to text."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        meanings = self.meanings.pop(doc, {})
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = (ttfonts.SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode("pdfdoc")
            doc.idToObject["toUnicodeCMap:" + name].content = _to_unicode(name, subset, meanings)


def _to_unicode(name: str, subset: list[int], meanings: dict[int, str]) -> str:
    """Return ReportLab's table with each code's text in full: plain letters, several for a ligature."""
    lines = ttfonts.makeToUnicodeCMap(name, [0] * len(subset)).split("\n")
    first = next(index for index, line in enumerate(lines) if line.endswith("beginbfchar")) + 1
    for place, code in enumerate(subset):
        plain = unicodedata.normalize("NFKC", chr(code)) if 0xFB50 <= code <= 0xFEFC else chr(code)
        text = meanings.get(code, plain)
        lines[first + place] = f"<{place:02X}> <{text.encode('utf-16-be').hex().upper()}>"
    return "\n".join(lines)


@cache
def font(name: str) -> Font:
    """Return one of our fonts, loaded and made known to ReportLab."""
    # Nothing in a document may ever open a file or follow an address.
    rl_config.trustedSchemes, rl_config.trustedHosts = [], []
    loaded = Font(name, str(resources.path("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(loaded)
    return loaded


def ready() -> None:
    """Load the fonts that every document uses."""
    for name in (REGULAR, MEDIUM, SEMIBOLD):
        font(name)


@cache
def signs(name: str) -> frozenset[str]:
    """Return the signs that a font draws."""
    return frozenset(chr(code) for code in font(name).face.charToGlyph if code < OWN_CODES)


@cache
def simple_signs(name: str) -> frozenset[str]:
    """Return the signs that ReportLab places well by itself: left to right, one glyph a sign, no combining marks."""
    return frozenset(
        sign
        for sign in signs(name)
        if unicodedata.bidirectional(sign) not in {"R", "AL", "AN", "NSM", "BN"} and unicodedata.category(sign)[0] != "M"
    ) | {"\n"}


def draws_simply(text: str, name: str) -> bool:
    """Tell whether a font draws the whole text without shaping."""
    return text.isascii() or simple_signs(name).issuperset(text)


@cache
def font_for(sign: str, main: str) -> str | None:
    """Return the font that draws a sign: the main one if it can, else the first of the others, else None."""
    heavy = main in {SEMIBOLD, BOLD}
    others = [f"{family}-{'Bold' if heavy else 'Regular'}" for family in _OTHERS]
    return next((name for name in (main, *others, *_SYMBOLS) if sign in signs(name)), None)


def scale(name: str) -> float:
    """Return how much larger a font is set, so that its letters look as large as the Latin ones beside them."""
    return 1.2 if name.startswith("NotoNaskhArabic") else 1.0


def fonts_of(text: Iterable[str], main: str) -> list[str | None]:
    """Return the font of each sign; punctuation and marks stay with the letters before them when they can."""
    chosen: list[str | None] = []
    for sign in text:
        before = chosen[-1] if chosen else None
        follows = before is not None and unicodedata.category(sign)[0] in "PMZC" and sign in signs(before)
        chosen.append(before if follows else font_for(sign, main))
    return chosen
