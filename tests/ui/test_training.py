"""The matrix of training: a key acts on the cell that had the keyboard when it came, however fast the keys come."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jobbpunkt import programmes, training, work
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from models.vocabulary import SkillLevel
from tests.ui.conftest import settle_all, shown
from ui.context import Context
from ui.training.forms import unit_dialog
from ui.training.tab import TrainingTab
from ui.widgets.dialog import FormDialog

BEGUN, TODAY = date(2020, 2, 3), date(2020, 6, 15)
NAMES = ("Amina", "Blerta", "Fatuma", "Hodan")
LEVELS = {1: SkillLevel.SEEN, 2: SkillLevel.WITH_SUPPORT, 3: SkillLevel.ALONE}


@pytest.fixture
def programme(context: Context) -> UUID:
    """A programme with four who take part, which trains in nothing yet."""
    with context.register.writing() as uow:
        made = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        for name in NAMES:
            programmes.enrol(uow, made, details.create(uow, PersonData(name, "Exempel")).record, starts_on=BEGUN)
    return made


def opened(
    qtbot: QtBot, context: Context, programme: UUID, *, begun: bool = True, size: tuple[int, int] = (1000, 700)
) -> TrainingTab:
    if begun:
        with context.register.writing() as uow:
            training.begin(uow, programme, context.words)
    tab = shown(qtbot, TrainingTab(context), *size)
    with context.register.reading() as uow:
        (found,) = work.programmes(uow)
    tab.show_programme(found)
    settle_all(qtbot, context)
    return tab


def stands(context: Context, programme: UUID) -> dict[tuple[str, str], SkillLevel]:
    with context.register.reading() as uow:
        found = training.matrix(uow, programme, TODAY)
    names = {one.id: one.name.text.split()[0] for one in found.trainees}
    units = {one.id: one.data.name for one in found.units}
    return {(names[person], units[unit]): one.level for (person, unit), one in found.standing.items()}


def test_one_key_sets_a_level_and_goes_down(qtbot: QtBot, context: Context, programme: UUID) -> None:
    tab = opened(qtbot, context, programme)
    tab.grid.setFocus()
    QTest.keyClicks(tab.grid, "32-1")
    settle_all(qtbot, context)
    wanted = (SkillLevel.ALONE, SkillLevel.WITH_SUPPORT, SkillLevel.NOT_RELEVANT, SkillLevel.SEEN)
    assert stands(context, programme) == {(name, "Arbetsteknik"): level for name, level in zip(NAMES, wanted, strict=True)}
    assert "sedan 15 juni 2020" in tab.strip.told.text()


def test_keys_as_fast_as_they_come_land_in_the_right_cells(qtbot: QtBot, context: Context, programme: UUID) -> None:
    tab = opened(qtbot, context, programme)
    tab.grid.setFocus()
    pressed: dict[tuple[str, str], SkillLevel] = {}
    names = [unit.data.name for unit in tab.board.units]
    for column, unit in enumerate(names):
        for row, name in enumerate(NAMES):
            digit = 1 + (row * 3 + column * 2) % 3
            QTest.keyClicks(tab.grid, str(digit))
            pressed[name, unit] = LEVELS[digit]
            if column % 3 == row:
                QTest.qWait(1)  # an answer of the register comes between two keys
        QTest.keyClick(tab.grid, Qt.Key.Key_PageUp)
        QTest.keyClick(tab.grid, Qt.Key.Key_Right)
    settle_all(qtbot, context)
    assert stands(context, programme) == pressed
    assert tab.board.pressed == {}


def test_a_cell_keeps_the_keyboard_when_somebody_comes_and_goes(qtbot: QtBot, context: Context, programme: UUID) -> None:
    tab = opened(qtbot, context, programme)
    tab.grid.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(tab.grid, key)
    before = tab.grid.cell()
    with context.register.writing() as uow:
        person = details.create(uow, PersonData("Aaron", "Först")).record
        change = programmes.enrol(uow, programme, person, starts_on=BEGUN)
    context.announce(change)
    settle_all(qtbot, context)
    assert tab.grid.grid.rowCount() == len(NAMES) + 2
    assert tab.grid.cell() == before


def test_no_digit_outside_the_scale_does_anything_but_say_so(qtbot: QtBot, context: Context, programme: UUID) -> None:
    told: list[str] = []
    tab = opened(qtbot, context, programme)
    tab.show_notice = lambda text, _tone="neutral": told.append(text)  # type: ignore[attr-defined]
    tab.grid.setFocus()
    QTest.keyClicks(tab.grid, "4")
    settle_all(qtbot, context)
    assert told == ["Det finns ingen nivå 4. Tryck 1, 2 eller 3."]
    assert stands(context, programme) == {}


def test_backspace_takes_the_level_back_and_d_asks_for_the_day(qtbot: QtBot, context: Context, programme: UUID) -> None:
    tab = opened(qtbot, context, programme)
    tab.grid.setFocus()
    QTest.keyClicks(tab.grid, "3")
    settle_all(qtbot, context)
    QTest.keyClick(tab.grid, Qt.Key.Key_Up)
    QTest.keyClicks(tab.grid, "d")
    (dialog,) = tab.findChildren(FormDialog)
    dialog.form.set_values(noted_on=date(2020, 2, 2))
    dialog.save()
    settle_all(qtbot, context)
    assert "från 2020-02-03" in dialog.form["noted_on"].error_text
    dialog.form.set_values(noted_on=date(2020, 3, 2))
    dialog.save()
    settle_all(qtbot, context)
    assert "sedan 2 mars 2020" in tab.strip.told.text()
    QTest.keyClick(tab.grid, Qt.Key.Key_Backspace)
    settle_all(qtbot, context)
    assert stands(context, programme) == {}


def test_a_refused_level_gives_the_cell_back(qtbot: QtBot, context: Context, programme: UUID) -> None:
    tab = opened(qtbot, context, programme)
    unit = tab.board.units[0]
    with context.register.writing() as uow:
        training.remove(uow, unit.id, unit.version)
    tab.grid.setFocus()
    QTest.keyClicks(tab.grid, "3")
    settle_all(qtbot, context)
    assert stands(context, programme) == {}
    assert tab.board.pressed == {}


def test_where_there_is_no_room_one_participant_is_shown_at_a_time(qtbot: QtBot, context: Context, programme: UUID) -> None:
    tab = opened(qtbot, context, programme, size=(520, 420))
    assert tab.stack.currentWidget() is tab.narrow
    units = tab.one.units
    units.setFocus()
    QTest.keyClick(units, Qt.Key.Key_Right)
    QTest.keyClicks(units, "12")
    settle_all(qtbot, context)
    assert stands(context, programme) == {
        ("Blerta", "Arbetsteknik"): SkillLevel.SEEN,
        ("Blerta", "Metoder"): SkillLevel.WITH_SUPPORT,
    }
    box = units.boxes(units.visualRect(units.units.index(2)).toRectF())[2]
    QTest.mouseClick(units.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    settle_all(qtbot, context)
    assert stands(context, programme)["Blerta", "Kemi"] is SkillLevel.ALONE


def test_nothing_trained_offers_a_list_to_begin_with(qtbot: QtBot, context: Context, programme: UUID) -> None:
    tab = opened(qtbot, context, programme, begun=False)
    (begin,) = [one for one in tab.none.findChildren(QPushButton) if one.isVisible()]
    begin.click()
    settle_all(qtbot, context)
    assert tab.stack.currentWidget() is tab.wide
    assert len(tab.board.units) == 8


def test_who_a_filter_found_stays_while_one_works(qtbot: QtBot, context: Context, programme: UUID) -> None:
    tab = opened(qtbot, context, programme)
    tab.filters[1].click()
    tab.grid.setFocus()
    for _ in range(8):
        QTest.keyClicks(tab.grid, "3")
        QTest.keyClick(tab.grid, Qt.Key.Key_PageUp)
        QTest.keyClick(tab.grid, Qt.Key.Key_Right)
    settle_all(qtbot, context)
    assert [one.name.text for one in tab.board.people] == [f"{name} Exempel" for name in NAMES]
    assert tab.filters[1].text() == "Har obedömt: 3"
    tab.filters[1].click()
    assert len(tab.board.people) == 3


@pytest.mark.parametrize("size", [(1000, 700), (420, 700)])
def test_a_filter_that_finds_nobody_can_be_pressed_again(
    qtbot: QtBot, context: Context, programme: UUID, size: tuple[int, int]
) -> None:
    """The list is as empty as before: Qt warns of a change that is told of no cell."""
    tab = opened(qtbot, context, programme, size=size)
    (button,) = (one for one in tab.findChildren(QPushButton) if one.text().startswith("Minst med stöd i allt"))
    for _ in range(3):
        button.click()
        settle_all(qtbot, context)
    assert tab.grid.model().rowCount() == 0


def test_units_are_added_moved_and_removed_from_their_list(qtbot: QtBot, context: Context, programme: UUID) -> None:
    tab = opened(qtbot, context, programme)
    tab.manage.click()
    settle_all(qtbot, context)
    dialog = unit_dialog(tab.units, context, programme)
    dialog.form.set_values(name="Kombiskurmaskin")
    dialog.save()
    settle_all(qtbot, context)
    assert tab.units.table.rows[-1].data.name == "Kombiskurmaskin"
    tab.units.table.select(tab.units.table.rows[-1].id)
    tab.units.move_unit(up=True)
    settle_all(qtbot, context)
    assert tab.units.table.rows[-2].data.name == "Kombiskurmaskin"
    for begins, stays in ((tab.units.change, True), (tab.units.table, False)):
        begins.setFocus()
        QTest.keyClick(begins, Qt.Key.Key_Delete)
        settle_all(qtbot, context)
        assert ("Kombiskurmaskin" in [one.data.name for one in tab.units.table.rows]) is stays
    tab.units.back.click()
    assert tab.stack.currentWidget() is tab.wide
