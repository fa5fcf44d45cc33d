"""The command that shows the program at work: the year 2020 with fictitious people."""

from pathlib import Path
from typing import Annotated

import typer

from jobbpunkt.base import files, screen
from jobbpunkt.base.words import N_
from jobbpunkt.cli import desk
from jobbpunkt.register import location, places
from jobbpunkt.register.opening import Credentials, Register

ToOption = Annotated[
    str | None, typer.Option("--to", metavar=N_("PATH"), help=N_("Where the demo register is to be. Default: your data folder."))
]
OutOption = Annotated[
    Path | None, typer.Option("--out", metavar=N_("FOLDER"), help=N_("Write every PDF summary into this folder."))
]


def join(root: typer.Typer) -> None:
    """Add the command."""
    root.command("demo", help=N_("Make a register with fictitious people of the year 2020, and open it."))(_demo)


def _demo(context: typer.Context, *, to: ToOption = None, out: OutOption = None) -> int:
    from jobbpunkt import demo
    from jobbpunkt.demo import stage

    at = desk.of(context)
    words, where = at.words, to or str(places.of_demo())
    place = location.parse(where)
    if places.taken(place):
        demo.demand(where)
    else:
        desk.say(words("The demo register is being made; this takes a moment."))
        demo.make_whole(where)
    desk.say(words("The demo register is {path}. Everybody in it is fictitious.", path=place.text))
    desk.say(words("User names: {names}", names=", ".join((*demo.USERS, stage.ADMIN))))
    desk.say(words("Password of them all: {password}", password=demo.PASSWORD))
    if out is None and screen.has_screen():
        return at.open_window(where, stage.COACH, demo.PASSWORD)
    _write_papers(context, where, out or Path("out"))
    return 0


def _write_papers(context: typer.Context, where: str, out: Path) -> None:
    from jobbpunkt import demo
    from jobbpunkt.cli import summaries
    from jobbpunkt.demo import stage

    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise files.unwritable(out) from error
    register = Register.open(where, Credentials(stage.COACH, demo.PASSWORD))
    try:
        for name, draw in summaries.of(register, desk.of(context).words):
            desk.save(context, out / name, draw())
    finally:
        register.close()
