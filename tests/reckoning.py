"""Somebody who holds reports that have left, and reckons: whom there may be, given every number that was told.

It knows nothing of how the program hides. It knows what the figures mean: who is enrolled and closed when, who had support when,
who of these began work. It splits the time at the ends of the reports' periods, counts how many persons there may be of each
course through it in each group, writes every number that it was told as a sum of those, and asks a solver between which whole
numbers each hidden one must lie. The balance (who is there are those who were there, and came, without who went) needs no rule of
its own: it follows from what persons can do.
"""

import random
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, pairwise, product
from typing import Any, NamedTuple
from uuid import uuid4

import highspy
import numpy as np

from jobbpunkt.disclosure import Course, Key, Released, decide
from jobbpunkt.disclosure.hiding import Figures
from jobbpunkt.measures.catalogue import NATURES

Span = tuple[int, int]
"""Months counted from January of 2020, the first and the one after the last."""

SUPPORTED, WORK, MONTH, TENANTS = "jobseekers_supported", "jobseekers_in_work", "jobseekers_in_work_month", "tenants_supported"
CAME, WENT, THERE = "cases_new", "cases_closed", "cases_active"
MEASURES = (SUPPORTED, TENANTS, WORK, MONTH, CAME, WENT, THERE)
KINDS = {"sex": 2, "age": 3, "district": 3, "education": 4, "without_work": 3}
_FOREVER = 99
SPANS: tuple[Span, ...] = (
    *((month, month + 1) for month in range(-1, 13)),
    *((month, month + 3) for month in range(-3, 12, 3)),
    *((month, month + 6) for month in range(-6, 12, 6)),
    *((month, month + 12) for month in (-12, 0)),
)
"""Every month, quarter, half-year and year of 2020, and those next to it."""


def day_of(month: int) -> date:
    """Return the first day of a month."""
    return date(2020 + month // 12, month % 12 + 1, 1)


def days_of(span: Span) -> tuple[date, date]:
    """Return the first and the last day of some months."""
    last = day_of(span[1] - 1)
    return day_of(span[0]), last.replace(day=monthrange(last.year, last.month)[1])


def span_of(days: tuple[date, date]) -> Span:
    """Return the months of a calendar period, or of its last day alone the month that ends with it."""
    first, last = ((day.year - 2020) * 12 + day.month - 1 for day in days)
    return first, last + 1


class Path(NamedTuple):
    """What somebody did: from and to which month they were enrolled, in which they met a coach, when they began work."""

    entered: int
    left: int
    met: tuple[int, ...]
    began: int | None
    lasted: bool
    tenant: bool

    def counts(self, measure: str, span: Span) -> bool:
        """Tell whether a figure of some months counts them."""
        within = range(*span)
        if measure == CAME:
            return self.entered in within
        if measure == WENT:
            return self.left in within
        if measure == THERE:
            return self.entered < span[1] <= self.left
        supported = any(month in within for month in self.met)
        if measure in (SUPPORTED, TENANTS):
            return supported and (measure == SUPPORTED or self.tenant)
        return self.began in within and (measure == WORK or self.lasted)


class Person(NamedTuple):
    """Somebody's course, and to which group of each kind they belong."""

    course: Path
    groups: tuple[tuple[str, str], ...]


Register = Counter[Person]


@dataclass(frozen=True)
class Export:
    """A report that left: of which months, what it told, and whether the register knew of more persons then than before."""

    span: Span
    told: Mapping[Key, int | None]
    is_later: bool = False


class Asked(NamedTuple):
    """One number of one export."""

    export: Export
    key: Key

    @property
    def span(self) -> Span:
        return span_of((self.key.first, self.key.last))


def true_figures(register: Register, span: Span, measures: Sequence[str], kinds: Sequence[str]) -> Figures:
    """Return the true numbers of a report; of a part it is told of every group of the whole."""
    first, last = days_of(span)
    found: dict[Key, int] = {}
    for measure in measures:
        point = NATURES[measure].course is Course.POINT
        total = Key(measure, "", "", last if point else first, last)
        those = {one: n for one, n in register.items() if one.course.counts(measure, span)}
        found[total] = sum(those.values())
        outer = NATURES[measure].within
        for kind in kinds:
            groups = Counter[str]()
            for one, n in those.items():
                groups[dict(one.groups)[kind]] += n
            named = {*groups, *(key.group for key in found if key.measure == outer and key.kind == kind)}
            found |= {total._replace(kind=kind, group=group): groups[group] for group in named}
    return found


Shown = tuple[Sequence[str], Sequence[str]]
"""Which figures a report has, and by which kinds of group it divides them."""


def let_out(register: Register, span: Span, shown: Shown, before: Sequence[Export], *, is_later: bool = False) -> Export:
    """Return what the program tells of a register in a report, given what has left before."""
    figures = true_figures(register, span, *shown)
    at = datetime(2021, 3, 7, tzinfo=UTC)
    released = [Released(uuid4(), "caseload", "pdf", *days_of(one.span), at, "", one.told) for one in before]
    return Export(span, dict(decide(figures, NATURES, released).told(figures)), is_later)


class Sums:
    """Whole numbers of which sums are known, and between which numbers another sum of them must lie."""

    def __init__(self) -> None:
        (quiet,) = highspy.Highs.__bases__
        self.solver: Any = quiet()
        self.solver.setOptionValue("output_flag", False)
        self.many = 0

    def add(self, many: int = 1) -> int:
        """Add numbers, and return the place of the first."""
        first, self.many = self.many, self.many + many
        for _ in range(many):
            self.solver.addVar(0.0, 1000.0)
        places = np.arange(first, self.many, dtype=np.int32)
        self.solver.changeColsIntegrality(many, places, np.array([highspy.HighsVarType.kInteger] * many))
        return first

    def know(self, weights: Mapping[int, float], low: float, high: float) -> None:
        """Add that a sum lies between two numbers."""
        places = np.array(list(weights), dtype=np.int32)
        self.solver.addRow(low, high, len(weights), places, np.array(list(weights.values()), dtype=np.float64))

    def between(self, weights: Mapping[int, float]) -> tuple[float, float]:
        """Return the least and the most that a sum can be."""
        return self._least(weights), -self._least({place: -weight for place, weight in weights.items()})

    def _least(self, weights: Mapping[int, float]) -> float:
        for place, weight in weights.items():
            self.solver.changeColCost(place, weight)
        self.solver.run()
        assert self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal, "the truth itself is possible"
        found = float(round(self.solver.getInfo().objective_function_value))
        for place in weights:
            self.solver.changeColCost(place, 0.0)
        return found


class Attacker(Sums):
    """Counts who there may be, by one kind of group, given what was told; who came into the register later only adds to them."""

    def __init__(self, exports: Sequence[Export], kind: str) -> None:
        super().__init__()
        self.exports, self.kind = exports, kind
        self.asked = [Asked(one, key) for one in exports for key in one.told if key.kind in ("", kind)]
        self.measures = {asked.key.measure for asked in self.asked}
        self.courses = tuple(_courses(_cuts([asked.span for asked in self.asked]), self.measures))
        self.groups = sorted({asked.key.group for asked in self.asked if asked.key.kind}) or ["everybody"]
        self.types = [(group, one) for group in self.groups for one in self.courses]
        later = any(one.is_later for one in exports)
        self.add(len(self.types) * (2 if later else 1))
        for asked in self.asked:
            self._learn(asked)
        self._learn_of_unnamed()

    def _learn(self, asked: Asked) -> None:
        value = asked.export.told[asked.key]
        # A group that is named by itself is there; of a part every group of the whole is named.
        there = 1.0 if asked.key.kind and NATURES[asked.key.measure].within is None else 0.0
        low, high = (there, highspy.kHighsInf) if value is None else (float(value), float(value))
        self.know(self.places(asked), low, high)

    def _learn_of_unnamed(self) -> None:
        """Of a group that is not named beside others there is nobody."""
        for row in {(id(one.export), one.key.row): one for one in self.asked if one.key.kind}.values():
            named = {one.key.group for one in self.asked if one.export is row.export and one.key.row == row.key.row}
            for group in set(self.groups) - named:
                self.know(self.places(Asked(row.export, row.key._replace(group=group))), 0.0, 0.0)

    def places(self, asked: Asked) -> dict[int, float]:
        """Return which kinds of persons a number counts."""
        key, span = asked.key, asked.span
        own = [
            place
            for place, (group, one) in enumerate(self.types)
            if (not key.kind or group == key.group) and one.counts(key.measure, span)
        ]
        later = [place + len(self.types) for place in own] if asked.export.is_later else []
        return dict.fromkeys([*own, *later], 1.0)

    def finds(self) -> Iterator[tuple[Any, ...]]:
        """Yield what can be found out that should not."""
        for asked in self.asked:
            value = asked.export.told[asked.key]
            if value is None:
                low, high = self.between(self.places(asked))
                if high < 5 or low == high:
                    yield "hidden", asked.key, low, high
            elif 0 < value < 5:
                yield "told", asked.key, value
        yield from self._rests()
        yield from self._befores()

    def _rests(self) -> Iterator[tuple[Any, ...]]:
        shown = [asked for asked in self.asked if asked.export.told[asked.key] is not None]
        for whole, part in product(shown, shown):
            if not _is_within(whole, part) or (part.export.is_later and not whole.export.is_later):
                continue
            weights = Counter(self.places(whole))
            weights.subtract(self.places(part))
            low, high = self.between({place: float(weight) for place, weight in weights.items() if weight})
            of_part = whole.key.measure != part.key.measure and bool(whole.export.told[whole.key])
            if high < 5 and (low > 0 or of_part):
                yield "rest", whole.key, part.key, low, high

    def _befores(self) -> Iterator[tuple[Any, ...]]:
        """Yield how many were there before a period, which no report tells, where it follows of what three figures tell."""
        for came in [asked for asked in self.asked if asked.key.measure == CAME]:
            key = came.key
            there = Asked(came.export, key._replace(measure=THERE, first=key.last))
            went = Asked(came.export, key._replace(measure=WENT))
            if {came.key, there.key, went.key} <= came.export.told.keys():
                weights = Counter(self.places(there))
                weights.update(self.places(went))
                weights.subtract(self.places(came))
                low, high = self.between({place: float(weight) for place, weight in weights.items() if weight})
                if low > 0 and high < 5:
                    yield "before", came.key, low, high


def found_by_any(exports: Sequence[Export], kinds: Sequence[str]) -> list[tuple[Any, ...]]:
    """Return all that somebody finds who holds the exports and looks at each kind of group."""
    return [found for kind in kinds for found in Attacker(exports, kind).finds()]


def _cuts(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the stretches of time that no report looks inside of."""
    ends = sorted({end for span in spans for end in span})
    return tuple(pairwise(ends))


def _courses(cuts: Sequence[Span], measures: set[str]) -> Iterator[Path]:
    """Yield every course that tells apart in what is asked: each stretch stands for its first month."""
    starts = [first for first, _ in cuts]
    end = cuts[-1][1]
    seen = set[tuple[bool, ...]]()
    asked = [(measure, span) for measure in sorted(measures) for span in combinations([*starts, end], 2)]
    for entered, left in product([-_FOREVER, *starts], [*starts, _FOREVER]):
        if left < entered:
            continue
        meets = [start for start in starts if entered <= start <= left]
        for size in range(len(meets) + 1):
            for met in combinations(meets, size):
                for began, lasted, tenant in product([None, *met], (False, True), (False, True)):
                    one = Path(entered, left, met, began, lasted, tenant)
                    told = tuple(one.counts(*each) for each in asked)
                    if any(told) and told not in seen:
                        seen.add(told)
                        yield one


def _is_within(whole: Asked, part: Asked) -> bool:
    """Tell whether the persons of one number are among those of another: of its days, or a part of those of the same days."""
    if whole.key[1:3] != part.key[1:3]:
        return False
    if whole.key.measure == part.key.measure:
        inside = whole.span[0] <= part.span[0] and part.span[1] <= whole.span[1] and whole.span != part.span
        return inside and whole.key.measure != THERE
    return whole.span == part.span and NATURES[part.key.measure].within == whole.key.measure


# Among the persons of which other figure those of one are, and which together are no more than another.
AMONG = {
    TENANTS: SUPPORTED,
    WORK: SUPPORTED,
    MONTH: WORK,
    f"{WORK}.missing": WORK,
    f"{MONTH}.missing": WORK,
    "studies_started": SUPPORTED,
    "programme_in_work": "programme_files",
    "programme_in_studies": "programme_files",
}
TOGETHER = {(MONTH, f"{MONTH}.missing"): WORK}
HAPPEN_ONCE = frozenset({WORK, MONTH, "studies_started", CAME, WENT, "programme_in_work", "programme_in_studies"})
EVER = frozenset({SUPPORTED, TENANTS, "jobseekers_called_to_interview", "programme_files"})
_CASES = (CAME, WENT, THERE)
_DAY = timedelta(1)
Numbers = Mapping[Key, int | None]
Among = Mapping[str, Sequence[str]]


class Ledger(Sums):
    """Reckons with a number for each cell instead of one for each course: weaker, and fast enough for any kinds of reports.

    It knows which groups make up a total, who is among whom, that what happens once adds up over time, and the balance.
    """

    def __init__(self, told: Numbers, among: Among, supposed: Among) -> None:
        super().__init__()
        self.told, self.among = {**_of_nobody(told), **told}, among
        self.places: dict[Key, int] = {}
        for key, value in self.told.items():
            self.places[key] = self.add()
            # A group that is named by itself is there; of a part every group of the whole is named, and of a week its number.
            there = 1.0 if key.kind not in ("", "week") and key.measure not in among else 0.0
            self.know({self.places[key]: 1.0}, *((there, highspy.kHighsInf) if value is None else (float(value), float(value))))
        self._learn_of_groups()
        pairs = [*product(self.told, self.told)]
        self.rests = [(whole, part) for whole, part in pairs if self._holds(whole, part)]
        maybe = [
            (whole, part) for whole, part in pairs if whole.measure in supposed.get(part.measure, ()) and _is_of_days(whole, part)
        ]
        for whole, part in (*self.rests, *maybe):
            self.know(self._rest(whole, part), 0.0, highspy.kHighsInf)
        for parts, outer in TOGETHER.items():
            for whole in [key for key in self.told if key.measure == outer]:
                inner = [whole._replace(measure=part) for part in parts]
                if all(part in self.told for part in inner):
                    weights = {self.places[whole]: 1.0} | {self.places[part]: -1.0 for part in inner}
                    self.know(weights, 0.0, highspy.kHighsInf)
        self._learn_of_time()

    def _holds(self, whole: Key, part: Key) -> bool:
        """Tell whether everybody of a number is among those of another: of other days within its own, or of a part of them."""
        if not _is_of_days(whole, part):
            return False
        if whole.measure == part.measure:
            return whole != part and whole.measure in HAPPEN_ONCE | EVER
        return whole.measure in self._outer(part.measure)

    def _outer(self, measure: str) -> set[str]:
        return {far for near in self.among.get(measure, ()) for far in (near, *self._outer(near))}

    def _rest(self, whole: Key, part: Key) -> dict[int, float]:
        return {self.places[whole]: 1.0, self.places[part]: -1.0}

    def _learn_of_groups(self) -> None:
        rows: dict[Key, list[Key]] = {}
        for key in self.told:
            if key.kind:
                rows.setdefault(key.row, []).append(key)
        for row, keys in rows.items():
            whole = self.places[row.total] if row.total in self.places else self.add()
            self.know({whole: -1.0} | {self.places[key]: 1.0 for key in keys}, 0.0, 0.0)

    def _learn_of_time(self) -> None:
        """What happens once adds up over the stretches of time; who is there are who was, and came, without who went."""
        mine = [key for key in self.told if key.measure in HAPPEN_ONCE or key.measure == THERE]
        cuts = sorted({day for key in mine for day in ((key.first,) if key.measure != THERE else ()) + ((key.last + _DAY),)})
        stretches: dict[tuple[str, str, str], int] = {}
        for name in {(key.measure, key.kind, key.group) for key in mine} | {
            (one, key.kind, key.group) for key in mine if key.measure in _CASES for one in _CASES
        }:
            stretches[name] = self.add(len(cuts))
        for key in mine:
            first, end = (
                (cuts.index(key.last + _DAY) if key.measure == THERE else cuts.index(key.first)),
                cuts.index(key.last + _DAY),
            )
            within = [end] if key.measure == THERE else range(first, end)
            start = stretches[key.measure, key.kind, key.group]
            self.know({self.places[key]: -1.0} | {start + at: 1.0 for at in within}, 0.0, 0.0)
        for kind, group in {name[1:] for name in stretches if name[0] == THERE}:
            came, went, there = (stretches[one, kind, group] for one in _CASES)
            for at in range(len(cuts) - 1):
                self.know({there + at + 1: 1.0, there + at: -1.0, came + at: -1.0, went + at: 1.0}, 0.0, 0.0)

    def finds(self) -> Iterator[tuple[Any, ...]]:
        """Yield what can be found out that should not: the numbers that are hidden, and who is left between two that are told."""
        for key, value in self.told.items():
            if value is None:
                low, high = self.between({self.places[key]: 1.0})
                if high < 5 or low == high:
                    yield "hidden", key, low, high
            elif 0 < value < 5:
                yield "told", key, value
        for whole, part in self.rests:
            of, so = self.told[whole], self.told[part]
            if of is not None and so is not None and of - so < 5 and (of > so or (whole.measure != part.measure and of)):
                yield "rest", whole, part, of - so


def _is_of_days(whole: Key, part: Key) -> bool:
    """Tell whether two numbers are of one group, and the days of one within those of the other."""
    return whole[1:3] == part[1:3] and whole.first <= part.first and part.last <= whole.last


def _of_nobody(told: Numbers) -> dict[Key, int | None]:
    """Return the groups that are not named beside others, though they are of other days: there is nobody of them."""
    named: dict[tuple[str, str], dict[str, None]] = {}
    for key in told:
        named.setdefault(key[:2], {})[key.group] = None
    return {row._replace(group=group): 0 for row in {key.row for key in told if key.kind} for group in named[row[:2]]}


def found_by_ledger(
    exports: Sequence[Numbers], also: Among, supposed: Among, seen: set[frozenset[tuple[Key, int | None]]]
) -> list[tuple[Any, ...]]:
    """Return what somebody finds who holds exports of one day, looking at each kind of group; what was `seen` is not asked anew.

    `also` says of the figures of a campaign among whose persons they are. Where that is `supposed`, as of what a campaign and its
    year counted, it is reckoned with all the same; who is left between the two is then no group that anybody can name.
    """
    among = {measure: (outer,) for measure, outer in AMONG.items()} | dict(also)
    told: dict[Key, int | None] = {}
    for key, value in (pair for one in exports for pair in one.items()):
        told[key] = told.get(key) if value is None else value
    found: list[tuple[Any, ...]] = []
    for measures in _families(
        {key.measure for key in told}, {**among, **{one: (*among.get(one, ()), *of) for one, of in supposed.items()}}
    ):
        for kind in sorted({key.kind for key in told if key.measure in measures} | {""}):
            some = {key: value for key, value in told.items() if key.measure in measures and key.kind in ("", kind)}
            if some and (known := frozenset(some.items())) not in seen:
                seen.add(known)
                found += Ledger(some, among, supposed).finds()
    return found


def _families(measures: set[str], among: Among) -> list[set[str]]:
    """Return the figures that have to do with each other."""
    found: list[set[str]] = []
    for measure in measures:
        mine = {measure, *among.get(measure, ()), *(_CASES if measure in _CASES else ())}
        touching = [one for one in found if one & mine]
        found = [*(one for one in found if one not in touching), mine.union(*touching)]
    return found


def some_register(chance: random.Random, kinds: Sequence[str]) -> Register:
    """Return people as there may be some: mostly a few of the same course and groups."""
    found = Register()
    for _ in range(chance.randint(1, 8)):
        found[some_person(chance, kinds)] += chance.randint(1, 9)
    return found


def some_person(chance: random.Random, kinds: Sequence[str]) -> Person:
    """Return somebody who comes at some time, meets a coach or not, begins work or not, and goes or stays."""
    entered = chance.choice([-_FOREVER, *range(-12, 12)])
    first = max(entered, -12)
    left = chance.choice([_FOREVER, *range(first, 13)])
    months = range(first, min(left, 12) + 1)
    met = tuple(sorted(chance.sample(months, chance.randint(0, min(len(months), 4)))))
    began = chance.choice([None, *met])
    groups = tuple((kind, f"{kind}{chance.randrange(KINDS[kind])}") for kind in kinds)
    return Person(Path(entered, left, met, began, chance.random() < 0.6, chance.random() < 0.6), groups)


def some_report(chance: random.Random, kinds: Sequence[str]) -> Shown:
    """Return which figures a report has, whole families of them, and by which kinds, if any."""
    inner = chance.sample((TENANTS, WORK, MONTH), chance.randint(0, 2))
    inner = [one for one in (TENANTS, WORK, MONTH) if one in inner or (one == WORK and MONTH in inner)]
    measures = chance.choice(((SUPPORTED, *inner), (CAME, WENT, THERE), (SUPPORTED, *inner, CAME, WENT, THERE)))
    return tuple(measures), kinds if chance.random() < 0.7 else ()


def attacked(seed: int) -> list[tuple[Any, ...]]:
    """Return what is found of one register of chance in two reports of chance, of which the second may know more."""
    chance = random.Random(seed)
    kinds = chance.sample(list(KINDS), chance.choice((1, 1, 2)))
    register = some_register(chance, kinds)
    span = _some_span(chance, SPANS)
    one = let_out(register, span, some_report(chance, kinds), ())
    is_later = chance.random() < 0.3
    if is_later:
        register = register + Register(some_person(chance, kinds) for _ in range(chance.randint(0, 6)))
    near = [other for other in SPANS if other[0] <= span[1] and span[0] <= other[1]]
    other = let_out(register, _some_span(chance, near), some_report(chance, kinds), [one], is_later=is_later)
    return found_by_any([one, other], kinds)


def _some_span(chance: random.Random, spans: Sequence[Span]) -> Span:
    """Return a period of any length, the longer as often as the shorter."""
    length = chance.choice(sorted({span[1] - span[0] for span in spans}))
    return chance.choice([span for span in spans if span[1] - span[0] == length])
