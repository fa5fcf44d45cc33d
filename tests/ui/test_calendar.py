"""The calendar and a person's meetings: weeks, whole Swedish days, one's own and everybody's, what a meeting offers."""

from collections.abc import Callable
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt import coaching
from jobbpunkt.base.words import Words
from jobbpunkt.coaching import MeetingFacts, NewSession, SessionRow, StepWords
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import undo
from models.vocabulary import Protection, Responsible, Role
from tests.colleagues import EVERY_KEY, colleague
from tests.ui.conftest import settle
from tests.ui.dialogs import form_over
from tests.ui.keys import focused, press, type_text
from ui.coaching.agenda import Agenda, week_of
from ui.coaching.page import CoachingPage
from ui.coaching.session_button import SessionButton
from ui.coaching.session_menu import fill
from ui.coaching.tab import CoachingTab
from ui.context import Context

MONDAY = date(2020, 6, 15)
DAY = timedelta(days=1)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def person(context: Context) -> UUID:
    with context.register.writing() as uow:
        return details.create(uow, PersonData("Åsa", "Öberg")).record


@pytest.fixture
def agenda(qtbot: QtBot, context: Context, person: UUID) -> Agenda:
    for day, at in (
        (MONDAY - DAY, time(23, 30)),
        (MONDAY, time(0)),
        (MONDAY + 6 * DAY, time(23, 30)),
        (MONDAY + 7 * DAY, time(0)),
    ):
        book(context, person, day, at)
    view = Agenda(context)
    show(qtbot, context, view)
    return view


def book(context: Context, person: UUID, day: date, at: time, coach: UUID | None = None) -> UUID:
    with context.register.writing() as uow:
        return coaching.book(uow, NewSession((person,), day, at, coach_id=coach)).record


def show(qtbot: QtBot, context: Context, view: QWidget) -> None:
    qtbot.addWidget(view)
    view.resize(1060, 700)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    refresh: Callable[[], None] = view.refresh  # type: ignore[attr-defined]
    refresh()
    settle(qtbot, context)


def shown(agenda: Agenda) -> list[SessionRow]:
    return [row.session for row in agenda.list.rows if isinstance(row, SessionButton)]


def starts(agenda: Agenda, words: Words) -> list[str]:
    return [words.moment(session.starts_at) for session in shown(agenda)]


def test_a_week_holds_its_own_swedish_days(agenda: Agenda, words_sv: Words) -> None:
    assert agenda.week.text() == "Vecka 25, 15 juni – 21 juni 2020"
    assert starts(agenda, words_sv) == ["2020-06-15 00:00", "2020-06-21 23:30"]


def test_weeks_are_named_as_swedes_do(words_sv: Words) -> None:
    assert week_of(words_sv, date(2020, 12, 28)) == "Vecka 53, 28 dec. – 3 jan. 2021"


def test_weeks_are_turned_from_the_keyboard(qtbot: QtBot, context: Context, agenda: Agenda, words_sv: Words) -> None:
    agenda.list.rows[1].setFocus()
    QTest.keyClick(agenda.list.rows[1], Qt.Key.Key_Up, ALT)
    settle(qtbot, context)
    assert starts(agenda, words_sv) == ["2020-06-14 23:30"]
    agenda.now.setFocus()
    for _ in range(2):
        QTest.keyClick(agenda.now, Qt.Key.Key_Down, ALT)
    settle(qtbot, context)
    assert starts(agenda, words_sv) == ["2020-06-22 00:00"]
    QTest.keyClick(agenda.now, Qt.Key.Key_Home, ALT)
    settle(qtbot, context)
    assert agenda.monday == MONDAY


def test_enter_opens_a_meeting(qtbot: QtBot, context: Context, agenda: Agenda) -> None:
    button = next(row for row in agenda.list.rows if isinstance(row, SessionButton))
    button.setFocus()
    with qtbot.waitSignal(context.navigated) as gone:
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert gone.args == ["coaching", button.session.id]


def test_ones_own_meetings_or_everybodys(qtbot: QtBot, context: Context, agenda: Agenda, person: UUID) -> None:
    with colleague(context.register, [Role.COACH], EVERY_KEY) as other:
        book(context, person, MONDAY + DAY, time(9), coach=other.user.id)
    agenda.refresh()
    settle(qtbot, context)
    assert len(shown(agenda)) == 2
    agenda.everybody.click()
    settle(qtbot, context)
    assert len(shown(agenda)) == 3


def actions(context: Context, session: SessionRow, parent: QWidget) -> list[str]:
    menu = QMenu(parent)
    fill(menu, parent, context, session)
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_what_a_meeting_offers_follows_its_status(qtbot: QtBot, context: Context, agenda: Agenda) -> None:
    begun, coming = shown(agenda)
    assert actions(context, begun, agenda) == ["Öppna", "Rätta …", "Boka om …", "Avboka …", "Uteblev …"]
    assert actions(context, coming, agenda) == ["Öppna", "Rätta …", "Boka om …", "Avboka …"]
    with context.register.writing() as uow:
        coaching.no_show(uow, begun.id, begun.version)
    agenda.refresh()
    settle(qtbot, context)
    assert actions(context, shown(agenda)[0], agenda) == ["Öppna", "Rätta …"]


def test_moved_from_a_list_a_protected_persons_meeting_keeps_its_place(qtbot: QtBot, context: Context, agenda: Agenda) -> None:
    with context.register.writing() as uow:
        hidden = details.create(uow, PersonData("Hemlig", "Öberg", protection=Protection.CONFIDENTIALITY_MARKING)).record
        made = coaching.book(uow, NewSession((hidden,), MONDAY, time(14), MeetingFacts(place="Rum 3"))).record
    agenda.refresh()
    settle(qtbot, context)
    listed = next(row for row in shown(agenda) if row.id == made)
    assert listed.facts.place == ""
    menu = QMenu(agenda)
    fill(menu, agenda, context, listed)
    next(action for action in menu.actions() if action.text() == "Boka om …").trigger()
    dialog = form_over(qtbot, agenda)
    dialog.form["at"].set_value(time(15))
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save()
    with context.register.reading() as uow:
        assert coaching.details(uow, saved.args[0].record).row.facts.place == "Rum 3"


def test_the_week_stays_as_it_was_behind_a_meeting(qtbot: QtBot, context: Context, person: UUID) -> None:
    made = book(context, person, MONDAY + 7 * DAY, time(9))
    page = CoachingPage(context)
    show(qtbot, context, page)
    page.agenda.show_week(MONDAY + 7 * DAY)
    page.show_record(made)
    settle(qtbot, context)
    opened = page.meeting
    page.show_record(made)
    assert page.meeting is opened, "opening it again must not lose what is being written"
    assert opened is not None
    opened.left.emit()
    settle(qtbot, context)
    assert (page.stack.currentWidget(), page.agenda.monday) == (page.agenda, MONDAY + 7 * DAY)
    focus = QApplication.focusWidget()
    assert isinstance(focus, SessionButton)
    assert focus.session.id == made


def test_another_meeting_is_opened_once_what_was_written_is_kept(qtbot: QtBot, context: Context, person: UUID) -> None:
    one, other = book(context, person, MONDAY, time(8)), book(context, person, MONDAY, time(10))
    page = CoachingPage(context)
    show(qtbot, context, page)
    page.show_record(one)
    settle(qtbot, context)
    assert page.meeting is not None
    page.meeting.writing.note.text.setPlainText("Halva svaret")
    page.show_record(other)
    qtbot.waitUntil(lambda: page.meeting is not None and page.meeting.session_id == other)
    with context.register.reading() as uow:
        assert coaching.details(uow, one).note == "Halva svaret"


@pytest.fixture
def tab(qtbot: QtBot, context: Context, person: UUID) -> CoachingTab:
    book(context, person, MONDAY - 7 * DAY, time(9))
    book(context, person, MONDAY, time(9))
    with context.register.writing() as uow:
        coaching.add_step(uow, person, StepWords("Ringa IKEA"))
    view = CoachingTab(context, person)
    show(qtbot, context, view)
    return view


def test_a_persons_meetings_the_latest_first(qtbot: QtBot, context: Context, tab: CoachingTab) -> None:
    assert [row.starts_at.day for row in tab.table.rows] == [15, 8]
    tab.table.selectRow(1)
    with qtbot.waitSignal(context.navigated) as gone:
        QTest.keyClick(tab.table, Qt.Key.Key_Return)
    assert gone.args == ["coaching", tab.table.rows[1].id]


def test_a_step_is_added_with_enter_and_one_that_is_too_long_stays_typed(
    qtbot: QtBot, context: Context, tab: CoachingTab, person: UUID
) -> None:
    context.changed.connect(lambda _change: tab.refresh())
    entry = tab.entry
    entry.text.setFocus()
    type_text(focused(), "Skriva brev")
    entry.due.setFocus()
    type_text(focused(), "+1v")
    press(Qt.Key.Key_Return)
    settle(qtbot, context)
    with context.register.reading() as uow:
        steps = {step.words.text: step.words.due_on for step in coaching.open_steps(uow, person)}
    assert steps == {"Ringa IKEA": None, "Skriva brev": MONDAY + 7 * DAY}
    assert (len(tab.list.rows), entry.empty, entry.due.value()) == (2, True, None)
    entry.text.set_value("x" * 201)
    entry.due.set_value(MONDAY)
    entry.text.setFocus()
    press(Qt.Key.Key_Return)
    type_text(focused(), "y")
    settle(qtbot, context)
    assert entry.text.error_text.startswith("Texten är 201 tecken")
    assert (entry.text.value(), entry.due.value()) == ("x" * 201 + " y", MONDAY)


def test_delete_drops_a_step(qtbot: QtBot, context: Context, tab: CoachingTab, person: UUID) -> None:
    tab.list.rows[0].setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Delete)
    settle(qtbot, context)
    with context.register.reading() as uow:
        assert coaching.steps_of_person(uow, person) == ()


def test_a_step_is_put_right_with_f2_and_what_was_written_earlier_is_in_the_history(
    qtbot: QtBot, context: Context, tab: CoachingTab, person: UUID
) -> None:
    context.changed.connect(lambda _change: tab.refresh())
    tab.list.rows[0].setFocus()
    press(Qt.Key.Key_F2)
    dialog = form_over(qtbot, tab)
    assert focused().accessibleName() == "Steg"
    press(Qt.Key.Key_End)
    type_text(focused(), " i Västerås")
    dialog.form.set_values(responsible=Responsible.COACH, due_on=MONDAY + DAY, done_on=MONDAY)
    with qtbot.waitSignal(dialog.saved) as saved:
        press(Qt.Key.Key_Return)
    settle(qtbot, context)
    with context.register.reading() as uow:
        (step,) = coaching.steps_of_person(uow, person)
    assert step.words == StepWords("Ringa IKEA i Västerås", Responsible.COACH, MONDAY + DAY)
    assert step.done_on == MONDAY
    with context.register.writing() as uow:
        undo.undo(uow, saved.args[0].transaction)
    with context.register.reading() as uow:
        (step,) = coaching.steps_of_person(uow, person)
        assert (step.words, step.done_on) == (StepWords("Ringa IKEA"), None)


def test_the_mouse_finds_what_can_be_done_with_a_step(qtbot: QtBot, context: Context, tab: CoachingTab) -> None:
    row = tab.list.rows[0]
    pencil = next(button for button in row.findChildren(QPushButton) if button.accessibleName() == "Ändra steget (F2)")
    QTest.mouseClick(pencil, Qt.MouseButton.LeftButton)
    form_over(qtbot, tab).reject()
    QApplication.sendEvent(row, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), row.mapToGlobal(QPoint(5, 5))))
    menu = tab.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Ändra …", "Stryk"]
    menu.close()


def test_a_step_half_typed_waits_as_a_draft(qtbot: QtBot, context: Context, person: UUID) -> None:
    first = CoachingTab(context, person)
    type_text(first.entry.text.line, "Halvt")
    first.draft.flush()
    first.deleteLater()
    view = CoachingTab(context, person)
    show(qtbot, context, view)
    qtbot.waitUntil(lambda: view.entry.text.value() == "Halvt")


def test_booking_begins_with_the_person(qtbot: QtBot, context: Context, tab: CoachingTab) -> None:
    tab.new.setFocus()
    QTest.keyClick(tab.new, Qt.Key.Key_N, CTRL)
    settle(qtbot, context)
    assert isinstance(tab.findChild(QDialog), QDialog)
