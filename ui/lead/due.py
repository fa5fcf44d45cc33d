"""What falls due, in words: each line opens the thing itself."""

from __future__ import annotations

from datetime import date

from jobbpunkt.base.months import month_after
from jobbpunkt.base.words import N_, Words
from jobbpunkt.lead_day import Due, DueKind, LeadDay
from jobbpunkt.lead_day.due import ANNUAL, BOARD
from ui.coaching.when import due
from ui.group.lines import Line
from ui.reports.pointing import part_of
from ui.tokens import Tone

# On which page each opens, at which part of the record, and its picture.
_WHERE = {
    DueKind.SLOTS_UNSAID: ("campaigns", "clock", "clock"),
    DueKind.SLOT_BARE: ("campaigns", "clock", "users"),
    DueKind.NOT_EVALUATED: ("campaigns", "evaluation", "message-square"),
    DueKind.NOT_COUNTED: ("campaigns", "results", "chart-column"),
    DueKind.FIELD_FILE: ("campaigns", "field", "upload"),
    DueKind.EVENT_UNSAID: ("events", "", "presentation"),
    DueKind.EVENT_UNCOUNTED: ("events", "", "presentation"),
    DueKind.EVENT_COMING: ("events", "", "presentation"),
    DueKind.INDICATOR: ("programmes", "indicators", "target"),
    DueKind.EMPLOYMENT_ENDS: ("programmes", "assignments", "user"),
    DueKind.PROJECT_ENDS: ("programmes", "participants", "sprout"),
    DueKind.BOARD: ("reports", BOARD, "file-text"),
    DueKind.FROZEN: ("reports", ANNUAL, "file-text"),
}
# What is said of each that has no number, in small.
_DETAILS = {
    DueKind.SLOT_BARE: N_("Nobody is written down for it"),
    DueKind.NOT_EVALUATED: N_("No evaluation has been written"),
    DueKind.FIELD_FILE: N_("The field file was never brought home"),
    DueKind.EVENT_UNSAID: N_("Was it held?"),
    DueKind.EVENT_UNCOUNTED: N_("Its number is not written down"),
    DueKind.EMPLOYMENT_ENDS: N_("The employment ends"),
    DueKind.PROJECT_ENDS: N_("The project ends"),
}
# What comes on a day that is told beside it; of the rest it is told what is missing.
_COMES = frozenset({DueKind.SLOT_BARE, DueKind.EVENT_COMING, DueKind.EMPLOYMENT_ENDS, DueKind.PROJECT_ENDS})
MONTHS_OF_YEAR = 12
_WAS = frozenset({DueKind.EVENT_UNSAID, DueKind.EVENT_UNCOUNTED})


def lines(view: LeadDay, words: Words) -> list[Line]:
    """Return a line for each thing that falls due."""
    return [_line(one, view, words) for one in view.due]


def _line(one: Due, view: LeadDay, words: Words) -> Line:
    page, tab, icon = _WHERE[one.kind]
    text, detail = _said(one, words)
    mark = due(words, one.day, view.day) if one.kind in _COMES or one.kind in _WAS else ""
    tone: Tone = "warn" if one.kind in _WAS or (one.kind is DueKind.SLOT_BARE and one.day == view.day) else "neutral"
    where = part_of(tab, one.day) if page == "reports" else tab
    return Line(text, one.record, where, detail, icon, mark, tone, page=page)


def _said(one: Due, words: Words) -> tuple[str, str]:
    """Return what a line says, large and small."""
    title, number = one.title, one.number
    if one.kind is DueKind.BOARD:
        return words("The month for the board"), words("{month} has not left the program", month=words.month(one.day))
    if one.kind is DueKind.FROZEN:
        return words("The report of {year}", year=one.day.year), words("is not frozen yet")
    if one.kind is DueKind.SLOTS_UNSAID:
        return words.plural("{n} occasion: how did it go?", "{n} occasions: how did they go?", number), title
    if one.kind is DueKind.INDICATOR:
        return title, words("Not measured: {what}", what=", ".join(_period(first, one.of or 1, words) for first in one.months))
    if one.kind is DueKind.NOT_COUNTED:
        return title, words.plural("{n} measure was never counted", "{n} measures were never counted", number)
    if one.kind is DueKind.EVENT_COMING:
        return title, _exhibitors(one, words)
    return title, " · ".join(part for part in (words(_DETAILS[one.kind]), one.within) if part)


def _exhibitors(one: Due, words: Words) -> str:
    if one.of and one.number:
        return words("Exhibitors with a stand: {n} of {target}", n=words.number(one.number), target=words.number(one.of))
    return words.plural("{n} exhibitor with a stand", "{n} exhibitors with a stand", one.number) if one.number else ""


def _period(first: date, months: int, words: Words) -> str:
    """Return what was to be measured once: a month, a quarter by its months, a year."""
    if months == MONTHS_OF_YEAR:
        return str(first.year)
    last = first
    for _ in range(months - 1):
        last = month_after(last)
    names = dict.fromkeys(words.month(one).split()[0] for one in (first, last))
    return "–".join(names)
