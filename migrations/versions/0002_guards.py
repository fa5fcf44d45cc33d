"""Guards and indexes that tables alone cannot express: an append-only history, and prefix search on both engines."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SQLITE_UP = (
    "CREATE VIRTUAL TABLE search_fts USING fts5(folded, content='search_entry', content_rowid='number', "
    "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')",
    "CREATE TRIGGER search_entry_insert AFTER INSERT ON search_entry BEGIN "
    "INSERT INTO search_fts(rowid, folded) VALUES (new.number, new.folded); END",
    "CREATE TRIGGER search_entry_delete AFTER DELETE ON search_entry BEGIN "
    "INSERT INTO search_fts(search_fts, rowid, folded) VALUES ('delete', old.number, old.folded); END",
    "CREATE TRIGGER search_entry_update AFTER UPDATE ON search_entry BEGIN "
    "INSERT INTO search_fts(search_fts, rowid, folded) VALUES ('delete', old.number, old.folded); "
    "INSERT INTO search_fts(rowid, folded) VALUES (new.number, new.folded); END",
    "CREATE TRIGGER history_entry_no_update BEFORE UPDATE ON history_entry BEGIN SELECT RAISE(ABORT, 'history only grows'); END",
    "CREATE TRIGGER history_entry_no_delete BEFORE DELETE ON history_entry BEGIN SELECT RAISE(ABORT, 'history only grows'); END",
)
_SQLITE_DOWN = (
    "DROP TRIGGER history_entry_no_delete",
    "DROP TRIGGER history_entry_no_update",
    "DROP TRIGGER search_entry_update",
    "DROP TRIGGER search_entry_delete",
    "DROP TRIGGER search_entry_insert",
    "DROP TABLE search_fts",
)
_POSTGRES_UP = (
    "CREATE INDEX search_entry_words ON search_entry USING gin (to_tsvector('simple', folded))",
    "CREATE FUNCTION history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'history is append-only'; END $$",
    "CREATE TRIGGER history_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON history_entry "
    "FOR EACH STATEMENT EXECUTE FUNCTION history_is_append_only()",
)
_POSTGRES_DOWN = (
    "DROP TRIGGER history_entry_append_only ON history_entry",
    "DROP FUNCTION history_is_append_only()",
    "DROP INDEX search_entry_words",
)


def upgrade() -> None:
    for statement in _SQLITE_UP if _on_sqlite() else _POSTGRES_UP:
        op.execute(statement)


def downgrade() -> None:
    for statement in _SQLITE_DOWN if _on_sqlite() else _POSTGRES_DOWN:
        op.execute(statement)


def _on_sqlite() -> bool:
    return op.get_context().dialect.name == "sqlite"
