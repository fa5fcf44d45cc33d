"""Whom a record is about: followed up its foreign keys, so that a person's history holds all that concerns them."""

import json
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobbpunkt.history import Happening


def told(session: Session, happening: Happening) -> Happening:
    """Return the happening with its person filled in, where there is one."""
    if happening.person is not None:
        return happening
    if happening.noun == "person":
        return replace(happening, person=happening.record)
    values = json.loads(happening.after or happening.before or "{}")
    return replace(happening, person=_follow(session, happening.noun, happening.record, values))


def _follow(session: Session, noun: str, record: UUID, values: dict[str, Any]) -> UUID | None:
    """Return the person at the end of the chain of parents, or None."""
    from models.tables import metadata  # every table, which the first page of the window has no need of

    table = metadata().tables[noun]
    for column in table.columns:
        for key in column.foreign_keys:
            parent = key.column.table
            if parent.name not in _PARENTS:
                continue
            parent_id = values.get(column.name) or session.scalar(select(column).where(table.c.id == record))
            if parent_id is None:
                continue
            parent_id = UUID(str(parent_id))
            if parent.name == "person":
                return parent_id
            return _follow(session, parent.name, parent_id, {})
    return None


# The tables that hang on a person, directly or through one another.
_PARENTS = frozenset(
    {
        "person",
        "case_file",
        "outcome",
        "cv",
        "letter",
        "application",
        "plan",
        "plan_goal",
        "plan_version",
    }
)
