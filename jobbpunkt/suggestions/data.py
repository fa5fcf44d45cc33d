"""A suggestion as plain data."""

from dataclasses import dataclass
from uuid import UUID

from models.vocabulary import PlanKind


@dataclass(frozen=True, slots=True)
class SuggestionData:
    """A goal for a kind of plan, or a step towards the goal `goal_id`."""

    kind: PlanKind
    text: str
    goal_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A suggestion with its words, and whether it is offered no longer; `goal` is that of a step."""

    id: UUID
    version: int
    kind: PlanKind
    text: str
    goal_id: UUID | None = None
    goal: str = ""
    is_retired: bool = False
