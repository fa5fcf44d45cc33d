"""The form dialog: it closes when the register has said yes, and keeps everything until then."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, Stale
from jobbpunkt.base.ids import new_id
from jobbpunkt.register.unit_of_work import Writing
from tests.ui.conftest import settle, shown
from tests.ui.keys import type_text
from ui.context import Context
from ui.drafts.naming import DraftName, NotKept
from ui.theme import Theme
from ui.widgets.dialog import FormDialog
from ui.widgets.forms import Form, TextField

Work = Callable[[Writing], Change]
DRAFT = DraftName("test.person")


class Answer:
    """What the register will say to the next save."""

    def __init__(self) -> None:
        self.error: Exception | None = None
        self.saved: list[str] = []

    def work(self, text: str) -> Work:
        def save(uow: Writing) -> Change:
            if self.error is not None:
                raise self.error
            self.saved.append(text)
            return Change(new_id(), frozenset(), uow.transaction)

        return save


@pytest.fixture
def answer() -> Answer:
    return Answer()


def person_dialog(window: QWidget, context: Context, answer: Answer, draft: DraftName | NotKept = DRAFT) -> FormDialog:
    form = Form(context.words)
    name = form.add("name", TextField("Namn"))
    made = FormDialog(window, context, "Ny deltagare", form, lambda: answer.work(str(name.value())), draft=draft)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    return made


def over(dialog: FormDialog) -> QWidget:
    window = dialog.parentWidget()
    assert window is not None
    return window


@pytest.fixture
def dialog(qtbot: QtBot, context: Context, answer: Answer) -> Iterator[FormDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = person_dialog(window, context, answer)
    made.open()
    type_text(made.form["name"].editor(), "Åsa")
    # The window lives until the test is over: it owns the dialog.
    yield made
    window.close()


def test_saving_closes_and_tells(qtbot: QtBot, context: Context, dialog: FormDialog, answer: Answer) -> None:
    with qtbot.waitSignal(dialog.saved):
        QTest.keyClick(dialog.form["name"].editor(), Qt.Key.Key_Return)
    assert answer.saved == ["Åsa"]
    assert not dialog.isVisible()


def test_a_refusal_is_shown_at_its_field_and_nothing_typed_is_lost(
    qtbot: QtBot, context: Context, dialog: FormDialog, answer: Answer
) -> None:
    answer.error = InvalidInput("Write a number, for example 12.", field="name")
    dialog.save()
    settle(qtbot, context)
    assert dialog.isVisible()
    assert dialog.form["name"].value() == "Åsa"
    assert dialog.form["name"].error_text == "Skriv ett tal, till exempel 12."
    answer.error = None
    dialog.save()
    settle(qtbot, context)
    assert answer.saved == ["Åsa"]


def test_a_refusal_of_the_whole_is_shown_at_the_top(qtbot: QtBot, context: Context, dialog: FormDialog, answer: Answer) -> None:
    answer.error = Stale("Somebody else has saved this since you opened it. Compare your text with theirs and save again.")
    dialog.save()
    settle(qtbot, context)
    assert dialog.isVisible()
    assert dialog.notice.text == context.words(answer.error.sentence)
    assert dialog.form["name"].value() == "Åsa"


@pytest.mark.parametrize(
    "error", [InvalidInput("No", field="name"), InvalidInput("No", field="none"), Stale("No"), ZeroDivisionError()]
)
def test_a_save_that_fails_leaves_the_draft_where_it_is(
    qtbot: QtBot, context: Context, dialog: FormDialog, answer: Answer, error: Exception
) -> None:
    answer.error = error
    assert dialog.draft is not None
    dialog.draft.flush()
    dialog.save()
    settle(qtbot, context)
    context.drafts.flush()
    kept = context.drafts.find(dialog.draft.name.of)
    assert kept is not None, "a kill now would lose it"
    assert [one.typed for one in kept.fields] == ["Åsa"]


def test_after_an_error_nobody_foresaw_one_can_save_again(
    qtbot: QtBot, context: Context, dialog: FormDialog, answer: Answer
) -> None:
    answer.error = ZeroDivisionError()
    dialog.save()
    settle(qtbot, context)
    assert dialog.isVisible()
    answer.error = None
    dialog.save()
    settle(qtbot, context)
    assert answer.saved == ["Åsa"]


def test_saving_twice_quickly_saves_once(qtbot: QtBot, context: Context, dialog: FormDialog, answer: Answer) -> None:
    dialog.save()
    dialog.save()
    settle(qtbot, context)
    assert answer.saved == ["Åsa"]


def test_escape_keeps_the_draft_and_the_form_opens_with_it(
    qtbot: QtBot, context: Context, dialog: FormDialog, answer: Answer
) -> None:
    assert "Stäng, behåll utkastet" in [button.text() for button in dialog.findChildren(QPushButton)]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog.deleteLater()
    again = person_dialog(over(dialog), context, answer)
    again.open()
    qtbot.waitUntil(lambda: again.form["name"].value() == "Åsa")
    assert again.bar.text == "Återställt: skrivet kl 09:00, inte sparat."
    again.save()
    settle(qtbot, context)
    assert answer.saved == ["Åsa"]
    assert context.drafts.find(DRAFT.of) is None


def test_the_key_throws_away_what_came_back_and_gives_it_back_again(
    qtbot: QtBot, context: Context, dialog: FormDialog, answer: Answer
) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    again = person_dialog(over(dialog), context, answer)
    again.open()
    qtbot.waitUntil(again.isActiveWindow)
    line = again.form["name"].editor()
    qtbot.waitUntil(lambda: again.form["name"].value() == "Åsa")
    for stands in ("", "Åsa", ""):
        QTest.keyClick(line, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
        assert again.form["name"].value() == stands
        assert (context.drafts.find(DRAFT.of) is None) == (not stands)
    # Once one types, the key deletes a word as it does everywhere.
    type_text(line, "Eva Maria")
    QTest.keyClick(line, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert again.form["name"].value() == "Eva"
    again.close()


def test_where_no_draft_is_kept_escape_asks_first(qtbot: QtBot, context: Context, dialog: FormDialog, answer: Answer) -> None:
    secret = person_dialog(over(dialog), context, answer, NotKept("a test"))
    secret.open()
    type_text(secret.form["name"].editor(), "Åsa")
    QTest.keyClick(secret, Qt.Key.Key_Escape)
    box = secret.findChild(QMessageBox)
    assert box is not None
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert secret.isVisible()
    QTest.keyClick(secret, Qt.Key.Key_Escape)
    box = secret.findChildren(QMessageBox)[-1]
    [leave] = [button for button in box.findChildren(QPushButton) if button.text() == "Stäng utan att spara"]
    leave.click()
    assert not secret.isVisible()


def test_escape_closes_at_once_when_nothing_was_typed(qtbot: QtBot, dialog: FormDialog) -> None:
    dialog.form.set_values(name="")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_an_explanation_of_several_lines_leaves_room_for_the_buttons(
    qtbot: QtBot, context: Context, theme: Theme, percent: int
) -> None:
    theme.choose("light", percent)
    window = shown(qtbot, QWidget(), 1280, 900)
    form = Form(context.words)
    for number in range(3):
        form.add(f"name{number}", TextField("Namn"))
    told = "Det som står här är så långt att det bryts i flera rader i varje fönster. " * 4
    made = FormDialog(window, context, "Ny", form, lambda: Answer().work(""), draft=NotKept("a test"), explanation=told)
    made.open()
    qtbot.waitUntil(made.isVisible)
    qtbot.wait(5)
    area, save = made._area.geometry(), made._save.geometry()
    assert area.bottom() < save.top()
    assert save.bottom() < made.height()
