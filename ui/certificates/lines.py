"""What may be said of somebody's work, a switch for each line, and what nobody has recorded."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from textwrap import fill
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from jobbpunkt.base.words import N_, Words
from jobbpunkt.certificates import Line, LineKind, Proposal, Proposed
from ui.training.said import word
from ui.widgets.labels import muted, strong
from ui.widgets.layouts import clear

# How many letters have room in a line of the panel.
LETTERS = 36

TITLES: Mapping[LineKind, str] = MappingProxyType(
    {
        LineKind.PERIOD: N_("Period"),
        LineKind.HOURS: N_("Hours"),
        LineKind.PLACE: N_("Places"),
        LineKind.TASK: N_("Tasks"),
        LineKind.TRAINING: N_("Training"),
        LineKind.PASSED: N_("Passed inspections"),
    }
)


class Lines(QWidget):
    """The lines under the headings that the paper has; `changed` when one is switched on or off."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._words = words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(6)
        self.boxes: list[tuple[QCheckBox, Line]] = []

    def show_proposed(self, found: Proposed) -> None:
        """Show what may be said."""
        clear(self._column)
        self.boxes = []
        words = self._words
        for kind in LineKind:
            told = [one for one in found.proposals if one.line.kind is kind]
            if told:
                self._column.addWidget(strong(words(TITLES[kind])))
            for one in told:
                self._add(one)
        if found.missing:
            names = ", ".join(words(TITLES[kind]).lower() for kind in found.missing)
            self._column.addSpacing(6)
            self._column.addWidget(muted(words("Nobody has recorded: {names}. It is left out.", names=names)))
        self._column.addStretch(1)

    def chosen(self) -> tuple[Line, ...]:
        """Return the lines that are switched on, in order."""
        return tuple(line for box, line in self.boxes if box.isChecked())

    def _add(self, proposal: Proposal) -> None:
        said = self._said(proposal)
        # A box does not break its own words.
        box = QCheckBox(fill(said, LETTERS).replace("&", "&&"))
        box.setAccessibleName(said)
        box.setChecked(proposal.goes_in)
        box.toggled.connect(lambda _: self.changed.emit())
        self.boxes.append((box, proposal.line))
        self._column.addWidget(box)

    def _said(self, proposal: Proposal) -> str:
        words, line = self._words, proposal.line
        first = words.day(line.first, "long") if line.first else ""
        match line.kind:
            case LineKind.PERIOD:
                return f"{first} – {words.day(line.last, 'long')}" if line.last else words("from {day}", day=first)
            case LineKind.HOURS:
                return _amount(words, line.amount or 0)
            case LineKind.TRAINING:
                return words("{unit}, {day} ({level})", unit=line.what, day=first, level=word(words, proposal.level))
            case LineKind.PASSED:
                return words("{place}: {n}", place=words(line.what), n=int(line.amount or 0))
            case _:
                return line.what


def _amount(words: Words, amount: float) -> str:
    return words.number(Decimal(str(amount)), 0 if float(amount).is_integer() else 1)
