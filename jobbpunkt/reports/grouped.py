"""The records behind a figure by group: who may see the persons sees how many there are of each, and which."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from jobbpunkt.measures import CATALOGUE, Counted
from jobbpunkt.measures.groups import KINDS, Group, Kind, members
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
        divisible = any(entry.key == key and entry.grouped for entry in CATALOGUE)
        self._counted = [one for one in found if one.amount == 1 and one.person is not None] if divisible else []
        self._year = year
        self._groups: dict[UUID, Group] = members(uow, [one.person for one in self._counted if one.person is not None])

    def groups(self) -> tuple[RecordGroup, ...]:
        """Return every group that somebody belongs to, in the order of the kinds and of their groups."""
        return tuple(group for kind in KINDS for group in self._of(kind))

    def within(self, kind: str, group: str) -> list[Counted]:
        """Return those of one group."""
        of = next(one.of for one in KINDS if one.key == kind)
        return [one for one in self._counted if one.person in self._groups and of(self._groups[one.person], self._year) == group]

    def _of(self, kind: Kind) -> list[RecordGroup]:
        counts = Counter(kind.of(group, self._year) for group in self._groups.values())
        return [RecordGroup(kind.key, one, kind.label, kind.label_of(one), counts[one]) for one in kind.in_order(counts)]
