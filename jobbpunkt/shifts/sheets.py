"""Noting that the sheet of a person's month was signed on paper, and taking that back."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, gone
from jobbpunkt.base.words import N_
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.shifts.data import PersonMonth
from jobbpunkt.shifts.period import month as month_of
from models.shift import AttendanceSheet


def sign(uow: Writing, programme_id: UUID, person_id: UUID, month: date, *, signed_on: date, signed_by: str) -> Change:
    """Note that a month's sheet was signed, on which day and by which supervisor; it stands for the hours as they are now."""
    uow.require(Permission.RECORD_WORK)
    found = of_person(uow, programme_id, person_id, month)
    if found.sheet.is_waiting:
        raise InvalidInput("Some days are not marked yet. Mark them before the sheet is signed.", field="signed_on")
    day = checks.past_day(signed_on, uow.clock.today(), field="signed_on")
    begins = month.replace(day=1)
    query = select(AttendanceSheet).where(
        AttendanceSheet.programme_id == programme_id, AttendanceSheet.person_id == person_id, AttendanceSheet.month == begins
    )
    row = uow.session.scalar(query) or AttendanceSheet(programme_id=programme_id, person_id=person_id, month=begins)
    row.minutes, row.signed_on = found.hours.minutes, day
    row.signed_by = checks.line(signed_by, field="signed_by", longest=checks.NAME, required=True)
    return uow.change(row if row.id else uow.add(row), N_("The sheet has been noted as signed."))


def unsign(uow: Writing, sheet_id: UUID) -> Change:
    """Take back that a sheet was signed; it can be undone."""
    uow.require(Permission.RECORD_WORK)
    uow.remove(uow.get(AttendanceSheet, sheet_id))
    return uow.change_of(sheet_id, N_("The sheet is no longer noted as signed."))


def of_person(uow: Reading, programme_id: UUID, person_id: UUID, month: date) -> PersonMonth:
    """Return one person's month, or gone where they have none."""
    gate.require_group(uow, Permission.SEE_WORK, person_id, programme_id)
    for person in month_of(uow, programme_id, month).people:
        if person.hours.person_id == person_id:
            return person
    raise gone()
