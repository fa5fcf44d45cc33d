"""Job applications and how far they came."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.vocabulary import ApplicationStage


class Application(Record):
    """One application for one job, with the CV version and letter that the employer got."""

    __tablename__ = "application"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    employer: Mapped[str]
    position: Mapped[str]
    applied_on: Mapped[date | None] = mapped_column(index=True)
    answer_by: Mapped[date | None]
    stage: Mapped[ApplicationStage]
    cv_version_id: Mapped[UUID | None] = mapped_column(ForeignKey("cv_version.id"))
    letter_version_id: Mapped[UUID | None] = mapped_column(ForeignKey("letter_version.id"))
    campaign_id: Mapped[UUID | None] = mapped_column(ForeignKey("campaign.id"))
    note: Mapped[str] = mapped_column(default="")

    def found_by(self) -> tuple[str, str]:
        """Return the title and the other words that find this application."""
        return f"{self.position}, {self.employer}", self.note


class ApplicationStep(Record):
    """A stage that an application reached, on a day."""

    __tablename__ = "application_step"
    __table_args__ = (
        Index("ix_application_step_latest", "application_id", "reached_on"),
        Index("ix_application_step_recent", "reached_on", "application_id"),
    )

    application_id: Mapped[UUID] = mapped_column(ForeignKey("application.id"))
    stage: Mapped[ApplicationStage]
    reached_on: Mapped[date]
    note: Mapped[str] = mapped_column(default="")
