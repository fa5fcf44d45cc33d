"""How instants, and words that may be sealed, are stored on both engines alike."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, NewType

from sqlalchemy import JSON, DateTime, Dialect, LargeBinary, Text, TypeDecorator

# Text that is either plain or, for health plans and protected persons, sealed with a data key (`jobbpunkt/register/vault.py`).
SealedText = NewType("SealedText", str)
SEALED = "sealed:"  # what everything sealed begins with
Opener = Callable[[Any], Any]


def opens_with(dialect: Dialect, opener: Opener) -> None:
    """Let everything that one register's engine reads be opened by `opener`, which gets whatever begins as something sealed."""
    dialect.opener = opener  # type: ignore[attr-defined]


def opened(stored: Any, dialect: Dialect) -> Any:
    """Return what is stored as the signed-in user may read it; an engine that nobody has signed in to reads it as it lies."""
    opener: Opener | None = getattr(dialect, "opener", None)
    return stored if opener is None else opener(stored)


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


class Worded(TypeDecorator[str]):
    """Text; where it is sealed, the one who reads it sees it opened or not at all, never the seal."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Store what was sealed in the words' place, if anything was."""
        return getattr(value, "sealed", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Return the words."""
        return value if value is None or not value.startswith(SEALED) else opened(value, dialect)


class Sealable(Worded):
    """Text of which some is sealed with the health key besides, which the rooms open for themselves."""

    cache_ok = True


class Structured(TypeDecorator[dict[str, Any]]):
    """Words under names, stored as JSON; sealed ones as the one text that sealing gave."""

    impl = JSON
    cache_ok = True

    @property
    def python_type(self) -> type[dict[str, Any]]:
        """Return what undo reads the history's words as."""
        return dict

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002
        """Store what was sealed in its place, if anything was."""
        return getattr(value, "sealed", value)

    def process_result_value(self, value: Any, dialect: Dialect) -> dict[str, Any] | None:
        """Return what stands there, or nothing where it may not be read."""
        if isinstance(value, str):
            text = opened(value, dialect)
            found: dict[str, Any] = json.loads(text) if text else {}
            return found
        return value  # type: ignore[no-any-return]


class Content(TypeDecorator[bytes]):
    """Bytes, such as those of a paper; opened like words."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """Store what was sealed in the bytes' place, if anything was."""
        return getattr(value, "sealed", value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Return the bytes."""
        return value if value is None or not value.startswith(SEALED.encode()) else opened(value, dialect)
