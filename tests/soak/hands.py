"""What hands can do at what is on the screen now: found by looking at the widgets, so that a new dialog needs no entry here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from random import Random

from PySide6.QtCore import QItemSelectionModel, QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from tests.ui.keys import type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
TEXTS = (
    *("", "Åsa", "samira", "fredag", "+2v", "2020-12-24", "24/12", "09:30", "25:99", "12", "-1"),
    *(
        "4 500 kr",
        "ärendeöverlämningsrutin",
        "<b>inte fet</b> & 'citat'",
        "سامي",
        "👩🏽‍🏫 zoë",
        "rad ett\nrad två",
        "070-1740605",
        "a" * 3000,
        "a@example.se",
        "\u200b",
    ),
)
KEYS = (
    *((Qt.Key.Key_Tab, NONE), (Qt.Key.Key_Backtab, SHIFT), (Qt.Key.Key_Return, NONE), (Qt.Key.Key_Escape, NONE)),
    *((Qt.Key.Key_Space, NONE), (Qt.Key.Key_Up, NONE), (Qt.Key.Key_Down, NONE), (Qt.Key.Key_Delete, NONE), (Qt.Key.Key_F6, NONE)),
    *((Qt.Key.Key_K, CTRL), (Qt.Key.Key_N, CTRL), (Qt.Key.Key_S, CTRL), (Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Return, CTRL)),
    *((Qt.Key(Qt.Key.Key_1 + number), CTRL) for number in range(9)),
)


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done: what it is called in the report, and the doing."""

    name: str
    do: Callable[[], object]


def deeds(window: QWidget, rng: Random) -> list[Deed]:
    """Return everything that can be done in a window now: each thing one can press or fill, and some keys."""
    if isinstance(window, QMenu):
        return [*_in_menu(window), _key(window, Qt.Key.Key_Escape, NONE)]
    here = _title(window)
    found = [Deed(f"{here}: {_name(widget)}", do) for widget in _open(window) if (do := _deed(widget, rng)) is not None]
    return [*found, *(_key(window, key, held) for key, held in KEYS)]


def _open(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        # What belongs to an open menu or another dialog over the window is not to be reached.
        if widget.isVisible() and widget.isEnabled() and widget.window() is window:
            yield widget


def _deed(widget: QWidget, rng: Random) -> Callable[[], object] | None:
    ways: tuple[tuple[type[QWidget], Callable[..., object]], ...] = (
        (QAbstractButton, _press),
        (QTabBar, _turn),
        (QHeaderView, _sort),
        (QAbstractItemView, _choose),
        (QComboBox, _pick),
        (QAbstractSpinBox, _step),
        (QLineEdit, _fill),
        (QPlainTextEdit, _fill),
        (QTextEdit, _fill),
    )
    for kind, way in ways:
        if isinstance(widget, kind):
            return partial(way, widget, rng)
    return None


def _press(button: QAbstractButton, rng: Random) -> None:
    if rng.random() < 0.5:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        button.setFocus()
        button.animateClick()


def _turn(tabs: QTabBar, rng: Random) -> None:
    if tabs.count():
        tabs.setCurrentIndex(rng.randrange(tabs.count()))


def _sort(header: QHeaderView, rng: Random) -> None:
    place = QPoint(rng.randrange(max(1, header.width())), header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, NONE, place)


def _choose(view: QAbstractItemView, rng: Random) -> None:
    model = view.model()
    rows = 0 if model is None else model.rowCount()
    if not rows:
        return
    # PySide hides columnCount in models of lists.
    columns = model.columnCount() if isinstance(view, QTableView) else 1
    index = model.index(rng.randrange(rows), rng.randrange(columns))
    view.scrollTo(index)
    place = view.visualRect(index).center()
    way = rng.randrange(4)
    if way == 0:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    elif way == 1:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    else:
        view.setFocus()
        view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        QTest.keyClick(view, Qt.Key.Key_Return if way == 2 else Qt.Key.Key_Space)


def _pick(box: QComboBox, rng: Random) -> None:
    if rng.random() < 0.3:
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, NONE, QPoint(box.width() // 2, box.height() // 2))
    elif box.count():
        box.setCurrentIndex(rng.randrange(box.count()))
        box.activated.emit(box.currentIndex())


def _step(box: QAbstractSpinBox, rng: Random) -> None:
    box.stepBy(rng.choice((-10, -1, 1, 10)))


def _fill(editor: QLineEdit | QTextEdit | QPlainTextEdit, rng: Random) -> None:
    if editor.isReadOnly():
        return
    editor.setFocus()
    if rng.random() < 0.6:
        editor.selectAll()
    text = rng.choice(TEXTS)
    if len(text) > 100 and isinstance(editor, QTextEdit | QPlainTextEdit):
        editor.insertPlainText(text)
    elif len(text) > 100 and isinstance(editor, QLineEdit):
        editor.insert(text)
    else:
        type_text(editor, text)


def _in_menu(menu: QMenu) -> Iterator[Deed]:
    for action in menu.actions():
        if action.isEnabled() and action.isVisible() and not action.isSeparator():
            yield Deed(f"menu: {action.text()}", partial(_take, menu, action))


def _take(menu: QMenu, action: QAction) -> None:
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def _key(window: QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> Deed:
    def press() -> None:
        focused = QApplication.focusWidget()
        QTest.keyClick(focused if focused is not None and focused.window() is window else window, key, held)

    name = key.name.removeprefix("Key_")
    return Deed(f"{_title(window)}: key {'Ctrl+' if held is CTRL else ''}{name}", press)


def _title(window: QWidget) -> str:
    page = next((one for one in reversed(window.findChildren(QWidget)) if _is_page(one)), None)
    return f"{type(window).__name__}({window.windowTitle()})" + (f"/{type(page).__name__}" if page is not None else "")


def _is_page(widget: QObject) -> bool:
    from ui.widgets.page import Page

    return isinstance(widget, Page) and widget.isVisible()


def _name(widget: QWidget) -> str:
    said = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    return f"{type(widget).__name__} {said}"[:70].rstrip()
