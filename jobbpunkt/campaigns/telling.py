"""What may be told of a campaign's counts of persons: the few are hidden, in total and week by week, as everywhere.

A tally is of nobody by name, and may leave for the campaign's own weeks; who counts on site sees what was counted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from jobbpunkt.campaigns.meanings import in_register
from jobbpunkt.campaigns.rows import Figure, ResultRow
from jobbpunkt.disclosure import PERSONS, Decision, Key, Why, decide, of_campaign, releases
from jobbpunkt.measures.result import HiddenNumber
from jobbpunkt.register.unit_of_work import Reading

WEEK = "week"


@dataclass(frozen=True, slots=True)
class Telling:
    """What a campaign counted of persons, and what is decided about it."""

    campaign: UUID
    days: tuple[date, date]
    figures: Mapping[Key, int]
    decision: Decision

    def why(self, key: str) -> Why | None:
        """Return why the total of a measure is hidden; None where it is told or is not of persons."""
        return self.decision.why(self._total(key))

    def told(self, key: str) -> tuple[tuple[Key, int | None], ...]:
        """Return the numbers that a measure tells."""
        of = of_campaign(key, self.campaign)
        return tuple(self.decision.told({one: value for one, value in self.figures.items() if one.measure == of}).items())

    def hides(self, row: ResultRow) -> tuple[HiddenNumber, ...]:
        """Return the numbers of a measure that are not told, as they were counted, in total or of weeks by their number."""
        of = of_campaign(row.measure.key, self.campaign)
        pairs = ((key, value, self.decision.why(key)) for key, value in self.figures.items() if key.measure == of)
        return tuple(HiddenNumber(row.measure.label, key.group, value, why) for key, value, why in pairs if why is not None)

    def shown(self, row: ResultRow, numbers: Iterable[int]) -> ResultRow:
        """Return a measure's figures without those that are hidden."""
        total = self._total(row.measure.key)
        weeks = (
            self._shown(week, total._replace(kind=WEEK, group=str(number)))
            for week, number in zip(row.weeks, numbers, strict=True)
        )
        beside = self._shown(row.registered, self._total(in_register(row.measure.key))) if row.registered else None
        return replace(row, weeks=tuple(weeks), total=self._shown(row.total, total), today=Figure(), registered=beside)

    def _total(self, key: str) -> Key:
        return Key(of_campaign(key, self.campaign), "", "", *self.days)

    def _shown(self, figure: Figure, key: Key) -> Figure:
        hidden = key in self.figures and self.decision.why(key) is not None
        return replace(figure, value=None, is_hidden=True) if hidden else figure


def telling(uow: Reading, campaign: UUID, days: tuple[date, date], rows: Iterable[ResultRow], numbers: Iterable[int]) -> Telling:
    """Return what is decided about what a campaign counted, held against what has left before."""
    until = (days[0], min(days[1], uow.clock.today()))
    weeks = tuple(numbers)
    figures = {key: value for row in rows if row.measure.unit in PERSONS for key, value in _figures(row, campaign, until, weeks)}
    before = releases.around(uow, *days) if figures else ()
    return Telling(campaign, until, figures, decide(figures, {}, before))


def _figures(row: ResultRow, campaign: UUID, days: tuple[date, date], weeks: tuple[int, ...]) -> Iterable[tuple[Key, int]]:
    total = Key(of_campaign(row.measure.key, campaign), "", "", *days)
    if row.registered is not None and row.registered.value is not None:
        yield total._replace(measure=of_campaign(in_register(row.measure.key), campaign)), row.registered.value
    if row.total.value is None:
        return
    yield total, row.total.value
    for number, week in zip(weeks, row.weeks, strict=True):
        if week.value is not None:
            yield total._replace(kind=WEEK, group=str(number)), week.value
