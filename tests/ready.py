"""Whether the tests can run here at all; imports nothing that must be installed first."""

import importlib.util
import os

import install

NEEDED = ("PySide6", "sqlalchemy", "sqlcipher3", "reportlab", "hypothesis", "pytestqt", "xdist")


def demand() -> None:
    """End the run with one sentence where the packages or the translations are not in place."""
    # SystemExit and not pytest's own exit, which it would show with the way it came.
    if any(importlib.util.find_spec(name) is None for name in NEEDED):
        raise SystemExit("The tests need what `make install` puts in place. Run it first, then .venv/bin/pytest; or make test.")
    if not install.catalogues_are_current(install.ROOT / "resources" / "locale"):
        raise SystemExit("The translations are not compiled. Run `python -m resources.compile` first; or make test.")


def forget_the_caller() -> None:
    """Take away what the caller's shell says of registers and servers: the tests make their own, and draw on no screen.

    A platform that was named is kept.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in [name for name in os.environ if name.startswith(("JOBBPUNKT_", "PG"))]:
        del os.environ[name]
