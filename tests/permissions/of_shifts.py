"""Shifts, marks and the signed sheets of a month."""

from jobbpunkt import shifts
from jobbpunkt.shifts import ShiftData, on_paper
from models.vocabulary import AttendanceMark
from tests.permissions.desk import DAY, NINE, Door, asks_first, may, one

_SHIFT = ShiftData(DAY, NINE, NINE.replace(hour=12))
_SICK, _SEEN = AttendanceMark.SICK, AttendanceMark.PRESENT
_NOTED = "attendance.note bare"

DOORS: dict[str, tuple[Door, ...]] = {
    "shifts.marking.clear": (may("CKS", lambda u, _: shifts.clear(u, one("shift"), one("person"), seen=_SEEN)),),
    "shifts.marking.correct": (
        may("CKS", lambda u, _: shifts.correct(u, one("shift"), one("person"), _SICK, seen=_SEEN, noted=_NOTED)),
    ),
    "shifts.marking.mark": (may("CKS", lambda u, _: shifts.mark(u, one("shift"), one("person"), _SICK, seen=_SEEN)),),
    "shifts.marking.rest_present": (may("CKS", lambda u, _: shifts.rest_present(u, one("shift"))),),
    "shifts.period.hours": (may("CKLS", lambda u, _: shifts.hours(u, one("programme"), DAY, DAY)),),
    "shifts.period.month": (may("CKLS", lambda u, _: shifts.month(u, one("programme"), DAY)),),
    "shifts.reading.between": (may("CKLS", lambda u, _: shifts.between(u, one("programme"), DAY, DAY)),),
    "shifts.reading.get": (may("CKLS", lambda u, _: shifts.get(u, one("shift"))),),
    "shifts.reading.next_unfinished": (may("CKLS", lambda u, _: shifts.next_unfinished(u, one("programme"), DAY)),),
    "shifts.reading.supervisors": (may("CKLS", lambda u, _: shifts.supervisors(u)),),
    "shifts.reading.week": (may("CKLS", lambda u, _: shifts.week(u, one("programme"), DAY)),),
    # Whoever is not in the month has no sheet.
    "shifts.sheets.of_person": (
        asks_first("CKLS", lambda u, _: shifts.of_person(u, one("programme"), one("person"), DAY)),
        # Whether somebody has one is told of those who take part.
        may("", lambda u, d: shifts.of_person(u, one("programme"), d.colleagues, DAY)),
    ),
    "shifts.sheets.sign": (
        asks_first(
            "CKS",
            lambda u, _: shifts.sign(u, one("programme"), one("person"), DAY, signed_on=DAY, signed_by="Helena"),
        ),
    ),
    "shifts.sheets.unsign": (may("CKS", lambda u, _: shifts.unsign(u, one("attendance_sheet"))),),
    "shifts.on_paper.document": (
        asks_first("CKLS", lambda u, d: on_paper.document(u, one("programme"), one("person"), DAY, d.words)),
        may("C", lambda u, d: on_paper.document(u, d.worked, d.protected, DAY, d.words)),
    ),
    "shifts.on_paper.note_printed": (
        asks_first("CKLS", lambda u, _: on_paper.note_printed(u, one("programme"), one("person"), DAY)),
        may("C", lambda u, d: on_paper.note_printed(u, d.worked, d.protected, DAY)),
    ),
    # People are marked at the shift, which only those who may change it are told.
    "shifts.writing.cancel": (asks_first("CKS", lambda u, _: shifts.cancel(u, one("shift"), 1, reason="Regn")),),
    "shifts.writing.change": (may("CKS", lambda u, _: shifts.change(u, one("shift"), 1, _SHIFT)),),
    "shifts.writing.create": (may("CKS", lambda u, _: shifts.create(u, one("programme"), _SHIFT)),),
    "shifts.writing.create_weekly": (may("CKS", lambda u, _: shifts.create_weekly(u, one("programme"), _SHIFT, DAY)),),
    "shifts.writing.remove": (asks_first("CKS", lambda u, _: shifts.remove(u, one("shift"), 1)),),
    "shifts.writing.restore": (may("CKS", lambda u, _: shifts.restore(u, one("shift"), 1)),),
}
INNER: dict[str, str] = {
    "shifts.reading.marked_at": "reads for a week that a service has asked for",
    "shifts.reading.places_of": "reads for a month or a week that a service has asked for",
    "shifts.clashes.apart": "checks for a service that has asked",
    "shifts.clashes.marked_are_enrolled": "checks for a service that has asked",
}
