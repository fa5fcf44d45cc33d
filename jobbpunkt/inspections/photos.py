"""Photos of what an inspection found: added as they are kept, and removed for good."""

from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import N_
from jobbpunkt.foreign.picture import FIELD, Picture
from jobbpunkt.inspections.writing import demand_open
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.inspection import Inspection, InspectionPhoto, InspectionPoint

MOST = 4


def add_photo(uow: Writing, point_id: UUID, picture: Picture) -> Change:
    """Keep a photo with a point; it was made fit to keep by `foreign.reading.photo`, away from the register."""
    uow.require(Permission.RECORD_WORK)
    _demand_open(uow, point_id)
    positions = uow.session.scalars(select(InspectionPhoto.position).where(InspectionPhoto.point_id == point_id)).all()
    if len(positions) >= MOST:
        raise InvalidInput("There is no room for more photos at this point. Remove one first.", field=FIELD)
    row = InspectionPhoto(point_id=point_id, position=max(positions, default=0) + 1, jpeg=picture.jpeg)
    row.width, row.height = picture.width, picture.height
    return uow.change(uow.add(row), N_("The photo has been added."), undoable=False)


def remove_photo(uow: Writing, photo_id: UUID) -> Change:
    """Remove a photo for good: the register writes over where it lay, and the history holds no picture."""
    uow.require(Permission.RECORD_WORK)
    row = uow.get(InspectionPhoto, photo_id)
    _demand_open(uow, row.point_id)
    uow.remove(row)
    return uow.change_of(photo_id, N_("The photo has been removed."), undoable=False)


def _demand_open(uow: Reading, point_id: UUID) -> None:
    demand_open(uow.get(Inspection, uow.get(InspectionPoint, point_id).inspection_id))
