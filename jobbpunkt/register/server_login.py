"""One login on the server for each user: made and stopped with their access, under a password made from their own.

The server is never told what the user typed. What it is told costs as much to guess as a key slot does, and is made with a salt
that can be known before anybody is connected: of the database and the user name.
"""

import hashlib
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, select, text

from jobbpunkt.register import database, server_policies
from jobbpunkt.register.keys import KdfCost, wrapping_of
from jobbpunkt.register.location import Location, ServerLogin
from jobbpunkt.register.refusals import in_words
from jobbpunkt.register.server_roles import MEMBER, login_of, names_within
from jobbpunkt.register.typed_access import tidy_login
from jobbpunkt.register.unit_of_work import Writing
from models.account import User

COST = KdfCost(time=2)  # beside that of the slot, which is opened next; OWASP's floor is less than half of it

_MAKE = "SELECT jp.make_login(:who, :login, :verifier, :roles)"
_STOP = "SELECT jp.stop_login(:who)"


def signed(place: Location, login: str, password: str) -> Location:
    """Return the place as a user signs in to it: a server whose address names nobody is signed in to by each with their own."""
    if place.url is None or place.names_user:
        return place
    database, tidy = _database_of(place.url), tidy_login(login)
    return replace(place, login=ServerLogin(login_of(database, tidy), server_password(database, tidy, password)))


def _database_of(url: str) -> str:
    """Return the name of the database; an address that is none is refused where it is connected to."""
    return urlsplit(url).path[1:]


def server_password(database: str, login: str, password: str) -> str:
    """Return what the server is told instead of a password."""
    salt = hashlib.blake2b(f"{database}\n{login}".encode(), person=b"jp server login", digest_size=16).digest()
    return wrapping_of(password, salt, COST).hex()


def make(uow: Writing, user: User, password: str | None = None) -> None:
    """Give a user a login with their roles, under a new password or the one they have, where each has a login of their own."""
    uow.flush()
    connection = uow.session.connection()
    if _is_prepared(connection):
        made = None if password is None else verifier(connection, user.login, password)
        _within(uow, connection)
        roles = {"who": user.id, "login": user.login, "verifier": made, "roles": list(user.roles)}
        connection.execute(text(_MAKE), roles)


def stop(uow: Writing, user: User) -> None:
    """Take a user's login away and end what they have open there."""
    uow.flush()
    connection = uow.session.connection()
    if _is_prepared(connection):
        _within(uow, connection)
        connection.execute(text(_STOP), {"who": user.id})


def _within(uow: Writing, connection: Connection) -> None:
    """Let what the server notes of a login belong to this transaction, whose end is signed; what is done by hand is not."""
    connection.execute(text("SELECT set_config('jp.transaction', :it, true)"), {"it": str(uow.transaction)})


def realign(place: Location, login: str, password: str, kept: str | None = None) -> None:
    """After a restore: let in whom the restored register lets in, with its roles, and whoever restored it with their password.

    Whoever has changed their password since the backup asks an administrator for a new one. The schema `kept` is shut to all.
    """
    engine = database.engine_of(place, b"")
    try:
        with in_words(place), database.for_writing(engine).begin() as connection:
            owner = server_policies.owner_of(connection)
            if owner is None:
                return
            server_policies.apply(connection)
            if kept is not None:
                connection.exec_driver_sql(f"REVOKE USAGE ON SCHEMA {kept} FROM {names_within(owner)[MEMBER]}")
            users = connection.execute(select(User.id, User.login, User.roles).where(User.active)).all()
            had = set(connection.execute(text("SELECT user_id FROM jp.login")).scalars())
            for gone in had - {user.id for user in users}:
                connection.execute(text(_STOP), {"who": gone})
            for user in users:
                made = verifier(connection, login, password) if user.login == login else None
                if made is not None or user.id in had:
                    values = {"who": user.id, "login": user.login, "verifier": made, "roles": list(user.roles)}
                    connection.execute(text(_MAKE), values)
    finally:
        engine.dispose()


def change_own(uow: Writing, place: Location, password: str) -> None:
    """Give the signed-in user's own login another password."""
    if place.login is not None:
        connection = uow.session.connection()
        made = verifier(connection, uow.user.login, password)
        connection.execute(text("SELECT jp.change_login(:verifier)"), {"verifier": made})


def remember(place: Location, login: str, password: str) -> None:
    """Sign further connections in with the password that has just been changed."""
    if place.login is not None and place.url is not None:
        place.login.password = server_password(_database_of(place.url), login, password)


def verifier(connection: Connection, login: str, password: str) -> str:
    """Return what the server keeps of a password: whoever steals it can neither sign in with it nor read the password from it."""
    database = connection.engine.url.database or ""
    told = server_password(database, login, password)
    client: Any = connection.connection.driver_connection
    made: bytes = client.pgconn.encrypt_password(told.encode(), login_of(database, login).encode(), b"scram-sha-256")
    return made.decode()


def _is_prepared(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql" and server_policies.owner_of(connection) is not None
