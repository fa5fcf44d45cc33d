"""The two engines behind a register: an encrypted SQLite file and a PostgreSQL server."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import QueuePool

from jobbpunkt.errors import UserError
from jobbpunkt.location import Location

OLDEST_SQLITE = (3, 51, 3)  # before it, a reset of the write-ahead log could lose a commit
_PLAIN_HEADER = b"SQLite format 3\x00"
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # an acknowledged save survives a power cut
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",  # nothing typed may land in a temporary file
    "cache_size=-64000",
    "trusted_schema=OFF",
)


def engine_of(location: Location, key: bytes) -> Engine:
    """Return the engine of a register, connected once to show that it answers and that the key fits."""
    engine = _server_engine(location) if location.is_server else _file_engine(location, key)
    with answering(location):
        engine.connect().close()
    return engine


def refuse_plain(path: Path) -> None:
    """Refuse a file that is missing or that anybody could read."""
    if not path.exists():
        raise UserError("There is no register at {path}. Check the name, or create a new register.", path=path)
    if path.is_dir():
        raise UserError("{path} is a folder. Choose the register file in it.", path=path)
    with path.open("rb") as file:
        header = file.read(16)
    if header == _PLAIN_HEADER:
        raise UserError("{path} is an unencrypted database and not a Jobbpunkt register. Choose another file.", path=path)
    if len(header) < 16:
        raise UserError("{path} is empty or cut off. Restore the register from a backup.", path=path)


@contextlib.contextmanager
def answering(location: Location) -> Iterator[None]:
    """Turn an engine's refusal into the sentence that fits."""
    try:
        yield
    except OperationalError as error:
        if location.is_server:
            raise UserError(
                "The server of {place} does not answer. Check the address and the network, and try again.", place=location.text
            ) from error
        raise _unreadable(location) from error
    except (DatabaseError, sqlcipher.DatabaseError) as error:
        raise _unreadable(location) from error


def _unreadable(location: Location) -> UserError:
    return UserError(
        "{place} is damaged, or its key file belongs to another register. Restore the register from a backup.",
        place=location.text,
    )


def connect_file(path: Path, key: bytes) -> Any:
    """Return a bare SQLCipher connection with our settings; the key is exactly 32 raw bytes."""
    if len(key) != 32:
        raise ValueError("a register key has 32 bytes")  # a shorter one would silently become a passphrase
    connection = sqlcipher.connect(str(path), timeout=10, check_same_thread=False, isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        _demand_cipher(connection)
        connection.execute("SELECT count(*) FROM sqlite_master")  # a wrong key fails here
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _demand_cipher(connection: Any) -> None:
    """Fail closed: without SQLCipher the key would be ignored and plain text written."""
    if not connection.execute("PRAGMA cipher_version").fetchone() or sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise UserError("This installation's database engine cannot encrypt safely. Install Jobbpunkt again.")


def _file_engine(location: Location, key: bytes) -> Engine:
    path = location.path
    assert path is not None  # noqa: S101 - a file location has a path
    engine = create_engine(
        f"sqlite+pysqlite:///{path}", module=sqlcipher, creator=lambda: connect_file(path, key), poolclass=QueuePool, pool_size=2
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        """Begin as a writer at once where one will write, so that two writers wait instead of failing midway."""
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _server_engine(location: Location) -> Engine:
    assert location.url is not None  # noqa: S101 - a server location has a URL
    return create_engine(location.url, pool_size=2, pool_pre_ping=True, connect_args={"connect_timeout": 5})


def schema_version(engine: Engine) -> str | None:
    """Return the schema version that a register says it has, or None for a database that is not one."""
    with engine.connect() as connection:
        if not engine.dialect.has_table(connection, "alembic_version"):
            return None
        row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
        return row[0] if row else None
