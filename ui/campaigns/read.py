"""How a campaign's figures and weeks are read on the screen."""

from __future__ import annotations

from datetime import date

from jobbpunkt.base.clock import hours
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import Answers, Figure, Slot, Week
from jobbpunkt.measures.in_words import qualified

NOTHING = "–"


def figure_read(figure: Figure, words: Words) -> str:
    """Return a figure as it is read: "35", "cirka 20", a dash where nothing is recorded, or that it is hidden."""
    if figure.is_hidden:
        return words("hidden")
    if figure.value is None:
        return NOTHING
    number = words.number(figure.value)
    return qualified(number, figure.qualifier, words)


def days_between(first: date, last: date, words: Words) -> str:
    """Return two days as one reads them: "1 juni – 28 juni 2020"."""
    start = words.day(first, "short") if first.year == last.year else words.day(first, "long")
    return f"{start} – {words.day(last, 'long')}"


def time_of(slot: Slot, words: Words) -> str:
    """Return when content is on: "torsdag 20 februari 10:00–12:00"."""
    return f"{words.weekday(slot.day.weekday())} {words.day(slot.day, 'short')} {hours(slot.starts, slot.ends)}".strip()


def week_name(week: Week, words: Words) -> str:
    """Return a week with its days: "Vecka 2 (8 juni – 14 juni)"."""
    name = words("Week {number}", number=week.number)
    return f"{name} ({words.day(week.starts_on, 'short')} – {words.day(week.ends_on, 'short')})"


def answers_read(answers: Answers, words: Words) -> str:
    """Return what was answered on site in a few lines, or nothing where nobody answered."""
    if not answers.number:
        return ""
    how = ", ".join(" ".join((words(opinion.label), words.number(number))) for opinion, number in answers.opinions)
    best = ", ".join(f"{title} {words.number(number)}" for title, number in answers.best)
    said = words.plural("{n} answer on site: {how}", "{n} answers on site: {how}", answers.number, how=how)
    return "\n".join((said, *((words("Best: {what}", what=best),) if best else ())))
