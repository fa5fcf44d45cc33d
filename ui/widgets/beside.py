"""What stands beside something else where there is room, and under it where there is not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from ui.theme import scaled
from ui.widgets.layouts import boxed, column
from ui.widgets.page import Scrolling, scrolling

DIRECTION = QBoxLayout.Direction
ANY = 16_777_215
# What a list or a form needs beside a panel, at 100 %.
LEAST_MAIN = 480
SCROLL_BAR = 14


class Columns(QWidget):
    """Widgets of one width beside each other, or under one another when each would have less than `least` pixels at 100 %.

    Under one another each is at least `tall` pixels high, again at 100 %; what is around must then scroll, and no part by itself.
    """

    def __init__(
        self, parts: Sequence[QWidget], least: int, *, tall: int = 0, spacing: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._parts, self._least, self._tall = tuple(parts), scaled(least), scaled(tall)
        self._layout = QBoxLayout(DIRECTION.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing)
        for part in self._parts:
            self._layout.addWidget(part, 1)

    @property
    def folded(self) -> bool:
        """Say whether the parts stand under one another."""
        return self._layout.direction() is DIRECTION.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold as the room changes."""
        super().resizeEvent(event)
        folded = self.width() < self._needed()
        if folded != self.folded:
            self._fold(folded=folded)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: side by side is a wish, not a need."""
        least = super().minimumSizeHint()
        shown = [part.minimumSizeHint().width() for part in self._parts if not part.isHidden()]
        return QSize(max(shown, default=0), least.height())

    def _needed(self) -> int:
        return (self._least + self._layout.spacing()) * len(self._parts) - self._layout.spacing()

    def _fold(self, *, folded: bool) -> None:
        self._layout.setDirection(DIRECTION.TopToBottom if folded else DIRECTION.LeftToRight)
        if not self._tall:
            return
        for part in self._parts:
            areas = [part, *part.findChildren(Scrolling)] if isinstance(part, Scrolling) else part.findChildren(Scrolling)
            for area in areas:
                area.spread(self, wanted=folded)
            # What is told here stands before what the part itself needs.
            part.setMinimumHeight(self._tall if folded and not areas else 0)


class Beside(Columns):
    """A main part and a panel of `width` pixels at 100 %; the panel comes and goes as its own widget is shown and hidden.

    A panel that can be done without stays away where it would come to lie under the main part in less than `low` pixels.
    """

    def __init__(
        self,
        main: QWidget | QLayout,
        side: QWidget,
        width: int,
        *,
        least: int = LEAST_MAIN,
        tall: int = 0,
        spacing: int = 20,
        first: bool = False,
        scrolls: bool = False,
        low: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        self.main = main if isinstance(main, QWidget) else boxed(main)
        self.side = scrolling(boxed(column(side, None))) if scrolls else boxed(column(side)) if low else side
        self._panel, self._low = side, scaled(low)
        self._width = scaled(width) + (SCROLL_BAR if scrolls else 0)
        parts = (self.side, self.main) if first else (self.main, self.side)
        super().__init__(parts, least, tall=tall, spacing=spacing, parent=parent)
        if self.side is not side:
            side.installEventFilter(self)
            self._show_side(wanted=not side.isHidden())
        self._fold(folded=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold, and see whether the panel has room."""
        super().resizeEvent(event)
        if self._low:
            self._show_side(wanted=not self._panel.isHidden())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the room back when the panel has nothing to show."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._show_side(wanted=event.type() is QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)

    def _show_side(self, *, wanted: bool) -> None:
        self.side.setVisible(wanted and not (self.folded and self.height() < self._low))

    def _needed(self) -> int:
        return self._least + self._width + self._layout.spacing()

    def _fold(self, *, folded: bool) -> None:
        super()._fold(folded=folded)
        self.side.setMinimumWidth(0 if folded else self._width)
        self.side.setMaximumWidth(ANY if folded else self._width)
        self._layout.setStretchFactor(self.main, 3 if folded else 1)
        self._layout.setStretchFactor(self.side, 2 if folded else 0)
