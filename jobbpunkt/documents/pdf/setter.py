"""What sets the blocks of a tree: it knows the look, the direction and the language, and makes text with its tags."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import singledispatch

from reportlab.lib.styles import ParagraphStyle

from jobbpunkt.documents.languages import SWEDISH, PaperLanguage
from jobbpunkt.documents.looks import Look, TextStyle
from jobbpunkt.documents.pdf.boxes import Box, Row, Stack
from jobbpunkt.documents.pdf.tags import Element
from jobbpunkt.documents.pdf.texts import Measure, Title, Words, style_of
from jobbpunkt.documents.text import clean, one_line
from jobbpunkt.documents.tree import Block, Phrase, Said, Side

_EMPTY_LINES = re.compile(r"\n\s*\n")
_LINK = re.compile(r"(mailto:|tel:|https?://)[!-~]{1,2000}")
_LONGEST_HEADING = 300


@dataclass(slots=True)
class Setter:
    """Sets text in a look, towards the side where the paper's language begins."""

    look: Look
    language: PaperLanguage
    level: int = field(default=0, init=False)  # of the heading before: a structure never skips one

    @property
    def is_mirrored(self) -> bool:
        """Tell whether the paper begins at the right."""
        return self.language.direction == "rtl"

    def style(self, style: TextStyle, side: Side = "start") -> ParagraphStyle:
        """Return a style of the look, mirrored with the page."""
        return style_of(style, side, is_mirrored=self.is_mirrored)

    def words(self, said: Said, style: TextStyle, element: Element, side: Side = "start", link: str = "") -> list[Box]:
        """Return a text as content of an element, with the same in another language below it; nothing when it is empty."""
        text = clean(str(said))
        if not text:
            return []
        target = self._link(link, text, element)
        spoken = self._spoken(said, target or element)
        narrow = self.is_mirrored and side == "end"
        made: list[Box] = [
            Words(text, self.style(style, side), spoken.spot(), target, is_narrow=narrow, measure=self.measure(said))
        ]
        if isinstance(said, Phrase) and said.beside.strip():
            made.append(self._beside(said, style, element, side))
        made[0].before, made[-1].after = style.before, style.after
        return made

    def line(self, said: Said, style: TextStyle, element: Element) -> list[Box]:
        """Return a short text with the same in another language on its line where both fit, else below it."""
        if not (isinstance(said, Phrase) and said.beside.strip() and said.text.strip()):
            return self.words(said, style, element)
        made = Title([self.style(style)], one_line(said.text), self._spoken(said, element), measure=self.measure(said))
        made.put_beside(self._beside(said, style, element))
        made.before, made.after = style.before, style.after
        return [made]

    def _beside(self, said: Phrase, style: TextStyle, element: Element, side: Side = "start") -> Words:
        """Return the other language of a phrase, regular, never larger than the phrase."""
        beside = self.look.beside
        size = min(beside.size, style.size)
        # What a caption says is told from its value in both languages.
        colour = style.colour if style.colour == self.look.colours.muted else beside.colour
        small = replace(beside, size=size, leading=beside.leading * size / beside.size, colour=colour)
        spot = element.add("Span", said.beside_language).spot()
        narrow = self.is_mirrored and side == "end"
        measure = self.measure(Phrase(said.beside, said.beside_language))
        return Words(clean(said.beside), self.style(small, side), spot, is_narrow=narrow, measure=measure)

    def measure(self, said: Said) -> Measure | None:
        """Return how long the lines of a text may be, and whose phrases they break at; nothing where any line will do."""
        if not self.look.measure:
            return None
        return Measure(self.look.measure, said.language if isinstance(said, Phrase) else SWEDISH)

    def _spoken(self, said: Said, element: Element) -> Element:
        """Return the element itself, or one below it that says in which other language the text is."""
        other = isinstance(said, Phrase) and said.language and said.language != self.language.code
        return element.add("Span", said.language) if other and isinstance(said, Phrase) else element

    def _link(self, address: str, text: str, element: Element) -> Element | None:
        return element.put(Element("Link", address=address, told=text)) if _LINK.fullmatch(address) else None

    def paragraphs(self, said: Said, style: TextStyle, parent: Element, side: Side = "start", link: str = "") -> list[Box]:
        """Return a text as paragraphs, one for each part between empty lines."""
        if isinstance(said, Phrase):
            return self.words(said, style, parent.add("P"), side, link)
        parts = [part for part in _EMPTY_LINES.split(clean(said)) if part.strip()]
        return [box for part in parts for box in self.words(part, style, parent.add("P"), side, link)]

    def title(self, said: Said, level: int, parent: Element, styles: tuple[TextStyle, ...] = ()) -> list[Box]:
        """Return a heading, which keeps two lines of what follows on its page; levels that would be skipped are not."""
        text = one_line(str(said))
        if not text:
            return []
        shown = text if len(text) <= _LONGEST_HEADING else text[: _LONGEST_HEADING - 1] + "…"
        chosen = styles or (self.look.headings[level - 1],)
        self.level = min(level, self.level + 1)
        element = parent.add(f"H{self.level}")
        made = Title([self.style(one) for one in chosen], shown, self._spoken(said, element), self.level, self.measure(said))
        if isinstance(said, Phrase) and said.beside.strip():
            made.put_beside(self._beside(said, chosen[0], element))
        made.before, made.after = chosen[0].before, chosen[0].after
        made.keep = 2.2 * self.look.sizes.body * 1.5 + made.after
        made.is_start = True
        return [made]

    def stack(self, boxes: Sequence[Box]) -> Stack:
        """Return boxes one below the other."""
        return Stack(boxes, is_mirrored=self.is_mirrored)

    def row(self, boxes: Sequence[Box], shares: Sequence[float], between: float = 0, *, ems: float = 0) -> Row:
        """Return boxes beside each other, the first at the start side; below each other in less than so many ems."""
        made = Row(boxes, shares, between=between, is_mirrored=self.is_mirrored)
        made.least = ems * self.look.sizes.body
        return made

    def all(self, blocks: tuple[Block, ...], parent: Element) -> list[Box]:
        """Return the boxes of several blocks, in their order."""
        return [box for block in blocks for box in set_block(block, self, parent)]


@singledispatch
def set_block(block: Block, setter: Setter, parent: Element) -> list[Box]:  # noqa: ARG001 - those of each kind need them
    """Return a block of the tree as boxes, told to readers below a parent; each kind of block says how."""
    raise TypeError(type(block).__name__)
