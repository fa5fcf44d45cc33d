"""Figures as documents show them: in the reader's words, without the records behind them."""

from jobbpunkt.documents import figures
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.measures.groups import Breakdown
from jobbpunkt.measures.result import MeasureResult


def on_paper(result: MeasureResult, words: PaperWords) -> figures.Figure:
    """Return a figure for a document."""
    return figures.Figure(
        words.label(result.label),
        result.value,
        result.unit,
        result.qualifier,
        result.source,
        result.target,
        words.label(result.definition),
        result.suppressed,
        tuple(_groups(part, words) for part in result.by or ()),
        missing=result.missing,
        caution=words.label(result.caution) if result.caution else "",
        told=result.told,
    )


def _groups(part: Breakdown, words: PaperWords) -> figures.Breakdown:
    return figures.Breakdown(
        words.label(part.label), tuple(figures.Group(words.label(cell.label), cell.value) for cell in part.cells)
    )
