"""How marks, hours and shifts are said in the window."""

from __future__ import annotations

from datetime import date

from jobbpunkt.base.words import Words
from jobbpunkt.shifts import lengths
from jobbpunkt.shifts.data import INVALID, LETTERS, TIMED, ShiftRow
from models.vocabulary import AttendanceMark
from ui.tokens import Tone

SHORT_WEEKDAY = 3


def hours(words: Words, minutes: int) -> str:
    """Return minutes as hours: "3,5 h"."""
    return words("{hours} h", hours=words.number(minutes / 60, lengths.decimals(minutes)))


def short_day(words: Words, day: date) -> str:
    """Return a day with its weekday, short: "tis 12 maj"."""
    return f"{words.weekday(day.weekday())[:SHORT_WEEKDAY].lower()} {words.day(day, 'short')}"


def long_day(words: Words, day: date) -> str:
    """Return a day with its weekday and a capital: "Tisdag 12 maj"."""
    said = words.day(day, "weekday")
    return said[:1].upper() + said[1:]


def title(words: Words, row: ShiftRow) -> str:
    """Return what a shift is about, or only that it is one."""
    return row.title or words("Shift")


def tone(mark: AttendanceMark) -> Tone:
    """Return the tone of a mark; the letter and the words say what it is."""
    if mark is AttendanceMark.PRESENT:
        return "good"
    if mark in TIMED:
        return "accent"
    if mark is AttendanceMark.LEAVE:
        return "neutral"
    return "bad" if mark in INVALID else "warn"


def letter(mark: AttendanceMark | None) -> str:
    """Return the letter of a mark, or nothing."""
    return "" if mark is None else LETTERS[mark]
