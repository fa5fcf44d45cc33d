"""What may be told of a campaign's counts of persons: the few are hidden, in total and week by week, as everywhere.

A tally is of nobody by name, and may leave for the campaign's own weeks; who counts on site sees what was counted.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from jobbpunkt.campaigns.feedback import Answers, answers
from jobbpunkt.campaigns.meanings import in_register
from jobbpunkt.campaigns.rows import CountedMeasure, Figure, ResultRow
from jobbpunkt.disclosure import PERSONS, Course, Decision, Key, Nature, Told, Why, of_campaign, releases
from jobbpunkt.measures.result import HiddenNumber
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from models.campaign import Campaign
from models.vocabulary import Evaluator, MeasureLink, Opinion

WEEK = "week"
_FEEDBACK, _OPINION, _BEST = "feedback_", "opinion", "best"


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


def telling(
    uow: Reading, campaign: UUID, days: tuple[date, date], rows: Collection[ResultRow], numbers: Iterable[int]
) -> Telling:
    """Return what is decided about what a campaign counted, held against what has left before."""
    until = (days[0], min(days[1], uow.clock.today()))
    weeks = tuple(numbers)
    figures = {key: value for row in rows if row.measure.unit in PERSONS for key, value in _figures(row, campaign, until, weeks)}
    return Telling(campaign, until, figures, releases.decided(uow, figures, _natures(campaign, rows), days))


def _natures(campaign: UUID, rows: Collection[ResultRow]) -> dict[str, Nature]:
    """Return what everybody knows of persons in the register: who was called had applied, and one employer's are among all."""
    linked = [row.measure for row in rows if row.registered is not None and row.measure.unit in PERSONS]
    outer = {one: tuple(_of_register(of, campaign) for of in linked if _is_among(one, of)) for one in linked}
    return {_of_register(one, campaign): Nature(Course.FLOW, also=of) for one, of in outer.items()}


def _of_register(measure: CountedMeasure, campaign: UUID) -> str:
    return of_campaign(in_register(measure.key), campaign)


def _is_among(one: CountedMeasure, of: CountedMeasure) -> bool:
    """Tell whether who is counted by one is counted by the other as well; two that count the same are not among each other."""
    if of.employer_id not in (None, one.employer_id):
        return False
    if (one.linked, of.linked) == (MeasureLink.INTERVIEWS, MeasureLink.APPLICATIONS):
        return True
    return one.linked is of.linked is not MeasureLink.WRITTEN and one.employer_id != of.employer_id


@dataclass(frozen=True, slots=True)
class ToldAnswers:
    """What may be told of one kind of people's answers; None where a number is hidden, no rows where a division is."""

    evaluator: Evaluator
    number: int | None
    opinions: tuple[tuple[Opinion, int | None], ...]
    best: tuple[tuple[str, int | None], ...]
    told: tuple[tuple[Key, int | None], ...]


def told_answers(uow: Reading, campaign_id: UUID) -> tuple[ToldAnswers, ...]:
    """Return what participants and partners thought as it may leave the program; those are left out who answered nothing.

    An answer has no name, but each is one person's, and those who were there know who answered: what few thought is hidden as
    any other small number, of partners too, who stand by name on the same paper.
    """
    uow.require(Permission.SEE_CAMPAIGNS)
    campaign = uow.get(Campaign, campaign_id)
    days = (campaign.starts_on, min(campaign.ends_on, uow.clock.today()))
    found = [one for one in answers(uow, campaign_id) if one.number]
    figures = {key: value for one in found for key, value in _answered(one, campaign_id, days)}
    decision = releases.decided(uow, figures, {}, (campaign.starts_on, campaign.ends_on))
    return tuple(_told(one, campaign_id, days, decision.told(figures)) for one in found)


def _told(one: Answers, campaign: UUID, days: tuple[date, date], told: Told) -> ToldAnswers:
    total = Key(of_campaign(f"{_FEEDBACK}{one.evaluator.value}", campaign), "", "", *days)
    mine = {key: value for key, value in told.items() if key.measure == total.measure}
    groups = {(key.kind, key.group): value for key, value in mine.items()}
    kinds = {key.kind for key in mine}
    opinions = tuple((each, groups.get((_OPINION, each.value), 0)) for each, _ in one.opinions) if _OPINION in kinds else ()
    best = tuple((title, groups[_BEST, title]) for title, _ in one.best) if _BEST in kinds else ()
    return ToldAnswers(one.evaluator, mine[total], opinions, best, tuple(mine.items()))


def _answered(one: Answers, campaign: UUID, days: tuple[date, date]) -> Iterator[tuple[Key, int]]:
    total = Key(of_campaign(f"{_FEEDBACK}{one.evaluator.value}", campaign), "", "", *days)
    yield total, one.number
    for opinion, number in one.opinions:
        if number:
            yield total._replace(kind=_OPINION, group=opinion.value), number
    for title, number in one.best:
        yield total._replace(kind=_BEST, group=title), number
    named = sum(number for _, number in one.best)
    if named and named < one.number:
        yield total._replace(kind=_BEST, group=""), one.number - named  # who named nothing


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
