"""Notes are found by their words: an index of their own on both engines, filled with what was written before.

From now on both indexes on a file forget wholly what is taken out of them: nothing of a person who becomes protected is
left in their pages.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_AT_ONCE = 1000
_STROKES = {ord("ø"): "o", ord("đ"): "d", ord("ł"): "l", ord("ħ"): "h", ord("æ"): "ae", ord("œ"): "oe"}
_SQLITE_UP = (
    "CREATE VIRTUAL TABLE search_fts_notes USING fts5(folded, content='search_note', content_rowid='number', detail=none, "
    "tokenize='unicode61 remove_diacritics 2', prefix='3')",
    "INSERT INTO search_fts_notes(search_fts_notes, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO search_fts(search_fts, rank) VALUES ('secure-delete', 1)",
    "CREATE TRIGGER search_note_insert AFTER INSERT ON search_note BEGIN "
    "INSERT INTO search_fts_notes(rowid, folded) VALUES (new.number, new.folded); END",
    "CREATE TRIGGER search_note_delete AFTER DELETE ON search_note BEGIN "
    "INSERT INTO search_fts_notes(search_fts_notes, rowid, folded) VALUES ('delete', old.number, old.folded); END",
    "CREATE TRIGGER search_note_update AFTER UPDATE ON search_note BEGIN "
    "INSERT INTO search_fts_notes(search_fts_notes, rowid, folded) VALUES ('delete', old.number, old.folded); "
    "INSERT INTO search_fts_notes(rowid, folded) VALUES (new.number, new.folded); END",
)
_SQLITE_DOWN = (
    "DROP TRIGGER search_note_update",
    "DROP TRIGGER search_note_delete",
    "DROP TRIGGER search_note_insert",
    "DROP TABLE search_fts_notes",
    "INSERT INTO search_fts(search_fts, rank) VALUES ('secure-delete', 0)",
)
_POSTGRES_UP = ("CREATE INDEX search_note_words ON search_note USING gin (to_tsvector('simple', folded))",)
_POSTGRES_DOWN = ("DROP INDEX search_note_words",)
# Of whom everybody may know; a meeting also with somebody who is protected is left out whole.
_KNOWN = "p.protection = 'none' AND NOT p.removed"
_OLD = f"""
SELECT n.id, 'person_note', n.text, '', n.noted_on AS day FROM person_note n JOIN person p ON p.id = n.person_id WHERE {_KNOWN}
UNION ALL
SELECT a.id, 'agreed_step', a.text, '', a.due_on FROM agreed_step a JOIN person p ON p.id = a.person_id WHERE {_KNOWN}
UNION ALL
SELECT s.id, 'coaching_session', s.note, s.summary, CAST(s.starts_at AS DATE) FROM coaching_session s
  WHERE (s.note <> '' OR s.summary <> '')
  AND EXISTS (SELECT 1 FROM session_participant t JOIN person p ON p.id = t.person_id WHERE t.session_id = s.id AND NOT p.removed)
  AND NOT EXISTS (SELECT 1 FROM session_participant t JOIN person p ON p.id = t.person_id
                  WHERE t.session_id = s.id AND p.protection <> 'none')
ORDER BY day, 1"""  # noqa: S608 - put together from the words above
_ENTRIES = sa.table("search_note", sa.column("record_id"), sa.column("kind"), sa.column("folded"))


def upgrade() -> None:
    op.create_table(
        "search_note",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_search_note")),
        sa.UniqueConstraint("record_id", name=op.f("uq_search_note_record_id")),
    )
    for statement in _SQLITE_UP if _on_sqlite() else _POSTGRES_UP:
        op.execute(statement)
    for entries in _old():
        op.get_bind().execute(_ENTRIES.insert(), entries)


def downgrade() -> None:
    for statement in _SQLITE_DOWN if _on_sqlite() else _POSTGRES_DOWN:
        op.execute(statement)
    op.drop_table("search_note")


def _old() -> Iterator[list[dict[str, Any]]]:
    found = op.get_bind().execute(sa.text(_OLD))
    while rows := found.fetchmany(_AT_ONCE):
        entries = ({"record_id": row[0], "kind": row[1], "folded": _folded(f"{row[2]} {row[3]}")} for row in rows)
        if kept := [entry for entry in entries if entry["folded"]]:
            yield kept


def _folded(words: str) -> str:
    """Return the words as the program of this schema folds them; written out, since a migration does not change later."""
    taken_apart = unicodedata.normalize("NFKD", words.casefold().translate(_STROKES))
    bare = "".join(sign for sign in taken_apart if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", bare))


def _on_sqlite() -> bool:
    return op.get_context().dialect.name == "sqlite"
