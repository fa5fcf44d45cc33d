"""The program's door: without arguments the window, with arguments the command line."""

import os
import sys

from jobbpunkt.cli.program import run


def main() -> None:
    """Run what was asked for and leave with its exit code."""
    sys.exit(run(sys.argv[1:], _open_window))


def _open_window(where: str = "", user: str = "", password: str = "") -> int:
    # A screen is looked for first: without one Qt ends the program with words of its own.
    from jobbpunkt.cli.screen import demand_screen

    demand_screen()
    from ui import app

    if not password:
        return app.run(where or os.environ.get("JOBBPUNKT_REGISTER", ""), user or os.environ.get("JOBBPUNKT_USER", ""))
    from jobbpunkt.register import Credentials, Register

    return app.run(where, user, Register.open(where, Credentials(user, password)))


if __name__ == "__main__":
    main()
