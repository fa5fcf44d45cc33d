"""What is done in another place is seen where one is: every page, tab and panel, in the real window."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtWidgets import QScrollArea, QTabWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from jobbpunkt import applications, assignments, campaigns, cases, coaching, events, indicators, organisations, plans, programmes
from jobbpunkt.applications import ApplicationData
from jobbpunkt.assignments import NewAssignment
from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import instant
from jobbpunkt.campaigns import CampaignDetails, MeasureDraft
from jobbpunkt.cases import NewCase
from jobbpunkt.coaching import NewSession, StepWords
from jobbpunkt.events import EventDetails
from jobbpunkt.indicators import IndicatorData
from jobbpunkt.organisations import OrganisationDetails
from jobbpunkt.people import details, notes
from jobbpunkt.people.details import PersonData
from jobbpunkt.plans import GoalWords, NewPlan, Situation
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register import accounts
from jobbpunkt.register.accounts import NewUser
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.written import cvs
from jobbpunkt.written.versioned import NewWritten
from models.account import User
from models.campaign import CampaignMeasure
from models.history import HistoryEntry
from models.person import Person
from models.vocabulary import (
    ApplicationStage,
    AssignmentRole,
    CaseStatus,
    EventKind,
    HistoryAction,
    OrganisationKind,
    PlanKind,
    Protection,
    Role,
    Unit,
)
from tests.consents import agreed
from tests.registers import PASSWORD
from tests.ui.conftest import settle_all, shown
from tests.ui.keys import type_text
from tests.ui.screen import text_on
from ui import asking
from ui.campaigns.report_tab import ReportTab
from ui.coaching.meeting import MeetingView
from ui.context import Context
from ui.cvs.versions import Versions
from ui.people.caseload import CaseloadView
from ui.people.overview import OverviewTab
from ui.plans.editor import PlanEditor
from ui.reports.page import ReportsPage
from ui.widgets.live import Live
from ui.widgets.pdf_view import PdfView
from ui.widgets.row_table import RowTable
from ui.workspace import Workspace

TODAY = date(2020, 6, 15)
BEFORE, AFTER = "Amira Lund", "Samira Berg"
HIDDEN = "Skyddade uppgifter"


@dataclass
class Room:
    """The window with one person who has a little of everything, and the way to do something in another place."""

    qtbot: QtBot
    context: Context
    workspace: Workspace
    made: dict[str, UUID]

    def see(self, page: str, record: str = "", tab: str = "") -> str:
        """Go to a page, a record of it and a tab of that; return what can be read there."""
        self.workspace.go(page, self.made[record] if record else None)
        settle_all(self.qtbot, self.context)
        if tab:
            tabs = next(tabs for tabs in self.workspace.findChildren(QTabWidget) if tabs.isVisible())
            tabs.setCurrentIndex([tabs.tabText(number) for number in range(tabs.count())].index(tab))
            settle_all(self.qtbot, self.context)
        self.choose()
        return self.read()

    def choose(self) -> None:
        """Choose the first row of each table that is seen, so that what stands beside it is seen too."""
        for table in self.workspace.findChildren(RowTable):
            if table.isVisible() and table.rows and table.current() is None:
                table.selectRow(0)
        settle_all(self.qtbot, self.context)

    def read(self) -> str:
        """Return what can be read on the page that is shown."""
        assert self.workspace.current is not None
        return text_on(self.workspace.current)

    def elsewhere(self, work: Callable[[Writing], Change]) -> None:
        """Write in another place than the page that is shown."""
        asking.write(self.context, self.context, work)
        settle_all(self.qtbot, self.context)

    def rename(self) -> None:
        """Give the person another name, elsewhere."""
        self.elsewhere(lambda uow: _change_person(uow, self.made["person"], PersonData("Samira", "Berg")))

    def protect(self) -> None:
        """Protect the person's identity, elsewhere."""
        data = PersonData("Amira", "Lund", protection=Protection.CONFIDENTIALITY_MARKING)
        self.elsewhere(lambda uow: _change_person(uow, self.made["person"], data))

    def history(self, action: HistoryAction) -> int:
        """Return how many rows of the history tell of this."""
        with self.context.register.reading() as uow:
            wanted = select(func.count()).select_from(HistoryEntry).where(HistoryEntry.action == action)
            return uow.session.scalar(wanted) or 0


def _change_person(uow: Writing, person: UUID, data: PersonData) -> Change:
    return details.change(uow, person, uow.get(Person, person).version, data)


def _fill(uow: Writing) -> dict[str, UUID]:
    made: dict[str, UUID] = {}
    person = made["person"] = details.create(uow, PersonData("Amira", "Lund")).record
    made["case"] = cases.enrol(uow, NewCase(person, date(2020, 2, 3), enrolled_on=date(2020, 2, 3), coach_id=uow.user.id)).record
    made["meeting"] = coaching.book(uow, NewSession((person,), TODAY, time(13))).record
    coaching.add_step(uow, person, StepWords("Ringa arbetsgivaren", due_on=TODAY))
    made["cv"] = cvs.create(uow, NewWritten(person, "Städ")).record
    made["application"] = applications.create(uow, person, ApplicationData("IKEA", "Lager")).record
    made["plan"] = plans.create(uow, NewPlan(person, PlanKind.CAREER, Situation(TODAY))).record
    made["organisation"] = organisations.create(uow, OrganisationDetails("Kyrkan", OrganisationKind.CIVIL_SOCIETY)).record
    frame = CampaignDetails("CV-boxen", date(2020, 6, 1), date(2020, 6, 30))
    made["campaign"] = campaigns.create(uow, frame, measures=(MeasureDraft("cv", "Skrivna CV", Unit.DOCUMENTS),)).record
    when = instant(TODAY, time(10))
    made["event"] = events.create(uow, EventDetails(EventKind.FAIR, "Jobbmässa", when, partners=(made["organisation"],))).record
    made["programme"] = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
    made["enrolment"] = programmes.enrol(uow, made["programme"], person, starts_on=date(2020, 6, 1)).record
    made["indicator"] = indicators.create(uow, IndicatorData("Trygghetsindex"), key=indicators.SAFETY_INDEX).record
    return made


@pytest.fixture
def room(qtbot: QtBot, context: Context) -> Room:
    with context.register.writing() as uow:
        made = _fill(uow)
    workspace = shown(qtbot, Workspace(context), 1280, 800)
    settle_all(qtbot, context)
    return Room(qtbot, context, workspace, made)


# Where the name of a person stands: a page, a record that is opened on it, and a tab of that.
NAMED = (
    ("today", "", ""),
    ("people", "", ""),
    ("people", "person", ""),
    ("people", "person", "Uppgifter"),
    ("coaching", "", ""),
    ("coaching", "meeting", ""),
    ("applications", "", ""),
    ("plans", "", ""),
    ("plans", "plan", ""),
    ("programmes", "", ""),
)


@pytest.mark.parametrize(("page", "record", "tab"), NAMED)
def test_a_renamed_participant_has_the_new_name_where_one_is(room: Room, page: str, record: str, tab: str) -> None:
    assert "Amira" in room.see(page, record, tab)
    room.rename()
    assert "Samira" in room.read()
    assert BEFORE not in room.read()


@pytest.mark.parametrize(("page", "record", "tab"), NAMED)
def test_a_participant_who_is_protected_meanwhile_is_hidden_where_one_is(room: Room, page: str, record: str, tab: str) -> None:
    assert "Amira" in room.see(page, record, tab)
    room.protect()
    assert "Amira" not in room.read()
    assert HIDDEN in room.read() or "Skyddad" in room.read()


def test_pages_that_are_hidden_catch_up_when_they_are_seen(room: Room) -> None:
    for page, record, tab in NAMED:
        room.see(page, record, tab)
    room.see("settings")
    room.rename()
    for page, record, tab in NAMED:
        assert BEFORE not in room.see(page, record, tab), (page, record, tab)
        assert "Samira" in room.read(), (page, record, tab)


def _first(uow: Reading) -> UUID:
    return uow.session.scalars(select(CampaignMeasure.id)).one()


def _user(uow: Writing) -> Change:
    own = uow.get(User, uow.user.id)
    return accounts.change(uow, own.id, own.version, name="Karin Ny", roles=uow.user.roles, phone=own.phone)


Where = tuple[str, str, str]
Write = Callable[[Writing, dict[str, UUID]], Change]


def _kyrkan(uow: Writing, made: dict[str, UUID]) -> Change:
    return organisations.change(uow, made["organisation"], 1, OrganisationDetails("Domkyrkan", OrganisationKind.CIVIL_SOCIETY))


def _book(uow: Writing, made: dict[str, UUID]) -> Change:
    return coaching.book(uow, NewSession((made["person"],), TODAY, time(15, 15)))


def _new_plan(uow: Writing, made: dict[str, UUID]) -> Change:
    return plans.create(uow, NewPlan(made["person"], PlanKind.PERSONAL, Situation(TODAY)))


def _goal(uow: Writing, made: dict[str, UUID]) -> Change:
    return plans.add_goal(uow, plan_id=made["plan"], words=GoalWords("Få körkort"))


def _apply(uow: Writing, made: dict[str, UUID]) -> Change:
    return applications.create(uow, made["person"], ApplicationData("Hemtjänsten", "Undersköterska"))


def _step(uow: Writing, made: dict[str, UUID]) -> Change:
    return coaching.add_step(uow, made["person"], StepWords("Skriva brev", due_on=TODAY))


def _note(uow: Writing, made: dict[str, UUID]) -> Change:
    return notes.add(uow, made["person"], "Ringde och var glad", on=TODAY)


def _cv(uow: Writing, made: dict[str, UUID]) -> Change:
    return cvs.create(uow, NewWritten(made["person"], "Vårdbiträde"))


def _cv_title(uow: Writing, made: dict[str, UUID]) -> Change:
    return cvs.rename(uow, made["cv"], 1, "Städ i hemmet")


def _interview(uow: Writing, made: dict[str, UUID]) -> Change:
    reached = ApplicationStage.CALLED_TO_INTERVIEW
    return applications.reach(uow, made["application"], 1, reached, TODAY, "Ringde mig själva")


def _close(uow: Writing, made: dict[str, UUID]) -> Change:
    return cases.set_status(uow, made["case"], 1, CaseStatus.PAUSED)


def _event(uow: Writing, made: dict[str, UUID]) -> Change:
    partners = (made["organisation"],)
    return events.create(uow, EventDetails(EventKind.FAIR, "Höstmässa", instant(TODAY, time(15)), partners=partners))


def _campaign(uow: Writing, made: dict[str, UUID]) -> Change:
    return campaigns.change(uow, made["campaign"], 1, CampaignDetails("Jobboxen", date(2020, 6, 1), date(2020, 6, 30)))


def _partner(uow: Writing, made: dict[str, UUID]) -> Change:
    return campaigns.add_partner(uow, made["campaign"], organisation_id=made["organisation"], responsibility="Fika till alla")


def _count(uow: Writing, made: dict[str, UUID]) -> Change:
    for _ in range(42):
        change = campaigns.count(uow, _first(uow))
    return change


def _programme(uow: Writing, made: dict[str, UUID]) -> Change:
    return programmes.create(uow, ProgrammeData("Ung i Västerås", "Centrum"))


def _employ(uow: Writing, made: dict[str, UUID]) -> Change:
    return assignments.employ(uow, NewAssignment(AssignmentRole.SAFETY_AMBASSADOR, "Sommar Sommarsson", "Bäckby", TODAY, None))


def _reading(uow: Writing, made: dict[str, UUID]) -> Change:
    return indicators.read(uow, made["indicator"], indicators.MonthResult(date(2020, 5, 1), 4321, 2100))


def _new_user(uow: Writing, made: dict[str, UUID]) -> Change:
    return accounts.add(uow, NewUser("ny", "Nyanna Ny", frozenset({Role.COACH}), PASSWORD))


# What is done elsewhere, where it must be seen, and what is read there afterwards and not before.
SEEN: tuple[tuple[str, Where, Write, str], ...] = (
    ("a meeting is booked", ("today", "", ""), _book, "15:15"),
    ("a meeting is booked", ("coaching", "", ""), _book, "15:15"),
    ("a meeting is booked", ("people", "person", "Samtal"), _book, "15:15"),
    ("a step is agreed", ("today", "", ""), _step, "Skriva brev"),
    ("a step is agreed", ("people", "person", "Samtal"), _step, "Skriva brev"),
    ("a step is agreed", ("coaching", "meeting", ""), _step, "Skriva brev"),
    ("a note is written", ("people", "person", "Översikt"), _note, "Ringde och var glad"),
    ("an enrolment is paused", ("people", "person", "Översikt"), _close, "Pausad"),
    ("an enrolment is paused", ("people", "", ""), _close, "Pausad"),
    ("a note is written", ("people", "", ""), _note, "Ringde och var glad"),
    ("a CV is begun", ("people", "person", "CV och brev"), _cv, "Vårdbiträde"),
    ("a CV is renamed", ("people", "person", "CV och brev"), _cv_title, "Städ i hemmet"),
    ("a CV is begun", ("people", "person", "Översikt"), _cv, "Vårdbiträde"),
    ("a job is applied for", ("people", "person", "Ansökningar"), _apply, "Hemtjänsten"),
    ("a job is applied for", ("applications", "", ""), _apply, "Hemtjänsten"),
    ("a job is applied for", ("coaching", "meeting", ""), _apply, "Hemtjänsten"),
    ("an application gets on", ("applications", "", ""), _interview, "Ringde mig själva"),
    ("an application gets on", ("people", "person", "Ansökningar"), _interview, "Ringde mig själva"),
    ("a plan is made", ("people", "person", "Planer"), _new_plan, "utveckling"),
    ("a plan is made", ("people", "person", "Översikt"), _new_plan, "utveckling"),
    ("a goal is set", ("plans", "plan", ""), _goal, "Få körkort"),
    ("a goal is set", ("coaching", "meeting", ""), _goal, "Få körkort"),
    ("an event is added", ("events", "", ""), _event, "Höstmässa"),
    ("an organisation is renamed", ("events", "", ""), _kyrkan, "Domkyrkan"),
    ("an event is added", ("organisations", "", ""), _event, "Höstmässa"),
    ("an organisation is renamed", ("organisations", "", ""), _kyrkan, "Domkyrkan"),
    ("a campaign is renamed", ("campaigns", "", ""), _campaign, "Jobboxen"),
    ("a campaign is renamed", ("campaigns", "campaign", ""), _campaign, "Jobboxen"),
    ("a partner joins", ("campaigns", "campaign", "Upplägg"), _partner, "Fika till alla"),
    ("something is counted", ("campaigns", "campaign", "På plats"), _count, "42"),
    ("something is counted", ("campaigns", "campaign", "Resultat"), _count, "42"),
    ("a programme is begun", ("programmes", "", ""), _programme, "Ung i Västerås"),
    ("somebody is employed", ("programmes", "", "Anställda boende"), _employ, "Sommar Sommarsson"),
    ("a month is noted", ("programmes", "", "Indikatorer"), _reading, "4\N{NO-BREAK SPACE}321"),
    ("a user is added", ("settings", "", ""), _new_user, "Nyanna Ny"),
    ("a coach is renamed", ("people", "person", ""), lambda uow, _made: _user(uow), "Karin Ny"),
    ("a coach is renamed", ("settings", "", ""), lambda uow, _made: _user(uow), "Karin Ny"),
)


@pytest.mark.parametrize(("what", "where", "write", "read"), SEEN, ids=lambda value: str(value) if not callable(value) else "")
def test_what_is_done_elsewhere_is_seen_where_one_is(room: Room, what: str, where: Where, write: Write, read: str) -> None:
    assert read not in room.see(*where), what
    room.elsewhere(lambda uow: write(uow, room.made))
    assert read in room.read(), what


def test_the_versions_of_a_paper_follow(room: Room) -> None:
    room.see("people", "person", "CV och brev")
    versions = room.workspace.findChild(Versions)
    assert versions is not None
    assert len(versions.table.rows) == 1
    room.elsewhere(lambda uow: cvs.save(uow, room.made["cv"], 1, {"basics": {"name": "Amira"}}))
    assert len(versions.table.rows) == 2


def test_a_report_and_the_records_behind_a_figure_follow(room: Room) -> None:
    before = room.see("reports")
    room.elsewhere(lambda uow: _cv(uow, room.made))
    assert room.read() != before
    page = room.workspace.current
    assert isinstance(page, ReportsPage)
    [row] = [row for row in page.figures.rows if row.key == "cvs_written"]
    page.figures.opened.emit(row)
    settle_all(room.qtbot, room.context)
    assert len(page.behind.table.rows) == 2
    page.behind.table.selectRow(1)
    page.figures.setFocus()
    room.elsewhere(lambda uow: cvs.create(uow, NewWritten(room.made["person"], "Kock")))
    assert len(page.behind.table.rows) == 3
    assert page.behind.table.current() is not None
    assert page.figures.hasFocus(), "the keyboard is not taken from where one is"


def test_a_campaigns_paper_follows(room: Room) -> None:
    room.see("campaigns", "campaign", "Rapport")
    tab = room.workspace.findChild(ReportTab)
    assert tab is not None
    room.qtbot.waitUntil(lambda: "CV-boxen" in _pages(tab.view))
    room.elsewhere(lambda uow: _campaign(uow, room.made))
    room.qtbot.waitUntil(lambda: "Jobboxen" in _pages(tab.view))


def _pages(view: PdfView) -> str:
    document = view.view.document()
    return "" if document is None else "".join(document.getAllText(page).text() for page in range(document.pageCount()))


def test_everything_that_is_live_on_any_page_is_tried_above(room: Room) -> None:
    """Every noun that a page depends on reaches what shows it; which widgets those are is known only by looking."""
    seen: dict[str, frozenset[str]] = {}
    for page, record, tab in (*NAMED, *ALSO, *(where for _what, where, _write, _read in SEEN)):
        room.see(page, record, tab)
        for live in room.workspace.findChildren(Live):
            name = type(live.parent()).__name__
            seen[name] = seen.get(name, frozenset()) | live.nouns
    assert len(seen) > 20
    unheard = {name for name, nouns in seen.items() if not nouns} - CONTAINERS
    assert unheard == set(), "these show nothing that any read declared"


ALSO = (
    ("reports", "", ""),
    *(("campaigns", "campaign", "Rapport"), ("campaigns", "campaign", "Utvärdering")),
    *(("events", "", "Serier"), ("events", "", "Trygghet vecka för vecka"), ("programmes", "", "Platser")),
)
# These only hold others, which look after themselves.
CONTAINERS = frozenset({"PeoplePage", "CoachingPage", "CampaignsPage", "PlansPage", "ProgrammesPage", "SettingsPage"})


def test_the_note_that_is_being_written_stays_while_others_write(room: Room) -> None:
    room.see("coaching", "meeting")
    meeting = room.workspace.findChild(MeetingView)
    assert meeting is not None
    line = meeting.writing.note.text
    line.setFocus()
    type_text(line, "Hon berättade att")
    room.rename()
    assert "Samira" in room.read()
    assert line.hasFocus()
    type_text(line, " jobbet var bra")
    assert line.toPlainText() == "Hon berättade att jobbet var bra"


def test_what_is_chosen_stays_chosen_and_what_is_scrolled_stays_scrolled(room: Room) -> None:
    with room.context.register.writing() as uow:
        people = [details.create(uow, PersonData(f"Person {number:02}", "Ek")).record for number in range(40)]
        for number in range(30):
            notes.add(uow, room.made["person"], f"Anteckning {number}", on=TODAY)
    room.see("people")
    view = room.workspace.findChild(CaseloadView)
    assert view is not None
    everyone = next(button for button in view._group.buttons() if button.text() == "Alla")
    everyone.click()
    settle_all(room.qtbot, room.context)
    assert view.table.select(people[35])
    bar = view.table.verticalScrollBar()
    place = bar.value()
    assert place > 0
    room.rename()
    chosen = view.table.current()
    assert chosen is not None
    assert chosen.id == people[35]
    assert bar.value() == place
    room.see("people", "person", "Översikt")
    overview = room.workspace.findChild(OverviewTab)
    assert overview is not None
    [area] = [area for area in overview.findChildren(QScrollArea) if area.verticalScrollBar().maximum() > 100]
    area.verticalScrollBar().setValue(100)
    room.elsewhere(lambda uow: _note(uow, room.made))
    room.qtbot.wait(50)
    assert area.verticalScrollBar().value() == 100


def test_a_health_plan_that_is_open_is_noted_as_read_once_for_each_time_it_is_shown(room: Room) -> None:
    with room.context.register.writing() as uow:
        agreed(uow, room.made["person"])
        made = plans.create(uow, NewPlan(room.made["person"], PlanKind.HEALTH, Situation(TODAY))).record
    room.made["health"] = made
    before = room.history(HistoryAction.READ)
    room.see("plans", "health")
    assert room.history(HistoryAction.READ) == before + 1
    room.elsewhere(lambda uow: _event(uow, room.made))
    assert room.history(HistoryAction.READ) == before + 1, "an event is nothing that the plan shows"
    room.rename()
    room.qtbot.waitUntil(lambda: room.history(HistoryAction.READ) > before + 1)
    room.qtbot.wait(50)
    assert room.history(HistoryAction.READ) == before + 2, "shown anew once, with the new name"
    editor = cast("PlanEditor", room.workspace.findChild(PlanEditor))
    editor.situation.form.flush()
    room.see("today")
    room.elsewhere(lambda uow: _event(uow, room.made))
    assert room.history(HistoryAction.READ) == before + 2, "what is hidden is not read"
