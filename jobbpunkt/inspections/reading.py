"""Inspections as they are read: a list, one with its points, what is to be looked at again, and a photo."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import aliased

from jobbpunkt.base.clock import day_of
from jobbpunkt.base.errors import gone
from jobbpunkt.inspections.comparing import passed_of
from jobbpunkt.inspections.data import (
    Again,
    InspectionHead,
    InspectionRow,
    InspectionView,
    Needs,
    PhotoView,
    PointView,
    Remark,
)
from jobbpunkt.inspections.scores import score
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.work import TaskData
from models.inspection import Inspection, InspectionPhoto, InspectionPoint
from models.organisation import Organisation
from models.programme import Programme
from models.vocabulary import PointVerdict


@depends_on(Inspection, InspectionPoint, Organisation)
def rows(uow: Reading, programme_id: UUID) -> tuple[InspectionRow, ...]:
    """Return a programme's inspections, the latest first."""
    passed = {one.id for one in passed_of(uow, programme_id, of_group=False)}  # asks whether the user may
    query = select(Inspection, Organisation.name).outerjoin(Organisation, Organisation.id == Inspection.provider_id)
    found = uow.session.execute(query.where(Inspection.programme_id == programme_id)).all()
    verdicts, waiting = _verdicts(uow, programme_id), _open(uow, Inspection.programme_id == programme_id)
    made = (
        _row(row, supplier or "", verdicts[row.id], len(waiting[row.id]), settled=row.id in passed) for row, supplier in found
    )
    return tuple(sorted(made, key=lambda row: (row.head.held_at, str(row.id)), reverse=True))


def _row(row: Inspection, supplier: str, verdicts: list[PointVerdict | None], waiting: int, *, settled: bool) -> InspectionRow:
    told = score(verdicts)
    return InspectionRow(
        id=row.id,
        version=row.version,
        place=row.place,
        area_kind=row.area_kind,
        checklist=row.checklist,
        head=_head(row, supplier),
        closed_at=row.closed_at,
        follows_id=row.follows_id,
        score=told,
        left=verdicts.count(None),
        open=waiting,
        settled=settled and told.remarked > 0,
    )


def _head(row: Inspection, supplier: str) -> InspectionHead:
    return InspectionHead(row.kind, row.held_at, row.inspector, supplier, row.present, row.note)


def _verdicts(uow: Reading, programme_id: UUID) -> dict[UUID, list[PointVerdict | None]]:
    found: dict[UUID, list[PointVerdict | None]] = defaultdict(list)
    query = select(InspectionPoint.inspection_id, InspectionPoint.verdict).join(Inspection)
    for inspection, verdict in uow.session.execute(query.where(Inspection.programme_id == programme_id)):
        found[inspection].append(verdict)
    return found


@depends_on(Inspection, InspectionPhoto, InspectionPoint, Organisation, Programme)
def view(uow: Reading, inspection_id: UUID) -> InspectionView:
    """Return one inspection with its points and what photos there are."""
    uow.require(Permission.SEE_WORK)
    row = uow.get(Inspection, inspection_id)
    programme = uow.get(Programme, row.programme_id)
    supplier = uow.get(Organisation, row.provider_id).name if row.provider_id is not None else ""
    before = uow.get(Inspection, row.follows_id) if row.follows_id is not None else None
    return InspectionView(
        id=row.id,
        version=row.version,
        programme_id=row.programme_id,
        programme=programme.name,
        site=programme.site,
        area_id=row.area_id,
        area_kind=row.area_kind,
        place=row.place,
        checklist=row.checklist,
        head=_head(row, supplier),
        points=_points(uow, inspection_id),
        closed_at=row.closed_at,
        corrected_on=row.corrected_on,
        correction=row.correction,
        follows_id=row.follows_id,
        follows_on=day_of(before.held_at) if before is not None else None,
    )


def _points(uow: Reading, inspection_id: UUID) -> tuple[PointView, ...]:
    query = select(InspectionPoint).where(InspectionPoint.inspection_id == inspection_id).order_by(InspectionPoint.position)
    found = uow.session.scalars(query).all()
    photos, waiting = _photos(uow, inspection_id), {point.id for point in open_points(uow, inspection_id)}
    return tuple(_point(row, tuple(photos[row.id]), is_open=row.id in waiting) for row in found)


def _point(row: InspectionPoint, photos: tuple[PhotoView, ...], *, is_open: bool) -> PointView:
    task = TaskData(row.object, row.moment, row.times, row.per, row.season)
    remark = Remark(row.fault, row.remedy, row.due_on, row.is_again)
    return PointView(row.id, row.version, task, row.verdict, remark, photos, is_open)


def _photos(uow: Reading, inspection_id: UUID) -> dict[UUID, list[PhotoView]]:
    """Return the photos by point, without reading a single picture."""
    photo, found = InspectionPhoto, defaultdict[UUID, list[PhotoView]](list)
    query = select(photo.point_id, photo.id, photo.width, photo.height).join(InspectionPoint)
    of_this = query.where(InspectionPoint.inspection_id == inspection_id).order_by(photo.position, photo.id)
    for point, key, width, height in uow.session.execute(of_this):
        found[point].append(PhotoView(key, width, height))
    return found


@depends_on(InspectionPhoto)
def photo(uow: Reading, photo_id: UUID) -> bytes:
    """Return the picture of a photo, a JPEG."""
    uow.require(Permission.SEE_WORK)
    found = uow.session.scalar(select(InspectionPhoto.jpeg).where(InspectionPhoto.id == photo_id))
    if found is None:
        raise gone()
    return found


@depends_on(Inspection, InspectionPoint, Organisation)
def again(uow: Reading, programme_id: UUID) -> tuple[Again, ...]:
    """Return what is to be looked at again in a programme, the first that is due first."""
    uow.require(Permission.SEE_WORK)
    query = select(Inspection, Organisation.name).outerjoin(Organisation, Organisation.id == Inspection.provider_id)
    finished = query.where(Inspection.programme_id == programme_id, Inspection.closed_at.is_not(None))
    found = uow.session.execute(finished).all()
    waiting = _open(uow, Inspection.programme_id == programme_id)
    made = (_again(row, supplier or "", waiting[row.id]) for row, supplier in found if waiting[row.id])
    return tuple(sorted(made, key=lambda one: (one.due_on, one.place)))


def _again(row: Inspection, supplier: str, points: list[InspectionPoint]) -> Again:
    due = min(point.due_on or day_of(row.held_at) for point in points)
    return Again(row.id, row.place, supplier, due, tuple(point.object for point in points))


def needs(uow: Reading, programme_id: UUID, today: date) -> Needs:
    """Return what a programme's inspections ask somebody to do by a day: look again, or finish what was begun."""
    unfinished = tuple(row for row in rows(uow, programme_id) if row.closed_at is None)
    return Needs(tuple(one for one in again(uow, programme_id) if one.due_on <= today), unfinished)


@depends_on(Organisation)
def suppliers(uow: Reading) -> tuple[str, ...]:
    """Return the names of the organisations that may have done the work, by name."""
    uow.require(Permission.SEE_WORK)
    return tuple(sorted(uow.session.scalars(select(Organisation.name)), key=str.casefold))


def open_points(uow: Reading, inspection_id: UUID) -> list[InspectionPoint]:
    """Return the points of an inspection whose remarks are to be looked at again and have not been, in their order."""
    return _open(uow, Inspection.id == inspection_id)[inspection_id]


def _open(uow: Reading, of: ColumnElement[bool]) -> dict[UUID, list[InspectionPoint]]:
    found: dict[UUID, list[InspectionPoint]] = defaultdict(list)
    query = select(InspectionPoint).join(Inspection, Inspection.id == InspectionPoint.inspection_id)
    for point in uow.session.scalars(query.where(of, _to_look_at_again()).order_by(InspectionPoint.position)):
        found[point.inspection_id].append(point)
    return found


def _to_look_at_again() -> ColumnElement[bool]:
    """Return the condition on a point that its remark waits: no later inspection has judged it."""
    later = aliased(InspectionPoint)
    judged = exists(select(later.id).where(later.follows_id == InspectionPoint.id, later.verdict.is_not(None)))
    return (InspectionPoint.verdict == PointVerdict.REMARKED) & InspectionPoint.is_again & ~judged
