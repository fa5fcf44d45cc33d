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
    now = _of(year, entries, year.number)
    before = _of(year, entries, year.number - 1) if year.report.begun is None and year.report.before else {}
    return tuple(_one(year, entry, now[entry.key], before.get(entry.key, ())) for entry in entries)


def _one(year: Year, entry: Measure, now: _Results, before: _Results) -> Quarters:
    label, values = year.words.label(entry.label), _shown(now)
    return Quarters(label, (), is_hidden=True) if values is None else Quarters(label, values, _shown(before) or ())


def _of(year: Year, entries: list[Measure], number: int) -> dict[str, _Results]:
    today = year.uow.clock.today()
    spans = [Period(date(number, 3 * place + 1, 1), last_of(date(number, 3 * place + 3, 1))) for place in range(4)]
    found = [
        {one.key: one for one in measures.evaluate(year.uow, entries, span, records=False)} if span.last <= today else {}
        for span in spans
    ]
    return {entry.key: tuple(each.get(entry.key) for each in found) for entry in entries}


def _shown(results: _Results) -> tuple[float | None, ...] | None:
    """Return the numbers, or nothing where one of them is hidden."""
    if any(one is not None and one.suppressed for one in results):
        return None
    return tuple(None if one is None else one.value for one in results)
