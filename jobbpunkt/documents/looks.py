"""Looks of paper, as data: sizes, leadings, measures and colours of everything that a tree of content can hold.

A look says nothing about direction: a writer mirrors a page when its language runs from the right. A new look is one entry here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from jobbpunkt.documents.tree import Role

Weight = Literal["regular", "medium", "semibold"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: points, colour (#rrggbb), and the gaps before and after it."""

    size: float
    leading: float
    weight: Weight
    colour: str
    before: float = 0
    after: float = 0


@dataclass(frozen=True, slots=True)
class Shade:
    """How one series of a chart is told from the others, also in grey print: a fill (or none), an outline, a dash."""

    fill: str
    outline: str
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a look; an empty tint is an outlined box."""

    ink: str
    accent: str
    muted: str
    line: str  # a hairline that only adorns
    pen: str  # a line that means something: to write on, an axis
    tint: str
    warm: str
    series: tuple[Shade, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Millimetres of an A4 page: its sides, the base lines of head and foot from the top, where the text begins and ends."""

    side: float = 21
    head: float = 17.5
    foot: float = 284
    top: float = 28
    bottom: float = 273


@dataclass(frozen=True, slots=True)
class Sizes:
    """The type sizes in points that a look is made of."""

    body: float
    lead: float
    note: float  # captions, remarks, head and foot
    headings: tuple[float, float, float, float]
    titles: tuple[float, ...]  # the first that sets a name on one line is taken
    wishes: tuple[tuple[int, float], ...]  # up to so many signs, this size
    step: float  # a step that stands large
    cell: float
    figure: float
    mark: float  # the side of a box to tick

    def larger(self, times: float) -> "Sizes":
        """Return these sizes so many times larger."""

        def each(*sizes: float) -> tuple[float, ...]:
            return tuple(round(size * times, 1) for size in sizes)

        first, second, third, fourth = each(*self.headings)
        wishes = tuple((longest, round(size * times, 1)) for longest, size in self.wishes)
        kept = (first, second, third, fourth), each(*self.titles), wishes
        body, lead, note, step, cell, figure, mark = each(
            self.body, self.lead, self.note, self.step, self.cell, self.figure, self.mark
        )
        return Sizes(body, lead, note, *kept, step, cell, figure, mark)


_DASHED, _DOTTED = (3.0, 2.0), (1.0, 1.5)
_SERIES = (
    Shade("#0F5E63", "#0F5E63"),
    Shade("#FFFFFF", "#0F5E63", _DASHED),
    Shade("#B9D6D6", "#1B2A2B"),
    Shade("#7A8C8D", "#1B2A2B", _DOTTED),
)
_GREYS = (
    Shade("#000000", "#000000"),
    Shade("#FFFFFF", "#000000", _DASHED),
    Shade("#BFBFBF", "#000000"),
    Shade("#FFFFFF", "#000000", _DOTTED),
)
COLOUR = Colours("#1B2A2B", "#0F5E63", "#4F5F60", "#C3D0D0", "#7A8C8D", "#EAF2F2", "#FAF5EC", _SERIES)
INK_ONLY = Colours("#000000", "#000000", "#000000", "#9A9A9A", "#000000", "", "", _GREYS)


@dataclass(frozen=True, slots=True)
class Look:
    """A look: what it is given is its sizes, colours and measures; how each kind of text is set follows from them."""

    name: str
    sizes: Sizes
    colours: Colours = COLOUR
    leading: float = 1.45  # of the size
    spacing: float = 1.0  # of the gaps
    sheet: Sheet = Sheet()
    has_columns: bool = True  # whether things stand beside each other
    has_lines: bool = True  # a plain CV has none that only adorn
    measure: int = 0  # signs of a line at most, each broken at the phrase; nought where a line is as long as it has room
    is_personal: bool = False  # a person's own paper: its sections, and what they are or seek, stand in colour

    roles: Mapping[Role, TextStyle] = field(init=False)
    headings: tuple[TextStyle, ...] = field(init=False)
    titles: tuple[TextStyle, ...] = field(init=False)
    kicker: TextStyle = field(init=False)
    subtitle: TextStyle = field(init=False)
    quotation: TextStyle = field(init=False)
    wishes: tuple[tuple[int, TextStyle], ...] = field(init=False)
    box_title: TextStyle = field(init=False)
    step: TextStyle = field(init=False)
    step_large: TextStyle = field(init=False)
    cell: TextStyle = field(init=False)
    cell_strong: TextStyle = field(init=False)
    cell_head: TextStyle = field(init=False)
    figure: TextStyle = field(init=False)
    beside: TextStyle = field(init=False)  # the other language next to a text; never larger than that
    edge: TextStyle = field(init=False)  # head and foot of the page
    edge_name: TextStyle = field(init=False)  # who the paper is from, at its head

    def __post_init__(self) -> None:
        for name, styles in _styles(self).items():
            object.__setattr__(self, name, styles)

    def text(
        self, size: float, weight: Weight = "regular", colour: str = "", *, leading: float = 0, after: float = 0
    ) -> TextStyle:
        """Return a text of a size in the look's leading, in ink where no other colour is named."""
        lines = round(size * (leading or self.leading), 1)
        return TextStyle(size, lines, weight, colour or self.colours.ink, 0, round(after * self.spacing, 1))

    def wish(self, text: str) -> TextStyle:
        """Return how a wish is set: the longer, the smaller."""
        return next((style for longest, style in self.wishes if len(text) <= longest), self.wishes[-1][1])

    def heading(self, size: float, colour: str) -> TextStyle:
        """Return a heading of a size: the gap before it is twice the gap after."""
        after = round((2.5 + 0.32 * size) * self.spacing, 1)
        return TextStyle(size, round(size * 1.28, 1), "semibold", colour, 2 * after, after)


def _styles(look: Look) -> dict[str, object]:
    """Return how each kind of text is set, by the name of its field."""
    sizes, text, ink, accent, muted = look.sizes, look.text, look.colours.ink, look.colours.accent, look.colours.muted
    body = sizes.body
    coloured = 1 if look.is_personal else 2
    roles = {
        Role.BODY: text(body, after=0.5 * body),
        Role.MESSAGE: text(sizes.lead * 1.1, leading=1.55, after=0.2 * sizes.lead),
        Role.LEAD: text(sizes.lead, after=0.6 * sizes.lead),
        Role.STRONG: text(body, "semibold", after=0.2 * body),
        Role.LARGE: text(max(sizes.lead, body * 1.33), "semibold", leading=1.35, after=0.2 * body),
        Role.CAPTION: text(body, "medium", muted, leading=1.35),
        Role.NOTE: text(sizes.note, colour=muted, after=0.4 * sizes.note),
        Role.LETTER: text(body, leading=look.leading + 0.05, after=0.85 * body),
        Role.CONTACT: text(max(sizes.note, body * 0.93)),
        Role.PLACE: text(body, "medium", accent, after=0.2 * body),
        Role.SIGNED: replace(text(body, "semibold"), before=2.4 * body),
    }
    return {
        "roles": MappingProxyType(roles),
        "headings": tuple(look.heading(size, accent if place == coloured else ink) for place, size in enumerate(sizes.headings)),
        "titles": tuple(text(size, "semibold", leading=1.25, after=4) for size in sizes.titles),
        "kicker": text(max(body * 1.15, sizes.note), "semibold", accent, after=1),
        "subtitle": text(sizes.lead, *(("medium", accent) if look.is_personal else ()), after=4),
        "quotation": text(sizes.lead, after=3),
        "wishes": tuple((longest, text(size, "medium", after=3)) for longest, size in sizes.wishes),
        "box_title": text(body * 1.15, "semibold", accent, after=0.35 * body),
        "step": text(body),
        "step_large": text(sizes.step, "semibold", leading=1.35),
        "cell": text(sizes.cell, leading=1.4),
        "cell_strong": text(sizes.cell, "semibold", leading=1.4),
        "cell_head": text(sizes.cell, "semibold", accent, leading=1.35),
        "figure": text(sizes.figure, "semibold", accent, leading=1.2),
        "beside": text(body),
        "edge": text(sizes.note, colour=muted),
        "edge_name": text(sizes.note, "semibold", accent),
    }


_NAMES = (33.0, 26.0, 20.0)
_ORDINARY = Sizes(12, 14, 10, (21, 18, 14, 12), _NAMES, ((90, 22), (220, 18), (10**6, 14)), 14, 12, 31, 15)
_LARGE = Sizes(18.5, 20, 16, (26, 23, 20, 18.5), (36, 30, 26), ((220, 24), (10**6, 20)), 19, 17, 36, 26)
_EASY = Sizes(14, 16, 12, (22, 18, 16, 14), (30, 26, 20), ((220, 17), (10**6, 15)), 14, 14, 31, 20)
_BOOKLET = replace(_ORDINARY, note=12, headings=(21, 19, 16, 12))
_REPORT = Sizes(11, 14, 9.5, (19, 16, 13, 11), _NAMES, ((10**6, 16.5),), 12, 10, 31, 13)
_YEAR = replace(_REPORT, body=10.5, cell=9.5, headings=(19, 17, 12.5, 11))
_YEAR_CLOSE = replace(_YEAR, body=9.5, cell=8.5, note=8.5, lead=12, figure=24, headings=(16, 13, 11.5, 10.5))
_CLOSE = replace(_REPORT, body=10.5, lead=13, headings=(17, 14, 12, 10.5))
_SHEET = Sizes(13, 15, 10.5, (21, 18, 15, 13), _NAMES, ((90, 22), (220, 18), (10**6, 15)), 15, 13, 31, 18)
_NOTICE = Sizes(16, 18, 11, (26, 21, 18, 16), (40, 34, 28), ((10**6, 18),), 18, 16, 34, 18)
_CV = Sizes(10.5, 12.5, 9.8, (16, 14, 11.5, 10.5), (30, 26, 20), ((10**6, 12.5),), 10.5, 10, 24, 11)
_CV_SHEET = Sheet(top=21, bottom=274)
_LETTER = replace(_CV, body=11.5, headings=(16, 14, 12, 11.5), titles=(26, 22, 18))
_CV_PLAIN = replace(_CV, titles=(22, 18, 16), body=11, cell=11, headings=(16, 14, 12, 11))
_CV_COMPACT = replace(_CV, titles=(26, 22, 18), body=10, cell=10, headings=(15, 13, 11, 10))
_CV_FIRST_JOB = replace(_CV, body=12, lead=14, cell=12, headings=(18, 15, 13, 12))

ORDINARY = Look("ordinary", _ORDINARY)
LARGE = Look("large", _LARGE, sheet=Sheet(20, 18.5, 284, 30, 267), has_columns=False)
EASY = Look("easy", _EASY, leading=20 / 14, spacing=0.9, sheet=Sheet(24, bottom=270.5), has_columns=False, measure=55)
BLACK = Look("black", _ORDINARY, INK_ONLY)
# A plan that its person keeps: nothing in it is smaller than 12 points.
BOOKLET = Look("booklet", _BOOKLET, spacing=0.85, sheet=Sheet(head=16.5, foot=286, top=26, bottom=273.5))
REPORT = Look("report", _REPORT)
YEAR = Look("year", _YEAR, leading=1.4, spacing=0.9)
YEAR_CLOSE = Look("year-close", _YEAR_CLOSE, leading=1.3, spacing=0.6)
CLOSE = Look("close", _CLOSE, leading=1.38, spacing=0.6)  # what is to be read on one page
SHEET = Look("sheet", _SHEET)
NOTICE = Look("notice", _NOTICE, leading=1.3, spacing=0.65)  # hangs on a wall and is read from a step away
CV_CLASSIC = Look("cv-classic", _CV, leading=1.52, sheet=_CV_SHEET, is_personal=True)
CV_PLAIN = Look(
    "cv-plain", _CV_PLAIN, INK_ONLY, leading=1.5, sheet=Sheet(24, top=22), has_columns=False, has_lines=False, is_personal=True
)
CV_COMPACT = Look("cv-compact", _CV_COMPACT, spacing=0.8, sheet=Sheet(17, top=16, bottom=276), is_personal=True)
CV_FIRST_JOB = Look("cv-first-job", _CV_FIRST_JOB, sheet=_CV_SHEET, is_personal=True)
LETTER = Look("letter", _LETTER, leading=1.5, sheet=_CV_SHEET, is_personal=True)
LETTER_TIGHT = replace(LETTER, name="letter-tight", sizes=_CV, leading=1.4, spacing=0.8)

LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        look.name: look
        for look in (
            *(ORDINARY, EASY, LARGE, BLACK, BOOKLET, REPORT, YEAR, YEAR_CLOSE, CLOSE, SHEET),
            *(CV_CLASSIC, CV_PLAIN, CV_COMPACT, CV_FIRST_JOB, LETTER, LETTER_TIGHT),
        )
    }
)
