"""The tabs of a person's page, in order. Adding a tab is one line here."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import N_
from jobbpunkt.register.permissions import Permission
from ui.context import Context


@dataclass(frozen=True, slots=True)
class PersonTab:
    """One tab: its title, where its widget class is (imported when first opened), and what one must be allowed to see it."""

    title: str
    factory: str
    needs: Permission = Permission.SEE_PEOPLE

    def make(self, context: Context, person: UUID, parent: QWidget) -> QWidget:
        """Import the tab's module and build the tab for one person."""
        module, _, name = self.factory.partition(":")
        return cast("Callable[[Context, UUID, QWidget], QWidget]", getattr(import_module(module), name))(context, person, parent)


PERSON_TABS: tuple[PersonTab, ...] = (
    PersonTab(N_("Overview"), "ui.people.overview:OverviewTab"),
    PersonTab(N_("Meetings"), "ui.coaching.tab:CoachingTab", Permission.SEE_NOTES),
    PersonTab(N_("CV and letters"), "ui.cvs.tab:CvsTab", Permission.SEE_NOTES),
    PersonTab(N_("Applications"), "ui.applications.tab:ApplicationsTab", Permission.SEE_NOTES),
    PersonTab(N_("Plans"), "ui.plans.tab:PlansTab", Permission.SEE_PLANS),
    PersonTab(N_("Promises"), "ui.promises.tab:PromisesTab", Permission.SEE_PLANS),
    PersonTab(N_("Progress"), "ui.progress.tab:ProgressTab", Permission.SEE_NOTES),
    PersonTab(N_("Certificates"), "ui.certificates.tab:CertificatesTab", Permission.SEE_WORK),
    PersonTab(N_("Details"), "ui.people.facts:FactsTab"),
    PersonTab(N_("History"), "ui.people.history:HistoryTab", Permission.SEE_NOTES),
)
