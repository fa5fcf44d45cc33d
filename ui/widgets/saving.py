"""Asking where a file is to be saved, and saving it there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_, Words

Gate = Callable[[Callable[[], None]], None]
"""Lets something out of the program by doing what it is given, or refuses, and says why."""


def at_once(go: Callable[[], None]) -> None:
    """Let out whatever it is."""
    go()


@dataclass(frozen=True, slots=True)
class FileKind:
    """What is saved: the dialog's title and name filter, as sentences to be translated, and how such files end."""

    title: str
    filter: str
    suffix: str


PDF = FileKind(N_("Save as PDF"), N_("PDF files (*.pdf)"), "pdf")
WORD = FileKind(N_("Save as Word"), N_("Word files (*.docx)"), "docx")
BACKUP = FileKind(N_("Back up the register"), N_("Registers (*.jobbpunkt)"), "jobbpunkt")
SUPPORT = FileKind(N_("Save support file"), N_("Text files (*.txt)"), "txt")


def ask_and_save(
    parent: QWidget,
    words: Words,
    kind: FileKind,
    content: bytes,
    name: str,
    saved: Callable[[Path], None],
    failed: Callable[[UserError], None],
    gate: Gate = at_once,
) -> None:
    """Ask where to, then write the file, once `gate` lets it out; does not wait for the answer."""

    def write(target: Path) -> None:
        try:
            files.save(target, content)
        except UserError as error:
            failed(error)
        else:
            saved(target)

    ask_where(parent, words, kind, name, lambda target: gate(lambda: write(target)))


def ask_where(parent: QWidget, words: Words, kind: FileKind, name: str, then: Callable[[Path], None]) -> None:
    """Ask where a file is to be, suggesting a name; does not wait for the answer."""
    dialog = QFileDialog(parent, words(kind.title))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(kind.suffix)
    dialog.setNameFilters([words(kind.filter)])
    dialog.selectFile(files.name(name))
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
