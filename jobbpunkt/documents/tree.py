"""What a paper says, as a neutral tree of content: made from plain data, drawn by a writer in a look that it is given.

Nothing here knows a size, a colour, a font, a side of the page or a file format. A `Said` that is a plain `str` was typed by
people and stands on paper as it was written; a `Phrase` is the paper's own, in its language and perhaps with Swedish beside it.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Literal, TypeVar

ORGANISATION = "Jobbpunkt Mimer"  # whose papers these are, but for what is a person's own


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fixed sentence of the paper: its text, the language of that, and the same in the language beside it, if any."""

    text: str
    language: str
    beside: str = ""
    beside_language: str = ""

    def __str__(self) -> str:
        """Return the text in the paper's own language."""
        return self.text


Said = str | Phrase
Part = TypeVar("Part")


class Role(StrEnum):
    """What a text is for; a look says how it is set."""

    BODY = "body"
    MESSAGE = "message"  # a sentence that the whole paper comes down to
    LEAD = "lead"  # one step larger: an introduction, a summary
    STRONG = "strong"  # the part of a line that is sought
    LARGE = "large"  # what must be found at once: a day, a telephone number
    CAPTION = "caption"  # says what a value is; never smaller than the text it explains
    NOTE = "note"  # a remark at the end: a source, a definition
    LETTER = "letter"  # the running text of a letter
    CONTACT = "contact"
    PLACE = "place"  # where a post was held
    SIGNED = "signed"  # a name below which, or over which, its person signs with a pen


class Mark(StrEnum):
    """What stands before each item of a list."""

    DOT = "dot"
    NUMBER = "number"
    BOX = "box"  # to tick by hand
    TICKED = "ticked"


Side = Literal["start", "end", "centre"]  # start is left in Swedish and right in Arabic


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph or several: empty lines part them. `link` is a web, `mailto:` or `tel:` address of the whole text."""

    said: Said
    role: Role = Role.BODY
    link: str = ""
    side: Side = "start"


@dataclass(frozen=True, slots=True)
class Flow:
    """Short texts that follow each other on a line, and on the next when it is full; perhaps with a dot between them."""

    texts: tuple[Text, ...]
    has_dots: bool = True


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; it never stands alone at the foot of a page, and the reader's contents list it."""

    said: Said
    level: int = 2


@dataclass(frozen=True, slots=True)
class Opening:
    """The top of a paper (its heading of level 1): what it is, whose or what about, one line more."""

    title: Said
    kicker: Said = ""
    subtitle: Said = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A person's own words, and whose they are; `is_large` sets a wish that the whole paper is about."""

    said: Said
    by: Said = ""
    is_large: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Captions with their values, in so many columns; pairs without a value are left out."""

    pairs: tuple[tuple[Said, Said], ...]
    columns: int = 3
    is_boxed: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its text, and what belongs to it below."""

    said: Said
    mark: Mark = Mark.DOT
    parts: "tuple[Block, ...]" = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list, one item below the other."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody does: a box to tick (ticked when done), what, who, and when as people say it.

    `told` says who and when in one sentence, for what is set in one column.
    """

    said: Said
    who: Said = ""
    when: Said = ""
    is_done: bool = False
    is_large: bool = False
    told: Said = ""


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps one below the other; so many empty ones to write on by hand follow."""

    steps: tuple[Step, ...]
    empty: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings that repeat on each page; `shares` of the width, a side for each column, the last row a total.

    With `has_row_heads` the first cell of a row says what the row is about. A cell is text, or blocks.
    """

    header: tuple[Said, ...]
    rows: "tuple[tuple[Cell, ...], ...]"
    shares: tuple[float, ...] = ()
    sides: tuple[Side, ...] = ()
    has_total: bool = False
    has_row_heads: bool = False
    is_tight: bool = False

    def padded(self) -> "Table":
        """Return it with a heading, a side, and in each row a cell for each of its columns."""
        count = max(map(len, (self.header, *self.rows)))
        rows = tuple(_padded(row, "", count) for row in self.rows)
        return replace(self, header=_padded(self.header, "", count), rows=rows, sides=_padded(self.sides, "start", count))


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values of a chart; None where nothing is known, which is never drawn as nought.

    `shade` is which of the look's shades it has, else that of its place. `told` is how its values are written that are no
    plain numbers: "cirka 20"; where it has no words the number is written.
    """

    label: Said
    values: tuple[float | None, ...]
    shade: int | None = None
    told: tuple[Said, ...] = ()


class ChartKind(StrEnum):
    """How a chart draws its values."""

    BARS = "bars"  # lying, one for each label
    COLUMNS = "columns"  # standing, one for each label, from nought
    LINE = "line"  # over time, every value written
    STACK = "stack"  # one bar, parted by the labels: how many answered what


@dataclass(frozen=True, slots=True)
class Chart:
    """Values drawn on one scale of one unit; `alternative` says in words what the drawing shows.

    `least` and `most` fix the ends of the axis; an axis that does not begin at nought says `cut`.
    With `has_box` a line leaves room to write the value of its last label by hand.
    """

    kind: ChartKind
    labels: tuple[Said, ...]
    series: tuple[Series, ...]
    alternative: str
    unit: Said = ""
    least: float | None = None
    most: float | None = None
    target: float | None = None
    target_label: Said = ""
    cut: Said = ""
    has_box: bool = False

    def values(self, series: Series) -> tuple[float | None, ...]:
        """Return a value of a series for each label, none where it has too few."""
        return _padded(series.values, None, len(self.labels))

    def told(self, series: Series) -> tuple[str, ...]:
        """Return how each value of a series is written, nothing where it is a plain number."""
        return tuple(str(one) for one in _padded(series.told, "", len(self.labels)))


@dataclass(frozen=True, slots=True)
class Gauge:
    """A value on a line of its own from nought to `most`, with a tick where it should be and a ring where it was before."""

    value: float | None
    most: float
    target: float | None = None
    before: float | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A large number with what it counts, what stands below in words (the first line strongly), and its gauge."""

    value: Said
    label: Said
    below: Said = ""
    gauge: Gauge | None = None
    more: Said = ""


@dataclass(frozen=True, slots=True)
class Legend:
    """What the parts of gauges are: the value, the target, what was before; and what is said of their scales."""

    value: Said
    target: Said = ""
    before: Said = ""
    remark: Said = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Large numbers beside each other; with `legend` below, if they have gauges."""

    figures: tuple[Figure, ...]
    legend: Legend | None = None


@dataclass(frozen=True, slots=True)
class Slice:
    """A group: how many, and how many of them; None where a number is hidden."""

    label: Said
    whole: float | None
    part: float | None


@dataclass(frozen=True, slots=True)
class Panel:
    """One small chart among several: its title and its groups; `alternative` says in words what it shows."""

    title: Said
    parts: tuple[Slice, ...]
    alternative: str


@dataclass(frozen=True, slots=True)
class Panels:
    """Small charts on one scale, their numbers beside the bars: `whole` and `part` are what the two bars are.

    Without `part` each group has one bar and one number.

    `whole_short` and `part_short` head the numbers; `hidden` stands in place of a number that may not be told; `note` stands
    in the room that is left beside the last, else below.
    """

    panels: tuple[Panel, ...]
    whole: Said
    part: Said
    whole_short: Said
    part_short: Said
    hidden: Said
    remark: Said = ""
    note: Said = ""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: role, name, and the day when it was done already, in words."""

    role: Said
    name: str
    signed: Said = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Room to sign with a pen below the sentence that is signed; it never begins a page alone."""

    signers: tuple[Signer, ...]
    sentence: Said = ""
    place_and_date: Said = ""
    signature: Said = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture (PNG or JPEG bytes) with the words that stand for it, so many millimetres wide."""

    data: bytes
    alternative: str
    width: float


@dataclass(frozen=True, slots=True)
class Callout:
    """Something that must not be missed, or practical things that belong together, in a tinted box."""

    parts: "tuple[Block, ...]"
    title: Said = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """A narrow text (dates, the name of a skill) with what it belongs to beside it."""

    side: Said
    parts: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks beside each other, each with its share of the width; a writer without columns sets them one after the other."""

    columns: "tuple[tuple[Block, ...], ...]"
    shares: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page: always when they fit on one, or only while they are no taller than so many lines."""

    parts: "tuple[Block, ...]"
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what it leads; with no parts it is not there at all.

    A numbered one is there even so, and stays whole where it fits on a page.
    """

    heading: Said
    parts: "tuple[Block, ...]"
    level: int = 2
    number: int = 0


@dataclass(frozen=True, slots=True)
class Lines:
    """So many empty lines to write on by hand."""

    count: int


@dataclass(frozen=True, slots=True)
class Code:
    """The code of the paper, as letters and as squares for a camera, and what it is for; `alternative` says it in words."""

    code: str
    said: Said
    alternative: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the text; a strong one stands below the name of who a paper is from."""

    is_strong: bool = False


Block = (
    Text
    | Flow
    | Heading
    | Opening
    | Quotation
    | Facts
    | Items
    | Steps
    | Table
    | Chart
    | Figures
    | Panels
    | Signatures
    | Image
    | Callout
    | Beside
    | Columns
    | Together
    | Section
    | Lines
    | Code
    | PageBreak
    | Rule
)
Cell = str | Phrase | tuple[Block, ...]


def _padded(parts: tuple[Part, ...], filling: Part, count: int) -> tuple[Part, ...]:
    return (*parts, *[filling] * count)[:count]


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper: its blocks, and what a reader is told of it.

    `title` names the file's contents and stands at the top of the later pages; `head` at the top of the first (a day, whom it
    is for); `foot` on every page. `pages` is "Page {page} of {pages}" in the paper's language, `day` is the paper's own date.
    `is_ours` puts our name at the top: a CV or a letter is its person's.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    author: str
    day: date | None = None
    head: Said = ""
    foot: Said = ""
    pages: str = "{page} / {pages}"
    is_ours: bool = True
