"""The table: declared columns, Swedish order, and nothing lost when the rows are loaded anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from jobbpunkt.base.words import N_, Words
from ui.theme import Theme
from ui.widgets.column_widths import LEAST, share
from ui.widgets.empty import EmptyState
from ui.widgets.row_model import Column
from ui.widgets.row_table import RowTable


@dataclass(frozen=True, slots=True)
class Row:
    key: int
    name: str
    met: date | None = None
    days: int = 0


NAMES = ("Zoë", "Örjan", "Åsa", "Ärla", "Adam", "édith", "Erik", "östen")
COLUMNS: tuple[Column[Row], ...] = (
    Column(N_("Settings"), lambda row: row.name, stretch=True),
    Column(N_("Language"), lambda row: row.met),
    Column(N_("Lock"), lambda row: row.days, align="right", tone=lambda _row: "good"),
)

PIXELS = st.integers(72, 420)


def rows(count: int = 8) -> list[Row]:
    return [
        Row(number, NAMES[number % 8], None if number % 3 else date(2020, 6, 1 + number % 28), number) for number in range(count)
    ]


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, words_sv: Words) -> RowTable[Row]:
    made: RowTable[Row] = RowTable(
        words_sv, COLUMNS, lambda row: row.key, empty=EmptyState("users", "Här är det tomt"), many=True
    )
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    return made


def names(table: RowTable[Row]) -> list[str]:
    return [row.name for row in table.rows]


def test_order_is_swedish_and_what_is_not_known_comes_last(table: RowTable[Row]) -> None:
    table.set_rows(rows())
    assert names(table) == list(NAMES)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert names(table) == ["Adam", "édith", "Erik", "Zoë", "Åsa", "Ärla", "Örjan", "östen"]
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert names(table)[0] == "östen"
    for order in Qt.SortOrder:
        table.sortByColumn(1, order)
        assert [row.met is None for row in table.rows] == [False] * 3 + [True] * 5


def test_selection_and_scroll_stay_when_rows_are_loaded_anew(table: RowTable[Row]) -> None:
    table.set_rows(rows(400))
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    table.select(150)
    chosen = [150]
    scrolled = table.verticalScrollBar().value()
    assert scrolled > 0
    table.set_rows([replace(row, name=row.name + " ny") for row in rows(400)])
    assert [row.key for row in table.selected()] == chosen
    assert table.current() == replace(rows(400)[150], name=NAMES[150 % 8] + " ny")
    assert table.verticalScrollBar().value() == scrolled
    assert [row.key for row in table.rows[:3]] == [399, 398, 397]


def test_several_selected_rows_stay_and_one_that_went_is_let_go(table: RowTable[Row]) -> None:
    table.set_rows(rows(20))
    table.setFocus()
    table.select(3)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [row.key for row in table.selected()] == [3, 4]
    table.set_rows([row for row in rows(20) if row.key != 4])
    assert [row.key for row in table.selected()] == [3]


def test_sorting_keeps_the_selection(table: RowTable[Row]) -> None:
    table.set_rows(rows())
    table.select(2)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert [row.key for row in table.selected()] == [2]


def test_enter_and_double_click_open_the_row(qtbot: QtBot, table: RowTable[Row]) -> None:
    table.set_rows(rows())
    table.select(1)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [rows()[1]]
    place = table.visualRect(table.rows_model.index(4, 0)).center()
    with qtbot.waitSignal(table.opened) as opened:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [rows()[4]]


def test_tab_leaves_the_table(table: RowTable[Row]) -> None:
    assert not table.tabKeyNavigation()


def test_an_empty_table_says_what_belongs_there(table: RowTable[Row]) -> None:
    empty = table.findChild(EmptyState)
    assert empty is not None
    table.set_rows([])
    assert empty.isVisible()
    assert empty.geometry() == table.viewport().rect()
    table.set_rows(rows())
    assert not empty.isVisible()


def test_values_are_written_the_swedish_way_on_one_line(table: RowTable[Row]) -> None:
    table.set_rows([Row(1, "två\nrader\tnamn", date(2020, 6, 15), 3500)])
    model = table.rows_model
    assert [model.index(0, column).data() for column in range(3)] == ["två rader namn", "2020-06-15", "3\u00a0500"]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Inställningar"


def test_the_row_in_focus_is_told(qtbot: QtBot, table: RowTable[Row]) -> None:
    heard: list[Row | None] = []
    table.chosen.connect(heard.append)
    table.set_rows(rows())
    table.select(1)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert heard == [None, rows()[1], rows()[2]]
    table.set_rows([])
    assert heard[-1] is None


def test_columns_can_be_hidden_from_the_header(qtbot: QtBot, table: RowTable[Row]) -> None:
    table.set_rows(rows())
    table.horizontalHeader().customContextMenuRequested.emit(QPoint(5, 5))
    [menu] = [menu for menu in table.findChildren(QMenu) if menu.isVisible()]
    actions: Sequence[object] = menu.actions()
    assert [action.text() for action in menu.actions()] == ["Inställningar", "Språk", "Lås"]
    assert len(actions) == 3
    menu.actions()[1].trigger()
    assert table.isColumnHidden(1)
    menu.close()


def test_the_name_column_stays_readable_in_a_narrow_window(qtbot: QtBot, table: RowTable[Row]) -> None:
    table.set_rows([Row(number, "Ett ganska långt namn på en person", date(2020, 6, 15)) for number in range(50)])
    table.resize(900, 300)
    assert sum(table.columnWidth(number) for number in range(3)) == pytest.approx(table.viewport().width(), abs=3)
    table.resize(330, 300)
    assert table.columnWidth(0) >= 200
    assert all(table.columnWidth(number) >= 72 for number in range(3))


def test_words_go_on_in_a_second_line_where_there_is_little_room(qtbot: QtBot, table: RowTable[Row]) -> None:
    table.set_rows([Row(1, "Ett ganska långt namn på en person", date(2020, 6, 15))])
    table.resize(900, 300)
    calm = table.rowHeight(0)
    table.resize(330, 300)
    letters = table.fontMetrics()
    assert table.rowHeight(0) >= max(calm, 2 * letters.lineSpacing() + 8)
    assert table.wordWrap()
    assert table.columnWidth(0) >= letters.horizontalAdvance("Ett ganska långt namn på en person") // 2
    table.resize(900, 300)
    assert table.rowHeight(0) == calm


@given(
    st.lists(st.tuples(st.integers(72, 420), st.integers(72, 420)), min_size=1, max_size=9),
    st.integers(0, 8),
    st.integers(0, 3000),
)
def test_widths_fill_the_room_and_never_fall_below_the_least(columns: list[tuple[int, int]], stretched: int, room: int) -> None:
    wanted = [max(pair) for pair in columns]
    least = [min(pair) for pair in columns]
    number = stretched % len(columns)
    widths = share(wanted, least, [number], room)
    assert all(width >= floor for width, floor in zip(widths, least, strict=True))
    # Rounding may leave a pixel per column.
    assert sum(widths) > room - len(columns)
    assert all(width <= want for place, (width, want) in enumerate(zip(widths, wanted, strict=True)) if place != number)


def test_words_that_stretch_give_way_before_a_column_is_lost_but_never_the_first() -> None:
    wanted, least = [150, 300, 110], [140, 120, 110]
    assert share(wanted, least, [1], 400) == [140, 150, 110]
    assert share(wanted, least, [1], 450) == [140, 200, 110]
    assert share([300, 110], [120, 110], [0], 250) == [200, 110]


def test_a_column_grows_with_the_text_for_the_sake_of_one_long_word(qtbot: QtBot, table: RowTable[Row]) -> None:
    word = "sommarlovsentreprenörerna" * 3
    font = QApplication.font()
    large = QFont(font)
    large.setPixelSize(font.pixelSize() * 2)
    QApplication.setFont(large)
    try:
        table.set_rows([Row(1, word)])
        table.resize(500, 300)
        needed = table.fontMetrics().horizontalAdvance(word)
        assert 420 < needed < 800
        assert table.columnWidth(0) > needed
    finally:
        QApplication.setFont(font)


def test_a_table_without_rows_has_no_headings(table: RowTable[Row]) -> None:
    table.set_rows([])
    assert table.horizontalHeader().isHidden()
    table.set_rows([Row(1, "Åsa", None)])
    assert not table.horizontalHeader().isHidden()


def test_what_can_be_spared_goes_where_there_is_no_room_and_comes_back(qtbot: QtBot, theme: Theme, words_sv: Words) -> None:
    columns: list[Column[Row]] = [Column(f"Spalt {number}", lambda row: row.key, spare=number in (1, 2)) for number in range(4)]
    table: RowTable[Row] = RowTable(words_sv, columns, lambda row: row.key, empty=EmptyState("users", "Tomt"))
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.show()
    table.set_rows([Row(1, "Åsa", None)])
    for width, gone in ((900, []), (4 * LEAST - 9, [1]), (2 * LEAST + 9, [1, 2]), (900, [])):
        table.resize(width, 300)
        assert [number for number in range(4) if table.isColumnHidden(number)] == gone, width
    table.hideColumn(2)
    table.resize(899, 300)
    assert table.isColumnHidden(2), "what the person hid stays hidden"
