"""Choosing files to import from and export to; nothing waits for the answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_, Words
from ui import messages
from ui.widgets import saving
from ui.widgets.saving import FileKind

RESUME = FileKind(N_("Export JSON Resume"), N_("CV files (*.json)"), "json")


def ask_for_resume(parent: QWidget, words: Words, chosen: Callable[[bytes], None]) -> None:
    """Ask for a JSON Resume file and give its bytes."""
    dialog = QFileDialog(parent, words("Import JSON Resume"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([words(RESUME.filter), words("All files (*)")])

    def read(path: str) -> None:
        try:
            chosen(files.read(Path(path)))
        except UserError as error:
            messages.tell(parent, error.text(words), words, "bad")

    dialog.fileSelected.connect(read)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_and_export(parent: QWidget, words: Words, content: bytes, name: str) -> None:
    """Ask where to, then write a JSON Resume file."""
    saving.ask_and_save(
        parent,
        words,
        RESUME,
        content,
        name,
        lambda path: messages.tell(parent, words("Saved as {path}", path=path), words, "good"),
        lambda error: messages.tell(parent, error.text(words), words, "bad"),
    )
