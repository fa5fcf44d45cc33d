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

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_, Words
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.kinds import FileKind
from jobbpunkt.register.opening import Credentials, Register

# The names of variables, not secrets.
PASSWORD, NEW_PASSWORD = "JOBBPUNKT_PASSWORD", "JOBBPUNKT_NEW_PASSWORD"
RECOVERY_KEY = "JOBBPUNKT_RECOVERY_KEY"


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
WhyOption = Annotated[
    str,
    typer.Option(
        "--why", metavar=N_("REASON"), help=N_("Why you open somebody you have no task with; it stands in the history.")
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
def opened(context: typer.Context, where: str, user: str, why: str = "") -> Iterator[Register]:
    """Open the register for a command and close it afterwards; `why` opens whom the user has no task with."""
    from jobbpunkt.register import gate, sweeping

    register = Register.open(where, Credentials(user, password(of(context).words)))
    sweeping.sweep(register.location, works=register.only_read is None)
    for told in register.told:
        typer.echo(told.text(of(context).words), err=True)
    try:
        register.sitting.why = gate.reason(why) if why else ""
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


def new_password(words: Words) -> str:
    """Return a new password from the environment, or ask for it twice."""
    typed = secret(NEW_PASSWORD, words("New password: "))
    if NEW_PASSWORD not in os.environ and secret(NEW_PASSWORD, words("The same once more: ")) != typed:
        raise UserError("The two passwords are not the same. Nothing was changed; try again.")
    return typed


def secret(variable: str, question: str) -> str:
    """Return a secret from an environment variable, or ask for it where somebody sits at a terminal."""
    given = os.environ.get(variable)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise UserError("Give what is asked for in {variable}, or run the command in a terminal, which asks.", variable=variable)
    from getpass import getpass

    return getpass(question)


def say(text: str) -> None:
    """Write a line for people."""
    typer.echo(text)


def say_json(value: Any) -> None:
    """Write one JSON value and nothing else."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def say_password(words: Words, password: str) -> None:
    """Tell the password of a file that was encrypted, the only time that it is told."""
    say(words("The password of the file: {password}", password=password))
    say(words("It is shown this once and kept nowhere. Give it to the recipient apart from the file."))


def save(context: typer.Context, path: Path, content: bytes) -> None:
    """Write a file that was asked for, and say where it is."""
    files.save(path, content)
    say(of(context).words("{path} has been written.", path=path))


def save_paper(context: typer.Context, path: Path, drawing: Drawing[Any], kind: FileKind = FileKind.PDF) -> None:
    """Draw a paper and write it to a file; say what is wanting in it."""
    save(context, path, drawing.as_word() if kind is FileKind.WORD else drawing())
    say_wanting(context, drawing)


def save_locked(context: typer.Context, path: Path, drawing: Drawing[Any]) -> None:
    """Draw a paper and write it to a PDF that opens only with a password; tell that, and what is wanting in the paper."""
    from jobbpunkt.base.secret import new_password
    from jobbpunkt.documents.extract_data import files_of
    from jobbpunkt.documents.pdf.locked import locked

    password = new_password()
    save(context, path, locked(drawing(), password, files_of(drawing)))
    say_password(of(context).words, password)
    say_wanting(context, drawing)


def say_wanting(context: typer.Context, drawing: Drawing[Any]) -> None:
    """Say on the side what is wanting in a paper that was drawn."""
    from jobbpunkt.documents.wanting import wanting  # brings the fonts

    for sentence in wanting(drawing, of(context).words):
        typer.echo(sentence, err=True)


def aligned(rows: list[tuple[str, ...]]) -> str:
    """Return rows as columns for a plain terminal; the last column keeps its length."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    lines = ["  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1])) for row in rows]
    return "\n".join(line.rstrip() for line in lines)


def rows(words: Words, count: int) -> str:
    """Say how many rows: "1 row", "2 rows"."""
    return words.plural("{n} row", "{n} rows", count)
