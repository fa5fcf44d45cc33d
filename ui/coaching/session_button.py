"""One meeting as a row: when, with whom, what for and where, and what became of it."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.coaching import SessionRow
from models.vocabulary import SessionStatus
from ui.coaching.when import hours
from ui.context import Context
from ui.theme import scaled
from ui.tones import tone_of
from ui.widgets.chips import chip
from ui.widgets.labels import PlainLabel, muted
from ui.widgets.layouts import column, row
from ui.widgets.row_button import RowButton

TIME_WIDTH = 92


def taken(words: Words) -> str:
    """Return what stands in the place of names that are not told."""
    return words("Busy")


def names_of(session: SessionRow, words: Words) -> str:
    """Return the names of those who take part; of a colleague's meeting that one has no need of, that it takes their time."""
    return taken(words) if not session.people else ", ".join(person.name.shown(words) for person in session.people)


def facts_of(session: SessionRow, words: Words, *, coach: bool = False) -> str:
    """Return what a meeting is for, where, in which language and, if wanted, whose it is."""
    facts = session.facts
    if not session.people:
        return session.coach
    interpreter = words("Interpreter: {language}", language=facts.interpreter) if facts.interpreter else ""
    parts = (words(facts.kind.label), facts.place, interpreter, session.coach if coach else "", session.reason)
    return " · ".join(part for part in parts if part)


class SessionButton(RowButton):
    """Opens the meeting through the calendar's page; `narrow` puts the time above the names."""

    def __init__(
        self, context: Context, session: SessionRow, *, coach: bool = False, narrow: bool = False, parent: QWidget | None = None
    ) -> None:
        words = context.words
        self.session = session
        when = hours(session.starts_at, session.facts.minutes)
        who, facts = names_of(session, words), facts_of(session, words, coach=coach)
        time = PlainLabel(when, "strong", wrap=False)
        # That a meeting is booked is the usual, and is not said.
        status = None if session.status is SessionStatus.BOOKED else chip(words(session.status.label), tone_of(session.status))
        texts = (PlainLabel(who, "strong"), muted(facts))
        if narrow:
            content: QBoxLayout = column(row(time, None, status), *texts, spacing=2)
        else:
            time.setFixedWidth(scaled(TIME_WIDTH))
            content = row(column(time, None), column(*texts, None, spacing=2), column(status, None), spacing=12)
            content.setStretch(1, 1)
        super().__init__(f"{when} {who}, {facts}", content, lambda: context.go("coaching", session.id), parent)
