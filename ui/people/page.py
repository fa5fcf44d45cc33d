"""The page of people: the caseload, and over it the one person that was opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget

from jobbpunkt import cases
from ui import asking
from ui.focus import begin
from ui.people.caseload import CaseloadView
from ui.widgets.over import LaidOver
from ui.widgets.page import Page

if TYPE_CHECKING:
    from jobbpunkt.cases import CaseView
    from ui.people.person import PersonView


class PeoplePage(Page):
    """Shows the caseload; opening a person puts their page over it, and going back finds the list as it was."""

    def _build(self) -> None:
        self.column.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        self.caseload = CaseloadView(self.context)
        self.stack.addWidget(self.caseload)
        self.person: PersonView | None = None
        self.over: LaidOver | None = None
        self.column.addWidget(self.stack)

    def _connect(self) -> None:
        self.caseload.opened.connect(self.show_record)

    def show_record(self, record: UUID) -> None:
        """Open one person's page; an editor that lies over it is asked first."""
        self._after_leaving(lambda: self._show_person(record))

    def show_part(self, part: str) -> None:
        """Lay the page that ends the enrolment over the person who is open, or turn to who has looked at them."""
        if part == "closing" and self.person is not None and self.over is None:
            person = self.person.person
            asking.read(self, self.context, lambda uow: cases.of_person(uow, person), self._end)
        elif part == "looks" and self.person is not None:
            from ui.people.history import HistoryTab  # its tables are needed only now

            tab = self.person.turn_to(HistoryTab)
            if tab is not None:
                tab.show_looks()

    def _end(self, found: tuple[CaseView, ...]) -> None:
        from ui.people.closing.view import open_closing

        if found and self.person is not None:
            open_closing(self, self, self.context, found[0])

    def lay_over(self, view: LaidOver) -> None:
        """Show an editor over the whole page until it is left."""
        self.over = view
        self.stack.addWidget(view)
        self.stack.setCurrentWidget(view)
        begin(view)
        view.left.connect(self._take_off)

    def _show_person(self, record: UUID) -> None:
        if self.person is not None and self.person.person == record:
            self.stack.setCurrentWidget(self.person)
            self.person.tabs.tabBar().setFocus()
            return
        from ui.people.person import PersonView  # its tabs and forms are needed only now

        self._drop_person()
        self.person = PersonView(self.context, record)
        self.person.left.connect(self.show_list)
        self.stack.addWidget(self.person)
        self.stack.setCurrentWidget(self.person)
        self.person.tabs.tabBar().setFocus()

    def show_list(self) -> None:
        """Go back to the caseload, where one was."""
        self._drop_person()
        self.stack.setCurrentWidget(self.caseload)
        self.caseload.take_focus()

    def go_back(self) -> bool:
        """Go from an editor to its person, and from a person to the list."""
        if self.over is not None:
            self.over.leave()
        elif self.person is not None:
            self.show_list()
        else:
            return False
        return True

    def go_home(self) -> None:
        """Go to the list; an editor that lies over the person is asked first."""
        self._after_leaving(lambda: self.show_list() if self.person is not None else None)

    def _after_leaving(self, then: Callable[[], None]) -> None:
        if self.over is None:
            then()
        else:
            self.over.leave(then)

    def _take_off(self) -> None:
        over, self.over = self.over, None
        if over is not None and self.person is not None:
            self.stack.setCurrentWidget(self.person)
            begin(self.person.tabs.currentWidget())
            self.stack.removeWidget(over)
            over.deleteLater()

    def _drop_person(self) -> None:
        if self.person is not None:
            self.stack.removeWidget(self.person)
            self.person.deleteLater()
            self.person = None
