"""What a database engine says when it cannot go on, turned into one sentence that says what to do."""

import contextlib
from collections.abc import Iterator

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from jobbpunkt.errors import Stale, UserError, stale
from jobbpunkt.location import Location

# SQLSTATE of two transactions that stood in each other's way: one of them was rolled back and may simply be repeated.
_AGAIN = frozenset({"40001", "40P01", "55P03"})
_FULL = frozenset({"53100", "53200", "53300"})


@contextlib.contextmanager
def told(place: Location) -> Iterator[None]:
    """Raise the sentence that fits instead of the engine's own error."""
    try:
        yield
    except (DBAPIError, StaleDataError, sqlcipher.Error) as error:
        raise sentence(error, place) from error


def sentence(error: BaseException, place: Location) -> UserError:
    """Return the refusal for an error of the engine behind the register at `place`."""
    if isinstance(error, StaleDataError):
        return stale()
    if isinstance(error, IntegrityError):
        return UserError("This is already in the register, or refers to something that is no longer there.")
    return _of_server(error, place) if place.is_server else _of_file(error, place)


def _of_file(error: BaseException, place: Location) -> UserError:
    said = str(error).lower()
    if "disk is full" in said or "disk i/o" in said:
        return UserError(
            "The disk of {place} is full or does not answer. Nothing was changed; make room and try again.", place=place.text
        )
    if "locked" in said or "busy" in said:
        return UserError("Another program is working in {place}. Nothing was changed; try again in a moment.", place=place.text)
    if "readonly" in said or "unable to open" in said:
        return UserError("{place} cannot be written. Check that the file and its folder are yours.", place=place.text)
    return UserError(
        "{place} is damaged, or its key file belongs to another register. Restore the register from a backup.",
        place=place.text,
    )


def _of_server(error: BaseException, place: Location) -> UserError:
    state = getattr(getattr(error, "orig", None), "sqlstate", None) or ""
    if state in _AGAIN:
        return Stale("Somebody else was saving at the same moment. Nothing was changed; try again.")
    if state in _FULL:
        return UserError("The server of {place} is full. Nothing was changed; tell who runs it.", place=place.text)
    # A server that answers but does not let one in says FATAL; libpq gives that no code.
    if "FATAL" in str(error) and not state.startswith("57P"):
        return UserError(
            "The server refuses the connection to {place}. Check the database's name, the user, and the password in PGPASSWORD.",
            place=place.text,
        )
    if state.startswith(("28", "42", "25")):
        return UserError("The server does not allow this user to work in {place}. Ask who runs it.", place=place.text)
    return UserError("The server of {place} does not answer. Check the address and the network, and try again.", place=place.text)
