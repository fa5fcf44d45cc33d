"""CVs and personal letters in immutable versions."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.types import SealedText


class Written(Record):
    """What a CV and a letter have in common; `latest` is the number of the newest version."""

    __abstract__ = True

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    title: Mapped[str]
    language: Mapped[str] = mapped_column(default="sv")
    campaign_id: Mapped[UUID | None] = mapped_column(ForeignKey("campaign.id"))
    latest: Mapped[int] = mapped_column(default=1)


class WrittenVersion(Record):
    """What a version of either has in common; it is never changed."""

    __abstract__ = True

    number: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(index=True)
    made_by: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
    note: Mapped[str] = mapped_column(default="")


class Cv(Written):
    """One CV of a person (a person may have several, for different kinds of work)."""

    __tablename__ = "cv"


class CvVersion(WrittenVersion):
    """A CV as it stood: a whole JSON Resume document."""

    __tablename__ = "cv_version"
    __table_args__ = (UniqueConstraint("cv_id", "number"),)

    cv_id: Mapped[UUID] = mapped_column(ForeignKey("cv.id"), index=True)
    resume: Mapped[SealedText]


class Letter(Written):
    """One personal letter of a person."""

    __tablename__ = "letter"


class LetterVersion(WrittenVersion):
    """A letter as it stood, as JSON (recipient, subject, paragraphs, ending)."""

    __tablename__ = "letter_version"
    __table_args__ = (UniqueConstraint("letter_id", "number"),)

    letter_id: Mapped[UUID] = mapped_column(ForeignKey("letter.id"), index=True)
    content: Mapped[SealedText]
