"""The fonts of every document: embedded Noto, chosen sign by sign by what each font can draw."""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any

import uharfbuzz
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
# The other scripts, with the weights that we have of each, in the order in which they are asked; a lighter one stands in.
_OTHERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "NotoNaskhArabic": ("Regular", "Medium", "SemiBold", "Bold"),
        "NotoSansEthiopic": ("Regular", "SemiBold", "Bold"),
        "NotoSansThai": ("Regular", "Medium", "SemiBold", "Bold"),
        "NotoSansHebrew": ("Regular", "SemiBold"),
        "NotoSansArmenian": ("Regular", "SemiBold"),
        "NotoSansGeorgian": ("Regular", "SemiBold"),
        "NotoSansDevanagari": ("Regular",),
    }
)
_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
_SYMBOLS = ("NotoSansSymbols2-Regular", "NotoSansSymbols-Regular")
OWN_CODES = 0xF0000  # a glyph without a sign of its own is numbered from here; typed text cannot hold these
_MOST_CODES = 50_000  # of one font with their text; more than that only nonsense can ask for


class Font(ttfonts.TTFont):  # type: ignore[misc]
    """A font that can also draw glyphs without a code point, and tells readers which letters they stand for."""

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename)
        self._codes: dict[tuple[int, str], int] = {}
        self._meanings: dict[int, str] = {}

    def meaning(self, code: int) -> str:
        """Return the letters that a code stands for."""
        plain = unicodedata.normalize("NFKC", chr(code)) if 0xFB50 <= code <= 0xFEFC else chr(code)
        return self._meanings.get(code, plain)

    @cached_property
    def engine(self) -> Any:
        """Return the font as HarfBuzz has it, measuring in thousandths of the size as a PDF does."""
        made = uharfbuzz.Font(self.hbFace)
        made.scale = 1000, 1000
        return made

    def own_code(self, glyph: int, meant: str) -> int:
        """Return a private code that draws a glyph and stands for some letters, so that copied text is real text.

        One glyph may stand for several: Arabic and Persian yeh look the same inside a word.
        """
        key = (glyph, meant if len(self._codes) < _MOST_CODES else "")
        if (known := self._codes.get(key)) is not None:
            return known
        code = self._codes[key] = OWN_CODES + len(self._codes)
        self.face.charToGlyph[code] = glyph
        self.face.charWidths[code] = self.engine.get_glyph_h_advance(glyph)
        self._meanings[code] = meant
        return code

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        """Embed the used glyphs, with our own table from codes to text."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = (ttfonts.SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode("pdfdoc")
            doc.idToObject["toUnicodeCMap:" + name].content = _to_unicode(name, [self.meaning(code) for code in subset])


def _to_unicode(name: str, meanings: list[str]) -> str:
    """Return ReportLab's table with each code's text in full: plain letters, several for a ligature."""
    lines = ttfonts.makeToUnicodeCMap(name, [0] * len(meanings)).split("\n")
    first = next(index for index, line in enumerate(lines) if line.endswith("beginbfchar")) + 1
    for place, text in enumerate(meanings):
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
    weight = main.partition("-")[2]
    others = [f"{family}-{_nearest(weight, weights)}" for family, weights in _OTHERS.items()]
    return next((name for name in (main, *others, *_SYMBOLS) if sign in signs(name)), None)


def _nearest(weight: str, weights: tuple[str, ...]) -> str:
    """Return the heaviest weight that is not heavier than the one asked for; a slanted one is a regular one."""
    heaviest = _WEIGHTS.index(weight) if weight in _WEIGHTS else 0
    return next(name for name in reversed(weights) if _WEIGHTS.index(name) <= heaviest)


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
