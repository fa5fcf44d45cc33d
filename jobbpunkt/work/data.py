"""The programmes that work, their group, areas and tasks, as they are read."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jobbpunkt.people import PersonName
from jobbpunkt.work.fields import AreaData, TaskData
from models.vocabulary import AreaKind


@dataclass(frozen=True, slots=True)
class WorkProgramme:
    """A programme as its supervisor sees it; `members` is how many take part today."""

    id: UUID
    name: str
    site: str
    starts_on: date | None
    ends_on: date | None
    members: int

    def runs(self, day: date) -> bool:
        """Tell whether a day lies in its period, as far as that is known."""
        return (self.starts_on is None or self.starts_on <= day) and (self.ends_on is None or day <= self.ends_on)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who takes part in a programme, by name, with the days of their time in it."""

    person_id: UUID
    name: PersonName
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class AreaView:
    """An area as read."""

    id: UUID
    version: int
    data: AreaData

    def used(self, day: date) -> bool:
        """Tell whether the group works there on a day."""
        return self.data.ended_on is None or day <= self.data.ended_on


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task as read: of every area of `kind`, or of one area alone."""

    id: UUID
    version: int
    data: TaskData
    kind: AreaKind | None
    area_id: UUID | None

    def belongs_to(self, area: AreaView) -> bool:
        """Tell whether it is done in an area."""
        return self.area_id == area.id if self.area_id is not None else self.kind is area.data.kind
