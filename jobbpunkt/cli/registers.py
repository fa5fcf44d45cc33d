"""Commands for the register itself: make one, look it through, back it up, restore it."""

from pathlib import Path
from typing import Annotated

import typer

from jobbpunkt.base import files, settings
from jobbpunkt.base.words import N_
from jobbpunkt.cli import desk
from jobbpunkt.cli.desk import RegisterOption, UserOption, rows
from jobbpunkt.register import keeping
from jobbpunkt.register.founding import Founder
from jobbpunkt.register.opening import Credentials, Register

NameOption = Annotated[str, typer.Option("--name", metavar=N_('"FULL NAME"'), help=N_("Your name as others see it."))]
TargetOption = Annotated[
    Path, typer.Option("--to", metavar=N_("FILE"), help=N_("Where the backup is to be; in a folder, one a day."))
]
KeepOption = Annotated[
    str,
    typer.Option(
        "--keep",
        metavar=N_("DAYS,WEEKS,MONTHS"),
        help=N_("Of the daily backups in a folder: for how many days, weeks and months one is kept."),
    ),
]
BackupArgument = Annotated[Path, typer.Argument(metavar=N_("FILE"), help=N_("The backup."), show_default=False)]
HeadOption = Annotated[
    str,
    typer.Option(
        "--head",
        metavar=N_("NUMBER:HASH"),
        help=N_("Where the history ended by an earlier check or a printed report: shows if it was cut or rewritten."),
    ),
]
BackupsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--backups",
        metavar=N_("FOLDER"),
        help=N_(
            "A folder with backups of the register to compare it with; may be given again. Always: where it lies, and where"
            " this computer makes the day's backups."
        ),
    ),
]


def join(root: typer.Typer) -> None:
    """Add the commands of this group."""
    root.command("init", help=N_("Make a new, empty register. Prints its recovery key, once."))(_init)
    root.command("recover", help=N_("Open a register with its recovery key; get the next one and a new password."))(_recover)
    root.command("new-recovery-key", help=N_("Make a new recovery key in place of the one before. Prints it, once."))(_new_key)
    root.command("password", help=N_("Change your own password; the new one is asked for."))(_password)
    root.command(
        "check",
        help=N_(
            "Check a register: that the file is whole, that nothing is missing, and that"
            " history, version, users and keys are right."
        ),
    )(_check)
    root.command("migrate", help=N_("Back a register up, then bring it up to the program's version."))(_migrate)
    root.command("backup", help=N_("Back a register up; the copy is opened and compared before it counts."))(_backup)
    root.command("rotate", help=N_("Give a register new keys: who has left, with all they kept, reads nothing written later."))(
        _rotate
    )
    root.command("restore", help=N_("Put a backup in a register's place; the old register is kept beside it."))(_restore)


def _init(context: typer.Context, *, register: RegisterOption, user: UserOption, name: NameOption = "") -> None:
    words = desk.of(context).words
    created = Register.create(register, Founder(user, name or user, desk.password(words, twice=True)))
    created.register.close()
    desk.say(words("The register {place} has been made.", place=created.register.location.text))
    desk.say(words("Recovery key: {key}", key=created.recovery_key))
    desk.say(words("Write it down or print it, and keep it locked away: it opens the register when every password is lost."))


def _recover(context: typer.Context, *, register: RegisterOption, user: UserOption) -> None:
    words = desk.of(context).words
    key = desk.secret(desk.RECOVERY_KEY, words("Recovery key: "))
    made = Register.recover(register, key, user, desk.new_password(words))
    made.register.close()
    _say_key(context, made.recovery_key)


def _new_key(context: typer.Context, *, register: RegisterOption, user: UserOption) -> None:
    from jobbpunkt.register import recovery

    with desk.opened(context, register, user) as opened, opened.writing() as uow:
        printed = recovery.renew(uow)
    _say_key(context, printed)


def _say_key(context: typer.Context, key: str) -> None:
    words = desk.of(context).words
    desk.say(words("Recovery key: {key}", key=key))
    desk.say(words("It takes the place of the one before, which works no longer. Write it down and keep it locked away."))


def _password(context: typer.Context, *, register: RegisterOption, user: UserOption) -> None:
    from jobbpunkt.register.passwords import change_own

    words = desk.of(context).words
    old = desk.password(words)
    opened = Register.open(register, Credentials(user, old))
    try:
        change_own(opened, old, desk.new_password(words))
    finally:
        opened.close()
    desk.say(words("Your password has been changed. Use the new one from now on."))


def _check(
    context: typer.Context,
    *,
    register: RegisterOption,
    user: UserOption,
    head: HeadOption = "",
    backups: BackupsOption = None,
) -> int:
    from jobbpunkt.register import check, noted_head

    words = desk.of(context).words
    anchor = noted_head.read(head) if head else None
    with desk.opened(context, register, user) as opened:
        checked = check.check(opened, anchor, [*(backups or ()), *_usual_folder()])
        if opened.mended is not None:
            sentence = words("A copy of the key file was damaged, and has been put right: {path}", path=opened.mended)
            typer.echo(sentence, err=True)
    for finding in (*checked.remarks, *checked.findings):
        typer.echo(finding.text(words), err=True)
    if checked.findings:
        return 1
    desk.say(words("Nothing is wrong: {rows}, version {schema}.", rows=rows(words, checked.rows), schema=checked.schema))
    desk.say(words("The history ends at {head}.", head=checked.head.spelled()))
    desk.say(words("The list of users ends at {head}.", head=checked.members.spelled()))
    return 0


def _migrate(context: typer.Context, *, register: RegisterOption, user: UserOption) -> None:
    from jobbpunkt.register.database import schema_version

    with desk.opened(context, register, user) as opened:
        version = schema_version(opened.engine)
    desk.say(desk.of(context).words("The register is up to date: version {version}.", version=version))


def _backup(
    context: typer.Context, *, register: RegisterOption, user: UserOption, to: TargetOption, keep: KeepOption = "7,4,12"
) -> None:
    from jobbpunkt.register import backup

    words = desk.of(context).words
    rule = keeping.read(keep)
    with desk.opened(context, register, user) as opened:
        made = backup.of_day(opened, to, rule) if files.is_folder(to) else backup.make(opened, to)
    if made is None:
        desk.say(words("The backup of today has been made already."))
        return
    desk.say(words("{path} holds {rows} and equals the register.", path=made.path, rows=rows(words, made.rows)))
    desk.say(
        words("The key file beside it (.keys) belongs to it: without it the backup cannot be opened. Keep the two together.")
    )
    desk.say(words("The history ends at {head}.", head=made.head.spelled()))


def _rotate(context: typer.Context, *, register: RegisterOption, user: UserOption) -> None:
    from jobbpunkt.register import rotating

    words = desk.of(context).words
    with desk.opened(context, register, user) as opened:
        made = rotating.rotate(opened, patience=rotating.PATIENCE)
    desk.say(
        words("The register has new keys, number {epoch}. Everybody signs in with the same password as before.", epoch=made.epoch)
    )
    if made.unopened:
        desk.say(
            words(
                "Protected texts that could not be opened, and were left as they are: {count}. Check the"
                " register and compare it with a backup.",
                count=made.unopened,
            )
        )
    desk.say(
        words(
            "Copies made before, such as backups, still open with the old keys, and that cannot be"
            " changed. Make a new backup, then lock the old copies away or destroy them."
        )
    )
    for copy in made.copies:
        desk.say(str(copy))


def _restore(context: typer.Context, *, file: BackupArgument, register: RegisterOption, user: UserOption) -> None:
    from jobbpunkt.register import restoring

    words = desk.of(context).words
    done = restoring.restore(file, register, Credentials(user, desk.password(words)))
    desk.say(words("Restored to {place}: {rows}.", rows=rows(words, done.rows), place=register))
    if done.kept is not None:
        desk.say(words("The old register has been kept as {path}.", path=done.kept))


def _usual_folder() -> list[Path]:
    """Return the folder in which this computer makes the day's backups, if one was chosen."""
    chosen = settings.Settings(settings.default_file()).get(settings.BACKUP_FOLDER)
    return [Path(chosen)] if chosen else []
