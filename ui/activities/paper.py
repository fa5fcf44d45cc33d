"""The sheet for a person's activity report, shown to be gone through and printed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import activities
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.months import month_after, month_before
from jobbpunkt.base.words import Words
from jobbpunkt.documents.activities_data import ActivitiesDocument
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.setting import spoken
from ui import asking
from ui.activities.lines import Lines
from ui.context import Context
from ui.widgets.buttons import icon_button
from ui.widgets.labels import PlainLabel
from ui.widgets.note_print import Note
from ui.widgets.page import scrolling
from ui.widgets.paper_dialog import PaperDialog, Ready
from ui.widgets.setting_bar import FOR_PEOPLE

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing


class ActivitiesPaper(PaperDialog):
    """Shows what a person did in a month, the one before this first, with a switch for each line beside the pages."""

    def __init__(self, parent: QWidget, context: Context, person: UUID) -> None:
        words, self.person = context.words, person
        self.month = month_before(context.clock.today())
        self._data: ActivitiesDocument | None = None
        self.lines = Lines(words)
        self.before = icon_button("chevron-left", words("Month before"), self._earlier)
        self.after = icon_button("chevron-right", words("Month after"), self._later)
        self.told = PlainLabel("", "strong", wrap=False)
        explanation = words("Go through the lines together. Leave out what does not belong in the report, such as illness.")
        super().__init__(
            parent,
            context,
            words("For the activity report"),
            self.before,
            self.told,
            self.after,
            explanation=explanation,
            offer=FOR_PEOPLE,
            side=scrolling(self.lines),
        )
        self.lines.changed.connect(self.load)
        self._say_month()
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:
        """Ask for what is recorded of the month, once; another language, look or choice of lines draws the same again."""
        if self._data is not None and self._data.month == self.month:
            self._hand_over(self._data, ready)
            return

        def keep(data: ActivitiesDocument) -> None:
            if data.month == self.month:
                self._data = data
                self.lines.show_lines(data)
                self._hand_over(data, ready)

        person, month = self.person, self.month
        asking.read(self, self.context, lambda uow: activities.document(uow, person, words, month), keep, self._refuse)

    def file_name(self) -> str:
        """Return a name that says the month and nobody's name."""
        return self.words("activities-{month}.pdf", month=f"{self.month:%Y-%m}")

    def noting(self) -> Note:
        """Return what notes that the sheet was printed."""
        person = self.person

        def note(uow: Writing) -> None:
            activities.note_printed(uow, person)

        return note

    def _hand_over(self, data: ActivitiesDocument, ready: Ready) -> None:
        from jobbpunkt.documents.activities import render_activities

        chosen = data.without(self.lines.left_out())
        ready(Drawing(chosen, render_activities, self.setting(spoken(data.speaks))))

    def _earlier(self) -> None:
        self._turn_to(month_before(self.month))

    def _later(self) -> None:
        self._turn_to(month_after(self.month))

    def _turn_to(self, month: date) -> None:
        self.notice.hide()
        self.month = month
        self._say_month()
        self.load()

    def _say_month(self) -> None:
        self.told.setText(self.words.month(self.month).capitalize())

    def _refuse(self, error: UserError) -> None:
        """Say why there is no sheet, and stay with the month that is shown."""
        self.show_notice(error.text(self.words), "bad")
        if self._data is not None:
            self.month = self._data.month
            self._say_month()
