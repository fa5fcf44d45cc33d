"""Text on the screen, always plain: what people typed is never read as markup."""

import html

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


class PlainLabel(QLabel):
    """A label that shows its text as it is, whatever signs it holds."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None, *, wrap: bool = True) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        self.setText(text)


class ElidedLabel(PlainLabel):
    """A label in one line that gives way: an ellipsis stands for what has no room, at the end or where `mode` says."""

    def __init__(
        self,
        text: str,
        role: str = "",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(text, role, parent, wrap=False)
        self._mode = mode
        self.setProperty("elides", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw as much as there is room for."""
        painter = QPainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), self._mode, room.width())
        self.style().drawItemText(
            painter, room, Qt.AlignmentFlag.AlignVCenter, self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )
        painter.end()


def title(text: str) -> PlainLabel:
    """Return a page's title."""
    return PlainLabel(text, "title")


def heading(text: str) -> PlainLabel:
    """Return the heading of a part of a page."""
    return PlainLabel(text, "heading")


def text(content: str, *, wrap: bool = True) -> PlainLabel:
    """Return running text that can be selected and copied."""
    label = PlainLabel(content, wrap=wrap)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def strong(content: str) -> PlainLabel:
    """Return text with weight, for what matters in a row."""
    return PlainLabel(content, "strong")


def muted(content: str) -> PlainLabel:
    """Return text of less weight: explanations, dates."""
    return PlainLabel(content, "muted")


def small(content: str) -> PlainLabel:
    """Return small print: sources, hints."""
    return PlainLabel(content, "small")


def place_of_file(content: str) -> ElidedLabel:
    """Return where a file lies: a folder's name cannot be broken into lines, so the middle gives way and the tip tells all."""
    label = ElidedLabel(content, "small", mode=Qt.TextElideMode.ElideMiddle)
    label.setToolTip(plain_tip(content))
    return label


def error(content: str = "") -> PlainLabel:
    """Return a sentence about what is wrong; empty, it takes no room."""
    label = PlainLabel(content, "error")
    if not content:  # showing it before it has a place would open a window of its own
        label.hide()
    return label


def figure(content: str) -> PlainLabel:
    """Return one large number."""
    return PlainLabel(content, "figure", wrap=False)


def rule() -> QFrame:
    """Return a thin line between two parts."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def plain_tip(content: str) -> str:
    """Return text that a tooltip shows as it is; Qt would read anything with tags in it as markup."""
    return f"<qt>{html.escape(content)}</qt>" if content else ""
