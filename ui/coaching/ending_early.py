"""The dialogs for a meeting that did not come about: cancelled, or nobody came."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt import coaching
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.words import Words
from jobbpunkt.coaching import SessionRow
from models.vocabulary import Responsible, SessionStatus
from ui.coaching.about import about
from ui.coaching.booking import needed
from ui.coaching.when import heading, hours
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import Form, LineField, SegmentField

BY = (
    (SessionStatus.CANCELLED_BY_PARTICIPANT, Responsible.PARTICIPANT),
    (SessionStatus.CANCELLED_BY_COACH, Responsible.COACH),
)


def cancel_dialog(parent: QWidget, context: Context, session: SessionRow) -> FormDialog:
    """Return the dialog that cancels a booked meeting."""
    words = context.words
    form = Form(words)
    by: SegmentField[SessionStatus] = form.add(
        "by", SegmentField(words("By whom"), [(status, words(who.label)) for status, who in BY])
    )
    by.set_value(SessionStatus.CANCELLED_BY_PARTICIPANT)
    reason = form.add("reason", LineField(words("Reason")))

    def prepare() -> Work:
        who, why = needed(by.value(), "by"), reason.value()
        return lambda uow: coaching.cancel(uow, session.id, session.version, by=who, reason=why)

    title = words("Cancel the meeting")
    draft = DraftName("meeting.cancel", session.id, about(session), "coaching", session.id)
    return FormDialog(
        parent, context, title, form, prepare, draft=draft, explanation=_said(session, words), save=title, width=480
    )


def no_show_dialog(parent: QWidget, context: Context, session: SessionRow) -> FormDialog:
    """Return the dialog that notes that the participant did not come."""
    words = context.words
    form = Form(words)
    reason = form.add("reason", LineField(words("Reason"), hint=words("May be left empty.")))

    def prepare() -> Work:
        why = reason.value()
        return lambda uow: coaching.no_show(uow, session.id, session.version, reason=why)

    title = words("The participant did not come")
    draft, said = DraftName("meeting.no_show", session.id, about(session), "coaching", session.id), _said(session, words)
    return FormDialog(parent, context, title, form, prepare, draft=draft, explanation=said, save=words("Note it"), width=440)


def _said(session: SessionRow, words: Words) -> str:
    names = ", ".join(person.name.shown(words) for person in session.people)
    return f"{heading(words, day_of(session.starts_at))} {hours(session.starts_at, session.facts.minutes)}, {names}"
