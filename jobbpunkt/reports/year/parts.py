"""The parts of a year's report. A room that has something to tell of a year has a teller here, in the order of the paper.

A teller gets the year and returns its part, or nothing where the year has nothing of its kind.
"""

from collections.abc import Callable

from jobbpunkt.documents.year_data import YearPart
from jobbpunkt.reports.year import (
    campaign_part,
    district_part,
    happening_part,
    indicator_part,
    meeting_place_part,
    programme_part,
    project_part,
    safety_part,
    series_part,
    support_part,
)
from jobbpunkt.reports.year.material import Year
from jobbpunkt.reports.year.message import within

Teller = Callable[[Year], YearPart | None]


def _campaigns(year: Year) -> tuple[YearPart, ...]:
    return tuple(campaign_part.told(year, row) for row in within(year))


AFTER: tuple[Teller, ...] = (
    programme_part.told,
    safety_part.told,
    meeting_place_part.told,
    happening_part.told,
    series_part.told,
    project_part.told,
    indicator_part.told,
    district_part.told,
)


def parts(year: Year) -> tuple[YearPart, ...]:
    """Return every part that the year has: support and work first, then its campaigns, then the other rooms'."""
    told = (support_part.told(year), *_campaigns(year), *(teller(year) for teller in AFTER))
    return tuple(part for part in told if part is not None)
