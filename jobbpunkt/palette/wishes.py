"""What one types to have something done: "boka Samira fredag 10" is whom to meet, on which day and when; "räkna" is a deed."""

import re
from dataclasses import dataclass
from datetime import date, time
from enum import Enum, auto

from jobbpunkt.base import days

_BOOK = frozenset({"boka", "book"})
_CLOCK = re.compile(r"([01]?\d|2[0-3])(?:[:.]([0-5]\d))?")
# A number after one of these is part of a day, not an hour.
_OF_A_DAY = frozenset({"v", "v.", "vecka", "week", "w", "den", "om"})
_LONGEST_DAY = 4


@dataclass(frozen=True, slots=True)
class BookingWish:
    """A meeting that somebody wants to book; what was not typed is empty or None."""

    who: str = ""
    day: date | None = None
    at: time | None = None
    no_day: str = ""  # what looks like a day and is none


def booking(typed: str, today: date) -> BookingWish | None:
    """Read a wish to book a meeting, or return None where the words are about something else."""
    first, *rest = typed.split() or [""]
    if first.casefold() not in _BOOK:
        return None
    at = _clock(rest)
    if at is not None:
        rest = rest[:-1]
        if rest and rest[-1].casefold() in ("kl", "kl.", "at"):
            rest = rest[:-1]
    for length in range(min(_LONGEST_DAY, len(rest)), 0, -1):
        try:
            day = days.read(" ".join(rest[-length:]), today)
        except days.NoSuchDay:
            return BookingWish(" ".join(rest[:-length]), None, at, " ".join(rest[-length:]))
        except ValueError:
            continue
        return BookingWish(" ".join(rest[:-length]), day, at)
    return BookingWish(" ".join(rest), None, at)


class Deed(Enum):
    """What else one may ask for in words."""

    COUNT = auto()
    PRINT_PLAN = auto()
    PRINT_CV = auto()
    NEW_NOTE = auto()
    CLOSE = auto()


_SAID = (
    ("räkna", Deed.COUNT),
    ("count", Deed.COUNT),
    ("skriv ut plan", Deed.PRINT_PLAN),
    ("print plan", Deed.PRINT_PLAN),
    ("skriv ut cv", Deed.PRINT_CV),
    ("print cv", Deed.PRINT_CV),
    ("ny anteckning", Deed.NEW_NOTE),
    ("new note", Deed.NEW_NOTE),
    ("avsluta ärende", Deed.CLOSE),
    ("avsluta inskrivning", Deed.CLOSE),
    ("stäng ärende", Deed.CLOSE),
    ("close case", Deed.CLOSE),
    ("end enrolment", Deed.CLOSE),
)


def deed(typed: str) -> tuple[Deed, str] | None:
    """Read what somebody wants to have done, and about whom or what; None where the words are about something else."""
    words = typed.split()
    for said, wanted in _SAID:
        length = len(said.split())
        if " ".join(words[:length]).casefold() == said:
            return wanted, " ".join(words[length:])
    return None


def _clock(words: list[str]) -> time | None:
    found = _CLOCK.fullmatch(words[-1]) if words else None
    if found is None or (len(words) > 1 and words[-2].casefold() in _OF_A_DAY):
        return None
    return time(int(found[1]), int(found[2] or 0))
