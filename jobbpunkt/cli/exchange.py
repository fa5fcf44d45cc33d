"""Commands that bring data in and out: CVs from files, and everything in open formats."""

from pathlib import Path
from typing import Annotated

import typer

from jobbpunkt import files
from jobbpunkt.cli import desk
from jobbpunkt.cli.desk import FormatOption, RegisterOption, TextOrJson, UserOption
from jobbpunkt.i18n import N_

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help=N_("The file to read."), show_default=False)]
ZipOption = Annotated[Path, typer.Option("--out", metavar="FILE.zip", help=N_("The ZIP file to write."))]
PersonOption = Annotated[
    str, typer.Option("--person", metavar="ID", help=N_("Whose it is: an id from `list people`, or the reference number."))
]


def join(root: typer.Typer) -> None:
    """Add the commands of this group."""
    group = typer.Typer(help=N_("Bring data in from files."), no_args_is_help=True)
    group.command("cv", help=N_("Bring in a CV from a JSON Resume file."))(_import_cv)
    root.add_typer(group, name="import")
    out = typer.Typer(help=N_("Take data out in open formats."), no_args_is_help=True)
    out.command("everything", help=N_("Write the whole register as CSV, JSON and PDF in one ZIP file."))(_everything)
    root.add_typer(out, name="export")


def _everything(context: typer.Context, *, register: RegisterOption, user: UserOption, out: ZipOption) -> None:
    from jobbpunkt.exchange import everything

    words = desk.of(context).words
    with desk.opened(context, register, user) as opened:
        done = everything.export(opened, out, words)
    desk.say(words("{path} has been written.", path=done.path))
    desk.say(words("{rows} rows, {papers} papers.", rows=words.number(sum(done.rows.values())), papers=words.number(done.papers)))
    for sentence in done.left_out:
        desk.say(sentence)


def _import_cv(
    context: typer.Context,
    *,
    file: FileArgument,
    register: RegisterOption,
    user: UserOption,
    person: PersonOption,
    format: FormatOption = TextOrJson.TEXT,  # noqa: A002 - its name on the command line
) -> None:
    from jobbpunkt import cvs
    from jobbpunkt.people import lookup

    words = desk.of(context).words
    raw = files.read(file)
    with desk.opened(context, register, user) as opened, opened.writing() as uow:
        done = cvs.import_resume(uow, lookup.person(uow, person), raw)
    notes = [words(note) for note in done.notes]
    if format is TextOrJson.JSON:
        desk.say_json({"file": str(file), "cv": str(done.change.record), "counts": done.counts, "notes": notes})
        return
    desk.say(words("The CV has been imported."))
    for line in (str(done.change.record), *notes):
        desk.say(line)
