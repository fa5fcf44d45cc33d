"""What does not fit on a screen: clipped words, buttons out of reach, anything wider than the window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTableView,
    QWidget,
)

from ui.dress import WEARS
from ui.focus import is_stop, stops_in

# What a letter may lack at an edge before somebody sees it.
SLACK = 2
# What a line and a box of choices need beside their words: frame, padding, the arrow.
AROUND_LINE, AROUND_BOX = 20, 40
LEAST_STOP = 12
# What may not lie upon another of these within the same holder.
PUT_DOWN = (QLabel, QPushButton, QLineEdit, QScrollArea)


def faults_in(window: QWidget, screen: tuple[int, int]) -> list[str]:
    """Return a sentence for each thing in a window that is clipped, out of reach, or without a name."""
    found = [*undressed(window)]
    if isinstance(window, QFileDialog | QPrintDialog | QMessageBox):
        return found  # Qt's own
    found += _too_large(window, screen)
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not isinstance(widget, QScrollBar) and not _inside_qt(widget):
            found += [f"{fault}: {described(widget)}" for fault in _faults(widget, window)]
    found += [*_overlaps(window), *_scrolls_in_one_another(window), *_cut_months(window)]
    stops = [stop for stop in stops_in(window) if not _inside_qt(stop)]
    found += [f"too small to be seen: {described(stop)}" for stop in stops if min(stop.width(), stop.height()) < LEAST_STOP]
    found += [f"no name: {described(stop)}" for stop in stops if not _named(stop)]
    return found


def undressed(window: QWidget) -> list[str]:
    """Return a sentence for each thing with words that is seen in a window and stands in nothing that wears the style sheet."""
    spoken = (QLabel, QAbstractButton, QLineEdit, QAbstractScrollArea)
    seen = [one for one in window.findChildren(QWidget) if isinstance(one, spoken) and one.isVisible()]
    bare = [one for one in seen if not any(around.property(WEARS) for around in (one, *_around(one)))]
    return [f"not dressed: {described(one)}" for one in bare]


def described(widget: QWidget) -> str:
    """Return what a widget is, what it says and where it stands, for a person to find it."""
    around = "/".join(type(one).__name__ for one in _around(widget) if type(one).__module__.startswith("ui."))
    return f"{type(widget).__name__} {_words(widget)!r} {widget.width()}x{widget.height()} in {around}"


def _too_large(window: QWidget, screen: tuple[int, int]) -> Iterator[str]:
    if window.width() > screen[0] or window.height() > screen[1]:
        yield f"the window is {window.width()}x{window.height()}"
    least = window.minimumSizeHint()
    if least.width() > screen[0]:
        yield f"the window wants to be {least.width()} wide"


def _faults(widget: QWidget, window: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QPushButton | QLineEdit | QComboBox) and _beyond_reach(widget, window):
        yield "beyond the edge"
    if isinstance(widget, QLabel) and widget.text():
        yield from _clipped_label(widget)
    elif isinstance(widget, QCheckBox | QRadioButton) and not widget.text():
        return  # a box alone; its words stand beside it in a label that wraps
    elif isinstance(widget, QLineEdit | QComboBox | QCheckBox | QRadioButton | QTabBar):
        yield from _clipped_inside(widget)
    elif isinstance(widget, QPushButton):
        yield from _clipped_button(widget)
    # A table keeps its names readable, and only when it is narrower than that does it scroll (tests/ui/test_row_table.py).
    elif isinstance(widget, QListView) and widget.horizontalScrollBar().maximum() > 0:
        yield "scrolls sideways"
    elif isinstance(widget, QScrollArea) and (held := widget.widget()) is not None:
        spare = held.width() - widget.viewport().width()
        if spare > SLACK:
            yield f"is {spare} wider than it can show"


def _clipped_inside(widget: QLineEdit | QComboBox | QCheckBox | QRadioButton | QTabBar) -> Iterator[str]:
    """Yield what is wrong with a widget that draws its words in its own way."""
    letters = widget.fontMetrics()
    if isinstance(widget, QLineEdit):
        lacks = letters.horizontalAdvance(widget.placeholderText()) + AROUND_LINE - widget.width()
    elif isinstance(widget, QComboBox):
        lacks = letters.horizontalAdvance(widget.currentText()) + AROUND_BOX - widget.width()
    elif isinstance(widget, QTabBar):
        lacks = widget.sizeHint().width() - widget.width()
    else:
        lacks = widget.minimumSizeHint().width() - widget.width()
    if lacks > SLACK:
        yield f"its words are cut by {lacks}"


def _overlaps(window: QWidget) -> Iterator[str]:
    """Yield each two words or buttons in one place of which one lies upon the other."""
    for holder in (window, *window.findChildren(QWidget)):
        if holder.isVisible() and holder.layout() is not None and not _inside_qt(holder):
            inner = [one for one in holder.children() if isinstance(one, PUT_DOWN) and one.isVisible()]
            for number, one in enumerate(inner):
                for other in inner[number + 1 :]:
                    common = one.geometry().intersected(other.geometry())
                    if min(common.width(), common.height()) > SLACK:
                        yield f"lies upon {_words(other)!r}: {described(one)}"


def _scrolls_in_one_another(window: QWidget) -> Iterator[str]:
    """Yield each area that must be scrolled within what must be scrolled itself: nobody finds what is at its end."""
    for area in window.findChildren(QScrollArea):
        if area.isVisible() and area.verticalScrollBar().maximum() > SLACK:
            # A dialog over a page is no part of it, though the page is its parent.
            around = (one for one in _around(area) if isinstance(one, QScrollArea) and one.window() is area.window())
            if any(one.verticalScrollBar().maximum() > SLACK for one in around):
                yield f"scrolls within what scrolls: {described(area)}"


def _cut_months(window: QWidget) -> Iterator[str]:
    """Yield each month to choose a day in that lacks a part of a day or of a week."""
    for days in window.findChildren(QTableView, "qt_calendar_calendarview"):
        wide = days.horizontalHeader().length() - days.viewport().width()
        high = days.verticalHeader().length() - days.viewport().height()
        if days.isVisible() and max(wide, high) > SLACK:
            yield f"a month lacks {wide} across and {high} down"


def _clipped_label(label: QLabel) -> Iterator[str]:
    needed = _needed(label)
    if needed.width() > label.width() + SLACK and not label.toolTip() and not _elides(label):
        yield f"clipped at the side by {needed.width() - label.width()}"
    if needed.height() > label.height() + SLACK:
        yield f"clipped below by {needed.height() - label.height()}"


def _needed(label: QLabel) -> QSize:
    margins = label.contentsMargins()
    if label.wordWrap():
        height = label.heightForWidth(label.width())
        words = label.text().split()
        widest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        return QSize(widest + margins.left() + margins.right(), height)
    return label.sizeHint()


def _elides(label: QLabel) -> bool:
    return bool(label.property("elides"))


def _clipped_button(button: QPushButton) -> Iterator[str]:
    if button.layout() is None and button.text():
        needed = button.sizeHint()
        if needed.width() > button.width() + SLACK:
            yield f"clipped at the side by {needed.width() - button.width()}"
        if needed.height() > button.height() + SLACK:
            yield f"clipped below by {needed.height() - button.height()}"


def _beyond_reach(widget: QWidget, window: QWidget) -> bool:
    """Say whether a part of a widget lies outside what can be seen, and no scrolling down brings it there."""
    rect = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    for above in _around(widget):
        if isinstance(above, QAbstractScrollArea):
            # Up and down it can be brought into view; to the sides it cannot.
            port = above.viewport()
            frame = QRect(port.mapTo(window, QPoint(0, 0)), port.size())
            sides = rect.left() < frame.left() - SLACK or rect.right() > frame.right() + SLACK
            return sides or _beyond_reach(above, window)
        if above is window:
            break
    frame = window.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    return not frame.contains(rect)


def _around(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


def _inside_qt(widget: QWidget) -> bool:
    """Say whether a widget is a part of one of Qt's own, which looks after it."""
    return any(isinstance(one, QCalendarWidget | QComboBox) for one in _around(widget)) or (
        type(widget).__module__.startswith("PySide6") and widget.objectName().startswith("qt_")
    )


def _words(widget: QWidget) -> str:
    shown = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return (shown or widget.accessibleName())[:60]


def _named(stop: QWidget) -> bool:
    return not is_stop(stop) or bool(stop.accessibleName() or _words(stop))
