"""The pen that draws on a page and says of everything it draws whether it is content or ornament."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from jobbpunkt.documents.pdf.tags import Area, Element, Mark, Spot


class Pen:
    """A canvas (ReportLab's, which has no types) with the number of its page and the marks made on it."""

    def __init__(self, canvas: Any, *, is_tagged: bool = True) -> None:
        self.canvas = canvas
        self.page = 0
        self.outline: list[Mark] = []
        self._is_tagged = is_tagged
        self._marks = 0
        self._is_repeated = False

    def next_page(self) -> None:
        """End a page and begin the next."""
        self.canvas.showPage()
        self.page += 1
        self._marks = 0

    @contextmanager
    def content(self, spot: Spot) -> Iterator[Any]:
        """Draw content of an element; what stood on a page before is only repeated for the eye."""
        if self._is_repeated:
            with self.ornament(is_of_page=True) as canvas:
                yield canvas
            return
        spot.marks.append((self.page, self._marks))
        with self._marked(f"/{spot.kind} <</MCID {self._marks}>> BDC"):
            self._marks += 1
            yield self.canvas

    @contextmanager
    def ornament(self, *, is_of_page: bool = False) -> Iterator[Any]:
        """Draw what a reader need not hear of: a rule, a box, the head and the foot of a page."""
        with self._marked("/Artifact <</Type /Pagination>> BDC" if is_of_page else "/Artifact BMC"):
            yield self.canvas

    @contextmanager
    def repeated(self) -> Iterator[None]:
        """Draw again what was told on a page before, such as the header of a table."""
        self._is_repeated = True
        yield
        self._is_repeated = False

    @contextmanager
    def _marked(self, opening: str) -> Iterator[None]:
        if self._is_tagged:
            self.canvas._code.append(opening)  # there is no public way to marked content
        yield
        if self._is_tagged:
            self.canvas._code.append("EMC")

    def link(self, element: Element, x: float, bottom: float, width: float, height: float) -> None:
        """Note that a rectangle opens the element's address."""
        element.areas.append(Area(self.page, (x, bottom, x + width, bottom + height)))
