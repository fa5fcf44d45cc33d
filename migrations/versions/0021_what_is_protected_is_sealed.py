"""What the history says of protected people can be sealed and opened again: nothing else of an entry ever changes."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_FIXED = ("number", "transaction_id", "at", "user_id", "action", "noun", "record_id", "person_id", "told", "previous", "hash")
_SAID = ("before", "after", "reason", "salt")
_KEPT = " AND ".join(f"new.{one} IS NOT DISTINCT FROM old.{one}" for one in _FIXED)
# From words to a seal or from a seal to words; what is empty stays empty.
_TURNED = "(new.{one} IS NOT DISTINCT FROM old.{one} OR (old.{one} LIKE 'sealed:%') <> (new.{one} LIKE 'sealed:%'))"
_SEALED = " AND ".join(_TURNED.format(one=one) for one in _SAID)
# A server can see for itself that the words that come back are those that the digest is of.
_SAID_AGAIN = (
    "(new.told IS NULL OR new.salt LIKE 'sealed:%' OR new.told = encode(sha256(convert_to(format("
    """'{"after":%s,"before":%s,"reason":%s,"salt":%s}', """
    + ", ".join(f"coalesce(to_json(new.{one})::text, 'null')" for one in ("after", "before", "reason", "salt"))
    + "), 'UTF8')), 'hex'))"
)
_SQLITE_OLD = (
    "CREATE TRIGGER history_entry_no_update BEFORE UPDATE ON history_entry BEGIN SELECT RAISE(ABORT, 'history only grows'); END"
)
_SQLITE_UP = (
    "DROP TRIGGER history_entry_no_update",
    f"CREATE TRIGGER history_entry_no_update BEFORE UPDATE ON history_entry WHEN NOT COALESCE({_KEPT} AND {_SEALED}, 0) "
    "BEGIN SELECT RAISE(ABORT, 'history only grows'); END",
)
_POSTGRES_UP = (
    "DROP TRIGGER history_entry_append_only ON history_entry",
    "CREATE TRIGGER history_entry_append_only BEFORE DELETE OR TRUNCATE ON history_entry "
    "FOR EACH STATEMENT EXECUTE FUNCTION history_is_append_only()",
    f"CREATE TRIGGER history_entry_no_update BEFORE UPDATE ON history_entry FOR EACH ROW "
    f"WHEN (NOT COALESCE({_KEPT} AND {_SEALED} AND {_SAID_AGAIN}, false)) EXECUTE FUNCTION history_is_append_only()",
)
_POSTGRES_DOWN = (
    "DROP TRIGGER history_entry_no_update ON history_entry",
    "DROP TRIGGER history_entry_append_only ON history_entry",
    "CREATE TRIGGER history_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON history_entry "
    "FOR EACH STATEMENT EXECUTE FUNCTION history_is_append_only()",
)


def upgrade() -> None:
    for name in ("salt", "told"):
        op.add_column("history_entry", sa.Column(name, sa.Text(), nullable=True))
    for statement in _SQLITE_UP if _on_sqlite() else _POSTGRES_UP:
        op.execute(statement)


def downgrade() -> None:
    for statement in ("DROP TRIGGER history_entry_no_update", _SQLITE_OLD) if _on_sqlite() else _POSTGRES_DOWN:
        op.execute(statement)
    for name in ("told", "salt"):
        op.execute(f"ALTER TABLE history_entry DROP COLUMN {name}")


def _on_sqlite() -> bool:
    return op.get_context().dialect.name == "sqlite"
