"""The middle of the meeting: the note, what the participant takes home, next steps, and when one meets again."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from jobbpunkt.coaching import SessionDetails
from models.vocabulary import SessionStatus
from ui.coaching.next_time import NextTime
from ui.coaching.step_lines import StepEntry, StepLines
from ui.context import Context
from ui.widgets.field import Field
from ui.widgets.forms import LongTextField
from ui.widgets.labels import PlainLabel, small
from ui.widgets.layouts import row
from ui.widgets.page import scrolling

WRITABLE = (SessionStatus.BOOKED, SessionStatus.HELD, SessionStatus.NO_SHOW)


class WritingPanel(QFrame):
    """Everything one writes during a meeting, in the order in which one talks."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        words = self.words = context.words
        hint = words("Write facts, not opinions. The person has a right to read it.")
        self.note = LongTextField(words("Note"), placeholder=hint, lines=4)
        self.state = small("")
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight)
        taken = words("This stands on the sheet that the participant takes home.")
        self.summary = LongTextField(words("Summary for the participant"), placeholder=taken, lines=3)
        self.steps = StepLines(context, self.summary.text)
        self.entry = StepEntry(context)
        self.next = NextTime(context)
        # The note takes what room there is; the summary keeps to its lines.
        self.note.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.note.column.setStretchFactor(self.note.text, 1)
        self.note.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.summary.text.setFixedHeight(self.summary.text.fontMetrics().lineSpacing() * 3 + 16)
        self._steps_label = PlainLabel(words("Next steps"), "field")
        self._build()

    def _build(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(18, 12, 14, 14)
        column.setSpacing(8)
        column.addWidget(self.note, 1)
        column.addWidget(self.summary)
        column.addWidget(self._steps_label)
        column.addWidget(self.steps)
        column.addWidget(self.entry)
        column.addWidget(self.next)
        self.note.label.setParent(None)
        self.note.column.insertLayout(0, row(self.note.label, None, self.state))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(scrolling(holder))

    @property
    def fields(self) -> dict[str, Field[Any]]:
        """Return everything that is typed here, for the draft."""
        coming = self.next
        own: dict[str, Field[Any]] = {"note": self.note, "summary": self.summary}
        again: dict[str, Field[Any]] = {"day": coming.day, "at": coming.at, "minutes": coming.minutes, "place": coming.place}
        return own | self.entry.fields | again

    def show_details(self, found: SessionDetails) -> None:
        """Show the meeting's own steps and when one meets again, and close what can no longer be written."""
        status = found.row.status
        self.steps.show_steps(found.steps, named=len(found.row.people) > 1)
        self.steps.setVisible(bool(found.steps))
        self.next.show_details(found)
        writable, booked = status in WRITABLE, status is SessionStatus.BOOKED
        for field in (self.note, self.summary):
            field.set_enabled(enabled=writable)
        self.entry.setVisible(writable)
        self.next.setVisible(booked or found.next is not None)
