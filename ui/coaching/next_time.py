"""When one meets again: booked when the meeting ends."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt.base.clock import day_of, hour_of
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.coaching import LONGEST_MINUTES, SHORTEST_MINUTES, MeetingFacts, NewSession, SessionDetails, SessionRow
from models.vocabulary import SessionKind
from ui.coaching.booking import needed
from ui.coaching.clash_watch import ClashWatch, Wanted
from ui.coaching.when import heading, hours
from ui.context import Context
from ui.theme import scaled
from ui.widgets.field import Field
from ui.widgets.forms import DateField, LineField, NumberField, TimeField
from ui.widgets.labels import text
from ui.widgets.layouts import boxed, row
from ui.widgets.notice import Notice


class NextTime(QWidget):
    """Day, time, length and place of the next meeting; without a day none is booked."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.context, self.words = context, context.words
        self._session: SessionRow | None = None
        self._build()
        self._watch = ClashWatch(context, self._wanted, self)
        self._watch.told.connect(self._tell)
        for name, field in self._fields.items():
            field.name = name
            field.changed.connect(self._touch)

    def _build(self) -> None:
        words = self.words
        self.day = DateField(words, words("We meet again"), today=self.context.clock.today())
        self.at = TimeField(words("Time"))
        self.minutes = NumberField(words("Minutes"), lowest=SHORTEST_MINUTES, highest=LONGEST_MINUTES)
        self.place = LineField(words("Place"))
        self._fields: dict[str, Field[Any]] = {"day": self.day, "at": self.at, "minutes": self.minutes, "place": self.place}
        for name, width in (("day", 146), ("at", 72), ("minutes", 68)):
            self._fields[name].setFixedWidth(scaled(width))
        line = row(spacing=10)
        for field in self._fields.values():
            line.addWidget(field, 1 if field is self.place else 0, Qt.AlignmentFlag.AlignTop)
        self._form = boxed(line)
        self._booked = text("")
        self._clash = Notice(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._booked, self._form, self._clash):
            column.addWidget(widget)
        self._booked.hide()

    def show_details(self, found: SessionDetails) -> None:
        """Offer the same time and place, or tell when one meets again already."""
        first = self._session is None
        self._session = found.row
        self._booked.setVisible(found.next is not None)
        self._form.setVisible(found.next is None)
        if found.next is not None:
            self._clash.hide()
            coming = found.next
            place = f", {coming.facts.place}" if coming.facts.place else ""
            when = f"{heading(self.words, day_of(coming.starts_at))} {hours(coming.starts_at, coming.facts.minutes)}"
            self._booked.setText(self.words("We meet again: {when}", when=f"{when}{place}"))
        elif first:
            self._offer(found.row)

    def show_error(self, error: InvalidInput) -> bool:
        """Show a refusal at its field; False when it is about something else."""
        field = self._fields.get(error.field)
        if field is None:
            return False
        field.set_error(error.text(self.words))
        field.setFocus()
        return True

    def booking(self) -> NewSession | None:
        """Return the meeting to be booked, or None; raises InvalidInput for what cannot be read."""
        session, day = self._session, self.day.value()
        if session is None or day is None or self._form.isHidden():
            return None
        at, minutes = needed(self.at.value(), "at"), needed(self.minutes.whole(), "minutes")
        facts = MeetingFacts(SessionKind.COACHING, minutes, self.place.value(), session.facts.interpreter)
        return NewSession(tuple(person.id for person in session.people), day, at, facts, session.coach_id)

    def _offer(self, session: SessionRow) -> None:
        # The day stays open: one books only what one has agreed on.
        self.at.set_value(hour_of(session.starts_at))
        self.minutes.set_value(session.facts.minutes)
        self.place.set_value(session.facts.place)

    def _touch(self) -> None:
        self._watch.touch()

    def _wanted(self) -> Wanted:
        people = tuple(person.id for person in self._session.people) if self._session else ()
        coach = self._session.coach_id if self._session else None
        return Wanted(people, self.day.value(), self.at.value(), self.minutes.whole(), coach)

    def _tell(self, said: str) -> None:
        if said and not self._form.isHidden():
            self._clash.say(said, "warn")
        else:
            self._clash.hide()
