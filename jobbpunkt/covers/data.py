"""A cover as it is shown, and as it is typed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CoverRow:
    """A cover of one's own: the colleague covers for the user, or, where it is `for_them`, the user for the colleague."""

    id: UUID
    version: int
    colleague_id: UUID
    colleague: str
    for_them: bool
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class NewCover:
    """Who covers for the signed-in coach, from one day to another, both included."""

    stand_in_id: UUID | None
    starts_on: date | None
    ends_on: date | None
