"""Fields and forms: what people may type, what is refused and where it is said."""

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import Words
from tests.ui.keys import type_text
from ui.theme import Theme
from ui.widgets.field import Field
from ui.widgets.forms import (
    ChoiceField,
    DateField,
    Form,
    LongTextField,
    NumberField,
    PasswordField,
    SegmentField,
    TextField,
    TickField,
    TimeField,
)
from ui.widgets.time_fields import calendar_of

TODAY = date(2020, 6, 15)


@pytest.fixture
def form(qtbot: QtBot, theme: Theme, words_sv: Words) -> Form:
    made = Form(words_sv)
    qtbot.addWidget(made)
    made.add("name", TextField("Namn", hint="Som personen vill kallas"))
    made.add("day", DateField(words_sv, "Dag", today=TODAY))
    made.add("at", TimeField("Tid"), beside=True)
    made.add("count", NumberField("Antal", highest=100, decimals=1))
    made.add("choice", ChoiceField("Status", [(1, "Ett"), (2, "Två")], none="Inte valt"))
    made.add("grade", SegmentField("Betyg", [(0, "0"), (1, "1")]))
    made.add("note", LongTextField("Anteckning"))
    made.add("tick", TickField("Samtycke"))
    made.show()
    return made


def typed(field: Field[Any], text: str) -> None:
    line = field.findChild(QLineEdit)
    assert line is not None
    line.clear()
    type_text(line, text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2020-06-15", date(2020, 6, 15)),
        ("20200615", date(2020, 6, 15)),
        ("200615", date(2020, 6, 15)),
        ("15/6", date(2020, 6, 15)),
        ("15.6 2021", date(2021, 6, 15)),
        (" ", None),
    ],
)
def test_a_day_may_be_typed_in_any_usual_way(form: Form, text: str, meant: date | None) -> None:
    typed(form["day"], text)
    assert form["day"].value() == meant


@pytest.mark.parametrize("text", ["2020-02-30", "snart", "31/4", "99", "2020-06", "<b>1</b>"])
def test_a_day_that_does_not_exist_is_refused_at_its_field(form: Form, text: str) -> None:
    typed(form["day"], text)
    with pytest.raises(InvalidInput) as refused:
        form.values()
    assert refused.value.field == "day"
    assert form.show_error(refused.value)
    assert form["day"].error_text.startswith("Den dagen finns inte.")
    typed(form["day"], "1")
    assert form["day"].error_text == ""


def test_a_day_is_typed_as_people_say_it_and_shown_with_its_weekday(form: Form) -> None:
    field = form["day"]
    assert isinstance(field, DateField)
    form.resize(600, 400)
    form.show()
    typed(form["day"], "+2v")
    assert field.line.remark == "mån 29/6"
    assert field.line.accessibleDescription() == "mån 29/6"
    assert field.value() == date(2020, 6, 29)
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert (field.line.text(), field.line.remark) == ("2020-06-29", "mån")
    typed(form["day"], "snart")
    assert field.line.remark == ""


@pytest.mark.parametrize(
    ("text", "meant"), [("9", time(9)), ("9.30", time(9, 30)), ("0930", time(9, 30)), ("13:05", time(13, 5)), ("", None)]
)
def test_a_time_may_be_typed_in_any_usual_way(form: Form, text: str, meant: time | None) -> None:
    typed(form["at"], text)
    assert form["at"].value() == meant


@pytest.mark.parametrize("text", ["25", "9:75", "nio", "-1"])
def test_a_time_that_does_not_exist_is_refused(form: Form, text: str) -> None:
    typed(form["at"], text)
    with pytest.raises(InvalidInput):
        form["at"].value()


def test_the_arrows_step_days_and_quarters(form: Form) -> None:
    day, at = form["day"], form["at"]
    QTest.keyClick(day.editor(), Qt.Key.Key_Up)
    assert day.value() == TODAY
    QTest.keyClick(day.editor(), Qt.Key.Key_Down)
    assert day.value() == date(2020, 6, 14)
    for _ in range(2):
        QTest.keyClick(at.editor(), Qt.Key.Key_Up)
    assert at.value() == time(9, 15)


@pytest.mark.parametrize(("text", "meant"), [("12", Decimal(12)), ("3,5", Decimal("3.5")), ("", None), (" 7 ", Decimal(7))])
def test_numbers_are_written_with_a_comma(form: Form, text: str, meant: Decimal | None) -> None:
    typed(form["count"], text)
    assert form["count"].value() == meant


@pytest.mark.parametrize("text", ["tolv", "101", "-1", "1,25", "NaN", "inf", "1e9"])
def test_what_is_no_number_here_is_refused(form: Form, text: str) -> None:
    typed(form["count"], text)
    with pytest.raises(InvalidInput):
        form["count"].value()


def test_a_choice_may_be_left_open(form: Form) -> None:
    choice = form["choice"]
    assert choice.value() is None
    choice.set_value(2)
    assert choice.value() == 2
    choice.set_value("finns inte")
    assert choice.value() is None


def test_a_long_list_is_searched_by_typing(qtbot: QtBot, theme: Theme) -> None:
    field: ChoiceField[int] = ChoiceField("Språk", [(number, f"Språk {number}") for number in range(30)], none="Inget")
    qtbot.addWidget(field)
    assert field.box.isEditable()
    field.box.setEditText("Språk 7")
    assert field.value() == 7
    field.box.setEditText("språk 12")
    assert field.value() == 12


def test_what_one_searches_for_is_kept_as_one_types_and_never_saved_as_nothing(
    qtbot: QtBot, theme: Theme, words_sv: Words
) -> None:
    form = Form(words_sv)
    qtbot.addWidget(form)
    choices = [(number, f"Språk {number}") for number in range(30)]
    field = form.add("language", ChoiceField("Språk", choices, none="Inget"))
    before = field.keep()
    typed(field, "Spr")
    assert form.dirty
    searched = field.keep()
    assert searched != before
    with pytest.raises(InvalidInput) as refused:
        form.check()
    assert refused.value.field == "language"
    field.set_choices(choices[:20])
    assert field.as_text() == "Spr", "other choices do not take away what one types"
    typed(field, "Språk 3")
    form.check()
    assert field.keep() == 3
    again: ChoiceField[int] = ChoiceField("Språk", [], none="Inget")
    qtbot.addWidget(again)
    again.bring_back(searched)
    again.set_choices(choices)
    assert again.as_text() == "Spr"


def test_values_go_in_and_come_out(form: Form) -> None:
    given = {
        "name": "Åsa",
        "day": TODAY,
        "at": time(9),
        "count": Decimal("2.5"),
        "choice": 1,
        "grade": 1,
        "note": "rad ett\nrad två",
        "tick": True,
    }
    form.set_values(**given)
    assert form.values() == given
    assert not form.dirty
    typed(form["name"], "Berit")
    assert form.dirty


def test_every_control_has_a_name_for_a_screen_reader(form: Form) -> None:
    editors = {name: form[name].editor().accessibleName() for name in ("name", "day", "at", "count", "choice", "note", "tick")}
    assert editors == {
        "name": "Namn",
        "day": "Dag",
        "at": "Tid",
        "count": "Antal",
        "choice": "Status",
        "note": "Anteckning",
        "tick": "Samtycke",
    }
    form["name"].set_error("Skriv ett namn.")
    assert form["name"].editor().accessibleDescription() == "Skriv ett namn."


def test_tab_goes_through_the_form_and_never_gets_stuck(qtbot: QtBot, form: Form) -> None:
    form.focus_first()
    seen = []
    for _ in range(9):
        seen.append(form.focusWidget().accessibleName())
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    assert seen == ["Namn", "Dag", "Välj i kalendern", "Tid", "Antal", "Status", "Betyg: 0", "Anteckning", "Samtycke"]


def test_a_password_is_hidden_until_one_asks(qtbot: QtBot, theme: Theme) -> None:
    field = PasswordField("Lösenord", show="Visa", hide="Dölj")
    qtbot.addWidget(field)
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
    assert field.eye.accessibleName() == "Visa"
    QTest.keyClick(field.eye, Qt.Key.Key_Return)
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal
    assert field.eye.accessibleName() == "Dölj"
    type_text(field.line, " med mellanslag ")
    assert field.value() == " med mellanslag "


def test_the_calendar_holds_only_days_that_can_be_chosen(qtbot: QtBot, theme: Theme, words_sv: Words) -> None:
    calendar = calendar_of(words_sv)
    qtbot.addWidget(calendar)
    for end in (calendar.minimumDate(), calendar.maximumDate()):
        calendar.setSelectedDate(end.addDays(-400) if end == calendar.minimumDate() else end.addDays(400))
        day = calendar.selectedDate()
        assert date(day.year(), day.month(), day.day())
        assert calendar.minimumDate() <= day <= calendar.maximumDate()
    assert calendar.minimumDate().year() > 0


@pytest.mark.parametrize("name", ["name", "day", "at", "count", "choice", "grade", "note", "tick"])
def test_nothing_of_a_closed_field_can_be_reached(form: Form, name: str) -> None:
    field = form[name]
    field.set_enabled(enabled=False)
    reached = [child for child in field.findChildren(QWidget) if child.isEnabledTo(field) and child.isVisibleTo(field)]
    assert not [child for child in reached if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
    field.set_enabled(enabled=True)
    assert field.editor().isEnabledTo(field)
