"""Commands that print: the same papers as in the window, as PDF files."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from jobbpunkt.cli import desk, drawings
from jobbpunkt.cli.desk import RegisterOption, UserOption
from jobbpunkt.cli.drawings import Paper
from jobbpunkt.i18n import N_

IdOption = Annotated[UUID, typer.Option("--id", metavar="ID", help=N_("Which one; the list commands show the ids."))]
OutOption = Annotated[Path, typer.Option("--out", metavar=N_("FILE.pdf"), help=N_("The PDF file to write."))]


def join(root: typer.Typer) -> None:
    """Add the commands of this group."""
    group = typer.Typer(help=N_("Write a paper as PDF."), no_args_is_help=True)
    for name, sentence, paper in (
        ("cv", N_("A CV, its latest version."), drawings.cv),
        ("letter", N_("A personal letter, its latest version."), drawings.letter),
        ("plan", N_("A plan as it stands now."), drawings.plan),
        ("closing", N_("The summary of a person's enrolment that has ended; its id is the person's."), drawings.summary),
        ("session", N_("The sheet that a participant takes home from a meeting."), drawings.session),
    ):
        group.command(name, help=sentence)(_command(paper))
    root.add_typer(group, name="print")


def _command(paper: Paper) -> Callable[..., None]:
    def printing(
        context: typer.Context,
        *,
        id: IdOption,  # noqa: A002 - its name on the command line
        out: OutOption,
        register: RegisterOption,
        user: UserOption,
    ) -> None:
        with desk.opened(context, register, user) as opened, opened.writing() as uow:
            draw = paper(uow, id, desk.of(context).words)
        desk.save(context, out, draw())

    return printing
