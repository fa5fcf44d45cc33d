"""What came back, such as a dance school: each with the period that its numbers are of, which may be another year."""

from jobbpunkt import series
from jobbpunkt.documents.year_data import YearPart
from jobbpunkt.reports.year.activity_saying import of_series
from jobbpunkt.reports.year.material import Year
from jobbpunkt.series import SeriesData


def told(year: Year) -> YearPart | None:
    """Return the part; nothing where nothing came back."""
    found = [row for row in series.rows(year.uow) if _belongs(row.data, year)]
    if not found:
        return None
    return YearPart(year.words("What came back"), items=tuple(of_series(row, year) for row in reversed(found)))


def _belongs(data: SeriesData, year: Year) -> bool:
    """Tell whether a series ran in the year, or is to be told of in it."""
    runs = data.starts_on <= year.period.last and (data.ends_on is None or data.ends_on >= year.period.first)
    return data.told_year == year.number or (data.told_year is None and runs)
