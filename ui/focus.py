"""Where the keyboard is: found again after what had it was drawn anew, and moved from part to part with F6."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDialogButtonBox,
    QScrollArea,
    QTabWidget,
    QWidget,
)
from shiboken6 import isValid

from ui.widgets.tab_order import shown_in

# Qt's own that hand the keyboard to a part of theirs, and those whose parts hand it to them.
HANDING_ON = (QTabWidget, QCalendarWidget, QDialogButtonBox)
HANDED_TO = (QAbstractSpinBox, QComboBox)


def stops_in(root: QWidget) -> list[QWidget]:
    """Return everything that is seen inside `root` and that Tab stops at, in the order of the layouts."""
    return [widget for widget in shown_in(root) if is_stop(widget)]


def is_stop(widget: QWidget) -> bool:
    """Say whether Tab stops at a widget that is seen."""
    reachable = widget.isVisible() and widget.isEnabled() and not _stands_for_another(widget)
    return reachable and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _stands_for_another(widget: QWidget) -> bool:
    # Never by asking `focusProxy`: PySide then takes what it returns from its parent (docs/pyside-focus-chain.md).
    return isinstance(widget, HANDING_ON) or isinstance(widget.parentWidget(), HANDED_TO)


def leads_back(widget: QWidget | None) -> bool:
    """Say whether a widget is the way back: nobody begins to work there."""
    return widget is not None and widget.property("kind") == "back"


def begin_in(root: QWidget) -> QWidget | None:
    """Return where one begins to work inside `root`: its list, else the first that does not lead back."""
    every = [stop for stop in stops_in(root) if not leads_back(stop)]
    # What only scrolls what one works with is where one begins if there is nothing else.
    stops = [stop for stop in every if not isinstance(stop, QScrollArea)] or every
    lists = (stop for stop in stops if isinstance(stop, QAbstractItemView) or stop.property("kind") == "row")
    return next(lists, next(iter(stops), None))


def begin(root: QWidget) -> None:
    """Put the keyboard where one begins to work inside `root`."""
    wanted = begin_in(root)
    if wanted is not None:
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)


@dataclass(frozen=True, slots=True)
class _Place:
    """What a widget was called and where it stood, to find it or what took its place."""

    widget: QWidget
    kind: type[QWidget]
    name: str
    number: int

    def find(self, root: QWidget) -> QWidget | None:
        """Return the widget, the one that is called the same, or the one of its kind that stands where it stood."""
        if isValid(self.widget) and root.isAncestorOf(self.widget) and is_stop(self.widget):
            return self.widget
        stops = stops_in(root)
        alike = [stop for stop in stops if isinstance(stop, self.kind)]
        named = [stop for stop in alike if _name(stop) == self.name]
        there = stops[min(self.number, len(stops) - 1)] if stops else None
        return next(iter(named), there if there in alike else None)


def _name(widget: QWidget) -> str:
    shown = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or shown


class FocusKeeper(QObject):
    """Gives the keyboard back to the row or button that had it, when that was drawn anew or when a dialog closes."""

    def __init__(self, owner: QWidget, page: Callable[[], QWidget | None]) -> None:
        super().__init__(owner)
        self._owner, self._page = owner, page
        self._places: dict[QWidget, _Place] = {}
        self._fallen: QWidget | None = None
        self._held = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._mend)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_change)
        owner.installEventFilter(self)

    def hold(self) -> None:
        """Pay no heed to where Qt puts the keyboard while pages are exchanged, until `enter` or `release`."""
        self._held = True

    def release(self) -> None:
        """Heed the keyboard again."""
        self._held = False

    def enter(self, page: QWidget) -> None:
        """Put the keyboard where it was on a page, or where one begins to work there."""
        self.release()
        place = self._places.get(page)
        wanted = (place.find(page) if place is not None else None) or begin_in(page)
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def heed_work(self, busy: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Begin on the page once what was read stands there, if nothing has the keyboard."""
        if not busy and QApplication.focusWidget() is None and self._owner.isActiveWindow():
            self._fallen = None
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look after the keyboard when the window is first shown, and when a dialog over it has closed."""
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.Show):
            self._fallen = QApplication.focusWidget()
            self._timer.start()
        return super().eventFilter(watched, event)

    def _on_change(self, old: QWidget | None, now: QWidget | None) -> None:
        # While the window is being taken down, what had the keyboard goes after the one it stood in.
        if self._held or not isValid(self._owner) or not self._owner.isActiveWindow():
            return
        if old is not None and isValid(old) and old.isVisible() and now is not None:
            # Somebody chose to go there.
            self._timer.stop()
            self._remember(now)
        else:
            self._fallen = now
            self._timer.start()

    def _remember(self, now: QWidget) -> None:
        page = self._page()
        if page is not None and page.isAncestorOf(now):
            stops = stops_in(page)
            number = stops.index(now) if now in stops else 0
            self._places[page] = _Place(now, type(now), _name(now), number)

    def _mend(self) -> None:
        page, now = self._page(), QApplication.focusWidget()
        if page is None or not page.isVisible() or now is not self._fallen:
            return
        place = self._places.get(page)
        found = place.find(page) if place is not None else None
        if found is None and (now is None or leads_back(now) or not now.isVisible()):
            found = begin_in(page)
        if found is not None and found is not now and QApplication.activePopupWidget() is None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        elif now is not None:
            self._remember(now)


def next_part(parts: Sequence[QWidget], *, backwards: bool = False) -> None:
    """Put the keyboard into the part after the one that has it, or before; what cannot take it is passed over."""
    now = QApplication.focusWidget()
    step = -1 if backwards else 1
    shown = [part for part in parts if part.isVisible() and (is_stop(part) or stops_in(part))]
    here = [number for number, part in enumerate(shown) if now is not None and (part is now or part.isAncestorOf(now))]
    if not shown:
        return
    # The innermost part counts: a panel may stand in a page.
    place = here[-1] + step if here else 0
    part = shown[place % len(shown)]
    wanted = part if is_stop(part) and not isinstance(part, QScrollArea) else begin_in(part) or part
    wanted.setFocus(Qt.FocusReason.TabFocusReason)
