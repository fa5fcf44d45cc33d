"""Figures as they stand on paper: how many, how exact, how they were got; small numbers and missing ones said honestly."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from jobbpunkt.documents import charts, look, style
from jobbpunkt.documents.blocks import Panel, Stack
from jobbpunkt.i18n import Words
from models.vocabulary import Qualifier, Source, Unit

HIDDEN = "–"


@dataclass(frozen=True, slots=True)
class Group:
    """One group of a breakdown and its number; None when the number is hidden."""

    label: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A figure by one kind of group, such as age; no groups when none can be shown."""

    label: str
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with all that a reader needs to trust it; `value` is None when not recorded, or hidden (`suppressed`)."""

    label: str
    value: float | None
    unit: Unit
    qualifier: Qualifier | None = None
    source: Source = Source.COUNTED
    target: float | None = None
    definition: str = ""
    suppressed: bool = False
    by: tuple[Breakdown, ...] = ()


def number(value: float, unit: Unit, words: Words) -> str:
    """Write a number of a unit: 3 500, or 78,4 % for a share."""
    if unit is Unit.SHARE:
        return f"{words.number(value, 0 if float(value).is_integer() else 1)}\xa0%"
    return words.number(value)


def value_text(figure: Figure, words: Words) -> str:
    """Write a figure's value: "cirka 20", "drygt 100", "–" when hidden, "uppgift saknas" when nobody recorded it."""
    if figure.value is None:
        return HIDDEN if figure.suppressed else words("not recorded")
    told = number(figure.value, figure.unit, words)
    return f"{words(figure.qualifier.label)}\xa0{told}" if figure.qualifier else told


def with_unit(figure: Figure, words: Words) -> str:
    """Write a value with its unit: "35 dokument"."""
    told = value_text(figure, words)
    return told if figure.value is None or figure.unit is Unit.SHARE else f"{told} {words(figure.unit.label)}"


def target_text(figure: Figure, words: Words) -> str:
    """Write a figure's target, or nothing."""
    return "" if figure.target is None else number(figure.target, figure.unit, words)


def cards(figures: Sequence[Figure], words: Words) -> Flowable:
    """Return the figures that matter most, large, three beside each other."""
    made = [_card(figure, words) for figure in figures]
    rows = [made[start : start + 3] for start in range(0, len(made), 3)]
    for row in rows:
        tallest = max(card.wrap((look.WIDTH - 18) / 3, look.PAGE_HEIGHT)[1] for card in row)
        for card in row:
            card.least = tallest
    return style.grid(rows, 3, gap=9, below=9)


def _card(figure: Figure, words: Words) -> Panel:
    parts = [
        style.typed(value_text(figure, words), "figure" if figure.value is not None else "heading2"),
        style.typed(figure.label),
    ]
    if figure.target is not None:
        parts.append(style.note(words("Target {target}", target=target_text(figure, words))))
    if figure.source is Source.STATED:
        parts.append(style.note(words(figure.source.label)))
    return Panel(parts, look.TINT, padding=11)


def figure_table(figures: Sequence[Figure], words: Words) -> Flowable:
    """Return figures one per row, each with what it means and how it was got."""
    rows = [
        [_explained(figure, words), with_unit(figure, words), target_text(figure, words), words(figure.source.label)]
        for figure in figures
    ]
    header = [words("Figure"), words("Result"), words("Target"), words("How it was got")]
    return style.table(header, rows, widths=[44, 21, 9, 26])


def _explained(figure: Figure, words: Words) -> Flowable:  # noqa: ARG001 - as its siblings
    parts = [style.typed(figure.label, "cell_strong")]
    return Stack([*parts, style.note(figure.definition)] if figure.definition.strip() else parts)


def breakdown_charts(figure: Figure, words: Words) -> list[Flowable]:
    """Return a figure by groups, as bars, with hidden numbers as a dash; what has nothing to show shares one line."""
    parts: list[Flowable] = [_breakdown_chart(figure, breakdown, words) for breakdown in figure.by if breakdown.groups]
    hidden = ", ".join(breakdown.label for breakdown in figure.by if not breakdown.groups)
    if hidden:
        too_few = words("Too few to show.")
        parts.append(style.note(f"{figure.label} – {hidden}. {too_few}"))
    return parts


def _breakdown_chart(figure: Figure, breakdown: Breakdown, words: Words) -> Flowable:
    bars = [
        charts.Bar(group.label, group.value, HIDDEN if group.value is None else words.number(group.value))
        for group in breakdown.groups
    ]
    title = style.heading(f"{figure.label} – {breakdown.label}", 3)
    return style.together([title, charts.bars(bars), style.space(2)])
