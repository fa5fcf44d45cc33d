"""The products that a group works with, each with its safety data sheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QPushButton

from jobbpunkt import safety
from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.safety import ChemicalView
from ui import asking, messages
from ui.safety.forms import chemical_dialog, sheet_dialog
from ui.safety.papers import SheetPaper
from ui.safety.section import Section
from ui.widgets.buttons import hide_unless, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.row_table import Column


class Chemicals(Section[ChemicalView]):
    """The products of a programme by name, those not used any more last."""

    def title(self) -> str:
        """Return what the list is called."""
        return N_("Chemicals")

    def adds(self) -> str:
        """Return what the button says that adds a row."""
        return N_("New product")

    def nothing(self) -> EmptyState:
        """Return what stands where there is nothing yet."""
        hint = self.words("Every product that the group works with stands here, with its safety data sheet.")
        return EmptyState("list-checks", self.words("No products yet"), hint)

    def further(self) -> tuple[QPushButton, ...]:
        """Return the buttons that open a data sheet and put in a newer one."""
        self.sheet = secondary(self.words("Open the data sheet"), self._open_sheet, icon="file-text")
        self.put = secondary(self.words("Put in a data sheet …"), lambda: self.with_chosen(self._choose_sheet), icon="upload")
        self.drop = secondary(self.words("Remove the data sheet"), lambda: self.with_chosen(self._ask_to_drop))
        for button in (self.put, self.drop):
            hide_unless(button, allowed=self.may)
        return self.sheet, self.put, self.drop

    def columns(self) -> Sequence[Column[ChemicalView]]:
        """Return the columns."""
        words, today = self.words, self.context.clock.today()
        return (
            Column(N_("Product"), lambda row: row.data.name, strong=True, tip=lambda row: row.data.supplier),
            Column(N_("Used for"), lambda row: row.data.used_for, stretch=True),
            Column(N_("Protection when using it"), lambda row: row.data.protection, tip=lambda row: row.data.protection),
            Column(N_("First aid"), lambda row: row.data.first_aid, tip=lambda row: row.data.first_aid),
            Column(
                N_("Data sheet"),
                lambda row: row.sheet.dated_on.isoformat() if row.sheet else words("missing") if row.used(today) else "",
                tone=lambda row: "neutral" if row.sheet or not row.used(today) else "bad",
            ),
        )

    def read(self, uow: Reading, programme: UUID) -> tuple[ChemicalView, ...]:
        """Return the rows."""
        return safety.chemicals(uow, programme)

    def form(self, programme: UUID, row: ChemicalView | None) -> None:
        """Open the form of a product, or for a new one."""
        chemical_dialog(self, self.context, programme, row).open()

    def remove_row(self, row: ChemicalView) -> None:
        """Take a product away that has no data sheet."""
        asking.write(self, self.context, lambda uow: safety.remove_chemical(uow, row.id, row.version))

    def enable(self, row: ChemicalView | None) -> None:
        """Let a data sheet be opened that is there."""
        super().enable(row)
        for button in (self.sheet, self.drop):
            button.setEnabled(row is not None and row.sheet is not None)

    def take(self, chemical: ChemicalView, file: Path) -> None:
        """Read a chosen file and ask for the day of the sheet."""
        try:
            pdf = files.read(file)
        except UserError as error:
            messages.refuse(self, error, self.words)
            return
        sheet_dialog(self, self.context, chemical, pdf).open()

    def _open_sheet(self) -> None:
        chosen = self.table.current()
        if chosen is not None and chosen.sheet is not None:
            SheetPaper(self, self.context, chosen).open()

    def _ask_to_drop(self, row: ChemicalView) -> None:
        sheet = row.sheet
        if sheet is not None:
            messages.ask(
                self,
                self.words("Remove the data sheet? It is removed for good and cannot be brought back."),
                self.words,
                yes=self.words("Remove"),
                then=lambda: asking.write(self, self.context, lambda uow: safety.remove_sheet(uow, sheet.id)),
                danger=True,
            )

    def _choose_sheet(self, row: ChemicalView) -> None:
        dialog = QFileDialog(self, self.words("Put in a data sheet"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.words("PDF files (*.pdf)"), self.words("All files (*)")])
        dialog.fileSelected.connect(lambda path: self.take(row, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
