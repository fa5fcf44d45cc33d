"""CVs and letters in one list, and which service and editor serves each."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING
from uuid import UUID

from jobbpunkt import cvs, letters
from jobbpunkt.papers import PaperRow

if TYPE_CHECKING:
    from jobbpunkt.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Paper:
    """A CV or a letter in the list."""

    row: PaperRow
    letter: bool


def service_of(letter: bool) -> ModuleType:  # noqa: FBT001 - which of two
    """Return the module that serves this kind of paper; both have the same functions."""
    return letters if letter else cvs


def papers_of(uow: UnitOfWork, person: UUID) -> tuple[Paper, ...]:
    """Return a person's CVs and letters, the latest changed first."""
    found = [Paper(row, letter=False) for row in cvs.of_person(uow, person)]
    found += [Paper(row, letter=True) for row in letters.of_person(uow, person)]
    return tuple(sorted(found, key=lambda paper: paper.row.made_at, reverse=True))
