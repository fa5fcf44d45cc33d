"""The stage of the demo: deeds set to days, played in order, each as the user who would have done it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import groupby

from jobbpunkt.base.clock import Clock, day_of, instant
from jobbpunkt.register.opening import Register

Deed = Callable[..., object]
# Weekdays on which Sweden rests, between the first and the last day that the demo books.
RED_DAYS = (
    *("2019-12-24", "2019-12-25", "2019-12-26", "2019-12-31", "2020-01-01", "2020-01-06", "2020-04-10", "2020-04-13"),
    *("2020-05-01", "2020-05-21", "2020-06-19", "2020-12-24", "2020-12-25", "2020-12-31", "2021-01-01", "2021-01-06"),
)
COACH, COLLEAGUE, LEAD, SUPERVISOR, ADMIN = "coach", "kollega", "projektledare", "handledare", "admin"


def workday(day: date) -> date:
    """Return the day, or the next one on which people work."""
    while day.weekday() > 4 or day.isoformat() in RED_DAYS:
        day += timedelta(days=1)
    return day


@dataclass(frozen=True, slots=True)
class Act:
    """A deed, when it is done and who does it."""

    moment: datetime
    by: str
    deed: Deed = field(compare=False)


@dataclass(slots=True)
class Stage:
    """Collects acts in any order and plays them in the order of time, so that the history tells a true-looking year."""

    last_day: date
    now: datetime
    acts: list[Act] = field(default_factory=list)

    def clock(self) -> Clock:
        """Return the clock that shows the stage's time."""
        return Clock(lambda: self.now)

    def at(self, day: date, at: time, by: str, deed: Deed, *about: object) -> None:
        """Set `deed(uow, *about)` to a day and a time in Sweden; what would come after the demo's day is left out."""
        moment = instant(day, at)
        if day_of(moment) <= self.last_day:
            self.acts.append(Act(moment, by, lambda uow: deed(uow, *about)))

    def play(self, registers: dict[str, Register]) -> Iterator[date]:
        """Do everything, one transaction for each user's day; yields each day done."""
        ordered = sorted(self.acts, key=lambda act: act.moment)
        for (day, by), acts in groupby(ordered, key=lambda act: (day_of(act.moment), act.by)):
            with registers[by].writing() as uow:
                for act in acts:
                    self.now = act.moment
                    act.deed(uow)
            yield day
