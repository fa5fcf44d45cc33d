"""What a participant has agreed to have said of their work, as facts."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.types import SealedText


class Certificate(Record):
    """What a person accepted on a day, as JSON.

    It is never changed: a later one stands beside it.
    """

    __tablename__ = "certificate"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"), index=True)
    accepted_on: Mapped[date]
    recorded_by: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
    content: Mapped[SealedText]
