"""Commands for frozen reports: keep a report, list what was kept, tell what has changed since."""

from typing import Annotated, Any
from uuid import UUID

import typer

from jobbpunkt import reports
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import N_, Words
from jobbpunkt.cli import desk
from jobbpunkt.cli.choosing import CampaignOption, FromOption, ToOption, Typed, chooser
from jobbpunkt.cli.desk import RegisterOption, UserOption
from jobbpunkt.cli.months import MonthOption
from jobbpunkt.measures import in_words
from jobbpunkt.reports import FigureChange, Kind

KindOption = Annotated[Kind, typer.Option("--kind", help=N_("Which report. Default: that of a year."))]
OfYearOption = Annotated[int | None, typer.Option("--year", metavar=N_("YEAR"), help=N_("The calendar year."))]
NoteOption = Annotated[
    str, typer.Option("--note", metavar=N_("REASON"), help=N_("What it is kept for, such as: handed to the board."))
]
FrozenOption = Annotated[str, typer.Option("--id", metavar=N_("ID"), help=N_("The frozen report, as the list shows it."))]


def join(group: typer.Typer) -> None:
    """Add the commands to the group of reports."""
    group.command("freeze", help=N_("Keep a report as it is now."))(_freeze)
    group.command("frozen", help=N_("The reports that were kept, the latest first."))(_frozen)
    group.command("changes", help=N_("What a kept report would tell otherwise today, and which records make it so."))(_changes)


def _freeze(
    context: typer.Context,
    *,
    note: NoteOption,
    register: RegisterOption,
    user: UserOption,
    kind: KindOption = Kind.ANNUAL,
    year: OfYearOption = None,
    month: MonthOption = "",
    campaign: CampaignOption = "",
    first: FromOption = "",
    last: ToOption = "",
) -> None:
    words, choose = desk.of(context).words, chooser(kind, Typed(year, month, campaign, first, last))
    with desk.opened(context, register, user) as opened, opened.writing() as uow:
        change = reports.freeze(uow, choose(uow), words, note=note)
    desk.say(str(change.record))


def _frozen(context: typer.Context, *, register: RegisterOption, user: UserOption) -> None:
    words = desk.of(context).words
    with desk.opened(context, register, user) as opened, opened.reading() as uow:
        found = reports.frozen_reports(uow)
    desk.say(desk.aligned([(str(one.id), words(one.title), str(one.data_to), one.note, one.by) for one in found]))


def _changes(context: typer.Context, *, id: FrozenOption, register: RegisterOption, user: UserOption) -> None:  # noqa: A002
    words = desk.of(context).words
    try:
        wanted = UUID(id)
    except ValueError:
        raise InvalidInput("{typed} is not an id. The list of frozen reports shows them.", field="id", typed=id[:40]) from None
    with desk.opened(context, register, user) as opened, opened.reading() as uow:
        found = reports.frozen_changes(uow, wanted, words)
    if not found:
        desk.say(words("A report of the same days would say the same today."))
        return
    desk.say(desk.aligned([line for one in found for line in _lines(one, words)]))


def _lines(one: FigureChange, words: Words) -> list[tuple[Any, ...]]:
    number = (_number(one.before, words), _number(one.after, words))
    came = [("  +", record.title, str(record.day or "")) for record in one.came]
    went = [("  -", words.plural("{n} record gone", "{n} records gone", one.went), "")] if one.went else []
    few = [("  -", in_words.hidden(words), "")] if one.is_few else []
    return [(words(one.label), *number), *came, *went, *few]


def _number(value: float | None, words: Words) -> str:
    return "–" if value is None else words.number(value, 1 if isinstance(value, float) else 0)
