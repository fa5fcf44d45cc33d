"""One activity or series in a line: what, where, with whom, who led it, for whom, how many came, and what came of it."""

from collections.abc import Iterator

from jobbpunkt.disclosure import is_small
from jobbpunkt.documents.tree import Said
from jobbpunkt.events import EventRow
from jobbpunkt.reports.year.material import Year
from jobbpunkt.reports.year.saying import inside, joined
from jobbpunkt.series import SeriesRow
from models.vocabulary import Choice, EventKind, Recurrence, StaffRole, TargetGroup


def of_event(row: EventRow, year: Year, *, summed: bool = False) -> Said:
    """Return an event that took place.

    Where those who came are `summed` beside it, it does not tell how many: less all others, the sum would tell of few.
    """
    words = year.words
    first = [row.title, *([row.place] if row.place else []), str(words.day(row.day))]
    details = [*_roles(year, row.led_by, row.target_group), *_asked(year, row)]
    if row.theme:
        details.append(str(words("theme: {theme}", theme=inside(row.theme))))
    if row.partners:
        details.append(str(words("with {names}", names=joined((name for _, name in row.partners), words))))
    if row.attendance is not None and not summed and not is_small(row.attendance):
        details.append(str(words("number who came: {n}", n=row.attendance_said or words.number(row.attendance))))
    return _line(", ".join(map(str, first)), details, row.result)


def of_series(row: SeriesRow, year: Year) -> Said:
    """Return a series that ran in the year, or is told of in it: with the period that it is of."""
    words, told = year.words, row.data
    ends = told.ends_on
    span = told.period_said or str(
        words.period(told.starts_on, ends) if ends else words("from {day}", day=words.day(told.starts_on))
    )
    first = [told.name, *([told.place] if told.place else []), span]
    details = _roles(year, told.led_by, told.target_group)
    if told.recurrence is not Recurrence.NOT_STATED:
        details.append(inside(words.label(told.recurrence.label)))
    details += list(_numbers(row, year))
    return _line(", ".join(first), details, told.result)


def _numbers(row: SeriesRow, year: Year) -> Iterator[str]:
    words, told = year.words, row.data
    if told.occasions is not None:
        yield str(words("occasions as told: {n}", n=words.number(told.occasions)))
    elif row.recorded:
        yield str(words("occasions held: {n}", n=words.number(row.recorded)))
    if told.attendance is not None and is_small(told.attendance):
        return  # how many came in all would tell it
    if told.attendance is not None:
        yield str(words("each time: {n}", n=told.attendance_said or words.number(told.attendance)))
    if row.participations is not None:
        yield str(words("participations reckoned from that: {n}", n=words.number(row.participations)))


def _roles(year: Year, led_by: StaffRole, group: TargetGroup) -> list[str]:
    words, found = year.words, []
    if _known(led_by):
        found.append(str(words("led by: {who}", who=inside(words.label(led_by.label)))))
    if _known(group):
        found.append(str(words("for: {group}", group=inside(words.label(group.label)))))
    return found


def _asked(year: Year, row: EventRow) -> list[str]:
    if not _known(row.asked_by):
        return []
    return [str(year.words("asked for by: {who}", who=inside(year.words.label(row.asked_by.label))))]


def _known(value: Choice) -> bool:
    return bool(value.value != "not_stated")


def _line(first: str, details: list[str], result: str) -> Said:
    told = f"{first}: {'; '.join(details)}." if details else f"{first}."
    return f"{told} {result.strip()}" if result.strip() else told


def is_for_safety(row: EventRow) -> bool:
    """Tell whether an event belongs to the work for safety: of the meeting place and of Jobbpunkt others tell."""
    return row.kind in (EventKind.SAFETY, EventKind.INFORMATION)
