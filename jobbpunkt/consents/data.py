"""A consent as plain data: what is recorded, and what is read back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.vocabulary import ConsentForm, ConsentPurpose


@dataclass(frozen=True, slots=True)
class GivenConsent:
    """That somebody gave their consent on a day; a witness is named where it was said aloud."""

    given_on: date
    how: ConsentForm = ConsentForm.PAPER
    witness: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That somebody took their consent back on a day."""

    withdrawn_on: date
    how: ConsentForm = ConsentForm.ORAL
    witness: str = ""


@dataclass(frozen=True, slots=True)
class TextView:
    """The text that is shown to who is asked: its version, and its paragraphs; version 1 is the program's own."""

    number: int
    paragraphs: tuple[str, ...]
    is_own: bool


@dataclass(frozen=True, slots=True)
class ConsentView:
    """A consent as recorded; `withdrawn` says when it was taken back, `replaced_on` when a newer one took its place."""

    id: UUID
    version: int
    purpose: ConsentPurpose
    stands: bool
    given: GivenConsent
    recorded_by: str
    number: int
    withdrawn: Withdrawal | None = None
    replaced_on: date | None = None
