"""Beginning inspections, putting their heads right, finishing them, and opening them again to correct something."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.fields import put
from jobbpunkt.base.words import N_
from jobbpunkt.inspections import checklist
from jobbpunkt.inspections.data import InspectionHead, Spot
from jobbpunkt.inspections.reading import open_points
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.inspection import Inspection, InspectionPhoto, InspectionPoint
from models.organisation import Organisation
from models.programme import Programme
from models.vocabulary import PointVerdict
from models.work import WorkArea

_PEOPLE = 300


def begin(uow: Writing, programme_id: UUID, spot: Spot, head: InspectionHead) -> Change:
    """Begin to inspect a place: its points are those of the checklist as it is now, and stay so."""
    uow.require(Permission.RECORD_WORK)
    uow.get(Programme, programme_id)
    row = Inspection(programme_id=programme_id, **_checked(uow, head))
    _put_at(uow, row, spot)
    found = checklist.of_spot(uow, programme_id, row.area_kind, row.area_id)
    row.checklist = found.number
    uow.add(row)
    uow.flush()
    for position, (task, is_common) in enumerate(found.points, 1):
        uow.add(checklist.frozen(row.id, position, task, is_common=is_common))
    return uow.change(row, N_("The inspection has been begun."))


def begin_again(uow: Writing, inspection_id: UUID, head: InspectionHead) -> Change:
    """Begin to look again at the remarks of an inspection that wait for it."""
    uow.require(Permission.RECORD_WORK)
    before = uow.get(Inspection, inspection_id)
    waiting = open_points(uow, inspection_id)
    if not waiting:
        raise UserError("No remark of this inspection waits to be looked at again.")
    begun = select(Inspection.id).where(Inspection.follows_id == before.id, Inspection.closed_at.is_(None))
    if uow.session.scalar(begun.limit(1)) is not None:
        raise UserError("Somebody has begun to look at these remarks again. Finish that inspection first.")
    row = Inspection(programme_id=before.programme_id, follows_id=before.id, **_checked(uow, head))
    row.area_id, row.area_kind, row.place, row.checklist = before.area_id, before.area_kind, before.place, before.checklist
    _in_order(before, row.held_at)
    uow.add(row)
    uow.flush()
    for position, point in enumerate(waiting, 1):
        task = checklist.task_of(point)
        uow.add(checklist.frozen(row.id, position, task, is_common=point.is_common, follows=point.id))
    return uow.change(row, N_("The inspection has been begun."))


def change(uow: Writing, inspection_id: UUID, version: int, head: InspectionHead) -> Change:
    """Put right when it was held, who did it and whose work it was."""
    uow.require(Permission.RECORD_WORK)
    row = uow.fresh(Inspection, inspection_id, version)
    demand_open(row)
    put(row, _checked(uow, head))
    if row.follows_id is not None:
        _in_order(uow.get(Inspection, row.follows_id), row.held_at)
    later = uow.session.scalar(select(func.min(Inspection.held_at)).where(Inspection.follows_id == row.id))
    if later is not None and later < row.held_at:
        raise InvalidInput(
            "Its remarks were looked at again {day}. Write a day before that.", field="held_at", day=day_of(later).isoformat()
        )
    return uow.change(row, N_("The inspection has been saved."))


def close(uow: Writing, inspection_id: UUID, version: int) -> Change:
    """Finish an inspection: what was found stands from now on."""
    uow.require(Permission.RECORD_WORK)
    row = uow.fresh(Inspection, inspection_id, version)
    demand_open(row)
    points = uow.session.scalars(select(InspectionPoint).where(InspectionPoint.inspection_id == inspection_id)).all()
    left = sum(1 for point in points if point.verdict is None)
    if left or not points:
        raise UserError("{n} of the points are not judged yet. Judge them first, or say that they are not relevant now.", n=left)
    untold = [point.object for point in points if point.verdict is PointVerdict.REMARKED and not point.fault]
    if untold:
        raise UserError("Write what is wrong with {point} first.", point=untold[0])
    row.closed_at = uow.clock.now()
    return uow.change(row, N_("The inspection is finished."))


def reopen(uow: Writing, inspection_id: UUID, version: int, reason: str) -> Change:
    """Open a finished inspection to correct it; why stands on its paper, and the history keeps what stood there before."""
    uow.require(Permission.RECORD_WORK)
    row = uow.fresh(Inspection, inspection_id, version)
    if row.closed_at is None:
        raise UserError("This inspection is open already.")
    row.correction = checks.line(reason, field="reason", required=True)
    row.closed_at, row.corrected_on = None, uow.clock.today()
    return uow.change(row, N_("The inspection can be corrected now."))


def remove(uow: Writing, inspection_id: UUID) -> Change:
    """Remove an inspection that was begun by mistake; it can be undone unless there were photos in it."""
    uow.require(Permission.RECORD_WORK)
    row = uow.get(Inspection, inspection_id)
    demand_open(row)
    if uow.session.scalar(select(func.count(Inspection.id)).where(Inspection.follows_id == inspection_id)):
        raise UserError("Its remarks have been looked at again. Remove that inspection first.")
    points = uow.session.scalars(select(InspectionPoint).where(InspectionPoint.inspection_id == inspection_id)).all()
    photos = uow.session.scalars(
        select(InspectionPhoto).where(InspectionPhoto.point_id.in_([point.id for point in points]))
    ).all()
    for part in (*photos, *points):
        uow.remove(part)
        uow.flush()
    uow.remove(row)
    return uow.change_of(inspection_id, N_("The inspection has been removed."), undoable=not photos)


def _in_order(before: Inspection, again: datetime) -> None:
    """Refuse to look again before one looked."""
    if again < before.held_at:
        raise InvalidInput(
            "It was inspected {day}. Look again after that.", field="held_at", day=day_of(before.held_at).isoformat()
        )


def demand_open(row: Inspection) -> None:
    """Refuse to change what is finished."""
    if row.closed_at is not None:
        raise UserError("This inspection is finished. Open it to correct it first.")


def _put_at(uow: Reading, row: Inspection, spot: Spot) -> None:
    if spot.area_id is not None:
        area = uow.get(WorkArea, spot.area_id)
        row.area_id, row.area_kind, row.place = area.id, area.kind, area.name
        return
    row.area_id, row.area_kind = None, spot.kind
    row.place = checks.line(spot.place, field="place", longest=checks.NAME, required=True)


def _checked(uow: Writing, head: InspectionHead) -> dict[str, object]:
    checks.past_day(day_of(head.held_at), uow.clock.today(), field="held_at")
    if head.held_at > uow.clock.now():
        raise InvalidInput("This time has not come yet. Write when it happened.", field="time")
    return {
        "kind": head.kind,
        "held_at": head.held_at,
        "inspector": checks.line(head.inspector, field="inspector", longest=checks.NAME, required=True),
        "present": checks.line(head.present, field="present", longest=_PEOPLE),
        "note": checks.text(head.note, field="note", longest=checks.NOTE),
        "provider_id": _supplier(uow, checks.line(head.supplier, field="supplier", longest=checks.NAME)),
    }


def _supplier(uow: Writing, name: str) -> UUID | None:
    """Return the organisation with this name, noted now if it was not there; None for the group itself."""
    if not name:
        return None
    known = uow.session.execute(select(Organisation.id, Organisation.name))
    found = next((key for key, called in known if called.casefold() == name.casefold()), None)
    return found if found is not None else uow.add(Organisation(name=name)).id
