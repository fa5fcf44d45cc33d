"""Which report is meant on the command line: of a year, of a month, of a campaign or of days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from jobbpunkt import campaigns
from jobbpunkt.base import checks
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import N_
from jobbpunkt.cli import months
from jobbpunkt.measures import Period
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.reports import Kind, ReportChoice
from jobbpunkt.reports.reading import YEARLY

YearOption = Annotated[int, typer.Option("--year", metavar=N_("YEAR"), help=N_("The calendar year."))]
CampaignOption = Annotated[str, typer.Option("--campaign", metavar=N_("ID|NAME"), help=N_("The campaign: its id or its name."))]
FromOption = Annotated[
    str, typer.Option("--from", metavar=N_("DAY"), help=N_("The first day, as 2020-01-01. Default: 1 January."))
]
ToOption = Annotated[str, typer.Option("--to", metavar=N_("DAY"), help=N_("The last day. Default: 31 December."))]
Chooser = Callable[[Reading], ReportChoice]


# By which options a kind of report is chosen; days where nothing stands here.
_BY = {Kind.BOARD: ("month",), Kind.CAMPAIGN: ("campaign",)} | dict.fromkeys(YEARLY, ("year",))
_BY_DAYS = ("from", "to")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed of which report."""

    year: int | None = None
    month: str = ""
    campaign: str = ""
    first: str = ""
    last: str = ""

    @property
    def options(self) -> dict[str, int | str | None]:
        """Return it by the names of the options."""
        return {"year": self.year, "month": self.month, "campaign": self.campaign, "from": self.first, "to": self.last}


def chooser(kind: Kind, typed: Typed) -> Chooser:
    """Return what finds the report of a kind; what chooses none of that kind is refused before the register is opened."""
    for option, value in typed.options.items():
        if value not in (None, "") and option not in _BY.get(kind, _BY_DAYS):
            raise InvalidInput(
                "A report of the kind {kind} is not chosen by --{option}.", field=option, kind=kind.value, option=option
            )
    if kind in YEARLY:
        if typed.year is None:
            raise InvalidInput("Say with --year which year the report is of.", field="year")
        checks.year(typed.year, field="year")

    def choose(uow: Reading) -> ReportChoice:
        if kind is Kind.CAMPAIGN:
            return ReportChoice(kind, campaign_id=campaigns.find(uow, typed.campaign))
        return ReportChoice(kind, _period(uow, kind, typed))

    return choose


def _period(uow: Reading, kind: Kind, typed: Typed) -> Period:
    if typed.year is not None and kind in YEARLY:
        return Period.year(typed.year)
    today = uow.clock.today()
    if kind is Kind.BOARD:
        return Period.month(months.month(typed.month, today))
    begins = checks.parse_day(typed.first, today, field="from")
    ends = checks.parse_day(typed.last, today, field="to")
    year = (begins or ends or today).year
    return Period(begins or date(year, 1, 1), ends or date(year, 12, 31))
