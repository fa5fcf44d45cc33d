"""The latest counts: what was counted, and what was taken back or corrected."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from jobbpunkt import campaigns
from jobbpunkt.base.words import N_, Words
from jobbpunkt.campaigns import Entry, Figure
from ui import asking
from ui.campaigns.count_forms import correct_dialog
from ui.campaigns.read import figure_read
from ui.context import Context
from ui.tokens import Tone
from ui.widgets.buttons import secondary
from ui.widgets.card import Card
from ui.widgets.empty import EmptyState
from ui.widgets.labels import small
from ui.widgets.row_table import Column, RowTable

# Room for the longest word of a measure and for "just over 100" beside it.
WIDTH = 384


class LatestCounts(Card):
    """Lists counts, the newest first; Enter corrects one, its menu takes it back; `undo_wanted` asks to take back the latest."""

    undo_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        words = context.words
        self.undo_button = secondary(words("Take back"), self.undo_wanted_now, icon="undo-2")
        super().__init__(words("Latest counts"), self.undo_button, parent=parent)
        self.context, self.words = context, words
        self._campaign: UUID | None = None
        empty = EmptyState("clock", words("Nothing counted yet"))
        self.table: RowTable[Entry] = RowTable(
            words, self._columns(), lambda entry: entry.id, empty=empty, name=words("Latest counts")
        )
        self.table.opened.connect(self._correct)
        self.table.set_menu(self._fill)
        self.add(self.table, 1)
        self.add(small(words("Enter on a count corrects it.")))

    def show_entries(self, campaign: UUID, entries: tuple[Entry, ...]) -> None:
        """Show a campaign's counts, the newest first."""
        self._campaign = campaign
        self.table.set_rows(entries)

    def undo_wanted_now(self) -> None:
        """Ask to take back the latest count."""
        self.undo_wanted.emit()

    def _columns(self) -> tuple[Column[Entry], ...]:
        words = self.words
        return (
            Column(N_("What"), lambda entry: words(entry.label), tip=self._whole_story),
            Column(N_("Number"), lambda entry: amount_of(entry, words), align="right", tone=_tone_of),
        )

    def _whole_story(self, entry: Entry) -> str:
        words = self.words
        number = figure_read(Figure(entry.amount, entry.qualifier), words)
        parts = (words(entry.label), number, words.moment(entry.at), entry.by, entry.note)
        return " · ".join(part for part in parts if part)

    def _fill(self, menu: QMenu, entry: Entry) -> None:
        if entry.void:
            return
        menu.addAction(self.words("Put right …")).triggered.connect(lambda: self._correct(entry))
        menu.addAction(self.words("Take this count back")).triggered.connect(lambda: self._take_back(entry))

    def _take_back(self, entry: Entry) -> None:
        asking.write(self, self.context, lambda uow: campaigns.withdraw(uow, entry.id))

    def _correct(self, entry: Entry) -> None:
        if not entry.void and self._campaign is not None:
            correct_dialog(self, self.context, self._campaign, entry).open()


def amount_of(entry: Entry, words: Words) -> str:
    """Return what an entry added, or what became of it."""
    if entry.void:
        return words("taken back") if entry.taken_back else words("corrected")
    return figure_read(Figure(entry.amount, entry.qualifier), words)


def _tone_of(entry: Entry) -> Tone:
    return "neutral" if entry.void else "accent"
