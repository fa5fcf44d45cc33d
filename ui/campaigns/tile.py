"""A button with words laid out inside it, as tall as they need; and the one that counts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import CountedMeasure, Figure
from ui.campaigns.read import figure_read
from ui.theme import scaled
from ui.widgets.buttons import Button
from ui.widgets.labels import PlainLabel

# Room for a finger, and at 100 % for a name in two lines, the figure and the total.
TALL, NEEDED = 140, 118


class Tile(Button):
    """A button that holds labels; `inside` is the layout to fill through `put`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "choice")
        self.setAccessibleName(name)
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(11, 9, 8, 10)
        self.inside.setSpacing(1)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, label: PlainLabel) -> PlainLabel:
        """Add a label that lets presses through to the button; return it."""
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.inside.addWidget(label)
        return label

    def sizeHint(self) -> QSize:
        """Return what the labels want."""
        return self.inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the labels need."""
        return self.inside.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Say that wrapped labels make a narrow button taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the labels need at a width."""
        return self.inside.totalHeightForWidth(width) if self.inside.hasHeightForWidth() else self.inside.sizeHint().height()


class CountButton(Tile):
    """Counts one of a measure at each press: its digit, what is counted, the week's number and the total."""

    def __init__(self, words: Words, measure: CountedMeasure, number: int) -> None:
        label = words(measure.label)
        super().__init__(label)
        self._words, self._label, self.measure = words, label, measure
        digit = f"{number}  " if number <= 9 else ""
        self.put(PlainLabel(f"{digit}{label}", "strong"))
        self.inside.addStretch(1)
        self.number = self.put(PlainLabel("", "figure", wrap=False))
        self.below = self.put(PlainLabel("", "small"))
        # Told so that a layout which asks for the height at a width keeps to it too.
        self.setMinimumHeight(max(TALL, scaled(NEEDED)))

    def show_figures(self, week: Figure, total: Figure) -> None:
        """Show what the week and the whole campaign have come to."""
        words = self._words
        self.number.setText(figure_read(week, words))
        if self.measure.target is None:
            self.below.setText(words("{number} in all", number=figure_read(total, words)))
        else:
            target = words.number(self.measure.target)
            self.below.setText(words("{number} in all, target {target}", number=figure_read(total, words), target=target))
        self.setAccessibleDescription(f"{self.number.text()}, {self.below.text()}")
