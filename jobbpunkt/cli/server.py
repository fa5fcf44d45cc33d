"""The command for who runs the server that a register is on."""

from typing import Annotated

import typer

from jobbpunkt.base.words import N_
from jobbpunkt.cli import desk
from jobbpunkt.cli.desk import UserOption

AddressArgument = Annotated[
    str,
    typer.Argument(metavar=N_("ADDRESS"), help=N_("postgresql://SUPERUSER@host/database."), show_default=False),
]


def join(root: typer.Typer) -> None:
    """Add the commands of this group."""
    server = typer.Typer(help=N_("A register on a PostgreSQL server, for who runs it."), no_args_is_help=True)
    server.command("prepare", help=N_("Give each role its rights in a database, once, as a superuser of the server."))(_prepare)
    root.add_typer(server, name="server")


def _prepare(context: typer.Context, *, address: AddressArgument, user: UserOption = "") -> None:
    from jobbpunkt.register import location, server_login, server_preparing
    from jobbpunkt.register.opening import Credentials, Register
    from jobbpunkt.register.permissions import Permission

    words = desk.of(context).words
    place = location.parse(address)
    upgrade = server_preparing.prepare(place)
    desk.say(words("{place} has been prepared: every user has a login of their own.", place=address))
    desk.say(
        words("Give the login {login} a password: with it registers are made, restored and brought up to date.", login=upgrade)
    )
    if not user:
        return
    credentials = Credentials(user, desk.password(words))
    opened = Register.open(address, credentials)
    try:
        opened.user.require(Permission.MANAGE_USERS)
    finally:
        opened.close()
    server_login.realign(place, opened.user.login, credentials.password)
    desk.say(
        words(
            "{login} now signs in at the address without a user, and then gives the others new passwords.",
            login=opened.user.login,
        )
    )
