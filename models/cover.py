"""Who looks after a coach's participants while the coach is away."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record


class Cover(Record):
    """That one coach covers for another, from one day to another, both included."""

    __tablename__ = "cover"

    coach_id: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"), index=True)
    stand_in_id: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"), index=True)
    starts_on: Mapped[date]
    ends_on: Mapped[date]
