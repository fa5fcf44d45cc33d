"""Places as they are read."""

from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base.fields import taken
from jobbpunkt.places.data import PlaceRow
from jobbpunkt.places.fields import FIELDS, PlaceData
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.place import Place
from models.vocabulary import PlaceKind


@depends_on(Place)
def rows(uow: Reading) -> tuple[PlaceRow, ...]:
    """Return every place, by name."""
    uow.require(Permission.SEE_CAMPAIGNS)
    found = uow.session.scalars(select(Place))
    made = (PlaceRow(row.id, row.version, PlaceData(**taken(FIELDS, row))) for row in found)
    return tuple(sorted(made, key=lambda row: row.data.name.casefold()))


@depends_on(Place)
def districts(uow: Reading) -> tuple[tuple[UUID, str], ...]:
    """Return keys and names of the districts by name, for a form to choose from."""
    return tuple((row.id, row.data.name) for row in rows(uow) if row.data.kind is PlaceKind.DISTRICT)
