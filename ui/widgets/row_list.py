"""Lists of rows that are drawn anew keep the keyboard where it was."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.widgets.layouts import clear


class RowList(QVBoxLayout):
    """A column of rows, each under a key. After `show_rows`, the row with the same key has the keyboard, or its successor."""

    def __init__(self, spacing: int = 2) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._rows: list[tuple[Hashable, QWidget]] = []

    @property
    def rows(self) -> list[QWidget]:
        """Return the rows in order."""
        return [widget for _, widget in self._rows]

    def show_rows(self, rows: Sequence[tuple[Hashable, QWidget]], others: Sequence[QWidget] = ()) -> None:
        """Show these rows instead of those before, and under them `others`, which have no key."""
        place = self._focused()
        before = [key for key, _ in self._rows]
        clear(self)
        self._rows = list(rows)
        for widget in (*self.rows, *others):
            self.addWidget(widget)
            # A layout shows what is added only a moment later, and what is not seen cannot take the keyboard.
            widget.show()
        if place is not None and self._rows:
            keys = [key for key, _ in rows]
            wanted = keys.index(before[place]) if before[place] in keys else min(place, len(keys) - 1)
            self.rows[wanted].setFocus()

    def _focused(self) -> int | None:
        now = QApplication.focusWidget()
        for number, row in enumerate(self.rows):
            if now is not None and (now is row or row.isAncestorOf(now)):
                return number
        return None
