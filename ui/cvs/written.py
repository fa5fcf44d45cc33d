"""CVs and letters in one list, and which service and editor serves each."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING
from uuid import UUID

from jobbpunkt.written import cvs, letters
from jobbpunkt.written.versioned import WrittenRow

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Reading


@dataclass(frozen=True, slots=True)
class Written:
    """A CV or a letter in the list."""

    row: WrittenRow
    letter: bool


def service_of(letter: bool) -> ModuleType:  # noqa: FBT001 - which of two
    """Return the module that serves either; both have the same functions."""
    return letters if letter else cvs


def written_of(uow: Reading, person: UUID) -> tuple[Written, ...]:
    """Return a person's CVs and letters, the latest changed first."""
    found = [Written(row, letter=False) for row in cvs.of_person(uow, person)]
    found += [Written(row, letter=True) for row in letters.of_person(uow, person)]
    return tuple(sorted(found, key=lambda one: one.row.made_at, reverse=True))
