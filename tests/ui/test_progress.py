"""Progress towards work by keyboard: asked, answered, put right, taken back, left as a draft, and saved by two at once."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QTabWidget
from pytestqt.qtbot import QtBot

from jobbpunkt import progress
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.progress import ProgressView, QuestionWords
from models.vocabulary import ProgressScale, Rater
from tests.ui.conftest import settle_all, shown
from tests.ui.dialogs import form_over
from tests.ui.keys import focused, press, press_until
from tests.ui.screen import text_on
from ui.context import Context
from ui.progress.tab import ProgressTab
from ui.widgets.dialog import FormDialog
from ui.workspace import Workspace

TODAY = date(2020, 6, 15)
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def person(context: Context) -> UUID:
    """Somebody who can be asked."""
    with context.register.writing() as uow:
        return details.create(uow, PersonData("Amina", "Exempel")).record


@pytest.fixture
def tab(qtbot: QtBot, context: Context, person: UUID) -> ProgressTab:
    """The tab of that person, in the whole window."""
    window = shown(qtbot, Workspace(context), 1280, 800)
    settle_all(qtbot, context)
    window.go("people", person)
    settle_all(qtbot, context)
    tabs = next(found for found in window.findChildren(QTabWidget) if found.isVisible())
    tabs.setCurrentIndex([tabs.tabText(number) for number in range(tabs.count())].index("Väg mot arbete"))
    settle_all(qtbot, context)
    (made,) = window.findChildren(ProgressTab)
    return made


def seen(context: Context, person: UUID) -> ProgressView:
    with context.register.reading() as uow:
        return progress.of_person(uow, person)


def values(context: Context, person: UUID, by: Rater) -> list[list[int]]:
    return [list(one.values.values()) for one in seen(context, person).answered(by)]


def in_window(qtbot: QtBot, tab: ProgressTab) -> None:
    """Give the keyboard back to the window, as a window system does when a dialog has closed."""
    with qtbot.waitActive(tab.window()):
        tab.window().activateWindow()


def push(qtbot: QtBot, context: Context, tab: ProgressTab, button: QAbstractButton) -> None:
    """Walk to a button with Tab from the first one that is seen, and press it."""
    in_window(qtbot, tab)
    next(one for one in (tab.start, *tab.ask.values()) if one.isVisible()).setFocus()
    press_until(lambda: focused() is button, Key.Key_Tab)
    press(Key.Key_Space)
    settle_all(qtbot, context)


def begun(qtbot: QtBot, context: Context, tab: ProgressTab) -> None:
    push(qtbot, context, tab, tab.start)


def chosen(qtbot: QtBot, dialog: FormDialog, value: int) -> None:
    """Choose a number of the first question that the keyboard comes to."""
    qtbot.waitUntil(dialog.isActiveWindow)
    press_until(lambda: focused().accessibleName().endswith(": 0"), Key.Key_Tab)
    press(Key.Key_Right, times=value)
    press(Key.Key_Space)


def answered(qtbot: QtBot, context: Context, tab: ProgressTab, by: Rater, value: int) -> None:
    push(qtbot, context, tab, tab.ask[by])
    chosen(qtbot, form_over(qtbot, tab), value)
    press(Key.Key_Return, CONTROL)
    settle_all(qtbot, context)
    in_window(qtbot, tab)


def test_both_are_asked_and_answer_and_what_moved_is_seen(qtbot: QtBot, context: Context, tab: ProgressTab, person: UUID) -> None:
    assert not tab.moved.isVisible()
    begun(qtbot, context, tab)
    assert tab.facts.text() == "Deltagaren: Står på tur 2020-06-15   ·   Coachen: Står på tur 2020-06-15"
    answered(qtbot, context, tab, Rater.PARTICIPANT, 3)
    answered(qtbot, context, tab, Rater.COACH, 6)
    answered(qtbot, context, tab, Rater.PARTICIPANT, 5)
    assert values(context, person, Rater.PARTICIPANT) == [[3], [5]]
    assert values(context, person, Rater.COACH) == [[6]]
    told = text_on(tab.moved)
    assert "Deltagaren: 3 → 5" in told
    assert "Coachen: 6" in told
    assert "cirklar" in told, "told apart by shape and in words, not by colour alone"
    ((question, line),) = tab.moved.lines.items()
    assert line.accessibleName().startswith(question.words.area)
    assert "2020-06-15: 6, coachen" in line.accessibleName()
    assert (len(line.points()), len(line.points(of_coach=True))) == (2, 1)
    assert len(tab.table.rows) == 3


def test_an_answer_is_put_right_and_taken_back(qtbot: QtBot, context: Context, tab: ProgressTab, person: UUID) -> None:
    begun(qtbot, context, tab)
    answered(qtbot, context, tab, Rater.PARTICIPANT, 3)
    tab.table.setFocus()
    press(Key.Key_Return)
    dialog = form_over(qtbot, tab)
    chosen(qtbot, dialog, 4)
    press(Key.Key_S, CONTROL)
    settle_all(qtbot, context)
    in_window(qtbot, tab)
    assert values(context, person, Rater.PARTICIPANT) == [[4]]
    assert len(seen(context, person).rounds) == 3, "no further round comes of it"
    press(Key.Key_Z, CONTROL)
    settle_all(qtbot, context)
    assert values(context, person, Rater.PARTICIPANT) == [[3]]
    assert "Deltagaren: 3" in text_on(tab.moved)


def test_a_round_that_is_removed_comes_back(qtbot: QtBot, context: Context, tab: ProgressTab, person: UUID) -> None:
    begun(qtbot, context, tab)
    answered(qtbot, context, tab, Rater.PARTICIPANT, 3)
    tab.table.selectRow(0)
    push(qtbot, context, tab, tab.drop)
    assert values(context, person, Rater.PARTICIPANT) == []
    assert not tab.moved.isVisible()
    press(Key.Key_Z, CONTROL)
    settle_all(qtbot, context)
    assert values(context, person, Rater.PARTICIPANT) == [[3]]


def test_an_answer_that_is_left_waits_as_a_draft(qtbot: QtBot, context: Context, tab: ProgressTab, person: UUID) -> None:
    begun(qtbot, context, tab)
    push(qtbot, context, tab, tab.ask[Rater.COACH])
    chosen(qtbot, form_over(qtbot, tab), 7)
    press(Key.Key_Escape)
    settle_all(qtbot, context)
    assert values(context, person, Rater.COACH) == []
    assert [one.of.form for one in context.drafts.waiting()] == ["progress.answer"]
    push(qtbot, context, tab, tab.ask[Rater.COACH])
    again = form_over(qtbot, tab)
    qtbot.waitUntil(again.isActiveWindow)
    press(Key.Key_Return, CONTROL)
    settle_all(qtbot, context)
    assert values(context, person, Rater.COACH) == [[7]]
    assert context.drafts.waiting() == ()


def test_what_somebody_else_answered_meanwhile_is_shown_and_ones_own_is_kept(
    qtbot: QtBot, context: Context, tab: ProgressTab, person: UUID
) -> None:
    begun(qtbot, context, tab)
    push(qtbot, context, tab, tab.ask[Rater.PARTICIPANT])
    dialog = form_over(qtbot, tab)
    chosen(qtbot, dialog, 8)
    view = seen(context, person)
    waiting = view.waiting(Rater.PARTICIPANT)
    assert waiting is not None
    with context.register.writing() as uow:
        progress.answer(uow, waiting.id, waiting.version, {view.questions[1].id: 2}, on=TODAY)
    press(Key.Key_Return, CONTROL)
    settle_all(qtbot, context)
    assert values(context, person, Rater.PARTICIPANT) == [[2]], "nothing is written over"
    again = next(one for one in tab.window().findChildren(FormDialog) if one.isVisible())
    assert "Någon annan" in again.notice.text
    first, second, *_ = (field.value() for name, field in again.form.fields.items() if name.startswith("question-"))
    assert (first, second) == (8, 2), "both answers stand there"
    again.save()
    settle_all(qtbot, context)
    assert sorted(values(context, person, Rater.PARTICIPANT)[0]) == [2, 8]


@pytest.fixture
def line_of(qtbot: QtBot, context: Context, tab: ProgressTab, person: UUID) -> Callable[[ProgressScale], list[float]]:
    """Return where the answers 2 and 4 to a question of this scale stand, from the bottom, in parts of the height."""

    def heights(scale: ProgressScale) -> list[float]:
        with context.register.writing() as uow:
            made = progress.add_question(uow, QuestionWords("Mod", "Hur modig är jag?", "", scale)).record
            uow.flush()
            progress.begin(uow, person, context.words)
            uow.flush()
            for value, days in ((2, 90), (4, 0)):
                waiting = progress.of_person(uow, person).waiting(Rater.PARTICIPANT)
                assert waiting is not None
                change = progress.answer(uow, waiting.id, 1, {made: value}, on=TODAY - timedelta(days=days))
                uow.flush()
        context.announce(change)
        settle_all(qtbot, context)
        (line,) = tab.moved.lines.values()
        area = line._area()
        return [round((area.bottom() - point.y()) / area.height(), 3) for point in line.points()]

    return heights


@pytest.mark.parametrize(("scale", "wanted"), [(ProgressScale.TEN, [0.2, 0.4]), (ProgressScale.FIVE, [0.25, 0.75])])
def test_the_line_stands_on_the_scale_of_its_question(
    line_of: Callable[[ProgressScale], list[float]], scale: ProgressScale, wanted: list[float]
) -> None:
    assert line_of(scale) == wanted
