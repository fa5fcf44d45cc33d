"""Two figures quarter by quarter, beside those of the year before; one with a hidden quarter is not shown at all."""

from dataclasses import replace
from datetime import date

from jobbpunkt import measures
from jobbpunkt.base.months import last_of
from jobbpunkt.documents.year_data import Quarters
from jobbpunkt.measures import Measure, MeasureResult, Period
from jobbpunkt.reports.year.material import Year

_Results = tuple[MeasureResult | None, ...]
_KEYS = ("jobseekers_supported", "jobseekers_in_work")


def quarters(year: Year) -> tuple[Quarters, ...]:
    """Return them for the quarters that are over."""
    entries = [replace(measures.measure(key), grouped=False) for key in _KEYS]
    now = _of(year, entries, year.number, year.report.measures)
    before = _of(year, entries, year.number - 1, year.report.before) if year.report.begun is None and year.report.before else {}
    return tuple(_one(year, entry, now[entry.key], before.get(entry.key, ())) for entry in entries)


def _one(year: Year, entry: Measure, now: _Results, before: _Results) -> Quarters:
    label, values = year.words.label(entry.label), _shown(now)
    if values is None:
        return Quarters(label, (), is_hidden=True)
    earlier = _shown(before)
    shown = now if earlier is None else (*now, *before)
    told = tuple(pair for one in shown if one is not None for pair in one.told if pair[0].measure == entry.key)
    return Quarters(label, values, earlier or (), told=told)


def _of(year: Year, entries: list[Measure], number: int, whole: tuple[MeasureResult, ...]) -> dict[str, _Results]:
    """Return the results of each quarter, each held against the year and the quarters before it, which stand in one report."""
    today, beside = year.uow.clock.today(), list(whole)
    found: list[dict[str, MeasureResult]] = []
    for place in range(4):
        span = Period(date(number, 3 * place + 1, 1), last_of(date(number, 3 * place + 3, 1)))
        results = measures.evaluate(year.uow, entries, span, records=False, beside=beside) if span.last <= today else ()
        found.append({one.key: one for one in results})
        beside += results
    return {entry.key: tuple(each.get(entry.key) for each in found) for entry in entries}


def _shown(results: _Results) -> tuple[float | None, ...] | None:
    """Return the numbers, or nothing where one of them is hidden."""
    if any(one is not None and one.suppressed for one in results):
        return None
    return tuple(None if one is None else one.value for one in results)
