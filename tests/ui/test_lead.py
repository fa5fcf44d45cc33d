"""The first page of a project lead, from the keyboard: what runs now, what falls due, and what the year lacks."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import combinations
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from jobbpunkt import campaigns, coaching, events, organisations, programmes
from jobbpunkt.base.clock import instant
from jobbpunkt.campaigns import ActivityDraft, CampaignDetails, MeasureDraft
from jobbpunkt.coaching import NewSession
from jobbpunkt.events import EventDetails
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register.unit_of_work import SignedIn
from jobbpunkt.reports import Kind
from models.on_site import FieldFile
from models.vocabulary import EventKind, Role, Unit
from tests.registers import NOW
from tests.ui.conftest import settle_all, shown
from tests.ui.dialogs import form_over
from tests.ui.keys import focused, press, press_until
from tests.ui.screen import text_on
from ui.assignments.tab import AssignmentsTab
from ui.campaigns.clock_grid import SlotButton
from ui.campaigns.counting_page import CountingPage
from ui.campaigns.page import CampaignsPage
from ui.context import Context
from ui.group.lines import LineButton
from ui.indicators.tab import IndicatorsTab
from ui.lead.page import LeadPage
from ui.lead.slot_tile import SlotTile
from ui.pages import visible_to
from ui.programmes.page import ProgrammesPage
from ui.programmes.participants import ParticipantsTab
from ui.reports.page import ReportsPage
from ui.workspace import Workspace

TODAY = NOW.date()  # a Monday
DAY, WEEK = timedelta(days=1), timedelta(days=7)
Went = list[tuple[str, object]]


@pytest.fixture
def made(context: Context) -> dict[str, UUID]:
    """A campaign in its second week, a fair to come, a livestream without views, a meeting that nobody marked."""
    with context.register.writing() as uow:
        measures = [
            MeasureDraft("cvs", "CV skrivna", Unit.DOCUMENTS, 30),
            MeasureDraft("visitors", "Besökare", Unit.VISITORS),
            MeasureDraft("sent", "Ansökningar", Unit.APPLICATIONS, 5),
        ]
        frame = CampaignDetails("CV-boxen", TODAY - WEEK, TODAY + 2 * WEEK - DAY)
        found = {"campaign": campaigns.create(uow, frame, measures=measures).record}
        campaign = found["campaign"]
        ikea = organisations.find_or_create(uow, "IKEA")
        partner = campaigns.add_partner(uow, campaign, organisation_id=ikea, responsibility="Rekrytering").record
        content = (
            (0, 8, "CV-hjälp", "Två coacher"),
            (0, 13, "Öppen dörr", "Eva"),
            (2, 13, "Intervjuträning", ""),
            (4, 13, "Öppet hus", "Bo"),
        )
        for weekday, first, title, staffing in content:
            draft = ActivityDraft(title, weekday, "Kollage", time(first), time(17), partner, staffing)
            campaigns.add_activity(uow, campaign, draft)
        keys = {one.key: one.id for one in campaigns.get(uow, campaign).measures}
        campaigns.count(uow, keys["cvs"], amount=7, day=TODAY - WEEK)
        campaigns.count(uow, keys["cvs"], amount=11)
        campaigns.count(uow, keys["visitors"], amount=40)
        campaigns.count(uow, keys["sent"], amount=6)
        fair = EventDetails(EventKind.FAIR, "Rekryteringsmässan", instant(TODAY + 9 * DAY, time(13)), campaign_id=campaign)
        found["fair"] = events.create(uow, fair).record
        uow.add(FieldFile(campaign_id=campaign, name="Laptop 2", made_at=uow.clock.now(), made_by=uow.user.id))
        found["person"] = details.create(uow, PersonData("Åsa", "Öberg")).record
        found["meeting"] = coaching.book(uow, NewSession((found["person"],), TODAY - DAY, time(8))).record
        programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby"))
        found["measure"] = keys["cvs"]
    return found


@pytest.fixture
def page(qtbot: QtBot, context: Context, made: dict[str, UUID]) -> LeadPage:
    return opened(qtbot, context)


def opened(qtbot: QtBot, context: Context) -> LeadPage:
    made = shown(qtbot, LeadPage(context), 1064, 900)
    settle_all(qtbot, context)
    return made


@pytest.fixture
def went(context: Context) -> Went:
    """Where the lines led."""
    found: Went = []
    context.navigated.connect(lambda page, record: found.append((page, record)))
    context.pointed.connect(lambda page, part: found.append((page, part)))
    return found


def lines(page: LeadPage, of: str) -> list[str]:
    return [one.accessibleName() for one in {"due": page.due, "year": page.year}[of].findChildren(LineButton) if one.isVisible()]


def button(page: LeadPage, text: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.isVisible() and one.text() == text)


def test_the_campaign_that_runs_tells_its_week_its_content_and_its_figures(page: LeadPage) -> None:
    said = text_on(page.now)
    for told in ("CV-boxen", "vecka 2 av 3", "08:00–17:00", "CV-hjälp", "Kollage · IKEA · Två coacher", "18 av 30"):
        assert told in said
    assert "denna vecka +11" in said
    assert said.count("Säg hur det gick") == said.count("kommer") == 1, "what has not begun cannot have gone in any way"
    assert "40 besökare" in said, "without a target it has no bar, but its figure"
    bars = {
        one.accessibleName(): (one.value(), one.maximum(), one.property("tone")) for one in page.now.findChildren(QProgressBar)
    }
    assert bars == {"CV skrivna, 18 av 30": (18, 30, None), "Ansökningar, 6 av 5": (5, 5, "good")}, "each on a scale of its own"
    tiles = [one.accessibleName() for one in page.now.findChildren(SlotTile)]
    assert tiles == [
        "Onsdag 17 juni 13:00–17:00, Intervjuträning, IKEA · ingen bemanning noterad",
        "Fredag 19 juni 13:00–17:00, Öppet hus, IKEA · Bo",
    ]


def test_what_falls_due_and_what_the_year_lacks(page: LeadPage) -> None:
    assert lines(page, "due") == [
        "4 tillfällen: hur gick de?, CV-boxen",
        "Intervjuträning, Ingen bemanning är noterad · CV-boxen, 17 juni",
        "Rekryteringsmässan, 24 juni",
    ]
    assert [line.split(",")[0] for line in lines(page, "year")] == [
        "1 samtal aldrig markerat",
        "1 projekt utan angivet antal deltagare",
        "Året har inga mål",
        "Ingen röst från året",
    ]
    assert "Årsrapporten 2020" in text_on(page.year)


def test_the_keyboard_begins_at_counting_and_enter_counts_in_the_whole_window(
    qtbot: QtBot, context: Context, page: LeadPage
) -> None:
    filling: list[object] = []
    context.filling.connect(filling.append)
    assert focused() is page.count
    press(Qt.Key.Key_Return)
    settle_all(qtbot, context)
    (counting,) = filling
    assert isinstance(counting, CountingPage)
    qtbot.addWidget(counting)


@pytest.mark.parametrize(
    ("starts", "where"),
    [
        ("4 tillfällen", [("campaigns", "campaign"), ("campaigns", "clock")]),
        ("Intervjuträning", [("campaigns", "campaign"), ("campaigns", "clock")]),
        ("Rekryteringsmässan", [("events", "fair")]),
    ],
)
def test_each_line_of_what_falls_due_opens_the_thing_itself(
    page: LeadPage, made: dict[str, UUID], went: Went, starts: str, where: list[tuple[str, str]]
) -> None:
    press_until(lambda: focused().accessibleName().startswith(starts) and isinstance(focused(), LineButton), Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert went == [(name, made.get(what, what)) for name, what in where]


@pytest.mark.parametrize(
    ("name", "part"), [("Öppna kampanjen", "results"), ("Hämta hem", "field"), ("Hur gick CV-hjälp?", "clock")]
)
def test_each_button_of_the_campaign_opens_its_part(
    page: LeadPage, made: dict[str, UUID], went: Went, name: str, part: str
) -> None:
    press_until(lambda: name in (focused().accessibleName(), getattr(focused(), "text", str)()), Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert went == [("campaigns", made["campaign"]), ("campaigns", part)]


def test_the_records_behind_what_is_missing_and_the_way_back(qtbot: QtBot, context: Context, page: LeadPage, went: Went) -> None:
    press_until(lambda: focused().accessibleName().startswith("1 projekt"), Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    settle_all(qtbot, context)
    assert page.behind is not None
    assert [row.title for row in page.behind.table.rows] == ["Kvinna för Bäckby"]
    assert "Det påverkar: Deltagare enligt projektet" in text_on(page.behind)
    assert focused() is page.behind.table
    press(Qt.Key.Key_Return)
    assert [where for where in went if where[0] == "programmes"][1:] == [("programmes", "participants")]
    with context.register.writing() as uow:
        programme = programmes.find(uow, "Kvinna för Bäckby")
        change = programmes.state_participants(uow, programme, 1, 12)
    context.announce(change)
    settle_all(qtbot, context)
    assert "Inget saknas längre." in text_on(page.behind)
    press(Qt.Key.Key_Escape)
    settle_all(qtbot, context)
    assert page.sheet.isVisible()
    assert [line.split(",")[0] for line in lines(page, "year")] == [
        "1 samtal aldrig markerat",
        "Året har inga mål",
        "Ingen röst från året",
    ]
    assert isinstance(focused(), LineButton)


def test_a_meeting_that_nobody_marked_leads_to_the_meeting_for_who_may_see_it(
    qtbot: QtBot, context: Context, page: LeadPage, made: dict[str, UUID], went: Went
) -> None:
    press_until(lambda: focused().accessibleName().startswith("1 samtal"), Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    settle_all(qtbot, context)
    press(Qt.Key.Key_Return)
    assert went == [("coaching", made["meeting"])]


@pytest.mark.parametrize(("starts", "title"), [("Året har inga mål", "Mål för 2020"), ("Ingen röst", "En röst från 2020")])
def test_what_the_year_itself_lacks_opens_its_form(
    qtbot: QtBot, context: Context, page: LeadPage, starts: str, title: str
) -> None:
    press_until(lambda: focused().accessibleName().startswith(starts), Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert form_over(qtbot, page).windowTitle() == title


def test_the_last_deed_leads_to_the_report_of_the_year(page: LeadPage, went: Went) -> None:
    press_until(lambda: focused() is page.year.report, Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert went == [("reports", None), ("reports", "annual 2020-01-01")]


def test_a_new_event_from_the_head_and_by_its_keys(qtbot: QtBot, context: Context, page: LeadPage) -> None:
    press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle_all(qtbot, context)
    assert form_over(qtbot, page).windowTitle() == "Ny händelse"


def test_it_follows_what_is_counted_and_said(qtbot: QtBot, context: Context, page: LeadPage, made: dict[str, UUID]) -> None:
    with context.register.writing() as uow:
        change = campaigns.count(uow, made["measure"], amount=2)
    context.announce(change)
    settle_all(qtbot, context)
    assert "20 av 30" in text_on(page.now)
    assert "denna vecka +13" in text_on(page.now)


def test_without_a_campaign_it_says_what_belongs_here_and_offers_the_first_step(qtbot: QtBot, context: Context) -> None:
    page = opened(qtbot, context)
    assert "Ingen kampanj pågår" in text_on(page.now)
    assert not page.count.isVisible()
    assert "Inget förfaller." in text_on(page.due)
    assert focused().accessibleName().startswith("Året har inga mål"), "the first thing there is to do"
    button(page, "Ny kampanj").setFocus()
    press(Qt.Key.Key_Return)
    settle_all(qtbot, context)
    assert form_over(qtbot, page).windowTitle() == "Ny kampanj"


@pytest.mark.parametrize(("days", "said"), [(1, "Våren börjar i morgon"), (-30, "Våren tog slut 16 maj 2020.")])
def test_between_campaigns_it_tells_of_the_next_else_of_the_last(
    qtbot: QtBot, context: Context, went: Went, days: int, said: str
) -> None:
    first = TODAY + days * DAY
    with context.register.writing() as uow:
        record = campaigns.create(uow, CampaignDetails("Våren", first, first)).record
    page = opened(qtbot, context)
    assert said in text_on(page.now)
    button(page, "Öppna kampanjen").setFocus()
    press(Qt.Key.Key_Return)
    assert went == [("campaigns", record)]


def test_two_that_run_are_counted_each_by_its_own_button(qtbot: QtBot, context: Context, made: dict[str, UUID]) -> None:
    with context.register.writing() as uow:
        other = campaigns.create(uow, CampaignDetails("Sommarboxen", TODAY, TODAY + DAY)).record
    page = opened(qtbot, context)
    assert "Sommarboxen" in text_on(page.now)
    filling: list[object] = []
    context.filling.connect(filling.append)
    own = [one for one in page.now.findChildren(QPushButton) if one.text() == "Räkna på plats"]
    assert len(own) == 1
    own[0].setFocus()
    press(Qt.Key.Key_Return)
    (counting,) = filling
    assert isinstance(counting, CountingPage)
    assert counting._campaign_id == other
    qtbot.addWidget(counting)


@pytest.fixture
def window(qtbot: QtBot, context: Context, made: dict[str, UUID]) -> Workspace:
    """The whole window, in which pages follow one another."""
    found = shown(qtbot, Workspace(context), 1280, 860)
    settle_all(qtbot, context)
    return found


def test_the_weeks_of_a_campaign_open_at_the_first_occasion_nobody_spoke_of(
    qtbot: QtBot, context: Context, window: Workspace, made: dict[str, UUID]
) -> None:
    context.go("campaigns", made["campaign"], "clock")
    settle_all(qtbot, context)
    now = focused()
    assert isinstance(now, SlotButton)
    assert (now.slot.title, now.slot.day) == ("CV-hjälp", TODAY - WEEK)
    assert not now.visibleRegion().isEmpty(), "it is in view"


def test_the_field_files_the_evaluation_and_the_results_of_a_campaign_open(
    qtbot: QtBot, context: Context, window: Workspace, made: dict[str, UUID]
) -> None:
    context.go("campaigns", made["campaign"], "field")
    settle_all(qtbot, context)
    page = window.current
    assert isinstance(page, CampaignsPage)
    assert page.campaign is not None
    assert focused() is page.campaign.set_up.field.bring
    assert not focused().visibleRegion().isEmpty()
    for part in ("evaluation", "results"):
        context.go("campaigns", made["campaign"], part)
        settle_all(qtbot, context)
        assert page.campaign.tabs.currentWidget() is getattr(page.campaign, part)


def test_reports_and_projects_open_at_what_was_pointed_at(qtbot: QtBot, context: Context, window: Workspace) -> None:
    for part, kind, first in (
        ("board 2020-05-31", Kind.BOARD, date(2020, 5, 1)),
        ("annual 2019-01-01", Kind.ANNUAL, date(2019, 1, 1)),
    ):
        context.go("reports", None, part)
        settle_all(qtbot, context)
        page = window.current
        assert isinstance(page, ReportsPage)
        choice = page.chooser.choice()
        assert choice.period is not None
        assert (choice.kind, choice.period.first) == (kind, first)
    for part, tab in (("indicators", IndicatorsTab), ("assignments", AssignmentsTab), ("participants", ParticipantsTab)):
        context.go("programmes", None, part)
        settle_all(qtbot, context)
        projects = window.current
        assert isinstance(projects, ProgrammesPage)
        assert isinstance(projects.tabs.currentWidget(), tab)


def _combinations() -> Iterator[frozenset[Role]]:
    for number in range(len(Role) + 1):
        yield from map(frozenset, combinations(Role, number))


@pytest.mark.parametrize(
    "roles", list(_combinations()), ids=lambda roles: "-".join(sorted(role.value for role in roles)) or "none"
)
def test_each_has_one_first_page_of_the_day(roles: frozenset[Role]) -> None:
    user = SignedIn(UUID(int=1), "kollega", "Kollega", roles, holds_health=False, holds_protected=False)
    days = [page.key for page in visible_to(user) if page.title == "Today"]
    wanted = "today" if Role.COACH in roles else "group" if Role.SUPERVISOR in roles else "lead"
    assert days == ([wanted] if roles - {Role.ADMINISTRATOR} else [])
    if days:
        assert visible_to(user)[0].key == wanted
