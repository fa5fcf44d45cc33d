"""What keeps a group at work safe: introductions, chemicals with their data sheets, and who has which key."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.types import Content
from models.vocabulary import IntroductionKind


class Introduction(Record):
    """That a person was shown how to use a product or a machine, or how to work alone."""

    __tablename__ = "introduction"

    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    kind: Mapped[IntroductionKind]
    what: Mapped[str] = mapped_column(default="")
    given_on: Mapped[date]
    given_by: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))


class Chemical(Record):
    """A product that a programme works with; one that is not used any more is kept with its last day."""

    __tablename__ = "chemical"

    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"), index=True)
    name: Mapped[str]
    supplier: Mapped[str] = mapped_column(default="")
    used_for: Mapped[str] = mapped_column(default="")
    protection: Mapped[str] = mapped_column(default="")
    first_aid: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]


class SafetySheet(Record):
    """A safety data sheet as it came from the supplier, with its day; a newer one is put beside it."""

    __tablename__ = "safety_sheet"

    chemical_id: Mapped[UUID] = mapped_column(ForeignKey("chemical.id"), index=True)
    dated_on: Mapped[date]
    pdf: Mapped[bytes] = mapped_column(Content())


class KeyReceipt(Record):
    """Which key was handed to whom, by whom, until when, and when it came back."""

    __tablename__ = "key_receipt"

    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    key: Mapped[str]
    given_on: Mapped[date]
    given_by: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
    due_on: Mapped[date | None]
    returned_on: Mapped[date | None]
