"""The pages of the window, in order. Adding a page is one line here."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from jobbpunkt.base.words import N_
from jobbpunkt.register.permissions import Permission

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import SignedIn
    from ui.context import Context
    from ui.widgets.page import Page


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page: its key for `context.go`, its title, its icon, and where its class is (imported when first opened).

    `finds` are the kinds of search hit that the page can show; who lacks `needs` does not see the page, nor who has any of
    `unless`, for whom there is another like it.
    """

    key: str
    title: str
    icon: str
    factory: str
    finds: frozenset[str] = frozenset()
    needs: Permission | None = None
    unless: frozenset[Permission] = frozenset()
    at_bottom: bool = False

    def make(self, context: "Context") -> "Page":
        """Import the page's module and build the page."""
        module, _, name = self.factory.partition(":")
        return cast("Callable[[Context], Page]", getattr(import_module(module), name))(context)


# Whoever has several roles begins the day with one page: a coach with people, who leads a group with it.
_COACHES, _GROUPS = frozenset({Permission.SEE_NOTES}), frozenset({Permission.RECORD_WORK})

PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", N_("Today"), "sun", "ui.today.page:TodayPage", needs=Permission.SEE_NOTES),
    PageEntry("group", N_("Today"), "sun", "ui.group.page:GroupPage", needs=Permission.RECORD_WORK, unless=_COACHES),
    PageEntry("lead", N_("Today"), "sun", "ui.lead.page:LeadPage", needs=Permission.EDIT_CAMPAIGNS, unless=_COACHES | _GROUPS),
    PageEntry("people", N_("People"), "users", "ui.people.page:PeoplePage", frozenset({"person"}), Permission.SEE_PEOPLE),
    PageEntry("coaching", N_("Calendar"), "calendar-days", "ui.coaching.page:CoachingPage", needs=Permission.SEE_NOTES),
    PageEntry(
        "applications",
        N_("Applications"),
        "send",
        "ui.applications.page:ApplicationsPage",
        frozenset({"application"}),
        Permission.SEE_NOTES,
    ),
    PageEntry(
        "work", N_("Work training"), "sparkles", "ui.work.page:WorkPage", frozenset({"work_area", "person"}), Permission.SEE_WORK
    ),
    PageEntry("plans", N_("Plans"), "target", "ui.plans.page:PlansPage", frozenset({"plan"}), Permission.SEE_PLANS),
    PageEntry(
        "campaigns",
        N_("Campaigns"),
        "megaphone",
        "ui.campaigns.page:CampaignsPage",
        frozenset({"campaign"}),
        Permission.SEE_CAMPAIGNS,
    ),
    PageEntry(
        "events", N_("Events"), "presentation", "ui.events.page:EventsPage", frozenset({"event"}), Permission.SEE_CAMPAIGNS
    ),
    PageEntry(
        "organisations",
        N_("Partner organisations"),
        "handshake",
        "ui.organisations.page:OrganisationsPage",
        frozenset({"organisation"}),
        Permission.SEE_CAMPAIGNS,
    ),
    PageEntry(
        "programmes",
        N_("Projects"),
        "sprout",
        "ui.programmes.page:ProgrammesPage",
        frozenset({"programme", "assignment", "indicator_reading"}),
        Permission.SEE_CAMPAIGNS,
    ),
    PageEntry("reports", N_("Reports"), "chart-column", "ui.reports.page:ReportsPage", needs=Permission.SEE_PROGRAMME_REPORT),
    PageEntry("log", N_("Log"), "history", "ui.log.page:LogPage", needs=Permission.MANAGE_USERS, at_bottom=True),
    PageEntry("settings", N_("Settings"), "settings", "ui.settings.page:SettingsPage", at_bottom=True),
)


def visible_to(user: "SignedIn", pages: tuple[PageEntry, ...] = PAGES) -> tuple[PageEntry, ...]:
    """Return the pages that the user's roles reach, in order."""
    return tuple(
        page
        for page in pages
        if (page.needs is None or user.may(page.needs)) and not any(user.may(other) for other in page.unless)
    )
