"""What documents are made of: headings, typed text, facts, tables, quotes, lines to sign on."""

import re
from collections.abc import Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from jobbpunkt.documents import fonts, look, plain
from jobbpunkt.documents.blocks import Beside, Hanging, Lead, Panel, Rule, Stack
from jobbpunkt.documents.page import ORGANISATION, build, fitted
from jobbpunkt.documents.tables import grid, table
from jobbpunkt.documents.text import one_line
from jobbpunkt.i18n import Words

__all__ = [
    "ORGANISATION",
    "build",
    "bullets",
    "callout",
    "captioned",
    "checklist",
    "details",
    "facts",
    "fitted",
    "grid",
    "heading",
    "label",
    "named",
    "note",
    "opening",
    "paragraphs",
    "quote",
    "rule",
    "section",
    "shortened",
    "signatures",
    "space",
    "stacked",
    "table",
    "tick_box",
    "together",
    "typed",
]


_LONGEST_LARGE = 60  # characters of a title that is set large
_LONGEST_FACT = 240  # characters of a value that still stands in a column


def typed(text: str, style: str = "body", align: str = "left") -> Flowable:
    """Return text that people typed: plain, its lines kept, in whatever script it is written."""
    return plain.paragraph(text, look.style(style, align))


def paragraphs(text: str, style: str = "body") -> list[Flowable]:
    """Return typed text as paragraphs, one for each part between empty lines."""
    return [typed(part, style) for part in re.split(r"\n\s*\n", text) if part.strip()]


def shortened(text: str, longest: int = 300) -> str:
    """Return text on one line that is no longer than a heading may be."""
    line = one_line(text)
    return line if len(line) <= longest else line[: longest - 1] + "…"


def label(text: str) -> Flowable:
    """Return a small caption above something."""
    return typed(text, "label")


def heading(text: str, level: int = 1) -> Flowable:
    """Return a heading of level 1 to 3, which never stands alone at the foot of a page."""
    return Lead(typed(shortened(text), f"heading{level}"), follow=62 if level > 2 else 100)


def named(name: str, style: str = "title") -> Flowable:
    """Return a name or title set large, or less large when it is long."""
    return typed(name, style if len(name) <= _LONGEST_LARGE else "heading1")


def opening(title: str, *, kicker: str = "", subtitle: str = "") -> list[Flowable]:
    """Return the opening of a paper: what it is, whose or what about, and one line more."""
    parts = [typed(kicker, "kicker")] if kicker else []
    parts.append(named(title))
    if subtitle:
        parts.append(typed(subtitle, "lead"))
    return [*parts, Rule(look.ACCENT, 1.6, 34, above=4, below=10)]


def section(title: str, parts: Sequence[Flowable], level: int = 2) -> list[Flowable]:
    """Return a heading with what it leads; nothing at all when there is nothing to lead."""
    return [heading(title, level), *parts] if parts else []


def facts(pairs: Sequence[tuple[str, str]], columns: int = 3) -> Flowable:
    """Return captions with their values in a tinted box, long ones over its whole width; pairs without a value are left out."""
    cells = [
        (len(value) > _LONGEST_FACT, Stack([label(caption), typed(value, "cell")])) for caption, value in pairs if value.strip()
    ]
    short = [cell for is_long, cell in cells if not is_long]
    rows = [short[start : start + columns] for start in range(0, len(short), columns)]
    parts = [*([grid(rows, columns)] if rows else []), *(cell for is_long, cell in cells if is_long)]
    return Panel(parts, look.TINT, padding=10) if parts else space(0)


def captioned(caption: str, text: str) -> Flowable:
    """Return a caption with its text below, kept together."""
    return Stack([label(caption), typed(text)])


def tick_box() -> Flowable:
    """Return an empty box to tick by hand, for a cell of a table."""
    return Hanging([Spacer(0, 14)], _box)


def stacked(texts: Sequence[tuple[str, str]]) -> Flowable:
    """Return texts, each with the name of its style, one below the other, for a cell; empty ones are left out."""
    return Stack([typed(text, name) for text, name in texts if text.strip()])


def details(pairs: Sequence[tuple[str, str]]) -> Flowable:
    """Return captions with their values beside them, one below the other; pairs without a value are left out."""
    rows = [Beside(typed(caption, "label"), typed(value), 130) for caption, value in pairs if value.strip()]
    return Stack(rows)


def bullets(texts: Sequence[str]) -> Flowable:
    """Return a list with a dot before each text."""
    return Stack([Hanging([typed(text)], _dot) for text in texts if text.strip()])


def checklist(texts: Sequence[str], done: Sequence[bool] = ()) -> Flowable:
    """Return a list with a box before each text, to tick by hand; those already done are ticked."""
    ticked = [*done, *[False] * len(texts)]
    return Stack([Hanging([typed(text)], _ticked if tick else _box, 20) for text, tick in zip(texts, ticked, strict=False)])


def quote(text: str, by: str = "") -> Flowable:
    """Return a person's own words in a warm box, and whose they are."""
    parts = [typed(text, "quote")]
    if by:
        parts.append(typed(by, "label"))
    return Panel(parts, look.WARM, look.ACCENT)


def callout(text: str, title: str = "") -> Flowable:
    """Return something that must not be missed, in a tinted box."""
    parts = [typed(title, "strong")] if title else []
    return Panel([*parts, typed(text)], look.TINT, look.ACCENT)


def note(text: str) -> Flowable:
    """Return a remark in small print."""
    return typed(text, "small")


def space(height: float) -> Flowable:
    """Return empty space of so many millimetres."""
    return Spacer(0, height * mm)


def rule() -> Flowable:
    """Return a hairline across the text."""
    return Rule(look.LINE)


def together(parts: Sequence[Flowable]) -> Flowable:
    """Return parts that stay on one page when they fit on one."""
    return KeepTogether([part.part if isinstance(part, Lead) else part for part in parts])


def signatures(people: Sequence[tuple[str, str]], words: Words) -> Flowable:
    """Return room to sign for each (role, name), up to three beside each other, each with place and date."""
    columns = min(max(len(people), 2), 3)
    cells = [Stack([_Lines(words), typed(name or " ", "strong"), label(role)]) for role, name in people]
    return grid([cells[start : start + columns] for start in range(0, len(cells), columns)], columns, gap=22, below=12)


class _Lines(Flowable):  # type: ignore[misc]
    """Two lines to write on: place and date, and the signature."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._captions = words("Place and date"), words("Signature")

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Take the whole width, and height enough to write by hand."""
        self.width, self.height = aW, 84
        return aW, self.height

    def draw(self) -> None:
        """Draw the two lines with their captions below."""
        self.canv.setStrokeColor(look.MUTED)
        self.canv.setLineWidth(0.7)
        for y, caption in zip((58, 16), self._captions, strict=True):
            self.canv.line(0, y, self.width, y)
            plain.draw_line(self.canv, 0, y - 10.5, caption, look.style("label"))


def _dot(canvas: Any, x: float, y: float) -> None:
    canvas.setFillColor(look.ACCENT)
    canvas.circle(x + 4, y + 3.8, 1.9, stroke=0, fill=1)


def _box(canvas: Any, x: float, y: float) -> None:
    canvas.setStrokeColor(look.ACCENT)
    canvas.setLineWidth(0.9)
    canvas.roundRect(x + 0.5, y - 1.6, 10.5, 10.5, 1.6, stroke=1, fill=0)


def _ticked(canvas: Any, x: float, y: float) -> None:
    _box(canvas, x, y)
    canvas.setLineWidth(1.5)
    canvas.lines([(x + 2.8, y + 3.6, x + 4.9, y + 1.2), (x + 4.9, y + 1.2, x + 9, y + 6.6)])


def widest(texts: Sequence[str], style: str = "cell") -> float:
    """Return the width in points of the widest of some texts, so that a column can fit them."""
    fonts.ready()
    return max((plain.width_of(line, look.style(style)) for text in texts for line in text.split("\n")), default=0)
