"""Telling of red days and clashes while a meeting is being booked."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from jobbpunkt import coaching
from jobbpunkt.base import red_days
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.coaching import Clash
from ui import asking, threads
from ui.coaching.session_button import taken
from ui.coaching.when import heading, hours
from ui.context import Context

if TYPE_CHECKING:
    from jobbpunkt.base.words import Words
    from jobbpunkt.register.unit_of_work import Reading

WAIT_MS = 250
SUNDAY = "söndag"  # what the calendar of red days calls those without a name of their own


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is about to be booked; `besides` is the meeting that is being moved."""

    people: tuple[UUID, ...]
    day: date | None
    at: time | None
    minutes: int | None
    coach_id: UUID | None = None
    besides: UUID | None = None


def _clashes(uow: Reading, wanted: Wanted, day: date) -> tuple[Clash, ...]:
    if not wanted.people or wanted.at is None or not wanted.minutes:
        return ()
    return coaching.clashes(
        uow,
        person_ids=wanted.people,
        day=day,
        at=wanted.at,
        minutes=wanted.minutes,
        coach_id=wanted.coach_id,
        besides=wanted.besides,
    )


class ClashWatch(QObject):
    """Asks the register a moment after the last change, and emits `told` with what to mind, empty for nothing."""

    told = Signal(str)

    def __init__(self, context: Context, wanted: Callable[[], Wanted], parent: QObject) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self._wanted = wanted
        self._asked = threads.Latest()
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
        if found is None or found.day is None:
            self.told.emit("")
            return
        wanted, day = found, found.day
        asked = asking.read(
            self,
            self.context,
            lambda uow: (red_days.name_of(day), _clashes(uow, wanted, day)),
            lambda answer: self._tell(day, *answer),
            lambda _error: self.told.emit(""),
        )
        self._asked.keep(asked)

    def _tell(self, day: date, holiday: str, clashes: tuple[Clash, ...]) -> None:
        words = self.words
        said = [of_day(words, day, holiday)]
        if clashes:
            meetings = "; ".join(described(words, clash) for clash in clashes)
            said.append(words("Clashes with {meetings}. You can book all the same.", meetings=meetings))
        self.told.emit(" ".join(filter(None, said)))


def of_day(words: Words, day: date, holiday: str) -> str:
    """Return a sentence for a day on which one would meet a locked door, or nothing."""
    if holiday and holiday.casefold() != SUNDAY:
        return words("{day} is {holiday}.", day=heading(words, day), holiday=holiday.lower())
    return words("{day} is a weekend.", day=heading(words, day)) if day.weekday() >= red_days.SATURDAY else ""


def described(words: Words, clash: Clash) -> str:
    """Return a meeting that clashes: its hours, with whom, and whose it is where it is a colleague's."""
    people = ", ".join(name.shown(words) for name in clash.people) or taken(words)
    whose = "" if clash.same_coach else f" ({clash.coach})"
    return f"{hours(clash.starts_at, clash.minutes)} {people}{whose}"
