"""Residents employed for a period."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.vocabulary import AssignmentRole


class Assignment(Record):
    """A resident employed for a period, such as a safety ambassador; not a participant and not a case."""

    __tablename__ = "assignment"

    role: Mapped[AssignmentRole]
    name: Mapped[str]
    areas: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    tasks: Mapped[str] = mapped_column(default="", server_default="")
