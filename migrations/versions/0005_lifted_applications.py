"""Applications are found again of those whose protection was lifted before the program brought them back to the index.

Until then they stayed out of it until each was saved; those of a person who was removed stayed in it.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_AT_ONCE = 1000
_STROKES = {ord("ø"): "o", ord("đ"): "d", ord("ł"): "l", ord("ħ"): "h", ord("æ"): "ae", ord("œ"): "oe"}
_LOST = """
SELECT a.id, a.person_id, a.position, a.employer, a.note FROM application a JOIN person p ON p.id = a.person_id
WHERE p.protection = 'none' AND NOT p.removed AND NOT EXISTS (SELECT 1 FROM search_entry s WHERE s.record_id = a.id)
ORDER BY a.id"""
_NOT_TO_BE_FOUND = """
DELETE FROM search_entry WHERE kind = 'application'
AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = search_entry.person_id AND p.protection = 'none' AND NOT p.removed)"""
_ENTRIES = sa.table("search_entry", *map(sa.column, ("record_id", "kind", "person_id", "title", "folded")))


def upgrade() -> None:
    op.execute(_NOT_TO_BE_FOUND)
    for entries in list(_lost()):  # read to the end before the table that it asks about is written
        op.get_bind().execute(_ENTRIES.insert(), entries)


def downgrade() -> None:
    """Leave the index as it is: it is right for every schema."""


def _lost() -> Iterator[list[dict[str, Any]]]:
    found = op.get_bind().execute(sa.text(_LOST))
    while rows := found.fetchmany(_AT_ONCE):
        yield [_entry(*row) for row in rows]


def _entry(record: Any, person: Any, position: str, employer: str, note: str) -> dict[str, Any]:
    title = f"{position}, {employer}"
    entry = {"record_id": record, "kind": "application", "person_id": person, "title": title}
    return entry | {"folded": _folded(f"{title} {note}")}


def _folded(words: str) -> str:
    """Return the words as the program of this schema folds them; written out, since a migration does not change later."""
    taken_apart = unicodedata.normalize("NFKD", words.casefold().translate(_STROKES))
    bare = "".join(sign for sign in taken_apart if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", bare))
