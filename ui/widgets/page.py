"""A page of the window: builds itself, connects itself, and refreshes when what it shows has changed."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.context import Context
from ui.tokens import Tone
from ui.widgets.labels import PlainLabel, title
from ui.widgets.live import Live
from ui.widgets.notice import Notice

MARGIN = 32
W = TypeVar("W", bound=QWidget)


class Page(QWidget):
    """Base of every page: fill `self.column` in `_build`, wire it in `_connect`, load through `self.live` in `refresh`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context = context
        self.words = context.words
        self.live = Live(self, context, self.refresh)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, 24, MARGIN, 24)
        self.column.setSpacing(16)
        self.notice = Notice(self.words)
        self._build()
        self._connect()
        for keys in ("Escape", "Alt+Left"):
            QShortcut(QKeySequence(keys), self, self.go_back)

    def _build(self) -> None:
        """Make the widgets."""

    def _connect(self) -> None:
        """Wire the widgets."""

    def refresh(self) -> None:
        """Load what the page shows; called when it is first seen and when a noun of it changed."""

    def show_record(self, record: UUID) -> None:
        """Show one record; called when something elsewhere points to it."""

    def show_part(self, part: str) -> None:
        """Show a part, by its name, of the record that was just shown."""

    def go_back(self) -> bool:
        """Go from an open record back to the list, as Escape does; False where one is at the list already."""
        return False

    def go_home(self) -> None:
        """Go back to the list from wherever one is on the page, as choosing the page once more does."""
        self.go_back()

    def panels(self) -> list[QWidget]:
        """Return what F6 moves between, in order: those that are marked as a part, else the page as one."""
        marked = [widget for widget in self.findChildren(QWidget) if widget.property("part") and widget.isVisible()]
        return marked or [self]

    def header(self, text: str, *actions: QWidget, below: QWidget | None = None) -> PlainLabel:
        """Put the title at the top, actions to its right, what says more and the strip for sentences below; return the title."""
        label = title(text)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label, 1)
        for action in actions:
            line.addWidget(action, 0, Qt.AlignmentFlag.AlignTop)
        top = QVBoxLayout()
        top.setSpacing(2)
        top.addLayout(line)
        if below is not None:
            top.addWidget(below)
        self.column.addLayout(top)
        self.column.addWidget(self.notice)
        return label

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence at the top of the page."""
        if self.column.indexOf(self.notice) < 0:
            self.column.insertWidget(0, self.notice)
        self.notice.say(text, tone)

    def mark_stale(self) -> None:
        """Load everything on the page anew, now if it is seen, else when it next is."""
        for live in self.findChildren(Live):
            live.mark_stale()


def page_around(child: QWidget) -> QWidget:
    """Return the page around a widget or under a dialog, or the window where there is none."""
    around: QWidget | None = child
    while around is not None and not isinstance(around, Page):
        around = around.parentWidget()
    return around if around is not None else child.window()


def part(widget: W) -> W:
    """Mark what F6 stops at by itself on a page, such as a panel beside a list; return it."""
    widget.setProperty("part", True)
    return widget


class Scrolling(QScrollArea):
    """Scrolls what it holds up and down; spread, it is as tall as that, for an area that lies in one that scrolls already."""

    def __init__(self) -> None:
        super().__init__()
        self._by: set[int] = set()

    @property
    def is_spread(self) -> bool:
        """Say whether it leaves the scrolling to what is around it."""
        return bool(self._by)

    def spread(self, by: QWidget, *, wanted: bool) -> None:
        """Be as tall as what is held for as long as anybody wants it."""
        (self._by.add if wanted else self._by.discard)(id(by))
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if self.is_spread else policy.ScrollBarAsNeeded)
        self.setMinimumHeight(0)
        self.fit()

    def fit(self) -> None:
        """Be as tall as what is held, if that is wanted."""
        held = self.widget()
        if self.is_spread and held is not None:
            self.setMinimumHeight(held.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to another width, at which words wrap elsewhere."""
        super().resizeEvent(event)
        self.fit()


class _Held(QWidget):
    """Holds what scrolls. Text that wraps tells a least height for its narrowest self, which here would be room for nothing."""

    def __init__(self, content: QWidget, area: Scrolling) -> None:
        super().__init__()
        self._area = area
        self.setProperty("ground", "none")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)

    def minimumSizeHint(self) -> QSize:
        """Return the least size; the height is what the content needs at the width that it has."""
        least, layout = super().minimumSizeHint(), self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return least
        return QSize(least.width(), layout.totalMinimumHeightForWidth(self.width()))

    def event(self, event: QEvent) -> bool:
        """Tell the area when what is held wants another height."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._area.fit()
        return done


def scrolling(content: QWidget, name: str = "") -> Scrolling:
    """Return a frameless area that scrolls `content` up and down and never sideways.

    With a name Tab stops at it: for what is only read, and would else be out of the keyboard's reach.
    """
    area = Scrolling()
    area.setAccessibleName(name)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus)
    content.setProperty("ground", "none")
    area.setWidget(_Held(content, area))
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
