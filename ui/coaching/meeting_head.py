"""The top of a meeting: who, when, where, what became of it, and what one can do with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt.base.clock import day_of
from jobbpunkt.base.words import Words
from jobbpunkt.coaching import SessionDetails, SessionRow
from models.vocabulary import SessionStatus
from ui.coaching.when import heading, hours
from ui.context import Context
from ui.tones import tone_of
from ui.widgets.buttons import back, link, primary, secondary
from ui.widgets.chips import chip
from ui.widgets.flow import flow
from ui.widgets.labels import muted, title
from ui.widgets.layouts import clear, row


class MeetingHead(QWidget):
    """Shows a meeting's facts; emits what one wants to do."""

    left = Signal()
    end_wanted = Signal()
    sheet_wanted = Signal()
    move_wanted = Signal()
    cancel_wanted = Signal()
    no_show_wanted = Signal()
    correct_wanted = Signal()
    other_wanted = Signal(object)
    """The id of the meeting that this one was moved to."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.context, self.words = context, context.words
        words = self.words
        self.back = back(words("Back"), self.left.emit)
        self.end = primary(words("End the meeting"), self.end_wanted.emit, icon="check")
        self.end.setToolTip("Ctrl+Enter")
        self.sheet = secondary(words("The participant's sheet"), self.sheet_wanted.emit, icon="printer")
        self.move_button = secondary(words("Move"), self.move_wanted.emit, icon="calendar-days")
        self.cancel = secondary(words("Cancel the meeting"), self.cancel_wanted.emit, icon="x")
        self.no_show = secondary(words("Did not come"), self.no_show_wanted.emit, icon="minus")
        self.correct = secondary(words("Put right"), self.correct_wanted.emit, icon="pencil")
        self.name = title("")
        self._chips = row(spacing=8)
        self._facts = muted("")
        self._people = row(spacing=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(flow(self.back, self.correct, self.no_show, self.cancel, self.move_button, self.sheet, self.end))
        line = row(self.name, 8, self._chips, self._people)
        line.setStretch(0, 1)
        column.addLayout(line)
        column.addWidget(self._facts)

    def show_details(self, found: SessionDetails) -> None:
        """Show the meeting, and the buttons that fit its status."""
        words, session = self.words, found.row
        self.name.setText(", ".join(person.name.shown(words) for person in session.people))
        self._facts.setText(facts_line(session, words))
        clear(self._chips)
        self._chips.addWidget(chip(words(session.status.label), tone_of(session.status)))
        if session.facts.interpreter:
            self._chips.addWidget(chip(words("Interpreter: {language}", language=session.facts.interpreter), "warn"))
        clear(self._people)
        for person in session.people:
            alone = len(session.people) == 1
            said = words("Open the person's page") if alone else words("Open {name}", name=person.name.shown(words))
            self._people.addWidget(link(said, partial(self.context.go, "people", person.id)))
        if found.moved_to is not None:
            self._people.addWidget(link(words("Open the new meeting"), lambda: self.other_wanted.emit(found.moved_to)))
        self._show_buttons(session.status)

    def _show_buttons(self, status: SessionStatus) -> None:
        booked = status is SessionStatus.BOOKED
        for button in (self.end, self.move_button, self.cancel, self.no_show):
            button.setVisible(booked)
        self.sheet.setVisible(status is SessionStatus.HELD)


def facts_line(session: SessionRow, words: Words) -> str:
    """Return day, time, kind, place, coach and reason in one line."""
    when = f"{heading(words, day_of(session.starts_at))} {hours(session.starts_at, session.facts.minutes)}"
    parts = (when, words(session.facts.kind.label), session.facts.place, session.coach, session.reason)
    return "  ·  ".join(part for part in parts if part)
