"""A card: one surface with a heading, for one thought; never a card in a card."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.widgets.labels import PlainLabel, heading


class Card(QFrame):
    """A titled surface; `body` is the layout to fill, `head` takes buttons to the right of the heading."""

    def __init__(self, title: str = "", *actions: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 18)
        outer.setSpacing(12)
        self.heading: PlainLabel | None = None
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        if title or actions:
            self.heading = heading(title)
            self.head.addWidget(self.heading, 1)
            for action in actions:
                self.head.addWidget(action)
            outer.addLayout(self.head)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        outer.addLayout(self.body, 1)

    def add(self, item: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget or a layout at the end of the card."""
        if isinstance(item, QWidget):
            self.body.addWidget(item, stretch)
        else:
            self.body.addLayout(item, stretch)
