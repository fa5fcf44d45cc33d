"""Commands that bring data in and out: CVs from files, and everything in open formats."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jobbpunkt.base import files
from jobbpunkt.base.words import N_, Words
from jobbpunkt.cli import desk
from jobbpunkt.cli.desk import FormatOption, RegisterOption, TextOrJson, UserOption, rows

if TYPE_CHECKING:
    from jobbpunkt.exchange.people import Imported

FileArgument = Annotated[Path, typer.Argument(metavar=N_("FILE"), help=N_("The file to read."), show_default=False)]
MappingOption = Annotated[
    Path | None, typer.Option("--mapping", metavar="M.json", help=N_("Which heading stands for which field, as JSON."))
]
DryOption = Annotated[bool, typer.Option("--dry-run", help=N_("Only say what would happen."))]
SkipOption = Annotated[bool, typer.Option("--skip-bad-rows", help=N_("Write the good rows even if others are wrong."))]
ZipOption = Annotated[Path, typer.Option("--out", metavar=N_("FILE.zip"), help=N_("The ZIP file to write."))]
ToOption = Annotated[str, typer.Option("--to", metavar=N_("WHOM"), help=N_("For whom it is; the history keeps it."))]
WhyOption = Annotated[str, typer.Option("--why", metavar=N_("REASON"), help=N_("Why it is taken out; the history keeps it."))]
PersonOption = Annotated[
    str, typer.Option("--person", metavar="ID", help=N_("Whose it is: an id from `list people`, or the reference number."))
]


def join(root: typer.Typer) -> None:
    """Add the commands of this group."""
    group = typer.Typer(help=N_("Bring data in from files."), no_args_is_help=True)
    group.command("people", help=N_("Bring in people from a list: CSV or Excel. All of it, or nothing."))(_import_people)
    group.command("cv", help=N_("Bring in a CV from a JSON Resume file."))(_import_cv)
    root.add_typer(group, name="import")
    out = typer.Typer(help=N_("Take data out in open formats."), no_args_is_help=True)
    out.command("everything", help=N_("Write what you may see of the register as CSV, JSON and PDF in one encrypted ZIP file."))(
        _everything
    )
    root.add_typer(out, name="export")


def _everything(
    context: typer.Context, *, register: RegisterOption, user: UserOption, out: ZipOption, to: ToOption, why: WhyOption
) -> None:
    from jobbpunkt.exchange import everything

    words = desk.of(context).words
    with desk.opened(context, register, user) as opened:
        done = everything.export(opened, out, everything.Errand(to, why), words)
    desk.say(words("{path} has been written.", path=done.path))
    papers = words.plural("{n} paper", "{n} papers", done.papers)
    desk.say(words("{rows}, {papers}.", rows=rows(words, sum(done.rows.values())), papers=papers))
    for sentence in done.left_out:
        desk.say(sentence)
    desk.say_password(words, done.password)


def _import_people(
    context: typer.Context,
    *,
    file: FileArgument,
    register: RegisterOption,
    user: UserOption,
    mapping: MappingOption = None,
    dry_run: DryOption = False,
    skip_bad_rows: SkipOption = False,
    format: FormatOption = TextOrJson.TEXT,  # noqa: A002 - its name on the command line
) -> int:
    from jobbpunkt.exchange import people

    words = desk.of(context).words
    content, known = files.read(file), _mapping(mapping)
    with desk.opened(context, register, user) as opened, opened.writing() as uow:
        done = people.import_people(uow, content, mapping=known, dry_run=dry_run, skip_bad_rows=skip_bad_rows)
    if format is TextOrJson.JSON:
        desk.say_json(_as_json(file, done, words))
    else:
        _tell(done, words)
    return 1 if done.errors and not skip_bad_rows else 0


def _mapping(file: Path | None) -> dict[str, str | None] | None:
    from jobbpunkt.exchange import headings
    from jobbpunkt.foreign import reading

    return None if file is None else headings.checked_mapping(reading.plain(files.read(file)))


def _as_json(file: Path, done: "Imported", words: Words) -> dict[str, Any]:
    values = {"rows": done.rows, "created": done.created, "matched": done.matched, "skipped": done.skipped}
    errors = [{"row": wrong.row, "column": wrong.column, "message": wrong.error.text(words)} for wrong in done.errors]
    why = words("No field of a person is called so.")
    ignored = [{"row": None, "column": column, "reason": why} for column in done.ignored]
    return {"file": str(file), **values, "errors": errors, "ignored": ignored, "dry_run": done.dry_run}


def _tell(done: "Imported", words: Words) -> None:
    for wrong in done.errors:
        fault = wrong.error.text(words)
        typer.echo(words("Row {row} {column}: {fault}", row=wrong.row, column=wrong.column, fault=fault), err=True)
    if done.ignored:
        desk.say(words("Columns left out: {columns}", columns=", ".join(done.ignored)))
    if done.dry_run:
        desk.say(words("Nothing was written; this was a trial."))
    counts = {"created": done.created, "matched": done.matched, "skipped": done.skipped}
    values = {name: words.number(count) for name, count in counts.items()} | {"rows": rows(words, done.rows)}
    desk.say(words("{rows}. New: {created}. Known already: {matched}. More than once: {skipped}.", **values))


def _import_cv(
    context: typer.Context,
    *,
    file: FileArgument,
    register: RegisterOption,
    user: UserOption,
    person: PersonOption,
    format: FormatOption = TextOrJson.TEXT,  # noqa: A002 - its name on the command line
) -> None:
    from jobbpunkt.people import lookup
    from jobbpunkt.written import cvs

    words = desk.of(context).words
    raw = files.read(file)
    with desk.opened(context, register, user) as opened, opened.writing() as uow:
        done = cvs.import_resume(uow, lookup.person(uow, person), raw)
    notes = [note.text(words) for note in done.notes]
    if format is TextOrJson.JSON:
        desk.say_json({"file": str(file), "cv": str(done.change.record), "counts": done.counts, "notes": notes})
        return
    desk.say(words("The CV has been imported."))
    for line in (str(done.change.record), *notes):
        desk.say(line)
