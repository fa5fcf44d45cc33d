"""The order of what stands in a list: moving one by a place."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class _Placed(Protocol):
    position: int


P = TypeVar("P", bound=_Placed)


def moved(row: P, rows: Sequence[P], *, up: bool) -> bool:
    """Swap `row` with its neighbour among `rows`, which are in order; False when there is none on that side."""
    here = rows.index(row)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(rows):
        return False
    row.position, rows[there].position = rows[there].position, row.position
    return True
