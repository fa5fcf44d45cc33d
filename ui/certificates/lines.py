"""What may be said of somebody's work, a switch for each line, and what nobody has recorded."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from PySide6.QtWidgets import QCheckBox, QWidget

from jobbpunkt.base.words import N_, Words
from jobbpunkt.certificates import Line, LineKind, Proposal, Proposed
from ui.training.said import word
from ui.widgets.labels import muted
from ui.widgets.switched_lines import SwitchedLines

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


class Lines(SwitchedLines):
    """What may be said, kind by kind, and what nobody has recorded."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.boxes: list[tuple[QCheckBox, Line]] = []

    def show_proposed(self, found: Proposed) -> None:
        """Show what may be said."""
        self.begin()
        self.boxes = []
        words = self._words
        for kind in LineKind:
            told = [one for one in found.proposals if one.line.kind is kind]
            if told:
                self.add_heading(words(TITLES[kind]))
            for one in told:
                self.boxes.append((self.add_line(self._said(one), on=one.goes_in), one.line))
        if found.missing:
            names = ", ".join(words(TITLES[kind]).lower() for kind in found.missing)
            self.column.addSpacing(6)
            self.column.addWidget(muted(words("Nobody has recorded: {names}. It is left out.", names=names)))
        self.column.addStretch(1)

    def chosen(self) -> tuple[Line, ...]:
        """Return the lines that are switched on, in order."""
        return tuple(line for box, line in self.boxes if box.isChecked())

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
