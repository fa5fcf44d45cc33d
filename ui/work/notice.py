"""The notice of an area, shown to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.notice_data import NoticeDocument
from jobbpunkt.documents.setting import Setting
from jobbpunkt.work import AreaView, on_paper
from ui import asking
from ui.context import Context
from ui.widgets.note_print import Note
from ui.widgets.paper_dialog import PaperDialog, Ready

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing


class NoticePaper(PaperDialog):
    """Shows what is cleaned in one area and when, as it hangs on the wall."""

    def __init__(self, parent: QWidget, context: Context, area: AreaView) -> None:
        self.area = area
        super().__init__(parent, context, context.words("Notice: {area}", area=area.data.name))
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:  # noqa: ARG002 - as its siblings
        """Ask for what is done in the area."""

        def show(data: NoticeDocument) -> None:
            from jobbpunkt.documents.notice import render_notice

            ready(Drawing(data, render_notice, self.setting(Setting())))

        area = self.area.id
        asking.read(self, self.context, lambda uow: on_paper.document(uow, area), show)

    def file_name(self) -> str:
        """Return a name that says which area."""
        return self.words("notice {area}.pdf", area=self.area.data.name)

    def noting(self) -> Note:
        """Return what notes that the paper was printed."""
        area = self.area.id

        def note(uow: Writing) -> None:
            on_paper.note_printed(uow, area)

        return note
