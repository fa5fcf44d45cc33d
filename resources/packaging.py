"""How the package is built: as setuptools does it, once the translations that a fresh clone does not hold are compiled.

pyproject.toml names this as its build backend (PEP 517, in-tree).
"""

from typing import Any

from setuptools import build_meta
from setuptools.build_meta import *  # noqa: F403 - every hook that is not told here is setuptools' own

from resources import compile as catalogues


def build_wheel(folder: str, settings: Any = None, metadata: str | None = None) -> str:
    """Compile, then build a wheel into `folder` and return its name; catalogues that do not fit together stop it."""
    if catalogues.main():
        raise SystemExit("The translations do not fit together; the lines above say where.")
    name: str = build_meta.build_wheel(folder, settings, metadata)
    return name
