"""The program's door: without arguments the window, with arguments the command line."""

import os
import sys

from jobbpunkt import __version__
from jobbpunkt.base.no_dumps import forbid_dumps

READ_FILE = "--read-file"  # then the program is a reader of one foreign file, and loads nothing of its own


def main() -> None:
    """Run what was asked for and leave with its exit code."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"jobbpunkt {__version__}\n")
        return
    forbid_dumps()
    if sys.argv[1:2] == [READ_FILE]:
        from jobbpunkt.foreign import child

        sys.exit(child.run(" ".join(sys.argv[2:])))
    from jobbpunkt.base import traces

    traces.begin()
    try:
        code = _command_line() if len(sys.argv) > 1 or "_JOBBPUNKT_COMPLETE" in os.environ else _start()
    except Exception as error:
        traces.note(error)
        raise
    sys.exit(code)


def _command_line() -> int:
    from jobbpunkt.cli.program import run

    return run(sys.argv[1:], _open_window)


def _start() -> int:
    """Open the window without loading the command line first."""
    from jobbpunkt.base import settings
    from jobbpunkt.base.errors import UserError
    from jobbpunkt.base.words import Words

    try:
        return _open_window(os.environ.get("JOBBPUNKT_REGISTER", ""), os.environ.get("JOBBPUNKT_USER", ""))
    except UserError as refusal:
        words = Words(settings.Settings(settings.default_file()).get(settings.LANGUAGE))
        sys.stderr.write(refusal.text(words) + "\n")
        return 1


def _open_window(where: str = "", user: str = "", password: str = "") -> int:
    # A screen is looked for first: without one Qt ends the program with words of its own.
    from jobbpunkt.base.screen import demand_screen

    demand_screen()
    from ui import app

    if not password:
        return app.run(where, user)
    from jobbpunkt.register.opening import Credentials, Register

    return app.run(where, user, Register.open(where, Credentials(user, password), sole=True))


if __name__ == "__main__":
    main()
