"""The suggestions that a register begins with; with the office's first change they become records of its own."""

import csv
from collections.abc import Iterator
from uuid import UUID, uuid5

import resources
from jobbpunkt.suggestions.data import SuggestionRow
from models.vocabulary import PlanKind

# So that what is shown before the first change and what is kept by it have the same keys.
_SPACE = UUID("0197a1c0-4f6b-7c31-9d55-6f0b5a4c2e10")


def starter() -> Iterator[SuggestionRow]:
    """Yield goals, each followed by its steps."""
    lines = resources.path("reference", "forslag_planer.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines):
        kind, goal, step = PlanKind.of(row["plan"]), row["mal"], row["steg"]
        of_goal = uuid5(_SPACE, f"{kind.value} {goal}")
        if step:
            yield SuggestionRow(uuid5(_SPACE, f"{kind.value} {goal} {step}"), 1, kind, step, of_goal, goal)
        else:
            yield SuggestionRow(of_goal, 1, kind, goal)
