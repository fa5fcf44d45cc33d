"""The one dialog for every paper: it is read, printed and saved there, and whatever papers are to offer is offered there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.documents.setting import Setting
from ui import asking
from ui.context import Context
from ui.dress import dress
from ui.tokens import Tone
from ui.widgets.beside import Beside
from ui.widgets.buttons import primary, secondary
from ui.widgets.dialog_size import open_at
from ui.widgets.labels import heading, muted
from ui.widgets.layouts import row
from ui.widgets.note_print import Note, note_print
from ui.widgets.notice import Notice
from ui.widgets.pdf_view import PdfView
from ui.widgets.setting_bar import PLAIN, Offer, SettingBar

if TYPE_CHECKING:
    from jobbpunkt.documents.drawing import Drawing

Ready = Callable[["Drawing[Any]"], None]
SIDE = 330


class PaperDialog(QDialog):
    """Asks for a paper, draws it beside the window's thread and shows it. Ctrl+P prints, Escape closes.

    How it is wanted is chosen in a bar, unless its pages are kept as they are (`is_free`); `beside` stands beside the title.
    With `deed`, such as agreeing to what the pages say, that is what Ctrl+Enter does; without, it closes. A `side` panel says
    what goes into the paper.
    """

    shown = Signal()

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        title: str,
        *beside: QWidget,
        explanation: str = "",
        offer: Offer = PLAIN,
        explained: bool = True,
        is_free: bool = True,
        deed: QPushButton | None = None,
        side: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        dress(self)
        self.context, self.words = context, context.words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        open_at(self, 760 + (SIDE if side else 0), 860)
        self._wanted: Drawing[Any] | None = None
        self._has_shown = False
        self.notice = Notice(self.words)
        self.pdf = PdfView(self.words)
        self.pdf.taken.connect(lambda: note_print(self, context, self.noting()))
        self.bar = SettingBar(self.words, offer, explained=explained)
        self.bar.setVisible(is_free)
        self.bar.changed.connect(self.load)
        self._first = deed or self.pdf.print_button
        self._first.setDefault(True)
        last = primary(self.words("Done"), self.accept) if deed is None else secondary(self.words("Close"), self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, (deed or last).click)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(row(heading(title), None, *beside, 12, last, *filter(None, (deed,))))
        if explanation:
            column.addWidget(muted(explanation))
        column.addWidget(self.bar)
        column.addWidget(self.notice)
        column.addWidget(Beside(self.pdf, side, SIDE, least=420, first=True) if side else self.pdf, 1)

    def ask(self, words: Words, ready: Ready) -> None:
        """Ask for the paper as `setting` says and give what draws it to `ready`; the words are the window's."""
        raise NotImplementedError

    def file_name(self) -> str:
        """Return the name under which one saves it."""
        raise NotImplementedError

    def noting(self) -> Note:
        """Return what notes in the history that the paper was printed or saved."""
        raise NotImplementedError

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence above the pages."""
        self.notice.say(text, tone)

    def load(self) -> None:
        """Make the paper as it is chosen."""
        self.ask(self.words, self._draw)

    def setting(self, own: Setting) -> Setting:
        """Return how the paper is wanted; `own` is how its person needs it, until something is chosen."""
        return self.bar.setting(own)

    def _draw(self, paper: Drawing[Any]) -> None:
        self._wanted = paper
        asking.compute(self, self.context, paper, lambda pdf: self._show(paper, pdf))

    def _show(self, paper: Drawing[Any], pdf: bytes) -> None:
        if paper is self._wanted:
            self.pdf.show_pdf(pdf, self.file_name(), paper)
            if not self._has_shown:
                # Later the keyboard stays at what was just chosen.
                self._first.setFocus()
            self._has_shown = True
            self.shown.emit()
