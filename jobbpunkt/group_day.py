"""The day of who leads a programme's group: who is in it, and what needs somebody."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from jobbpunkt import inspections, safety, shifts, work
from jobbpunkt.base.clock import hour_of
from jobbpunkt.inspections import Needs, Score
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.shifts import ShiftOfWeek
from jobbpunkt.work import AreaView, Member, WorkProgramme

SOON, AHEAD = timedelta(days=31), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    """A programme that runs today: its group, who begins within a month, and the areas of which nobody said what is done.

    `inspected` is what its inspections ask for, `passed` the points of the group's work this year, in `held` inspections;
    `unmarked` are the shifts of this week and the last at which somebody is not marked, `minutes` those at shifts this month;
    `unsafe` are keys that should be back and products without a data sheet.
    """

    programme: WorkProgramme
    members: tuple[Member, ...]
    coming: tuple[Member, ...]
    areas: tuple[AreaView, ...]
    bare: tuple[AreaView, ...]
    inspected: Needs
    passed: Score
    held: int
    week: tuple[ShiftOfWeek, ...]
    unmarked: tuple[ShiftOfWeek, ...]
    minutes: int
    unsafe: tuple[safety.Need, ...]

    def ends_soon(self, day: date) -> bool:
        """Tell whether its last day is within a month."""
        last = self.programme.ends_on
        return last is not None and last <= day + SOON


@dataclass(frozen=True, slots=True)
class GroupDay:
    """A day, and each programme that runs on it."""

    day: date
    at: time
    programmes: tuple[ProgrammeDay, ...]

    @property
    def shifts(self) -> tuple[ShiftOfWeek, ...]:
        """Return the shifts of the day, in order of time."""
        found = (one for each in self.programmes for one in each.week if one.row.data.day == self.day)
        return tuple(sorted(found, key=lambda one: one.row.data.starts))


def group_day(uow: Reading) -> GroupDay:
    """Return today as the programmes that run have it."""
    day = uow.clock.today()
    running = [one for one in work.programmes(uow) if one.runs(day)]  # asks whether the user may
    return GroupDay(day, hour_of(uow.clock.now()), tuple(_day_of(uow, one, day) for one in running))


def _day_of(uow: Reading, programme: WorkProgramme, day: date) -> ProgrammeDay:
    used = tuple(area for area in work.areas(uow, programme.id) if area.used(day))
    tasks = work.tasks(uow, programme.id)
    monday = day - timedelta(days=day.weekday())
    last_week, this_week = (shifts.week(uow, programme.id, begins) for begins in (monday - timedelta(days=7), monday))
    own = [
        row.score
        for row in inspections.rows(uow, programme.id)
        if row.day.year == day.year and row.closed_at is not None and row.follows_id is None and not row.head.supplier
    ]
    later = tuple(one for one in work.coming(uow, programme.id, day) if one.starts_on <= day + SOON)
    return ProgrammeDay(
        programme,
        work.group(uow, programme.id, day),
        later,
        used,
        tuple(area for area in used if not any(task.belongs_to(area) for task in tasks)),
        inspections.needs(uow, programme.id, day + AHEAD),
        sum(own, Score(0, 0)),
        len(own),
        this_week,
        tuple(one for one in (*last_week, *this_week) if one.row.data.day < day and one.unmarked),
        sum(person.minutes for person in shifts.hours(uow, programme.id, day.replace(day=1), day)),
        safety.needs(uow, programme.id),
    )
