"""The tab of a shift: one key for each person, as fast as keys come, each kept and none on the wrong person."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jobbpunkt import programmes, shifts, work
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register.opening import Register
from jobbpunkt.shifts import LETTERS, ShiftData
from models.vocabulary import AttendanceMark
from tests.registers import NOW
from tests.ui.conftest import settle_all, shown
from tests.ui.dialogs import form_over
from ui.context import Context
from ui.shifts.tab import ShiftTab

TODAY = NOW.date()
FRIDAY = TODAY - timedelta(3)
Mark = AttendanceMark
Key = Qt.Key


@dataclass(frozen=True, slots=True)
class Group:
    """A programme with twenty people, and its shifts of Friday and of today, Monday."""

    programme: UUID
    people: list[UUID]
    friday: UUID
    today: UUID


@pytest.fixture
def group(sqlite_register: Register) -> Group:
    with sqlite_register.writing() as uow:
        programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        people = [details.create(uow, PersonData(f"Person {number:02}", "Provsson")).record for number in range(20)]
        for person in people:
            programmes.enrol(uow, programme, person, starts_on=date(2020, 3, 2))
        made = [
            shifts.create(uow, programme, ShiftData(day, time(8, 30), time(12))).record
            for day in (FRIDAY, TODAY, TODAY + timedelta(1))
        ]
    return Group(programme, people, *made[:2])


@contextmanager
def opened(qtbot: QtBot, context: Context, group: Group, shift: UUID | None = None) -> Iterator[ShiftTab]:
    tab = shown(qtbot, ShiftTab(context), 1000, 660)
    with context.register.reading() as uow:
        (programme,) = work.programmes(uow)
    tab.show_programme(programme)
    settle_all(qtbot, context)
    if shift is not None:
        tab.show_record(shift)
        settle_all(qtbot, context)
    tab.roll.list.setFocus()
    yield tab
    settle_all(qtbot, context)


def marks(context: Context, shift: UUID) -> list[tuple[AttendanceMark | None, int]]:
    with context.register.reading() as uow:
        return [(one.mark, one.minutes) for one in shifts.get(uow, shift).people]


def type_now(tab: ShiftTab, *keys: Qt.Key) -> None:
    """Press keys without letting any answer arrive in between, each where the keyboard is."""
    for key in keys:
        target = QApplication.focusWidget() or tab.roll.list
        text = chr(key) if key < 128 else ""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def test_twenty_people_are_marked_by_twenty_keys_as_fast_as_they_come(qtbot: QtBot, context: Context, group: Group) -> None:
    untimed = [mark for mark in LETTERS if mark not in (Mark.LATE, Mark.PART)]
    wanted: list[AttendanceMark] = [untimed[number % len(untimed)] for number in range(20)]
    with opened(qtbot, context, group, group.today) as tab:
        keys = [Key.Key_Return if mark is Mark.PRESENT else Key(ord(LETTERS[mark])) for mark in wanted]
        type_now(tab, *keys)
        assert [one.mark for one in tab.roll.list.people.people] == wanted, "it is seen before it is kept"
        assert tab.marker.busy
        settle_all(qtbot, context)
        assert not tab.marker.busy
        assert [mark for mark, _ in marks(context, group.today)] == wanted
        assert tab.roll.finish.isVisible()
        assert not tab.roll.rest.isEnabled()
        assert tab.notice.isHidden()


def test_keys_pressed_while_the_next_day_loads_are_for_that_day(qtbot: QtBot, context: Context, group: Group) -> None:
    with opened(qtbot, context, group, group.friday) as tab:
        # Twenty present, on to the next day that lacks marks, and its first three, all before anything was answered.
        type_now(tab, *[Key.Key_Return] * 21, Key.Key_S, Key.Key_V, Key.Key_Return)
        settle_all(qtbot, context)
        settle_all(qtbot, context)
        assert marks(context, group.friday) == [(Mark.PRESENT, 210)] * 20
        assert [mark for mark, _ in marks(context, group.today)][:4] == [Mark.SICK, Mark.CARE_OF_CHILD, Mark.PRESENT, None]
        assert tab.view is not None
        assert tab.view.row.id == group.today


def test_a_read_on_its_way_takes_nothing_back(qtbot: QtBot, context: Context, group: Group) -> None:
    with opened(qtbot, context, group, group.today) as tab:
        type_now(tab, Key.Key_S)
        tab.live.mark_stale()  # a read between the first key and the next two
        type_now(tab, Key.Key_V, Key.Key_O)
        qtbot.waitUntil(lambda: not tab.marker.busy)
        shown_now = [one.mark for one in tab.roll.list.people.people][:4]
        assert shown_now == [Mark.SICK, Mark.CARE_OF_CHILD, Mark.UNEXCUSED, None]
        assert tab.roll.list.currentIndex().row() == 3, "the mark stays where the next key is for"


def test_a_key_that_is_held_down_marks_one_person(qtbot: QtBot, context: Context, group: Group) -> None:
    with opened(qtbot, context, group, group.today) as tab:
        type_now(tab, Key.Key_Return)
        for _ in range(5):
            held = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
            QApplication.sendEvent(tab.roll.list, held)
        settle_all(qtbot, context)
        assert [mark for mark, _ in marks(context, group.today)].count(None) == 19


def test_hours_are_asked_for_in_the_row_and_what_cannot_be_stays_there(qtbot: QtBot, context: Context, group: Group) -> None:
    with opened(qtbot, context, group, group.today) as tab:
        type_now(tab, Key.Key_Return, Key.Key_T, Key.Key_5, Key.Key_Return)
        line = tab.roll.list.hours
        assert (line.isVisible(), line.line.text(), line.line.hasFocus()) == (True, "5", True)
        assert line.said.text() == "Passet är 3,5 h. Skriv högst så mycket."
        line.line.clear()
        type_now(tab, Key.Key_2, Key.Key_Comma, Key.Key_5, Key.Key_Return, Key.Key_S)
        settle_all(qtbot, context)
        assert marks(context, group.today)[:3] == [(Mark.PRESENT, 210), (Mark.PART, 150), (Mark.SICK, 0)]
        type_now(tab, Key.Key_F, Key.Key_Escape, Key.Key_V)
        settle_all(qtbot, context)
        assert marks(context, group.today)[3:5] == [(Mark.CARE_OF_CHILD, 0), (None, 0)]


def joins(context: Context, group: Group, name: str) -> UUID:
    """Let somebody else join, who stands before everybody by name."""
    with context.register.writing() as uow:
        person = details.create(uow, PersonData(name, "Aaa")).record
        programmes.enrol(uow, group.programme, person, starts_on=date(2020, 3, 2))
    return person


def test_hours_are_of_whom_they_were_asked_though_somebody_joins_meanwhile(qtbot: QtBot, context: Context, group: Group) -> None:
    with opened(qtbot, context, group, group.today) as tab:
        type_now(tab, Key.Key_T, Key.Key_2)
        joins(context, group, "Aaron")
        tab.live.mark_stale()
        settle_all(qtbot, context)
        assert len(tab.roll.list.people.people) == 21
        type_now(tab, Key.Key_Return)
        settle_all(qtbot, context)
        assert marks(context, group.today)[:3] == [(None, 0), (Mark.PART, 120), (None, 0)]


def test_a_key_marks_who_one_stood_on_though_somebody_joins_meanwhile(qtbot: QtBot, context: Context, group: Group) -> None:
    with opened(qtbot, context, group, group.today) as tab:
        type_now(tab, *[Key.Key_Return] * 3, Key.Key_Up)
        joins(context, group, "Aaron")
        tab.live.mark_stale()
        settle_all(qtbot, context)
        type_now(tab, Key.Key_S)
        settle_all(qtbot, context)
        assert [mark for mark, _ in marks(context, group.today)][:4] == [None, Mark.PRESENT, Mark.PRESENT, Mark.SICK]


def test_hours_that_were_asked_for_go_to_no_other_day(qtbot: QtBot, context: Context, group: Group) -> None:
    with opened(qtbot, context, group, group.friday) as tab:
        type_now(tab, Key.Key_T, Key.Key_2)
        tab.strip.chosen.emit(group.today)
        settle_all(qtbot, context)
        type_now(tab, Key.Key_Return)
        settle_all(qtbot, context)
        assert marks(context, group.today)[0] == (Mark.PRESENT, 210)
        assert marks(context, group.friday)[0] == (None, 0)


def test_hours_typed_before_the_day_is_there_are_its_hours(qtbot: QtBot, context: Context, group: Group) -> None:
    with opened(qtbot, context, group, group.friday) as tab:
        late = (Key.Key_T, Key.Key_2, Key.Key_Comma, Key.Key_5, Key.Key_Return)
        type_now(tab, *[Key.Key_Return] * 21, *late, Key.Key_S)
        settle_all(qtbot, context)
        settle_all(qtbot, context)
        assert marks(context, group.today)[:3] == [(Mark.PART, 150), (Mark.SICK, 0), (None, 0)]


def test_the_rest_are_present_and_a_mark_is_taken_away(qtbot: QtBot, context: Context, group: Group) -> None:
    with opened(qtbot, context, group, group.today) as tab:
        type_now(tab, Key.Key_S, Key.Key_Up, Key.Key_Backspace, Key.Key_V, Key.Key_R)
        settle_all(qtbot, context)
        found = [mark for mark, _ in marks(context, group.today)]
        assert found == [Mark.CARE_OF_CHILD, *[Mark.PRESENT] * 19]
        assert tab.roll.done.text() == "20 av 20 markerade"
        assert tab.legend.rows[Mark.PRESENT].count.text() == "19"
        assert tab.legend.hours.text() == "66,5 h"


def test_somebody_elses_mark_is_not_written_over(qtbot: QtBot, context: Context, group: Group) -> None:
    with opened(qtbot, context, group, group.today) as tab:
        with context.register.writing() as uow:
            shifts.mark(uow, group.today, group.people[0], Mark.SICK, seen=None)
        type_now(tab, Key.Key_Return, Key.Key_V)
        settle_all(qtbot, context)
        assert [mark for mark, _ in marks(context, group.today)][:3] == [Mark.SICK, Mark.CARE_OF_CHILD, None]
        assert "Någon annan har markerat" in tab.notice.text
        assert [one.mark for one in tab.roll.list.people.people][:2] == [Mark.SICK, Mark.CARE_OF_CHILD]


def test_a_shift_to_come_takes_only_absence(qtbot: QtBot, context: Context, group: Group) -> None:
    with opened(qtbot, context, group) as tab:
        with context.register.reading() as uow:
            ahead = shifts.week(uow, group.programme, TODAY)[1].row.id
        tab.show_record(ahead)
        settle_all(qtbot, context)
        type_now(tab, Key.Key_L, Key.Key_Return)
        settle_all(qtbot, context)
        assert [mark for mark, _ in marks(context, ahead)][:2] == [Mark.LEAVE, None]
        assert "Passet har inte varit än" in tab.notice.text


def test_a_note_is_written_to_the_persons_mark(qtbot: QtBot, context: Context, group: Group) -> None:
    with opened(qtbot, context, group, group.today) as tab:
        type_now(tab, Key.Key_Return, Key.Key_Up, Key.Key_N)
        dialog = form_over(qtbot, tab)
        assert dialog.form["note"].editor().hasFocus()
        QTest.keyClicks(dialog.form["note"].editor(), "till 10:30")
        dialog.save()
        settle_all(qtbot, context)
        with context.register.reading() as uow:
            assert shifts.get(uow, group.today).people[0].note == "till 10:30"


def test_shifts_of_every_week_are_told_before_they_are_made(qtbot: QtBot, context: Context, group: Group) -> None:
    with opened(qtbot, context, group, group.today) as tab:
        tab.new_shift()
        settle_all(qtbot, context)
        dialog = form_over(qtbot, tab)
        dialog.form.set_values(day=date(2020, 6, 18), until=date(2020, 6, 30), weekdays=(3, 4))
        dialog.form.changed.emit()
        told = [label.text() for label in dialog.findChildren(type(tab.roll.title)) if "röda dagar" in label.text()]
        assert told == ["Det blir 3 pass. Hoppar över röda dagar: 19 juni (Midsommarafton)."]
        dialog.save()
        settle_all(qtbot, context)
        with context.register.reading() as uow:
            made = shifts.between(uow, group.programme, date(2020, 6, 18), date(2020, 6, 30))
        assert [row.data.day.day for row in made] == [18, 25, 26]
