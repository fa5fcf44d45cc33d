"""What follows of numbers that were told: the sums, the parts and the periods that everybody can reckon with."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jobbpunkt.disclosure.bounds import System, Weights, World
from jobbpunkt.disclosure.data import Course, Key, Nature, Told, nature_of

Natures = Mapping[str, Nature]
# Who is there on a day are those who were there before, and who came, without who went.
ACTIVE, CAME, WENT = "cases_active", "cases_new", "cases_closed"
_CASES = frozenset({ACTIVE, CAME, WENT})
# Those who had support were there at some time: before, or they came.
ENROLLED = "jobseekers_supported"
# How far one reckons: what is supposed need not be quite so, nor if the register has only learnt of more since.
_CERTAIN, _OVER_TIME, _LEARNT, _SUPPOSED = range(4)
_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Secret:
    """Persons who may be few: a number that is hidden, or (`is_rest`) those of one told number who are not of others.

    `may_be_nobody` where it tells of none that there are no such persons.
    """

    weights: Weights
    of: tuple[Key, ...]
    is_rest: bool = False
    may_be_nobody: bool = False


class Reckoning:
    """The numbers of figures that have to do with each other, all of one kind of group, with what is known of them."""

    def __init__(self, told: Told, natures: Natures, reach: int, earlier: Collection[Key] = ()) -> None:
        self.system, self.secrets, self.worlds = System(), list[Secret](), list[World]()
        self.places: dict[Key, int] = {}
        self.kind = ""
        self._told, self._natures = _with_nobody(told), natures
        for key, value in self._told.items():
            self._place(key, value)
        self._add_groups()
        self._add_parts()
        rows = {key.row for key in earlier} if reach == _LEARNT else set[Key]()
        self._earlier = {key for key in self.places if key.row in rows}
        if reach >= _OVER_TIME:
            self._add_periods()
        if reach >= _LEARNT:
            self._add_course()

    def _place(self, key: Key, value: int | None) -> None:
        if value is not None:
            self.places[key] = self.system.number(value, value)
            return
        is_part = self._nature(key).within is not None
        place = self.places[key] = self.system.number(1 if key.kind and not is_part else 0)
        self.secrets.append(Secret({place: 1}, (key,)))

    def _nature(self, key: Key) -> Nature:
        return nature_of(key.measure, self._natures)

    def _add_groups(self) -> None:
        """The groups of one kind make up their total."""
        rows: dict[Key, list[Key]] = defaultdict(list)
        for key in self._told:
            if key.kind:
                rows[key.row].append(key)
        for row, keys in rows.items():
            whole = self.places.get(row.total)
            whole = self.system.number() if whole is None else whole
            self.system.sum({**{self.places[key]: 1 for key in keys}, whole: -1}, 0, 0)

    def _add_parts(self) -> None:
        """Persons among those of another figure are no more than these; and those who are not among them may be few."""
        for key, place in self.places.items():
            for outer in _outers(key.measure, self._natures):
                whole = key._replace(measure=outer)
                if whole in self.places and self._told[whole] != 0:
                    rest = {self.places[whole]: 1, place: -1}
                    self.system.sum(rest, 0)
                    self.secrets.append(Secret(rest, (key, whole), is_rest=True))

    def _add_periods(self) -> None:
        """Whoever is counted in a part of a period is counted in the whole of it."""
        for whole, part in self._nested():
            rest = {self.places[whole]: 1, self.places[part]: -1}
            if whole not in self._earlier or part in self._earlier:  # else the part may hold somebody of whom one learnt since
                self.system.sum(rest, 0)
            self.secrets.append(Secret(rest, (whole, part), is_rest=True, may_be_nobody=True))

    def _nested(self) -> Iterator[tuple[Key, Key]]:
        same: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
        for key in sorted(self.places):
            if self._nature(key).course in (Course.FLOW, Course.STOCK):
                same[key[:3]].append(key)
        for keys in same.values():
            for key in keys:
                within = [other for other in keys if key.holds(other)]
                yield from ((key, one) for one in within if not any(other.holds(one) for other in within))

    def _add_course(self) -> None:
        """What happened in a period is what happened in each stretch of it; who is there were there or came, and did not go."""
        line = _TimeLine(self.system, self.places, self._natures)
        before = _TimeLine(self.system, self.places, self._natures) if self._earlier else line
        for key in self.places:
            self._add_to(before if key in self._earlier else line, key)
        for whole, part in self._nested():
            if whole.measure == ENROLLED and line.has_balance and self._earlier.isdisjoint((whole, part)):
                self._add_outside(line, whole, part)
        line.close()
        if before is not line:
            before.close()
            before.grow_to(line)
        for whole, inside in self._divided():
            if not self._earlier.isdisjoint((whole, *inside)):
                continue  # `_add_periods` has what follows of two that were told at different times
            rest = Counter(line.weights(whole))
            for one in inside:
                rest.subtract(line.weights(one))
            if left := {place: weight for place, weight in rest.items() if weight}:
                self.secrets.append(Secret(left, (whole, *inside), is_rest=True, may_be_nobody=True))

    def _add_to(self, line: "_TimeLine", key: Key) -> None:
        place = self.places[key]
        if line.has(key):
            self.system.sum({place: -1, **line.weights(key)}, 0, 0)
        if line.has_balance and line.is_enrolled(key):
            self.system.sum({place: -1, **line.ever_there(key)}, 0)
        if key.measure == CAME:
            self._add_before(key)

    def _add_outside(self, line: "_TimeLine", whole: Key, part: Key) -> None:
        """Who had support in a time and not in a part of it was there at some time outside of that part."""
        outside = Counter({self.places[whole]: -1, self.places[part]: 1})
        if whole.first < part.first:
            outside.update(line.ever_there(whole._replace(last=part.first - _DAY)))
        if part.last < whole.last:
            outside.update(line.ever_there(whole._replace(first=part.last + _DAY)))
        self.system.sum(outside, 0)

    def _add_before(self, came: Key) -> None:
        """Who was there before a period stands in no report, and follows of who is there after it, came and went."""
        there, went = came._replace(measure=ACTIVE, first=came.last), came._replace(measure=WENT)
        if there in self.places and went in self.places:
            before = {self.places[there]: 1, self.places[came]: -1, self.places[went]: 1}
            self.secrets.append(Secret(before, (went, came, there), is_rest=True, may_be_nobody=True))

    def _divided(self) -> Iterator[tuple[Key, list[Key]]]:
        """Yield what happened in each time with what happened in some parts of it, none of which overlap."""
        parts: dict[Key, list[Key]] = defaultdict(list)
        for whole, part in self._nested():
            if self._nature(whole).course is Course.FLOW and all(part.first > one.last for one in parts[whole]):
                parts[whole].append(part)
        yield from parts.items()


class _TimeLine:
    """The time that figures are of, cut at each end of it: how many came, went and were there in each stretch, of each group."""

    def __init__(self, system: System, keys: Iterable[Key], natures: Natures) -> None:
        self._system, self._natures = system, natures
        keys = [*keys]
        mine = [key for key in keys if self.has(key) or self.is_enrolled(key)]
        self.has_balance = any(key.measure in _CASES for key in keys)
        self._cuts = sorted({day for key in mine for day in _ends(key)})
        self._places: dict[tuple[str, str, str, int], int] = {}

    def has(self, key: Key) -> bool:
        """Tell whether a number is of the line."""
        return key.measure in _CASES or nature_of(key.measure, self._natures).course is Course.FLOW

    def is_enrolled(self, key: Key) -> bool:
        """Tell whether who is counted was enrolled at some time in those days: who had support, and all who are among them."""
        return ENROLLED in (key.measure, *_outers(key.measure, self._natures))

    def weights(self, key: Key) -> Weights:
        """Return what a number is the sum of: of who is there on a day, those alone."""
        return {self._place(key, at): 1 for at in self._within(key)}

    def ever_there(self, key: Key) -> Weights:
        """Return who was there at some time in the days of a number: before them, or came in them."""
        before = self._place(key._replace(measure=ACTIVE), self._cuts.index(key.first))
        came = key._replace(measure=CAME)
        return {before: 1} | {self._place(came, at): 1 for at in self._within(came)}

    def close(self) -> None:
        """Add the balance at each cut, and that groups and parts are no more than the whole in any stretch."""
        if self.has_balance:
            for kind, group in {("", ""), *(place[1:3] for place in self._places)}:
                self._balance(kind, group)
        for measure, kind, group, at in [*self._places]:
            outer = nature_of(measure, self._natures).within
            if outer is not None and (whole := self._places.get((outer, kind, group, at))) is not None:
                self._system.sum({whole: 1, self._places[measure, kind, group, at]: -1}, 0)
        of: dict[tuple[str, str, int], list[int]] = defaultdict(list)
        for (measure, kind, _, at), place in self._places.items():
            if kind:
                of[measure, kind, at].append(place)
        for (measure, _, at), groups in of.items():
            whole = self._place(Key(measure, "", "", self._cuts[0], self._cuts[0]), at)
            self._system.sum({whole: 1} | dict.fromkeys(groups, -1), 0)

    def grow_to(self, later: "_TimeLine") -> None:
        """Add that nobody whom the register knew of has gone out of it since."""
        for (measure, kind, group, at), place in [*self._places.items()]:
            key = Key(measure, kind, group, self._cuts[0], self._cuts[0])
            self._system.sum({later._place(key, at): 1, place: -1}, 0)

    def _balance(self, kind: str, group: str) -> None:
        came, went, there = (Key(one, kind, group, self._cuts[0], self._cuts[0]) for one in (CAME, WENT, ACTIVE))
        for at in range(len(self._cuts) - 1):
            before, after = self._place(there, at), self._place(there, at + 1)
            self._system.sum({after: 1, before: -1, self._place(came, at): -1, self._place(went, at): 1}, 0, 0)

    def _within(self, key: Key) -> range:
        first, end = (self._cuts.index(day) for day in (_ends(key)[0], _ends(key)[-1]))
        return range(first, first + 1) if key.measure == ACTIVE else range(first, end)

    def _place(self, key: Key, at: int) -> int:
        name = (*key[:3], at)
        if name not in self._places:
            self._places[name] = self._system.number()
        return self._places[name]


def _ends(key: Key) -> tuple[date, ...]:
    """Return the first day of a number and the one after its last; of who is there on a day, the one after it alone."""
    return (key.last + _DAY,) if key.measure == ACTIVE else (key.first, key.last + _DAY)


def reckonings(told: Told, natures: Natures, earlier: Collection[Key] = ()) -> Iterator[Reckoning]:
    """Yield what can be reckoned of each set of figures by each kind of group, as far as one can reckon without contradiction.

    `earlier` are numbers that were told before the others, of a register that may have learnt of more since.
    """
    for measures in _families(told, natures):
        those = {key: value for key, value in told.items() if key.measure in measures}
        # Totals alone first: what follows of them follows whatever is hidden of their groups.
        for kind in dict.fromkeys(("", *(key.kind for key in those))):
            some = {key: value for key, value in those.items() if key.kind in ("", kind)}
            for made in _without_contradiction(some, natures, earlier):
                made.kind = kind
                yield made


def _without_contradiction(told: Told, natures: Natures, earlier: Collection[Key]) -> Iterator[Reckoning]:
    for reach in (_SUPPOSED, *((_LEARNT,) if earlier else ()), _OVER_TIME, _CERTAIN):
        made = Reckoning(told, natures, reach, earlier)
        if not made.secrets:
            return
        if (world := made.system.with_least({})) is not None:
            made.worlds.append(world)
            yield made
            return


def _with_nobody(told: Told) -> Told:
    """Add the groups that are not named beside others, though they are elsewhere: of them it is told that there is nobody."""
    named: dict[str, dict[str, None]] = defaultdict(dict)
    for key in told:
        if key.kind:
            named[key.kind][key.group] = None
    rows = dict.fromkeys(key.row for key in told if key.kind)
    return dict.fromkeys((row._replace(group=group) for row in rows for group in named[row.kind]), 0) | dict(told)


def _families(told: Told, natures: Natures) -> Sequence[frozenset[str]]:
    """Return the figures that have to do with each other."""
    found: list[tuple[set[str], list[str]]] = []
    for measure in dict.fromkeys(key.measure for key in told):
        ties, members = {measure, *_outers(measure, natures)}, [measure]
        ties |= {ACTIVE} if ties & {CAME, WENT, ENROLLED} else set()
        for one in [one for one in found if one[0] & ties]:
            found.remove(one)
            ties, members = one[0] | ties, [*one[1], *members]
        found.append((ties, members))
    return [frozenset(members) for _, members in found]


def _outers(measure: str, natures: Natures) -> Sequence[str]:
    """Return the figures among whose persons those of one are, the nearest first."""
    nature = natures.get(measure)
    near = () if nature is None else (*((nature.within,) if nature.within is not None else ()), *nature.also)
    return [*dict.fromkeys(far for one in near for far in (one, *_outers(one, natures)))]
