"""The period that a paper tells of; of one that is not over, how far the figures reach."""

from datetime import date

from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.words import PaperWords


def told(first: date, last: date, words: PaperWords, *, through: date | None = None) -> Said:
    """Write a period: "1 januari–31 december 2020", and "till och med" where it is not over."""
    days = words.period(first, last)
    if through is None:
        return days
    return words("{period}, figures up to and including {day}", period=days, day=words.day(through))
