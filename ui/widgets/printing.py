"""Putting a PDF on paper and on disk."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from jobbpunkt.errors import UserError
from jobbpunkt.i18n import Words

PRINT_DPI = 300
POINTS_PER_INCH = 72


def load(pdf: bytes, parent: QObject) -> QPdfDocument:
    """Return an open document; it owns the bytes."""
    document = QPdfDocument(parent)
    buffer = QBuffer(document)
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document


def ask_and_print(parent: QWidget, words: Words, pdf: bytes, name: str, printed: Callable[[], object]) -> None:
    """Ask for the printer, then print and say so; does not wait for the answer."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setResolution(PRINT_DPI)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(words("Print"))
    dialog.accepted.connect(lambda: paint(printer, pdf))
    dialog.accepted.connect(lambda: printed())
    dialog.finished.connect(dialog.deleteLater)
    # QPrintDialog's own `open` wants a C++ slot.
    QDialog.open(dialog)


def paint(printer: QPrinter, pdf: bytes) -> None:
    """Paint the pages that the printer was asked for, each filling its sheet."""
    owner = QObject()
    document = load(pdf, owner)
    first = printer.fromPage() or 1
    last = printer.toPage() or document.pageCount()
    painter = QPainter(printer)
    for number in range(first - 1, min(last, document.pageCount())):
        if number >= first:
            printer.newPage()
        size = document.pagePointSize(number) * (printer.resolution() / POINTS_PER_INCH)
        image = document.render(number, QSize(round(size.width()), round(size.height())))
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        offset = printer.pageLayout().paintRectPixels(printer.resolution()).topLeft()
        painter.drawImage(QRectF(sheet.translated(-offset)), image)
    painter.end()
    document.close()


def ask_and_save(
    parent: QWidget, words: Words, content: bytes, name: str, saved: Callable[[Path], None], failed: Callable[[UserError], None]
) -> None:
    """Ask where to, then write the file; does not wait for the answer."""
    dialog = QFileDialog(parent, words("Save as PDF"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.setNameFilters([words("PDF files (*.pdf)")])
    dialog.selectFile(name)

    def write(chosen: str) -> None:
        try:
            save(Path(chosen), content)
        except UserError as error:
            failed(error)
        else:
            saved(Path(chosen))

    dialog.fileSelected.connect(write)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def save(target: Path, content: bytes) -> None:
    """Write a file whole or not at all; what was there before stays if it cannot be written."""
    new = target.with_name(f".{target.name}.new")
    try:
        with new.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(target)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise UserError(
            "Nothing can be written at {path}. Choose another folder, or close the file if it is open.", path=target
        ) from error
