"""Putting a PDF on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from ui.widgets.saving import Gate, at_once

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


def ask_and_print(
    parent: QWidget,
    words: Words,
    pdf: bytes,
    name: str,
    printed: Callable[[], object],
    failed: Callable[[UserError], None],
    gate: Gate = at_once,
) -> None:
    """Ask for the printer, then print and say so, once `gate` lets it out; does not wait for the answer."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setResolution(PRINT_DPI)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(words("Print"))

    def put() -> None:
        try:
            put_out(printer, pdf)
        except UserError as error:
            failed(error)
        else:
            printed()

    dialog.accepted.connect(lambda: gate(put))
    dialog.finished.connect(dialog.deleteLater)
    # QPrintDialog's own `open` wants a C++ slot.
    QDialog.open(dialog)


def put_out(printer: QPrinter, pdf: bytes) -> None:
    """Paint the pages on the printer; where a file was chosen instead, save the very PDF, whole, with its text and its tags."""
    if printer.outputFileName():
        files.save(Path(printer.outputFileName()), pdf)
    else:
        paint(printer, pdf)


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
