"""Whether a day lies within a series: an occasion outside it is no occasion of it."""

from datetime import date
from uuid import UUID

from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.register.unit_of_work import Reading
from models.event import EventSeries


def demand(uow: Reading, series_id: UUID, day: date) -> None:
    """Refuse an occasion on a day before its series begins, or after it has ended."""
    series = uow.get(EventSeries, series_id)
    if day < series.starts_on:
        first = series.starts_on.isoformat()
        raise InvalidInput(
            "{series} begins on {first}. Choose a day from then on, or another series.",
            field="starts_at",
            series=series.name,
            first=first,
        )
    if series.ends_on is not None and day > series.ends_on:
        last = series.ends_on.isoformat()
        raise InvalidInput(
            "{series} ended on {last}. Choose a day up to then, or another series.",
            field="starts_at",
            series=series.name,
            last=last,
        )
