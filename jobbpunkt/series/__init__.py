"""Series: what comes back, such as a dance school, with its occasions and how many came as somebody told."""

from jobbpunkt.series.data import SeriesRow
from jobbpunkt.series.fields import SeriesData
from jobbpunkt.series.reading import choices, rows
from jobbpunkt.series.writing import change, create, remove

__all__ = ["SeriesData", "SeriesRow", "change", "choices", "create", "remove", "rows"]
