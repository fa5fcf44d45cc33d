"""The campaign's clock: a column per week, in it each content on its day and how it went."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import Slot, Week
from models.vocabulary import ActivityStatus
from ui.campaigns.read import time_of
from ui.campaigns.reflow import Reflow
from ui.campaigns.tile import Tile
from ui.widgets.labels import PlainLabel, heading, muted
from ui.widgets.layouts import column

ACROSS = 4
LETTERS = 24
_SIGNS = ((ActivityStatus.HELD, "✓"), (ActivityStatus.CHANGED, "≈"), (ActivityStatus.CANCELLED, "×"))


class ClockGrid(Reflow):
    """Shows every week; emits the slot to change."""

    edit_wanted = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(letters=LETTERS, across=ACROSS, spacing=10, parent=parent)
        self._words = words

    def show_weeks(self, weeks: Sequence[Week], slots: Sequence[Slot]) -> None:
        """Show what is on in each week."""
        self.show_items([self._week(week, [slot for slot in slots if slot.week_id == week.id]) for week in weeks])

    def first_unsaid(self) -> SlotButton | None:
        """Return the first occasion of which nobody said how it went, or the first there is."""
        every = self.findChildren(SlotButton)
        return next((one for one in every if one.slot.status is ActivityStatus.PLANNED), next(iter(every), None))

    def _week(self, week: Week, slots: Sequence[Slot]) -> QVBoxLayout:
        words = self._words
        days = f"{words.day(week.starts_on, 'short')} – {words.day(week.ends_on, 'short')}"
        made = column(heading(words("Week {number}", number=week.number)), muted(days), spacing=6)
        for slot in slots:
            made.addWidget(SlotButton(words, slot, partial(self.edit_wanted.emit, slot)))
        made.addStretch(1)
        return made


class SlotButton(Tile):
    """One content in one week: its day, what, who, and, where it is not just planned, how it went in a word and a sign."""

    def __init__(self, words: Words, slot: Slot, pressed: partial[None]) -> None:
        self.slot = slot
        sign = dict(_SIGNS).get(slot.status, "")
        went = words("{sign} {status}", sign=sign, status=words(slot.status.label)) if sign else ""
        when = time_of(slot, words)
        lines = [
            (when, "small"),
            (slot.title, "strong"),
            (" · ".join(part for part in (slot.partner, slot.staffing) if part), "small"),
            (slot.own.place, "small"),
            (went, "strong"),
            (slot.own.reason, "small"),
        ]
        super().__init__(", ".join(text for text, _ in lines if text))
        self.clicked.connect(lambda: pressed())
        for text, role in lines:
            if text:
                self.put(PlainLabel(text, role))
        self.inside.addStretch(1)
