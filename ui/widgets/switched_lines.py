"""Lines that go into a paper, a switch for each, under the headings that the paper has."""

from textwrap import fill

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ui.widgets.labels import strong
from ui.widgets.layouts import clear

LETTERS = 36  # as many have room in a line of the panel


class SwitchedLines(QWidget):
    """A column of such lines, to be filled by who knows them; `changed` when one is switched on or off."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 8, 0)
        self.column.setSpacing(6)

    def begin(self) -> None:
        """Take all lines away, to be filled anew."""
        clear(self.column)

    def add_heading(self, said: str) -> None:
        """Add what stands above the lines of one part."""
        self.column.addWidget(strong(said))

    def add_line(self, said: str, *, on: bool) -> QCheckBox:
        """Add a line, and return its switch."""
        # A box does not break its own words.
        box = QCheckBox(fill(said, LETTERS).replace("&", "&&"))
        box.setAccessibleName(said)
        box.setChecked(on)
        box.toggled.connect(lambda _: self.changed.emit())
        self.column.addWidget(box)
        return box
