"""The table of promises: a key ticks one, another moves its day."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from jobbpunkt.base.words import N_
from jobbpunkt.promises import Promise, Standing
from ui.context import Context
from ui.tokens import Tone
from ui.widgets.empty import EmptyState
from ui.widgets.row_table import Column, RowTable

STANDINGS: dict[Standing, tuple[str, Tone]] = {
    Standing.LATE: (N_("Late"), "bad"),
    Standing.OPEN: (N_("To do"), "neutral"),
    Standing.DONE: (N_("Done"), "good"),
    Standing.ENDED: (N_("Will not be done"), "neutral"),
}
TICK, MOVE = (Qt.Key.Key_K, Qt.Key.Key_Space), Qt.Key.Key_F


class PromiseTable(RowTable[Promise]):
    """Shows promises; `keys` are what K or Space, and F, do with those that are chosen while the table has the keyboard."""

    def __init__(self, context: Context, tick: Callable[[], None], move: Callable[[], None]) -> None:
        self.context, self.words = context, context.words
        self._tick, self._move = tick, move
        hint = self.words("What is agreed in meetings and what plans say shall be done is gathered here.")
        empty = EmptyState("handshake", self.words("Nothing here"), hint)
        name = self.words("Promises")
        super().__init__(self.words, self._columns_of(), lambda one: one.id, empty=empty, name=name, many=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with K or Space, move the day with F."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in TICK and self.selected():
            self._tick()
        elif plain and event.key() == MOVE and self.selected():
            self._move()
        else:
            super().keyPressEvent(event)

    def _columns_of(self) -> tuple[Column[Promise], ...]:
        words, today = self.words, self.context.clock.today()
        return (
            Column(N_("Promise"), lambda one: one.text, stretch=True, strong=True),
            Column(N_("Who"), lambda one: one.who or words(one.responsible.label)),
            Column(N_("By when"), lambda one: one.due_on),
            Column(N_("How it stands"), lambda one: self._standing(one), tone=lambda one: STANDINGS[one.standing(today)][1]),
            Column(N_("From"), self._source, tip=lambda one: one.goal),
        )

    def _standing(self, one: Promise) -> str:
        words = self.words
        if one.done_on is not None:
            return words("Done {day}", day=words.day(one.done_on))
        return words(STANDINGS[one.standing(self.context.clock.today())][0])

    def _source(self, one: Promise) -> str:
        words = self.words
        if one.kind is not None:
            return words(one.kind.label)
        return words("Meeting {day}", day=words.day(one.met_on)) if one.met_on else words("Between meetings")
