"""What a write did, told to whoever shows it."""

from dataclasses import dataclass
from uuid import UUID

from jobbpunkt.base.words import N_


@dataclass(frozen=True, slots=True)
class Change:
    """The answer of every write: which record, which nouns were touched, and how to tell it.

    `nouns` are table names ("person", "plan_step"); open pages refresh when one they show is among them.
    `sentence` is a gettext message for the undo bar; an empty one shows none. `transaction` undoes it, where `undoable`.
    """

    record: UUID
    nouns: frozenset[str]
    transaction: UUID
    sentence: str = N_("Saved.")
    undoable: bool = True
