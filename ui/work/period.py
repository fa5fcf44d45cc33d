"""A programme's period in words."""

from datetime import date

from jobbpunkt.base.words import Words
from jobbpunkt.work import WorkProgramme


def period(words: Words, programme: WorkProgramme, today: date) -> str:
    """Return whether a programme is to come, runs or is over, and until when; empty where its last day is not known."""
    first, last = programme.starts_on, programme.ends_on
    if first is not None and today < first:
        return words("begins {day}", day=words.day(first, "long"))
    if last is None:
        return ""
    if today > last:
        return words("ended {day}", day=words.last_day(last))
    return words("runs until {day}", day=words.last_day(last))
