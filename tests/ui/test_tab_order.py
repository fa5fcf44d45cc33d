"""Tab follows the layouts, and asking them leaves nothing behind that Qt could free under our hands."""

import gc

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers

from ui.theme import Theme
from ui.widgets.layouts import boxed, clear, column, row
from ui.widgets.tab_order import follow_layout, stops


def lines(*names: str) -> list[QLineEdit]:
    made = []
    for name in names:
        line = QLineEdit()
        line.setObjectName(name)
        made.append(line)
    return made


def crowded() -> QWidget:
    """Return a widget with rows in rows, a grid filled crosswise, boxes, gaps, words, and what was put in late."""
    root = QWidget()
    a, b, c, d, e, f, g, h, late = lines("a", "b", "c", "d", "e", "f", "g", "h", "late")
    outer = QVBoxLayout(root)
    outer.addWidget(QLabel("no stop"))
    outer.addLayout(row(a, 8, column(b, row(QLabel("x"), c, None)), d))
    grid = QGridLayout()
    grid.addWidget(e, 0, 0)
    grid.addLayout(row(f), 0, 1)
    outer.addLayout(grid)
    outer.addStretch(1)
    outer.addWidget(boxed(column(boxed(row(g)), h)))
    outer.insertWidget(1, late)
    return root


def names(widgets: list[QWidget]) -> str:
    return " ".join(widget.objectName() for widget in widgets)


def chain(order: list[QWidget]) -> list[QWidget]:
    """Return the same widgets in the order in which Qt hands the keyboard on, boxes between them left out."""
    seen, found = order[0], [order[0]]
    while (following := seen.nextInFocusChain()) is not None and following is not order[0]:
        seen = following
        found += [seen] if seen in order else []
    return found


def odd_wrappers() -> list[str]:
    """Return the kinds of all living wrappers whose death in Qt is not announced to Python."""
    gc.collect()
    return sorted(type(one).__name__ for one in getAllValidWrappers() if not isinstance(one, QObject))


def test_the_order_is_that_of_the_layouts_however_deep_and_however_late(qtbot: QtBot, theme: Theme) -> None:
    root = crowded()
    qtbot.addWidget(root)
    assert names(stops(root)) == "late a b c d e f g h"
    follow_layout(root)
    assert names(chain(stops(root))) == "late a b c d e f g h"


def test_what_stands_in_no_layout_and_what_takes_no_tab_is_passed_over(qtbot: QtBot, theme: Theme) -> None:
    root = crowded()
    qtbot.addWidget(root)
    QPushButton("free", root)
    assert "free" not in names(stops(root))
    assert stops(QWidget()) == []


def test_asking_for_the_order_leaves_no_wrapper_that_qt_could_free_under_it(qtbot: QtBot, theme: Theme) -> None:
    root = crowded()
    qtbot.addWidget(root)
    before = odd_wrappers()
    for _ in range(3):
        follow_layout(root)
    assert odd_wrappers() == before


def test_emptying_a_layout_leaves_none_either(qtbot: QtBot, theme: Theme) -> None:
    before = odd_wrappers()
    root = crowded()
    qtbot.addWidget(root)
    layout = root.layout()
    assert layout is not None
    clear(layout)
    assert odd_wrappers() == before
