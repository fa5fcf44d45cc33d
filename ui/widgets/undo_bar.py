"""What was just saved, with the way back; it leaves by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import UserError
from ui import asking, messages
from ui.context import Context
from ui.widgets.buttons import make
from ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing

STAYS_MS = 9000
FROM_EDGE = 20


class UndoBar(QFrame):
    """Floats at the bottom of its parent after each change; Ctrl+Z takes the change back."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._words = context, context.words
        self._below = parent
        self._change: Change | None = None
        self.setProperty("role", "undo")
        self._label = PlainLabel(wrap=False)
        self._undo = make("bar", self._words("Undo"), self.undo, "undo-2")
        close = make("bar", "", self.hide, "x")
        close.setAccessibleName(self._words("Close"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 7, 8, 7)
        layout.setSpacing(10)
        for widget in (self._label, self._undo, close):
            layout.addWidget(widget)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self.hide)
        self._shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), parent, self.undo)
        self._shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        context.changed.connect(self._tell)
        parent.installEventFilter(self)
        self.hide()

    def undo(self) -> None:
        """Take the last change back, if it can be."""
        change, self._change = self._change, None
        if change is None or not change.undoable:
            return
        self.hide()

        def work(uow: Writing) -> Change:
            from jobbpunkt.register import undo

            return undo.undo(uow, change.transaction)

        asking.write(self, self._context, work, failed=self._refused)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom when the window changes size."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay as long as the mouse rests on it."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Count the time anew when the mouse leaves."""
        super().leaveEvent(event)
        self._timer.start()

    def _tell(self, change: Change) -> None:
        self._change = change
        if not change.sentence:
            self.hide()
            return
        self._label.setText(self._words(change.sentence))
        self.setAccessibleName(self._label.text())
        self._undo.setVisible(change.undoable)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _refused(self, error: UserError) -> None:
        messages.tell(self.window(), error.text(self._words), self._words, "bad")

    def _place(self) -> None:
        self.adjustSize()
        self.move((self._below.width() - self.width()) // 2, self._below.height() - self.height() - FROM_EDGE)
