"""Events: livestreams, fairs, study visits, activities at the meeting place Kollage."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.vocabulary import ActivityStatus, EventKind


class Event(Record):
    """One occasion; `views` and `attendance` are empty when nobody recorded them, which is not zero."""

    __tablename__ = "event"

    kind: Mapped[EventKind] = mapped_column(index=True)
    status: Mapped[ActivityStatus]
    title: Mapped[str]
    theme: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    starts_at: Mapped[datetime] = mapped_column(index=True)
    campaign_id: Mapped[UUID | None] = mapped_column(ForeignKey("campaign.id"))
    attendance: Mapped[int | None]
    views: Mapped[int | None]
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
