"""The big button that counts one: its digit, what is counted, the week's number and the total."""

from __future__ import annotations

from jobbpunkt.campaigns import CountedMeasure, Figure
from jobbpunkt.i18n import Words
from ui.campaigns.telling import told
from ui.campaigns.tile import Tile
from ui.theme import scaled
from ui.widgets.labels import PlainLabel

# Room for a finger, and at 100 % for a name in two lines, the figure and the total.
TALL, NEEDED = 140, 118


class CountButton(Tile):
    """Counts one of a measure at each press."""

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
        self.number.setText(told(week, words))
        if self.measure.target is None:
            self.below.setText(words("{number} in all", number=told(total, words)))
        else:
            target = words.number(self.measure.target)
            self.below.setText(words("{number} in all, target {target}", number=told(total, words), target=target))
        self.setAccessibleDescription(f"{self.number.text()}, {self.below.text()}")
