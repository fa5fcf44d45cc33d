"""Copies of one database that are used again and again: putting one back as it was takes a tenth of what a new one does.

What a test left in the rows is replaced by what the template holds. A copy whose shape has changed - a table, a column, a
trigger, a right, a setting - is thrown away instead, and so is one that cannot be put back.
"""

from dataclasses import dataclass, field
from uuid import uuid4

import psycopg
from psycopg import Connection, sql

from tests.postgres import Server

MOST_USES = 50  # what is deleted takes room until the server tidies up
OURS = 16384  # the first object that does not belong to PostgreSQL itself

# Everything that says what a database is like, but for its rows, changes the `xmin` of a row in one of these.
_SHAPE = sql.SQL(
    " UNION ALL ".join(
        f"SELECT '{catalogue}', string_agg({key} || ':' || xmin, ',' ORDER BY {key}) FROM {catalogue} WHERE {which}"
        for catalogue, key, which in (
            ("pg_class", "oid || ':' || relfilenode", f"oid >= {OURS}"),
            ("pg_attribute", "attrelid || ':' || attnum", f"attrelid >= {OURS}"),
            ("pg_attrdef", "oid", "true"),
            ("pg_constraint", "oid", f"oid >= {OURS}"),
            ("pg_database", "oid", "datname = current_database()"),
            (
                "pg_db_role_setting",
                "setdatabase",
                "setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())",
            ),
            ("pg_default_acl", "oid", "true"),
            ("pg_description", "objoid || ':' || objsubid", f"objoid >= {OURS}"),
            ("pg_extension", "oid", "true"),
            ("pg_index", "indexrelid", f"indexrelid >= {OURS}"),
            ("pg_namespace", "oid", "nspname NOT LIKE 'pg_%temp%'"),
            ("pg_policy", "oid", "true"),
            ("pg_proc", "oid", f"oid >= {OURS}"),
            ("pg_rewrite", "oid", f"oid >= {OURS}"),
            ("pg_trigger", "oid", "true"),
            ("pg_type", "oid", f"oid >= {OURS}"),
        )
    )
    + " UNION ALL SELECT 'sequences', string_agg(sequencename || ':' || last_value, ',' ORDER BY sequencename) FROM pg_sequences"
)
_FILLED = sql.SQL(
    "SELECT nspname, relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace"
    f" WHERE relkind = 'r' AND pg_class.oid >= {OURS} AND pg_relation_size(pg_class.oid) > 0"
)
_CUT_OFF = sql.SQL(
    "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
)

Table = tuple[str, str]


@dataclass(slots=True)
class Copy:
    """A copy, what it was like when it was new, and how often it has been used since."""

    name: str
    shape: list[tuple[str, ...]]
    uses: int = 0


@dataclass(slots=True)
class Shelf:
    """The copies of one template that nobody uses at the moment."""

    server: Server
    template: str
    _ready: list[Copy] = field(default_factory=list)
    _rows: dict[Table, bytes] | None = None

    def take(self) -> Copy:
        """Return a copy that is as the template."""
        return self._ready.pop() if self._ready else self._new()

    def give_back(self, copy: Copy) -> None:
        """Put a copy back for the next who wants one, cutting off whoever is still connected."""
        copy.uses += 1
        if copy.uses < MOST_USES and self._is_restored(copy):
            self._ready.append(copy)
        else:
            self.server.drop(copy.name)

    def _new(self) -> Copy:
        name = f"register_{uuid4().hex}"
        address = self.server.create(name, template=self.template)
        with psycopg.connect(address) as connection:
            if self._rows is None:
                self._rows = {table: _read(connection, table) for table in _filled(connection)}
            return Copy(name, _shape(connection))

    def _is_restored(self, copy: Copy) -> bool:
        assert self._rows is not None
        try:
            with psycopg.connect(self.server.url(copy.name)) as connection:
                connection.execute(_CUT_OFF)
                if _shape(connection) != copy.shape:
                    return False
                # Triggers guard the history, and foreign keys the order; neither is wanted when all of it is replaced.
                connection.execute("SET LOCAL session_replication_role = replica")
                for table in _filled(connection):
                    connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(*table)))
                for table, rows in self._rows.items():
                    _write(connection, table, rows)
        except psycopg.Error:
            return False
        return True


def _shape(connection: Connection) -> list[tuple[str, ...]]:
    return connection.execute(_SHAPE).fetchall()


def _filled(connection: Connection) -> list[Table]:
    return [(schema, name) for schema, name in connection.execute(_FILLED)]


def _read(connection: Connection, table: Table) -> bytes:
    with connection.cursor().copy(sql.SQL("COPY {} TO STDOUT (FORMAT binary)").format(sql.Identifier(*table))) as rows:
        return b"".join(rows)


def _write(connection: Connection, table: Table, rows: bytes) -> None:
    with connection.cursor().copy(sql.SQL("COPY {} FROM STDIN (FORMAT binary)").format(sql.Identifier(*table))) as target:
        target.write(rows)
