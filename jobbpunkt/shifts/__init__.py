"""Weekly shifts of a programme: who came, for how long, and the month with its signed sheets."""

from jobbpunkt.shifts.data import (
    LETTERS,
    Cell,
    Marked,
    Month,
    PersonHours,
    PersonMonth,
    Sheet,
    ShiftData,
    ShiftOfWeek,
    ShiftRow,
    ShiftView,
    total_share,
)
from jobbpunkt.shifts.marking import clear, correct, mark, rest_present
from jobbpunkt.shifts.pattern import WeeklyDays, weekly
from jobbpunkt.shifts.period import hours, month
from jobbpunkt.shifts.reading import between, get, next_unfinished, supervisors, week
from jobbpunkt.shifts.sheets import of_person, sign, unsign
from jobbpunkt.shifts.writing import cancel, change, create, create_weekly, remove, restore

__all__ = [
    "LETTERS",
    "Cell",
    "Marked",
    "Month",
    "PersonHours",
    "PersonMonth",
    "Sheet",
    "ShiftData",
    "ShiftOfWeek",
    "ShiftRow",
    "ShiftView",
    "WeeklyDays",
    "between",
    "cancel",
    "change",
    "clear",
    "correct",
    "create",
    "create_weekly",
    "get",
    "hours",
    "mark",
    "month",
    "next_unfinished",
    "of_person",
    "remove",
    "rest_present",
    "restore",
    "sign",
    "supervisors",
    "total_share",
    "unsign",
    "week",
    "weekly",
]
