"""Organisations: employers, partners, associations."""

from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.vocabulary import OrganisationKind


class Organisation(Record):
    """An employer, partner or association that the work meets."""

    __tablename__ = "organisation"

    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[OrganisationKind] = mapped_column(default=OrganisationKind.OTHER)
    contact: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")

    def found_by(self) -> tuple[str, str]:
        """Return the title and the other words that find this organisation."""
        return self.name, self.contact
