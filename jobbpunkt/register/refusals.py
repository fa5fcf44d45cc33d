"""What a database engine says when it cannot go on, turned into one sentence that says what to do."""

import contextlib
from collections.abc import Iterator

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm.exc import StaleDataError

from jobbpunkt.base.errors import Stale, UserError, stale
from jobbpunkt.base.words import N_
from jobbpunkt.register.location import Location

# What SQLite itself calls broken; nothing else may be told as damage. Extended codes carry these in their lowest byte.
_DAMAGED = frozenset({sqlcipher.SQLITE_CORRUPT, sqlcipher.SQLITE_NOTADB, sqlcipher.SQLITE_FORMAT})
_DAMAGED_ON_SERVER = frozenset({"XX001", "XX002"})
_NO_DISK = frozenset({sqlcipher.SQLITE_FULL, sqlcipher.SQLITE_IOERR})
_TAKEN = frozenset({sqlcipher.SQLITE_BUSY, sqlcipher.SQLITE_LOCKED, sqlcipher.SQLITE_PROTOCOL})
_NOT_OURS = frozenset({sqlcipher.SQLITE_READONLY, sqlcipher.SQLITE_CANTOPEN, sqlcipher.SQLITE_PERM})

# Copying gives no code, only SQLite's own words for it.
_WITHOUT_CODE = (
    ("database or disk is full", sqlcipher.SQLITE_FULL),
    ("disk I/O error", sqlcipher.SQLITE_IOERR),
    ("database is locked", sqlcipher.SQLITE_BUSY),
    ("database table is locked", sqlcipher.SQLITE_LOCKED),
    ("attempt to write a readonly database", sqlcipher.SQLITE_READONLY),
    ("unable to open database file", sqlcipher.SQLITE_CANTOPEN),
    ("database disk image is malformed", sqlcipher.SQLITE_CORRUPT),
    ("file is not a database", sqlcipher.SQLITE_NOTADB),
)
_ABOUT_FILES = (
    (
        _DAMAGED,
        N_(
            "{place} is damaged, or the wrong key file lies beside it. Put the right key file there if you"
            " have it; if not, restore the register from a backup, with the command jobbpunkt restore."
        ),
    ),
    (_NO_DISK, N_("The disk of {place} is full or does not answer. Nothing was changed; make room and try again.")),
    (_TAKEN, N_("Another program is working in {place}. Nothing was changed; try again in a moment.")),
    (_NOT_OURS, N_("{place} cannot be written. Check that the file and its folder are yours.")),
    (
        frozenset({sqlcipher.SQLITE_NOMEM}),
        N_("The computer's memory was not enough for {place}. Nothing was changed; close other programs and try again."),
    ),
)

# SQLSTATE of two transactions that stood in each other's way: one of them was rolled back and may simply be repeated.
_AGAIN = frozenset({"40001", "40P01", "55P03"})
_SILENT = ("08", "57P0")
_CLOSED_TO_US = ("28", "42501", "25006", "3D", "0L")

# Before a server has answered there is no code, only what libpq says of its certificate.
_STRANGER = N_(
    "The certificate of the server of {place} is not the right one, so nothing was sent to it. Check the address; if it is"
    " right, ask who runs the server."
)
_UNVERIFIED = (
    (
        "server does not support SSL",
        N_("The server of {place} does not speak TLS, so nothing was sent to it. Ask who runs it to switch that on."),
    ),
    (
        "root certificate file",
        N_(
            "The certificate of the server of {place} cannot be verified. Ask who runs it for the file of its issuer, and add"
            " sslrootcert=FILE to the address."
        ),
    ),
    ("certificate verify failed", _STRANGER),
    ("does not match host name", _STRANGER),
)


class Damaged(UserError):
    """The file is not whole, or the keys beside it are not its own: for a register that means its backup."""


class Unforeseen(UserError):
    """The engine refused for a reason that lies in the program: nothing a person did, and no damage."""


@contextlib.contextmanager
def in_words(place: Location) -> Iterator[None]:
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


def is_damage(error: BaseException) -> bool:
    """Say whether the engine itself calls the register's data broken."""
    code, state = _code(error), _state(error)
    return (code & 0xFF) in _DAMAGED or state in _DAMAGED_ON_SERVER


def lacks_room(error: BaseException | None) -> bool:
    """Say whether the engine could not write: the disk is full, does not answer, or may only be read."""
    return error is not None and (_code(error) & 0xFF) in _NO_DISK | _NOT_OURS


def _code(error: BaseException) -> int:
    raised = getattr(error, "orig", error)
    code = getattr(raised, "sqlite_errorcode", None)
    return int(code) if code else next((code for said, code in _WITHOUT_CODE if said in str(raised)), 0)


def _state(error: BaseException) -> str:
    return getattr(getattr(error, "orig", None), "sqlstate", None) or ""


def _of_file(error: BaseException, place: Location) -> UserError:
    code = _code(error) & 0xFF
    for codes, said in _ABOUT_FILES:
        if code in codes:
            return Damaged(said, place=place.text) if codes is _DAMAGED else UserError(said, place=place.text)
    name = getattr(getattr(error, "orig", error), "sqlite_errorname", None)
    return _unforeseen(str(name or type(error).__name__), place)


def _unforeseen(code: str, place: Location) -> UserError:
    sentence = N_(
        "This could not be done in {place}, because of an error in the program ({code}). Nothing was changed. Try again; if it"
        " happens again, tell support that code."
    )
    return Unforeseen(sentence, place=place.text, code=code)


def _of_server(error: BaseException, place: Location) -> UserError:
    state = _state(error)
    if state in _AGAIN:
        return Stale("Somebody else was saving at the same moment. Nothing was changed; try again.")
    if state.startswith("53"):
        return UserError("The server of {place} is full. Nothing was changed; tell who runs it.", place=place.text)
    if is_damage(error):
        return UserError(
            "The server says that data in {place} are damaged. Nothing was changed; tell who runs it.", place=place.text
        )
    for said, told in _UNVERIFIED:
        if not state and said in str(error):
            return UserError(told, place=place.text)
    # A server that answers but does not let one in says FATAL; libpq gives that no code.
    if "FATAL" in str(error) and not state.startswith("57P"):
        if place.login is not None and not state.startswith("3D"):
            return UserError("The user name or the password is wrong. Try again, or ask an administrator for a new password.")
        return UserError(
            "The server refuses the connection to {place}. Check the database's name, the user, and the password in PGPASSWORD.",
            place=place.text,
        )
    if state.startswith(_CLOSED_TO_US):
        return UserError("The server does not allow this user to work in {place}. Ask who runs it.", place=place.text)
    if not state or state.startswith(_SILENT):
        return UserError(
            "The server of {place} does not answer. Check the address and the network, and try again.", place=place.text
        )
    return _unforeseen(state, place)
