"""Agreed steps under one another, and a line in which Enter agrees on one more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.coaching import StepView, StepWords
from models.vocabulary import Responsible
from ui.coaching.step_row import StepRow
from ui.context import Context
from ui.theme import scaled
from ui.widgets.field import Field
from ui.widgets.flow import flow
from ui.widgets.forms import ChoiceField, DateField, LineField
from ui.widgets.labels import muted
from ui.widgets.layouts import clear, column

WHO_WIDTH, DAY_WIDTH = 154, 160


class StepLines(QWidget):
    """Steps to tick; the keyboard stays at the step where it was when they are shown anew, and Tab comes here after `follows`."""

    def __init__(self, context: Context, follows: QWidget, nothing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.context = context
        self._follows, self._nothing = follows, nothing
        self.rows: list[StepRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_steps(self, steps: Sequence[StepView], *, named: bool) -> None:
        """Show these steps; with several people in the meeting, each with whose it is."""
        focused = QApplication.focusWidget()
        here = next((line.step.id for line in self.rows if focused is line.box), None)
        clear(self._column)
        self.rows = [StepRow(self.context, step, self, named=named, narrow=True) for step in steps]
        before = self._follows
        for line in self.rows:
            self._column.addWidget(line)
            line.show()  # at once: the keyboard may come here before the layout's turn
            QWidget.setTabOrder(before, line.box)
            before = line.box
            if line.step.id == here:
                line.box.setFocus()
        if not steps and self._nothing:
            self._column.addWidget(muted(self._nothing))

    def focus_first(self) -> bool:
        """Put the keyboard on the first step that is left to do; False when there is no step."""
        left = [line for line in self.rows if line.step.done_on is None] or self.rows
        if left:
            left[0].box.setFocus()
        return bool(left)


class StepEntry(QWidget):
    """What, who and by when in one line; Enter in any of them agrees on the step and begins the next."""

    agreed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        words = self.words = context.words
        self.text = LineField(placeholder=words("New step: write it and press Enter"))
        self.text.line.setAccessibleName(words("New step: write it and press Enter"))
        self.who: ChoiceField[Responsible] = ChoiceField("", [(value, words(value.label)) for value in Responsible])
        self.who.box.setAccessibleName(words("Who"))
        self.who.box.setMinimumContentsLength(8)
        self.who.setFixedWidth(scaled(WHO_WIDTH))
        self.due = DateField(words, today=context.clock.today())
        self.text.name, self.due.name = "text", "due_on"
        self.due.line.setAccessibleName(words("By when"))
        self.due.line.setPlaceholderText(words("By when"))
        self.due.setFixedWidth(scaled(DAY_WIDTH))
        below = flow(self.who, self.due)
        self.setLayout(column(self.text, below, spacing=6))
        for widget in (self.text.line, self.who.box, self.due.line):
            widget.installEventFilter(self)
        for field in (self.text, self.due):
            field.changed.connect(self._forget_errors)

    @property
    def empty(self) -> bool:
        """Whether no step has been begun."""
        return not self.text.value()

    @property
    def fields(self) -> dict[str, Field[Any]]:
        """Return what is typed here, for a draft."""
        return {"step": self.text, "who": self.who, "due_on": self.due}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Agree on Enter, wherever in the line the keyboard is."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and _is_enter(event) and not self.empty:
            self.agree()
            return True
        return super().eventFilter(watched, event)

    def agree(self) -> None:
        """Emit the step that stands in the line, if it can be read, and begin the next."""
        try:
            step = self.step()
        except InvalidInput:
            return
        self.clear()
        self.agreed.emit(step)

    def step(self) -> StepWords:
        """Return the step that stands in the line; a day that cannot be read is told at its field, and refused."""
        try:
            due = self.due.value()
        except InvalidInput as error:
            self.due.set_error(error.text(self.words))
            self.due.setFocus()
            raise
        return StepWords(self.text.value(), self.who.value() or Responsible.PARTICIPANT, due)

    def take_back(self, refused: StepWords, error: UserError) -> None:
        """Show a step again that was refused, before whatever has been typed since, and why."""
        self.text.set_value(f"{refused.text} {self.text.value()}".strip())
        self.who.set_value(refused.responsible)
        if not self.due.line.text():
            self.due.set_value(refused.due_on)
        self.text.changed.emit()
        if not (isinstance(error, InvalidInput) and self.show_error(error)):
            self.text.set_error(error.text(self.words))

    def show_error(self, error: InvalidInput) -> bool:
        """Show a refusal at its field; False when it is about something else."""
        field = {one.name: one for one in (self.text, self.due)}.get(error.field)
        if field is None:
            return False
        field.set_error(error.text(self.words))
        field.setFocus()
        return True

    def clear(self) -> None:
        """Begin the next step: who stays, since several steps are often the same person's."""
        self._forget_errors()
        self.text.set_value("")
        self.due.set_value(None)
        # The step is agreed on: its draft goes.
        self.text.changed.emit()
        self.text.setFocus()

    def _forget_errors(self) -> None:
        for field in (self.text, self.due):
            if field.error_text:
                field.set_error("")


def _is_enter(event: QKeyEvent) -> bool:
    bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return bare and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
