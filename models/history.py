"""The one append-only table: who did what, when, before and after, chained by hash."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base
from models.vocabulary import HistoryAction


class HistoryEntry(Base):
    """One thing that happened to one record.

    `before` and `after` are canonical JSON of the changed columns (sealed columns stay sealed).
    `hash` covers every other column and the previous entry's hash.
    """

    __tablename__ = "history_entry"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    transaction_id: Mapped[UUID] = mapped_column(Uuid(), index=True)
    at: Mapped[datetime]
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("user_account.id"))
    action: Mapped[HistoryAction]
    noun: Mapped[str]
    record_id: Mapped[UUID] = mapped_column(Uuid(), index=True)
    person_id: Mapped[UUID | None] = mapped_column(Uuid(), index=True)
    before: Mapped[str | None]
    after: Mapped[str | None]
    reason: Mapped[str | None]
    previous: Mapped[str]
    hash: Mapped[str]


class HistoryHead(Base):
    """The last entry's number and hash: one row, locked by each writer so that the chain has one order."""

    __tablename__ = "history_head"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    hash: Mapped[str]
