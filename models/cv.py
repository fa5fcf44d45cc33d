"""CVs and personal letters in immutable versions."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.types import SealedText


class Cv(Record):
    """One CV of a person (a person may have several, for different kinds of work)."""

    __tablename__ = "cv"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    title: Mapped[str]
    language: Mapped[str] = mapped_column(default="sv")
    campaign_id: Mapped[UUID | None] = mapped_column(ForeignKey("campaign.id"))


class CvVersion(Record):
    """A CV as it stood: a whole JSON Resume document, never changed; sealed for a protected person."""

    __tablename__ = "cv_version"
    __table_args__ = (UniqueConstraint("cv_id", "number"),)

    cv_id: Mapped[UUID] = mapped_column(ForeignKey("cv.id"), index=True)
    number: Mapped[int]
    resume: Mapped[SealedText]
    made_at: Mapped[datetime]
    made_by: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
    note: Mapped[str] = mapped_column(default="")


class Letter(Record):
    """One personal letter of a person."""

    __tablename__ = "letter"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    title: Mapped[str]
    language: Mapped[str] = mapped_column(default="sv")
    campaign_id: Mapped[UUID | None] = mapped_column(ForeignKey("campaign.id"))


class LetterVersion(Record):
    """A letter as it stood, as JSON (recipient, subject, paragraphs, ending); sealed for a protected person."""

    __tablename__ = "letter_version"
    __table_args__ = (UniqueConstraint("letter_id", "number"),)

    letter_id: Mapped[UUID] = mapped_column(ForeignKey("letter.id"), index=True)
    number: Mapped[int]
    content: Mapped[SealedText]
    made_at: Mapped[datetime]
    made_by: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
