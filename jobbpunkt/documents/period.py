"""The period that a paper tells of; of one that is not over, how far the figures reach."""

from datetime import date

from jobbpunkt.i18n import Words


def told(first: date, last: date, words: Words, *, through: date | None = None, style: str = "long") -> str:
    """Write a period: "1 januari 2020 – 31 december 2020", and "till och med" where it is not over."""
    days = f"{words.day(first, style)} – {words.day(last, style)}"
    if through is None:
        return days
    return words("{period}, figures up to and including {day}", period=days, day=words.day(through, style))
