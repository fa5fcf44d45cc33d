"""The last resort: one calm dialog, and no personal data in it."""

import threading

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from jobbpunkt.i18n import Words
from ui.crash import CrashReporter, outline
from ui.theme import Theme

SECRET = "Åsa Öberg 070-1740605"


def fail(name: str) -> None:
    raise ValueError(name)


def caught() -> ValueError:
    try:
        fail(SECRET)
    except ValueError as error:
        return error
    raise AssertionError


def boxes() -> list[QMessageBox]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMessageBox) and widget.isVisible()]


def test_the_outline_says_where_and_never_what() -> None:
    text = outline(caught())
    assert text.splitlines()[0] == "ValueError"
    assert "test_crash.py" in text
    assert "fail" in text
    assert SECRET not in text
    assert "Öberg" not in text


def test_one_dialog_at_a_time_from_any_thread(qtbot: QtBot, theme: Theme, words_sv: Words) -> None:
    reporter = CrashReporter(words_sv)
    for _ in range(5):
        thread = threading.Thread(target=lambda: reporter.report(caught()))
        thread.start()
        thread.join()
    qtbot.waitUntil(lambda: bool(boxes()))
    [box] = boxes()
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert SECRET not in box.text() + box.informativeText() + box.detailedText()
    [copy] = [button for button in box.findChildren(QPushButton) if button.text() == "Kopiera tekniska uppgifter"]
    copy.click()
    assert QApplication.clipboard().text().startswith("ValueError")
    assert SECRET not in QApplication.clipboard().text()
    box.close()
    reporter.report(caught())
    qtbot.waitUntil(lambda: bool(boxes()))
    boxes()[0].close()
