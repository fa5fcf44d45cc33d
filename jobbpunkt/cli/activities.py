"""The command that prints the sheet for a person's activity report."""

from typing import Annotated

import typer

from jobbpunkt.base.words import N_
from jobbpunkt.cli import desk, months, wishes
from jobbpunkt.cli.desk import RegisterOption, UserOption, WhyOption
from jobbpunkt.cli.wishes import BesideOption, IdOption, KindOption, LookOption, OutOption, PaperLanguageOption
from jobbpunkt.documents.kinds import FileKind
from jobbpunkt.printing import drawings

MonthOption = Annotated[
    str, typer.Option("--month", metavar=N_("MONTH"), help=N_("The month, as 2020-05. Default: the one before this."))
]
WithoutOption = Annotated[
    bool, typer.Option("--without-steps", help=N_("Leave out steps that were done, which are told in words that somebody typed."))
]


def join(group: typer.Typer) -> None:
    """Add the command to the group that prints."""
    told = N_("What a person did in a month, for their activity report; its id is the person's.")
    group.command("activities", help=told)(_print)


def _print(
    context: typer.Context,
    *,
    id: IdOption,  # noqa: A002 - its name on the command line
    out: OutOption,
    register: RegisterOption,
    user: UserOption,
    month: MonthOption = "",
    without_steps: WithoutOption = False,
    language: PaperLanguageOption = "",
    beside: BesideOption = "",
    look: LookOption = "",
    why: WhyOption = "",
    format: KindOption = FileKind.PDF,  # noqa: A002 - its name on the command line
) -> None:
    wish, words = wishes.wish(language, beside, look), desk.of(context).words
    with desk.opened(context, register, user, why) as opened, opened.writing() as uow:
        wanted = months.month(month, uow.clock.today()) if month else None
        drawing = drawings.activities(uow, id, words, wish, month=wanted, steps=not without_steps)
    desk.save_paper(context, out, drawing, format)
