"""Inspections of what was cleaned, by the group and by suppliers: points, remarks, photos, and looking again."""

from jobbpunkt.inspections.comparing import months, passed_of
from jobbpunkt.inspections.data import (
    Again,
    InspectionHead,
    InspectionRow,
    InspectionView,
    Needs,
    PassedInspection,
    PhotoView,
    PointView,
    Remark,
    Spot,
)
from jobbpunkt.inspections.photos import add_photo, remove_photo
from jobbpunkt.inspections.points import judge, remark
from jobbpunkt.inspections.reading import again, needs, photo, rows, suppliers, view
from jobbpunkt.inspections.scores import Month, Score, Side
from jobbpunkt.inspections.writing import begin, begin_again, change, close, remove, reopen

__all__ = [
    "Again",
    "InspectionHead",
    "InspectionRow",
    "InspectionView",
    "Month",
    "Needs",
    "PassedInspection",
    "PhotoView",
    "PointView",
    "Remark",
    "Score",
    "Side",
    "Spot",
    "add_photo",
    "again",
    "begin",
    "begin_again",
    "change",
    "close",
    "judge",
    "months",
    "needs",
    "passed_of",
    "photo",
    "remark",
    "remove",
    "remove_photo",
    "reopen",
    "rows",
    "suppliers",
    "view",
]
