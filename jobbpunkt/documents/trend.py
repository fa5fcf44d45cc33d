"""A share month by month as a line, between two bounds and with its target."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.documents import figures
from jobbpunkt.documents.tree import Block, Chart, ChartKind, Role, Said, Section, Series, Text
from jobbpunkt.documents.words import PaperWords
from models.vocabulary import Source, Unit


@dataclass(frozen=True, slots=True)
class Trend:
    """A share that somebody told for each month, between two bounds, and its target; None where nothing was recorded."""

    title: Said
    points: tuple[tuple[date, float | None], ...]
    target: float | None = None
    lowest: float = 0
    highest: float = 100


def drawn(trend: Trend, words: PaperWords, level: int = 2) -> Section:
    """Return a share over time; an axis that is cut says where it begins."""
    labels = tuple(words.day(day, "short") for day, _ in trend.points)
    series = (Series(trend.title, tuple(value for _, value in trend.points)),)
    target = figures.number(trend.target, Unit.SHARE, words) if trend.target is not None else ""
    chart = Chart(
        ChartKind.LINE,
        labels,
        series,
        figures.alternative(str(trend.title), labels, series, words),
        unit=words("per cent"),
        least=trend.lowest,
        most=trend.highest,
        target=trend.target,
        target_label=words("Target {target}", target=target) if target else "",
        cut=words("The axis begins at {least}, not at zero.", least=words.number(trend.lowest)) if trend.lowest else "",
    )
    lacking = [words.day(day, "month") for day, value in trend.points if value is None]
    parts: tuple[Block, ...] = (Text(words(Source.STATED.label), Role.CAPTION), chart, *figures.not_recorded(lacking, words))
    return Section(trend.title, parts, level)
