"""Reports: which figures of which period, as plain data."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from jobbpunkt import campaigns, measures
from jobbpunkt.base import checks
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.errors import InvalidInput, NotFound
from jobbpunkt.base.words import N_, Words
from jobbpunkt.measures import Measure, MeasureResult, Period
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.reports import targets
from models.account import RegisterInfo
from models.vocabulary import Choice

MADE = "created_at"  # the fact that says when a register was made


class Kind(Choice):
    """The reports: `value` is what the command line and JSON call it."""

    ANNUAL = "annual", N_("The year")
    CAMPAIGN = "campaign", N_("Campaign")
    CASELOAD = "caseload", N_("The caseload in figures")
    PROGRAMME = "programme", N_("Kvinna för Bäckby")
    KEY_FIGURES = "key-figures", N_("Key figures")
    KOLADA = "kolada", N_("Results at closing, for Kolada and SKR")
    BOARD = "board", N_("The month, for the board")


YEARLY = frozenset({Kind.ANNUAL, Kind.KEY_FIGURES, Kind.KOLADA})  # of a calendar year, beside the year before and its targets


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """Which report: a period, or for a campaign's report the campaign."""

    kind: Kind
    period: Period | None = None
    campaign_id: UUID | None = None

    @classmethod
    def year(cls, year: int) -> "ReportChoice":
        """Return the choice of a year's report."""
        return cls(Kind.ANNUAL, Period.year(year))


@dataclass(frozen=True, slots=True)
class Report:
    """A report as read: its figures, for a campaign which one, and how far an unfinished period reaches.

    That of a year has the figures of the year `before`, that of a month those of the same month then, and of its own year
    `so_far`, unless that year `is_whole`; `begun` is the day on which the register began, where that lies in the time before.
    """

    choice: ReportChoice
    period: Period
    measures: tuple[MeasureResult, ...]
    campaign: str = ""
    through: date | None = None
    before: tuple[MeasureResult, ...] = ()
    begun: date | None = None
    so_far: tuple[MeasureResult, ...] = ()
    is_whole: bool = False

    @property
    def is_compared(self) -> bool:
        """Tell whether it stands beside the time before."""
        return self.choice.kind in YEARLY or self.choice.kind is Kind.BOARD


def right_to(kind: Kind) -> Permission:
    """Return the right that a report asks for: who leads a programme's group sees the programme's alone."""
    return Permission.SEE_PROGRAMME_REPORT if kind is Kind.PROGRAMME else Permission.SEE_REPORTS


def read(uow: Reading, choice: ReportChoice) -> Report:
    """Return the figures of the chosen report."""
    uow.require(right_to(choice.kind))
    if choice.kind is Kind.CAMPAIGN:
        return _campaign(uow, choice)
    period = _checked_period(uow, choice)
    entries = _entries(choice.kind)
    figures = measures.evaluate(uow, entries, period, records=False)
    report = Report(choice, period, figures, through=period.through(uow.clock.today()))
    if choice.kind is Kind.BOARD:
        return _beside_the_same_month(uow, report, entries)
    return _beside_the_year_before(uow, report, entries) if choice.kind in YEARLY else report


def _entries(kind: Kind) -> tuple[Measure, ...]:
    """Return the measures of a report; those of a month stand beside their year's, and so are not divided."""
    entries = measures.of_report(kind.value)
    return tuple(map(_undivided, entries)) if kind is Kind.BOARD else entries


def _undivided(entry: Measure) -> Measure:
    return replace(entry, grouped=False)


def _beside_the_year_before(uow: Reading, report: Report, entries: tuple[Measure, ...]) -> Report:
    year = report.period.last.year
    before = Period.year(year - 1)
    return replace(
        report,
        measures=targets.with_targets(uow, year, report.measures),
        before=measures.evaluate(uow, map(_undivided, entries), before, records=False),
        begun=_begun_within(uow, before),
    )


def _beside_the_same_month(uow: Reading, report: Report, entries: tuple[Measure, ...]) -> Report:
    """Return a month beside its year and the same month before, so that nothing hidden follows from all of them."""
    year = report.period.first.year
    so_far = measures.evaluate(uow, entries, Period.year(year), records=False, beside=report.measures)
    before = Period.month(report.period.first.replace(year=year - 1))
    told = (*report.measures, *so_far)
    return replace(
        report,
        before=measures.evaluate(uow, entries, before, records=False, beside=told),
        begun=_begun_within(uow, before),
        so_far=targets.with_targets(uow, year, so_far),
        is_whole=Period.year(year).through(uow.clock.today()) is None,
    )


def _begun_within(uow: Reading, before: Period) -> date | None:
    begun = _begun_on(uow)
    return begun if before.first < begun <= before.last else None


def _begun_on(uow: Reading) -> date:
    """Return the day on which the register was made; of a very old one that does not say, the first day that there is."""
    made = uow.session.scalar(select(RegisterInfo.value).where(RegisterInfo.key == MADE))
    return day_of(datetime.fromisoformat(made)) if made else date.min


def read_figure(uow: Reading, choice: ReportChoice, key: str) -> MeasureResult:
    """Return one figure of a report with the records behind it; NotFound when the report has none of that key."""
    uow.require(right_to(choice.kind))
    if choice.kind is Kind.CAMPAIGN:
        found = [result for result in _campaign(uow, choice).measures if result.key == key]
    else:
        wanted = [entry for entry in _entries(choice.kind) if entry.key == key]
        found = list(measures.evaluate(uow, wanted, _checked_period(uow, choice)))
    if not found:
        measures.measure(key)
        raise NotFound("This report has no figure called {key}.", key=key)
    return found[0]


def as_json(report: Report, words: Words) -> dict[str, Any]:
    """Return a report as the one JSON value that the command line prints."""
    found: dict[str, Any] = {
        "report": report.choice.kind.value,
        "period": {"from": report.period.first.isoformat(), "to": report.period.last.isoformat()},
    }
    if report.through is not None:
        found["through"] = report.through.isoformat()
    if report.choice.campaign_id is not None:
        found["campaign"] = {"id": str(report.choice.campaign_id), "name": report.campaign}
    told = measures.as_json(report.measures, words)
    for name, beside in (("before", report.before), ("so_far", report.so_far)):
        known = {one.key: one for one in beside}
        for one in told if known else ():
            one[name] = known[one["key"]].value if one["key"] in known else None
    for one, of_year in zip(told, report.so_far, strict=False):
        one["target"] = of_year.target
    if report.begun is not None:
        found["begun"] = report.begun.isoformat()
    return found | {"measures": told}


def _campaign(uow: Reading, choice: ReportChoice) -> Report:
    if choice.campaign_id is None:
        raise InvalidInput("Choose a campaign.", field="campaign_id")
    campaign = campaigns.get(uow, choice.campaign_id)
    period = Period(campaign.details.starts_on, campaign.details.ends_on)
    found = campaigns.measures(uow, choice.campaign_id)
    return Report(choice, period, found, campaign.details.name, period.through(uow.clock.today()))


def _checked_period(uow: Reading, choice: ReportChoice) -> Period:
    period = choice.period
    if period is None:
        raise InvalidInput("Choose a period.", field="period")
    first, last = _day(period.first, "first"), _day(period.last, "last")
    checks.day_order(first, last, field="last")
    if first > uow.clock.today():
        raise InvalidInput("{day} has not come yet. Choose a year or a period that has begun.", field="first", day=first)
    if choice.kind in (Kind.KEY_FIGURES, Kind.KOLADA) and period != Period.year(first.year):
        raise InvalidInput("This report is of a whole year.", field="last")
    if choice.kind is Kind.BOARD and Period(first, last) != Period.month(first):
        raise InvalidInput("This report is of one month.", field="last")
    return period


def _day(day: date, field: str) -> date:
    checks.day(day, field=field)
    return day
