"""Search everything and go anywhere, by the keyboard alone."""

from datetime import date, time
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt.people.details import PersonData, create
from models.vocabulary import Role
from tests.colleagues import EVERY_KEY, colleague
from tests.ui.conftest import settle
from tests.ui.keys import type_text
from ui.acts import acts
from ui.coaching.booking import BookingDialog
from ui.context import Context
from ui.pages import PageEntry
from ui.widgets.dialog import FormDialog
from ui.widgets.palette import Palette

PAGES = (
    PageEntry("people", "People", "users", "x:y", finds=frozenset({"person"})),
    PageEntry("settings", "Settings", "settings", "x:y"),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def palette(qtbot: QtBot, context: Context, window: QWidget) -> Palette:
    made = Palette(context, PAGES, window)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    return made


@pytest.fixture
def person(context: Context) -> UUID:
    with context.register.writing() as uow:
        return create(uow, PersonData("Åsa", "Öberg <b>")).record


def lines(palette: Palette) -> list[str]:
    return [palette.list.item(number).text() for number in range(palette.list.count())]


def test_it_offers_the_pages_at_once(palette: Palette) -> None:
    assert lines(palette) == ["Gå till Deltagare", "Gå till Inställningar"]


def test_a_person_is_found_and_opened_by_the_keyboard(qtbot: QtBot, context: Context, person: UUID, palette: Palette) -> None:
    went: list[tuple[str, object]] = []
    context.navigated.connect(lambda page, record: went.append((page, record)))
    type_text(palette.line, "asa ob")
    qtbot.waitUntil(lambda: lines(palette) == ["Åsa Öberg <b>"])
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert went == [("people", person)]
    assert not palette.isVisible()


def test_who_is_found_comes_before_the_pages(qtbot: QtBot, context: Context, palette: Palette) -> None:
    with context.register.writing() as uow:
        create(uow, PersonData("Inga", "Delta"))
    type_text(palette.line, "delta")
    qtbot.waitUntil(lambda: lines(palette) == ["Inga Delta", "Gå till Deltagare"])


def test_arrows_move_while_one_types(qtbot: QtBot, context: Context, palette: Palette) -> None:
    went: list[str] = []
    context.navigated.connect(lambda page, _record: went.append(page))
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert went == ["settings"]


def test_pages_are_found_by_any_part_of_their_name(qtbot: QtBot, palette: Palette) -> None:
    type_text(palette.line, "ställ")
    qtbot.waitUntil(lambda: lines(palette) == ["Gå till Inställningar"])


@pytest.mark.parametrize("typed", ["finns inte", "%", '"', "* OR *", "' --"])
def test_nothing_found_is_said_and_enter_goes_nowhere(qtbot: QtBot, context: Context, palette: Palette, typed: str) -> None:
    went: list[str] = []
    context.navigated.connect(lambda page, _record: went.append(page))
    type_text(palette.line, typed)
    qtbot.waitUntil(lambda: lines(palette) == ["Ingenting hittades. Prova med färre bokstäver."])
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert went == []
    assert palette.isVisible()


def test_escape_goes_back(palette: Palette) -> None:
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_a_meeting_is_booked_as_one_says_it(
    qtbot: QtBot, context: Context, person: UUID, palette: Palette, window: QWidget
) -> None:
    type_text(palette.line, "boka åsa fredag 10")
    qtbot.waitUntil(lambda: lines(palette) == ["Boka samtal med Åsa Öberg <b>, fredag 19 juni 2020, 10:00"])
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    form = window.findChild(BookingDialog)
    assert isinstance(form, BookingDialog)
    settle(qtbot, context)
    assert (form.people.value(), *form.when.start()) == ((person,), date(2020, 6, 19), time(10))
    assert not palette.isVisible()


def test_a_new_person_is_begun_by_words(qtbot: QtBot, palette: Palette, window: QWidget) -> None:
    type_text(palette.line, "ny per")
    qtbot.waitUntil(lambda: lines(palette) == ["Ny person"])
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert [form.windowTitle() for form in window.findChildren(FormDialog)] == ["Ny person"]


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_only_what_the_role_may_do_is_offered(context: Context, role: Role) -> None:
    with colleague(context.register, [role], EVERY_KEY) as other, other.reading() as uow:
        assert [acts(uow, context.words, typed) for typed in ("ny person", "boka fredag")] == [(), ()]
