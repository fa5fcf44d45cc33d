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


class NoteEntry(Base):
    """The words of a note of which everybody who may read notes may know; `kind` is the noun that it was written in.

    Apart from the entries above, so that nobody's name is looked for among all that was ever written. The numbers follow
    the order in which notes were first written.
    """

    __tablename__ = "search_note"

    number: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[UUID] = mapped_column(Uuid(), unique=True)
    kind: Mapped[str]
    folded: Mapped[str]
