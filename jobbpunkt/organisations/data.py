"""An organisation as it is read, and what it took part in."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jobbpunkt.organisations.fields import OrganisationDetails


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow(OrganisationDetails):
    """An organisation with the names of the campaigns and the number of events it took part in."""

    id: UUID
    version: int
    campaigns: tuple[str, ...]
    events: int


@dataclass(frozen=True, slots=True)
class TookPart:
    """One thing that an organisation took part in: on which page it stands ("events", "programmes" ...), what and when."""

    page: str
    record: UUID
    title: str
    day: date | None
    role: str
