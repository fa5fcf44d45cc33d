"""What was seen in an area, week by week: numbers of categories, never who."""

from jobbpunkt.incidents.data import AreaTotal, WeekCounts
from jobbpunkt.incidents.reading import totals, weeks
from jobbpunkt.incidents.writing import note, remove

__all__ = ["AreaTotal", "WeekCounts", "note", "remove", "totals", "weeks"]
