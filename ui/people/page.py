"""The page of people: the caseload, and over it the one person that was opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from ui.people.caseload import CaseloadView
from ui.widgets.page import Page

if TYPE_CHECKING:
    from ui.people.person import PersonView


class PeoplePage(Page):
    """Shows the caseload; opening a person puts their page over it, and going back finds the list as it was."""

    nouns: ClassVar[frozenset[str]] = frozenset(
        {
            "person",
            "case_file",
            "outcome",
            "coaching_session",
            "session_participant",
            "person_note",
            "agreed_step",
            "programme_enrolment",
        }
    )

    def _build(self) -> None:
        self.column.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        self.caseload = CaseloadView(self.context)
        self.stack.addWidget(self.caseload)
        self.person: PersonView | None = None
        self.column.addWidget(self.stack)

    def _connect(self) -> None:
        self.caseload.opened.connect(self.show_record)
        QShortcut(QKeySequence("Alt+Left"), self, self.show_list)

    def refresh(self) -> None:
        """Load the list anew, and the person if one is open."""
        self.caseload.refresh()
        if self.person is not None:
            self.person.refresh()

    def show_record(self, record: UUID) -> None:
        """Open one person's page."""
        if self.person is not None and self.person.person == record:
            self.stack.setCurrentWidget(self.person)
            return
        from ui.people.person import PersonView  # its tabs and forms are needed only now

        self._drop_person()
        self.person = PersonView(self.context, record)
        self.person.left.connect(self.show_list)
        self.stack.addWidget(self.person)
        self.stack.setCurrentWidget(self.person)
        self.person.refresh()

    def show_list(self) -> None:
        """Go back to the caseload, where one was."""
        self._drop_person()
        self.stack.setCurrentWidget(self.caseload)
        self.caseload.take_focus()

    def _drop_person(self) -> None:
        if self.person is not None:
            self.stack.removeWidget(self.person)
            self.person.deleteLater()
            self.person = None
