"""Inspections: points, remarks and photos, and what is read of them for reports and certificates."""

from dataclasses import replace
from datetime import timedelta

from jobbpunkt import inspections
from jobbpunkt.base.clock import instant
from jobbpunkt.foreign.picture import Picture
from jobbpunkt.inspections import InspectionHead, Remark, Spot, on_paper
from jobbpunkt.printing import drawings
from models.vocabulary import AreaKind, InspectionKind, PointVerdict
from tests.permissions.desk import DAY, Door, asks_first, may, one, other

_HEAD = InspectionHead(InspectionKind.INSPECTION, instant(DAY), "Åsa")
_EARLY = replace(_HEAD, held_at=instant(DAY - timedelta(60)))  # before its remarks were looked at again
_SPOT = Spot(place="Trapphus 4", kind=AreaKind.STAIRWELL)
_PICTURE = Picture(b"jpeg", 4, 3)
_STAIRS = AreaKind.STAIRWELL

DOORS: dict[str, tuple[Door, ...]] = {
    "inspections.comparing.months": (may("CKLS", lambda u, _: inspections.months(u, one("programme"), _STAIRS, 1)),),
    "inspections.comparing.passed_of": (may("CKLS", lambda u, _: inspections.passed_of(u, one("programme"), DAY, DAY)),),
    "inspections.on_paper.document": (may("CKLS", lambda u, _: on_paper.document(u, one("inspection"))),),
    "inspections.on_paper.note_printed": (may("CKLS", lambda u, _: on_paper.note_printed(u, one("inspection"))),),
    "inspections.photos.add_photo": (may("CKS", lambda u, _: inspections.add_photo(u, one("inspection_point"), _PICTURE)),),
    "inspections.photos.remove_photo": (may("CKS", lambda u, _: inspections.remove_photo(u, one("inspection_photo"))),),
    "inspections.points.judge": (may("CKS", lambda u, _: inspections.judge(u, one("inspection_point"), PointVerdict.PASSED)),),
    "inspections.points.remark": (may("CKS", lambda u, _: inspections.remark(u, one("inspection_point"), 1, Remark("Damm"))),),
    "inspections.reading.again": (may("CKLS", lambda u, _: inspections.again(u, one("programme"))),),
    "inspections.reading.needs": (may("CKLS", lambda u, _: inspections.needs(u, one("programme"), DAY)),),
    "inspections.reading.photo": (may("CKLS", lambda u, _: inspections.photo(u, one("inspection_photo"))),),
    "inspections.reading.rows": (may("CKLS", lambda u, _: inspections.rows(u, one("programme"))),),
    "inspections.reading.suppliers": (may("CKLS", lambda u, _: inspections.suppliers(u)),),
    "inspections.reading.view": (may("CKLS", lambda u, _: inspections.view(u, one("inspection"))),),
    "printing.drawings.inspection": (may("CKLS", lambda u, d: drawings.inspection(u, one("inspection"), d.words)),),
    "inspections.writing.begin": (may("CKS", lambda u, _: inspections.begin(u, one("programme"), _SPOT, _HEAD)),),
    "inspections.writing.begin_again": (asks_first("CKS", lambda u, _: inspections.begin_again(u, one("inspection"), _HEAD)),),
    "inspections.writing.change": (may("CKS", lambda u, _: inspections.change(u, one("inspection"), 1, _EARLY)),),
    "inspections.writing.close": (asks_first("CKS", lambda u, _: inspections.close(u, one("inspection"), 1)),),
    "inspections.writing.remove": (asks_first("CKS", lambda u, _: inspections.remove(u, other("inspection"))),),
    "inspections.writing.reopen": (may("CKS", lambda u, _: inspections.reopen(u, other("inspection"), 1, "Fel dag")),),
}
INNER: dict[str, str] = {
    "inspections.checklist.of_spot": "reads the tasks for an inspection that is begun, which has asked",
    "inspections.reading.open_points": "reads the points of an inspection that a service has found",
}
