"""Lists of rows that are drawn anew keep the keyboard where it was; of a long one only the rows near those seen are made."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.layouts import clear
from ui.widgets.long_list import Heights, gaps, near
from ui.widgets.page import Scrolling

Row = tuple[Hashable, Callable[[], QWidget]]

# A list this short is made whole; of a longer one at least so many rows are made.
SHORT, LEAST = 12, 12


class RowList(QVBoxLayout):
    """A column of rows, each under a key, made when they come near what is seen of the scrolled area they lie in.

    After `show_rows`, the row with the same key has the keyboard, or its successor.
    """

    def __init__(self, spacing: int = 2) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._rows: tuple[Row, ...] = ()
        self._made: dict[int, QWidget] = {}
        self._others: list[QWidget] = []
        self._spaces: list[QWidget] = []
        self._heights = Heights(spacing)
        self._areas: list[QScrollArea] = []
        self._exchanging = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._follow)

    @property
    def rows(self) -> list[QWidget]:
        """Return the rows that are made, in order: all of a short list."""
        return [self._made[number] for number in sorted(self._made)]

    @property
    def keys(self) -> list[Hashable]:
        """Return the keys of all rows in order, made or not."""
        return [key for key, _ in self._rows]

    def show_rows(self, rows: Sequence[Row], others: Sequence[QWidget] = ()) -> None:
        """Show these rows instead of those before, and under them `others`, which have no key."""
        place = self._focused()
        before = self.keys
        now = QApplication.focusWidget()
        if place is not None and rows and now is not None:
            # Hidden with the keyboard in it, each row would hand it on to the next.
            now.clearFocus()
        with self._at_once():
            self._replace(rows, others, place, before)
        self._later.start()

    def _replace(self, rows: Sequence[Row], others: Sequence[QWidget], place: int | None, before: list[Hashable]) -> None:
        seen = self._seen()
        clear(self)
        self._rows, self._made, self._spaces, self._others = tuple(rows), {}, [], list(others)
        self._heights.begin(self.keys)
        for widget in others:
            self._add(widget)
        self._watch()
        wanted = None
        if place is not None and rows:
            keys = self.keys
            wanted = keys.index(before[place]) if before[place] in keys else min(place, len(keys) - 1)
        self._make(self._near(seen), wanted)
        if wanted is not None:
            self._made[wanted].setFocus()

    def focus_row(self, key: Hashable) -> None:
        """Put the keyboard into the row with this key and bring it into view."""
        number = self.keys.index(key)
        with self._at_once():
            self._make(self._near((number, number)), number)
        self._made[number].setFocus()
        if self._area is not None:
            # Where it lies is known once the layout has been done.
            QTimer.singleShot(0, self._made[number], lambda: self._bring_into_view(number))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what is seen."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._later.start()
        return super().eventFilter(watched, event)

    @property
    def _area(self) -> QScrollArea | None:
        """The area that scrolls the list: the next one around it, unless that leaves the scrolling to one around itself."""
        return next((area for area in self._areas if not (isinstance(area, Scrolling) and area.is_spread)), None)

    def _watch(self) -> None:
        """Find the areas that the list may be scrolled in, the first time it is long."""
        parent = self.parentWidget()
        if self._areas or len(self._rows) <= SHORT or parent is None:
            return
        above: QWidget | None = parent
        while above is not None:
            if isinstance(above, QScrollArea):
                self._areas.append(above)
                above.verticalScrollBar().valueChanged.connect(lambda _value: self._follow())
                above.viewport().installEventFilter(self)
            above = above.parentWidget()

    def _seen(self) -> tuple[int, int]:
        """Return the first and last row that are seen, as far as their heights are known."""
        area, parent = self._area, self.parentWidget()
        content = None if area is None else area.widget()
        if area is None or content is None or parent is None:
            return 0, 0
        top = area.verticalScrollBar().value() - parent.mapTo(content, QPoint(0, self.geometry().top())).y()
        return self._heights.between(top, top + area.viewport().height())

    def _near(self, seen: tuple[int, int]) -> range:
        """Return the rows to make when these are seen: all of a short list, and of one that nothing scrolls."""
        count = len(self._rows)
        return range(count) if self._area is None or count <= SHORT else near(seen, count, LEAST)

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """Let rows be exchanged without laying out the others for each, and without what is seen jumping in between."""
        parent = self.parentWidget()
        layout = None if parent is None else parent.layout()
        if layout is None:
            yield
            return
        self._exchanging = True
        layout.setEnabled(False)
        yield
        layout.setEnabled(True)
        layout.activate()
        self._exchanging = False

    def _follow(self) -> None:
        """Make the rows that have come near, and let those go that are far away."""
        if self._area is None or self._exchanging or len(self._rows) <= SHORT:
            return
        new = self._heights.learn({self._rows[number][0]: _tall(row) for number, row in self._made.items() if row.isVisible()})
        seen = self._seen()
        if new or any(number not in self._made for number in range(seen[0], seen[1] + 1)) or self._at_edge():
            with self._at_once():
                self._make(self._near(seen), self._focused())

    def _at_edge(self) -> bool:
        """Tell whether the keyboard is in the first or last row made on its side, so that the next one must be made."""
        place = self._focused()
        beside = () if place is None else (place - 1, place + 1)
        return any(0 <= number < len(self._rows) and number not in self._made for number in beside)

    def _make(self, wanted: range, held: int | None) -> None:
        """Have these rows, and the one that holds the keyboard with its neighbours, so that the arrows find them."""
        beside = set() if held is None else {number for number in (held - 1, held, held + 1) if 0 <= number < len(self._rows)}
        numbers = sorted({*wanted, *beside})
        for number in [number for number in self._made if number not in numbers]:
            gone = self._made.pop(number)
            self.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for number in numbers:
            if number not in self._made:
                self._made[number] = self._rows[number][1]()
        self._lay_out(numbers)

    def _lay_out(self, numbers: list[int]) -> None:
        """Put the rows in order, with a space where some are not made, and the others under them."""
        for space in self._spaces:
            self.removeWidget(space)
            space.deleteLater()
        self._spaces = []
        for widget in (*self.rows, *self._others):
            self.removeWidget(widget)
        empty = dict(gaps(numbers, len(self._rows)))
        for number in numbers:
            self._leave(empty.get(number))
            self._add(self._made[number])
        self._leave(empty.get(len(self._rows)))
        for widget in self._others:
            self._add(widget)
        if len(self._rows) > SHORT:
            stops = [row for row in self.rows if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
            for before, after in pairwise(stops):
                QWidget.setTabOrder(before, after)

    def _leave(self, missing: range | None) -> None:
        if missing:
            space = QWidget()
            space.setProperty("ground", "none")
            space.setFixedHeight(self._heights.of(missing))
            self._spaces.append(space)
            self._add(space)

    def _add(self, widget: QWidget) -> None:
        self.addWidget(widget)
        # A layout shows what is added only a moment later, and what is not seen cannot take the keyboard.
        widget.show()

    def _bring_into_view(self, number: int) -> None:
        row = self._made.get(number)
        if row is not None and self._area is not None:
            self._area.ensureWidgetVisible(row, 0, row.height())

    def _focused(self) -> int | None:
        now = QApplication.focusWidget()
        for number, row in self._made.items():
            if now is not None and (now is row or row.isAncestorOf(now)):
                return number
        return None


def _tall(row: QWidget) -> int:
    """Return how tall a row wants to be: what it was given may still be from before the area made room."""
    wanted = row.heightForWidth(row.width()) if row.hasHeightForWidth() else row.sizeHint().height()
    return min(max(wanted, row.minimumHeight()), row.maximumHeight())
