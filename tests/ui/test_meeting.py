"""The meeting in the window, from the keyboard alone: write, tick, agree, book the next time, take the sheet home."""

from datetime import date, time, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from jobbpunkt import cases, coaching
from jobbpunkt.cases import NewCase
from jobbpunkt.coaching import MeetingEnd, MeetingFacts, NewSession, SessionDetails, StepWords
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register.opening import Register
from models.history import HistoryEntry
from models.vocabulary import Responsible, SessionKind, SessionStatus
from tests.ui.conftest import settle, settle_all
from tests.ui.dialogs import form_over
from tests.ui.keys import focused, press, press_until, type_text
from tests.ui.screen import text_on
from ui.coaching.booking import BookingDialog, booking_dialog
from ui.coaching.meeting import MeetingView
from ui.coaching.sheet import SheetDialog
from ui.context import Context
from ui.drafts.choosing import BothTexts
from ui.drafts.form_draft import BEHIND_MS
from ui.focus import next_part
from ui.widgets.dialog import FormDialog

TODAY = date(2020, 6, 15)
LAST_WEEK, NEXT_WEEK = TODAY - timedelta(days=7), TODAY + timedelta(days=7)
FACTS = MeetingFacts(SessionKind.COACHING, 60, "Kollage", "tigrinska")


@pytest.fixture
def person(sqlite_register: Register) -> UUID:
    return _person(sqlite_register, "Anna")


@pytest.fixture
def session(sqlite_register: Register, person: UUID) -> UUID:
    with sqlite_register.writing() as uow:
        last = coaching.book(uow, NewSession((person,), LAST_WEEK, time(10), FACTS)).record
        agreed = (StepWords("Ring IKEA", Responsible.PARTICIPANT, TODAY), StepWords("Skriv CV", Responsible.TOGETHER))
        coaching.hold(uow, last, 1, MeetingEnd("Vi pratade om jobb.", "", agreed))
        return coaching.book(uow, NewSession((person,), TODAY, time(9), FACTS)).record


@pytest.fixture
def view(qtbot: QtBot, context: Context, session: UUID) -> MeetingView:
    made = MeetingView(context, session)
    qtbot.addWidget(made)
    made.resize(1080, 700)
    made.show()
    made.activateWindow()
    settle(qtbot, context)
    return made


def _person(register: Register, given: str) -> UUID:
    with register.writing() as uow:
        one = details.create(uow, PersonData(given, "Berg", birth_year=1990, interpreter="tigrinska")).record
        cases.enrol(uow, NewCase(one, LAST_WEEK, coach_id=register.user.id))
    return one


def _kept(context: Context, session: UUID) -> SessionDetails:
    with context.register.reading() as uow:
        return coaching.details(uow, session)


def write(text: str) -> None:
    type_text(focused(), text)


def test_the_coachs_task_without_the_mouse(qtbot: QtBot, context: Context, view: MeetingView, session: UUID) -> None:
    assert view.before.steps.rows[0].step.words.text == "Ring IKEA"
    assert focused() is view.writing.note.text
    parts = [view.before, view.writing.note, view.writing.entry]
    for line in ("Anna har ringt IKEA.", "De vill se ett CV.", "Vi skriver det i dag."):
        write(line)
        press(Qt.Key.Key_Return)
    next_part(parts)
    next_part(parts)
    press(Qt.Key.Key_Space)
    settle(qtbot, context)
    assert view.before.steps.rows[-1].step.done_on == TODAY, "what is done moves below what is left"
    next_part(parts)
    press(Qt.Key.Key_Tab)
    write("Du har ringt IKEA. Bra!")
    press(Qt.Key.Key_Tab)
    write("Skicka CV till IKEA")
    press(Qt.Key.Key_Return)
    settle(qtbot, context)
    assert focused() is view.writing.entry.text.line, "the next step can be written at once"
    press_until(lambda: focused() is view.writing.next.day.line, Qt.Key.Key_Tab)
    write("2020-06-22")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.sheet is not None and view.sheet.pdf.page_count == 1)

    kept = _kept(context, session)
    assert kept.row.status is SessionStatus.HELD
    assert kept.note == "Anna har ringt IKEA.\nDe vill se ett CV.\nVi skriver det i dag."
    assert [step.words.text for step in kept.steps] == ["Skicka CV till IKEA"]
    assert kept.next is not None
    assert (kept.next.starts_at - kept.row.starts_at, kept.next.facts.place) == (timedelta(days=7), "Kollage")

    assert view.sheet is not None
    text = _text(view.sheet)
    for said in ("Anna Berg", "Du har ringt IKEA. Bra!", "Skicka CV till IKEA", "22 juni"):
        assert said in text
    assert "De vill se" not in text, "the coach's own note stays with the coach"
    with qtbot.waitSignal(view.left):
        QTest.keyClick(view.sheet, Qt.Key.Key_Escape)


def _history(context: Context, session: UUID) -> int:
    """Return how many rows the history has about the meeting itself."""
    with context.register.reading() as uow:
        query = select(func.count()).select_from(HistoryEntry).where(HistoryEntry.record_id == session)
        return uow.session.scalar(query) or 0


def _read_and_retype(qtbot: QtBot, context: Context) -> None:
    for line in ("Anna har ringt", " IKEA.", " De vill se ett CV.", " Vi skriver det i dag."):
        write(line)
        qtbot.wait(BEHIND_MS + 150)
        settle(qtbot, context)


def test_a_sitting_of_writing_leaves_one_row_in_the_history(
    qtbot: QtBot, context: Context, view: MeetingView, session: UUID
) -> None:
    before = _history(context, session)
    _read_and_retype(qtbot, context)
    assert view.writing.state.text() == "Inte sparat än. Utkastet behålls."
    draft = context.drafts.find(view.draft.name.of)
    assert draft is not None
    assert draft.fields[0].typed == "Anna har ringt IKEA. De vill se ett CV. Vi skriver det i dag."
    assert _history(context, session) == before
    with qtbot.waitSignal(view.left):
        view.leave()
    assert _history(context, session) == before + 1
    assert context.drafts.find(view.draft.name.of) is None


def test_ending_after_a_sitting_of_writing_leaves_one_row(
    qtbot: QtBot, context: Context, view: MeetingView, session: UUID
) -> None:
    before = _history(context, session)
    _read_and_retype(qtbot, context)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.sheet is not None and view.sheet.pdf.page_count == 1)
    assert view.sheet is not None
    with qtbot.waitSignal(view.left):
        QTest.keyClick(view.sheet, Qt.Key.Key_Escape)
    settle(qtbot, context)
    assert _kept(context, session).note.endswith("Vi skriver det i dag.")
    assert _history(context, session) == before + 1
    assert context.drafts.find(view.draft.name.of) is None


def test_turning_to_another_page_saves(qtbot: QtBot, context: Context, view: MeetingView, session: UUID) -> None:
    write("Snabbt")
    view.hide()
    settle(qtbot, context)
    assert _kept(context, session).note == "Snabbt"
    assert view.writing.state.text() == "Sparat 09:00"


def test_saving_always_ends_and_says_how(qtbot: QtBot, context: Context, view: MeetingView, session: UUID) -> None:
    said: list[str] = []
    for signal in (view.saver.saving, view.saver.saved, view.saver.unsaved):
        signal.connect(lambda: said.append(view.writing.state.text()))
    view.writing.note.text.insertPlainText("x" * 60_000)
    view.saver.flush()
    settle(qtbot, context)
    assert view.writing.note.error_text
    assert view.writing.state.text() == "Inte sparat än. Utkastet behålls."
    view.writing.note.text.setPlainText("Kort")
    view.saver.flush()
    settle(qtbot, context)
    assert view.writing.state.text() == "Sparat 09:00"
    assert said[0] == "Sparar …"


def test_leaving_waits_until_everything_is_saved(qtbot: QtBot, context: Context, view: MeetingView, session: UUID) -> None:
    write("Sista ordet")
    with qtbot.waitSignal(view.left):
        view.leave()
    assert _kept(context, session).note == "Sista ordet"


def test_after_an_error_nobody_foresaw_the_words_can_be_saved_again(
    qtbot: QtBot, context: Context, view: MeetingView, session: UUID
) -> None:
    write("Kvar")
    view.saver.session_id = "no key"  # type: ignore[assignment]  # what no database can look up
    with qtbot.waitSignal(context.operations.crashed):
        view.saver.flush()
    view.saver.session_id = session
    write(" här")
    with qtbot.waitSignal(view.left):
        view.leave()
    assert _kept(context, session).note == "Kvar här"


def test_a_lock_keeps_what_was_typed(qtbot: QtBot, context: Context, view: MeetingView, session: UUID) -> None:
    write("Innan skärmen låses")
    context.locking.emit()
    settle(qtbot, context)
    assert _kept(context, session).note == "Innan skärmen låses"


@pytest.mark.parametrize(
    ("keys", "stands"),
    [
        ((Qt.Key.Key_Left,), "Mina ord"),
        ((Qt.Key.Key_Right,), "Kollegans ord"),
        ((Qt.Key.Key_B,), "Kollegans ord\nMina ord"),
    ],
)
def test_after_somebody_elses_save_both_texts_stand_side_by_side(
    qtbot: QtBot, context: Context, view: MeetingView, session: UUID, keys: tuple[Qt.Key, ...], stands: str
) -> None:
    with context.register.writing() as uow:
        coaching.save_note(uow, session, 1, note="Kollegans ord", summary="")
    write("Mina ord")
    view.saver.flush()
    settle_all(qtbot, context)
    (asking,) = view.findChildren(BothTexts)
    qtbot.waitUntil(asking.isActiveWindow)
    assert asking.asked[0].hasFocus()
    assert [side._text.toPlainText() for side in asking.asked[0].sides] == ["Mina ord", "Kollegans ord"]
    for key in keys:
        press(key)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.writing.note.value() == stands
    view.saver.flush()
    settle(qtbot, context)
    assert _kept(context, session).note == stands
    assert view.writing.state.text() == "Sparat 09:00"
    # What was not chosen is not lost: theirs is in the history, mine among the drafts.
    aside = [draft.fields[0].text for draft in context.drafts.waiting()]
    assert aside == ([] if "Mina" in stands else ["Mina ord"])


def test_an_end_that_cannot_be_says_why_at_its_field_and_loses_nothing(
    qtbot: QtBot, context: Context, view: MeetingView, session: UUID
) -> None:
    write("Anteckning")
    view.writing.next.day.set_value(NEXT_WEEK)
    view.writing.next.at.set_value(None)
    view.end()
    settle(qtbot, context)
    assert view.writing.next.at.error_text == "Det här måste fyllas i."
    assert _kept(context, session).row.status is SessionStatus.BOOKED
    view.writing.next.at.set_value(time(13))
    view.writing.next.place.set_value("x" * 201)
    view.end()
    settle(qtbot, context)
    assert view.writing.next.place.error_text.startswith("Texten är 201 tecken")
    assert view.writing.note.value() == "Anteckning"


def test_a_step_that_was_not_entered_is_agreed_when_the_meeting_ends(
    qtbot: QtBot, context: Context, view: MeetingView, session: UUID
) -> None:
    view.writing.entry.text.setFocus()
    write("Halvt skrivet steg")
    view.end()
    qtbot.waitUntil(lambda: view.sheet is not None and view.sheet.pdf.page_count == 1)
    assert [step.words.text for step in _kept(context, session).steps] == ["Halvt skrivet steg"]


def test_a_meeting_with_a_step_that_cannot_be_kept_goes_on_with_every_word(
    qtbot: QtBot, context: Context, view: MeetingView, session: UUID
) -> None:
    entry = view.writing.entry
    entry.text.set_value("Steg")
    entry.due.line.setText("någon gång")
    view.end()
    settle(qtbot, context)
    assert _kept(context, session).row.status is SessionStatus.BOOKED
    assert entry.due.error_text
    entry.due.set_value(None)
    entry.text.set_value("x" * 201)
    view.end()
    settle(qtbot, context)
    assert _kept(context, session).row.status is SessionStatus.BOOKED
    assert entry.text.error_text.startswith("Texten är 201 tecken")
    entry.text.set_value("Kort steg")
    view.end()
    qtbot.waitUntil(lambda: view.sheet is not None and view.sheet.pdf.page_count == 1)
    assert [step.words.text for step in _kept(context, session).steps] == ["Kort steg"]
    assert entry.empty


def test_a_held_meeting_is_put_right_in_the_window_and_its_note_stays(
    qtbot: QtBot, context: Context, view: MeetingView, session: UUID
) -> None:
    context.changed.connect(lambda _change: view.refresh())
    with context.register.writing() as uow:
        context.announce(coaching.hold(uow, session, 1, MeetingEnd("Vi pratade om IKEA.")))
    settle_all(qtbot, context)
    view.head.correct.click()
    dialog = form_over(qtbot, view)
    dialog.form.set_values(day=LAST_WEEK, at=time(10, 30), kind=SessionKind.PHONE, minutes=25, place="Biblioteket")
    with qtbot.waitSignal(dialog.saved):
        dialog.save()
    settle_all(qtbot, context)
    found = _kept(context, session)
    assert (found.note, found.row.status) == ("Vi pratade om IKEA.", SessionStatus.HELD)
    assert found.row.facts == MeetingFacts(SessionKind.PHONE, 25, "Biblioteket", found.row.facts.interpreter)
    assert "10:30–10:55" in text_on(view.head)
    assert view.writing.note.value() == "Vi pratade om IKEA."


def test_the_keyboard_stays_at_the_step_that_was_ticked(qtbot: QtBot, context: Context, view: MeetingView) -> None:
    view.before.steps.focus_first()
    press(Qt.Key.Key_Space)
    settle(qtbot, context)
    assert focused() in [line.box for line in view.before.steps.rows]


def test_each_of_several_takes_home_only_their_own(
    qtbot: QtBot, context: Context, view: MeetingView, person: UUID, sqlite_register: Register
) -> None:
    other = _person(sqlite_register, "Bertil")
    with sqlite_register.writing() as uow:
        both = coaching.book(uow, NewSession((person, other), TODAY, time(8), FACTS)).record
        coaching.add_step(uow, person, StepWords("Annas steg"), session_id=both)
        coaching.add_step(uow, other, StepWords("Bertils steg"), session_id=both)
    group = MeetingView(context, both)
    qtbot.addWidget(group)
    group.show()
    settle(qtbot, context)
    group.end()
    qtbot.waitUntil(lambda: group.sheet is not None and group.sheet.pdf.page_count == 1)
    assert group.sheet is not None
    for mine, theirs, whom in (("Anna", "Bertil", person), ("Bertil", "Anna", other)):
        group.sheet.who.set_value(whom)
        with qtbot.waitSignal(group.sheet.shown):
            group.sheet.load()
        text = _text(group.sheet)
        assert f"{mine}s steg" in text
        assert theirs not in text


def test_cancelling_from_the_keyboard(qtbot: QtBot, context: Context, view: MeetingView, session: UUID) -> None:
    dialog = _asked(qtbot, context, view, view.head.cancel)
    dialog.form["reason"].setFocus()
    write("Sjuk")
    with qtbot.waitSignal(dialog.saved):
        press(Qt.Key.Key_Return)
    settle(qtbot, context)
    kept = _kept(context, session)
    assert (kept.row.status, kept.row.reason) == (SessionStatus.CANCELLED_BY_PARTICIPANT, "Sjuk")
    assert not view.head.end.isVisible()
    assert not view.writing.note.text.isEnabled()


def test_who_did_not_come(qtbot: QtBot, context: Context, view: MeetingView, session: UUID) -> None:
    dialog = _asked(qtbot, context, view, view.head.no_show)
    with qtbot.waitSignal(dialog.saved):
        press(Qt.Key.Key_Return)
    assert _kept(context, session).row.status is SessionStatus.NO_SHOW


def test_moving_opens_the_new_meeting(qtbot: QtBot, context: Context, view: MeetingView, session: UUID) -> None:
    dialog = _asked(qtbot, context, view, view.head.move_button)
    dialog.form["day"].set_value(NEXT_WEEK)
    with qtbot.waitSignal(context.navigated) as gone:
        dialog.save()
    assert gone.args == ["coaching", _kept(context, session).moved_to]
    assert _kept(context, session).row.status is SessionStatus.RESCHEDULED


def test_booking_finds_the_person_while_one_types_and_tells_of_a_clash(
    qtbot: QtBot, context: Context, view: MeetingView, sqlite_register: Register
) -> None:
    other = _person(sqlite_register, "Bertil")
    dialog = booking_dialog(view, context)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.people.line)
    write("bert")
    qtbot.waitUntil(lambda: not dialog.people.list.isHidden())
    settle(qtbot, context)
    press(Qt.Key.Key_Return)
    settle(qtbot, context)
    assert dialog.people.value() == (other,)
    assert dialog.when.interpreter.value() == "tigrinska"
    dialog.when.at.setFocus()
    write("9.30")
    qtbot.waitUntil(lambda: "Krockar med 09:00–10:00 Anna Berg" in dialog.notice.text)
    _book(qtbot, dialog)
    with context.register.reading() as uow:
        (row,) = coaching.of_person(uow, other)
    assert (row.starts_at.hour, row.starts_at.minute, row.facts.interpreter) == (7, 30, "tigrinska")


@pytest.mark.parametrize(
    ("written", "told"), [("19/6", "Fredag 19 juni är midsommarafton."), ("den 20", "midsommardagen"), ("28/6", "är helg.")]
)
def test_booking_tells_of_a_day_on_which_nobody_works(
    qtbot: QtBot, context: Context, view: MeetingView, person: UUID, written: str, told: str
) -> None:
    dialog = booking_dialog(view, context, person=person)
    dialog.open()
    settle(qtbot, context)
    dialog.when.day.line.clear()
    dialog.when.day.setFocus()
    write(written)
    qtbot.waitUntil(lambda: told in dialog.notice.text)
    dialog.when.day.line.clear()
    write("26/6")
    qtbot.waitUntil(lambda: told not in dialog.notice.text)


def test_booking_for_somebody_given_needs_a_time(qtbot: QtBot, context: Context, view: MeetingView, person: UUID) -> None:
    dialog = booking_dialog(view, context, person=person)
    dialog.open()
    settle(qtbot, context)
    dialog.save()
    assert dialog.when.at.error_text == "Det här måste fyllas i."
    dialog.when.at.set_value(time(15))
    _book(qtbot, dialog)


def _text(sheet: SheetDialog) -> str:
    return PdfReader(BytesIO(sheet.pdf._pdf)).pages[0].extract_text()


def _asked(qtbot: QtBot, context: Context, view: MeetingView, button: QWidget) -> FormDialog:
    button.setFocus()
    press(Qt.Key.Key_Space)
    settle(qtbot, context)
    (dialog,) = view.findChildren(FormDialog)
    return dialog


def _book(qtbot: QtBot, dialog: BookingDialog) -> None:
    with qtbot.waitSignal(dialog.saved):
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
