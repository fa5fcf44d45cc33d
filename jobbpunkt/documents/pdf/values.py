"""Values on a page: facts with their captions, large numbers, signatures, pictures."""

from io import BytesIO

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from jobbpunkt.documents.charts import gauges
from jobbpunkt.documents.looks import TextStyle
from jobbpunkt.documents.pdf.boxes import Box
from jobbpunkt.documents.pdf.drawn import Panel, Rule, Space
from jobbpunkt.documents.pdf.pen import Pen
from jobbpunkt.documents.pdf.setter import Setter, set_block
from jobbpunkt.documents.pdf.sketches import Sketch
from jobbpunkt.documents.pdf.tags import Element, Spot
from jobbpunkt.documents.pdf.texts import Title
from jobbpunkt.documents.text import clean, one_line
from jobbpunkt.documents.tree import Facts, Figure, Figures, Gauge, Image, Legend, Phrase, Role, Said, Signatures, Signer

_LONGEST_FACT = 240  # characters of a value that still stands in a column
_PEN_ROOM = 40.0  # points that stay clear above a line to sign on
_TALLEST = 640.0  # points of a picture


@set_block.register
def _facts(block: Facts, setter: Setter, parent: Element) -> list[Box]:
    pairs = [pair for pair in block.pairs if clean(str(pair[1]))]
    if not pairs:
        return []
    columns = block.columns if setter.look.has_columns else 1
    element = parent.put(Element("L", numbering="None"))
    short = [_fact(pair, setter, element) for pair in pairs if len(str(pair[1])) <= _LONGEST_FACT]
    long = [_fact(pair, setter, element) for pair in pairs if len(str(pair[1])) > _LONGEST_FACT]
    rows = [*grid(short, columns, setter), *long]
    for row in rows[1:]:
        row.before = setter.look.sizes.body * 0.7 * setter.look.spacing
    if block.is_boxed and setter.look.has_lines:
        return [Panel(rows, setter.look, setter.look.colours.tint, padding=12, is_mirrored=setter.is_mirrored)]
    rows[-1].after = setter.look.sizes.body * 0.8
    return rows


def _fact(pair: tuple[Said, Said], setter: Setter, parent: Element) -> Box:
    element = parent.add("LI")
    caption = setter.line(pair[0], setter.look.roles[Role.CAPTION], element.add("Lbl"))
    value = setter.paragraphs(pair[1], setter.look.roles[Role.BODY], element.add("LBody"))
    for last in value[-1:]:
        last.after = 0
    for box in caption:
        box.keep = setter.look.sizes.body
    return setter.stack([*caption, *value])


def grid(cells: list[Box], columns: int, setter: Setter, between: float = 16) -> list[Box]:
    """Return boxes in rows of equal columns, the first at the start side."""
    rows: list[Box] = []
    for start in range(0, len(cells), columns):
        row = cells[start : start + columns]
        row += [Space(0) for _ in range(columns - len(row))]
        rows.append(setter.row(row, [1 / columns] * columns, between, ems=8 * columns) if columns > 1 else row[0])
    return rows


@set_block.register
def _figures(block: Figures, setter: Setter, parent: Element) -> list[Box]:
    look = setter.look
    if not block.figures:
        return []
    columns = min(len(block.figures), 4) if look.has_columns else 1
    if len(block.figures) in {5, 6} and look.has_columns:
        columns = 3
    rows = grid([_figure(figure, setter, parent.add("Div")) for figure in block.figures], columns, setter, 20)
    for row in rows:
        row.before = row.after = look.sizes.body * 0.9 * look.spacing
    return [*rows, *_legend(block.legend, setter)]


def _legend(legend: Legend | None, setter: Setter) -> list[Box]:
    """Return what the parts of the gauges are; each figure says its target and what was before in words."""
    if legend is None:
        return []
    size = setter.look.cell.size
    made = Sketch(setter, size * 1.8, lambda surface, width: gauges.draw_gauge_legend(surface, width, legend))
    made.after = setter.look.sizes.body * setter.look.spacing
    return [made]


def _figure(figure: Figure, setter: Setter, element: Element) -> Box:
    look = setter.look
    rule = Rule(look.colours.accent, 1.4)
    rule.after = 5
    steps = [
        TextStyle(size, size * 1.2, "semibold", look.figure.colour) for size in _steps_down(look.figure.size, look.sizes.body)
    ]
    styles = [setter.style(step) for step in steps]
    value = Title(styles, one_line(str(figure.value)) or "–", element.add("P"))
    value.least, value.after = look.figure.leading, 1
    label = setter.line(figure.label, look.roles[Role.BODY], element.add("P"))
    gauge = _gauge(figure.gauge, setter)
    below = setter.paragraphs(figure.below, look.cell_strong if gauge else look.cell, element)
    more = setter.paragraphs(figure.more, look.cell, element)
    made = setter.stack([rule, value, *label, *gauge, *below, *more])
    made.whole = 200
    return made


def _gauge(gauge: Gauge | None, setter: Setter) -> list[Box]:
    if gauge is None:
        return []
    height = setter.look.cell.size * gauges.HEIGHT
    made = Sketch(setter, height, lambda surface, width: gauges.draw_gauge(surface, width, gauge))
    made.before, made.after = 4, 3
    return [made]


def _steps_down(largest: float, least: float) -> list[float]:
    return [largest * share for share in (1, 0.8, 0.62) if largest * share > least] + [least]


@set_block.register
def _signatures(block: Signatures, setter: Setter, parent: Element) -> list[Box]:
    if not block.signers and not clean(str(block.sentence)):
        return []
    look = setter.look
    element = parent.add("Sect")
    sentence = setter.paragraphs(block.sentence, look.roles[Role.BODY], element)
    # Two beside each other also where all else stands in one column: below each other they would fill a page of large print.
    signers = grid([_signer(signer, block, setter, element.add("Div")) for signer in block.signers], 2, setter, 20)
    for row in signers[1:]:
        row.before = look.sizes.body
    made = Panel([*sentence, *signers], look, look.colours.tint, is_mirrored=setter.is_mirrored)
    made.whole = 600
    made.follows = True
    return [made]


def _signer(signer: Signer, block: Signatures, setter: Setter, element: Element) -> Box:
    look = setter.look
    if clean(str(signer.signed)):
        return setter.stack([*_who(signer, setter, element), *setter.words(signer.signed, look.cell, element.add("P"))])
    place = setter.line(block.place_and_date, look.cell, element.add("P"))
    above = [*_to_sign(setter), *place] if place else []
    who = _who(signer, setter, element)
    return setter.stack([*above, *_to_sign(setter), *who, *setter.line(block.signature, look.cell, element.add("P"))])


def _who(signer: Signer, setter: Setter, element: Element) -> list[Box]:
    """Return name and role: on one line where both run from the left, else below each other."""
    strong = setter.look.roles[Role.STRONG]
    if not setter.is_mirrored and not (isinstance(signer.role, Phrase) and signer.role.beside):
        told = ", ".join(filter(None, [signer.name.strip(), str(signer.role).strip()]))
        return setter.words(told, strong, element.add("P"))
    return [*setter.words(signer.name, strong, element.add("P")), *setter.line(signer.role, setter.look.cell, element.add("P"))]


def _to_sign(setter: Setter) -> list[Box]:
    rule = Rule(setter.look.colours.pen, 0.8)
    rule.after = 3
    return [Space(_PEN_ROOM), rule]


@set_block.register
def _image(block: Image, setter: Setter, parent: Element) -> list[Box]:
    figure = parent.put(Element("Figure", alternative=block.alternative))
    try:
        picture = ImageReader(BytesIO(block.data))
        across, down = picture.getSize()
    except Exception:  # noqa: BLE001 - whatever is wrong with a picture, its words stand in its place
        parent.parts.remove(figure)
        return setter.paragraphs(block.alternative, setter.look.roles[Role.NOTE], parent)
    return [_Picture(picture, block.width * mm, down / max(across, 1), figure.spot(), is_mirrored=setter.is_mirrored)]


class _Picture(Box):
    """A picture at the start side, never wider than its column nor taller than a page."""

    def __init__(self, picture: ImageReader, across: float, shape: float, spot: Spot, *, is_mirrored: bool) -> None:
        super().__init__()
        self._picture, self._across, self._shape, self._spot, self._is_mirrored = picture, across, shape, spot, is_mirrored
        self.before = self.after = 6

    def _size(self, width: float) -> tuple[float, float]:
        across = min(self._across, width, _TALLEST / max(self._shape, 0.01))
        return across, across * self._shape

    def _measure(self, width: float) -> float:
        return self._size(width)[1]

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the picture."""
        across, down = self._size(width)
        left = x + width - across if self._is_mirrored else x
        with pen.content(self._spot) as canvas:
            canvas.drawImage(self._picture, left, top - down, across, down, mask="auto")
