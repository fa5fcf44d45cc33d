"""Where blocks are drawn, the page or a cell of a table: it makes paragraphs of what is said there."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.xmlchemy import BaseOxmlElement

from jobbpunkt.documents.docx import styles
from jobbpunkt.documents.docx.marks import PLAIN, VALUE, Hand, element, written
from jobbpunkt.documents.docx.saying import BESIDE_ON_LINE, enclosed, is_right_to_left, locale_of, segments, spoken
from jobbpunkt.documents.languages import PAPER_LANGUAGES, SWEDISH, PaperLanguage
from jobbpunkt.documents.looks import Look
from jobbpunkt.documents.scripts import phrasing
from jobbpunkt.documents.scripts.direction import MARKS
from jobbpunkt.documents.text import one_line
from jobbpunkt.documents.tree import Paper, Phrase, Said, Side

_LINKS = ("mailto:", "tel:", "https://", "http://")
_LONGEST_LINK = 2000  # what Word opens
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BEFORE_BIDI = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs")


@dataclass(slots=True)
class Page:
    """What the whole paper shares: its look, the part that holds links, its styles' sizes, and how far it has come."""

    paper: Paper
    look: Look
    part: Part
    numbering: BaseOxmlElement
    sizes: Mapping[str, float]
    lists: int = styles.NUMBERS
    pictures: int = 0
    turns: bool = False  # the next paragraph begins a page

    @property
    def language(self) -> PaperLanguage:
        """Return the paper's language."""
        return PAPER_LANGUAGES[self.paper.language]

    @property
    def rtl(self) -> bool:
        """Tell whether the paper runs from the right."""
        return self.language.direction == "rtl"

    def numbered(self) -> int:
        """Begin a list of numbers."""
        self.lists += 1
        self.numbering.append(styles.restarted(self.lists))
        return self.lists


@dataclass(frozen=True, slots=True)
class Place:
    """An element that takes paragraphs and tables, so many twentieths of a point wide; `keeps` holds what follows to it."""

    page: Page
    holder: BaseOxmlElement
    width: int
    keeps: bool = False
    style: str = styles.NORMAL
    indent: int = 0

    def kept(self) -> "Place":
        """Return this place with everything in it held to what follows."""
        return replace(self, keeps=True)

    def under(self, style: str) -> "Place":
        """Return this place as far in as the text of a list item in a style."""
        return replace(self, indent=self.indent + styles.hanging(self.page.look, style))

    def within(self, holder: BaseOxmlElement, width: int, style: str = "") -> "Place":
        """Return a place inside this one."""
        return replace(self, holder=holder, width=width, style=style or self.style, indent=0)

    def add(self, made: BaseOxmlElement) -> None:
        """Put an element at the end; what the section says of the page stays last."""
        last = self.holder[-1] if len(self.holder) else None
        if last is not None and last.tag.endswith("}sectPr"):
            last.addprevious(made)
        else:
            self.holder.append(made)

    def remove_last(self) -> None:
        """Take away what was added last."""
        last = self.holder[-1]
        self.holder.remove(last.getprevious() if last.tag.endswith("}sectPr") else last)

    def paragraph(
        self,
        style: str = "",
        *,
        rtl: bool | None = None,
        side: Side = "start",
        keeps: bool = False,
        extra: tuple[BaseOxmlElement, ...] = (),
    ) -> BaseOxmlElement:
        """Add an empty paragraph and return it; `rtl` is the way of its text, the page's when nothing is said."""
        way = self.page.rtl if rtl is None else rtl
        made = element("pPr", element("pStyle", val=style or self.style))
        if keeps or self.keeps:
            made.append(element("keepNext"))
        if self.page.turns:
            made.append(element("pageBreakBefore"))
            self.page.turns = False
        named = [(one.tag.rpartition("}")[2], one) for one in extra]
        made.extend(one for early in _BEFORE_BIDI for name, one in named if name == early)
        if way:
            made.append(element("bidi"))
        made.extend(one for name, one in named if name not in _BEFORE_BIDI)
        if self.indent:
            own = styles.hanging(self.page.look, style or self.style)
            made.append(element("ind", left=self.indent + own, hanging=own))
        if (aligned := self._aligned(side, rtl=way)) != "left":
            made.append(element("jc", val=aligned))
        paragraph = element("p", made)
        self.add(paragraph)
        return paragraph

    def _aligned(self, side: Side, *, rtl: bool) -> str:
        """Return a side as Word names it: `left` is where a paragraph begins, on whichever side that is."""
        if side == "centre":
            return "center"
        at_right = (side == "end") != (self.page.rtl or (rtl and side == "start"))
        return "right" if at_right != rtl else "left"

    def say(
        self, said: Said, style: str = "", *, side: Side = "start", keeps: bool = False, link: str = "", hand: Hand = PLAIN
    ) -> None:
        """Add what is said as paragraphs, parted at empty lines."""
        for part in paragraphs(said):
            self.write(self.paragraph(style, rtl=self.way(part), side=side, keeps=keeps), part, hand, link)

    def way(self, said: Said) -> bool:
        """Tell whether a text runs from the right here."""
        return is_right_to_left(said, otherwise=self.page.rtl)

    def write(self, paragraph: BaseOxmlElement, said: Said, hand: Hand = PLAIN, link: str = "") -> None:
        """Write into a paragraph what is said, with the other language beside it or below it."""
        text, language, beside, other = spoken(said)
        text, beside = self._phrased(text, language or SWEDISH), self._phrased(beside, other)
        rtl = any(one.tag.endswith("}bidi") for one in paragraph[0])
        self._letters(self._link(paragraph, link) if link else paragraph, text, hand, language, rtl=rtl)
        if not beside:
            return
        on_line = len(text) + len(beside) <= BESIDE_ON_LINE and "\n" not in text + beside
        paragraph.append(written(enclosed("\u2003", rtl=rtl) if on_line else "\n", PLAIN.properties(rtl=rtl)))
        look = self.page.look.beside
        size = min(look.size, hand.size or self.page.sizes[paragraph[0][0].get(VALUE)])
        self._letters(paragraph, beside, Hand(bold=False, size=size, colour=look.colour), other, rtl=rtl)

    def _phrased(self, text: str, language: str) -> str:
        """Break what stands on the page at its phrases where the look asks for short lines; head and foot stay on theirs."""
        most = self.page.look.measure
        if not most or self.style in {styles.HEADER, styles.FOOTER}:
            return text
        return phrasing.broken(text, most, lambda _: True, language)

    def _letters(self, holder: BaseOxmlElement, text: str, hand: Hand, language: str, *, rtl: bool) -> None:
        own = "" if language in {"", self.page.paper.language} else locale_of(language)
        base = is_right_to_left(Phrase(text, language) if language else text, otherwise=rtl)
        parts = list(segments(text, rtl=base))
        if base != rtl and parts:
            # The sign at the end of a sentence would else jump to its beginning.
            holder.append(written(MARKS[base], PLAIN.properties(rtl=base)))
            parts.append((MARKS[base], base))
        for part, way in parts:
            holder.append(written(part, hand.properties(rtl=way, language=own if way == base else "")))

    def _link(self, paragraph: BaseOxmlElement, link: str) -> BaseOxmlElement:
        """Return a link inside a paragraph, or the paragraph itself when the address is none that may be followed."""
        if not link.startswith(_LINKS) or len(link) > _LONGEST_LINK or one_line(link) != link:
            return paragraph
        made = element("hyperlink")
        made.set(_RELATION, self.page.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        paragraph.append(made)
        return made


def paragraphs(said: Said) -> list[Said]:
    """Return the parts of a text that empty lines part; none when it says nothing."""
    if isinstance(said, Phrase):
        return [said] if said.text.strip() else []
    text = spoken(said)[0]
    return [part.strip("\n") for part in text.split("\n\n") if part.strip()]
