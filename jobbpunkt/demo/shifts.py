"""The shifts of Kvinna för Bäckby through 2020 and who came: how many they are, and all that they did, is invented."""

from datetime import date, time, timedelta
from random import Random
from uuid import UUID

from jobbpunkt import shifts, work
from jobbpunkt.demo.stage import SUPERVISOR, Stage
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.shifts import ShiftData, ShiftRow
from jobbpunkt.work import Member
from models.vocabulary import AttendanceMark

SPRING, PAUSE, OUTSIDE, BREAK = date(2020, 1, 7), date(2020, 3, 17), date(2020, 4, 6), date(2020, 6, 18)
AUTUMN, END = date(2020, 8, 10), date(2020, 12, 18)
# Each weekday's area, by its place in the list of areas.
AREAS = (0, 1, 2, 3, 4)
LAST_MARKED = date(2020, 12, 11)
UNMARKED = (date(2020, 12, 10), 6)  # one person whom nobody has marked yet, so that there is something to finish
UNSIGNED = 5  # whose sheet of November, and those after them, still wait for their signature
YEAR_SEED = 2020
BECAUSE = "Uppehåll på grund av smittspridningen"
USUAL = (
    *((AttendanceMark.PRESENT,) * 86),
    *((AttendanceMark.SICK,) * 5),
    *((AttendanceMark.CARE_OF_CHILD,) * 2),
    *(AttendanceMark.PART, AttendanceMark.PART, AttendanceMark.LATE, AttendanceMark.DOCTOR),
    *(AttendanceMark.AUTHORITY, AttendanceMark.INTERVIEW, AttendanceMark.UNEXCUSED),
)
IN_SPRING = (*USUAL, *((AttendanceMark.SICK,) * 8))


def hold_shifts(stage: Stage) -> None:
    """Set the year's shifts, their marks at the end of each week and the signed sheets to their days."""
    stage.at(SPRING, time(8), SUPERVISOR, _plan, SPRING, OUTSIDE - timedelta(1), time(8, 30), time(12))
    stage.at(PAUSE - timedelta(1), time(15), SUPERVISOR, _pause)
    stage.at(OUTSIDE - timedelta(3), time(9), SUPERVISOR, _plan, OUTSIDE, BREAK, time(9), time(11, 30))
    stage.at(AUTUMN - timedelta(3), time(9), SUPERVISOR, _plan, AUTUMN, END, time(8, 30), time(12))
    random = Random(YEAR_SEED)
    monday = SPRING - timedelta(SPRING.weekday())
    while monday <= LAST_MARKED:
        stage.at(monday + timedelta(4), time(13), SUPERVISOR, _mark_week, monday, random)
        monday += timedelta(7)
    for month in range(1, 12):
        stage.at(date(2020, month + 1, 9), time(10), SUPERVISOR, _sign, date(2020, month, 1))


def _plan(uow: Writing, first: date, last: date, starts: time, ends: time) -> None:
    programme = _programme(uow)
    areas = [area.id for area in work.areas(uow, programme)]
    for weekday, place in enumerate(AREAS):
        day = first + timedelta((weekday - first.weekday()) % 7)
        data = ShiftData(day, starts, ends, supervisor_id=uow.user.id, areas=(areas[place],))
        shifts.create_weekly(uow, programme, data, last)


def _pause(uow: Writing) -> None:
    for row in shifts.between(uow, _programme(uow), PAUSE, OUTSIDE - timedelta(1)):
        shifts.cancel(uow, row.id, row.version, reason=BECAUSE)


def _mark_week(uow: Writing, monday: date, random: Random) -> None:
    """Mark those who were not there as usual one by one, and the rest as present, as a supervisor does."""
    programme = _programme(uow)
    for row in shifts.between(uow, programme, monday, monday + timedelta(4)):
        if row.cancelled:
            continue
        for number, member in enumerate(work.group(uow, programme, row.data.day)):
            mark = random.choice(IN_SPRING if row.data.day < BREAK else USUAL)
            if row.data.day == UNMARKED[0]:
                _mark(uow, row, member, None if number == UNMARKED[1] else mark)
            elif mark is not AttendanceMark.PRESENT:
                _mark(uow, row, member, mark)
        if row.data.day != UNMARKED[0]:
            shifts.rest_present(uow, row.id)


def _mark(uow: Writing, row: ShiftRow, member: Member, mark: AttendanceMark | None) -> None:
    if mark is not None:
        minutes = {AttendanceMark.PART: row.data.minutes // 2, AttendanceMark.LATE: row.data.minutes - 30}.get(mark)
        shifts.mark(uow, row.id, member.person_id, mark, seen=None, minutes=minutes)


def _sign(uow: Writing, month: date) -> None:
    programme = _programme(uow)
    found = shifts.month(uow, programme, month)
    for number, person in enumerate(found.people):
        if month.month < 11 or number < UNSIGNED:
            day = uow.clock.today()
            shifts.sign(uow, programme, person.hours.person_id, month, signed_on=day, signed_by=uow.user.name)


def _programme(uow: Writing) -> UUID:
    return work.programmes(uow)[0].id
