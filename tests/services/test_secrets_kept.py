"""Whoever holds any two reports that have left finds no small group by reckoning.

The attacker of these tests knows nothing of how the program hides. It knows what the figures mean: it counts how many persons
there may be of each sex, district and course through the year, writes every number that it was told as a sum of those, and asks
a solver between which numbers each hidden one must lie. Whatever worlds are possible, a hidden number could be five or more, and
is not known; persons who are in one told number and not in another are not known to be one to four; and of nobody who had support
is it known that they all began work, or none.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from itertools import combinations, product
from random import Random
from typing import Any, NamedTuple
from uuid import uuid4

import highspy
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jobbpunkt.disclosure import Course, Key, Nature, Released, decide
from jobbpunkt.disclosure.hiding import Figures
from jobbpunkt.measures.catalogue import NATURES as CATALOGUED
from tests.reckoning import KINDS, MEASURES, Sums, attacked, days_of, let_out, some_register, true_figures

SEXES, DISTRICTS = ("woman", "man"), ("A", "B", "C")
NATURES = {"supported": Nature(Course.STOCK), "in_work": Nature(Course.FLOW, "supported")}
# Each calendar period of the year by the quarters that are in it.
PERIODS: dict[tuple[int, ...], tuple[date, date]] = {
    (0, 1, 2, 3): (date(2020, 1, 1), date(2020, 12, 31)),
    (0, 1): (date(2020, 1, 1), date(2020, 6, 30)),
    (2, 3): (date(2020, 7, 1), date(2020, 12, 31)),
    (0,): (date(2020, 1, 1), date(2020, 3, 31)),
    (1,): (date(2020, 4, 1), date(2020, 6, 30)),
    (2,): (date(2020, 7, 1), date(2020, 9, 30)),
    (3,): (date(2020, 10, 1), date(2020, 12, 31)),
}


class Person(NamedTuple):
    """Somebody's sex and district, the quarters in which they were supported, and the one of these in which they began work."""

    sex: str
    district: str
    supported: tuple[int, ...]
    began: int | None


@cache
def everybody() -> tuple[Person, ...]:
    """Return every kind of person that there can be."""
    courses = [some for size in range(1, 5) for some in combinations(range(4), size)]
    return tuple(
        Person(sex, district, some, began)
        for sex, district, some in product(SEXES, DISTRICTS, courses)
        for began in (None, *some)
    )


class Asked(NamedTuple):
    """A number: of which figure, of which quarters, and of which group, if not of all."""

    measure: str
    quarters: tuple[int, ...]
    kind: str = ""
    group: str = ""

    @property
    def key(self) -> Key:
        return Key(self.measure, self.kind, self.group, *PERIODS[self.quarters])

    def counts(self, one: Person) -> bool:
        if self.kind and getattr(one, self.kind) != self.group:
            return False
        if self.measure == "supported":
            return any(quarter in self.quarters for quarter in one.supported)
        return one.began in self.quarters


def numbers(quarters: tuple[int, ...], *, divided: bool) -> list[Asked]:
    groups = [("sex", one) for one in SEXES] + [("district", one) for one in DISTRICTS]
    return [
        Asked(measure, quarters, kind, group) for measure in NATURES for kind, group in [("", ""), *(groups if divided else [])]
    ]


Register = Counter[Person]


def figures(register: Register, quarters: tuple[int, ...], *, divided: bool) -> Figures:
    """Return the true numbers of a report; a group that nobody is in stands only beside those whom its persons are among."""
    found = {
        asked.key: sum(n for one, n in register.items() if asked.counts(one)) for asked in numbers(quarters, divided=divided)
    }
    there = {key for key, value in found.items() if key.measure == "supported" and value}
    return {
        key: value for key, value in found.items() if not key.kind or key in there or key._replace(measure="supported") in there
    }


@dataclass(frozen=True)
class Export:
    """A report that left: of which quarters, what it told, and who was in the register."""

    quarters: tuple[int, ...]
    divided: bool
    told: dict[Key, int | None]
    is_later: bool


class Attacker(Sums):
    """Counts who there may be, given what was told; who came into the register later adds to those who were there."""

    def __init__(self, exports: Sequence[Export]) -> None:
        super().__init__()
        self.exports, self.types = exports, everybody()
        self.add(2 * len(self.types))
        if not any(one.is_later for one in exports):
            for place in range(len(self.types), self.many):
                self.solver.changeColBounds(place, 0.0, 0.0)
        for export in exports:
            for asked in numbers(export.quarters, divided=export.divided):
                self._learn(export, asked)

    def _learn(self, export: Export, asked: Asked) -> None:
        if asked.key in export.told:
            value = export.told[asked.key]
            hidden = 1.0 if asked.measure == "supported" and asked.kind else 0.0  # a group that is named is there
            low, high = (hidden, highspy.kHighsInf) if value is None else (float(value), float(value))
        elif asked.kind and any(key.kind == asked.kind and key.measure == asked.measure for key in export.told):
            low, high = 0.0, 0.0  # a group that is not named beside others has nobody
        else:
            return
        self.know(self._places(export, asked), low, high)

    def _places(self, export: Export, asked: Asked) -> dict[int, float]:
        own = [place for place, one in enumerate(self.types) if asked.counts(one)]
        later = [place + len(self.types) for place in own] if export.is_later else []
        return dict.fromkeys([*own, *later], 1.0)

    def finds(self) -> Iterator[tuple[str, Any]]:
        """Yield what can be found out that should not."""
        for export in self.exports:
            for asked in numbers(export.quarters, divided=export.divided):
                if asked.key in export.told and export.told[asked.key] is None:
                    low, high = self.between(self._places(export, asked))
                    if high < 5 or low == high:
                        yield "hidden", (asked, low, high)
        yield from self._rests()

    def _rests(self) -> Iterator[tuple[str, Any]]:
        shown = [
            (export, asked)
            for export in self.exports
            for asked in numbers(export.quarters, divided=export.divided)
            if export.told.get(asked.key) is not None
        ]
        for (one, whole), (other, part) in product(shown, shown):
            if not _is_within(whole, part) or (other.is_later and not one.is_later):
                continue
            weights = Counter(self._places(one, whole))
            weights.subtract(self._places(other, part))
            low, high = self.between({place: float(weight) for place, weight in weights.items() if weight})
            is_part = whole.measure != part.measure and bool(one.told[whole.key])
            if high < 5 and (low > 0 or is_part):
                yield "rest", (whole, part, low, high)


def _is_within(whole: Asked, part: Asked) -> bool:
    """Tell whether the persons of one number are among those of another: of its days, or those of the same days with work."""
    if (whole.kind, whole.group) != (part.kind, part.group):
        return False
    if whole.measure == part.measure:
        return set(part.quarters) < set(whole.quarters)
    return (whole.measure, part.measure) == ("supported", "in_work") and part.quarters == whole.quarters


REGISTERS = st.lists(st.tuples(st.sampled_from(everybody()), st.integers(1, 9)), min_size=1, max_size=7).map(
    lambda drawn: sum((Counter({one: n}) for one, n in drawn), Counter[Person]())
)
EXPORTS = st.tuples(st.sampled_from(list(PERIODS)), st.booleans())


def export(register: Register, wanted: tuple[tuple[int, ...], bool], before: Sequence[Export], *, is_later: bool) -> Export:
    quarters, divided = wanted
    found = figures(register, quarters, divided=divided)
    released = [
        Released(uuid4(), "annual", "pdf", *PERIODS[one.quarters], datetime(2021, 1, 7, tzinfo=UTC), "", one.told)
        for one in before
    ]
    return Export(quarters, divided, dict(decide(found, NATURES, released).told(found)), is_later)


@settings(deadline=None, max_examples=60)
@given(REGISTERS, EXPORTS, EXPORTS)
def test_two_reports_of_one_day_keep_every_secret(
    register: Register, one: tuple[tuple[int, ...], bool], other: tuple[tuple[int, ...], bool]
) -> None:
    first = export(register, one, (), is_later=False)
    second = export(register, other, [first], is_later=False)
    assert list(Attacker([first, second]).finds()) == []


@settings(deadline=None, max_examples=60)
@given(REGISTERS, st.lists(st.sampled_from(everybody()), max_size=6), EXPORTS, EXPORTS)
def test_two_reports_of_different_days_keep_every_secret(
    register: Register, late: list[Person], one: tuple[tuple[int, ...], bool], other: tuple[tuple[int, ...], bool]
) -> None:
    first = export(register, one, (), is_later=False)
    second = export(register + Counter(late), other, [first], is_later=True)
    assert list(Attacker([first, second]).finds()) == []


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**9))
@example(89492)  # nobody of a group had come or gone, and as many as may have been there had begun work
def test_two_reports_of_any_periods_keep_every_secret(seed: int) -> None:
    """Months, quarters, half-years and years, the balance of enrolments with them, by each kind of group."""
    assert attacked(seed) == []


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 10**9))
def test_the_year_keeps_each_total_that_hiding_its_groups_is_enough_for(seed: int) -> None:
    chance = Random(seed)
    kinds = chance.sample(list(KINDS), 2)
    register = some_register(chance, kinds) + some_register(chance, kinds)
    half = let_out(register, chance.choice(((0, 6), (6, 12), (0, 3))), (MEASURES, kinds), ())
    left = [Released(uuid4(), "caseload", "pdf", *days_of(half.span), datetime(2021, 1, 7, tzinfo=UTC), "", half.told)]
    year = true_figures(register, (0, 12), MEASURES, kinds)
    totals = {key: value for key, value in year.items() if not key.kind}
    hidden, least = (decide(some, CATALOGUED, left).hidden for some in (year, totals))
    assert {key for key in hidden if not key.kind} <= set(least)
