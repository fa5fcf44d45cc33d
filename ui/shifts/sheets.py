"""The sheet of a person's month: shown to be printed, and noted as signed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import shifts
from jobbpunkt.base import checks
from jobbpunkt.base.words import Words
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.setting import spoken
from jobbpunkt.shifts import PersonHours, on_paper
from ui import asking
from ui.context import Context
from ui.drafts.naming import NotKept
from ui.shifts import said
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import DateField, Form, LineField
from ui.widgets.note_print import Note
from ui.widgets.paper_dialog import PaperDialog, Ready

if TYPE_CHECKING:
    from jobbpunkt.documents.attendance_data import AttendanceDocument
    from jobbpunkt.register.unit_of_work import Writing


class SheetDialog(PaperDialog):
    """Shows the sheet of one person's month."""

    def __init__(self, parent: QWidget, context: Context, programme_id: UUID, person_id: UUID, month: date) -> None:
        self._of = programme_id, person_id, month
        super().__init__(parent, context, context.words("Attendance {month}", month=context.words.month(month)))
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:
        """Ask for the sheet."""
        of = self._of

        def show(data: AttendanceDocument) -> None:
            from jobbpunkt.documents.attendance import render_attendance

            ready(Drawing(data, render_attendance, self.setting(spoken(data.speaks))))

        asking.read(self, self.context, lambda uow: on_paper.document(uow, *of, words), show)

    def file_name(self) -> str:
        """Return a name that says the month and nobody's name."""
        return self.words("attendance-{month}.pdf", month=f"{self._of[2]:%Y-%m}")

    def noting(self) -> Note:
        """Return what notes that the sheet was printed."""
        of = self._of

        def note(uow: Writing) -> None:
            on_paper.note_printed(uow, *of)

        return note


def sign_dialog(parent: QWidget, context: Context, programme_id: UUID, person: PersonHours, month: date) -> FormDialog:
    """Return the dialog that notes that a sheet was signed on paper."""
    words, today = context.words, context.clock.today()
    form = Form(words)
    day = form.add("signed_on", DateField(words, words("Signed on"), today=today))
    by = form.add("signed_by", LineField(words("Supervisor who signed")))
    form.set_values(signed_on=today, signed_by=context.user.name)

    def prepare() -> Work:
        on, who = checks.chosen_day(day.value(), field="signed_on"), by.value()
        return lambda uow: shifts.sign(uow, programme_id, person.person_id, month, signed_on=on, signed_by=who)

    about = f"{words.month(month).capitalize()}, {said.hours(words, person.minutes)}"
    kept = NotKept("today and one's own name stand there already")
    return FormDialog(
        parent, context, person.name.shown(words), form, prepare, draft=kept, explanation=about, save=words("Save"), width=420
    )
