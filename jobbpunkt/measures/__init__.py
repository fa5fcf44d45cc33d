"""Every figure that the program shows: one catalogue of measures, each with the records behind it."""

from jobbpunkt.measures.catalogue import CATALOGUE, measure, of_report
from jobbpunkt.measures.evaluating import evaluate
from jobbpunkt.measures.groups import Breakdown, Cell
from jobbpunkt.measures.on_paper import on_paper
from jobbpunkt.measures.result import Counted, HiddenNumber, Measure, MeasureResult, Number, Period, as_json

__all__ = [
    "CATALOGUE",
    "Breakdown",
    "Cell",
    "Counted",
    "HiddenNumber",
    "Measure",
    "MeasureResult",
    "Number",
    "Period",
    "as_json",
    "evaluate",
    "measure",
    "of_report",
    "on_paper",
]
