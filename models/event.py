"""Events: livestreams, fairs, study visits, activities at the meeting place Kollage, and series of them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.vocabulary import ActivityStatus, EventKind, Recurrence, StaffRole, TargetGroup, WorkField


class EventSeries(Record):
    """Something that comes back, such as a dance school: when it ran, and how many occasions and visitors as somebody told.

    `attendance_said` is how the number was said, such as "ett sextiotal". `told_year` is a year whose report tells of it though
    it ran in another.
    """

    __tablename__ = "event_series"

    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[EventKind]
    place: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    period_said: Mapped[str] = mapped_column(default="")
    recurrence: Mapped[Recurrence]
    occasions: Mapped[int | None]
    attendance: Mapped[int | None]
    attendance_said: Mapped[str] = mapped_column(default="")
    led_by: Mapped[StaffRole]
    target_group: Mapped[TargetGroup]
    field_of_work: Mapped[WorkField]
    told_year: Mapped[int | None]
    result: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Event(Record):
    """One occasion; `views` and `attendance` are empty when nobody recorded them, which is not zero.

    `reason` says why it was changed or cancelled, `result` what came of it in words that a report may print.
    """

    __tablename__ = "event"

    kind: Mapped[EventKind] = mapped_column(index=True)
    status: Mapped[ActivityStatus]
    title: Mapped[str]
    theme: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime] = mapped_column(index=True)
    campaign_id: Mapped[UUID | None] = mapped_column(ForeignKey("campaign.id"))
    series_id: Mapped[UUID | None] = mapped_column(ForeignKey("event_series.id"), index=True)
    led_by: Mapped[StaffRole] = mapped_column(default=StaffRole.NOT_STATED, server_default="not_stated")
    asked_by: Mapped[StaffRole] = mapped_column(default=StaffRole.NOT_STATED, server_default="not_stated")
    target_group: Mapped[TargetGroup] = mapped_column(default=TargetGroup.NOT_STATED, server_default="not_stated")
    field_of_work: Mapped[WorkField] = mapped_column(default=WorkField.NOT_STATED, server_default="not_stated")
    attendance: Mapped[int | None]
    attendance_said: Mapped[str] = mapped_column(default="", server_default="")
    views: Mapped[int | None]
    reason: Mapped[str] = mapped_column(default="", server_default="")
    result: Mapped[str] = mapped_column(default="", server_default="")
    note: Mapped[str] = mapped_column(default="")

    def found_by(self) -> tuple[str, str]:
        """Return the title and the other words that find this event."""
        return self.title, f"{self.theme} {self.place}"


class EventPartner(Record):
    """An organisation that takes part in an event."""

    __tablename__ = "event_partner"
    __table_args__ = (UniqueConstraint("event_id", "organisation_id"),)

    event_id: Mapped[UUID] = mapped_column(ForeignKey("event.id"), index=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
