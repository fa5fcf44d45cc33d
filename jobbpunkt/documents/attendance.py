"""The sheet of a person's month: hours day by day, their sum, and room for two signatures."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from jobbpunkt.documents import tree
from jobbpunkt.documents.attendance_data import AttendanceDocument, AttendedDay
from jobbpunkt.documents.looks import CLOSE, REPORT
from jobbpunkt.documents.setting import Setting, drawn
from jobbpunkt.documents.tree import Block, Cell, Role, Said, Side
from jobbpunkt.documents.words import PaperWords, Value

_WEEK = 7
_WEEKEND = 5
_SHARES = (9.0, 13.5, 13.5, 13.5, 13.5, 13.5, 7.0, 7.0, 9.5)
_CENTRE: tuple[Side, ...] = ("centre",)
_SIDES: tuple[Side, ...] = ("start", *_CENTRE * _WEEK, "end")


def attendance_paper(data: AttendanceDocument, words: PaperWords) -> tree.Paper:
    """Return the sheet as a tree of content."""
    heading = words("Attendance {month}", month=words.month(data.month))
    top = tree.Opening(data.person, heading, " · ".join(_about(data, words)))
    figures = tree.Figures(
        (
            tree.Figure(_hours(data.minutes, words), words("hours")),
            tree.Figure(words.number(data.days_there), words("days there")),
        )
    )
    blocks = (
        tree.Columns(((top,), (figures,)), (62, 38)),
        _calendar(data, words),
        tree.Text(words("The figure is hours at the place. An empty square: no planned time."), Role.NOTE),
        tree.Section(words("What the hours went to"), _spent(data, words)),
        _signatures(data, words),
    )
    return tree.Paper(
        title=f"{heading} – {data.person}",
        language=words.language,
        blocks=blocks,
        author=data.supervisor or tree.ORGANISATION,
        day=data.printed_on,
        foot=heading,
        pages=words.pages(),
    )


def render_attendance(data: AttendanceDocument, setting: Setting = Setting()) -> bytes:  # noqa: B008 - frozen
    """Return the sheet as a file."""
    return drawn(attendance_paper(data, setting.words()), setting, REPORT, closer=CLOSE)


def _about(data: AttendanceDocument, words: PaperWords) -> Iterator[str]:
    if data.born is not None:
        born = words.day(data.born) if isinstance(data.born, date) else str(data.born)
        yield words.text("born {day}", day=born)
    yield data.programme
    if data.place:
        yield data.place


def _calendar(data: AttendanceDocument, words: PaperWords) -> Block:
    """Return the weeks as rows; each holds the days of the month that lie in it, and their sum."""
    names = tuple(str(words.weekday(number)).lower() for number in range(_WEEK))
    header: tuple[Said, ...] = (words("week"), *names[:_WEEKEND], *(name[:3] for name in names[_WEEKEND:]), words("sum"))
    by_day = {day: tuple(found) for day, found in groupby(data.days, key=lambda one: one.day)}
    rows: list[tuple[Cell, ...]] = []
    for monday in _mondays(data.month):
        days = [monday + timedelta(number) for number in range(_WEEK)]
        minutes = sum(one.minutes for day in days for one in by_day.get(day, ()))
        cells = (_cell(day, by_day.get(day, ()), data.month, words) for day in days)
        total = (tree.Text(_hours(minutes, words), Role.STRONG, side="end"),) if minutes else ""
        rows.append((str(monday.isocalendar().week), *cells, total))
    rows.append((words("sum"), *("",) * _WEEK, _hours(data.minutes, words)))
    return tree.Table(header, tuple(rows), _SHARES, _SIDES, has_total=True, has_row_heads=True, is_tight=True)


def _cell(day: date, found: tuple[AttendedDay, ...], month: date, words: PaperWords) -> Cell:
    if day.month != month.month:
        return ""
    number = tree.Text(str(day.day), Role.NOTE)
    if not found:
        return (number,)
    minutes = sum(one.minutes for one in found)
    away = next((one.away for one in found if one.away is not None), None)
    if minutes or away is None:
        return (number, tree.Text(_hours(minutes, words), Role.LARGE, side="centre"))
    return (number, tree.Text(words(away.value), Role.NOTE, side="centre"))


def _mondays(month: date) -> Iterator[date]:
    first = month.replace(day=1)
    monday = first - timedelta(first.weekday())
    while monday < first or monday.month == month.month:
        yield monday
        monday += timedelta(_WEEK)


def _hours(minutes: int, words: PaperWords) -> Value:
    return words.number(minutes / 60, 0 if minutes % 60 == 0 else 1 if minutes % 6 == 0 else 2)


def _spent(data: AttendanceDocument, words: PaperWords) -> tuple[Block, ...]:
    if not data.spent:
        return ()
    return (tree.Facts(tuple((name, _hours(minutes, words)) for name, minutes in data.spent), columns=3, is_boxed=False),)


def _signatures(data: AttendanceDocument, words: PaperWords) -> Block:
    signed = words("has signed on {day}", day=words.day(data.signed_on)) if data.signed_on else ""
    signers = (
        tree.Signer(words("participant"), data.person, signed),
        tree.Signer(words("supervisor"), data.supervisor, signed),
    )
    return tree.Signatures(signers, words("We certify that these figures are right."), signature=words("Signature and date"))
