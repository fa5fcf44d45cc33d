"""What follows of numbers that were told: the sums, the parts and the periods that everybody can reckon with."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import permutations

from jobbpunkt.disclosure.bounds import System, Weights, World
from jobbpunkt.disclosure.data import Course, Key, Nature, Told, nature_of

Natures = Mapping[str, Nature]
# Who is there on a day are those who were there before, and who came, without who went.
ACTIVE, CAME, WENT = "cases_active", "cases_new", "cases_closed"
_CERTAIN, _OVER_TIME, _SUPPOSED = range(3)  # how far one reckons; what is supposed need not be quite so
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

    def __init__(self, told: Told, natures: Natures, reach: int) -> None:
        self.system, self.secrets, self.worlds = System(), list[Secret](), list[World]()
        self.places: dict[Key, int] = {}
        self._told, self._natures = told, natures
        for key, value in told.items():
            self._place(key, value)
        self._add_groups()
        self._add_parts()
        if reach >= _OVER_TIME:
            self._add_periods()
        if reach >= _SUPPOSED:
            self._add_sums()
            self._add_balance()

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
            outer = self._nature(key).within
            while outer is not None:
                whole = key._replace(measure=outer)
                if whole in self.places and self._told[whole] != 0:
                    rest = {self.places[whole]: 1, place: -1}
                    self.system.sum(rest, 0)
                    self.secrets.append(Secret(rest, (key, whole), is_rest=True))
                outer = self._natures[outer].within if outer in self._natures else None

    def _add_periods(self) -> None:
        """Whoever is counted in a part of a period is counted in the whole of it."""
        for whole, part in self._nested():
            rest = {self.places[whole]: 1, self.places[part]: -1}
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

    def _add_sums(self) -> None:
        """What happened in a period is what happened in its parts, and in the rest of it."""
        parts: dict[Key, list[Key]] = defaultdict(list)
        for whole, part in self._nested():
            if self._nature(whole).course is Course.FLOW and all(part.first > one.last for one in parts[whole]):
                parts[whole].append(part)
        for whole, inside in parts.items():
            covered = sum((one.last - one.first + _DAY for one in inside), timedelta())
            rest = self.system.number(*((0, 0) if covered == whole.last - whole.first + _DAY else (0,)))
            self.system.sum({self.places[whole]: 1, rest: -1, **{self.places[one]: -1 for one in inside}}, 0, 0)
            self.secrets.append(Secret({rest: 1}, (whole, *inside), is_rest=True, may_be_nobody=True))

    def _add_balance(self) -> None:
        """Who is there at the end were there at the beginning, or came, and did not go."""
        active = [key for key in self.places if key.measure == ACTIVE]
        for before, after in permutations(active, 2):
            if before[1:3] != after[1:3] or before.last >= after.last:
                continue
            came, went = (Key(one, after.kind, after.group, before.last + _DAY, after.last) for one in (CAME, WENT))
            there = [self.places.setdefault(key, -1) for key in (came, went)]
            for key, place in zip((came, went), there, strict=True):
                if place < 0:
                    self.places[key] = self.system.number()
            self.system.sum({self.places[after]: 1, self.places[before]: -1, self.places[came]: -1, self.places[went]: 1}, 0, 0)


def reckonings(told: Told, natures: Natures) -> Iterator[Reckoning]:
    """Yield what can be reckoned of each set of figures by each kind of group, as far as one can reckon without contradiction."""
    for measures in _families(told, natures):
        those = {key: value for key, value in told.items() if key.measure in measures}
        for kind in dict.fromkeys(key.kind for key in those):
            some = {key: value for key, value in those.items() if key.kind in ("", kind)}
            yield from _without_contradiction(some, natures)


def _without_contradiction(told: Told, natures: Natures) -> Iterator[Reckoning]:
    for reach in (_SUPPOSED, _OVER_TIME, _CERTAIN):
        made = Reckoning(told, natures, reach)
        if not made.secrets:
            return
        if (world := made.system.with_least({})) is not None:
            made.worlds.append(world)
            yield made
            return


def _families(told: Told, natures: Natures) -> Sequence[frozenset[str]]:
    """Return the figures that have to do with each other."""
    found: dict[str, set[str]] = defaultdict(set)
    for measure in dict.fromkeys(key.measure for key in told):
        found[_outermost(measure, natures)].add(measure)
    return [frozenset(one) for one in found.values()]


def _outermost(measure: str, natures: Natures) -> str:
    if measure in (CAME, WENT):
        return ACTIVE
    outer = natures[measure].within if measure in natures else None
    return measure if outer is None else _outermost(outer, natures)
