"""Commands for counting without a network: make a field file of a campaign, and bring field files home."""

from pathlib import Path
from typing import Annotated

import typer

from jobbpunkt import campaigns, field
from jobbpunkt.base.words import N_
from jobbpunkt.cli import desk
from jobbpunkt.cli.desk import RegisterOption, UserOption

FIELD_PASSWORD = "JOBBPUNKT_FIELD_PASSWORD"  # noqa: S105 - the name of a variable, not a secret
CampaignOption = Annotated[str, typer.Option("--campaign", metavar=N_("ID|NAME"), help=N_("The campaign: its id or its name."))]
OutOption = Annotated[Path, typer.Option("--out", metavar=N_("FILE"), help=N_("Where the field file is to be."))]
CalledOption = Annotated[
    str, typer.Option("--name", metavar=N_("NAME"), help=N_("What the file is called in the list; its file name, unless said."))
]
FilesArgument = Annotated[list[Path], typer.Argument(metavar=N_("FILE..."), help=N_("The field files."), show_default=False)]


def join(root: typer.Typer) -> None:
    """Add the commands of this group."""
    group = typer.Typer(help=N_("Count a campaign without a network, and bring home what was counted."), no_args_is_help=True)
    group.command("make", help=N_("Make an encrypted field file of a campaign, which holds no person. Asks for its password."))(
        _make
    )
    group.command("home", help=N_("Bring field files home, as often as one likes: what is there already is passed over."))(_home)
    root.add_typer(group, name="field")


def _make(
    context: typer.Context,
    *,
    register: RegisterOption,
    user: UserOption,
    campaign: CampaignOption,
    out: OutOption,
    name: CalledOption = "",
) -> None:
    words = desk.of(context).words
    with desk.opened(context, register, user) as opened:
        with opened.reading() as uow:
            wanted = campaigns.find(uow, campaign)
        secret = desk.secret(FIELD_PASSWORD, words("Password of the field file: "))
        made = field.make(opened, wanted, out, name=name or out.stem, password=secret)
    desk.say(words("{file} has been made. Take it along with its key file (.keys).", file=made.path))


def _home(context: typer.Context, *, register: RegisterOption, user: UserOption, files: FilesArgument) -> int:
    words = desk.of(context).words
    left = 0
    with desk.opened(context, register, user) as opened:
        secret = desk.secret(FIELD_PASSWORD, words("Password of the field file: "))
        for file in files:
            brought = field.bring_home(opened, file, secret)
            for sentence in field.sentences(brought, words):
                desk.say(sentence)
            left += sum(one.number for one in brought.refused)
    return 1 if left else 0
