"""What is drawn beside words: it has a height of its own."""

from collections.abc import Callable

from jobbpunkt.documents.charts.surface import Surface
from jobbpunkt.documents.pdf.boxes import Box
from jobbpunkt.documents.pdf.pen import Pen
from jobbpunkt.documents.pdf.setter import Setter
from jobbpunkt.documents.pdf.surface import PageSurface


class Sketch(Box):
    """Something drawn on a surface of a fixed height: an ornament, since the words beside it say the same."""

    def __init__(self, setter: Setter, height: float, draw: Callable[[Surface, float], None]) -> None:
        super().__init__()
        self._surface, self._height, self._put = PageSurface(setter), height, draw

    def _measure(self, width: float) -> float:  # noqa: ARG002 - as its siblings
        return self._height

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw it from the top down."""
        with pen.ornament() as canvas:
            canvas.saveState()
            canvas.translate(x, top - self._height)
            self._surface.on(canvas)
            self._put(self._surface, width)
            canvas.restoreState()
