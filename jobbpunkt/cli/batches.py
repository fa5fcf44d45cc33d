"""Commands that print many papers at once, each as a file of its own in a folder."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from jobbpunkt import campaigns, programmes
from jobbpunkt.base import checks, files
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.words import N_
from jobbpunkt.cli import desk, months, wishes
from jobbpunkt.cli.desk import RegisterOption, UserOption
from jobbpunkt.cli.months import MonthOption
from jobbpunkt.cli.wishes import BesideOption, LookOption, PaperLanguageOption, SectionsOption
from jobbpunkt.documents.setting import Wish
from jobbpunkt.printing import batches
from jobbpunkt.printing.batches import Wanted
from jobbpunkt.register.unit_of_work import Reading

ProgrammeOption = Annotated[
    str,
    typer.Option(
        "--programme", metavar=N_("ID|NAME"), help=N_("The project: its id or its name. Default: your own participants.")
    ),
]
DayOption = Annotated[str, typer.Option("--day", metavar=N_("DAY"), help=N_("The day, as 2020-01-01."))]
OfOption = Annotated[str, typer.Option("--programme", metavar=N_("ID|NAME"), help=N_("The project: its id or its name."))]
MineOption = Annotated[bool, typer.Option("--mine", help=N_("Only your own meetings."))]
CampaignOption = Annotated[str, typer.Option("--campaign", metavar=N_("ID|NAME"), help=N_("The campaign: its id or its name."))]
PartnerOption = Annotated[str, typer.Option("--partner", metavar=N_("NAME"), help=N_("Only this partner. Default: all of them."))]
FolderOption = Annotated[Path, typer.Option("--out", metavar=N_("FOLDER"), help=N_("The folder; nothing in it is written over."))]
Lister = Callable[[Reading], tuple[Wanted, ...]]


def join(group: typer.Typer) -> None:
    """Add the commands to the group that prints."""
    group.command("plans", help=N_("Every ongoing plan of a project, or of your own participants."))(_plans)
    group.command("attendance", help=N_("The attendance sheets of a project's month, of everybody whose days are marked."))(
        _attendance
    )
    group.command("partners", help=N_("A page for every partner of a campaign."))(_partners)
    group.command("sessions", help=N_("The sheets of all meetings of a day."))(_sessions)


def _plans(
    context: typer.Context,
    *,
    out: FolderOption,
    register: RegisterOption,
    user: UserOption,
    programme: ProgrammeOption = "",
    language: PaperLanguageOption = "",
    beside: BesideOption = "",
    look: LookOption = "",
    sections: SectionsOption = "",
) -> None:
    words = desk.of(context).words

    def listed(uow: Reading) -> tuple[Wanted, ...]:
        if not programme:
            return batches.plans_of_coach(uow, words)
        return batches.plans_of_programme(uow, programmes.find(uow, programme), words)

    _print(context, register, user, (out, wishes.wish(language, beside, look, sections=sections)), listed)


def _attendance(
    context: typer.Context,
    *,
    month: MonthOption,
    programme: OfOption,
    out: FolderOption,
    register: RegisterOption,
    user: UserOption,
    language: PaperLanguageOption = "",
    beside: BesideOption = "",
    look: LookOption = "",
) -> None:
    words = desk.of(context).words

    def listed(uow: Reading) -> tuple[Wanted, ...]:
        wanted = months.month(month, uow.clock.today())
        return batches.attendance(uow, programmes.find(uow, programme), wanted, words)

    _print(context, register, user, (out, wishes.wish(language, beside, look)), listed)


def _partners(
    context: typer.Context,
    *,
    campaign: CampaignOption,
    out: FolderOption,
    register: RegisterOption,
    user: UserOption,
    partner: PartnerOption = "",
    language: PaperLanguageOption = "",
    beside: BesideOption = "",
    look: LookOption = "",
) -> None:
    words = desk.of(context).words

    def listed(uow: Reading) -> tuple[Wanted, ...]:
        return batches.partners(uow, campaigns.find(uow, campaign), words, named=partner)

    _print(context, register, user, (out, wishes.wish(language, beside, look)), listed)


def _sessions(
    context: typer.Context,
    *,
    day: DayOption,
    out: FolderOption,
    register: RegisterOption,
    user: UserOption,
    mine: MineOption = False,
    language: PaperLanguageOption = "",
    beside: BesideOption = "",
    look: LookOption = "",
) -> None:
    words = desk.of(context).words

    def listed(uow: Reading) -> tuple[Wanted, ...]:
        wanted = checks.parse_day(day, uow.clock.today(), field="day")
        if wanted is None:
            raise InvalidInput("Write the day as 2020-01-01.", field="day")
        return batches.sheets_of_day(uow, wanted, words, coach_id=uow.user.id if mine else None)

    _print(context, register, user, (out, wishes.wish(language, beside, look)), listed)


def _print(context: typer.Context, register: str, user: str, how: tuple[Path, Wish], listed: Lister) -> None:
    """Gather, note, draw and write one paper after another: what is written when one is refused stays."""
    words = desk.of(context).words
    out, wish = how
    files.demand_folder(out)
    with desk.opened(context, register, user) as opened:
        with opened.reading() as uow:
            found = listed(uow)
        if not found:
            raise UserError("There is nothing to print.")
        for one in found:
            with opened.writing() as writing:
                drawing = one.gather(writing, words, wish)
            desk.say(words("{path} has been written.", path=batches.write(out, one.name, drawing())))
            desk.say_wanting(context, drawing)
