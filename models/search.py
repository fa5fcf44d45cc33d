"""What can be found: one row per findable record, written in the same transaction as the record."""

from uuid import UUID

from sqlalchemy import Uuid
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class SearchEntry(Base):
    """A findable record; `folded` is its words without case and accents, indexed for prefix search.

    Nothing of a protected person or a health plan stands here, save the reference number.
    """

    __tablename__ = "search_entry"

    number: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[UUID] = mapped_column(Uuid(), unique=True)
    kind: Mapped[str]
    person_id: Mapped[UUID | None] = mapped_column(Uuid(), index=True)
    title: Mapped[str]
    folded: Mapped[str]
