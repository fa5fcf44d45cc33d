"""The tab of a month: squares are corrected, sheets wait for their own marks alone, are printed and noted as signed."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jobbpunkt import shifts, work
from jobbpunkt.register.opening import Register
from models.vocabulary import AttendanceMark
from tests.ui.conftest import settle_all, shown
from tests.ui.dialogs import form_over
from tests.ui.test_shifts import Group, group, marks  # noqa: F401 - a fixture
from ui.context import Context
from ui.shifts.month_model import SQUARES
from ui.shifts.month_tab import MonthTab
from ui.widgets.batch_dialog import BatchDialog

Mark = AttendanceMark


def opened(qtbot: QtBot, context: Context) -> MonthTab:
    tab = shown(qtbot, MonthTab(context), 1000, 660)
    with context.register.reading() as uow:
        (programme,) = work.programmes(uow)
    tab.show_programme(programme)
    settle_all(qtbot, context)
    tab.grid.setFocus()
    return tab


def all_but_the_last(register: Register, group: Group) -> None:  # noqa: F811
    with register.writing() as uow:
        for shift in (group.friday, group.today):
            for person in group.people[:19]:
                shifts.mark(uow, shift, person, Mark.PRESENT, seen=None)
        shifts.mark(uow, group.friday, group.people[19], Mark.SICK, seen=None)


def test_a_square_is_corrected_and_what_is_unmarked_is_said_first(qtbot: QtBot, context: Context, group: Group) -> None:  # noqa: F811
    all_but_the_last(context.register, group)
    tab = opened(qtbot, context)
    assert tab.unmarked.text() == "Omarkerade: mån 15 juni (1). Summorna nedan saknar dem."
    assert tab.waits.text() == "1 blad väntar tills dagarna är markerade."
    tab.grid.setCurrentIndex(tab.grid.month_model.index(19, SQUARES + 1))
    QTest.keyClick(tab.grid, Qt.Key.Key_Return)
    dialog = form_over(qtbot, tab)
    dialog.form.set_values(mark=Mark.PART, minutes="2,5", note="från 9:30")
    dialog.save()
    settle_all(qtbot, context)
    assert marks(context, group.today)[19] == (Mark.PART, 150)
    assert tab.lacking.isHidden()
    assert tab.grid.month_model.index(19, tab.grid.month_model.columnCount() - 3).data() == "2,5 h"


def test_a_sheet_is_noted_as_signed_and_taken_back(qtbot: QtBot, context: Context, group: Group) -> None:  # noqa: F811
    all_but_the_last(context.register, group)
    tab = opened(qtbot, context)
    tab.grid.setCurrentIndex(tab.grid.month_model.index(19, 0))
    assert not tab.sign.isEnabled(), "this sheet waits"
    tab.grid.setCurrentIndex(tab.grid.month_model.index(0, 0))
    tab.sign.click()
    form_over(qtbot, tab).save()
    settle_all(qtbot, context)
    sheet = tab.grid.month_model.columnCount() - 1
    assert tab.grid.month_model.index(0, sheet).data() == "underskrivet"
    tab.unsign.click()
    settle_all(qtbot, context)
    assert tab.grid.month_model.index(0, sheet).data() == "att skriva ut"


def test_every_sheet_that_does_not_wait_is_printed(
    qtbot: QtBot,
    context: Context,
    group: Group,  # noqa: F811
    tmp_path: Path,
) -> None:
    all_but_the_last(context.register, group)
    tab = opened(qtbot, context)
    tab.print_sheets()
    settle_all(qtbot, context)
    (dialog,) = tab.findChildren(BatchDialog)
    assert dialog.count.text() == "19 papper"
    with qtbot.waitSignal(dialog.ended, timeout=60_000):
        dialog.write_into(tmp_path)
    assert len(list(tmp_path.glob("*.pdf"))) == 19
