"""Judging the points of an inspection, and the remarks on them."""

from datetime import date, timedelta
from uuid import UUID

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import N_
from jobbpunkt.inspections.data import Remark
from jobbpunkt.inspections.writing import demand_open
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.inspection import Inspection, InspectionPoint
from models.vocabulary import PointVerdict

TIME_TO_MEND = timedelta(days=7)


def judge(uow: Writing, point_id: UUID, verdict: PointVerdict | None) -> Change:
    """Say what was found of a point, or None to take that back; a new remark is due in a week and looked at again then.

    What was written of a remark stays with the point, though another verdict hides it.
    """
    uow.require(Permission.RECORD_WORK)
    point, inspection = _open_point(uow, point_id)
    point.verdict = verdict
    if verdict is PointVerdict.REMARKED and point.due_on is None:
        point.due_on, point.is_again = day_of(inspection.held_at) + TIME_TO_MEND, True
    return uow.change(point, "")  # a key takes it back where it was pressed; twelve in a row need no bar


def remark(uow: Writing, point_id: UUID, version: int, remark: Remark) -> Change:
    """Write what is wrong with a point, what is done about it and by when; it is remarked then."""
    uow.require(Permission.RECORD_WORK)
    _, inspection = _open_point(uow, point_id)
    point = uow.fresh(InspectionPoint, point_id, version)
    point.verdict = PointVerdict.REMARKED
    point.fault = checks.line(remark.fault, field="fault")
    point.remedy = checks.line(remark.remedy, field="remedy")
    point.due_on = _due(remark, day_of(inspection.held_at))
    point.is_again = remark.is_again
    return uow.change(point, N_("The remark has been saved."))


def _due(remark: Remark, held_on: date) -> date | None:
    due = checks.day(remark.due_on, field="due_on")
    if due is None and remark.is_again:
        raise InvalidInput("Choose by which day it is looked at again.", field="due_on")
    if due is not None and due < held_on:
        raise InvalidInput(
            "The inspection was held {day}. Choose that day or a later one.", field="due_on", day=held_on.isoformat()
        )
    return due


def _open_point(uow: Reading, point_id: UUID) -> tuple[InspectionPoint, Inspection]:
    point = uow.get(InspectionPoint, point_id)
    inspection = uow.get(Inspection, point.inspection_id)
    demand_open(inspection)
    return point, inspection
