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
MOST_DIGITS = 9
_LONGEST_LARGE = 6  # signs of a number that is set large


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
    """Counts one of a measure at each press: its digit, what is counted, the number of today or of a week, and the total.

    On the page that fills the window it is `large`, with the number to be read from afar.
    """

    def __init__(self, words: Words, measure: CountedMeasure, number: int, *, large: bool = False) -> None:
        label = words(measure.label)
        super().__init__(label)
        self._words, self._label, self._large, self.measure = words, label, large, measure
        if large:
            self._build_large(label, number)
        else:
            digit = f"{number}  " if number <= MOST_DIGITS else ""
            self.put(PlainLabel(f"{digit}{label}", "strong"))
            self.inside.addStretch(1)
            self.number = self.put(PlainLabel("", "figure", wrap=False))
        self.below = self.put(PlainLabel("", "small"))
        # Told so that a layout which asks for the height at a width keeps to it too.
        self.setMinimumHeight(max(TALL, scaled(NEEDED)))
        if large:
            policy = self.sizePolicy()  # which keeps that the height follows from the width
            policy.setVerticalPolicy(QSizePolicy.Policy.MinimumExpanding)
            self.setSizePolicy(policy)

    def _build_large(self, label: str, number: int) -> None:
        if number <= MOST_DIGITS:
            digit = self.put(PlainLabel(str(number), "keycap", wrap=False))
            self.inside.setAlignment(digit, Qt.AlignmentFlag.AlignLeft)
        self.inside.addStretch(1)
        self.number = self.put(PlainLabel("", "count"))
        self.put(PlainLabel(label, "strong"))

    def show_figures(self, shown: Figure, total: Figure, when: str) -> None:
        """Show what today or a week, which `when` names, and the whole campaign have come to."""
        words = self._words
        self._show_number(figure_read(shown, words))
        if self.measure.target is None:
            said = words("{number} in all", number=figure_read(total, words))
        else:
            target = words.number(self.measure.target)
            said = words("{number} in all, target {target}", number=figure_read(total, words), target=target)
        self.below.setText(f"{when} · {said}")
        self.setAccessibleDescription(f"{self.number.text()}, {self.below.text()}")

    def _show_number(self, text: str) -> None:
        """Show the number, smaller where it is long: cut, "drygt 100" would be "drygt 10"."""
        role = "count" if self._large and len(text) <= _LONGEST_LARGE else "figure"
        if self.number.property("role") != role:
            self.number.setProperty("role", role)
            self.number.style().unpolish(self.number)
            self.number.style().polish(self.number)
        self.number.setText(text)

    def show_latest(self, *, latest: bool) -> None:
        """Tint the button that counted last."""
        if self.property("latest") != latest:
            self.setProperty("latest", latest)
            self.style().unpolish(self)
            self.style().polish(self)
