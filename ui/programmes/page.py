"""The page of projects: programmes and who takes part, who was employed, the indicators, and the places."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget

from jobbpunkt.register.permissions import Permission
from ui.assignments.tab import AssignmentsTab
from ui.indicators.tab import IndicatorsTab
from ui.places.tab import PlacesTab
from ui.programmes.participants import ParticipantsTab
from ui.widgets.page import Page

Tab = ParticipantsTab | AssignmentsTab | IndicatorsTab | PlacesTab


class ProgrammesPage(Page):
    """Four tabs, each one table with its form; each loads when it is seen."""

    def _build(self) -> None:
        words = self.words
        self.header(words("Projects and indicators"))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.parts: list[Tab] = []
        if self.context.user.may(Permission.SEE_PEOPLE):
            self.parts.append(ParticipantsTab(self.context))
        self.parts += [AssignmentsTab(self.context), IndicatorsTab(self.context), PlacesTab(self.context)]
        for part in self.parts:
            self.tabs.addTab(part, words(part.title))
        self.column.addWidget(self.tabs, 1)

    def show_part(self, part: str) -> None:
        """Turn to a tab by its name."""
        kinds = {"participants": ParticipantsTab, "assignments": AssignmentsTab, "indicators": IndicatorsTab, "places": PlacesTab}
        for tab in self.parts:
            if type(tab) is kinds.get(part):
                self.tabs.setCurrentWidget(tab)
