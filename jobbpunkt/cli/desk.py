"""What every command works with: the options that they share, the open register, and what is written out."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer

from jobbpunkt import files
from jobbpunkt.errors import UserError
from jobbpunkt.i18n import N_, Words
from jobbpunkt.register import Credentials, Register

PASSWORD = "JOBBPUNKT_PASSWORD"  # noqa: S105 - the name of the variable, not a password


class TextOrJson(Enum):
    """How a command answers: for people, or as one JSON value."""

    TEXT = "text"
    JSON = "json"


RegisterOption = Annotated[
    str,
    typer.Option(
        "--register",
        "-r",
        metavar=N_("PATH|ADDRESS"),
        envvar="JOBBPUNKT_REGISTER",
        show_envvar=False,
        help=N_("The register: a file, or an address that begins with postgresql://. Default: JOBBPUNKT_REGISTER."),
    ),
]
UserOption = Annotated[
    str,
    typer.Option(
        "--user",
        "-u",
        metavar=N_("NAME"),
        envvar="JOBBPUNKT_USER",
        show_envvar=False,
        help=N_("Your user name. Default: JOBBPUNKT_USER. The password is asked for, or read from JOBBPUNKT_PASSWORD."),
    ),
]
FormatOption = Annotated[TextOrJson, typer.Option("--format", help=N_("text for people, json for other programs."))]
LanguageOption = Annotated[str, typer.Option("--language", metavar="sv|en", help=N_("The language of answers and of papers."))]


@dataclass(frozen=True, slots=True)
class Desk:
    """The words to answer in, and the way to the window."""

    words: Words
    open_window: Callable[..., int]


def of(context: typer.Context) -> Desk:
    """Return the desk that a command works at."""
    desk = context.obj
    if not isinstance(desk, Desk):
        raise TypeError(type(desk))
    return desk


@contextmanager
def opened(context: typer.Context, where: str, user: str) -> Iterator[Register]:
    """Open the register for a command and close it afterwards."""
    register = Register.open(where, Credentials(user, password(of(context).words)))
    try:
        yield register
    finally:
        register.close()


def password(words: Words, *, twice: bool = False) -> str:
    """Return the password from the environment, or ask for it where somebody sits at a terminal."""
    given = os.environ.get(PASSWORD)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise UserError("Give the password in JOBBPUNKT_PASSWORD, or run the command in a terminal, which asks for it.")
    from getpass import getpass

    typed = getpass(words("Password: "))
    if twice and getpass(words("The same once more: ")) != typed:
        raise UserError("The two passwords are not the same. Nothing was changed; try again.")
    return typed


def say(text: str) -> None:
    """Write a line for people."""
    typer.echo(text)


def say_json(value: Any) -> None:
    """Write one JSON value and nothing else."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def save(context: typer.Context, path: Path, content: bytes) -> None:
    """Write a file that was asked for, and say where it is."""
    files.save(path, content)
    say(of(context).words("{path} has been written.", path=path))


def aligned(rows: list[tuple[str, ...]]) -> str:
    """Return rows as columns for a plain terminal; the last column keeps its length."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    lines = ["  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1])) for row in rows]
    return "\n".join(line.rstrip() for line in lines)


def rows(words: Words, count: int) -> str:
    """Say how many rows: "1 row", "2 rows"."""
    return words.plural("{n} row", "{n} rows", count)
