"""Indicators such as the safety index: month by month, how many answered and how many of them well."""

from jobbpunkt.indicators.data import SAFETY_INDEX, IndicatorView, MonthResult
from jobbpunkt.indicators.reading import indicators
from jobbpunkt.indicators.writing import aim, create, read, remove_reading, remove_target

__all__ = [
    "SAFETY_INDEX",
    "IndicatorView",
    "MonthResult",
    "aim",
    "create",
    "indicators",
    "read",
    "remove_reading",
    "remove_target",
]
