"""The order of goals, milestones and steps: moving one by a place."""

from collections.abc import Sequence
from typing import TypeVar

from models.plan import PlanGoal, PlanMilestone, PlanStep

Placed = TypeVar("Placed", PlanGoal, PlanMilestone, PlanStep)


def moved(row: Placed, rows: Sequence[Placed], *, up: bool) -> bool:
    """Swap `row` with its neighbour among `rows`, which are in order; False when there is none on that side."""
    here = rows.index(row)
    there = here - 1 if up else here + 1
    if not 0 <= there < len(rows):
        return False
    row.position, rows[there].position = rows[there].position, row.position
    return True
