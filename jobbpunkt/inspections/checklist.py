"""The checklist of a place: what is done there as it stands now, frozen into the points of an inspection, and its number."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base.errors import UserError
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.work import TaskData, tasks
from models.inspection import Inspection, InspectionPoint
from models.vocabulary import AreaKind


@dataclass(frozen=True, slots=True)
class Checklist:
    """The points of a place, each with whether every area of the kind has it, and which list of the kind's this is."""

    number: int
    points: tuple[tuple[TaskData, bool], ...]


def of_spot(uow: Reading, programme_id: UUID, kind: AreaKind, area_id: UUID | None) -> Checklist:
    """Return the checklist of a kind of area, with what is done in one area alone; refused where there is none."""
    found = tasks(uow, programme_id)
    common = tuple(one.data for one in found if one.area_id is None and one.kind is kind)
    alone = tuple(one.data for one in found if area_id is not None and one.area_id == area_id)
    if not common and not alone:
        raise UserError("Nothing says yet what is done in such a place. Add the tasks under Areas first, then inspect.")
    points = (*((task, True) for task in common), *((task, False) for task in alone))
    return Checklist(_number(uow, programme_id, kind, common), points)


def _number(uow: Reading, programme_id: UUID, kind: AreaKind, common: tuple[TaskData, ...]) -> int:
    """Return the number of this very list if it was used before, otherwise the next; those that look again are no list."""
    row = Inspection
    held = select(row.checklist, row.id).where(row.programme_id == programme_id, row.area_kind == kind, row.follows_id.is_(None))
    one_of_each = dict(uow.session.execute(held).all())
    same = (number for number, inspection in one_of_each.items() if _common(uow, inspection) == common)
    return next(same, max(one_of_each, default=0) + 1)


def _common(uow: Reading, inspection_id: UUID) -> tuple[TaskData, ...]:
    query = select(InspectionPoint).where(InspectionPoint.inspection_id == inspection_id, InspectionPoint.is_common)
    return tuple(map(task_of, uow.session.scalars(query.order_by(InspectionPoint.position))))


def frozen(
    inspection_id: UUID, position: int, task: TaskData, *, is_common: bool, follows: UUID | None = None
) -> InspectionPoint:
    """Return a task as a point of an inspection."""
    return InspectionPoint(
        inspection_id=inspection_id,
        position=position,
        is_common=is_common,
        object=task.object,
        moment=task.moment,
        times=task.times,
        per=task.per,
        season=task.season,
        follows_id=follows,
    )


def task_of(point: InspectionPoint) -> TaskData:
    """Return what is done at a point, as it was frozen."""
    return TaskData(point.object, point.moment, point.times, point.per, point.season)
