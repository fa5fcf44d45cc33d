"""What scrolls is as tall as its content needs at the width it has: no less, and no more."""

from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import boxed, column
from ui.widgets.page import scrolling

SENTENCE = "Coachingsamtal på områdeskontoret i Bäckby med tolk i turkiska"


def test_wrapped_text_that_fits_has_no_scroll_bar(qtbot: QtBot, theme: Theme) -> None:
    labels = [PlainLabel(SENTENCE) for _ in range(4)]
    inside = boxed(column(*labels, None))
    area = scrolling(inside)
    qtbot.addWidget(area)
    area.resize(400, inside.heightForWidth(400) + 4)
    area.show()
    qtbot.waitUntil(lambda: labels[0].height() >= labels[0].heightForWidth(labels[0].width()))
    assert area.verticalScrollBar().maximum() == 0


def test_a_text_box_keeps_its_least_height(qtbot: QtBot, theme: Theme) -> None:
    box = QPlainTextEdit()
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    box.setMinimumHeight(90)
    area = scrolling(boxed(column(box, *(PlainLabel(SENTENCE) for _ in range(9)))))
    qtbot.addWidget(area)
    area.resize(300, 160)
    area.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert box.height() >= 90
