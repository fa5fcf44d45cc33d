"""A promise: an agreed step of a meeting or a step of a plan, told in one way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from models.vocabulary import PlanKind, Responsible


class Standing(Enum):
    """Where a promise stands on a day."""

    LATE = "late"
    OPEN = "open"
    DONE = "done"
    ENDED = "ended"  # it was given up, or its plan was completed, and it was not done


@dataclass(frozen=True, slots=True)
class Promise:
    """What somebody said they would do; `place` is the meeting or the plan it comes from, if it can be opened.

    `kind` is that of its plan, and None of what was agreed in a meeting or between two; `who` names somebody else.
    """

    id: UUID
    version: int
    text: str
    responsible: Responsible
    who: str
    due_on: date | None
    done_on: date | None
    place: UUID | None = None
    kind: PlanKind | None = None
    goal: str = ""
    met_on: date | None = None
    is_ended: bool = False

    @property
    def is_of_plan(self) -> bool:
        """Tell whether it is a step of a plan."""
        return self.kind is not None

    def standing(self, today: date) -> Standing:
        """Return where it stands today."""
        if self.done_on is not None:
            return Standing.DONE
        if self.is_ended:
            return Standing.ENDED
        return Standing.LATE if self.due_on is not None and self.due_on < today else Standing.OPEN


def seen(promises: Iterable[Promise]) -> tuple[dict[UUID, int], dict[UUID, int]]:
    """Return in which version each of some promises was seen: those of meetings, and those of plans."""
    versions: tuple[dict[UUID, int], dict[UUID, int]] = ({}, {})
    for one in promises:
        versions[one.is_of_plan][one.id] = one.version
    return versions
