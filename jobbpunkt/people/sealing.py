"""Sealing what was written before a person became protected: their CVs and letters carry name and address too."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.unit_of_work import UnitOfWork
from jobbpunkt.vault import is_sealed
from models.cv import Cv, CvVersion, Letter, LetterVersion

_PAPERS: tuple[tuple[Any, Any, Any, str], ...] = (
    (Cv, CvVersion, CvVersion.cv_id, "resume"),
    (Letter, LetterVersion, LetterVersion.letter_id, "content"),
)


def seal_papers(uow: UnitOfWork, person_id: UUID) -> None:
    """Seal every version of a person's CVs and letters that still stands in plain text."""
    for paper, version, owner, column in _PAPERS:
        for row in uow.session.scalars(select(version).join(paper, owner == paper.id).where(paper.person_id == person_id)):
            text = getattr(row, column)
            if not is_sealed(text):
                setattr(row, column, uow.vault.protected.seal(text, table=version.__tablename__, row=row.id, column=column))
