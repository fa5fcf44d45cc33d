"""Commands for the reports: the year, a campaign, the caseload, the programme and the sheets, on the screen or as files."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from jobbpunkt import campaigns, reports
from jobbpunkt.base import checks
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_, Words
from jobbpunkt.cli import desk, frozen, months
from jobbpunkt.cli.desk import RegisterOption, UserOption
from jobbpunkt.cli.months import MonthOption
from jobbpunkt.disclosure import calendar_period
from jobbpunkt.measures import MeasureResult, Period, in_words
from jobbpunkt.measures.in_words import qualified
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.reports import Format, Kind, Material, ReportChoice
from models.vocabulary import Source

YearOption = Annotated[int, typer.Option("--year", metavar=N_("YEAR"), help=N_("The calendar year."))]
CampaignOption = Annotated[str, typer.Option("--campaign", metavar=N_("ID|NAME"), help=N_("The campaign: its id or its name."))]
FromOption = Annotated[
    str, typer.Option("--from", metavar=N_("DAY"), help=N_("The first day, as 2020-01-01. Default: 1 January."))
]
ToOption = Annotated[str, typer.Option("--to", metavar=N_("DAY"), help=N_("The last day. Default: 31 December."))]
OutOption = Annotated[Path | None, typer.Option("--out", metavar=N_("FILE"), help=N_("The file to write."))]
WantedOption = Annotated[
    Format | None,
    typer.Option("--format", help=N_("The kind of file. Default: as the file's ending says; without a file, a table.")),
]
Chooser = Callable[[Reading], ReportChoice]


def join(root: typer.Typer) -> None:
    """Add the commands of this group."""
    group = typer.Typer(help=N_("Show or write a report."), no_args_is_help=True)
    group.command("annual", help=N_("The figures of a year."))(_of_year(Kind.ANNUAL))
    group.command("campaign", help=N_("The results of a campaign."))(_campaign)
    group.command("caseload", help=N_("Who is enrolled, waiting, new and closed."))(_of_period(Kind.CASELOAD))
    group.command("programme", help=N_("The figures of Kvinna för Bäckby."))(_of_period(Kind.PROGRAMME))
    group.command("key-figures", help=N_("The key figures of a year."))(_of_year(Kind.KEY_FIGURES))
    group.command("kolada", help=N_("The results of a year as Kolada and SKR ask for them."))(_of_year(Kind.KOLADA))
    group.command("board", help=N_("A month for the board."))(_board)
    frozen.join(group)
    root.add_typer(group, name="report")


def _of_year(kind: Kind) -> Callable[..., None]:
    def reporting(
        context: typer.Context,
        *,
        year: YearOption,
        register: RegisterOption,
        user: UserOption,
        out: OutOption = None,
        format: WantedOption = None,  # noqa: A002 - its name on the command line
    ) -> None:
        checks.whole(year, field="year", least=1900, most=2100)
        _report(context, register, user, lambda _: ReportChoice(kind, Period.year(year)), (out, format))

    return reporting


def _board(
    context: typer.Context,
    *,
    month: MonthOption,
    register: RegisterOption,
    user: UserOption,
    out: OutOption = None,
    format: WantedOption = None,  # noqa: A002 - its name on the command line
) -> None:
    def choose(uow: Reading) -> ReportChoice:
        return ReportChoice(Kind.BOARD, Period(*calendar_period(months.month(month, uow.clock.today()), 1)))

    _report(context, register, user, choose, (out, format))


def _campaign(
    context: typer.Context,
    *,
    campaign: CampaignOption,
    register: RegisterOption,
    user: UserOption,
    out: OutOption = None,
    format: WantedOption = None,  # noqa: A002 - its name on the command line
) -> None:
    def choose(uow: Reading) -> ReportChoice:
        return ReportChoice(Kind.CAMPAIGN, campaign_id=campaigns.find(uow, campaign))

    _report(context, register, user, choose, (out, format))


def _of_period(kind: Kind) -> Callable[..., None]:
    def reporting(
        context: typer.Context,
        *,
        register: RegisterOption,
        user: UserOption,
        first: FromOption = "",
        last: ToOption = "",
        out: OutOption = None,
        format: WantedOption = None,  # noqa: A002 - its name on the command line
    ) -> None:
        _report(context, register, user, lambda uow: ReportChoice(kind, _period(uow, first, last)), (out, format))

    return reporting


def _period(uow: Reading, first: str, last: str) -> Period:
    today = uow.clock.today()
    begins, ends = checks.parse_day(first, today, field="from"), checks.parse_day(last, today, field="to")
    year = (begins or ends or today).year
    return Period(begins or date(year, 1, 1), ends or date(year, 12, 31))


def _report(context: typer.Context, register: str, user: str, choose: Chooser, target: tuple[Path | None, Format | None]) -> None:
    words = desk.of(context).words
    out, wanted = target[0], _wanted(*target)
    with desk.opened(context, register, user) as opened, opened.writing() as uow:
        choice = choose(uow)
        material = reports.gather(uow, choice, words)
        reports.note_printed(uow, material, wanted)
    if wanted is None:
        desk.say(_table(material, words))
    elif out is None:
        typer.echo(reports.write(material, words, wanted), nl=False)
    elif wanted is Format.PDF:
        desk.save_paper(context, out, reports.drawing(material))
    else:
        desk.save(context, out, reports.write(material, words, wanted))


def _wanted(out: Path | None, named: Format | None) -> Format | None:
    """Return the kind of file that is meant; None for a table on the screen."""
    if out is None:
        if named in (Format.PDF, Format.XLSX, Format.DOCX):
            raise UserError("Say with --out which file the report is to be written to.")
        return named
    if named is not None:
        return named
    try:
        return Format(out.suffix.lower().removeprefix("."))
    except ValueError:
        raise UserError("Say with --format what kind of file {path} is: pdf, docx, xlsx, csv or json.", path=out) from None


def _table(material: Material, words: Words) -> str:
    figures = material.report.measures
    return desk.aligned([(words(one.label), _value(one, words), words(one.unit.label), _how(one, words)) for one in figures])


def _value(result: MeasureResult, words: Words) -> str:
    if result.suppressed:
        return in_words.hidden(words)
    if result.value is None:
        return words("not recorded")
    number = words.number(result.value, decimals=0 if isinstance(result.value, int) else 1)
    return qualified(number, result.qualifier, words)


def _how(result: MeasureResult, words: Words) -> str:
    """Say of a figure that somebody told it, and of how many nobody knows."""
    told = [words(result.source.label)] if result.source is Source.STATED else []
    return ", ".join([*told, *([in_words.missing(result.missing, words)] if result.missing else [])])
