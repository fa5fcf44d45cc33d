"""What people typed is shown as it is: no widget reads it as markup, loads a picture or follows a link."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMessageBox, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt.base.words import Words
from ui import messages
from ui.theme import Theme
from ui.widgets import buttons, labels
from ui.widgets.card import Card
from ui.widgets.chips import chip
from ui.widgets.empty import EmptyState
from ui.widgets.forms import ChoiceField, Form, LongTextField, SegmentField, TextField, TickField
from ui.widgets.notice import Notice
from ui.widgets.row_model import Column
from ui.widgets.row_table import RowTable

PAYLOADS = (
    "<b>fet</b>",
    "<img src='/etc/hostname'>",
    "<a href='file:///'>länk</a>",
    "&lt;redan&gt; &amp; så",
    "</p><h1>stor",
    "<table><tr><td>",
    "A & B",
    "%s {name} %1",
    "=1+1",
    "\u202eomvänd",
)
TEXTS = st.one_of(st.sampled_from(PAYLOADS), st.text(alphabet="<>&;/abc='\" {}%", max_size=40))


def everything(words: Words, text: str) -> list[QWidget]:
    """Return one of each widget of the kit, showing `text` wherever it shows a text."""
    makers = (labels.title, labels.heading, labels.text, labels.strong, labels.muted, labels.small, labels.error, labels.figure)
    form = Form(words)
    form.add("a", TextField(text, hint=text)).set_value(text)
    form.add("b", LongTextField(text)).set_value(text)
    form.add("c", TickField(text))
    form.add("d", SegmentField(text, [(1, text)]))
    form.add("e", ChoiceField(text, [(1, text)], none=text))
    form["a"].set_error(text)
    notice = Notice(words)
    notice.say(text, "bad")
    return [
        *(make(text) for make in makers),
        *(make(text) for make in (buttons.primary, buttons.secondary, buttons.quiet, buttons.link, buttons.danger)),
        buttons.icon_button("x", text),
        chip(text, "good"),
        Card(text),
        EmptyState("users", text, text),
        notice,
        form,
    ]


@pytest.fixture(scope="module")
def words() -> Words:
    return Words("sv")


@given(text=TEXTS)
@example(text="<img src='/etc/hostname'>")
@hypothesis_settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_widget_reads_markup(qtbot: QtBot, theme: Theme, words: Words, text: str) -> None:
    for widget in everything(words, text):
        for label in [widget, *widget.findChildren(QLabel)]:
            if isinstance(label, QLabel):
                assert label.textFormat() is Qt.TextFormat.PlainText
        assert widget.findChildren(QTextEdit) == []
        widget.deleteLater()


@given(text=TEXTS)
@hypothesis_settings(max_examples=200, deadline=None)
def test_a_tooltip_shows_the_text_itself(text: str) -> None:
    document = QTextDocument()
    document.setHtml(labels.plain_tip(text))
    shown = " ".join(document.toPlainText().split())
    assert shown == " ".join(text.replace("\ufffc", "").split())


@given(text=TEXTS)
@hypothesis_settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_buttons_and_fields_give_back_what_they_were_given(qtbot: QtBot, theme: Theme, words: Words, text: str) -> None:
    button, line, long = buttons.primary(text), TextField("Namn"), LongTextField("Anteckning")
    line.set_value(text)
    long.set_value(text)
    assert button.text().replace("&&", "&") == text
    assert button.accessibleName() == text
    assert line.value() == text.strip()
    assert long.value() == text.strip()
    assert isinstance(long.editor(), QPlainTextEdit)
    assert isinstance(line.editor(), QLineEdit)
    assert isinstance(button, QAbstractButton)


def test_a_picture_named_in_a_text_is_never_loaded(qtbot: QtBot, theme: Theme, words: Words, tmp_path: Path) -> None:
    red = QImage(60, 60, QImage.Format.Format_RGB32)
    red.fill(QColor("#ff0000"))
    file = tmp_path / "red.png"
    assert red.save(str(file))
    for widget in everything(words, f"<img src='{file.as_posix()}'>"):
        qtbot.addWidget(widget)
        widget.resize(500, 300)
        widget.show()
        seen = widget.grab().toImage()
        grid = [(x, y) for x in range(0, seen.width(), 4) for y in range(0, seen.height(), 4)]
        # The edges of letters may come out red; the picture would be 225 points of this grid.
        assert sum(seen.pixelColor(x, y).name() == "#ff0000" for x, y in grid) < 20


def test_a_table_shows_and_tips_text_as_it_is(qtbot: QtBot, theme: Theme, words: Words) -> None:
    table: RowTable[str] = RowTable(words, (Column("Name", lambda row: row, tip=lambda row: row),), lambda row: row)
    qtbot.addWidget(table)
    table.set_rows(PAYLOADS)
    model = table.rows_model
    assert [model.index(number, 0).data() for number in range(len(PAYLOADS))] == list(PAYLOADS)
    tips = [model.index(number, 0).data(Qt.ItemDataRole.ToolTipRole) for number in range(len(PAYLOADS))]
    assert all("<b>" not in tip and "<img" not in tip and "<a " not in tip for tip in tips)


def test_dialogs_show_plain_text(qtbot: QtBot, theme: Theme, words: Words) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    messages.tell(window, "<b>x</b>", words)
    messages.ask(window, "<img src='x'>", words, yes="<i>Ja</i>", then=lambda: None)
    boxes = window.findChildren(QMessageBox)
    assert [box.textFormat() for box in boxes] == [Qt.TextFormat.PlainText] * 2
    for box in boxes:
        box.close()
