"""The preview beside the caseload, so that one need not open and close each person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt.base.errors import UserError
from jobbpunkt.people.caseload import CaseloadRow
from ui.context import Context
from ui.tones import tone_of
from ui.widgets.buttons import secondary
from ui.widgets.card import Card
from ui.widgets.chips import chip
from ui.widgets.labels import heading, muted, small, text
from ui.widgets.layouts import clear, column, row
from ui.widgets.live import Live
from ui.widgets.page import scrolling

if TYPE_CHECKING:
    from jobbpunkt.people.timeline import Moment
    from jobbpunkt.register.unit_of_work import Reading

WIDTH = 300
MOMENTS = 5
EXCERPT = 90


class Preview(Card):
    """Shows who is chosen: status, coach, meetings, and the last things that happened."""

    opened = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.context, self.words = context, context.words
        self._row: CaseloadRow | None = None
        self.live = Live(self, context, self.refresh)
        holder = QWidget()
        self.content = QVBoxLayout(holder)
        self.content.setContentsMargins(0, 0, 6, 0)
        self.content.setSpacing(8)
        self.add(scrolling(holder, self.words("The chosen person")), 1)
        self.moments = column(spacing=8)
        self.hide()

    def refresh(self) -> None:
        """Load anew what happened last."""
        chosen = self._row
        if chosen is not None:
            self.live.read(lambda uow: _latest(uow, chosen), self._show_moments, self._show_shut)

    def show_person(self, chosen: CaseloadRow | None) -> None:
        """Show another person; nobody hides the preview."""
        self._row = chosen
        self.setVisible(chosen is not None)
        if chosen is None:
            return
        clear(self.content)
        words = self.words
        self.content.addWidget(heading(chosen.name.shown(words)))
        status = words(chosen.status.label) if chosen.status else words("Not enrolled")
        self.content.addLayout(row(chip(status, tone_of(chosen.status)), None))
        for label, value in self._facts(chosen):
            self.content.addLayout(column(small(label), text(value), spacing=1))
        self.content.addWidget(secondary(words("Open"), lambda: self.opened.emit(chosen.id)))
        self.moments = column(spacing=8)
        self.content.addLayout(self.moments)
        self.content.addStretch(1)
        self.live.mark_stale()

    def _facts(self, chosen: CaseloadRow) -> list[tuple[str, str]]:
        words = self.words
        facts = [
            (words("Coach"), chosen.coach),
            (words("Last contact"), words.day(chosen.last_contact, "long") if chosen.last_contact else ""),
            (words("Next meeting"), words.moment(chosen.next_meeting) if chosen.next_meeting else ""),
            (words("District"), chosen.district),
            (words("Language"), chosen.language),
        ]
        return [(label, value) for label, value in facts if value]

    def _show_shut(self, _error: UserError) -> None:
        """Say that there is more for whoever gives a reason: going through the list asks nobody for one."""
        clear(self.moments)
        self.moments.addWidget(muted(self.words("What has happened is shown once the person is opened.")))

    def _show_moments(self, found: tuple[Moment, ...]) -> None:
        clear(self.moments)
        if not found:
            return
        self.moments.addWidget(small(self.words("Latest")))
        for moment in found:
            line = "  ".join((self.words.day(moment.on), self.words(moment.title)))
            self.moments.addWidget(muted(line))
            if moment.text:
                self.moments.addWidget(text(_excerpt(moment.text)))


def _latest(uow: Reading, chosen: CaseloadRow) -> tuple[Moment, ...]:
    from jobbpunkt.people.timeline import timeline  # brings the tables of every noun, which the list has no need of

    today = uow.clock.today()
    return tuple(moment for moment in timeline(uow, chosen.id) if moment.on <= today)[:MOMENTS]


def _excerpt(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= EXCERPT else line[: EXCERPT - 1].rstrip() + "…"
