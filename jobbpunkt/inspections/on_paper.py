"""The protocol of an inspection: gathered for its paper, and noted when it is printed."""

from uuid import UUID

from jobbpunkt.documents.compared import ComparedMonth
from jobbpunkt.documents.inspection_data import InspectedPhoto, InspectedPoint, InspectionDocument
from jobbpunkt.inspections.comparing import months
from jobbpunkt.inspections.data import InspectionView, PointView
from jobbpunkt.inspections.reading import photo, view
from jobbpunkt.inspections.scores import Month
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.inspection import Inspection
from models.vocabulary import HistoryAction


def document(uow: Reading, inspection_id: UUID) -> InspectionDocument:
    """Return what an inspection's protocol says, up to the month in which it was held."""
    found = view(uow, inspection_id)
    points, photos = _numbered(uow, found)
    until = found.day.replace(day=1)
    compared = [one for one in months(uow, found.programme_id, found.area_kind, found.checklist) if one.first <= until]
    return InspectionDocument(
        place=found.place,
        programme=found.programme,
        site=found.site,
        kind=found.head.kind,
        checklist=found.checklist,
        held_at=found.head.held_at,
        inspector=found.head.inspector,
        present=found.head.present,
        supplier=found.head.supplier,
        note=found.head.note,
        points=points,
        photos=photos,
        months=tuple(map(month_on_paper, compared)),
        follows_on=found.follows_on,
        corrected_on=found.corrected_on,
        correction=found.correction,
        is_closed=found.closed_at is not None,
    )


def note_printed(uow: Writing, inspection_id: UUID) -> None:
    """Note that an inspection's protocol was printed or saved as a file."""
    uow.require(Permission.SEE_WORK)
    uow.note(HistoryAction.PRINTED, noun="inspection", record_id=uow.get(Inspection, inspection_id).id)


def _numbered(uow: Reading, found: InspectionView) -> tuple[tuple[InspectedPoint, ...], tuple[InspectedPhoto, ...]]:
    """Return the points, and their photos numbered through the whole paper."""
    points: list[InspectedPoint] = []
    photos: list[InspectedPhoto] = []
    for point in found.points:
        first = len(photos) + 1
        made = _point(point, tuple(range(first, first + len(point.photos))))
        points.append(made)
        photos += [
            InspectedPhoto(number, photo(uow, one.id), one.width / one.height, _about(made))
            for number, one in zip(made.photos, point.photos, strict=True)
        ]
    return tuple(points), tuple(photos)


def _point(point: PointView, photos: tuple[int, ...]) -> InspectedPoint:
    task, remark = point.task, point.remark
    known = (task.object, task.moment, task.times, task.per, task.season, point.verdict)
    if not point.is_remarked:
        return InspectedPoint(*known, photos=photos)
    return InspectedPoint(*known, remark.fault, remark.remedy, remark.due_on, remark.is_again, photos)


def _about(point: InspectedPoint) -> str:
    return f"{point.object}, {point.fault or point.moment}"


def month_on_paper(month: Month) -> ComparedMonth:
    """Return group and suppliers in one month as papers show them."""
    group, others = month.group, month.suppliers
    return ComparedMonth(month.first, group.share, group.score.judged, others.share, others.score.judged)
