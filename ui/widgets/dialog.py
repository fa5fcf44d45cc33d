"""A dialog around a form: it closes when the register has said yes, and until then keeps everything typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from jobbpunkt.changes import Change
from jobbpunkt.errors import InvalidInput, UserError
from ui import messages, operation
from ui.context import Context
from ui.theme import scaled
from ui.tokens import Tone
from ui.widgets.buttons import primary, secondary
from ui.widgets.forms import Form
from ui.widgets.labels import heading, muted
from ui.widgets.notice import Notice
from ui.widgets.page import scrolling

if TYPE_CHECKING:
    from jobbpunkt.unit_of_work import UnitOfWork

# Title, buttons and margins of a dialog, and some air around it on the screen.
AROUND = 220
Work = Callable[["UnitOfWork"], Change]


class FormDialog(QDialog):
    """Shows a form and saves it through `prepare`, which reads the form and returns the writing to be done.

    InvalidInput, from reading or from writing, is shown at its field; any other refusal at the top. Open it with
    `open()`: it never blocks. `saved` is emitted with the Change.
    """

    saved = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        title: str,
        form: Form,
        prepare: Callable[[], Work],
        *,
        explanation: str = "",
        save: str = "",
        width: int = 560,
    ) -> None:
        super().__init__(parent)
        self.context, self.words, self.form = context, context.words, form
        self._prepare = prepare
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(scaled(width))
        self.notice = Notice(self.words)
        self._save = primary(save or self.words("Save"), self.save)
        self._save.setDefault(True)
        self._build(title, explanation)
        # After an error nobody foresaw the form is still here, and can be saved again.
        context.operations.crashed.connect(lambda _error: self._save.setEnabled(True))
        for keys in ("Ctrl+Return", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self.save)
        form.focus_first()

    def _build(self, title: str, explanation: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        column.addWidget(heading(title))
        if explanation:
            column.addWidget(muted(explanation))
        column.addWidget(self.notice)
        area = scrolling(self.form)
        self.form.setContentsMargins(2, 2, 6, 2)
        wanted = self.form.sizeHint().height() + 12
        area.setMinimumHeight(min(wanted, self.screen().availableGeometry().height() - AROUND))
        column.addWidget(area, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(secondary(self.words("Cancel"), self.reject))
        buttons.addWidget(self._save)
        column.addLayout(buttons)

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence above the form."""
        self.notice.say(text, tone)

    def save(self) -> None:
        """Read the form and have it written; on a refusal the dialog stays as it is and says why."""
        if not self._save.isEnabled():
            return
        self.form.clear_errors()
        self.notice.hide()
        try:
            work = self._prepare()
        except UserError as error:
            self._refused(error)
            return
        self._save.setEnabled(False)
        operation.write(self, self.context, work, self._done, self._refused)

    def reject(self) -> None:
        """Close; what was typed is given up only if the person says so."""
        if not self.form.dirty:
            self._close()
            return
        messages.ask(
            self,
            self.words("Close without saving? What you have typed here is then lost."),
            self.words,
            yes=self.words("Close without saving"),
            then=self._close,
            danger=True,
        )

    def _close(self) -> None:
        super().reject()

    def _done(self, change: Change) -> None:
        self.form.dirty = False
        self.saved.emit(change)
        self.accept()

    def _refused(self, error: UserError) -> None:
        self._save.setEnabled(True)
        if not (isinstance(error, InvalidInput) and self.form.show_error(error)):
            self.show_notice(error.text(self.words), "bad")
