"""Primary keys made by the program: UUIDv7, so that rows made apart can be merged and still sort by time."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """Return a new UUIDv7."""
    return uuid7()
