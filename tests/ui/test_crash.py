"""The last resort: one calm dialog, and no personal data in it."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt.base import traces
from jobbpunkt.base.words import Words
from tests.ui.conftest import shown
from ui.crash import CrashReporter
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
    text = traces.outline(caught())
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
    [copy] = [button for button in box.findChildren(QPushButton) if button.text() == "Kopiera detaljerna"]
    copy.click()
    assert QApplication.clipboard().text().startswith("ValueError")
    assert SECRET not in QApplication.clipboard().text()
    box.close()
    reporter.report(caught())
    qtbot.waitUntil(lambda: bool(boxes()))
    boxes()[0].close()


def test_the_support_file_is_saved_from_the_dialog(
    qtbot: QtBot, theme: Theme, words_sv: Words, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    window = shown(qtbot, QWidget(), 400, 300)
    reporter = CrashReporter(words_sv)
    reporter.report(caught())
    qtbot.waitUntil(lambda: bool(boxes()))
    [box] = boxes()
    [keep] = [button for button in box.findChildren(QPushButton) if button.text() == "Spara supportfil"]
    keep.click()
    [dialog] = window.findChildren(QFileDialog)
    target = tmp_path / "support.txt"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    assert "Python 3." in target.read_text(encoding="utf-8")
