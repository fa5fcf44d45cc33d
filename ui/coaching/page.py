"""The calendar's page: the week, and over it the one meeting that was opened."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QStackedWidget

from ui.coaching.agenda import Agenda
from ui.coaching.meeting import MeetingView
from ui.widgets.page import Page


class CoachingPage(Page):
    """Shows the week; opening a meeting puts it over the week, and leaving it finds the week as it was."""

    def _build(self) -> None:
        self.column.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        self.agenda = Agenda(self.context)
        self.stack.addWidget(self.agenda)
        self.meeting: MeetingView | None = None
        self.column.addWidget(self.stack)

    def show_record(self, record: UUID) -> None:
        """Open one meeting; what is being written in another is in the register first, and a refusal stays with it."""
        if self.meeting is None:
            self._open(record)
        elif self.meeting.session_id != record:
            self.meeting.saver.settle(lambda: self._open(record))

    def go_back(self) -> bool:
        """Go from a meeting to where it was opened, once what was typed is saved."""
        if self.meeting is None:
            return False
        self.meeting.leave()
        return True

    def go_home(self) -> None:
        """Go from a meeting to the week, once what was typed is saved."""
        if self.meeting is not None:
            self.meeting.saver.settle(self.show_week)

    def _open(self, record: UUID) -> None:
        self._drop_meeting()
        self.meeting = MeetingView(self.context, record, self.stack)
        self.meeting.left.connect(self._leave)
        self.stack.addWidget(self.meeting)
        self.stack.setCurrentWidget(self.meeting)

    def show_week(self) -> None:
        """Go back to the week."""
        self._drop_meeting()
        self.stack.setCurrentWidget(self.agenda)
        self.agenda.take_focus()

    def _leave(self) -> None:
        """Go back to where the meeting was opened: the week, or another page."""
        self.show_week()
        self.context.back("coaching")

    def _drop_meeting(self) -> None:
        if self.meeting is not None:
            self.stack.removeWidget(self.meeting)
            self.meeting.deleteLater()
            self.meeting = None
