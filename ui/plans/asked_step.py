"""What becomes of one open step at a follow-up: one key, and on to the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import Words
from jobbpunkt.plans import StepAnswer, StepFate, StepView
from ui.context import Context
from ui.widgets.field import Field
from ui.widgets.flow import flow
from ui.widgets.forms import DateField, LineField, SegmentField
from ui.widgets.layouts import boxed

if TYPE_CHECKING:
    from jobbpunkt.register.drafts import Kept

KEYS = {Qt.Key.Key_1: StepFate.DONE, Qt.Key.Key_2: StepFate.CARRIED, Qt.Key.Key_3: StepFate.DROPPED}


def carried_words(words: Words, carried: int) -> str:
    """Say how often a step was carried on; nothing of one that never was."""
    return words.plural("carried on {n} time", "carried on {n} times", carried) if carried else ""


class AskedStep(Field[StepAnswer | None]):
    """Done, carried on or dropped, by 1, 2 and 3; `answered` asks for the next step. Unanswered, the step stays as it is."""

    answered = Signal()

    def __init__(self, context: Context, step: StepView, parent: QWidget | None = None) -> None:
        words = context.words
        carried = carried_words(words, step.carried)
        text = words("{text} ({more})", text=step.words.text, more=carried) if carried else step.words.text
        super().__init__(text, parent=parent)
        self._words = words
        fates = {
            StepFate.DONE: words("1  Done"),
            StepFate.CARRIED: words("2  Carried on"),
            StepFate.DROPPED: words("3  Dropped"),
        }
        self.fate = SegmentField("", list(fates.items()))
        self.fate.describe(step.words.text)
        self.day = DateField(words, today=context.clock.today())
        self.day.line.setAccessibleName(words("New day: {text}", text=step.words.text))
        self.day.line.setPlaceholderText(words("next follow-up"))
        self.reason = LineField(placeholder=words("Why is it dropped?"))
        self.reason.line.setAccessibleName(words("Why is it dropped?"))
        for part in (self.fate, self.day, self.reason):
            part.changed.connect(self._changed)
        self.reason.setMinimumWidth(260)
        self.finish(boxed(flow(self.fate, self.day, self.reason, spacing=8)))
        self._fit()

    def editor(self) -> QWidget:
        """Return the row of answers."""
        return self.fate

    def keep(self) -> Kept:
        """Return the answer with what was typed to it."""
        return {"fate": self.fate.keep(), "day": self.day.keep(), "reason": self.reason.keep()}

    def bring_back(self, kept: Kept) -> None:
        """Show what a draft kept."""
        if isinstance(kept, dict):
            self.fate.bring_back(kept.get("fate"))
            self.day.bring_back(kept.get("day") or "")
            self.reason.bring_back(kept.get("reason") or "")
            self._fit()

    def as_text(self) -> str:
        """Return the answer as one reads it."""
        return " ".join(part for part in (self.fate.as_text(), self.reason.value()) if part)

    def value(self) -> StepAnswer | None:
        """Return the answer, or None of a step that nobody has answered."""
        fate = self.fate.value()
        if fate is None:
            return None
        if fate is StepFate.DROPPED and not self.reason.value():
            raise InvalidInput("Write why the step is dropped.", field=self.name)
        day = self.day.value() if fate is StepFate.CARRIED else None
        return StepAnswer(fate, day, self.reason.value() if fate is StepFate.DROPPED else "")

    def set_value(self, value: StepAnswer | None) -> None:
        """Show an answer."""
        self.fate.set_value(value.fate if value else None)
        self.day.set_value(value.due_on if value else None)
        self.reason.set_value(value.reason if value else "")
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with one key and go on; what is dropped needs a reason first."""
        fate = KEYS.get(Qt.Key(event.key()))
        if fate is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.fate.set_value(fate)
        self._changed()
        if fate is StepFate.DROPPED:
            self.reason.line.setFocus()
        else:
            self.answered.emit()

    def _changed(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        fate = self.fate.value()
        self.day.setVisible(fate is StepFate.CARRIED)
        self.reason.setVisible(fate is StepFate.DROPPED)
