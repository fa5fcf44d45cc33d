"""A key receipt and a safety data sheet, shown to be read, printed and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import safety
from jobbpunkt.base.words import Words
from jobbpunkt.documents.drawing import Drawing, Kept
from jobbpunkt.documents.key_receipt_data import KeyReceiptDocument
from jobbpunkt.documents.setting import spoken
from jobbpunkt.safety import ChemicalView
from ui import asking
from ui.context import Context
from ui.widgets.note_print import Note
from ui.widgets.paper_dialog import PaperDialog, Ready

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing


class KeyReceiptPaper(PaperDialog):
    """The receipt for a key, to be signed by both."""

    def __init__(self, parent: QWidget, context: Context, receipt: UUID) -> None:
        self.receipt = receipt
        super().__init__(parent, context, context.words("Key receipt"))
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:
        """Ask for what the receipt says."""
        receipt = self.receipt

        def show(data: KeyReceiptDocument) -> None:
            from jobbpunkt.documents.key_receipt import render_key_receipt

            ready(Drawing(data, render_key_receipt, self.setting(spoken(data.speaks))))

        asking.read(self, self.context, lambda uow: safety.document(uow, receipt, words), show)

    def file_name(self) -> str:
        """Return a name that says the day and nobody's name."""
        return self.words("key-receipt-{day}.pdf", day=self.context.clock.today().isoformat())

    def noting(self) -> Note:
        """Return what notes that the receipt was printed."""
        receipt = self.receipt

        def note(uow: Writing) -> None:
            safety.note_printed(uow, receipt)

        return note


class SheetPaper(PaperDialog):
    """A safety data sheet as the supplier made it."""

    def __init__(self, parent: QWidget, context: Context, chemical: ChemicalView) -> None:
        if chemical.sheet is None:
            raise ValueError(chemical.id)
        self.chemical, self.sheet = chemical, chemical.sheet
        title = context.words("Safety data sheet for {product}", product=chemical.data.name)
        super().__init__(parent, context, title, is_free=False)
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:  # noqa: ARG002 - the pages are the supplier's
        """Ask for the pages that are kept."""
        sheet = self.sheet.id
        asking.read(self, self.context, lambda uow: Kept(safety.open_sheet(uow, sheet)), ready)

    def file_name(self) -> str:
        """Return a name that says the sheet's day."""
        return self.words("safety-data-sheet-{day}.pdf", day=self.sheet.dated_on.isoformat())

    def noting(self) -> Note:
        """Return what notes that the sheet was printed."""
        sheet = self.sheet.id

        def note(uow: Writing) -> None:
            safety.note_sheet_printed(uow, sheet)

        return note
