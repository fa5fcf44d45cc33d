"""The one append-only table: who did what, when, before and after, chained by hash."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base
from models.vocabulary import HistoryAction

# What is no change of a record that people work with: signing in, access, looks, papers. Queries spell it as the index does.
TRACES = "noun = 'user_account' OR action NOT IN ('created', 'changed', 'removed')"


class HistoryEntry(Base):
    """One thing that happened to one record.

    `before` and `after` are canonical JSON of the changed columns (what the health key sealed stays sealed). Of protected
    people they, the reason and the salt are sealed. `told` is the digest of all four, and `hash` covers it and the other columns
    with the previous entry's hash: so the chain holds whatever is sealed or opened later. Entries from before have neither salt
    nor `told`, and their hash covers the words themselves.
    """

    __tablename__ = "history_entry"
    __table_args__ = (
        # Leads the log of who looked and who got in, which is a small part of the history, and answers most of what it is asked.
        Index(
            *("ix_history_entry_traces", "at", "number", "action", "user_id"),
            sqlite_where=text(TRACES),
        ),
    )

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
    salt: Mapped[str | None]
    told: Mapped[str | None]
    previous: Mapped[str]
    hash: Mapped[str]


class HistoryHead(Base):
    """The last entry's number and hash: one row, locked by each writer so that the chain has one order."""

    __tablename__ = "history_head"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    hash: Mapped[str]


class HistorySignature(Base):
    """The end of a transaction signed by who did it: over the entry's hash, with their pair after so many links of members."""

    __tablename__ = "history_signature"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
    links: Mapped[int]
    signature: Mapped[bytes] = mapped_column(LargeBinary())
