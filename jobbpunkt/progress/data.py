"""What is asked about progress towards work, and what was answered."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from models.vocabulary import ProgressScale, Rater

DAYS_BETWEEN = 90


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """A question: what it is about, as the participant and as the coach is asked it (empty is not asked), and its scale."""

    area: str
    asks_participant: str = ""
    asks_coach: str = ""
    scale: ProgressScale = ProgressScale.TEN


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question; `retired_on` is empty while it is asked."""

    id: UUID
    version: int
    words: QuestionWords
    retired_on: date | None

    def asked(self, by: Rater) -> str:
        """Return how one of the two is asked it, or nothing."""
        return self.words.asks_coach if by is Rater.COACH else self.words.asks_participant

    def ends(self, values: Iterable[int]) -> tuple[int, int]:
        """Return from what to what its answers are drawn; what was answered on an earlier scale has room too."""
        ends = (*self.words.scale.ends, *values)
        return min(ends), max(ends)


@dataclass(frozen=True, slots=True)
class RoundView:
    """One asking: due, or answered with a value by question; `areas` say what each was about."""

    id: UUID
    version: int
    by: Rater
    due_on: date
    answered_on: date | None
    values: dict[UUID, int] = field(default_factory=dict)
    areas: dict[UUID, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProgressView:
    """All rounds of a person, the oldest first, and every question, those that are asked no longer too."""

    questions: tuple[QuestionView, ...]
    rounds: tuple[RoundView, ...]

    def answered(self, by: Rater) -> tuple[RoundView, ...]:
        """Return what one of the two has answered, the oldest first."""
        found = [one for one in self.rounds if one.by is by and one.answered_on is not None]
        return tuple(sorted(found, key=lambda one: one.answered_on or one.due_on))

    def waiting(self, by: Rater) -> RoundView | None:
        """Return the round that one of the two is asked next."""
        return next((one for one in self.rounds if one.by is by and one.answered_on is None), None)
