"""The records behind a figure by group: who may see the persons sees how many there are of each, and which."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from jobbpunkt.measures import CATALOGUE, Counted
from jobbpunkt.measures.groups import KINDS, Divider, Group, members
from jobbpunkt.register.unit_of_work import Reading


@dataclass(frozen=True, slots=True)
class RecordGroup:
    """A group of those that a figure counts: of which kind, its key, both in English words, and how many are in it."""

    kind: str
    key: str
    kind_label: str
    label: str
    count: int


class Divided:
    """Those that a figure counts, by each kind of group; of a figure that is not of persons there is none."""

    def __init__(self, uow: Reading, key: str, found: Sequence[Counted], year: int) -> None:
        entry = next((entry for entry in CATALOGUE if entry.key == key and entry.grouped), None)
        self._counted = [one for one in found if one.amount == 1 and one.person is not None] if entry is not None else []
        self._own = entry.own if entry is not None else None
        self._year = year
        self._groups: dict[UUID, Group] = members(uow, [one.person for one in self._counted if one.person is not None])

    def groups(self) -> tuple[RecordGroup, ...]:
        """Return every group that somebody belongs to, in the order of the kinds and of their groups."""
        known: list[tuple[Divider, Counter[str]]] = [
            (kind, Counter(kind.of(group, self._year) for group in self._groups.values())) for kind in KINDS
        ]
        if self._own is not None:
            known.append((self._own, Counter(one.group for one in self._counted)))
        return tuple(_group(kind, one, counts[one]) for kind, counts in known for one in kind.in_order(counts))

    def within(self, kind: str, group: str) -> list[Counted]:
        """Return those of one group."""
        if self._own is not None and kind == self._own.key:
            return [one for one in self._counted if one.group == group]
        of = next(one.of for one in KINDS if one.key == kind)
        return [one for one in self._counted if one.person in self._groups and of(self._groups[one.person], self._year) == group]


def _group(kind: Divider, key: str, count: int) -> RecordGroup:
    return RecordGroup(kind.key, key, kind.label, kind.label_of(key), count)
