"""A series as it is read."""

from dataclasses import dataclass
from uuid import UUID

from jobbpunkt.series.fields import SeriesData


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series with the number of its occasions that are in the register and took place."""

    id: UUID
    version: int
    data: SeriesData
    recorded: int

    @property
    def participations(self) -> int | None:
        """Return occasions times visitors, both as told: how many times somebody came, whoever it was."""
        told = self.data
        return None if told.occasions is None or told.attendance is None else told.occasions * told.attendance
