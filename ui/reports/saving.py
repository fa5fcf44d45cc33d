"""Saving a report as a file of another kind than the paper: Excel, CSV or JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from jobbpunkt.errors import UserError
from jobbpunkt.i18n import N_, Words
from jobbpunkt.reports import Format
from ui.widgets import printing

NAMES = (
    (Format.XLSX, N_("Excel files (*.xlsx)")),
    (Format.CSV, N_("CSV files (*.csv)")),
    (Format.JSON, N_("JSON files (*.json)")),
)


def ask_and_save(
    parent: QWidget,
    words: Words,
    wanted: Format,
    content: bytes,
    name: str,
    saved: Callable[[Path], None],
    failed: Callable[[UserError], None],
) -> None:
    """Ask where to, then write the file; does not wait for the answer."""
    dialog = QFileDialog(parent, words("Save the report"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(wanted.value)
    dialog.setNameFilters([words(dict(NAMES)[wanted])])
    dialog.selectFile(name)

    def write(chosen: str) -> None:
        try:
            printing.save(Path(chosen), content)
        except UserError as error:
            failed(error)
        else:
            saved(Path(chosen))

    dialog.fileSelected.connect(write)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
