"""The two engines behind a register: an encrypted SQLite file and a PostgreSQL server."""

import codecs
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.register.guard import Guard
from jobbpunkt.register.location import Location
from jobbpunkt.register.refusals import Damaged, in_words
from jobbpunkt.register.server_engine import server_engine

GATE = "/* gate */"  # what the program asks for itself: no answer that is shown depends on it
OLDEST_SQLITE = (3, 51, 3)  # before it, a reset of the write-ahead log could lose a commit
PAGE = 4096  # SQLCipher's page; a shorter file would be taken for a new, empty one and written over
_PLAIN_HEADER = b"SQLite format 3\x00"
# How other files begin: PDF, ZIP and what lies in one, pictures, old office files; a register begins at random.
_OTHERS = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff\xe0", b"\xd0\xcf\x11\xe0")
_NEVER_IN_TEXT = bytes(set(range(32)) - set(b"\t\n\r\f"))
_SURELY_TEXT = 256  # so many random bytes without any of the above do not happen
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # an acknowledged save survives a power cut
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",  # nothing typed may land in a temporary file
    "cache_size=-64000",
    "trusted_schema=OFF",
)

# With samples of an index the engine plans each query that uses it anew whenever a value is given, to look that up among them.
# They are of use where hardly any row has a value, which makes all rows look alike.
FEWER_SAMPLES = """DELETE FROM sqlite_stat4 WHERE idx NOT IN (SELECT made.name FROM sqlite_master AS made
  JOIN pragma_index_info(made.name) AS part ON part.seqno = 0 JOIN pragma_table_info(made.tbl_name) AS col ON col.name = part.name
  WHERE made.type = 'index' AND NOT col."notnull")"""


def engine_of(location: Location, key: bytes, guard: Guard | None = None) -> Engine:
    """Return the engine of a register, connected once to show that it answers and that the key fits."""
    with in_words(location):
        return answering(server_engine(location) if location.is_server else file_engine(location.file, key, guard))


def answering(engine: Engine) -> Engine:
    """Return the engine once it has answered; one that does not is let go of."""
    try:
        engine.connect().close()
    except BaseException:
        engine.dispose()
        raise
    return engine


def refuse_plain(path: Path) -> None:
    """Refuse a file that is missing, cut off, not ours to read, or that anybody could read."""
    if files.is_folder(path):
        raise UserError("{path} is a folder. Choose the register file in it.", path=path)
    if not files.exists(path):
        raise UserError("There is no register at {path}. Check the name, or create a new register.", path=path)
    header = files.beginning(path, PAGE)
    if header.startswith(_PLAIN_HEADER):
        raise UserError("{path} is an unencrypted database and not a Jobbpunkt register. Choose another file.", path=path)
    if header.startswith(_OTHERS) or _is_text(header):
        raise UserError("{path} is another kind of file and not a Jobbpunkt register. Choose another file.", path=path)
    if len(header) < PAGE:
        raise Damaged(
            N_(
                "{path} is empty, or a part of it is missing. Restore the register from a backup, with"
                " the command jobbpunkt restore."
            ),
            path=path,
        )


def _is_text(beginning: bytes) -> bool:
    """Tell whether a file begins as one that people write: a list as CSV, a letter, a page."""
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):  # text as Windows saves it, where every other byte is often none
        return beginning.count(0) > len(beginning) // 4
    if not beginning or beginning.translate(None, _NEVER_IN_TEXT) != beginning:
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(beginning)
    except UnicodeDecodeError:  # letters as they were written before UTF-8
        return len(beginning) >= _SURELY_TEXT
    return True


def connect_file(path: Path, key: bytes, *, resting: bool = False, alone: bool = False) -> Any:
    """Return a bare SQLCipher connection with our settings; the key is exactly 32 raw bytes.

    The file must exist: a mistyped or vanished one is never made anew. A `resting` one is only read, and nothing is
    written beside it. One that is had `alone` needs no memory shared beside it.
    """
    if len(key) != 32:
        raise ValueError("a register key has 32 bytes")  # a shorter one would silently become a passphrase
    address = f"{path.absolute().as_uri()}?{'mode=ro&immutable=1' if resting else 'mode=rw'}"
    connection = sqlcipher.connect(address, uri=True, timeout=10, check_same_thread=False, isolation_level=None)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        _demand_cipher(connection)
        if alone:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("SELECT count(*) FROM sqlite_master")  # a wrong key fails here
        for pragma in _PRAGMAS[resting:]:  # the first one would write
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _demand_cipher(connection: Any) -> None:
    """Fail closed: without SQLCipher the key would be ignored and plain text written."""
    if not connection.execute("PRAGMA cipher_version").fetchone() or sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise UserError("This installation's database engine cannot encrypt safely. Install Jobbpunkt again.")


def file_engine(path: Path, key: bytes, guard: Guard | None = None) -> Engine:
    """Return the engine of a register file, not yet connected; each of its writes asks the guard."""
    guard = guard or Guard(path)

    def connected() -> Any:
        guard.demand_same()
        return connect_file(path, key)

    # The path stands in the URL only so that SQLAlchemy keeps a pool as for any file; `creator` is what connects.
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        module=sqlcipher,
        hide_parameters=True,  # an error may be logged; what people typed may not
        creator=connected,
        poolclass=QueuePool,
        pool_size=2,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        """Begin as a writer at once where one will write, so that two writers wait instead of failing midway."""
        writes = _writes(connection)
        if writes:
            guard.demand_same()
        send(connection, "BEGIN IMMEDIATE" if writes else "BEGIN")

    @event.listens_for(engine, "commit")
    def _commit(connection: Connection) -> None:
        if _writes(connection):
            guard.demand_same()

    return engine


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("writes", False))


def send(connection: Connection, words: str, values: Any = ()) -> Sequence[Any]:
    """Send a statement as the engine has it, with values as it keeps them, and return its rows as it gives them.

    SQLAlchemy's own way through its results costs several times what most of our questions do.
    """
    cursor, failed = connection.connection.cursor(), connection.dialect.loaded_dbapi.Error
    try:
        for listener in connection.dispatch.before_cursor_execute:  # whoever listens to what is sent hears this too
            listener(connection, cursor, words, values, None, False)
        cursor.execute(words, values)
        for listener in connection.dispatch.after_cursor_execute:
            listener(connection, cursor, words, values, None, False)
        return cursor.fetchall() if cursor.description else []
    except failed as error:
        raise DBAPIError.instance(words, None, error, failed, hide_parameters=True, dialect=connection.dialect) from error
    finally:
        cursor.close()


def resting_engine(path: Path, key: bytes) -> Engine:
    """Return an engine that reads a backup where it lies, even where nothing can be written.

    A file that somebody has open has a log beside it, and is opened like any other.
    """
    resting = not path.with_name(path.name + "-wal").exists()
    url = URL.create("sqlite+pysqlite", database=str(path))
    creator = partial(connect_file, path, key, resting=resting)
    return create_engine(url, module=sqlcipher, hide_parameters=True, creator=creator, poolclass=QueuePool)


def reading_options(engine: Engine) -> dict[str, Any]:
    """Return what makes a reader see one moment and write nothing, on the server; on a file every reader is so."""
    if engine.dialect.name == "sqlite":
        return {"writes": False}
    return {"writes": False, "isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


def for_reading(engine: Engine) -> Engine:
    """Return the engine for transactions that read; it shares the connections of the one given."""
    return engine.execution_options(**reading_options(engine))


def for_writing(engine: Engine) -> Engine:
    """Return the engine for transactions that write."""
    return engine.execution_options(writes=True)


def optimise(connection: Connection) -> None:
    """Let a register file count again what its tables hold, where that has changed; a server does so by itself."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA optimize(0x10002)")
        if _has_samples(connection):
            connection.exec_driver_sql(FEWER_SAMPLES)


def forget_samples(connection: Connection) -> None:
    """Forget what the engine of a file noted of its indexes, names among it; it counts again when the register is closed."""
    if connection.dialect.name == "sqlite" and _has_samples(connection):
        connection.exec_driver_sql("DELETE FROM sqlite_stat4")


def _has_samples(connection: Connection) -> bool:
    return connection.dialect.has_table(connection, "sqlite_stat4")


def schema_version(engine: Engine) -> str | None:
    """Return the schema version that a register says it has, or None for a database that is not one."""
    with engine.connect() as connection:
        return version_in(connection)


def version_in(connection: Connection) -> str | None:
    """Return the same on an open connection."""
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return row[0] if row else None
