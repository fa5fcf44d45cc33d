"""What a programme trains in, and how far each participant has come in it."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.vocabulary import SkillLevel


class TrainingUnit(Record):
    """Something that a programme trains in, in its order; one that has ended is kept with what was noted of it."""

    __tablename__ = "training_unit"

    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"), index=True)
    name: Mapped[str]
    part: Mapped[str] = mapped_column(default="")
    position: Mapped[int]
    ended_on: Mapped[date | None]


class TrainingLevel(Record):
    """How far a person had come in a unit on a day, and who saw it; another level is another row, so that the way stays."""

    __tablename__ = "training_level"
    __table_args__ = (Index("ix_training_level_standing", "person_id", "unit_id", "noted_on"),)

    unit_id: Mapped[UUID] = mapped_column(ForeignKey("training_unit.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    level: Mapped[SkillLevel]
    noted_on: Mapped[date]
    noted_by: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
