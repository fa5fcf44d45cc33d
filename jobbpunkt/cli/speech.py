"""Speaking the user's language on the command line: help, and refusals of commands that were not understood."""

import re
from collections.abc import Sequence
from enum import Enum
from typing import Any
from uuid import UUID

from typer import BadParameter
from typer.exceptions import TyperException

from jobbpunkt.base.words import LANGUAGES, N_, Words

# What the command line's library says by itself, with where it stands in a help text.
_HEADINGS = (
    (r"^Usage:", N_("Usage:")),
    (r"^Options:", N_("Options:")),
    (r"^Commands:", N_("Commands:")),
    (r"^Arguments:", N_("Arguments:")),
    (r"Show this message and exit\.", N_("Show this help.")),
    (r"\[required\]", N_("[required]")),
    (r"\[default: ", N_("[default: ")),
    (r"\[OPTIONS\]", N_("[OPTIONS]")),
    (r"COMMAND \[ARGS\]\.\.\.", N_("COMMAND [ARGS]...")),
)
# What the library says of its own options; translated like our own sentences.
OF_THE_LIBRARY = (
    N_("Install completion for the current shell."),
    N_("Show completion for the current shell, to copy it or customize the installation."),
)
# What the surroundings may say instead of options.
SURROUNDINGS = (
    ("JOBBPUNKT_REGISTER", N_("the register, where --register is not given")),
    ("JOBBPUNKT_USER", N_("the user name, where --user is not given")),
    ("JOBBPUNKT_PASSWORD", N_("the password, which is otherwise asked for")),
    ("JOBBPUNKT_NEW_PASSWORD", N_("the new password, which is otherwise asked for twice")),
    ("JOBBPUNKT_RECOVERY_KEY", N_("the recovery key, which is otherwise asked for")),
    ("JOBBPUNKT_FIELD_PASSWORD", N_("the password of a field file, which is otherwise asked for")),
    ("JOBBPUNKT_LANGUAGE", N_("sv or en, where --language is not given")),
    ("PGPASSWORD", N_("the password of a PostgreSQL server")),
)


def chosen_language(args: Sequence[str], otherwise: str) -> tuple[str, list[str]]:
    """Return the language that `--language` asks for, and the arguments without it; it may stand anywhere."""
    language, rest, wanted = otherwise, [], False
    for argument in args:
        if wanted:
            language, wanted = argument, False
        elif argument == "--language":
            wanted = True
        elif argument.startswith("--language="):
            language = argument.partition("=")[2]
        else:
            rest.append(argument)
    return ("" if wanted else language), rest


def is_language(language: str) -> bool:
    """Tell whether the program speaks a language."""
    return language in LANGUAGES


def translate(command: Any, words: Words) -> None:
    """Put every sentence of a command and its subcommands into the user's language."""
    command.help = command.short_help = words(command.help) if command.help else None
    for option in command.params:
        if getattr(option, "help", None):
            option.help = words(option.help)
        if getattr(option, "metavar", None):
            option.metavar = words(option.metavar)
    for sub in getattr(command, "commands", {}).values():
        translate(sub, words)


def headings(help_text: str, words: Words) -> str:
    """Return a help text with the library's own words in the user's language."""
    for pattern, sentence in _HEADINGS:
        help_text = re.sub(pattern, words(sentence), help_text, flags=re.MULTILINE)
    return help_text


def surroundings(words: Words) -> str:
    """Return the end of the help: the variables that may stand instead of options."""
    widest = max(len(name) for name, _ in SURROUNDINGS)
    lines = ("  ".join(("", name.ljust(widest), words(sentence))) for name, sentence in SURROUNDINGS)
    return "\n".join([words("Environment:"), *lines])


def misunderstood(error: TyperException, words: Words) -> str:
    """Return one sentence for a command that cannot be understood."""
    unknown = getattr(error, "option_name", None)
    parameter: Any = getattr(error, "param", None)
    if unknown and parameter is None:
        return words("There is no option {option} here. See --help.", option=unknown)
    if isinstance(error, BadParameter) and parameter is not None:
        name = parameter.opts[0] if parameter.param_type_name == "option" else words(parameter.metavar)
        if not error.message:
            return words("{option} is missing. See --help.", option=name)
        return _unusable(parameter.type_descriptor.annotation, name, words)
    if found := re.match(r"No such command '(.*?)'", error.format_message()):
        return words("There is no command {command} here. See --help.", command=found[1])
    return words("The command was not understood. See --help.")


def _unusable(kind: Any, option: str, words: Words) -> str:
    """Say what may be written at an option of this kind."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        choices = ", ".join(str(choice.value) for choice in kind)
        return words("What stands at {option} cannot be used. Write one of: {choices}.", option=option, choices=choices)
    if kind is int:
        return words("Write a whole number at {option}, such as 2020.", option=option)
    if kind is UUID:
        return words("Write an id at {option}, as the lists show it.", option=option)
    return words("What stands at {option} cannot be used. See --help.", option=option)
