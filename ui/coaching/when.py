"""Days as one says them, and the tones that go with how soon they are."""

from datetime import date, datetime, timedelta

from jobbpunkt.base import clock
from jobbpunkt.base.words import Words
from ui.tokens import Tone


def due(words: Words, day: date, today: date) -> str:
    """Return a day as one says it near today, and else as 17 Jun."""
    named = {-1: words("yesterday"), 0: words("today"), 1: words("tomorrow")}
    return named.get((day - today).days) or words.day(day, "short" if day.year == today.year else "iso")


def urgency(day: date | None, today: date) -> Tone:
    """Return the tone of a day by which something is to be done."""
    if day is None or day > today:
        return "neutral"
    return "warn" if day == today else "bad"


def heading(words: Words, day: date) -> str:
    """Return a day as a heading: Monday 15 June."""
    said = words.day(day, "weekday")
    return said[:1].upper() + said[1:]


def hours(start: datetime, minutes: int) -> str:
    """Return from when until when a meeting lasts, by the clock at home."""
    return clock.hours(clock.hour_of(start), clock.hour_of(start + timedelta(minutes=minutes)))
