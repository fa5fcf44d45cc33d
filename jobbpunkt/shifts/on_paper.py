"""The sheet of a person's month on paper: hours, and never why somebody was away."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from jobbpunkt.register import shield
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.shifts import sheets
from jobbpunkt.shifts.data import VALID, Cell, PersonMonth, ShiftRow
from jobbpunkt.shifts.period import month as month_of
from models.person import Person
from models.programme import Programme
from models.vocabulary import AttendanceMark, HistoryAction, Protection

if TYPE_CHECKING:
    from jobbpunkt.documents.attendance_data import AttendanceDocument, Away


def document(uow: Reading, programme_id: UUID, person_id: UUID, month: date, words: Words) -> AttendanceDocument:
    """Return the sheet of a person's month; refused while a day is not marked. A protected person's needs right and key."""
    from jobbpunkt.documents.attendance_data import AttendanceDocument, AttendedDay  # the first page of the day draws no paper

    found, shifts = _found(uow, programme_id, person_id, month)
    person, programme = uow.get(Person, person_id), uow.get(Programme, programme_id)
    marked = [
        (shift, cell) for shift, cell in zip(shifts, found.cells, strict=True) if cell is not None and cell.mark is not None
    ]
    protected = person.protection is not Protection.NONE
    return AttendanceDocument(
        person=found.hours.name.shown(words),
        programme=programme.name,
        month=month.replace(day=1),
        days=tuple(AttendedDay(shift.data.day, cell.minutes, _away(cell)) for shift, cell in marked),
        spent=() if protected else _spent(marked),
        born=None if protected else person.birth_date or person.birth_year,
        place="" if protected else programme.site,
        supervisor=found.sheet.signed_by or _supervisor(shifts),
        signed_on=None if found.sheet.has_changed else found.sheet.signed_on,
        printed_on=uow.clock.today(),
        speaks=person.language,
    )


def note_printed(uow: Writing, programme_id: UUID, person_id: UUID, month: date) -> None:
    """Note in the person's history that the sheet was printed or saved."""
    _found(uow, programme_id, person_id, month)
    reason = f"attendance {month:%Y-%m}"
    uow.note(HistoryAction.PRINTED, noun="attendance", record_id=person_id, person_id=person_id, reason=reason)


def _found(uow: Reading, programme_id: UUID, person_id: UUID, month: date) -> tuple[PersonMonth, tuple[ShiftRow, ...]]:
    found = sheets.of_person(uow, programme_id, person_id, month)
    if found.hours.name.protected:
        shield.require_protected(uow)
    if found.sheet.is_waiting:
        raise UserError("Some days of this month are not marked yet. Mark them, then the sheet can be printed.")
    return found, month_of(uow, programme_id, month).shifts


def _away(cell: Cell) -> Away | None:
    from jobbpunkt.documents.attendance_data import Away

    if cell.minutes or cell.mark is None:
        return None
    if cell.mark in VALID:
        return Away.VALID
    return Away.LEAVE if cell.mark is AttendanceMark.LEAVE else Away.OTHER


def _spent(marked: list[tuple[ShiftRow, Cell]]) -> tuple[tuple[str, int], ...]:
    """Return what the minutes went to, by where the group worked, most first."""
    spent: defaultdict[str, int] = defaultdict(int)
    for shift, cell in marked:
        if shift.title and cell.minutes:
            spent[shift.title] += cell.minutes
    return tuple(sorted(spent.items(), key=lambda one: (-one[1], one[0])))


def _supervisor(shifts: tuple[ShiftRow, ...]) -> str:
    """Return who led most of the shifts."""
    names = [shift.supervisor for shift in shifts if shift.supervisor]
    return max(names, key=names.count) if names else ""
