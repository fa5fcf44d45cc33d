"""The paper beside an editor: drawn anew a moment after the last key, on another thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt.errors import UserError
from ui import operation
from ui.context import Context
from ui.widgets.pdf_view import PdfView

PAUSE_MS = 350

Draw = Callable[[], bytes]


class PaperPreview(QWidget):
    """Asks `drawing` for the work whenever something changed; an older paper never comes after a newer one."""

    def __init__(self, context: Context, drawing: Callable[[], tuple[Draw, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._context, self._drawing = context, drawing
        self._running = self._again = False
        self.pdf = PdfView(context.words)
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
        """Draw now, or as soon as the drawing under way is done."""
        self._timer.stop()
        if self._running:
            self._again = True
            return
        self._running = True
        work, name = self._drawing()
        operation.compute(self, self._context, work, lambda pdf: self._show(pdf, name), self._failed)

    def _show(self, pdf: bytes, name: str) -> None:
        self.pdf.show_pdf(pdf, name)
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
