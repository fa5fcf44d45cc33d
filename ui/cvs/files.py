"""Choosing files to import from and export to; nothing waits for the answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from jobbpunkt.errors import UserError
from jobbpunkt.i18n import Words
from ui import messages
from ui.widgets import printing

# One byte more than may be read tells that a file is too large, without reading a film into memory.
MOST = 2 * 1024 * 1024 + 1


def ask_for_resume(parent: QWidget, words: Words, chosen: Callable[[bytes], None]) -> None:
    """Ask for a JSON Resume file and give its bytes."""
    dialog = QFileDialog(parent, words("Import JSON Resume"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([words("CV files (*.json)"), words("All files (*)")])

    def read(path: str) -> None:
        try:
            chosen(read_file(Path(path)))
        except UserError as error:
            messages.tell(parent, error.text(words), words, "bad")

    dialog.fileSelected.connect(read)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def read_file(path: Path) -> bytes:
    """Return the beginning of a file, enough of it to tell whether it is too large."""
    try:
        with path.open("rb") as stream:
            return stream.read(MOST)
    except OSError:
        raise UserError(
            "The file at {path} cannot be read. Check that it is there and that you may open it.", path=path
        ) from None


def ask_and_export(parent: QWidget, words: Words, content: bytes, name: str) -> None:
    """Ask where to, then write a JSON Resume file."""
    dialog = QFileDialog(parent, words("Export JSON Resume"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("json")
    dialog.setNameFilters([words("CV files (*.json)")])
    dialog.selectFile(name)

    def write(path: str) -> None:
        try:
            printing.save(Path(path), content)
        except UserError as error:
            messages.tell(parent, error.text(words), words, "bad")
        else:
            messages.tell(parent, words("Saved as {path}", path=path), words, "good")

    dialog.fileSelected.connect(write)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
