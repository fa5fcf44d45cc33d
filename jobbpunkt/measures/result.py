"""What a measure is, what it found, and how a figure reads as plain data."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from jobbpunkt.base.clock import bounds
from jobbpunkt.base.words import Words
from jobbpunkt.disclosure import Course, Key, Why, calendar_period
from jobbpunkt.measures.groups import Breakdown, Divider
from jobbpunkt.register.asking import asked_once
from jobbpunkt.register.unit_of_work import Reading
from models.vocabulary import Qualifier, Source, Unit

Number = int | float


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @classmethod
    def year(cls, year: int) -> "Period":
        """Return a calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def month(cls, day: date) -> "Period":
        """Return the calendar month that holds a day."""
        return cls(*calendar_period(day, 1))

    @property
    def instants(self) -> tuple[datetime, datetime]:
        """Return the instants [start, end) that hold the period's days in Sweden."""
        return bounds(self.first, self.last)

    @property
    def values(self) -> dict[str, Any]:
        """Return what queries that are built once are given of a period: its days, and its instants [start, end)."""
        start, end = self.instants
        return {"first": self.first, "last": self.last, "start": start, "end": end}

    def through(self, today: date) -> date | None:
        """Return the day that figures reach while the period is not over, or None when it is over or has not begun."""
        return today if self.first <= today < self.last else None


@dataclass(frozen=True, slots=True)
class Counted:
    """One record behind a figure: which, when, and what it adds.

    `noun` is the table of the record. `person` is whom it is about, and then there is no title here: names are looked up by who
    may see them. `amount` is None where nobody recorded it; `out_of` is the whole that a share's amount is part of.
    `verdict` is what is known of a person whom a figure judges: 2 that it is so, 1 nothing, 0 that it is not so.
    `group` is that of its figure's own kind.
    """

    noun: str
    record: UUID
    day: date | None
    title: str = ""
    person: UUID | None = None
    amount: int | None = 1
    out_of: int | None = None
    verdict: int | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class Behind:
    """The records behind a figure, not yet read: `query` has a row for each, and `made` makes a record of one.

    The query is built once and asked with `values`. The figure of a measure that has them is their count; its persons, if it
    counts persons, stand first in each row.

    Where each row ends in a verdict (`jobbpunkt/measures/lasting.py`), those of at least `least` are counted, or (`shared`) are a
    share of all of whom it is known, and it is told of how many nothing is known. Where each row ends in something that puts the
    person into a group of the figure's own kind, `grouping` says into which.
    """

    uow: Reading
    query: Select[*tuple[Any, ...]]
    made: Callable[..., Counted]
    values: Mapping[str, Any]
    least: int | None = None
    shared: bool = False
    grouping: Callable[[Any], str] | None = None

    def verdicts(self) -> dict[int, int]:
        """Count them where they lie, by what is known of them."""
        return dict(_by_third(self.query).rows(self.uow, **self.values))

    def own_groups(self) -> tuple[tuple[str, int], ...]:
        """Count them where they lie, by the groups of the figure's own kind."""
        found = Counter[str]()
        if self.grouping is not None:
            for value, number in _by_third(self.query).rows(self.uow, **self.values):
                found[self.grouping(value)] += number
        return tuple(found.items())

    @property
    def counted(self) -> Select[*tuple[Any, ...]]:
        """Return the query for those that the figure counts."""
        return self.query if self.least is None else _at_least(self.query, self.least)

    def count(self) -> int:
        """Count them where they lie."""
        found = _counting(self.query).first(self.uow, **self.values)
        return found[0] if found else 0

    def read(self) -> tuple[Counted, ...]:
        """Read them all, by day and then in the order in which they were made; a server has an order of its own."""
        found = (self.made(*row) for row in _reading(self.query).rows(self.uow, **self.values))
        return tuple(sorted(found, key=lambda one: (one.day is None, one.day or date.min, one.record)))


@asked_once
def _counting(query: Select[*tuple[Any, ...]]) -> Select[int]:
    return select(func.count()).select_from(query.order_by(None).subquery())


@asked_once
def _by_third(query: Select[*tuple[Any, ...]]) -> Select[Any, int]:
    third = query.order_by(None).subquery().c[2]
    return select(third, func.count()).group_by(third)


@cache
def _at_least(query: Select[*tuple[Any, ...]], least: int) -> Select[*tuple[Any, ...]]:
    rows = query.order_by(None).subquery()
    return select(rows).where(rows.c[2] >= least)


@asked_once
def _reading(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return query


@dataclass(frozen=True, slots=True)
class HiddenNumber:
    """A number that is not told, as it is, for whoever may see the persons: of which figure and group, in English, and why."""

    figure: str
    group: str
    number: Number
    why: Why


@dataclass(frozen=True, slots=True)
class MeasureResult:
    """A figure; `label` and `definition` are English source sentences (or a person's own words, which have no translation).

    `value` is None when it was not recorded or is hidden, and `why` says why: it is what may leave the program. `actual` is what
    is hidden, for the screen of whoever may see the persons; no paper and no file reads it. `told` is what it tells whoever gets
    it, to be remembered, and `hides` what it does not, for the same screen as `actual`. `missing` tells how many of the records
    lack what was to be counted, `caution` what a figure may not be compared with. `records` holds what was counted, if it was
    asked for, and is shown only to those who may see it.
    """

    key: str
    label: str
    definition: str
    unit: Unit
    value: Number | None
    qualifier: Qualifier | None = None
    source: Source = Source.COUNTED
    target: Number | None = None
    by: tuple[Breakdown, ...] | None = None
    suppressed: bool = False
    missing: int = 0
    caution: str = ""
    records: tuple[Counted, ...] = ()
    why: Why | None = None
    actual: Number | None = None
    told: tuple[tuple[Key, int | None], ...] = ()
    hides: tuple[HiddenNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure in the catalogue: what it means in plain words, and the query that returns the records behind it, read or not yet.

    `shielded` figures count participants: small numbers are hidden, and the figure may be broken down. `within` names the measure
    whose persons these are among. `stated` figures sum numbers that people write down, and are not recorded when nobody has.
    `kept` tells whether the register holds anything of the period that nothing could be counted from.
    `course` says how it goes over time. `people` counts whose doings a figure is made of: where they are few it is hidden.
    `caution` says in one sentence what the figure may not be compared with. `own` is a kind of group that is this figure's alone.
    """

    key: str
    label: str
    definition: str
    unit: Unit
    query: Callable[[Reading, Period], Behind | tuple[Counted, ...]]
    reports: frozenset[str] = frozenset({"annual"})
    shielded: bool = False
    grouped: bool = False
    stated: bool = False
    within: str | None = None
    target: Callable[[Reading, Period], Number | None] | None = None
    kept: Callable[[Reading, Period], bool] | None = None
    people: Callable[[Reading, Period], int] | None = None
    caution: str = ""
    course: Course = Course.STOCK
    own: Divider | None = None


def missing_of(key: str) -> str:
    """Return under which name it is remembered of how many nobody knew what a figure counts."""
    return f"{key}.missing"


def as_json(results: tuple[MeasureResult, ...], words: Words) -> list[dict[str, Any]]:
    """Return figures as plain data for JSON, in the words' language and without the records behind them."""
    return [_one_as_json(result, words) for result in results]


def _one_as_json(result: MeasureResult, words: Words) -> dict[str, Any]:
    found: dict[str, Any] = {
        "key": result.key,
        "label": words(result.label),
        "definition": words(result.definition),
        "unit": result.unit.value,
        "value": result.value,
        "qualifier": result.qualifier.value if result.qualifier is not None else None,
        "source": result.source.value,
        "target": result.target,
        "by": _by_as_json(result.by),
    }
    if result.suppressed:
        found["suppressed"] = True
    if result.missing:
        found["missing"] = result.missing
    if result.caution:
        found["caution"] = words(result.caution)
    return found


def _by_as_json(by: tuple[Breakdown, ...] | None) -> dict[str, dict[str, int | None] | None] | None:
    if by is None:
        return None
    return {part.key: None if part.hidden else {cell.key: cell.value for cell in part.cells} for part in by}
