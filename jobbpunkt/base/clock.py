"""Time, passed in: instants in UTC, days in Sweden, and the one place where they meet."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_HOME = ZoneInfo("Europe/Stockholm")


def _system_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells the time; a test or the demo register passes another `source`."""

    source: Callable[[], datetime] = _system_now

    def now(self) -> datetime:
        """Return the instant, in UTC."""
        return self.source()

    def today(self) -> date:
        """Return the day it is in Sweden."""
        return day_of(self.now())


def fixed(moment: datetime) -> Clock:
    """Return a clock that stands still at `moment`."""
    return Clock(lambda: moment)


def shifted(start: datetime) -> Clock:
    """Return a clock that shows `start` now and runs on from there."""
    offset = start - _system_now()
    return Clock(lambda: _system_now() + offset)


def at_home(moment: datetime) -> datetime:
    """Return an instant as the clocks in Sweden show it."""
    return moment.astimezone(_HOME)


def day_of(moment: datetime) -> date:
    """Return the Swedish day that an instant falls on."""
    return at_home(moment).date()


def hour_of(moment: datetime) -> time:
    """Return what the clocks in Sweden show at an instant."""
    return at_home(moment).time()


def instant(day: date, at: time = time()) -> datetime:
    """Return the instant of a Swedish wall-clock time, in UTC."""
    return datetime.combine(day, at, _HOME).astimezone(UTC)


def hours(starts: time | None, ends: time | None) -> str:
    """Write from when until when something lasts by the clock, as far as that is known: "13:00–17:00"."""
    return "–".join(f"{at:%H:%M}" for at in (starts, ends) if at is not None)


def bounds(first: date, last: date) -> tuple[datetime, datetime]:
    """Return instants [start, end) that hold the days `first` to `last`, the last one included."""
    return instant(first), instant(last + timedelta(days=1))
