"""Telling of clashes while a meeting is being booked."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from jobbpunkt import coaching
from jobbpunkt.coaching import Clash
from jobbpunkt.errors import InvalidInput
from ui import operation
from ui.coaching.when import hours
from ui.context import Context

WAIT_MS = 250


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is about to be booked; `besides` is the meeting that is being moved."""

    people: tuple[UUID, ...]
    day: date | None
    at: time | None
    minutes: int | None
    coach_id: UUID | None = None
    besides: UUID | None = None


class ClashWatch(QObject):
    """Asks the register a moment after the last change, and emits `told` with a sentence, empty when nothing clashes."""

    told = Signal(str)

    def __init__(self, context: Context, wanted: Callable[[], Wanted], parent: QObject) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self._wanted = wanted
        self._asked = operation.Latest()
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._look)

    def touch(self) -> None:
        """Take note that something changed."""
        self._timer.start()

    def _look(self) -> None:
        found = None
        self._asked.drop()
        # What cannot be read yet is still being typed.
        with suppress(InvalidInput):
            found = self._wanted()
        if found is None or not found.people or found.day is None or found.at is None or not found.minutes:
            self.told.emit("")
            return
        day, at, minutes, wanted = found.day, found.at, found.minutes, found
        asked = operation.read(
            self,
            self.context,
            lambda uow: coaching.clashes(
                uow,
                person_ids=wanted.people,
                day=day,
                at=at,
                minutes=minutes,
                coach_id=wanted.coach_id,
                besides=wanted.besides,
            ),
            self._tell,
            lambda _error: self.told.emit(""),
        )
        self._asked.keep(asked)

    def _tell(self, clashes: tuple[Clash, ...]) -> None:
        said = "; ".join(map(self._described, clashes))
        self.told.emit(self.words("Clashes with {meetings}. You can book all the same.", meetings=said) if clashes else "")

    def _described(self, clash: Clash) -> str:
        people = ", ".join(name.shown(self.words) for name in clash.people)
        whose = "" if clash.same_coach else f" ({clash.coach})"
        return f"{hours(clash.starts_at, clash.minutes)} {people}{whose}"
