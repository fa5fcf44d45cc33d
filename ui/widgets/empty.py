"""What stands where there is nothing yet: what belongs here, and the first step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import heading, muted


class EmptyState(QWidget):
    """An icon, a sentence that says what belongs here, a hint, and a button for the first step."""

    def __init__(
        self, icon: str, title: str, hint: str = "", action: QPushButton | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title, self._hint = heading(title), muted(hint)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addStretch(1)
        layout.addWidget(IconLabel(icon, "line_strong", 40), 0, Qt.AlignmentFlag.AlignCenter)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        if action is not None:
            layout.addSpacing(4)
            layout.addWidget(action, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        self._hint.setVisible(bool(hint))

    def say(self, title: str, hint: str = "") -> None:
        """Change the words: an empty search is not an empty register."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
