"""Figures as documents show them: in the reader's words, without the records behind them."""

from jobbpunkt.documents import figures
from jobbpunkt.i18n import Words
from jobbpunkt.measures.groups import Breakdown
from jobbpunkt.measures.result import MeasureResult


def on_paper(result: MeasureResult, words: Words) -> figures.Figure:
    """Return a figure for a document."""
    return figures.Figure(
        words(result.label),
        result.value,
        result.unit,
        result.qualifier,
        result.source,
        result.target,
        _definition(result, words),
        result.suppressed,
        tuple(_groups(part, words) for part in result.by or ()),
    )


def _definition(result: MeasureResult, words: Words) -> str:
    told = words(result.definition)
    if not result.missing:
        return told
    without = words.plural("{n} of the records has no number.", "{n} of the records have no number.", result.missing)
    return f"{told} {without}"


def _groups(part: Breakdown, words: Words) -> figures.Breakdown:
    return figures.Breakdown(words(part.label), tuple(figures.Group(words(cell.label), cell.value) for cell in part.cells))
