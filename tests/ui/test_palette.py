"""Search everything and go anywhere, by the keyboard alone."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt import applications, campaigns, cases, coaching, plans
from jobbpunkt.applications import ApplicationData
from jobbpunkt.base import codes
from jobbpunkt.campaigns import CampaignDetails
from jobbpunkt.cases import NewCase
from jobbpunkt.coaching import NewSession
from jobbpunkt.people import notes
from jobbpunkt.people.details import PersonData, create
from jobbpunkt.plans import NewPlan, Situation
from jobbpunkt.register.keys import PROTECTED
from jobbpunkt.written import cvs
from jobbpunkt.written.versioned import NewWritten
from models.vocabulary import PlanKind, Protection, Role
from tests.colleagues import EVERY_KEY, colleague
from tests.consents import agreed
from tests.ui.conftest import settle
from tests.ui.keys import type_text
from ui.acts import acts
from ui.coaching.booking import BookingDialog
from ui.context import Context
from ui.pages import PAGES as EVERY_PAGE
from ui.pages import PageEntry
from ui.widgets.act_delegate import HEADING
from ui.widgets.act_list import act_of
from ui.widgets.dialog import FormDialog
from ui.widgets.palette import Palette

DEEDS = ("ny anteckning åsa", "avsluta ärende åsa", "skriv ut cv åsa", "skriv ut plan åsa")
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


def every_line(palette: Palette) -> list[str]:
    return [palette.list.item(number).text() for number in range(palette.list.count())]


def lines(palette: Palette) -> list[str]:
    """Return what stands in the list but for its headings."""
    items = [palette.list.item(number) for number in range(palette.list.count())]
    return [item.text() for item in items if not item.data(HEADING)]


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


def test_a_plan_is_found_by_the_code_scanned_from_its_paper(
    qtbot: QtBot, context: Context, person: UUID, palette: Palette
) -> None:
    went: list[tuple[str, object]] = []
    context.navigated.connect(lambda page, record: went.append((page, record)))
    with context.register.writing() as uow:
        plan = plans.create(uow, NewPlan(person, PlanKind.CAREER, Situation(date(2020, 6, 1)))).record
        code = plans.view(uow, plan).code
    # A scanner types faster than anything can be found, and then Enter.
    type_text(palette.line, code)
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: went == [("plans", plan)])


def test_the_code_of_a_plan_that_is_not_to_be_seen_is_as_one_of_no_paper(
    qtbot: QtBot, context: Context, person: UUID, window: QWidget
) -> None:
    with context.register.writing() as uow:
        agreed(uow, person)
        plan = plans.create(uow, NewPlan(person, PlanKind.HEALTH, Situation(date(2020, 6, 1)))).record
        code = plans.view(uow, plan).code
    with colleague(context.register, [Role.COACH], ()) as register:
        answers = []
        for typed in (code, codes.shown(codes.fresh())):
            palette = Palette(Context(register, context.words, context.settings), PAGES, window)
            palette.show()
            type_text(palette.line, typed)
            qtbot.waitUntil(lambda palette=palette, typed=typed: palette._listed == typed)  # type: ignore[misc]
            answers.append(every_line(palette))
    assert answers[0] == answers[1]


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


def retype(palette: Palette, text: str) -> None:
    """Type over what stands in the line."""
    palette.line.selectAll()
    type_text(palette.line, text)


def details_of(palette: Palette) -> list[tuple[str, str]]:
    acts = [act_of(palette.list.item(number)) for number in range(palette.list.count())]
    return [(act.detail, act.mark) for act in acts if act is not None]


def test_what_to_mind_about_a_booking_stands_in_its_line(qtbot: QtBot, context: Context, palette: Palette) -> None:
    with context.register.writing() as uow:
        anna = create(uow, PersonData("Anna", interpreter="arabiska")).record
        coaching.book(uow, NewSession((anna,), date(2020, 6, 18), time(10)))
    retype(palette, "boka anna torsdag 10")
    clash = "Krockar med 10:00–11:00 Anna. Tolk behövs: arabiska."
    qtbot.waitUntil(lambda: details_of(palette) == [(clash, "krockar")])
    retype(palette, "boka anna fredag 10")
    red = "Fredag 19 juni är midsommarafton. Du är ledig 10:00–11:00. Tolk behövs: arabiska."
    qtbot.waitUntil(lambda: details_of(palette) == [(red, "röd dag")])
    retype(palette, "boka anna onsdag 10")
    qtbot.waitUntil(lambda: details_of(palette) == [("Du är ledig 10:00–11:00. Tolk behövs: arabiska.", "")])


def test_a_note_is_found_by_its_words_and_opened(qtbot: QtBot, context: Context, palette: Palette, person: UUID) -> None:
    went: list[tuple[str, object]] = []
    context.navigated.connect(lambda page, record: went.append((page, record)))
    with context.register.writing() as uow:
        meeting = coaching.book(uow, NewSession((person,), date(2020, 6, 15), time(10))).record
        coaching.save_note(uow, meeting, 1, note="Vill ta truckkort", summary="")
    retype(palette, "truck")
    qtbot.waitUntil(lambda: lines(palette) == ["Vill ta truckkort"])
    assert details_of(palette) == [("Åsa Öberg <b> · måndag 15 juni 2020 · Skrivet i samtalet", "")]
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert went == [("coaching", meeting)]


def test_a_note_about_a_person_opens_where_it_is_written(
    qtbot: QtBot, context: Context, palette: Palette, person: UUID, window: QWidget
) -> None:
    with context.register.writing() as uow:
        notes.add(uow, person, "Har körkort för lastbil")
    retype(palette, "lastbil")
    qtbot.waitUntil(lambda: lines(palette) == ["Har körkort för lastbil"])
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [form.windowTitle() for form in window.findChildren(FormDialog)] == ["Ändra anteckningen"])


def test_a_protected_person_is_a_number_in_the_palette_too(qtbot: QtBot, context: Context, palette: Palette) -> None:
    with context.register.writing() as uow:
        create(uow, PersonData("Hemlig", protection=Protection.PROTECTED_REGISTRATION))
    retype(palette, "1001")
    qtbot.waitUntil(lambda: lines(palette) == ["Skyddade uppgifter (1001)"])
    retype(palette, "ny anteckning 1001")
    qtbot.waitUntil(lambda: lines(palette) == ["Ny anteckning om Skyddade uppgifter (1001)"])


def test_one_counts_where_one_may_and_says_for_which_campaign(qtbot: QtBot, context: Context, palette: Palette) -> None:
    pointed: list[tuple[str, str]] = []
    context.pointed.connect(lambda page, part: pointed.append((page, part)))
    with context.register.writing() as uow:
        for name, first in (
            ("CV-boxen 2019", date(2019, 6, 3)),
            ("CV-boxen 2020", date(2020, 6, 8)),
            ("Mässa", date(2020, 9, 1)),
        ):
            campaigns.create(uow, CampaignDetails(name, first, first + timedelta(days=20)))
    retype(palette, "räkna")
    qtbot.waitUntil(lambda: lines(palette) == ["Räkna: CV-boxen 2020", "Räkna: Mässa", "Räkna: CV-boxen 2019"])
    retype(palette, "räkna cv")
    qtbot.waitUntil(lambda: lines(palette) == ["Räkna: CV-boxen 2020", "Räkna: CV-boxen 2019"])
    assert details_of(palette)[0] == ("pågår nu", "")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert pointed == [("campaigns", "counting")]


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_only_what_the_role_may_do_is_offered(context: Context, role: Role, person: UUID) -> None:
    with colleague(context.register, [role], EVERY_KEY) as other, other.reading() as uow:
        assert [acts(uow, context.words, typed) for typed in ("ny person", "boka fredag", *DEEDS)] == [()] * (2 + len(DEEDS))


@pytest.mark.parametrize("keys", [(), (PROTECTED,)], ids=["without the key", "with the key"])
def test_what_is_done_about_a_protected_person_asks_for_the_key_too(context: Context, keys: tuple[str, ...]) -> None:
    with context.register.writing() as uow:
        hidden = create(uow, PersonData("Hemlig", protection=Protection.PROTECTED_REGISTRATION)).record
        cases.enrol(uow, NewCase(hidden, date(2020, 1, 14)))
        cvs.create(uow, NewWritten(hidden, "Städ"))
        plans.create(uow, NewPlan(hidden, PlanKind.CAREER, Situation(date(2020, 6, 1))))
    typed = ("boka 1001 fredag 10", *(sentence.replace("åsa", "1001") for sentence in DEEDS))
    with colleague(context.register, [Role.COACH], keys) as other, other.reading() as uow:
        found = [[act.text for act in acts(uow, context.words, sentence) if "(1001)" in act.text] for sentence in typed]
        assert [len(lines) for lines in found] == [len(keys)] * len(typed)


def test_who_may_not_be_seen_takes_nobody_elses_place(context: Context) -> None:
    with context.register.writing() as uow:
        for _ in range(6):
            create(uow, PersonData("Hemlig", protection=Protection.PROTECTED_REGISTRATION))
        create(uow, PersonData("Åsa", "Öberg"))
    with colleague(context.register, [Role.COACH], ()) as other, other.reading() as uow:
        assert [act.text for act in acts(uow, context.words, "ny anteckning 100")] == ["Ny anteckning om Åsa Öberg"]


def test_it_is_never_wider_than_the_window(context: Context, window: QWidget) -> None:
    window.resize(600, 500)
    made = Palette(context, PAGES, window)
    assert made.width() < window.width()
    made.close()


def test_of_two_applications_for_one_post_it_says_whose_each_is(
    qtbot: QtBot, context: Context, person: UUID, window: QWidget
) -> None:
    with context.register.writing() as uow:
        other = create(uow, PersonData("Bo", "Ek")).record
        for owner in (person, other):
            applications.create(uow, owner, ApplicationData("Lagret AB", "Truckförare"))
    palette = Palette(context, [page for page in EVERY_PAGE if page.key == "applications"], window)
    palette.show()
    type_text(palette.line, "truck")
    qtbot.waitUntil(lambda: lines(palette) == ["Truckförare, Lagret AB"] * 2)
    assert sorted(details_of(palette)) == [("Bo Ek", ""), ("Åsa Öberg <b>", "")]
    palette.close()


@pytest.mark.parametrize(
    ("typed", "line", "detail", "mark"),
    [
        (
            "boka åsa 2020-02-30",
            "Boka samtal med Åsa Öberg <b>",
            "2020-02-30 är ingen dag. Skriv den som 2020-06-15.",
            "finns inte",
        ),
        ("boka qqq fredag", "Boka samtal, fredag 19 juni 2020", "Ingen hittas med ”qqq”. Välj i formuläret.", "röd dag"),
    ],
)
def test_a_booking_that_is_not_understood_whole_says_what_is_not(
    qtbot: QtBot, person: UUID, palette: Palette, typed: str, line: str, detail: str, mark: str
) -> None:
    type_text(palette.line, typed)
    qtbot.waitUntil(lambda: lines(palette) == [line])
    assert details_of(palette) == [(detail, mark)]
