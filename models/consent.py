"""What people have consented to, and the office's text that they were shown, in versions that do not change."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.types import SealedText
from models.vocabulary import ConsentPurpose


class ConsentText(Record):
    """The office's own text of a consent, from its second version on: the first is the program's."""

    __tablename__ = "consent_text"
    __table_args__ = (UniqueConstraint("purpose", "number"),)

    purpose: Mapped[ConsentPurpose]
    number: Mapped[int]
    text: Mapped[str]
    made_at: Mapped[datetime]
    made_by: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))


class Consent(Record):
    """A consent of one person; `stands` until it is withdrawn or another one takes its place.

    `body`: the day, how, the witness, who recorded it, the text with its version, and how it ended; sealed with the health
    key where the purpose is a plan for better health, so that the file tells no more than that there is one.
    """

    __tablename__ = "consent"
    __table_args__ = (Index("ix_consent_person_purpose", "person_id", "purpose"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    purpose: Mapped[ConsentPurpose]
    stands: Mapped[bool]
    body: Mapped[SealedText]
