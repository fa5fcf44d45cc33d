"""A person: the job seeker or participant."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.types import SealedText
from models.vocabulary import EducationLevel, Protection, Sex, SwedishLevel, WithoutWork


class Person(Record):
    """A person; for a protected one the identifying columns are empty and stand sealed in `sealed` instead."""

    __tablename__ = "person"
    __table_args__ = (
        Index("ix_person_name", "given_name", "family_name", "reference"),
        # Few are protected, and those few are asked for by themselves. A server's index has the same condition by its migration;
        # said here too, the word would bring SQLAlchemy's whole dialect for servers to every start.
        Index(
            "ix_person_protected",
            "protection",
            sqlite_where=text("protection <> 'none'"),
        ),
    )

    reference: Mapped[int] = mapped_column(unique=True)
    protection: Mapped[Protection] = mapped_column(default=Protection.NONE)
    sealed: Mapped[SealedText | None]

    given_name: Mapped[str] = mapped_column(default="")
    family_name: Mapped[str] = mapped_column(default="")
    identity_number: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    street: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    district: Mapped[str] = mapped_column(default="")
    contact_note: Mapped[str] = mapped_column(default="")

    birth_year: Mapped[int | None]
    birth_date: Mapped[date | None]
    sex: Mapped[Sex] = mapped_column(default=Sex.NOT_STATED)
    tenant: Mapped[bool | None]
    language: Mapped[str] = mapped_column(default="")
    interpreter: Mapped[str] = mapped_column(default="")
    swedish: Mapped[SwedishLevel] = mapped_column(default=SwedishLevel.NOT_STATED)
    education: Mapped[EducationLevel] = mapped_column(default=EducationLevel.NOT_STATED)
    without_work: Mapped[WithoutWork] = mapped_column(default=WithoutWork.NOT_STATED)
    driving_licence: Mapped[str] = mapped_column(default="")
    own_goal: Mapped[str] = mapped_column(default="")
    removed: Mapped[bool] = mapped_column(default=False)

    def found_by(self) -> tuple[str, str] | None:
        """Return the title and the other words that find this person; a protected one is found by reference only."""
        if self.removed:
            return None
        if self.protection is not Protection.NONE:
            return "", str(self.reference)
        number = self.identity_number
        more = (self.reference, number, f"{number[2:8]} {number[8:]}", self.phone, self.email, self.district)
        return f"{self.given_name} {self.family_name}".strip(), " ".join(map(str, more))


class PersonNote(Record):
    """A dated note about a person that belongs to no meeting."""

    __tablename__ = "person_note"
    noted_in = ("text",)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    author_id: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
    noted_on: Mapped[date]
    text: Mapped[str]
