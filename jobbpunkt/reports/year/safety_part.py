"""Safety: the index with its target, month by month, and the residents who were employed."""

from collections.abc import Iterator
from datetime import date

from jobbpunkt import assignments
from jobbpunkt.assignments import AssignmentRow
from jobbpunkt.base.months import month_after
from jobbpunkt.base.words import N_
from jobbpunkt.disclosure import is_of_few
from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.trend import Trend
from jobbpunkt.documents.year_data import YearPart
from jobbpunkt.measures import Counted
from jobbpunkt.reports.reading import Report
from jobbpunkt.reports.year import indicator_part, safety_work
from jobbpunkt.reports.year.material import Year
from jobbpunkt.reports.year.saying import joined, together
from models.vocabulary import AssignmentRole

KEYS = ("safety_index", "safety_ambassadors_employed")


def told(year: Year) -> YearPart | None:
    """Return the part; nothing where the year has nothing of it."""
    known = [key for key in KEYS if year.value(key) is not None]
    found = safety_work.planned(year)
    seen = tuple(safety_work.seen(year))
    if not known and not found and not seen:
        return None
    told_of = (_index(year), indicator_part.of_safety(year), _ambassadors(year), safety_work.called_off(year, found))
    paragraphs = tuple(said for said in map(together, told_of) if said)
    return YearPart(year.words("Safety"), paragraphs, safety_work.done(year, found), seen, year.figures(KEYS), trend(year))


def _index(year: Year) -> Iterator[Said]:
    words, found = year.words, year.result("safety_index")
    if found is None or found.value is None:
        return
    yield words(
        "In {year} {value} per cent answered that safety is good or very good.", year=year.number, value=words.amount(found.value)
    )
    if found.target is None:
        return
    gap = words.amount(round(abs(found.target - found.value), 1))
    missed = N_("The target was {target} per cent. Points short of it: {gap}.")
    reached = N_("The target of {target} per cent was reached.")
    yield words(reached if found.value >= found.target else missed, target=words.amount(found.target), gap=gap)


def _ambassadors(year: Year) -> Iterator[Said]:
    words = year.words
    found = [row for row in assignments.rows(year.uow) if _within(row, year)]
    if not found:
        return
    first = min(row.data.starts_on for row in found)
    ends = [row.data.ends_on for row in found]
    areas = joined(sorted(dict.fromkeys(row.data.areas for row in found if row.data.areas)), words)
    fields = {"n": words.number(len(found)), "first": words.day(first), "areas": areas}
    if any(end is None for end in ends):
        yield words("{n} safety ambassadors were employed from {first}, in {areas}.", **fields)
    else:
        span = words.period(first, max(end for end in ends if end is not None))
        yield words("{n} safety ambassadors were employed {period}, in {areas}.", **fields, period=span)
    tasks = dict.fromkeys(row.data.tasks.strip() for row in found if row.data.tasks.strip())
    if tasks:
        yield words("Their tasks: {tasks}", tasks=" ".join(tasks))


def _within(row: AssignmentRow, year: Year) -> bool:
    data = row.data
    ends = data.ends_on or date.max
    return data.role is AssignmentRole.SAFETY_AMBASSADOR and data.starts_on <= year.period.last and ends >= year.period.first


def trend(year: Year) -> Trend | None:
    """Return the safety index month by month; of fewer than two months there is nothing to see."""
    index = year.result("safety_index")
    if index is None or index.suppressed or len(index.records) < 2:
        return None
    told = {
        record.day.replace(day=1): round(100 * (record.amount or 0) / record.out_of, 1)
        for record in index.records
        if record.day is not None and record.out_of and not _is_of_few(record)
    }
    if len(told) < 2:
        return None
    withheld = {record.day.replace(day=1) for record in index.records if record.day is not None} - told.keys()
    months = [month for place in range(1, 13) if (month := year.period.first.replace(month=place)) not in withheld]
    points = tuple((month, told.get(month)) for month in months if month in told or _is_over(month, year.report))
    shown = [*told.values(), *([index.target] if index.target is not None else [])]
    lowest, highest = max(0, min(shown) // 10 * 10), min(100, max(shown) // 10 * 10 + 10)
    return Trend(year.words("{figure} month by month", figure=year.words(index.label)), points, index.target, lowest, highest)


def _is_of_few(reading: Counted) -> bool:
    """Tell whether few answered in a month, or few of them one way; of a share that somebody told alone nobody knows."""
    return reading.noun == "indicator_reading" and is_of_few(reading.amount or 0, reading.out_of or 0)


def _is_over(month: date, report: Report) -> bool:
    """Tell whether a month has ended: of one that has not, nothing need be recorded yet."""
    return report.through is None or month_after(month) <= report.through
