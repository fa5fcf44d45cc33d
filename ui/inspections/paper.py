"""The protocol of an inspection, shown to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.inspection_data import InspectionDocument
from jobbpunkt.documents.setting import Setting
from jobbpunkt.inspections import on_paper
from ui import asking
from ui.context import Context
from ui.widgets.note_print import Note
from ui.widgets.paper_dialog import PaperDialog, Ready

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing


class InspectionPaper(PaperDialog):
    """Shows what was found, with the photos and the months, as it is signed."""

    def __init__(self, parent: QWidget, context: Context, inspection: UUID, place: str) -> None:
        self._inspection = inspection
        super().__init__(parent, context, context.words("Protocol: {place}", place=place))
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:
        """Ask for what the protocol holds."""

        def show(data: InspectionDocument) -> None:
            from jobbpunkt.documents.inspection import render_inspection

            ready(Drawing(data, render_inspection, self.setting(Setting(words.language))))

        asking.read(self, self.context, lambda uow: on_paper.document(uow, self._inspection), show)

    def file_name(self) -> str:
        """Return a name that says the day, and no place where nobody may know of it."""
        return self.words("inspection-{day}.pdf", day=self.context.clock.today().isoformat())

    def noting(self) -> Note:
        """Return what notes that the protocol was printed."""
        inspection = self._inspection

        def note(uow: Writing) -> None:
            on_paper.note_printed(uow, inspection)

        return note
