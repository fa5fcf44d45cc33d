"""Programmes such as Kvinna för Bäckby, and who takes part."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record


class Programme(Record):
    """A programme with a site, a purpose and a period.

    `stated_participants` is how many take part as its leaders state it, empty when nobody has;
    the files in this register may be fewer.
    """

    __tablename__ = "programme"

    name: Mapped[str] = mapped_column(unique=True)
    site: Mapped[str]
    purpose: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    stated_participants: Mapped[int | None]


class ProgrammeExtension(Record):
    """A decision that moved a programme's end."""

    __tablename__ = "programme_extension"

    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"), index=True)
    decided_on: Mapped[date | None]
    previous_end: Mapped[date | None]
    new_end: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")


class ProgrammeEnrolment(Record):
    """That a person takes part in a programme, from one day to another."""

    __tablename__ = "programme_enrolment"

    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
