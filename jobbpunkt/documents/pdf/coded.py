"""The code of a paper on its page: squares for a camera, drawn as shapes, and beside them the letters for people."""

from itertools import groupby

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm

from jobbpunkt.documents.pdf.boxes import Box
from jobbpunkt.documents.pdf.drawn import Space
from jobbpunkt.documents.pdf.pen import Pen
from jobbpunkt.documents.pdf.setter import Setter, set_block
from jobbpunkt.documents.pdf.tags import Element, Spot
from jobbpunkt.documents.squares import Squares, fits, squares
from jobbpunkt.documents.text import clean
from jobbpunkt.documents.tree import Code, Role

_SIDE, _LARGE_SIDE = 20 * mm, 26 * mm
_LARGE = 16  # points of text, from which on the squares are larger too
_BETWEEN = 6 * mm


@set_block.register
def _code(block: Code, setter: Setter, parent: Element) -> list[Box]:
    if not clean(block.code):
        return []
    look = setter.look
    if not fits(block.code):
        return setter.paragraphs(block.code, look.roles[Role.LARGE], parent)
    element = parent.add("Div")
    side = _LARGE_SIDE if look.sizes.body > _LARGE else _SIDE
    drawing = _Squares(block.code, element.put(Element("Figure", alternative=block.alternative)).spot(), look.colours.ink, side)
    letters = setter.words(block.code, look.roles[Role.LARGE], element.add("P"))
    told = setter.stack([*letters, *setter.words(block.said, look.roles[Role.BODY], element.add("P"))])
    made = _Row(drawing, told, is_mirrored=setter.is_mirrored)
    made.before = made.after = look.sizes.body * 0.7 * look.spacing
    return [made]


class _Row(Box):
    """The squares at the start side, and level with their middle what is told of them; never parted."""

    def __init__(self, drawing: "_Squares", told: Box, *, is_mirrored: bool) -> None:
        super().__init__()
        self._drawing, self._told, self._is_mirrored = drawing, told, is_mirrored

    def _measure(self, width: float) -> float:
        return max(self._drawing.side, self._told.measure(self._room(width)))

    def _room(self, width: float) -> float:
        return float(width - self._drawing.side - _BETWEEN)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the squares, then the words."""
        height, room, side = self.measure(width), self._room(width), self._drawing.side
        self._drawing.draw(pen, x + width - side if self._is_mirrored else x, top - (height - side) / 2, side)
        middle = top - (height - self._told.measure(room)) / 2
        self._told.draw(pen, x if self._is_mirrored else x + side + _BETWEEN, middle, room)


class _Squares(Space):
    """The squares of a code, each row of dark ones as one shape."""

    def __init__(self, text: str, spot: Spot, colour: str, side: float) -> None:
        super().__init__(side)
        self._text, self._spot, self._colour, self.side = text, spot, colour, side

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw them, in squares counted from the top."""
        code = squares(self._text)
        with pen.content(self._spot) as canvas:
            canvas.saveState()
            canvas.setFillColor(HexColor(self._colour))
            canvas.transform(width / len(code), 0, 0, -width / len(code), x, top)
            # Whole numbers, as they stand in the file: to let them be made of fractions would cost as much as a page of text.
            canvas._code.append(f"{_shapes(code)} f")
            canvas.restoreState()


def _shapes(code: Squares) -> str:
    shapes = []
    for number, row in enumerate(code):
        at = 0
        for is_dark, run in groupby(row):
            length = len(list(run))
            if is_dark:
                shapes.append(f"{at} {number} {length} 1 re")
            at += length
    return " ".join(shapes)
