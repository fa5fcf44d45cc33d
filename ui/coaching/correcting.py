"""The dialogs that put a meeting right: a booked one without moving it, a past one with its day and what became of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from jobbpunkt import coaching
from jobbpunkt.coaching import MeetingRecord, SessionRow
from models.vocabulary import SessionStatus
from ui.coaching.about import about
from ui.coaching.booking import MeetingFields, TimeAndPlace, needed
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, Form, LineField

# What a past meeting may turn out to have been; one that was moved stays so, since another stands in its place.
OUTCOMES = tuple(status for status in SessionStatus if status is not SessionStatus.RESCHEDULED)


def correct_dialog(parent: QWidget, context: Context, session: SessionRow) -> FormDialog:
    """Return the dialog that puts a meeting right; `session` is read with its place."""
    form = Form(context.words)
    booked = session.status is SessionStatus.BOOKED
    prepare = _booked(context, form, session) if booked else _past(context, form, session)

    names = ", ".join(person.name.shown(context.words) for person in session.people)
    draft = DraftName("meeting.correct", session.id, about(session), "coaching", session.id)
    title = context.words("Put the meeting right")
    return FormDialog(parent, context, title, form, prepare, draft=draft, explanation=names)


def _booked(context: Context, form: Form, session: SessionRow) -> Callable[[], Work]:
    fields = MeetingFields(context, form)
    fields.show(session.facts)
    form.dirty = False

    def prepare() -> Work:
        facts = fields.facts()
        return lambda uow: coaching.change(uow, session.id, session.version, facts)

    return prepare


def _past(context: Context, form: Form, session: SessionRow) -> Callable[[], Work]:
    words = context.words
    when = TimeAndPlace(context, form)
    when.show_session(session)
    offered = OUTCOMES if session.status is not SessionStatus.RESCHEDULED else (session.status,)
    status = form.add("status", ChoiceField(words("What became of it"), [(one, words(one.label)) for one in offered]))
    reason = form.add("reason", LineField(words("Reason"), hint=words("For a meeting that did not come about.")), beside=True)
    status.set_value(session.status)
    reason.set_value(session.reason)
    form.dirty = False

    def prepare() -> Work:
        day, at = when.start()
        record = MeetingRecord(day, at, needed(status.value(), "status"), when.facts(), reason.value())
        return lambda uow: coaching.correct(uow, session.id, session.version, record)

    return prepare
