"""How every page looks: colours, type sizes, measures. One accent, calm neutrals, print-safe in grey."""

from functools import cache
from types import MappingProxyType

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from jobbpunkt.documents import fonts

ACCENT = HexColor("#0F5E63")
INK = HexColor("#1B2A2B")
MUTED = HexColor("#566667")
LINE = HexColor("#CFD9D9")
TINT = HexColor("#EAF2F2")
WARM = HexColor("#FAF5EC")
PAPER = HexColor("#FFFFFF")

PAGE_WIDTH, PAGE_HEIGHT = A4
SIDE, TOP, BOTTOM = 22 * mm, 25 * mm, 21 * mm
WIDTH = PAGE_WIDTH - 2 * SIDE  # of the text on a page

_SIZES: MappingProxyType[str, tuple[str, float, float, Color]] = MappingProxyType(
    {
        # name: font, size, leading, colour
        "body": (fonts.REGULAR, 10.5, 15.5, INK),
        "lead": (fonts.REGULAR, 12.5, 18.5, INK),
        "strong": (fonts.SEMIBOLD, 10.5, 15.5, INK),
        "quote": (fonts.ITALIC, 11.5, 17.5, INK),
        "small": (fonts.REGULAR, 9, 13, MUTED),
        "label": (fonts.MEDIUM, 8.8, 12.5, MUTED),
        "kicker": (fonts.SEMIBOLD, 10.5, 14, ACCENT),
        "title": (fonts.SEMIBOLD, 24, 30, INK),
        "name": (fonts.SEMIBOLD, 26, 32, INK),
        "contact": (fonts.REGULAR, 9.8, 14.5, INK),
        "lead_accent": (fonts.MEDIUM, 12.5, 18, ACCENT),
        "place": (fonts.MEDIUM, 10.5, 15.5, ACCENT),
        "side": (fonts.REGULAR, 9.8, 15.5, MUTED),
        "letter": (fonts.REGULAR, 11, 17, INK),
        "heading1": (fonts.SEMIBOLD, 16, 21, ACCENT),
        "heading2": (fonts.SEMIBOLD, 13, 18, ACCENT),
        "heading3": (fonts.SEMIBOLD, 11, 15.5, INK),
        "cell": (fonts.REGULAR, 10, 14, INK),
        "cell_strong": (fonts.SEMIBOLD, 10, 14, INK),
        "cell_head": (fonts.SEMIBOLD, 9, 12.5, ACCENT),
        "figure": (fonts.SEMIBOLD, 26, 31, ACCENT),
    }
)
_ALIGNED = MappingProxyType({"left": TA_LEFT, "right": TA_RIGHT, "centre": TA_CENTER})
_SPACE = MappingProxyType(  # before, after, in points
    {
        "body": (0, 5),
        "letter": (0, 9),
        "place": (0, 2),
        "lead_accent": (0, 2),
        "lead": (0, 7),
        "heading1": (16, 6),
        "heading2": (15, 5),
        "heading3": (9, 3),
        "title": (0, 3),
        "kicker": (0, 3),
    }
)


@cache
def style(name: str, align: str = "left") -> ParagraphStyle:
    """Return one of the paragraph styles by its name, such as `body` or `heading2`."""
    font, size, leading, colour = _SIZES[name]
    before, after = _SPACE.get(name, (0, 0))
    return ParagraphStyle(
        f"{name}-{align}",
        fontName=font,
        fontSize=size,
        leading=leading,
        textColor=colour,
        spaceBefore=before,
        spaceAfter=after,
        alignment=_ALIGNED[align],
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
    )
