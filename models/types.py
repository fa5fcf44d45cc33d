"""Column types that mean the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime
from typing import NewType

from sqlalchemy import DateTime, Dialect, Text, TypeDecorator

# Text that is either plain or, for health plans and protected persons, sealed with a data key (`jobbpunkt/register/vault.py`).
SealedText = NewType("SealedText", str)


class Instant(TypeDecorator[datetime]):
    """An instant: given and returned as aware UTC; stored with a zone on PostgreSQL, as UTC text on SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """Return what undo reads the history's words as; without it SQLAlchemy knows only an object."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive time, which could mean any zone, and store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return aware UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Sealable(TypeDecorator[str]):
    """Text that may hold sealed bytes in base64; the database never sees which words they are."""

    impl = Text
    cache_ok = True
