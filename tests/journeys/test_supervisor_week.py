"""A supervisor's week in the real window, without the mouse."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.vocabulary import AttendanceMark
from tests.journeys.hands import CTRL, context_of, reach, save_as, signed_in
from tests.ui.conftest import settle_all
from tests.ui.dialogs import form_over
from tests.ui.keys import focused, press, type_text
from ui.app import Program
from ui.context import Context
from ui.group.page import GroupPage
from ui.inspections.tab import InspectionsTab
from ui.shifts.month_tab import MonthTab
from ui.shifts.sheets import SheetDialog
from ui.shifts.tab import ShiftTab
from ui.training.tab import TrainingTab
from ui.work.areas import AreasTab
from ui.work.notice import NoticePaper
from ui.work.page import WorkPage
from ui.work.tabs import TABS
from ui.workspace import Workspace

pytestmark = pytest.mark.usefixtures("theme")


def test_a_supervisor_leads_a_group_through_a_week(
    qtbot: QtBot, program: Program, sqlite_demo_place: str, tmp_path: Path
) -> None:
    workspace = signed_in(qtbot, program, sqlite_demo_place, "handledare")
    context = context_of(program)
    today = workspace.current
    assert isinstance(today, GroupPage), "the group is what one comes home to"
    _takes_attendance(qtbot, workspace, context, today)
    _assesses(qtbot, workspace, context)
    _prints_the_months_sheet(qtbot, workspace, context, tmp_path)
    workspace.go("group")
    settle_all(qtbot, context)
    _inspects(qtbot, workspace, context, today)
    _hangs_up_what_is_cleaned(qtbot, workspace, context, tmp_path)


def _work(workspace: Workspace) -> WorkPage:
    page = workspace.current
    assert isinstance(page, WorkPage)
    return page


def _turn_right(qtbot: QtBot, context: Context, page: WorkPage, key: str) -> None:
    """Go along the tabs with the arrow until the wanted one is there."""
    reach(page.tabs.tabBar())
    for _ in TABS:
        if TABS[page.tabs.currentIndex()].key == key:
            break
        press(Qt.Key.Key_Right)
        settle_all(qtbot, context)
    assert TABS[page.tabs.currentIndex()].key == key


def _back_in(qtbot: QtBot, workspace: Workspace) -> None:
    """Wait until the window has the keyboard again after a dialog."""
    with qtbot.waitActive(workspace.window()):
        workspace.window().activateWindow()


def _takes_attendance(qtbot: QtBot, workspace: Workspace, context: Context, today: GroupPage) -> None:
    """Mark one as ill and the rest as present, at the shift that stands first."""
    button = today.now.first()
    assert button is not None
    reach(button)
    press(Qt.Key.Key_Return)
    settle_all(qtbot, context)
    (tab,) = _work(workspace).findChildren(ShiftTab)
    assert focused() is tab.roll.list, "one marks at once"
    press(Qt.Key.Key_S)
    press(Qt.Key.Key_R)
    settle_all(qtbot, context)
    qtbot.waitUntil(lambda: all(person.mark is not None for person in tab.roll.list.people.people))
    marks = [person.mark for person in tab.roll.list.people.people]
    assert marks.count(AttendanceMark.SICK) == 1
    assert marks.count(AttendanceMark.PRESENT) == len(marks) - 1


def _assesses(qtbot: QtBot, workspace: Workspace, context: Context) -> None:
    """Say that somebody can do something alone, in the cell that the keyboard comes to."""
    page = _work(workspace)
    _turn_right(qtbot, context, page, "training")
    (tab,) = page.findChildren(TrainingTab)
    _back_in(qtbot, workspace)
    reach(tab.current())
    before = dict(tab.board.matrix.standing) if tab.board.matrix else {}
    type_text(focused(), "3")
    settle_all(qtbot, context)
    qtbot.waitUntil(lambda: tab.board.matrix is not None and tab.board.matrix.standing != before)


def _prints_the_months_sheet(qtbot: QtBot, workspace: Workspace, context: Context, folder: Path) -> None:
    """Save the sheet of the first participant for the month before."""
    page = _work(workspace)
    _turn_right(qtbot, context, page, "month")
    (tab,) = page.findChildren(MonthTab)
    reach(tab.before)
    press(Qt.Key.Key_Return)
    settle_all(qtbot, context)
    reach(tab.grid)
    press(Qt.Key.Key_Home)
    reach(tab.sheet)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(paper.pdf.page_count for paper in page.findChildren(SheetDialog)))
    (paper,) = page.findChildren(SheetDialog)
    with qtbot.waitActive(paper):
        paper.activateWindow()
    reach(paper.pdf.save_button)
    press(Qt.Key.Key_Return)
    save_as(qtbot, paper, folder / "blad.pdf")
    assert "november 2020" in "".join(sheet.extract_text() for sheet in PdfReader(folder / "blad.pdf").pages)
    paper.close()
    _back_in(qtbot, workspace)


def _inspects(qtbot: QtBot, workspace: Workspace, context: Context, today: GroupPage) -> None:
    """Inspect the first area: every point passed but the last, which is remarked, and finish."""
    reach(today.inspect)
    press(Qt.Key.Key_Return)
    form_over(qtbot, today)
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: isinstance(workspace.current, WorkPage))
    settle_all(qtbot, context)
    _back_in(qtbot, workspace)
    (tab,) = _work(workspace).findChildren(InspectionsTab)
    points = len(tab.card._rows)
    reach(next(iter(tab.card._rows.values())))
    press(Qt.Key.Key_G, times=points - 1)
    press(Qt.Key.Key_A)
    type_text(focused(), "Spindelnät kvar")
    press(Qt.Key.Key_Return, CTRL)
    settle_all(qtbot, context)
    reach(tab.card.finish)
    press(Qt.Key.Key_Return)
    settle_all(qtbot, context)
    qtbot.waitUntil(tab.card.again.isVisible)


def _hangs_up_what_is_cleaned(qtbot: QtBot, workspace: Workspace, context: Context, folder: Path) -> None:
    """Add a task to the stairwell and print its notice."""
    page = _work(workspace)
    _turn_right(qtbot, context, page, "areas")
    (tab,) = page.findChildren(AreasTab)
    reach(tab.tasks.new)
    press(Qt.Key.Key_Return)
    dialog = form_over(qtbot, page)
    type_text(dialog.form["object"].editor(), "Brevlådor")
    type_text(dialog.form["moment"].editor(), "Avtorkade")
    press(Qt.Key.Key_Return, CTRL)
    settle_all(qtbot, context)
    _back_in(qtbot, workspace)
    assert [row.data.object for row in tab.tasks.table.rows][-1] == "Brevlådor"
    reach(tab.tasks.print)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(paper.pdf.page_count for paper in page.findChildren(NoticePaper)))
    (paper,) = page.findChildren(NoticePaper)
    with qtbot.waitActive(paper):
        paper.activateWindow()
    reach(paper.pdf.save_button)
    press(Qt.Key.Key_Return)
    save_as(qtbot, paper, folder / "anslag.pdf")
    printed = "".join(sheet.extract_text() for sheet in PdfReader(folder / "anslag.pdf").pages)
    assert "Här städar vi" in printed
    assert "Brevlådor – Avtorkade" in printed
    paper.close()
