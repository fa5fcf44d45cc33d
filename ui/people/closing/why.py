"""Why an enrolment ends, and on which day."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QWidget

from models.vocabulary import ClosureReason
from ui.context import Context
from ui.people.closing.part import Part
from ui.theme import scaled
from ui.widgets.buttons import toggle
from ui.widgets.flow import FlowLayout
from ui.widgets.forms import DateField, LineField
from ui.widgets.layouts import row


class WhyPart(Part):
    """The reason as buttons side by side, the day, and a few words more."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, 1, context.words("Why"), parent)
        words, today = self.words, context.clock.today()
        self._group = QButtonGroup(self)
        self._reasons = tuple(ClosureReason)
        flow = FlowLayout()
        for number, reason in enumerate(self._reasons):
            button = toggle(words(reason.label))
            self._group.addButton(button, number)
            flow.addWidget(button)
        self.add(flow)
        self.day = DateField(words, words("Last day"), today=today)
        self.day.name = "closed_on"
        self.day.set_value(today)
        self.note = LineField(words("Comment"))
        self.note.name = "closure_note"
        line = row(self.day, self.note, spacing=20)
        line.setStretch(1, 1)
        self.day.setMaximumWidth(scaled(220))
        self.add(line)
        self._group.idClicked.connect(lambda _number: self.changed.emit())
        self.day.changed.connect(self.changed)
        self.note.changed.connect(self.changed)

    def reason(self) -> ClosureReason | None:
        """Return the chosen reason, or None while nothing is chosen."""
        number = self._group.checkedId()
        return self._reasons[number] if number >= 0 else None

    def choose(self, reason: ClosureReason) -> None:
        """Choose a reason as a click would."""
        self._group.button(self._reasons.index(reason)).click()

    def first(self) -> QWidget:
        """Return where one begins."""
        return self._group.button(0)
