"""Primary keys made by the program: UUIDv7, so that rows made apart can be merged and still sort by time."""

from uuid import UUID

from uuid_utils.compat import uuid7

_WITHIN = 80  # the bits of a UUIDv7 below its millisecond


def new_id() -> UUID:
    """Return a new UUIDv7."""
    return uuid7()


def id_after(other: UUID) -> UUID:
    """Return a new UUIDv7 greater than another, also where the clock that made the other one was ahead of ours."""
    made = uuid7()
    if made > other:
        return made
    return UUID(int=((other.int >> _WITHIN) + 1) << _WITHIN | made.int & ((1 << _WITHIN) - 1))
