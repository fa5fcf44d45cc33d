"""Sentences to the person: a strip on the page where something arose, or a small dialog that does not block."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from ui.dress import dress
from ui.tokens import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


@runtime_checkable
class ShowsNotices(Protocol):
    """A page or dialog with a place for sentences of its own."""

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence."""
        ...


def refuse(parent: QObject | None, error: UserError, words: Words) -> None:
    """Show a refusal as near as possible to where it arose."""
    tell(parent, error.text(words), words, "bad")


def tell(parent: QObject | None, text: str, words: Words, tone: Tone = "neutral") -> None:
    """Show a sentence on the page that holds `parent`, else in a dialog over the window."""
    place = parent
    while place is not None:
        if isinstance(place, ShowsNotices):
            place.show_notice(text, tone)
            return
        place = place.parent()
    from PySide6.QtWidgets import QMessageBox

    box = _box(parent, text, words)
    box.addButton(words("OK"), QMessageBox.ButtonRole.AcceptRole)
    box.open()


def ask(parent: QWidget, question: str, words: Words, *, yes: str, then: Callable[[], None], danger: bool = False) -> None:
    """Ask before something that cannot be undone; `then` runs only if `yes` was chosen. Does not wait."""
    from PySide6.QtWidgets import QMessageBox

    box = _box(parent, question, words)
    box.setIcon(QMessageBox.Icon.Question)
    agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    agreed.setProperty("kind", "danger" if danger else "primary")
    refused = box.addButton(words("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refused)
    box.setEscapeButton(refused)
    box.buttonClicked.connect(lambda button: then() if button is agreed else None)
    box.open()


def _box(parent: QObject | None, text: str, words: Words) -> QMessageBox:
    from PySide6.QtWidgets import QMessageBox

    over = parent.window() if isinstance(parent, QWidget) else QApplication.activeWindow()
    box = QMessageBox(over)
    dress(box)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # QMessageBox guesses at markup unless told not to.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(words("Jobbpunkt Mimer"))
    box.setText(text)
    return box
