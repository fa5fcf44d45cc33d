"""Booking from the palette: with whom, when, and what to mind about it before one presses Enter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import coaching
from jobbpunkt.base import clock, red_days
from jobbpunkt.base.errors import UserError
from jobbpunkt.coaching import MeetingFacts
from jobbpunkt.people import details
from ui.acts.act import Act
from ui.acts.people import meant
from ui.coaching.clash_watch import described, of_day

if TYPE_CHECKING:
    from jobbpunkt.base.words import Words
    from jobbpunkt.palette.wishes import BookingWish
    from jobbpunkt.register.unit_of_work import Reading
    from ui.context import Context

MINUTES = MeetingFacts().minutes


def bookings(uow: Reading, words: Words, wish: BookingWish) -> list[Act]:
    """Return a line for each person who may be meant, or one that leaves it to the form."""
    if not wish.who:
        return [_booking(uow, words, wish, None, "")]
    people = meant(uow, words, wish.who)
    if not people:
        nobody = words("Nobody is found by “{typed}”. Choose in the form.", typed=wish.who)
        return [replace(_booking(uow, words, wish, None, ""), detail=nobody)]
    return [_booking(uow, words, wish, person, name) for person, name in people.items()]


def _booking(uow: Reading, words: Words, wish: BookingWish, person: UUID | None, name: str) -> Act:
    said = [words("Book a meeting with {name}", name=name) if name else words("Book a meeting")]
    if wish.day is not None:
        said.append(f"{words.day(wish.day, 'weekday')} {wish.day.year}")
    if wish.at is not None:
        said.append(f"{wish.at:%H:%M}")
    clash = _clash(uow, words, person, wish.day, wish.at)
    red = of_day(words, wish.day, red_days.name_of(wish.day)) if wish.day is not None else ""
    no_day = words("{typed} is not a day. Write it as 2020-06-15.", typed=wish.no_day) if wish.no_day else ""
    minded = [no_day, red, clash, "" if person is None else _interpreter(uow, words, person)]
    if wish.day is not None and wish.at is not None and not clash:
        minded.insert(2, words("You are free {hours}.", hours=_hours(wish.at)))
    mark = words("no such day") if no_day else words("clashes") if clash else words("red day") if red else ""
    run = partial(_book, person, wish)
    return Act(", ".join(said), "calendar-days", run, " ".join(filter(None, minded)), mark, "warn")


def _hours(at: time) -> str:
    end = divmod(at.hour * 60 + at.minute + MINUTES, 60)
    return clock.hours(at, time(end[0] % 24, end[1]))


def _clash(uow: Reading, words: Words, person: UUID | None, day: date | None, at: time | None) -> str:
    if day is None or at is None:
        return ""
    people = [] if person is None else [person]
    try:
        found = coaching.clashes(uow, person_ids=people, day=day, at=at, minutes=MINUTES)
    except UserError as error:  # the hour that the clocks leave out
        return error.text(words)
    meetings = "; ".join(described(words, clash) for clash in found)
    return words("Clashes with {meetings}.", meetings=meetings) if found else ""


def _interpreter(uow: Reading, words: Words, person: UUID) -> str:
    language = details.details(uow, person).data.interpreter
    return words("An interpreter is needed: {language}.", language=language) if language else ""


def _book(person: UUID | None, wish: BookingWish, parent: QWidget, context: Context) -> None:
    from ui.coaching.booking import booking_dialog

    booking_dialog(parent, context, person=person, day=wish.day, at=wish.at).open()
