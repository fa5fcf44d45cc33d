"""The command that shows the program at work: the year 2020 with fictitious people."""

from pathlib import Path
from typing import Annotated

import typer

from jobbpunkt import files, places, screen
from jobbpunkt.cli import desk
from jobbpunkt.i18n import N_
from jobbpunkt.register import Credentials, Register

ToOption = Annotated[
    Path | None, typer.Option("--to", metavar="PATH", help=N_("Where the demo register is to be. Default: your data folder."))
]
OutOption = Annotated[Path | None, typer.Option("--out", metavar="FOLDER", help=N_("Write every PDF summary into this folder."))]


def join(root: typer.Typer) -> None:
    """Add the command."""
    root.command("demo", help=N_("Make a register with fictitious people of the year 2020, and open it."))(_demo)


def _demo(context: typer.Context, *, to: ToOption = None, out: OutOption = None) -> int:
    from jobbpunkt import demo
    from jobbpunkt.demo import stage

    at = desk.of(context)
    words, where = at.words, to or _usual_place()
    if not where.exists():
        desk.say(words("The demo register is being made; this takes a moment."))
        _make(where)
    desk.say(words("The demo register is {path}. Everybody in it is fictitious.", path=where))
    desk.say(words("User names: {names}", names=", ".join((stage.COACH, stage.LEAD, demo.SUPERVISOR, stage.ADMIN))))
    desk.say(words("Password of them all: {password}", password=demo.PASSWORD))
    if out is None and screen.has_screen():
        return at.open_window(str(where), stage.COACH, demo.PASSWORD)
    _write_papers(context, where, out or Path("out"))
    return 0


def _make(where: Path) -> None:
    """Make the demo register under another name first: one that was broken off never looks finished."""
    from jobbpunkt import demo

    making = where.with_name(f"{where.name}.unfinished")
    places.remove(making)
    demo.make(str(making))
    for made, ready in reversed([*zip(places.belonging(making), places.belonging(where), strict=True)]):
        if made.exists():
            made.rename(ready)


def _usual_place() -> Path:
    from platformdirs import user_data_path

    folder = user_data_path("Jobbpunkt", appauthor=False) / "demo"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise files.unwritable(folder) from error
    return folder / "demo.jobbpunkt"


def _write_papers(context: typer.Context, where: Path, out: Path) -> None:
    from jobbpunkt import demo
    from jobbpunkt.cli import summaries
    from jobbpunkt.demo import stage

    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise files.unwritable(out) from error
    register = Register.open(str(where), Credentials(stage.COACH, demo.PASSWORD))
    try:
        for name, draw in summaries.of(register, desk.of(context).words):
            desk.save(context, out / name, draw())
    finally:
        register.close()
