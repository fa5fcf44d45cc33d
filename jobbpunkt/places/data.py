"""A place as it is read."""

from dataclasses import dataclass
from uuid import UUID

from jobbpunkt.places.fields import PlaceData


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as read."""

    id: UUID
    version: int
    data: PlaceData
