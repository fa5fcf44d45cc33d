"""Long lists: of five hundred rows no more are made than of fifty, and the keyboard finds them all."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import shown
from ui.theme import Theme
from ui.widgets.layouts import boxed, column
from ui.widgets.long_list import Heights, gaps, near
from ui.widgets.page import scrolling
from ui.widgets.row_list import SHORT, RowList

WIDEST_SHARE = 2


class Many:
    """A list of buttons in an area that scrolls, which counts what it makes."""

    def __init__(self, qtbot: QtBot) -> None:
        self.list, self.made, self.qtbot = RowList(), 0, qtbot
        self.area: QScrollArea = scrolling(boxed(column(self.list, None)))
        shown(qtbot, self.area, 500, 600)

    def show(self, count: int, first: int = 0) -> None:
        self.list.show_rows([(number, partial(self._row, number)) for number in range(first, first + count)])
        self.qtbot.wait(30)

    def _row(self, number: int) -> QWidget:
        self.made += 1
        button = QPushButton(str(number))
        button.setFixedHeight(30 + number % 3 * 10)
        return button

    def texts(self) -> list[str]:
        return [row.text() for row in self.list.rows if isinstance(row, QPushButton)]

    def seen(self) -> list[str]:
        port = self.area.viewport()
        tops = [(row, row.mapTo(port, QPoint(0, 0)).y()) for row in self.list.rows if isinstance(row, QPushButton)]
        return [row.text() for row, top in tops if top < port.height() and top + row.height() > 0]

    def height(self) -> int:
        content = self.area.widget()
        assert content is not None
        return content.height()


@pytest.fixture
def many(qtbot: QtBot, theme: Theme) -> Many:
    return Many(qtbot)


def focused() -> str:
    now = QApplication.focusWidget()
    return now.text() if isinstance(now, QPushButton) else ""


def press(key: Qt.Key) -> None:
    now = QApplication.focusWidget()
    assert now is not None
    QTest.keyClick(now, key)


def test_a_short_list_is_made_whole(many: Many) -> None:
    many.show(SHORT)
    assert many.texts() == [str(number) for number in range(SHORT)]
    assert many.made == SHORT


def test_no_more_rows_are_made_of_five_hundred_than_of_fifty(many: Many) -> None:
    many.show(50)
    few = many.made
    many.made = 0
    many.show(5000)
    assert many.made <= few
    assert len(many.list.rows) <= SHORT * WIDEST_SHARE


@pytest.mark.parametrize("share", [0.25, 0.5, 1.0])
def test_wherever_one_scrolls_there_are_rows(qtbot: QtBot, many: Many, share: float) -> None:
    many.show(500)
    bar = many.area.verticalScrollBar()
    bar.setValue(round(bar.maximum() * share))
    qtbot.wait(30)
    seen = many.seen()
    port = many.area.viewport()
    assert len(seen) >= 10, seen
    for height in (2, port.height() // 2, port.height() - 6):
        under = port.childAt(60, height)
        assert isinstance(under, QPushButton) or isinstance(port.childAt(60, height + 4), QPushButton)
    numbers = [int(text) for text in seen]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert (numbers[-1] == 499) == (share == 1.0)
    assert len(many.list.rows) <= SHORT * WIDEST_SHARE


def test_the_arrows_go_through_every_row_and_back(qtbot: QtBot, many: Many) -> None:
    many.show(80)
    many.list.rows[0].setFocus()
    for number in range(1, 80):
        press(Qt.Key.Key_Down)
        qtbot.wait(1)
        assert focused() == str(number)
    qtbot.wait(30)
    assert "79" in many.seen()
    for number in range(78, -1, -1):
        press(Qt.Key.Key_Up)
        qtbot.wait(1)
        assert focused() == str(number)
    assert len(many.list.rows) <= SHORT * WIDEST_SHARE


def test_the_keyboard_stays_in_its_row_while_one_looks_elsewhere(qtbot: QtBot, many: Many) -> None:
    many.show(500)
    many.list.rows[3].setFocus()
    many.area.verticalScrollBar().setValue(9000)
    qtbot.wait(30)
    assert (focused(), "3" in many.seen()) == ("3", False)
    press(Qt.Key.Key_Down)
    qtbot.wait(30)
    assert focused() == "4"
    assert "4" in many.seen()


def test_after_new_rows_the_same_row_has_the_keyboard_in_view(qtbot: QtBot, many: Many) -> None:
    many.show(500)
    many.list.focus_row(300)
    qtbot.wait(30)
    assert (focused(), "300" in many.seen()) == ("300", True)
    many.show(500, first=2)
    assert (focused(), "300" in many.seen()) == ("300", True)
    many.show(100)
    assert focused() == "99", "a row that went leaves the keyboard to its successor, or to the last"


def test_the_height_of_the_whole_does_not_jump(qtbot: QtBot, many: Many) -> None:
    many.show(300)
    whole = many.height()
    assert 300 * 30 < whole < 300 * 60
    many.area.verticalScrollBar().setValue(whole // 2)
    qtbot.wait(30)
    assert abs(many.height() - whole) < whole * 0.2


@given(st.integers(0, 600), st.data())
def test_what_is_near_holds_what_is_seen(count: int, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, max(0, count - 1)))
    last = data.draw(st.integers(first, max(first, min(count - 1, first + 40))))
    made = near((first, last), count, SHORT)
    assert set(range(first, min(last + 1, count))) <= set(made)
    assert len(made) >= min(count, SHORT)
    assert set(made) <= set(range(count))
    missing = [number for _, numbers in gaps(list(made), count) for number in numbers]
    assert sorted([*made, *missing]) == list(range(count))


@given(st.lists(st.integers(1, 90), min_size=1, max_size=60), st.data())
def test_spaces_are_as_tall_as_the_rows_they_stand_for(tall: list[int], data: st.DataObject) -> None:
    heights = Heights(4)
    heights.begin(range(len(tall)))
    heights.learn(dict(enumerate(tall)))
    start = data.draw(st.integers(0, len(tall) - 1))
    stop = data.draw(st.integers(start + 1, len(tall)))
    assert heights.of(range(start, stop)) == sum(tall[start:stop]) + 4 * (stop - start - 1)
    first, last = heights.between(sum(tall[:start]) + 4 * start, sum(tall[:stop]) + 4 * (stop - 1))
    assert (first, last) == (start, stop - 1)
