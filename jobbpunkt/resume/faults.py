"""What is wrong with a sheet before it can be saved, and the same sheet without it."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.resume import dates
from jobbpunkt.resume.editing import Sheet
from jobbpunkt.resume.entries import Entry

DATE_FIELDS = ("start_date", "end_date", "date")


@dataclass(frozen=True, slots=True)
class Fault:
    """A field of one post that cannot be saved, and why."""

    section: str
    number: int
    error: InvalidInput


def faults(sheet: Sheet) -> Iterator[Fault]:
    """Yield what must be corrected, in the order of the sheet."""
    for section, entries in sheet.sections.items():
        for number, entry in enumerate(entries):
            error = fault_of(entry)
            if error is not None:
                yield Fault(section, number, error)


def fault_of(entry: Entry) -> InvalidInput | None:
    """Return the first thing that is wrong with a post, or None."""
    written = _dates_of(entry)
    tidy: dict[str, str] = {}
    for name, value in written.items():
        try:
            tidy[name] = dates.tidy(value)
        except ValueError:
            return InvalidInput("{typed} is not a date. Write 2020, 2020-06 or 2020-06-15.", field=name, typed=value[:30])
    if dates.ends_before(tidy.get("start_date", ""), tidy.get("end_date", "")):
        return InvalidInput("The end is before the beginning. Change one of the days.", field="end_date")
    return None


def tidied(sheet: Sheet) -> Sheet:
    """Return the sheet with its dates as the format wants them; those that are none are left out."""
    sections = {name: tuple(_tidied(entry) for entry in entries) for name, entries in sheet.sections.items()}
    return replace(sheet, sections=sections)


def _tidied(entry: Entry) -> Entry:
    changed: dict[str, Any] = {}
    for name, value in _dates_of(entry).items():
        try:
            changed[name] = dates.tidy(value)
        except ValueError:
            changed[name] = ""
    return replace(entry, **changed)


def _dates_of(entry: Entry) -> dict[str, str]:
    return {one.name: getattr(entry, one.name) for one in fields(entry) if one.name in DATE_FIELDS}
