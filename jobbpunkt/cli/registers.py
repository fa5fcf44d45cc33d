"""Commands for the register itself: make one, look it through, back it up, restore it."""

from pathlib import Path
from typing import Annotated

import typer

from jobbpunkt.chain import Head
from jobbpunkt.cli import desk
from jobbpunkt.cli.desk import RegisterOption, UserOption, rows
from jobbpunkt.errors import UserError
from jobbpunkt.i18n import N_
from jobbpunkt.register import Credentials, Founder, Register

NameOption = Annotated[str, typer.Option("--name", metavar=N_('"FULL NAME"'), help=N_("Your name as others see it."))]
TargetOption = Annotated[Path, typer.Option("--to", metavar=N_("FILE"), help=N_("Where the backup is to be."))]
BackupArgument = Annotated[Path, typer.Argument(metavar=N_("FILE"), help=N_("The backup."), show_default=False)]
HeadOption = Annotated[
    str,
    typer.Option(
        "--head",
        metavar=N_("NUMBER:HASH"),
        help=N_("Where the history ended at an earlier check: shows if it was cut or rewritten."),
    ),
]


def join(root: typer.Typer) -> None:
    """Add the commands of this group."""
    root.command("init", help=N_("Make a new, empty register. Prints its recovery key, once."))(_init)
    root.command("check", help=N_("Look a register through: pages, references, history, schema, keys."))(_check)
    root.command("migrate", help=N_("Back a register up, then bring its schema up to date."))(_migrate)
    root.command("backup", help=N_("Back a register up; the copy is opened and compared before it counts."))(_backup)
    root.command("restore", help=N_("Put a backup in a register's place; the old register is kept beside it."))(_restore)


def _init(context: typer.Context, *, register: RegisterOption, user: UserOption, name: NameOption = "") -> None:
    words = desk.of(context).words
    created = Register.create(register, Founder(user, name or user, desk.password(words, twice=True)))
    created.register.close()
    desk.say(words("The register {place} has been made.", place=created.register.location.text))
    desk.say(words("Recovery key: {key}", key=created.recovery_key))
    desk.say(words("Write it down or print it, and keep it locked away: it opens the register when every password is lost."))


def _check(context: typer.Context, *, register: RegisterOption, user: UserOption, head: HeadOption = "") -> int:
    from jobbpunkt import check

    words = desk.of(context).words
    anchor = _anchor(head)
    with desk.opened(context, register, user) as opened:
        checked = check.check(opened, anchor)
    for finding in checked.findings:
        typer.echo(finding.text(words), err=True)
    if checked.findings:
        return 1
    desk.say(words("Nothing is wrong: {rows}, schema {schema}.", rows=rows(words, checked.rows), schema=checked.schema))
    desk.say(words("The history ends at {head}.", head=checked.head.spelled()))
    return 0


def _migrate(context: typer.Context, *, register: RegisterOption, user: UserOption) -> None:
    from jobbpunkt.database import schema_version

    with desk.opened(context, register, user) as opened:
        version = schema_version(opened.engine)
    desk.say(desk.of(context).words("The schema is up to date: version {version}.", version=version))


def _backup(context: typer.Context, *, register: RegisterOption, user: UserOption, to: TargetOption) -> None:
    from jobbpunkt import backup

    words = desk.of(context).words
    with desk.opened(context, register, user) as opened:
        made = backup.make(opened, to)
    desk.say(words("{path} holds {rows} and equals the register.", path=made.path, rows=rows(words, made.rows)))
    desk.say(words("The key file beside it belongs to it: keep them together."))
    desk.say(words("The history ends at {head}.", head=made.head.spelled()))


def _restore(context: typer.Context, *, file: BackupArgument, register: RegisterOption, user: UserOption) -> None:
    from jobbpunkt import restoring

    words = desk.of(context).words
    done = restoring.restore(file, register, Credentials(user, desk.password(words)))
    desk.say(words("Restored to {place}: {rows}.", rows=rows(words, done.rows), place=register))
    if done.kept is not None:
        desk.say(words("The old register has been kept as {path}.", path=done.kept))


def _anchor(text: str) -> Head | None:
    if not text:
        return None
    number, _, digest = text.partition(":")
    if not number.isdigit() or len(digest) != 64:
        raise UserError("{head} is not where a history ends. Copy it from an earlier check: NUMBER:HASH.", head=text)
    return Head(int(number), digest)
