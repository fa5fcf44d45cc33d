"""How the group's work and the suppliers' compare by one checklist, and which of the group's inspections passed."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import case, func, select

from jobbpunkt.base.clock import day_of
from jobbpunkt.inspections.data import PassedInspection
from jobbpunkt.inspections.scores import Held, Month, Score, by_month
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.inspection import Inspection, InspectionPoint
from models.vocabulary import AreaKind, PointVerdict


@depends_on(Inspection, InspectionPoint)
def months(uow: Reading, programme_id: UUID, kind: AreaKind, checklist: int) -> tuple[Month, ...]:
    """Return month by month how many points of a checklist passed, for the group and for the suppliers.

    Only the points that every place has, only finished inspections, and not those that look again at remarks.
    """
    uow.require(Permission.SEE_WORK)
    return by_month(_held(uow, programme_id, kind, checklist))


def _held(uow: Reading, programme_id: UUID, kind: AreaKind, checklist: int) -> list[Held]:
    point, row = InspectionPoint, Inspection
    passed = func.sum(case((point.verdict == PointVerdict.PASSED, 1), else_=0))
    remarked = func.sum(case((point.verdict == PointVerdict.REMARKED, 1), else_=0))
    query = (
        select(row.held_at, row.provider_id, passed, remarked)
        .join(point, point.inspection_id == row.id)
        .where(row.programme_id == programme_id, row.area_kind == kind, row.checklist == checklist)
        .where(row.closed_at.is_not(None), row.follows_id.is_(None), point.is_common)
        .group_by(row.id, row.held_at, row.provider_id)
    )
    return [
        Held(day_of(at), provider is None, Score(int(good), int(good + bad)))
        for at, provider, good, bad in uow.session.execute(query)
    ]


@depends_on(Inspection, InspectionPoint)
def passed_of(
    uow: Reading, programme_id: UUID, first: date = date.min, last: date = date.max, *, of_group: bool = True
) -> tuple[PassedInspection, ...]:
    """Return the inspections from `first` to `last` that passed, the remarks looked at again included; of the group or of all."""
    uow.require(Permission.SEE_WORK)
    point, row = InspectionPoint, Inspection
    query = select(point.id, point.inspection_id, point.verdict, point.follows_id).join(row, row.id == point.inspection_id)
    # What a second look that is not finished says, may still be changed.
    found = uow.session.execute(query.where(row.programme_id == programme_id, row.closed_at.is_not(None))).all()
    later = {follows: (key, verdict) for key, _, verdict, follows in found if follows is not None and verdict is not None}
    verdicts: dict[UUID, list[PointVerdict | None]] = {}
    for key, inspection, verdict, _ in found:
        verdicts.setdefault(inspection, []).append(_in_the_end(key, verdict, later))
    finished = select(row).where(row.programme_id == programme_id)
    finished = finished.where(row.provider_id.is_(None)) if of_group else finished
    held = uow.session.scalars(finished.where(row.closed_at.is_not(None), row.follows_id.is_(None)).order_by(row.held_at, row.id))
    made = (_passed(one, verdicts.get(one.id, [])) for one in held if first <= day_of(one.held_at) <= last)
    return tuple(one for one in made if one is not None)


def _in_the_end(key: UUID, verdict: PointVerdict | None, later: Mapping[UUID, tuple[UUID, PointVerdict]]) -> PointVerdict | None:
    """Return what the last look at a point said."""
    while verdict is PointVerdict.REMARKED and key in later:
        key, verdict = later[key]
    return verdict


def _passed(row: Inspection, verdicts: list[PointVerdict | None]) -> PassedInspection | None:
    points = verdicts.count(PointVerdict.PASSED)
    if not points or PointVerdict.REMARKED in verdicts:
        return None
    return PassedInspection(row.id, day_of(row.held_at), row.place, row.area_kind, points)
