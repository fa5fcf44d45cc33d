"""Many papers written into a folder, one after the other; stopping leaves whole files only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QWidget

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.printing import batches
from jobbpunkt.printing.batches import Wanted
from ui import asking
from ui.context import Context
from ui.dress import dress
from ui.tokens import Tone
from ui.widgets.buttons import primary, secondary
from ui.widgets.dialog_size import grow_to_fit, open_at
from ui.widgets.labels import heading, muted
from ui.widgets.layouts import column, row
from ui.widgets.notice import Notice
from ui.widgets.setting_bar import FOR_PEOPLE, Offer, SettingBar

if TYPE_CHECKING:
    from jobbpunkt.documents.drawing import Drawing
    from jobbpunkt.register.unit_of_work import Reading, Writing

Listed = Callable[["Reading"], tuple[Wanted, ...]]


class BatchDialog(QDialog):
    """Asks how and where, then gathers, notes, draws and writes each paper before the next. Ctrl+Enter begins, Escape stops."""

    ended = Signal()

    def __init__(self, parent: QWidget, context: Context, title: str, listed: Listed, offer: Offer = FOR_PEOPLE) -> None:
        super().__init__(parent)
        dress(self)
        self.context, self.words = context, context.words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        open_at(self, 720, 270)
        self._papers: tuple[Wanted, ...] = ()
        self._at = 0
        self.folder: Path | None = None
        self.running = self._is_stopping = False
        self._build(title, offer)
        grow_to_fit(self)
        asking.read(self, context, listed, self._show)

    def choose_folder(self) -> None:
        """Ask for the folder, then begin."""
        dialog = QFileDialog(self, self.words("Choose a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.write_into(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_into(self, folder: Path) -> None:
        """Write every paper into a folder; one that is not there is refused before anything is noted."""
        try:
            files.demand_folder(folder)
        except UserError as error:
            self._refused(error)
            return
        self.folder, self._at = folder, 0
        self.running, self._is_stopping = True, False
        self.notice.hide()
        for widget in (self.bar, self.begin):
            widget.setEnabled(False)
        self.stop.setText(self.words("Stop"))
        self.stop.setFocus()
        self.progress.setVisible(True)
        self._next()

    def reject(self) -> None:
        """Stop before the next paper; what is written stays. When nothing runs, close."""
        if self.running:
            # The paper that is being made is noted already, so that it is written too.
            self._is_stopping = True
            self.stop.setEnabled(False)
        else:
            super().reject()

    def _build(self, title: str, offer: Offer) -> None:
        words = self.words
        self.notice = Notice(words)
        self.count = muted("")
        self.bar = SettingBar(words, offer, each=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(title)
        self.progress.hide()
        self.begin = primary(words("Choose a folder and print"), self.choose_folder, icon="printer")
        self.begin.setDefault(True)
        self.begin.setEnabled(False)
        self.stop = secondary(words("Close"), self.reject)
        explanation = muted(words("Each paper becomes a PDF of its own. Nothing in the folder is written over."))
        whole = column(
            heading(title), self.count, explanation, self.bar, self.notice, self.progress, None, row(None, self.stop, self.begin)
        )
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(10)
        self.setLayout(whole)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.begin.click)

    def _show(self, papers: tuple[Wanted, ...]) -> None:
        self._papers = papers
        self.count.setText(self.words.plural("{n} paper", "{n} papers", len(papers)))
        self.progress.setRange(0, max(1, len(papers)))
        self.begin.setEnabled(bool(papers))
        if papers:
            self.begin.setFocus()
        else:
            self.notice.say(self.words("There is nothing to print."), "neutral")

    def _next(self) -> None:
        self.progress.setValue(self._at)
        if self._at == len(self._papers):
            self._end(self._written(), "good")
            return
        if self._is_stopping:
            self._end(self.words("Stopped. {written}", written=self._written()), "warn")
            return
        paper, words, wish = self._papers[self._at], self.words, self.bar.wish()

        def gather(uow: Writing) -> Drawing[Any]:
            return paper.gather(uow, words, wish)

        asking.look(self, self.context, gather, self._draw, self._refused)

    def _draw(self, drawing: Drawing[Any]) -> None:
        folder, name = self.folder, self._papers[self._at].name
        if folder is not None:
            asking.compute(self, self.context, lambda: batches.write(folder, name, drawing()), self._wrote, self._refused)

    def _wrote(self, _target: Path) -> None:
        self._at += 1
        self._next()

    def _written(self) -> str:
        return self.words.plural(
            "{n} paper has been written into {folder}.",
            "{n} papers have been written into {folder}.",
            self._at,
            folder=self.folder,
        )

    def _refused(self, error: UserError) -> None:
        self._end(error.text(self.words), "bad")

    def _end(self, said: str, tone: Tone) -> None:
        self.running = False
        self.notice.say(said, tone)
        self.stop.setText(self.words("Close"))
        self.stop.setEnabled(True)
        for widget in (self.bar, self.begin):
            widget.setEnabled(bool(self._papers))
        self.stop.setFocus()
        self.ended.emit()
