"""The dialogs that book a meeting and that move one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import TypeVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import coaching
from jobbpunkt.base.clock import day_of, hour_of
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.coaching import LONGEST_MINUTES, SHORTEST_MINUTES, MeetingFacts, NewSession, SessionRow
from models.vocabulary import SessionKind
from ui.coaching.about import about
from ui.coaching.clash_watch import ClashWatch, Wanted
from ui.coaching.person_picker import PersonPicker
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form, LineField, NumberField, TimeField

T = TypeVar("T")
TALL = 580


def booking_dialog(
    parent: QWidget, context: Context, *, person: UUID | None = None, day: date | None = None, at: time | None = None
) -> BookingDialog:
    """Return the dialog that books a meeting; a person, a day and a time may be given."""
    return BookingDialog(parent, context, person=person, day=day, at=at)


def reschedule_dialog(parent: QWidget, context: Context, session: SessionRow) -> RescheduleDialog:
    """Return the dialog that moves a booked meeting."""
    return RescheduleDialog(parent, context, session)


class MeetingFields:
    """The fields of what a meeting is for, how long and where, in a form."""

    def __init__(self, context: Context, form: Form) -> None:
        words = context.words
        kinds = [(kind, words(kind.label)) for kind in SessionKind]
        self.kind: ChoiceField[SessionKind] = form.add("kind", ChoiceField(words("Kind of meeting"), kinds))
        length = NumberField(words("Minutes"), lowest=SHORTEST_MINUTES, highest=LONGEST_MINUTES)
        self.minutes = form.add("minutes", length, beside=True)
        self.place = form.add("place", LineField(words("Place")))
        self.interpreter = form.add("interpreter", LineField(words("Interpreter")), beside=True)

    def show(self, facts: MeetingFacts) -> None:
        """Show what the meeting is for, how long and where."""
        self.kind.set_value(facts.kind)
        self.minutes.set_value(facts.minutes)
        self.place.set_value(facts.place)
        self.interpreter.set_value(facts.interpreter)

    def facts(self) -> MeetingFacts:
        """Return what was typed besides the time."""
        minutes = needed(self.minutes.whole(), "minutes")
        return MeetingFacts(needed(self.kind.value(), "kind"), minutes, self.place.value(), self.interpreter.value())


class TimeAndPlace(MeetingFields):
    """The same with when it is, before them."""

    def __init__(self, context: Context, form: Form) -> None:
        words = context.words
        self.day = form.add("day", DateField(words, words("Day"), today=context.clock.today()))
        self.at = form.add("at", TimeField(words("Time")), beside=True)
        super().__init__(context, form)

    def show_session(self, session: SessionRow) -> None:
        """Show a meeting as it stands."""
        self.show(session.facts)
        self.day.set_value(day_of(session.starts_at))
        self.at.set_value(hour_of(session.starts_at))

    def start(self) -> tuple[date, time]:
        """Return the day and the time; refuses when either is missing."""
        return needed(self.day.value(), "day"), needed(self.at.value(), "at")


class BookingDialog(FormDialog):
    """Books a meeting with one or several people; tells of clashes and books all the same."""

    def __init__(self, parent: QWidget, context: Context, *, person: UUID | None, day: date | None, at: time | None) -> None:
        words = context.words
        form = Form(words)
        self.people = form.add("person_ids", PersonPicker(context, words("With")))
        self.when = TimeAndPlace(context, form)
        form.end()
        self.when.show(MeetingFacts())
        self.when.day.set_value(day or context.clock.today())
        self.when.at.set_value(at)
        if person is not None:
            self.people.set_value((person,))
        form.dirty = False
        draft = DraftName("meeting.book", person, person=person, page="coaching" if person is None else "people", place=person)
        title, given = words("Book a meeting"), ("person_ids", "day", "at")
        # Room for what is found while one types a name, and for a clash.
        save = words("Book")
        super().__init__(parent, context, title, form, self._booking, draft=draft, given=given, save=save, tall=TALL)
        self.people.changed.connect(self._fill_interpreter)
        _watch(self, lambda: Wanted(self.people.value(), *_when(self.when)))
        if person is not None:
            self.when.at.setFocus()

    def _booking(self) -> Work:
        day, at = self.when.start()
        new = NewSession(self.people.value(), day, at, self.when.facts())
        return lambda uow: coaching.book(uow, new)

    def _fill_interpreter(self) -> None:
        if not self.when.interpreter.value():
            self.when.interpreter.set_value(self.people.interpreter)


class RescheduleDialog(FormDialog):
    """Moves a booked meeting: the old one stays as rescheduled."""

    def __init__(self, parent: QWidget, context: Context, session: SessionRow) -> None:
        words = context.words
        self.session = session
        form = Form(words)
        self.when = TimeAndPlace(context, form)
        self.when.show_session(session)
        self.reason = form.add("reason", LineField(words("Reason")))
        form.dirty = False
        names = ", ".join(person.name.shown(words) for person in session.people)
        title = words("Move the meeting")
        draft = DraftName("meeting.move", session.id, about(session), "coaching", session.id)
        super().__init__(parent, context, title, form, self._moving, draft=draft, explanation=names, save=title)
        people = tuple(person.id for person in session.people)
        _watch(self, lambda: Wanted(people, *_when(self.when), session.coach_id, session.id))
        self.when.day.line.selectAll()

    def _moving(self) -> Work:
        day, at = self.when.start()
        facts, reason = self.when.facts(), self.reason.value()
        session_id, version = self.session.id, self.session.version
        return lambda uow: coaching.reschedule(uow, session_id, version, day=day, at=at, facts=facts, reason=reason)


def needed(value: T | None, field: str) -> T:
    """Return the value of a field, or refuse at it when nothing was typed."""
    if value is None:
        raise InvalidInput("This must be filled in.", field=field)
    return value


def _when(fields: TimeAndPlace) -> tuple[date | None, time | None, int | None]:
    return fields.day.value(), fields.at.value(), fields.minutes.whole()


def _watch(dialog: FormDialog, wanted: Callable[[], Wanted]) -> None:
    watch = ClashWatch(dialog.context, wanted, dialog)
    dialog.form.changed.connect(watch.touch)
    watch.told.connect(lambda said: dialog.show_notice(said, "warn") if said else dialog.notice.hide())
