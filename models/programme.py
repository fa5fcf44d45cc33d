"""Programmes such as Kvinna för Bäckby and På lika villkor, with whom, and who takes part."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.vocabulary import PartnerRole, ProgrammeKind, TargetGroup, WorkField


class Programme(Record):
    """A programme with a site, a purpose and a period.

    `stated_participants` is how many take part as its leaders state it, empty when nobody has;
    the files in this register may be fewer.
    """

    __tablename__ = "programme"

    name: Mapped[str] = mapped_column(unique=True)
    site: Mapped[str]
    kind: Mapped[ProgrammeKind] = mapped_column(default=ProgrammeKind.WORK, server_default="work")
    purpose: Mapped[str] = mapped_column(default="")
    goal: Mapped[str] = mapped_column(default="", server_default="")
    method: Mapped[str] = mapped_column(default="", server_default="")
    resources: Mapped[str] = mapped_column(default="", server_default="")
    result: Mapped[str] = mapped_column(default="", server_default="")
    target_group: Mapped[TargetGroup] = mapped_column(default=TargetGroup.NOT_STATED, server_default="not_stated")
    field_of_work: Mapped[WorkField] = mapped_column(default=WorkField.NOT_STATED, server_default="not_stated")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    stated_participants: Mapped[int | None]


class ProgrammePartner(Record):
    """An organisation that works in a programme or pays for it, and what it answers for."""

    __tablename__ = "programme_partner"
    __table_args__ = (UniqueConstraint("programme_id", "organisation_id"),)

    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"), index=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    role: Mapped[PartnerRole]
    responsibility: Mapped[str] = mapped_column(default="")


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
