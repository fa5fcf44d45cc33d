"""An area's week, and an area's numbers of a whole period."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from models.vocabulary import IncidentCategory

Counts = Mapping[IncidentCategory, int | None]


def monday(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True)
class WeekCounts:
    """What was reported of an area in the week from a Monday; a category that nobody counted is not there."""

    place_id: UUID
    place: str
    week: date
    counts: Counts


@dataclass(frozen=True, slots=True)
class AreaTotal:
    """What was reported of an area in a period, and of how many weeks there is a report."""

    place: str
    weeks: int
    counts: Counts
