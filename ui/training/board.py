"""What the matrix shows: what the register says, with what was just pressed on top of it until that is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from jobbpunkt.training import Matrix, Standing, Trainee, Unit
from models.vocabulary import SkillLevel

Cell = tuple[UUID, UUID]
HELPED = (SkillLevel.WITH_SUPPORT, SkillLevel.ALONE)


@dataclass(slots=True)
class Board:
    """People and units in the order shown; a level that was pressed stands at once, whatever is read meanwhile."""

    matrix: Matrix = field(default_factory=lambda: Matrix((), (), {}))
    kept: frozenset[UUID] | None = None
    pressed: dict[Cell, tuple[int, Standing | None]] = field(default_factory=dict)
    count: int = 0

    @property
    def people(self) -> tuple[Trainee, ...]:
        """Return who is shown."""
        return tuple(one for one in self.matrix.trainees if self.kept is None or one.id in self.kept)

    @property
    def units(self) -> tuple[Unit, ...]:
        """Return what is trained."""
        return self.matrix.units

    def standing(self, cell: Cell) -> Standing | None:
        """Return what stands in a cell; None where nobody has assessed."""
        return self.pressed[cell][1] if cell in self.pressed else self.matrix.standing.get(cell)

    def level(self, cell: Cell) -> SkillLevel | None:
        """Return the level that stands in a cell."""
        stands = self.standing(cell)
        return stands.level if stands else None

    def press(self, cell: Cell, level: SkillLevel | None, day: date, by: str) -> int:
        """Let a level stand before it is written; the number tells this press from a later one in the same cell."""
        self.count += 1
        now = self.standing(cell)
        stands = now if now and now.level is level else Standing(level, day, by) if level else None
        self.pressed[cell] = (self.count, stands)
        return self.count

    def settle(self, cell: Cell, number: int) -> None:
        """Let the register speak for a cell again, unless it was pressed once more."""
        if cell in self.pressed and self.pressed[cell][0] == number:
            del self.pressed[cell]

    def levels(self, person: UUID) -> list[SkillLevel | None]:
        """Return how far a person has come in each unit."""
        return [self.level((person, unit.id)) for unit in self.units]

    def alone(self, person: UUID) -> tuple[int, int]:
        """Return in how many units a person needs nobody, of how many that are relevant."""
        levels = [level for level in self.levels(person) if level is not SkillLevel.NOT_RELEVANT]
        return levels.count(SkillLevel.ALONE), len(levels)

    def helped(self, unit: UUID) -> tuple[int, int]:
        """Return how many of those shown manage a unit at least with support, of how many for whom it is relevant."""
        levels = [self.level((one.id, unit)) for one in self.people]
        levels = [level for level in levels if level is not SkillLevel.NOT_RELEVANT]
        return sum(level in HELPED for level in levels), len(levels)

    def unassessed(self) -> frozenset[UUID]:
        """Return who has a unit that nobody has assessed."""
        return frozenset(one.id for one in self.matrix.trainees if None in self.levels(one.id))

    def supported(self) -> frozenset[UUID]:
        """Return who manages everything at least with support."""
        return frozenset(one.id for one in self.matrix.trainees if _all_helped(self.levels(one.id)))


def _all_helped(levels: Iterable[SkillLevel | None]) -> bool:
    relevant = [level for level in levels if level is not SkillLevel.NOT_RELEVANT]
    return bool(relevant) and all(level in HELPED for level in relevant)
