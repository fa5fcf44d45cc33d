"""The whole command line: its groups of commands, and what becomes of refusals."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import typer
from typer.exceptions import TyperException

from jobbpunkt.base import settings
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_, Words
from jobbpunkt.cli import desk, speech
from jobbpunkt.cli.desk import Desk
from jobbpunkt.register import location, places

REFUSED, MISUSED = 1, 2
COMPLETING = "_JOBBPUNKT_COMPLETE"  # set by the shell's completion, which the library writes
WindowOpener = Callable[..., int]


def run(args: Sequence[str], open_window: WindowOpener) -> int:
    """Carry out one command and return its exit code: 0 done, 1 refused with one sentence, 2 wrong usage."""
    _write_anything()
    language, rest = speech.chosen_language(args, _usual_language())
    if not speech.is_language(language):
        words = Words()
        return _fail(words("There is no language {language}. Choose sv or en.", language=language), MISUSED)
    words = Words(language)
    try:
        at = Desk(words, open_window)
        return _open_at(rest, at) if _means_the_window(rest) else _carry_out(rest, at)
    except UserError as error:
        return _fail(error.text(words), REFUSED)
    except TyperException as error:
        return _misused(error, words)
    except typer.Abort:
        return _fail(words("Stopped. Nothing was changed."), REFUSED)
    except KeyboardInterrupt:
        return _fail(words("Stopped."), REFUSED)
    except BrokenPipeError:  # whoever was reading has heard enough
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - closed with the program
        return REFUSED


def _means_the_window(rest: Sequence[str]) -> bool:
    """Tell whether no command is given, or one register in its place: a file that is there, or what can only be a register."""
    if COMPLETING in os.environ:
        return False  # the shell asks what could stand next
    if len(rest) != 1 or rest[0].startswith("-"):
        return not rest
    return Path(rest[0]).is_file() or any(sign in rest[0] for sign in ("://", os.sep, "/", "."))


def _open_at(rest: Sequence[str], at: Desk) -> int:
    """Open the window, at a register if one is given; a place that can be none is refused before."""
    if not rest:
        return at.open_window()
    places.slot_store(location.parse(rest[0]))
    return at.open_window(rest[0], os.environ.get("JOBBPUNKT_USER", ""))


def _carry_out(args: Sequence[str], at: Desk) -> int:
    command = _program(at.words)
    done = command.main(list(args), "jobbpunkt", standalone_mode=False, obj=at)
    sys.stdout.flush()
    return done if isinstance(done, int) else 0


def _program(words: Words) -> Any:
    from jobbpunkt.cli import demo, exchange, field, lists, log, papers, registers, reports, server

    root = typer.Typer(
        name="jobbpunkt",
        help=N_("Case management for job coaches. Without a command the window opens; jobbpunkt FILE opens it at that register."),
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    for group in (demo, registers, exchange, lists, log, reports, papers, field, server):
        group.join(root)
    root.callback()(_root)
    command = typer.main.get_command(root)
    speech.translate(command, words)
    _speak_in(command, words, f"\n\n{speech.surroundings(words)}")
    return command


def _root(language: desk.LanguageOption = "sv") -> None:
    """Stand for the options that every command takes; the language was read before the commands were made."""


def _speak_in(command: Any, words: Words, end: str = "") -> None:
    """Let a command and its subcommands give their help in the user's language, and this one with an `end`."""
    plain = command.get_help
    command.get_help = lambda context: speech.headings(plain(context), words) + end
    for sub in getattr(command, "commands", {}).values():
        _speak_in(sub, words)


def _usual_language() -> str:
    chosen = os.environ.get("JOBBPUNKT_LANGUAGE", "")
    return chosen or settings.Settings(settings.default_file()).get(settings.LANGUAGE)


def _misused(error: TyperException, words: Words) -> int:
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError" and context is not None:
        return _fail(context.get_help(), MISUSED)
    return _fail(speech.misunderstood(error, words), MISUSED)


def _fail(sentence: str, code: int) -> int:
    typer.echo(sentence, err=True)
    return code


def _write_anything() -> None:
    """Let names that this terminal has no letters for be written with escapes instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
