"""Rows that wrap and boxes that grow, at any width and text size."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import shown
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


def test_what_is_low_stands_at_the_middle_of_its_line(qtbot: QtBot) -> None:
    """Words beside buttons, in the first line and in the last."""
    holder = QWidget()
    flow = FlowLayout(holder, spacing=6)
    heights = (30, 10, 40, 20)
    parts = [QWidget() for _ in heights]
    for part, height in zip(parts, heights, strict=True):
        part.setFixedSize(100, height)
        flow.addWidget(part)
    shown(qtbot, holder, 210, 100)
    assert [part.y() for part in parts] == [0, 10, 36, 46]
