"""Keys in the palette without any wait between them: Enter is about what was typed, never about the list before."""

from collections.abc import Callable, Iterator
from datetime import date, time
from threading import Event
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt import campaigns, cases, plans
from jobbpunkt.campaigns import CampaignDetails
from jobbpunkt.cases import NewCase
from jobbpunkt.people.details import PersonData, create
from jobbpunkt.plans import NewPlan, Situation
from jobbpunkt.written import cvs
from jobbpunkt.written.versioned import NewWritten
from models.vocabulary import PlanKind
from tests.registers import NOW
from tests.ui.conftest import settle, settle_all, shown
from tests.ui.keys import press, type_text
from ui import asking
from ui.campaigns.page import CampaignsPage
from ui.coaching.booking import BookingDialog
from ui.context import Context
from ui.pages import PAGES, PageEntry
from ui.people.closing.view import ClosingView
from ui.widgets.act_delegate import HEADING
from ui.widgets.dialog import FormDialog
from ui.widgets.palette import Palette
from ui.widgets.paper_dialog import PaperDialog
from ui.workspace import Workspace

Key = Qt.Key
ENTRIES = (
    PageEntry("people", "People", "users", "x:y", finds=frozenset({"person"})),
    PageEntry("settings", "Settings", "settings", "x:y"),
)
Went = list[tuple[str, object]]


@pytest.fixture
def people(context: Context) -> dict[str, UUID]:
    with context.register.writing() as uow:
        names = {"Anna": "Alm", "Annika": "Berg", "Bo": "Ek"}
        return {given: create(uow, PersonData(given, family)).record for given, family in names.items()}


@pytest.fixture
def palette(qtbot: QtBot, context: Context, people: dict[str, UUID]) -> Palette:
    window = shown(qtbot, QWidget(), 900, 600)
    made = Palette(context, ENTRIES, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    return made


@pytest.fixture
def went(context: Context) -> Went:
    found: Went = []
    context.navigated.connect(lambda page, record: found.append((page, record)))
    return found


@pytest.fixture
def slow(context: Context, palette: Palette) -> Iterator[Callable[[], None]]:
    """Let the register answer nobody until it is told to."""
    go_on = Event()
    asking.on_register(palette, context, lambda _register: go_on.wait(30), lambda _answer: None)
    yield go_on.set
    go_on.set()


def enter(palette: Palette) -> None:
    QTest.keyClick(palette.line, Key.Key_Return)


def find(qtbot: QtBot, palette: Palette, typed: str, first: str) -> None:
    """Type, and wait until the first line is this."""
    type_text(palette.line, typed)
    qtbot.waitUntil(lambda: palette.list.chosen is not None and palette.list.chosen.text == first)


def retype(palette: Palette, text: str) -> None:
    palette.line.selectAll()
    type_text(palette.line, text)


def test_enter_right_after_the_last_letter_opens_what_was_typed(
    qtbot: QtBot, people: dict[str, UUID], palette: Palette, went: Went
) -> None:
    type_text(palette.line, "anna")
    enter(palette)
    assert went == [], "the list still shows the pages"
    qtbot.waitUntil(lambda: went == [("people", people["Anna"])])
    assert not palette.isVisible()


def test_enter_never_takes_from_the_list_of_the_words_before(
    qtbot: QtBot, people: dict[str, UUID], palette: Palette, went: Went
) -> None:
    find(qtbot, palette, "anna", "Anna Alm")
    retype(palette, "bo")
    enter(palette)
    qtbot.waitUntil(lambda: went == [("people", people["Bo"])])


@pytest.mark.parametrize("timer", ["before the question", "after the question"])
def test_enter_waits_for_a_slow_answer(
    qtbot: QtBot, palette: Palette, people: dict[str, UUID], went: Went, slow: Callable[[], None], timer: str
) -> None:
    type_text(palette.line, "annika")
    if timer == "after the question":
        qtbot.waitUntil(lambda: not palette._timer.isActive())
    for _ in range(4):  # held down
        enter(palette)
    assert went == []
    slow()
    qtbot.waitUntil(lambda: went == [("people", people["Annika"])])
    qtbot.wait(50)
    assert len(went) == 1


@pytest.mark.parametrize(
    "key", [Key.Key_Left, Key.Key_Home, Key.Key_Backspace, Key.Key_Down, Key.Key_Up, Key.Key_A, Key.Key_Space, Key.Key_Delete]
)
def test_a_further_key_takes_the_choice_back(
    qtbot: QtBot, context: Context, palette: Palette, went: Went, slow: Callable[[], None], key: Key
) -> None:
    type_text(palette.line, "ann")
    enter(palette)
    QTest.keyClick(palette.line, key)
    slow()
    settle(qtbot, context)
    qtbot.waitUntil(lambda: palette._listed == palette.line.text())
    assert went == []
    assert palette.isVisible()


def test_what_was_taken_back_can_be_chosen_again(
    qtbot: QtBot, people: dict[str, UUID], palette: Palette, went: Went, slow: Callable[[], None]
) -> None:
    type_text(palette.line, "bo")
    enter(palette)
    QTest.keyClick(palette.line, Key.Key_End)
    enter(palette)
    slow()
    qtbot.waitUntil(lambda: went == [("people", people["Bo"])])


@pytest.mark.parametrize("way", ["Escape", "close", "hide"])
def test_closing_drops_the_choice(
    qtbot: QtBot, context: Context, palette: Palette, went: Went, slow: Callable[[], None], way: str
) -> None:
    type_text(palette.line, "bo")
    enter(palette)
    if way == "Escape":
        QTest.keyClick(palette.line, Key.Key_Escape)
    else:
        getattr(palette, way)()
    assert not palette.isVisible()
    slow()
    settle(qtbot, context)
    qtbot.wait(200)
    assert went == []


def test_enter_on_a_list_that_is_up_to_date_is_immediate(
    qtbot: QtBot, context: Context, people: dict[str, UUID], palette: Palette, went: Went
) -> None:
    find(qtbot, palette, "bo", "Bo Ek")
    go_on = Event()
    asking.on_register(palette, context, lambda _register: go_on.wait(30), lambda _answer: None)
    try:
        enter(palette)
        assert went == [("people", people["Bo"])], "nothing is asked again"
    finally:
        go_on.set()


def test_a_letter_typed_and_taken_back_leaves_the_list_up_to_date(
    qtbot: QtBot, people: dict[str, UUID], palette: Palette, went: Went
) -> None:
    find(qtbot, palette, "bo", "Bo Ek")
    type_text(palette.line, "x")
    QTest.keyClick(palette.line, Key.Key_Backspace)
    enter(palette)
    assert went == [("people", people["Bo"])]


def test_an_answer_to_what_is_no_longer_in_the_line_is_not_shown(
    qtbot: QtBot, context: Context, palette: Palette, slow: Callable[[], None]
) -> None:
    type_text(palette.line, "bo")
    qtbot.waitUntil(lambda: not palette._timer.isActive())
    palette.line.clear()
    slow()
    settle(qtbot, context)
    assert palette.list.item(0).text() == "Sidor"


def test_arrows_before_enter_choose_among_what_was_typed(
    qtbot: QtBot, people: dict[str, UUID], palette: Palette, went: Went
) -> None:
    type_text(palette.line, "ann")
    QTest.keyClick(palette.line, Key.Key_Down)
    enter(palette)
    qtbot.waitUntil(lambda: went == [("people", people["Annika"])])


def test_what_is_pasted_is_searched_for_too(qtbot: QtBot, people: dict[str, UUID], palette: Palette, went: Went) -> None:
    QApplication.clipboard().setText("Annika")
    QTest.keyClick(palette.line, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    enter(palette)
    qtbot.waitUntil(lambda: went == [("people", people["Annika"])])


def test_enter_where_nothing_is_found_does_not_wait_for_better_words(
    qtbot: QtBot, context: Context, palette: Palette, went: Went
) -> None:
    type_text(palette.line, "qqq")
    enter(palette)
    settle(qtbot, context)
    retype(palette, "bo")
    qtbot.waitUntil(lambda: palette.list.item(1) is not None and palette.list.item(1).text() == "Bo Ek")
    assert went == []
    assert palette.isVisible()


def test_each_kind_of_thing_has_its_heading_and_arrows_pass_it(qtbot: QtBot, context: Context, palette: Palette) -> None:
    with context.register.writing() as uow:
        create(uow, PersonData("Inga", "Deltander"))
    find(qtbot, palette, "delta", "Inga Deltander")
    rows = [(palette.list.item(row).text(), bool(palette.list.item(row).data(HEADING))) for row in range(palette.list.count())]
    assert rows == [("Deltagare", True), ("Inga Deltander", False), ("Sidor", True), ("Gå till Deltagare", False)]
    seen = []
    for key in (Key.Key_Up, Key.Key_Down, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown, Key.Key_Up):
        QTest.keyClick(palette.line, key)
        assert palette.list.chosen is not None
        seen.append(palette.list.chosen.text)
    person, page = "Inga Deltander", "Gå till Deltagare"
    assert seen == [person, page, page, person, page, person]


def test_a_heading_cannot_be_pressed(qtbot: QtBot, palette: Palette, went: Went) -> None:
    heading = palette.list.visualItemRect(palette.list.item(0))
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=heading.center())
    assert went == []
    assert palette.isVisible()
    line = palette.list.visualItemRect(palette.list.item(2))
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=line.center())
    assert went == [("settings", None)]


# What each act opens, pressed in the real window with no wait before Enter.


@pytest.fixture
def workspace(qtbot: QtBot, context: Context) -> Workspace:
    with context.register.writing() as uow:
        person = create(uow, PersonData("Åsa", "Öberg")).record
        cases.enrol(uow, NewCase(person, date(2020, 1, 14), coach_id=uow.user.id))
        plans.create(uow, NewPlan(person, PlanKind.CAREER, Situation(NOW.date())))
        cvs.create(uow, NewWritten(person, "Städ"))
        campaigns.create(uow, CampaignDetails("CV-boxen", date(2020, 6, 8), date(2020, 6, 26)))
    made = shown(qtbot, Workspace(context, PAGES), 1280, 800)
    settle_all(qtbot, context)
    return made


def ask_for(qtbot: QtBot, context: Context, workspace: Workspace, typed: str) -> None:
    """Open the palette with its keys, type, press Enter at once, and let the window do what follows."""
    press(Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = next(one for one in workspace.findChildren(Palette) if one.isVisible())
    type_text(palette.line, typed)
    enter(palette)
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in workspace.findChildren(Palette)))
    settle_all(qtbot, context)


def over() -> QDialog:
    """Return the dialog that lies over the window."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("ny person", "Ny person"),
        ("ny anteckning åsa", "Ny anteckning"),
        ("boka åsa fredag 10", "Boka samtal"),
    ],
)
def test_an_act_lies_open_over_the_window(qtbot: QtBot, context: Context, workspace: Workspace, typed: str, title: str) -> None:
    ask_for(qtbot, context, workspace, typed)
    assert over().windowTitle() == title
    over().reject()


@pytest.mark.parametrize(("typed", "title"), [("skriv ut plan åsa", "Skriv ut planen"), ("skriv ut cv åsa", "Skriv ut CV")])
def test_a_paper_lies_open_with_its_pages(qtbot: QtBot, context: Context, workspace: Workspace, typed: str, title: str) -> None:
    ask_for(qtbot, context, workspace, typed)
    paper = over()
    assert isinstance(paper, PaperDialog)
    assert paper.windowTitle() == title
    qtbot.waitUntil(lambda: paper.pdf.page_count > 0)
    assert paper.pdf.print_button.isEnabled()
    paper.reject()


def test_booking_opens_with_whom_and_when(qtbot: QtBot, context: Context, workspace: Workspace) -> None:
    ask_for(qtbot, context, workspace, "boka åsa onsdag 10")
    form = over()
    assert isinstance(form, BookingDialog)
    assert form.when.start() == (date(2020, 6, 17), time(10))
    assert len(form.people.value()) == 1
    form.reject()


def test_a_note_opens_ready_to_be_written(qtbot: QtBot, context: Context, workspace: Workspace) -> None:
    ask_for(qtbot, context, workspace, "ny anteckning åsa")
    form = over()
    assert isinstance(form, FormDialog)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert form.isAncestorOf(focused)
    form.reject()


def test_counting_opens_at_the_buttons(qtbot: QtBot, context: Context, workspace: Workspace) -> None:
    ask_for(qtbot, context, workspace, "räkna")
    page = workspace.current
    assert isinstance(page, CampaignsPage)
    assert page.campaign is not None
    assert page.campaign.on_site.isVisible()


@pytest.mark.parametrize("typed", ["avsluta ärende åsa", "stäng ärende öberg", "close case asa"])
def test_ending_opens_the_guided_step(qtbot: QtBot, context: Context, workspace: Workspace, typed: str) -> None:
    ask_for(qtbot, context, workspace, typed)
    assert any(view.isVisible() for view in workspace.findChildren(ClosingView))
