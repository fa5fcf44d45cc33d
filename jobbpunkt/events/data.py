"""What is written down about an event, and how it is read."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from jobbpunkt.base.clock import day_of
from models.vocabulary import TOOK_PLACE, ActivityStatus, EventKind, StaffRole, TargetGroup, WorkField


@dataclass(frozen=True, slots=True)
class EventDetails:
    """What is written down about an event; `starts_at` is an instant, `partners` are organisations.

    `attendance_said` is how the number was said where nobody counted exactly, such as "ett sextiotal".
    """

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
    attendance_said: str = ""
    reason: str = ""
    result: str = ""
    series_id: UUID | None = None
    led_by: StaffRole = StaffRole.NOT_STATED
    asked_by: StaffRole = StaffRole.NOT_STATED
    target_group: TargetGroup = TargetGroup.NOT_STATED
    field_of_work: WorkField = WorkField.NOT_STATED


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with the names of its campaign, series and partners."""

    id: UUID
    version: int
    kind: EventKind
    status: ActivityStatus
    title: str
    theme: str
    place: str
    starts_at: datetime
    attendance: int | None
    attendance_said: str
    views: int | None
    reason: str
    result: str
    note: str
    led_by: StaffRole
    asked_by: StaffRole
    target_group: TargetGroup
    field_of_work: WorkField
    campaign_id: UUID | None
    campaign: str
    series_id: UUID | None
    series: str
    partners: tuple[tuple[UUID, str], ...]

    @property
    def day(self) -> date:
        """Return the Swedish day it falls on."""
        return day_of(self.starts_at)

    @property
    def took_place(self) -> bool:
        """Tell whether it was held, as planned or in another form."""
        return self.status in TOOK_PLACE

    @property
    def lacks_number(self) -> bool:
        """Tell whether it was held and nobody wrote how many saw it or came; who came to a campaign is counted there."""
        if self.kind is EventKind.LIVESTREAM:
            return self.took_place and self.views is None
        return self.took_place and self.campaign_id is None and self.attendance is None and not self.attendance_said
