"""Sealing what was written before a person became protected: their CVs, letters and certificates tell who and where they are."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.register.vault import is_sealed
from models.certificate import Certificate
from models.cv import Cv, CvVersion, Letter, LetterVersion

_SEALED: tuple[tuple[Any, Any, Any, str], ...] = (
    (Cv, CvVersion, CvVersion.cv_id, "resume"),
    (Letter, LetterVersion, LetterVersion.letter_id, "content"),
)


def seal_written(uow: Reading, person_id: UUID) -> None:
    """Seal every version of a person's CVs and letters, and every certificate, that still stands in plain text."""
    for written, version, owner, column in _SEALED:
        for row in uow.session.scalars(select(version).join(written, owner == written.id).where(written.person_id == person_id)):
            _seal(uow, row, column)
    for certificate in uow.session.scalars(select(Certificate).where(Certificate.person_id == person_id)):
        _seal(uow, certificate, "content")


def _seal(uow: Reading, row: Any, column: str) -> None:
    text = getattr(row, column)
    if not is_sealed(text):
        setattr(row, column, uow.vault.protected.seal(text, table=row.__tablename__, row=row.id, column=column))
