"""Two registers that differ by nothing but a planted plan for better health, open for everybody."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from jobbpunkt.base.clock import fixed
from models.vocabulary import Role
from tests.colleagues import EVERY_KEY
from tests.permissions import planted
from tests.permissions.desk import Desk, desk, one
from tests.registers import NOW

# Rights and keys only ever add up: these two may all that anybody may who lacks the right, or who lacks the key.
MORE = {
    "every role without the right": ((Role.PROJECT_LEAD, Role.SUPERVISOR, Role.ADMINISTRATOR), EVERY_KEY),
    "every role without the key": (tuple(Role), ("protected",)),
}
WITHOUT = ("K", "L", "S", "A", "N", *MORE)
Twins = tuple[Desk, Desk]


@contextmanager
def twins(places: list[str], folders: list[Path]) -> Iterator[Twins]:
    """Open the register with the plan and the one that never had it."""
    with ExitStack() as stack:
        made = [
            stack.enter_context(desk(place, fixed(NOW), folder, MORE, health=False))
            for place, folder in zip(places, folders, strict=True)
        ]
        _plant(made[0])
        yield made[0], made[1]


def keys(made: Desk) -> set[str]:
    """Return the keys of everything that was planted."""
    with made.registers["C"].reading() as uow:
        rows = planted.rows(uow.session, made.made["health_plan"], one("person"))
    return {str(row["id"]) for found in rows.values() for row in found}


def _plant(made: Desk) -> None:
    # Within a programme, since reports count by it; and of a coach who has lost the key, whose own lists and counts it is in.
    coach = made.registers["every role without the key"].user.id
    within: dict[str, Any] = {"programme_id": one("programme"), "coach_id": coach}
    plan = made.made["health_plan"] = planted.plant(made.registers["C"], one("person"), **within)
    with made.registers["C"].reading() as uow:
        rows = planted.rows(uow.session, plan, one("person"))
    made.made |= {"health_goal": rows["plan_goal"][0]["id"], "consent": rows["consent"][0]["id"]}
