"""Qt's own words follow the language of the program."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jobbpunkt.base import settings as names
from jobbpunkt.register.opening import Register
from ui.app import Program
from ui.qt_words import QtWords
from ui.widgets.text_fields import NumberField


@pytest.fixture
def swedish(qapp: QApplication) -> Iterator[QtWords]:
    """Qt speaks Swedish for the time of a test."""
    before = QLocale()
    words = QtWords(qapp, "sv", qapp)
    yield words
    qapp.removeTranslator(words)
    words.deleteLater()
    QLocale.setDefault(before)


def said(widget: QWidget) -> list[str]:
    return [button.text().replace("&", "") for button in widget.findChildren(QPushButton)]


def edited(widget: QLineEdit | QPlainTextEdit) -> list[str]:
    menu = widget.createStandardContextMenu()
    return [action.text().replace("&", "").partition("\t")[0] for action in menu.actions() if not action.isSeparator()]


def test_the_menu_of_a_line_and_of_a_text_is_swedish(qtbot: QtBot, swedish: QtWords) -> None:
    for field in (QLineEdit("ord"), QPlainTextEdit("ord")):
        qtbot.addWidget(field)
        assert edited(field)[:5] == ["Ångra", "Gör om", "Klipp ut", "Kopiera", "Klistra in"]


def test_the_dialogs_of_qt_are_swedish(qtbot: QtBot, swedish: QtWords) -> None:
    files = QFileDialog()
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    box = QMessageBox()
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
    printer = QPrinter()
    printing = QPrintDialog(printer)
    for dialog in (files, box, printing):
        qtbot.addWidget(dialog)
        dialog.show()
    assert {"Spara", "Avbryt"} <= set(said(files))
    assert said(box) == ["Ja", "Avbryt"]
    assert {"Skriv ut", "Avbryt"} <= set(said(printing))


def words_in(widget: QWidget) -> list[str]:
    """Return every word that a widget and what is in it show, or would show on a tap."""
    found: list[str] = []
    for child in widget.findChildren(QWidget):
        if isinstance(child, QLabel | QAbstractButton):
            found.append(child.text())
        elif isinstance(child, QGroupBox):
            found.append(child.title())
        elif isinstance(child, QTabWidget):
            found += [child.tabText(number) for number in range(child.count())]
        elif isinstance(child, QHeaderView):
            found += [str(child.model().headerData(number, child.orientation())) for number in range(child.count())]
        found.append(child.toolTip())
    return [text for text in found if any(sign.isalpha() for sign in text) and not text.startswith("/")]


def test_no_word_of_a_dialog_of_qt_is_left_in_english(qtbot: QtBot, swedish: QtWords) -> None:
    def everything() -> list[str]:
        printer = QPrinter()
        files, printing = QFileDialog(), QPrintDialog(printer)
        files.setOption(QFileDialog.Option.DontUseNativeDialog)
        for dialog in (files, printing):
            qtbot.addWidget(dialog)
            dialog.show()
        return words_in(files) + words_in(printing)

    in_swedish = everything()
    swedish.choose("en")
    in_english = everything()
    assert len(in_swedish) == len(in_english) > 40
    assert [text for text, other in zip(in_swedish, in_english, strict=True) if text == other] == []


def test_the_language_of_the_settings_is_qts_too(qtbot: QtBot, program: Program, sqlite_register: Register) -> None:
    def undo() -> str:
        return QCoreApplication.translate("QLineEdit", "&Undo")

    program.start(opened=sqlite_register)
    assert undo() == "&Ångra"
    assert program.context is not None
    for language, word in (("en", "&Undo"), ("sv", "&Ångra")):
        program.settings.set(names.LANGUAGE, language)
        program.context.restyled.emit()
        assert undo() == word


@pytest.mark.parametrize(("language", "shown"), [("sv", "78,4"), ("en", "78.4")])
def test_a_number_is_written_with_the_sign_of_the_language(qtbot: QtBot, swedish: QtWords, language: str, shown: str) -> None:
    swedish.choose(language)
    field = NumberField(highest=100, decimals=1)
    qtbot.addWidget(field)
    field.set_value(Decimal("78.4"))
    assert (field.line.text(), field.value()) == (shown, Decimal("78.4"))
