"""Commands for the reports: the year, a campaign, the caseload, the programme and the sheets, on the screen or as files."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from jobbpunkt import reports
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_, Words
from jobbpunkt.cli import desk, frozen
from jobbpunkt.cli.choosing import CampaignOption, Chooser, FromOption, ToOption, Typed, YearOption, chooser
from jobbpunkt.cli.desk import RegisterOption, UserOption
from jobbpunkt.cli.months import MonthOption
from jobbpunkt.measures import MeasureResult, in_words
from jobbpunkt.measures.in_words import qualified
from jobbpunkt.reports import Format, Kind, Material
from models.vocabulary import Source

OutOption = Annotated[Path | None, typer.Option("--out", metavar=N_("FILE"), help=N_("The file to write."))]
WantedOption = Annotated[
    Format | None,
    typer.Option("--format", help=N_("The kind of file. Default: as the file's ending says; without a file, a table.")),
]


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
        _report(context, register, user, chooser(kind, Typed(year=year)), (out, format))

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
    _report(context, register, user, chooser(Kind.BOARD, Typed(month=month)), (out, format))


def _campaign(
    context: typer.Context,
    *,
    campaign: CampaignOption,
    register: RegisterOption,
    user: UserOption,
    out: OutOption = None,
    format: WantedOption = None,  # noqa: A002 - its name on the command line
) -> None:
    _report(context, register, user, chooser(Kind.CAMPAIGN, Typed(campaign=campaign)), (out, format))


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
        _report(context, register, user, chooser(kind, Typed(first=first, last=last)), (out, format))

    return reporting


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
