"""The period that a paper tells of; of one that is not over, how far the figures reach."""

from datetime import date

from jobbpunkt.documents import tree
from jobbpunkt.documents.tree import Block, Said
from jobbpunkt.documents.words import PaperWords


def told(first: date, last: date, words: PaperWords, *, through: date | None = None) -> Said:
    """Write a period: "1 januari–31 december 2020", and "till och med" where it is not over."""
    days = words.period(first, last)
    if through is None:
        return days
    return words("{period}, figures up to and including {day}", period=days, day=words.day(through))


def printed(day: date | None, words: PaperWords) -> Said:
    """Return what stands at the head of a report: when it was printed."""
    return words("Printed {day}", day=words.day(day)) if day else ""


def paper(
    title: Said, days: tuple[date, date], blocks: tuple[Block, ...], printed_on: date | None, words: PaperWords
) -> tree.Paper:
    """Return a report of a period as a tree of content."""
    return tree.Paper(
        title=str(title),
        language=words.language,
        blocks=blocks,
        author=tree.ORGANISATION,
        day=printed_on,
        head=printed(printed_on, words),
        foot=words("{title}, {period}", title=title, period=words.period(*days)),
        pages=words.pages(),
    )
