"""A PDF inside the window: the very pages that are printed and saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMargins, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from jobbpunkt.documents.drawing import Drawing
from ui import messages
from ui.widgets import printing, saving
from ui.widgets.buttons import icon_button, secondary
from ui.widgets.flow import FlowLayout, flow
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import boxed
from ui.widgets.notice import Notice

ZOOM_STEP = 1.2
SMALLEST, LARGEST = 0.25, 5.0
BLANK = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 8 8]>>endobj trailer<</Root 1 0 R>>"
)


class PdfView(QWidget):
    """Shows a PDF from memory, page under page, with zoom, save and print. Nothing is written to disk unless asked for."""

    taken = Signal()
    """The pages were printed or saved: whoever keeps a history of that can note it."""

    saved = Signal()
    """The pages were saved as a PDF."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._words = words
        self._pdf, self._name = b"", ""
        self._as_word: Callable[[], bytes] | None = None
        self._lock: Callable[[bytes], bytes] | None = None
        self._gate: saving.Gate = saving.at_once
        self._document: QPdfDocument | None = None
        self.view = QPdfView(self)
        self.notice = Notice(words)
        self.pages = PlainLabel("", "muted", wrap=False)
        self.save_button = secondary(words("Save as PDF"), self.save, icon="download")
        self.word_button = secondary(words("Save as Word"), self.save_word, icon="file-text")
        self.print_button = secondary(words("Print"), self.print_pages, icon="printer")
        self.word_button.hide()
        self._build()
        self._set_ready()

    @property
    def page_count(self) -> int:
        """Return the number of pages shown."""
        return self._document.pageCount() if self._document is not None and self._pdf else 0

    def show_pdf(self, pdf: bytes, name: str, drawing: Drawing[Any] | None = None) -> None:
        """Show a PDF; `name` is suggested as its file name. The place and the zoom stay when it is drawn anew.

        `drawing` is what drew it: what is wanting in the paper is told above the pages, and Word is offered where it can be had.
        """
        self._tell_wanting(drawing)
        self._offer_word(drawing.as_word if drawing and not drawing.is_kept else None)
        where = self.view.verticalScrollBar().value()
        self._hold(pdf, name)
        self.view.verticalScrollBar().setValue(where)

    def clear(self) -> None:
        """Take the document away and show nothing."""
        self.notice.hide()
        self._offer_word(None)
        if self._pdf:
            self._hold(b"", "")

    def save(self) -> None:
        """Ask where to save, and save."""
        if self._pdf:
            content = self._lock(self._pdf) if self._lock is not None else self._pdf
            saving.ask_and_save(self, self._words, saving.PDF, content, self._name, self._saved_pages, self._refused, self._gate)

    def save_locked(self, lock: Callable[[bytes], bytes] | None) -> None:
        """Save, from now on, only what `lock` makes of the pages, and nothing as Word; None for the pages as they are."""
        self._lock = lock
        self.word_button.setEnabled(lock is None)

    def save_word(self) -> None:
        """Ask where to save the same paper as a Word file, and save."""
        if self._as_word is not None:
            name = f"{self._name.removesuffix('.pdf')}.{saving.WORD.suffix}"
            saving.ask_and_save(self, self._words, saving.WORD, self._as_word(), name, self._saved, self._refused, self._gate)

    def let_out_by(self, gate: saving.Gate) -> None:
        """Let nothing out, from now on, but through `gate`."""
        self._gate = gate

    def print_pages(self) -> None:
        """Ask for the printer, and print."""
        if self._pdf:
            printing.ask_and_print(self, self._words, self._pdf, self._name, self.taken.emit, self._refused, self._gate)

    def zoom(self, factor: float) -> None:
        """Make the pages larger or smaller."""
        now = self.view.zoomFactor() if self.view.zoomMode() is QPdfView.ZoomMode.Custom else self._fitted()
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(max(SMALLEST, min(LARGEST, now * factor)))

    def fit(self) -> None:
        """Fit the pages to the width."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the ground behind the pages in the colours of the scheme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._colour_ground()

    def _build(self) -> None:
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        room = self.view.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.view.setSizePolicy(room)
        # As needed, a page that fits only without the bar makes Qt show and hide it for ever.
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.view.setDocumentMargins(QMargins(16, 16, 16, 16))
        self.view.setPageSpacing(16)
        self.view.setAccessibleName(self._words("Pages of the document"))
        self._colour_ground()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        # Its row is never kept by us: it would outlive Qt's own half and hold on to its items (docs/pyside-layout-items.md).
        self._tool_box = boxed(self._tools())
        column.addWidget(self._tool_box)
        column.addWidget(self.notice)
        column.addWidget(self.view, 1)
        for keys, action in (
            (QKeySequence.StandardKey.Print, self.print_pages),
            (QKeySequence.StandardKey.ZoomIn, lambda: self.zoom(ZOOM_STEP)),
            (QKeySequence.StandardKey.ZoomOut, lambda: self.zoom(1 / ZOOM_STEP)),
        ):
            QShortcut(QKeySequence(keys), self, action)

    def _tools(self) -> FlowLayout:
        words = self._words
        return flow(
            icon_button("zoom-out", words("Smaller"), lambda: self.zoom(1 / ZOOM_STEP)),
            icon_button("zoom-in", words("Larger"), lambda: self.zoom(ZOOM_STEP)),
            icon_button("file-text", words("Fit to width"), self.fit),
            self.pages,
            self.save_button,
            self.word_button,
            self.print_button,
        )

    def add_tool(self, tool: QWidget) -> None:
        """Put one more button beside those above the pages."""
        row = self._tool_box.layout()
        if row is not None:
            row.addWidget(tool)

    def _fitted(self) -> float:
        if self._document is None or self.page_count == 0:
            return 1.0
        width = self._document.pagePointSize(0).width() * self.view.logicalDpiX() / printing.POINTS_PER_INCH
        return (self.view.viewport().width() - 32) / width

    def _hold(self, pdf: bytes, name: str) -> None:
        """Hold this document instead of the one before, or an empty sheet that nobody sees.

        A document is closed only after the view has another one. Qt's drawing thread passes over a page of a closed document
        without saying so, the view goes on waiting for it, and never asks for a page of that number and size again.
        """
        before, self._document = self._document, printing.load(pdf or BLANK, self)
        self._pdf, self._name = pdf, name
        self.view.setDocument(self._document)
        self.view.setVisible(bool(pdf))
        if before is not None:
            before.close()
            before.deleteLater()
        self._set_ready()

    def _tell_wanting(self, drawing: Drawing[Any] | None) -> None:
        from jobbpunkt.documents.wanting import wanting  # brings the fonts, which what was drawn has brought already

        if told := " ".join(wanting(drawing, self._words)) if drawing else "":
            self.notice.say(told, "warn")
        else:
            self.notice.hide()

    def _offer_word(self, as_word: Callable[[], bytes] | None) -> None:
        self._as_word = as_word
        self.word_button.setVisible(as_word is not None)

    def _set_ready(self) -> None:
        count = self.page_count if self._pdf else 0
        self.pages.setText(self._words.plural("{n} page", "{n} pages", count) if count else "")
        self.save_button.setEnabled(bool(self._pdf))
        self.print_button.setEnabled(bool(self._pdf))

    def _colour_ground(self) -> None:
        # QPdfView paints its ground with the Dark role, which is nearly black in most palettes.
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Dark, palette.color(QPalette.ColorRole.Mid))
        self.view.setPalette(palette)

    def _saved_pages(self, target: Path) -> None:
        self._saved(target)
        self.saved.emit()

    def _saved(self, target: Path) -> None:
        self.taken.emit()
        messages.tell(self, self._words("Saved as {path}", path=target), self._words, "good")

    def _refused(self, error: UserError) -> None:
        messages.tell(self, error.text(self._words), self._words, "bad")
