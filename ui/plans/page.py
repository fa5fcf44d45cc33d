"""The page of plans: the list, and over it the plan that was opened."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QStackedWidget

from ui.plans.editor import PlanEditor
from ui.plans.plans_list import PlansList
from ui.tokens import Tone
from ui.widgets.page import Page


class PlansPage(Page):
    """Opening a plan puts its editor over the list; going back finds the list as it was."""

    def _build(self) -> None:
        self.column.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        self.list = PlansList(self.context)
        self._editor: PlanEditor | None = None
        self.stack.addWidget(self.list)
        self.column.addWidget(self.stack)

    def _connect(self) -> None:
        self.list.opened.connect(self.show_record)

    @property
    def editor(self) -> PlanEditor:
        """Return the editor, made when the first plan is opened."""
        if self._editor is None:
            self._editor = PlanEditor(self.context)
            self._editor.left.connect(self.show_list)
            self.stack.addWidget(self._editor)
        return self._editor

    def show_record(self, record: UUID) -> None:
        """Open one plan."""
        self.stack.setCurrentWidget(self.editor)
        self.editor.open(record)

    def go_back(self) -> bool:
        """Go from a plan to the list, once what was typed is saved."""
        if self.stack.currentWidget() is self.list:
            return False
        self.show_list()
        return True

    def show_list(self) -> None:
        """Go back to the list, where one was."""
        self.editor.leave(self._to_list)

    def _to_list(self) -> None:
        self.stack.setCurrentWidget(self.list)
        self.list.take_focus()

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence where one is: above the list or in the plan."""
        if self.stack.currentWidget() is self.list:
            super().show_notice(text, tone)
        else:
            self.editor.show_notice(text, tone)
