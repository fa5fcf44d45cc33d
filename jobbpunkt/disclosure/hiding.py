"""Which numbers of a report are hidden: the few, what they would follow from, and what would tell of few beside what has left."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from jobbpunkt.disclosure.audit import Leak, leaks, leaks_beside
from jobbpunkt.disclosure.complementary import protect
from jobbpunkt.disclosure.data import Key, Reason, Released, Told, Why, nature_of
from jobbpunkt.disclosure.relations import Natures
from jobbpunkt.disclosure.rules import LEAST_BASE, SMALLEST_SHOWN, is_small

Figures = Mapping[Key, int]
"""True numbers: a figure's total, and where it is divided those of its groups."""


@dataclass(slots=True)
class Decision:
    """What is hidden, and why; of a row that is withheld not even its groups are told."""

    hidden: dict[Key, Why] = field(default_factory=dict)
    withheld: dict[Key, Why] = field(default_factory=dict)

    def why(self, key: Key) -> Why | None:
        """Return why a number is not told; None where it is."""
        return self.hidden.get(key) or self.withheld.get(key.row)

    def told(self, figures: Figures) -> Told:
        """Return what is told of figures."""
        return {key: None if key in self.hidden else value for key, value in figures.items() if key.row not in self.withheld}


def decide(figures: Figures, natures: Natures, releases: Sequence[Released] = ()) -> Decision:
    """Return what to hide of figures that belong together, given what has left before (the latest last)."""
    alone = _Deciding(figures, natures, ())
    alone.carry_out()
    if not releases:
        return alone.made
    beside = _Deciding(figures, natures, releases)
    beside.carry_out()
    beside.blame(alone.made)
    return beside.made


class _Deciding:
    def __init__(self, figures: Figures, natures: Natures, releases: Sequence[Released]) -> None:
        self.figures, self.natures, self.releases = figures, natures, releases
        self.made = Decision()
        self.rows: dict[Key, list[Key]] = defaultdict(list)
        for key in figures:
            if key.kind:
                self.rows[key.row].append(key)
        self.before = standing(releases)

    def carry_out(self) -> None:
        """Hide what must be, and then more until nothing follows."""
        for key in sorted((key for key in self.figures if not key.kind), key=self._depth):
            self._judge_total(key)
        for row in sorted(self.rows, key=self._depth):
            self._judge_row(row)
        known = {leak.of for leak in leaks(self.before, self.natures)} if self.before else set()
        while (leak := next(self._leaks(known), None)) is not None and self._hide_more(leak):
            pass

    def blame(self, alone: Decision) -> None:
        """Name the earlier export for what would not be hidden without any."""
        for which, others in ((self.made.hidden, alone.hidden), (self.made.withheld, alone.withheld)):
            for key in [key for key in which if key not in others]:
                which[key] = Why(Reason.EARLIER, self._cause(key))

    def _cause(self, key: Key) -> Released | None:
        near = (one for one in reversed(self.releases) if any(_touches(told, key) for told in one.told))
        return next(near, self.releases[-1] if self.releases else None)

    def _depth(self, key: Key) -> int:
        outer = self._outer(key)
        return 0 if outer is None else 1 + self._depth(outer)

    def _outer(self, key: Key) -> Key | None:
        nature = nature_of(key.measure, self.natures)
        return None if nature.within is None else key._replace(measure=nature.within)

    def _judge_total(self, key: Key) -> None:
        value, outer = self.figures[key], self._outer(key)
        if is_small(value):
            self._hide(key, Reason.FEW)
        elif outer is not None and self.figures.get(outer) and self._tells_of_rest(value, self.figures[outer]):
            self._hide(key, Reason.WHOLE)
        elif key in self.before and self._changed_little(key):
            self._hide(key, Reason.EARLIER)

    def _tells_of_rest(self, value: int, of: int) -> bool:
        """Tell whether nobody is counted, or fewer than five of a whole are not."""
        return value == 0 or of - value < SMALLEST_SHOWN

    def _judge_row(self, row: Key) -> None:
        if row.total in self.made.hidden:
            self._withhold(row, self.made.hidden[row.total])
            return
        outer = self._outer(row)
        if (reason := self._why_withheld(row, outer)) is not None:
            self._withhold(row, Why(reason))
            return
        counts = {key.group: self.figures[key] for key in self.rows[row]}
        safe = protect(counts, self._outer_row(outer), self._must_hide(row))
        if safe is None:
            self._withhold(row, Why(Reason.FOLLOWS))
            return
        for key in self.rows[row]:
            if safe.get(key.group) is None and (self.figures[key] or outer is not None):
                self._hide(key, Reason.FEW if is_small(self.figures[key]) else Reason.FOLLOWS)

    def _why_withheld(self, row: Key, outer: Key | None) -> Reason | None:
        if self.figures.get(row.total, 0) < LEAST_BASE:
            return Reason.FEW
        if outer in self.made.withheld:
            return Reason.FOLLOWS
        return Reason.EARLIER if self._row_moved(row) else None

    def _outer_row(self, outer: Key | None) -> dict[str, int | None] | None:
        if outer is None or outer not in self.rows:
            return None
        told = self.made.told({key: self.figures[key] for key in self.rows[outer]})
        return {key.group: value for key, value in told.items()}

    def _must_hide(self, row: Key) -> frozenset[str]:
        """Return groups that an earlier export of the same days hid: what is shown now would tell of then."""
        return frozenset(key.group for key in self.rows[row] if key in self.before and self.before[key] is None)

    def _row_moved(self, row: Key) -> bool:
        """Tell whether few have come into or gone out of a group since the same was told before."""
        if not any(key.row == row for key in self.before):
            return False
        keys = {*self.rows[row], *(key for key in self.before if key.row == row)}
        moved = (abs((self.before.get(key, 0) or 0) - self.figures.get(key, 0)) for key in keys if self._was_told(key))
        return any(is_small(one) for one in moved)

    def _was_told(self, key: Key) -> bool:
        return self.before.get(key, 0) is not None

    def _changed_little(self, key: Key) -> bool:
        """Tell whether a total was hidden before, or differs by fewer than five from what was told of the same days."""
        before = self.before[key]
        return before is None or is_small(abs(before - self.figures[key]))

    def _hide(self, key: Key, reason: Reason) -> None:
        self.made.hidden.setdefault(key, Why(reason))

    def _withhold(self, row: Key, why: Why) -> None:
        self.made.withheld.setdefault(row, why)

    def _leaks(self, known: set[tuple[Key, ...]]) -> Iterator[Leak]:
        """Yield what follows of all that is told, now and before, that did not follow before."""
        told = self.made.told(self.figures)
        rows = {key.row for key in self.figures}
        others = {key: value for key, value in self.before.items() if key.row not in rows}
        seen = {key: self.before[key] for key, value in told.items() if value is None and self._is_seen(key)}
        return (leak for leak in leaks_beside(told, others, self.natures, seen) if leak.of not in known)

    def _is_seen(self, key: Key) -> bool:
        return self.before.get(key) is not None and self.before[key] == self.figures[key]

    def _hide_more(self, leak: Leak) -> bool:
        """Hide the next smallest number of those that it may follow of; False where nothing is left that was told now."""
        key = next(self._candidates(leak), None)
        if key is None:
            return False
        self._hide(key, Reason.FOLLOWS)
        if not key.kind:
            for row in [row for row in self.rows if row.total == key]:
                self._withhold(row, self.made.hidden[key])
        elif all(one in self.made.hidden for one in self.rows[key.row]):
            self._withhold(key.row, Why(Reason.FOLLOWS))
        return True

    def _candidates(self, leak: Leak) -> Iterator[Key]:
        """Yield what could be hidden, what is nearest to the leak first, and of that the smallest; a nought last of all."""
        # To hide what was told before is of no use.
        told = {key: value for key, value in self.made.told(self.figures).items() if not self._is_seen(key)}
        shown = [key for key, value in told.items() if value]
        rows, kinds = {key.row for key in leak.of}, {leak.kind, *(key.kind for key in leak.of)} - {""}
        yield from (key for key in leak.of if key.kind and key in shown)
        yield from self._smallest(key for key in shown if key.kind and key.row in rows)
        yield from self._smallest(key for key in shown if key.kind in kinds)
        yield from self._smallest(key for key in shown if not key.kind and key in leak.of)
        yield from self._smallest(key for key in shown if not key.kind and key.measure in {one.measure for one in leak.of})
        yield from self._smallest(key for key in shown if not key.kind)
        # Of a group that is named by itself a nought is not hidden: whoever is named is there.
        noughts = [key for key, value in told.items() if value == 0 and self._may_be_hidden(key)]
        yield from (key for key in leak.of if key in noughts)
        yield from self._smallest(noughts)

    def _may_be_hidden(self, nought: Key) -> bool:
        """Tell whether a nought is no other's part, and does not follow of a longer time in which there was nobody either."""
        within = any(value == 0 and key.holds(nought) for key, value in self.before.items())
        return not nought.kind and self._outer(nought) is None and not within

    def _smallest(self, keys: Iterable[Key]) -> list[Key]:
        """Sort numbers: of those that are parts first, and the smallest of them."""
        return sorted(keys, key=lambda key: (-self._depth(key), self.figures[key], key))


def standing(releases: Sequence[Released]) -> dict[Key, int | None]:
    """Return the latest that was told of each figure by each kind of group, and once hidden, that it was."""
    found: dict[Key, int | None] = {}
    for one in releases:
        rows = {key.row for key in one.told}
        found = {key: value for key, value in found.items() if key.row not in rows or key in one.told}
        found |= one.told
    return found


def _touches(told: Key, key: Key) -> bool:
    """Tell whether two numbers are of one figure, and of days of which one is a part of the other, or next to it."""
    day = timedelta(1)
    return told.measure == key.measure and told.first <= key.last + day and key.first <= told.last + day
