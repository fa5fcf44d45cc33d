"""Rows that wrap and boxes that grow, at any width and text size."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow import FlowLayout
from ui.widgets.forms import LongTextField
from ui.widgets.growing import growing


@pytest.fixture
def field(qtbot: QtBot, theme: object) -> Iterator[LongTextField]:
    holder = QWidget()
    qtbot.addWidget(holder)
    found = growing(LongTextField("Nuläge"), least=2, most=5)
    QVBoxLayout(holder).addWidget(found)
    holder.resize(400, 600)
    holder.show()
    yield found
    holder.close()


def lines(field: LongTextField) -> int:
    return field.text.viewport().height() // field.text.fontMetrics().lineSpacing()


def test_a_box_grows_line_by_line_between_its_bounds(field: LongTextField) -> None:
    seen = []
    for number in range(1, 8):
        field.set_value("\n".join(["rad"] * number))
        seen.append(lines(field))
    assert seen == [2, 2, 3, 4, 5, 5, 5]


def test_a_box_grows_when_it_becomes_narrow(qtbot: QtBot, field: LongTextField) -> None:
    field.set_value("Jag har arbetat fyra år med städning och tar hand om tre barn.")
    before = lines(field)
    field.window().resize(180, 600)
    qtbot.waitUntil(lambda: lines(field) > before)


def test_a_flow_takes_as_many_lines_as_its_width_asks_for(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=6)
    chips = [QLabel(text) for text in ("Pågående", "Att följa upp", "Mina", "Karriär")]
    for chip in chips:
        chip.setFixedSize(100, 20)
        flow.addWidget(chip)
    assert (flow.heightForWidth(418), flow.heightForWidth(417), flow.heightForWidth(100)) == (20, 46, 98)
    assert flow.sizeHint().width() == 418
    assert flow.minimumSize().width() == 100
    holder.resize(206, 98)
    holder.show()
    assert [(chip.x(), chip.y()) for chip in chips] == [(0, 0), (106, 0), (0, 26), (106, 26)]
    assert flow.takeAt(3) is not None
    assert (flow.count(), flow.itemAt(3), flow.takeAt(9)) == (3, None, None)
