"""What is written down about an event, and how it is read."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from jobbpunkt.base.clock import day_of
from models.vocabulary import ActivityStatus, EventKind


@dataclass(frozen=True, slots=True)
class EventDetails:
    """What is written down about an event; `starts_at` is an instant, `partners` are organisations."""

    kind: EventKind
    title: str
    starts_at: datetime
    theme: str = ""
    place: str = ""
    status: ActivityStatus = ActivityStatus.PLANNED
    campaign_id: UUID | None = None
    partners: tuple[UUID, ...] = ()
    attendance: int | None = None
    views: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with the names of its campaign and partners."""

    id: UUID
    version: int
    kind: EventKind
    status: ActivityStatus
    title: str
    theme: str
    place: str
    starts_at: datetime
    attendance: int | None
    views: int | None
    note: str
    campaign_id: UUID | None
    campaign: str
    partners: tuple[tuple[UUID, str], ...]

    @property
    def day(self) -> date:
        """Return the Swedish day it falls on."""
        return day_of(self.starts_at)
