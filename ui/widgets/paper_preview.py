"""The paper beside an editor: drawn anew a moment after the last key, on another thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt.base.errors import UserError
from jobbpunkt.documents.drawing import Drawing
from ui import asking
from ui.context import Context
from ui.widgets.buttons import icon_button
from ui.widgets.note_print import Note, note_print
from ui.widgets.pdf_view import PdfView
from ui.widgets.setting_bar import PLAIN, Offer
from ui.widgets.typed_paper import TypedPaper

PAUSE_MS = 350
Wanted = tuple[Drawing[Any], str]


class PaperPreview(QWidget):
    """Asks `drawing` for the work whenever something changed; an older paper never comes after a newer one.

    `drawing` returns what draws the paper and the name of its file, or None while there is none; `noting` what notes a printout.
    Of `offer` and `explained` tells `SettingBar`.
    """

    def __init__(
        self,
        context: Context,
        drawing: Callable[[], Wanted | None],
        noting: Callable[[], Note],
        *,
        offer: Offer = PLAIN,
        explained: bool = False,
        icons_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._context, self._drawing, self._noting = context, drawing, noting
        self._offer, self._explained = offer, explained
        self._running = self._again = self._unseen = False
        self._wanted: Drawing[Any] | None = None
        self.pdf = PdfView(context.words)
        for button in (self.pdf.save_button, self.pdf.word_button, self.pdf.print_button) if icons_only else ():
            button.setToolTip(button.text())
            button.setText("")
        self.pdf.taken.connect(lambda: note_print(self, context, noting()))
        self.choose_button = icon_button("settings", context.words("Language and look"), self.choose)
        self.pdf.add_tool(self.choose_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pdf)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.draw)
        # After an error nobody foresaw, the next key draws again.
        context.operations.crashed.connect(self._give_up)

    def later(self) -> None:
        """Draw when nothing has been typed for a moment."""
        self._timer.start()

    def draw(self) -> None:
        """Draw now, or as soon as the drawing under way is done; while nobody sees it, only once somebody does."""
        self._timer.stop()
        self._unseen = not self.isVisible()
        if self._unseen:
            return
        if self._running:
            self._again = True
            return
        found = self._drawing()
        if found is None:
            return
        self._running = True
        self._wanted, name = found
        paper = self._wanted
        asking.compute(self, self._context, paper, lambda pdf: self._show(paper, pdf, name), self._failed)

    def choose(self) -> None:
        """Show what is typed in the dialog in which its language and look are chosen."""
        if (found := self._drawing()) is not None:
            TypedPaper(self, self._context, found, self._noting(), self._offer, explained=self._explained).open()

    def clear(self) -> None:
        """Show nothing: what was edited is no longer open."""
        self._timer.stop()
        self._wanted, self._again, self._unseen = None, False, False
        self.pdf.clear()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what has changed while nobody saw it."""
        super().showEvent(event)
        if self._unseen:
            self.later()

    def _show(self, paper: Drawing[Any], pdf: bytes, name: str) -> None:
        if paper is self._wanted:
            self.pdf.show_pdf(pdf, name, paper)
        self._next()

    def _failed(self, error: UserError) -> None:
        self._context.operations.refused.emit(self, error)
        self._next()

    def _give_up(self, _error: BaseException) -> None:
        self._running = self._again = False

    def _next(self) -> None:
        self._running = False
        if self._again:
            self._again = False
            self.draw()
