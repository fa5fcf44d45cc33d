"""Indicators such as the safety index: what is asked how often, the answers, the targets, and what moves the result."""

from jobbpunkt.indicators.data import SAFETY_INDEX, Factor, IndicatorView, MonthResult, YearResult
from jobbpunkt.indicators.factors import FactorData, add_factor, change_factor, remove_factor
from jobbpunkt.indicators.fields import IndicatorData
from jobbpunkt.indicators.reading import indicators
from jobbpunkt.indicators.writing import aim, change, create, read, remove, remove_reading, remove_target

__all__ = [
    "SAFETY_INDEX",
    "Factor",
    "FactorData",
    "IndicatorData",
    "IndicatorView",
    "MonthResult",
    "YearResult",
    "add_factor",
    "aim",
    "change",
    "change_factor",
    "create",
    "indicators",
    "read",
    "remove",
    "remove_factor",
    "remove_reading",
    "remove_target",
]
