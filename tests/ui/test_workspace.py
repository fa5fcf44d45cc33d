"""The window around the pages: going, refreshing, undoing."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from jobbpunkt.base import settings as names
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.ids import new_id
from jobbpunkt.people.details import PersonData, create
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.person import Person
from models.plan import Plan
from tests.ui.conftest import settle, shown
from ui import asking
from ui.context import Context
from ui.pages import PAGES, PageEntry
from ui.widgets.page import Page
from ui.widgets.palette import Palette
from ui.workspace import Workspace


class FirstPage(Page):
    """Counts how often it loads."""

    def _build(self) -> None:
        self.loads = 0
        self.shown: list[UUID] = []
        self.header("Första")
        self.line = QLineEdit()
        self.column.addWidget(self.line)

    def refresh(self) -> None:
        self.loads += 1
        self.live.read(self.what, lambda _answer: None)

    @staticmethod
    @depends_on(Person)
    def what(uow: Reading) -> None:
        """Depend on people."""

    def show_record(self, record: UUID) -> None:
        self.shown.append(record)


class SecondPage(FirstPage):
    """Shows another noun."""

    @staticmethod
    @depends_on(Plan)
    def what(uow: Reading) -> None:
        """Depend on plans."""


HERE = "tests.ui.test_workspace"
ENTRIES = (
    PageEntry("first", "People", "users", f"{HERE}:FirstPage", needs=Permission.SEE_PEOPLE),
    PageEntry("settings", "Settings", "settings", f"{HERE}:SecondPage", at_bottom=True),
)


@pytest.fixture
def workspace(qtbot: QtBot, context: Context) -> Workspace:
    return shown(qtbot, Workspace(context, ENTRIES), 1000, 700)


def page(workspace: Workspace) -> FirstPage:
    assert isinstance(workspace.current, FirstPage)
    return workspace.current


def persons(context: Context) -> int:
    with context.register.reading() as uow:
        return uow.session.scalar(select(func.count()).select_from(Person)) or 0


def add_person(uow: Writing) -> Change:
    return create(uow, PersonData("Berit"))


def test_pages_are_made_when_first_seen_and_kept(workspace: Workspace) -> None:
    first = page(workspace)
    assert workspace.stack.count() == 1
    QTest.keyClick(workspace, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert type(page(workspace)) is SecondPage
    QTest.keyClick(workspace, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert page(workspace) is first
    assert workspace.stack.count() == 2


def test_the_way_back_leads_to_where_a_record_was_opened(context: Context, workspace: Workspace) -> None:
    first = page(workspace)
    context.go("settings", new_id())
    context.go("settings", new_id())
    context.back("first")
    assert type(page(workspace)) is SecondPage, "only the page that is seen leads anywhere"
    context.back("settings")
    assert page(workspace) is first
    context.go("settings", new_id())
    workspace.rail.wanted.emit("settings")
    context.back("settings")
    assert type(page(workspace)) is SecondPage, "who chose the page in the rail stays on it"


def test_a_page_refreshes_when_a_noun_of_it_changed_and_it_is_seen(qtbot: QtBot, context: Context, workspace: Workspace) -> None:
    first = page(workspace)
    assert first.loads == 1
    settle(qtbot, context)
    context.announce(Change(new_id(), frozenset({"person", "note"}), new_id()))
    assert first.loads == 2
    context.announce(Change(new_id(), frozenset({"campaign"}), new_id()))
    assert first.loads == 2
    workspace.go("settings")
    for _ in range(3):
        context.announce(Change(new_id(), frozenset({"person"}), new_id()))
    assert first.loads == 2
    workspace.go("first")
    assert first.loads == 3


def test_going_to_a_record_tells_the_page(context: Context, workspace: Workspace) -> None:
    record = new_id()
    context.go("settings", record)
    assert page(workspace).shown == [record]
    context.go("no such page")
    assert type(page(workspace)) is SecondPage


def test_the_last_page_is_opened_the_next_time(qtbot: QtBot, context: Context, workspace: Workspace) -> None:
    workspace.go("settings")
    again = Workspace(context, ENTRIES)
    qtbot.addWidget(again)
    assert type(again.current) is SecondPage
    context.settings.set(names.LAST_PAGE, "gone")
    once_more = Workspace(context, ENTRIES)
    qtbot.addWidget(once_more)
    assert type(once_more.current) is FirstPage


def test_a_page_that_the_role_does_not_reach_is_not_there(qtbot: QtBot, context: Context) -> None:
    from dataclasses import replace

    from models.vocabulary import Role

    context.user = replace(context.user, roles=frozenset({Role.ADMINISTRATOR}))
    made = Workspace(context, ENTRIES)
    qtbot.addWidget(made)
    assert type(made.current) is SecondPage
    context.go("first")
    assert type(made.current) is SecondPage


def test_a_refusal_nobody_takes_care_of_is_shown_on_its_page(qtbot: QtBot, context: Context, workspace: Workspace) -> None:
    def refuse(_uow: Reading) -> None:
        raise UserError("There is nothing to undo.")

    asking.read(page(workspace), context, refuse, lambda _none: None)
    settle(qtbot, context)
    assert page(workspace).notice.text == context.words("There is nothing to undo.")


def test_a_change_is_undone_by_the_keyboard(qtbot: QtBot, context: Context, workspace: Workspace) -> None:
    asking.write(page(workspace), context, add_person)
    settle(qtbot, context)
    assert persons(context) == 1
    assert workspace.undo_bar.isVisible()
    QTest.keyClick(workspace, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)
    assert persons(context) == 0
    assert workspace.undo_bar.accessibleName() == "Ångrat."
    QTest.keyClick(workspace, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)
    assert persons(context) == 0


def test_the_undo_button_is_offered_only_where_it_works(context: Context, workspace: Workspace) -> None:
    context.announce(Change(new_id(), frozenset(), new_id(), undoable=False))
    [undo] = [button for button in workspace.undo_bar.findChildren(QPushButton) if button.text() == "Ångra"]
    assert not undo.isVisible()
    context.announce(Change(new_id(), frozenset(), new_id()))
    assert undo.isVisible()


def test_undo_in_a_text_takes_back_the_typing_and_not_the_saved_change(
    qtbot: QtBot, context: Context, workspace: Workspace
) -> None:
    asking.write(page(workspace), context, add_person)
    settle(qtbot, context)
    line = page(workspace).line
    line.setFocus()
    QTest.keyClicks(line, "abc")
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)
    assert line.text() == ""
    assert persons(context) == 1


def test_control_k_opens_the_search(qtbot: QtBot, workspace: Workspace) -> None:
    QTest.keyClick(workspace, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = workspace.findChild(Palette)
    assert palette is not None
    assert palette.isVisible()
    assert palette.line.hasFocus()
    palette.close()


def test_every_page_of_the_program_can_be_made(qtbot: QtBot, context: Context) -> None:
    made = Workspace(context, PAGES)
    qtbot.addWidget(made)
    made.show()
    for entry in PAGES:
        made.go(entry.key)
        assert made.current is not None
        settle(qtbot, context)
    assert len({entry.key for entry in PAGES}) == len(PAGES)


def test_the_rail_says_where_one_is_and_can_be_walked(qtbot: QtBot, workspace: Workspace) -> None:
    buttons = {button.accessibleName(): button for button in workspace.rail.findChildren(QPushButton)}
    assert list(buttons) == ["Deltagare", "Inställningar"]
    assert [button.isChecked() for button in buttons.values()] == [True, False]
    buttons["Inställningar"].setFocus()
    QTest.keyClick(buttons["Inställningar"], Qt.Key.Key_Space)
    assert [button.isChecked() for button in buttons.values()] == [False, True]
