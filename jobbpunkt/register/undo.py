"""Taking back a change: what its history says was before is written again, unless it has been changed since."""

import json
from collections.abc import Sequence
from datetime import date, datetime, time
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import Column, func, inspect, select

from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import NotAllowed, NotFound, Stale, gone
from jobbpunkt.base.words import N_
from jobbpunkt.register import consents_shield, shield, subject
from jobbpunkt.register.history import plain
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.register.vault import is_sealed
from models.base import Record
from models.history import HistoryEntry
from models.plan import Plan
from models.vocabulary import HistoryAction

UNTAKEN = frozenset({"user_account"})  # undoing a change of role would leave its keys where they are
TURNS = frozenset({HistoryAction.PROTECTED, HistoryAction.UNPROTECTED})
SAID = frozenset({"consent"})  # what a person has said is not unsaid by whoever wrote it down
GROWS = frozenset({"tally_entry", "stand_mark", "feedback"})  # the database removes none


def undo(uow: Writing, transaction: UUID) -> Change:
    """Take back one transaction wholly; Stale if any of its records has changed since."""
    entries = uow.session.scalars(
        select(HistoryEntry).where(HistoryEntry.transaction_id == transaction).order_by(HistoryEntry.number.desc())
    ).all()
    written = [entry for entry in entries if entry.before is not None or entry.after is not None]
    if not written:
        raise NotFound("There is nothing to undo.")
    if any(entry.user_id != uow.user.id for entry in written):
        raise NotFound("Only the one who made a change can undo it.")
    if any(entry.noun in UNTAKEN for entry in written):
        raise NotAllowed("Roles and access cannot be undone. An administrator changes them in the settings.")
    if any(entry.noun in SAID for entry in written):
        raise NotAllowed("A consent cannot be undone. Put it right where it stands, or withdraw it.")
    if any(entry.noun in GROWS for entry in written):
        raise NotAllowed("What was counted is not undone. Take it back where it stands, by a further entry.")
    _refuse_protected(uow, entries, written)
    _refuse_shut(uow, written)
    from models.tables import records  # a change may be of any table, also of one that nothing has used yet

    for entry in written:
        _undo_one(uow, records()[entry.noun], entry)
        uow.flush()
    return uow.change_of(written[-1].record_id, N_("Undone."), undoable=False)


def _refuse_protected(uow: Writing, entries: Sequence[HistoryEntry], written: Sequence[HistoryEntry]) -> None:
    """Refuse what would bring back words of a protected person from before, and what one may not read oneself."""
    if any(entry.action in TURNS for entry in entries):
        raise NotAllowed("Protection cannot be undone. Change it where the person's details stand.")
    hidden = uow.veil.whose(uow.asking(), written)
    if not hidden:
        return
    since = select(func.max(HistoryEntry.number)).where(
        HistoryEntry.person_id.in_(hidden), HistoryEntry.action == HistoryAction.PROTECTED
    )
    if any(entry.number <= (uow.session.scalar(since) or 0) for entry in written):
        raise NotAllowed("This was written before the person's identity was protected, and cannot be undone. Change it by hand.")
    if any("" in (entry.before, entry.after) for entry in written):
        raise NotAllowed(uow.vault.protected.refusal)


def _refuse_shut(uow: Writing, entries: Sequence[HistoryEntry]) -> None:
    """Refuse to change a plan that the user may not see any more, or whose consent was withdrawn."""
    found = {subject.plan_of(uow.session, entry.noun, entry.record_id, entry.after or entry.before) for entry in entries}
    there = uow.session.scalars(select(Plan.id).where(Plan.id.in_(found - {None}))).all() if found - {None} else ()
    open_to_user = (Plan.id.in_(there), shield.visible_plans(uow), consents_shield.consented())
    if there and len(uow.session.scalars(select(Plan.id).where(*open_to_user)).all()) < len(there):
        raise gone()


def _undo_one(uow: Writing, model: type[Record], entry: HistoryEntry) -> None:
    before = json.loads(entry.before) if entry.before is not None else None
    after = json.loads(entry.after) if entry.after is not None else None
    row = uow.session.get(model, entry.record_id)
    now = None if row is None or after is None else {name: plain(getattr(row, name)) for name in after}
    if now != after or _of_another_epoch(uow, before):
        raise _changed_since()
    if row is None:
        assert before is not None  # noqa: S101 - a removal has told what was there
        uow.add(model(id=entry.record_id, **_parsed(model, before)))
    elif before is None:
        uow.remove(row)
    else:
        for name, value in _parsed(model, before).items():
            setattr(row, name, value)


def _of_another_epoch(uow: Writing, before: dict[str, Any] | None) -> bool:
    """Tell whether what would be written again was sealed with keys that are not today's."""
    sealed = [value for value in (before or {}).values() if isinstance(value, str) and is_sealed(value)]
    return not all(value.startswith((uow.vault.health.mark, uow.vault.protected.mark)) for value in sealed)


def _changed_since() -> Stale:
    return Stale("This cannot be undone: the record has been changed since. Open it and correct it by hand.")


def _parsed(model: type[Record], values: dict[str, Any]) -> dict[str, Any]:
    columns = {attribute.key: attribute.columns[0] for attribute in inspect(model).column_attrs}
    return {name: _parse(columns[name], value) for name, value in values.items()}


def _parse(column: Any, value: Any) -> Any:
    if value is None:
        return None
    kind = _python_type(column)
    if kind is bytes:  # the history keeps only a digest of a frozen paper
        raise _changed_since()
    if issubclass(kind, datetime | date | time):
        return kind.fromisoformat(value)
    if issubclass(kind, UUID | Enum):
        return kind(value)
    return value


def _python_type(column: Column[Any]) -> type[Any]:
    enum_class: type[Any] | None = getattr(column.type, "enum_class", None)
    return enum_class or column.type.python_type
