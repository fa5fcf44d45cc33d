"""The year so far in a few figures, last on the page; those that nobody recorded are left out."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import N_
from jobbpunkt.measures import MeasureResult
from ui.context import Context
from ui.group.lines import number
from ui.reports.figures import figure, is_known, target
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.layouts import boxed, clear

_SAID = {
    "jobseekers_supported": N_("persons had support"),
    "jobseekers_in_work": N_("of them began work"),
    "livestreams_held": N_("livestreams"),
    "safety_index": N_("feel safe at home"),
}


class FiguresCard(Card):
    """Tells them in a line, each with what the year aims at."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.words = context.words
        self.hide()

    def show_figures(self, found: tuple[MeasureResult, ...]) -> None:
        """Show the figures of which anything is known."""
        clear(self.body)
        known = [*filter(is_known, found)]
        self.setVisible(bool(known))
        # A row kept by the card would outlive what it lays out.
        self.add(boxed(flow(*(number(figure(one, self.words), self._said(one)) for one in known), spacing=24)))

    def _said(self, one: MeasureResult) -> str:
        said = self.words(_SAID[one.key])
        return said if one.target is None else f"{said}\n{target(one, self.words)}"
