"""The strip that tells, once, what concerns oneself since the last time."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.concerns import ConcernRow, Concerns, has_read, since_last
from jobbpunkt.register.permissions import Permission
from ui import asking
from ui.context import Context
from ui.theme import scaled
from ui.widgets.buttons import link, secondary
from ui.widgets.labels import PlainLabel, small, strong
from ui.widgets.layouts import boxed, clear, column, row

MOST = 4
ROOMY = 600  # pixels of a window's height at 100 %: in a lower one the page needs the room


class ConcernsStrip(QFrame):
    """Hidden while there is nothing; who has read it says so, and the history keeps that.

    In a low window only its heading is seen until somebody wants the rest.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self.found = Concerns((), None)
        self.setProperty("notice", "neutral")
        self.setAccessibleName(self.words("This concerns you"))
        self._wanted = False
        self.lines = QVBoxLayout()
        self.lines.setSpacing(4)
        self.told = boxed(self.lines)
        self.read = secondary(self.words("I have read this"), self.put_away, icon="check")
        self.show_all = link(self.words("Show"), lambda: self._fold(wanted=True))
        head = row(strong(self.words("This concerns you")), None, self.show_all, self.read)
        outer = column(head, self.told, spacing=6)
        outer.setContentsMargins(20, 10, 14, 12)
        self.setLayout(outer)
        self.hide()

    def load(self) -> None:
        """Ask what there is to tell."""
        asking.read(self, self.context, since_last, self.show_concerns)

    def show_concerns(self, found: Concerns) -> None:
        """Show what there is, or nothing at all."""
        self.found = found
        clear(self.lines)
        for one in found.rows[:MOST]:
            line = row(self._line(one), *self._ways(one), spacing=12)
            line.setStretch(0, 1)
            self.lines.addLayout(line)
        more = len(found.rows[MOST:]) + found.more
        if more:
            self.lines.addWidget(small(self.words.plural("and {n} more", "and {n} more", more)))
        self._fold()
        self.setVisible(bool(found.rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where the window has become low, unless somebody wanted to see."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self, *, wanted: bool = False) -> None:
        """Show what there is, or in a low window its heading alone; nobody says that they have read what they do not see."""
        self._wanted = self._wanted or wanted
        is_open = self._wanted or self.window().height() >= scaled(ROOMY)
        for widget, is_seen in ((self.told, is_open), (self.read, is_open), (self.show_all, not is_open)):
            widget.setVisible(is_seen)
        if wanted:
            self.read.setFocus()

    def put_away(self) -> None:
        """Note that it was read, and put it away."""
        until = self.found.until
        self._wanted = False
        self.hide()
        if until is not None:
            asking.look(self, self.context, lambda uow: has_read(uow, until), lambda _: self.load())

    def _line(self, one: ConcernRow) -> PlainLabel:
        label = PlainLabel(f"{self.words.moment(one.at)}  {said(one, self.words)}")
        label.setWordWrap(True)
        return label

    def _ways(self, one: ConcernRow) -> tuple[QWidget, ...]:
        """Return the way to where more stands of it, for whoever may go there."""
        if one.person_id is not None:
            return (link(self.words("Who has looked"), partial(self._go_to_person, one)),)
        if self.context.user.may(Permission.MANAGE_USERS):
            return (link(self.words("Log"), partial(self.context.go, "log")),)
        return ()

    def _go_to_person(self, one: ConcernRow) -> None:
        self.context.go("people", one.person_id, "looks")


def said(one: ConcernRow, words: Words) -> str:
    """Return what is told, in one sentence."""
    person = one.person.shown(words) if one.person is not None else ""
    roles = ", ".join(words(role.label).lower() for role in one.roles)
    return words(one.concern.value, name=one.name, person=person, roles=roles, reason=one.reason, times=one.times)
