"""Why an enrolment ends, and on which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from models.vocabulary import ClosureReason
from ui.context import Context
from ui.people.closing.part import Part
from ui.theme import scaled
from ui.widgets.buttons import toggle
from ui.widgets.field import Field, token
from ui.widgets.flow import FlowLayout
from ui.widgets.forms import DateField, LineField
from ui.widgets.layouts import boxed, row

if TYPE_CHECKING:
    from jobbpunkt.base.words import Words
    from jobbpunkt.register.drafts import Kept


class ReasonField(Field[ClosureReason | None]):
    """The reasons as buttons side by side, as many in a line as there is room for."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._group = QButtonGroup(self)
        self._reasons = tuple(ClosureReason)
        flow = FlowLayout()
        for number, reason in enumerate(self._reasons):
            button = toggle(words(reason.label))
            self._group.addButton(button, number)
            flow.addWidget(button)
        self._row = boxed(flow)
        self._row.setAccessibleName(words("Why"))
        self._group.idClicked.connect(lambda _number: self.changed.emit())
        self.finish(self._row)
        self.setFocusProxy(self._group.button(0))

    def editor(self) -> QWidget:
        """Return the row of buttons."""
        return self._row

    def button(self, reason: ClosureReason) -> QAbstractButton:
        """Return the button of a reason."""
        return self._group.button(self._reasons.index(reason))

    def value(self) -> ClosureReason | None:
        """Return the chosen reason, or None while nothing is chosen."""
        number = self._group.checkedId()
        return self._reasons[number] if number >= 0 else None

    def set_value(self, value: ClosureReason | None) -> None:
        """Choose a reason; None chooses nothing."""
        self._group.setExclusive(False)
        for reason in self._reasons:
            self.button(reason).setChecked(reason is value)
        self._group.setExclusive(True)

    def keep(self) -> Kept:
        """Return the chosen reason for a draft."""
        return token(self.value())

    def bring_back(self, kept: Kept) -> None:
        """Choose what a draft kept."""
        self.set_value(next((reason for reason in self._reasons if reason.value == kept), None))

    def as_text(self) -> str:
        """Return the words of the choice."""
        button = self._group.checkedButton()
        return button.text() if button is not None else ""


class WhyPart(Part):
    """The reason as buttons side by side, the day, and a few words more."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, 1, context.words("Why"), parent)
        words, today = self.words, context.clock.today()
        self.reasons = ReasonField(words)
        self.add(self.reasons)
        self.day = DateField(words, words("Last day"), today=today)
        self.day.name = "closed_on"
        self.day.set_value(today)
        self.note = LineField(words("Comment"))
        self.note.name = "closure_note"
        line = row(self.day, self.note, spacing=20)
        line.setStretch(1, 1)
        self.day.setMaximumWidth(scaled(220))
        self.add(line)
        self.reasons.changed.connect(self.changed)
        self.day.changed.connect(self.changed)
        self.note.changed.connect(self.changed)

    def reason(self) -> ClosureReason | None:
        """Return the chosen reason, or None while nothing is chosen."""
        return self.reasons.value()

    def choose(self, reason: ClosureReason) -> None:
        """Choose a reason as a click would."""
        self.reasons.button(reason).click()

    def first(self) -> QWidget:
        """Return where one begins."""
        return self.reasons.button(next(iter(ClosureReason)))
