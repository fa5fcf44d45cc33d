"""Charts on a page, each told to readers as one figure with the words that say what it shows."""

from dataclasses import replace
from itertools import accumulate

from jobbpunkt.documents.charts import kinds, panels
from jobbpunkt.documents.charts.plot import Plot
from jobbpunkt.documents.pdf.boxes import Box
from jobbpunkt.documents.pdf.drawn import Panel
from jobbpunkt.documents.pdf.pen import Pen
from jobbpunkt.documents.pdf.setter import Setter, set_block
from jobbpunkt.documents.pdf.sketches import Sketch
from jobbpunkt.documents.pdf.surface import PageSurface
from jobbpunkt.documents.pdf.tags import Element, Spot
from jobbpunkt.documents.pdf.values import grid
from jobbpunkt.documents.text import clean
from jobbpunkt.documents.tree import Chart, ChartKind, Panels
from jobbpunkt.documents.tree import Panel as SmallChart


@set_block.register
def _chart(block: Chart, setter: Setter, parent: Element) -> list[Box]:
    if not block.labels or not block.series:
        return []
    element = parent.put(Element("Figure", alternative=block.alternative))
    made = _Drawing(block, setter, element, element.spot())
    made.before, made.after = 6, setter.look.sizes.body * setter.look.spacing
    return [made]


class _Drawing(Box):
    """A chart, drawn as one figure; only bars of more labels than a page holds are parted."""

    def __init__(self, chart: Chart, setter: Setter, element: Element, spot: Spot) -> None:
        super().__init__()
        self._chart, self._setter, self._element, self._spot = chart, setter, element, spot
        self._surface = PageSurface(setter)
        self._made: Plot | None = None

    def _plot(self, width: float) -> Plot:
        if self._made is None or self._made.width != width:
            self._made = kinds.plotted(self._surface, width, self._chart)
        return self._made

    def _measure(self, width: float) -> float:
        return self._plot(width).height

    def _part(self, width: float, room: float, *, fresh: bool) -> "tuple[Box, Box] | None":
        plot = self._plot(width)
        if not fresh or plot.kind is not ChartKind.BARS:
            return None
        used = accumulate(kinds.bar_heights(plot), initial=plot.top + plot.bottom)
        count = sum(height <= room for height in used) - 1
        if not 0 < count < len(self._chart.labels):
            return None
        halves = self._of(plot, 0, count), self._of(plot, count, len(self._chart.labels))
        halves[0].before, halves[1].after = self.before, self.after
        return halves

    def _of(self, plot: Plot, first: int, last: int) -> "_Drawing":
        """Return the chart of some of its labels, on the same scale."""
        series = tuple(replace(one, values=self._chart.values(one)[first:last]) for one in self._chart.series)
        labels = self._chart.labels[first:last]
        part = replace(self._chart, kind=plot.kind, labels=labels, series=series, least=plot.least, most=plot.most)
        return _Drawing(part, self._setter, self._element, self._spot)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the chart and note where it stands."""
        height = self.measure(width)
        with pen.content(self._spot) as canvas:
            canvas.saveState()
            canvas.translate(x, top - height)
            self._surface.on(canvas)
            kinds.draw(self._plot(width))
            canvas.restoreState()
        pen.link(self._element, x, top - height, width, height)


@set_block.register
def _panels(block: Panels, setter: Setter, parent: Element) -> list[Box]:
    shown = [panel for panel in block.panels if panel.parts]
    if not shown:
        return []
    size = setter.look.cell.size
    legend = Sketch(setter, size * 1.6, lambda surface, width: panels.draw_legend(surface, width, block))
    cells: list[Box] = [_Small(panel, block, setter, parent) for panel in shown]
    if clean(str(block.note)):
        note = Panel(setter.paragraphs(block.note, setter.look.cell, parent), setter.look, setter.look.colours.tint, padding=10)
        cells.append(setter.stack([note]))
    rows = grid(cells, 2 if setter.look.has_columns else 1, setter, 26)
    for row in rows:
        row.before = row.after = size * 0.6
    legend.after, rows[-1].after = size * 0.8, setter.look.sizes.body * setter.look.spacing
    legend.keep = size * 4
    return [legend, *rows]


class _Small(Box):
    """One of the small charts, drawn as one figure."""

    def __init__(self, panel: SmallChart, block: Panels, setter: Setter, parent: Element) -> None:
        super().__init__()
        self._panel, self._block, self._surface = panel, block, PageSurface(setter)
        self._element = parent.put(Element("Figure", alternative=panel.alternative))
        self._spot = self._element.spot()

    def _drawing(self, width: float) -> panels.PanelDrawing:
        return panels.PanelDrawing(self._surface, width, self._panel, self._block)

    def _measure(self, width: float) -> float:
        return self._drawing(width).height

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw it and note where it stands."""
        drawing = self._drawing(width)
        with pen.content(self._spot) as canvas:
            canvas.saveState()
            canvas.translate(x, top - drawing.height)
            self._surface.on(canvas)
            drawing.draw()
            canvas.restoreState()
        pen.link(self._element, x, top - drawing.height, width, drawing.height)
