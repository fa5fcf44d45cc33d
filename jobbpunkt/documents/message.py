"""What a first page says: the figures that matter, large, each on a line of its own scale, and what is not known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jobbpunkt.documents import figures, tree
from jobbpunkt.documents.figures import Figure
from jobbpunkt.documents.tree import Block, Item, Items, Said
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.documents.year_data import KeyFigure, Unknown


@dataclass(frozen=True, slots=True)
class Beside:
    """What large figures are of and stand beside: a period and the same of the year before, perhaps known only since `begun`."""

    now: Said
    before: Said
    begun: date | None = None
    is_over: bool = True


def headline(shown: Sequence[KeyFigure], beside: Beside, words: PaperWords) -> tuple[Block, ...]:
    """Return the large figures with what their lines mean."""
    if not shown:
        return ()
    has_target = any(one.figure.target is not None for one in shown)
    has_before = any(_ring(one.figure, beside) is not None for one in shown)
    legend = tree.Legend(
        beside.now,
        words("target") if has_target else "",
        beside.before if has_before else "",
        words("Each line has a scale of its own from 0."),
    )
    return (tree.Figures(tuple(_key(one, beside, words) for one in shown), legend),)


def unknown(known: Sequence[Unknown], words: PaperWords) -> tuple[Block, ...]:
    """Return what the register does not know, and why."""
    return (Items(tuple(Item(words("{what}: {why}", what=one.what, why=one.why)) for one in known)),)


def _key(one: KeyFigure, beside: Beside, words: PaperWords) -> tree.Figure:
    figure = one.figure
    below = figures.target_verdict(figure, words, is_over=beside.is_over)
    how, before = figures.how_told(figure, words), _year_before(figure, beside, words)
    more = words("{first}. {more}", first=how, more=before) if how and before else how or before
    return tree.Figure(figures.value_said(figure, words), one.label, below, _gauge(figure, beside), more)


def _gauge(figure: Figure, beside: Beside) -> tree.Gauge:
    """Return the line of a figure: a share's ends at a hundred, another's a little beyond the largest."""
    before = _ring(figure, beside)
    largest = max([0.0, *(value for value in (figure.value, figure.target, before) if value is not None)])
    most = 100.0 if figure.is_share else largest * 1.15 or 1.0
    return tree.Gauge(figure.value, most, figure.target, before)


def _ring(figure: Figure, beside: Beside) -> float | None:
    """Return where the year before stands; one that the register holds only a part of stands nowhere."""
    return figure.before.value if figure.before is not None and beside.begun is None else None


def _year_before(figure: Figure, beside: Beside, words: PaperWords) -> Said:
    if figure.before is None:
        return ""
    value = figures.value_said(figure.before, words)
    if beside.begun is not None and figure.before.value is not None:
        return words("{year} from {day}: {value}", year=beside.before, day=words.day(beside.begun, "short"), value=value)
    return words("{year}: {value}", year=beside.before, value=value)
