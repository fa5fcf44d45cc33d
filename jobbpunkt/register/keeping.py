"""Which backups are kept: the newest of each of so many days, weeks and months that have one."""

import re
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime

from jobbpunkt.base.clock import day_of
from jobbpunkt.base.errors import UserError

_SPELLED = re.compile(r"(\d{1,3}),(\d{1,3}),(\d{1,3})")


@dataclass(frozen=True, slots=True)
class Keep:
    """How many days, weeks and months keep their newest backup; the newest of all is always kept."""

    days: int
    weeks: int
    months: int

    def superfluous(self, made: Iterable[datetime]) -> frozenset[datetime]:
        """Return which of some backups need not be kept."""
        newest_first = sorted(set(made), reverse=True)
        kept = set(newest_first[:1])
        kept |= _newest(newest_first, self.days, day_of)
        kept |= _newest(newest_first, self.weeks, lambda moment: day_of(moment).isocalendar()[:2])
        kept |= _newest(newest_first, self.months, lambda moment: (day_of(moment).year, day_of(moment).month))
        return frozenset(newest_first) - kept


def read(text: str) -> Keep:
    """Return the rule that is spelled "7,4,12": days, weeks, months."""
    found = _SPELLED.fullmatch(text.replace(" ", ""))
    if found is None:
        raise UserError(
            "{text} is not understood. Write for how many days, weeks and months a backup is kept, such as 7,4,12.", text=text
        )
    return Keep(*map(int, found.groups()))


def _newest(newest_first: list[datetime], count: int, span: Callable[[datetime], Hashable]) -> set[datetime]:
    """Return the newest of each of the `count` latest spans that have any: a holiday takes nothing away."""
    of_span: dict[Hashable, datetime] = {}
    for moment in newest_first:
        of_span.setdefault(span(moment), moment)
    return set(list(of_span.values())[:count])
