"""What the program depends on: all of it is used, and the lock can be installed wherever the README says the program runs."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest

from tests.rules.tree import ROOT, is_product, read_sources

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# Loaded by others, never by name: the driver by SQLAlchemy, the time zones by Python itself where the system has none.
BY_NAME = {"psycopg": "an address that begins with postgresql+psycopg://", "tzdata": "zoneinfo on Windows"}
# Programs that the project's own commands start, and what builds the package.
TOOLS = {"ruff", "mypy", "pytest-xdist", "uv"}
SYSTEMS = [
    *[("x86_64-manylinux_2_34", version) for version in ("3.11", "3.14")],
    *[("aarch64-manylinux_2_39", version) for version in ("3.11", "3.14")],
    *[("aarch64-apple-darwin", version) for version in ("3.11", "3.14")],
    *[("x86_64-pc-windows-msvc", version) for version in ("3.11", "3.12", "3.13", "3.14")],
]
UNREACHED = ("Connection refused", "dns error", "error sending request", "timed out", "Could not connect")


def named(requirements: list[str]) -> list[str]:
    """Return the names in a list of requirements."""
    return [re.split(r"[\[<>=~! ]", requirement)[0] for requirement in requirements]


@cache
def imported(*, product: bool) -> set[str]:
    """Return the top-level names that the files of the program, or all files, import, also where they are needed."""
    sources = [source for source in read_sources() if is_product(source) or not product]
    nodes = [node for source in sources for node in ast.walk(source.tree)]
    plain = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    modules = plain | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    return {name.partition(".")[0] for name in modules} | {name for name in modules if name.startswith("PySide6.")}


def provides(package: str) -> set[str]:
    """Return the top-level names that an installed package can be imported by; of PySide6's parts, their modules."""
    if package.startswith("PySide6"):
        files = metadata.files(package) or []
        return {f"PySide6.{file.name.partition('.')[0]}" for file in files if file.suffix in {".so", ".pyd"}}
    plain = package.lower().replace("-", "_")
    return {name for name, owners in _installed().items() if plain in _plain(owners)}


@cache
def _installed() -> Mapping[str, list[str]]:
    return metadata.packages_distributions()


def _plain(owners: list[str]) -> set[str]:
    return {owner.lower().replace("-", "_") for owner in owners}


@pytest.mark.parametrize("package", named(PROJECT["project"]["dependencies"]))
def test_every_package_that_the_program_brings_is_used_by_it(package: str) -> None:
    used = imported(product=True)
    assert package in BY_NAME or provides(package) & used, f"nothing imports {package}: take it out of pyproject.toml"


@pytest.mark.parametrize("package", named(PROJECT["project"]["optional-dependencies"]["dev"]))
def test_every_package_for_developers_is_used_by_them(package: str) -> None:
    used = imported(product=False)
    plugin = any(point.group == "pytest11" for point in metadata.distribution(package).entry_points)
    assert package in TOOLS or plugin or provides(package) & used, f"nothing uses {package}: take it out of pyproject.toml"


@pytest.mark.parametrize(("system", "python"), SYSTEMS)
def test_the_lock_can_be_installed(system: str, python: str, tmp_path: Path) -> None:
    options = ["--dry-run", "--require-hashes", "--only-binary", ":all:", "--target", str(tmp_path)]
    command = ["uv", "pip", "install", *options, "--python-platform", system, "--python-version", python]
    uv = shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    assert uv
    known = os.environ | {"MACOSX_DEPLOYMENT_TARGET": "14.0"}
    done = subprocess.run(
        [uv, *command[1:], "-r", str(ROOT / "requirements.lock")], env=known, check=False, capture_output=True, text=True
    )
    if done.returncode and "CI" not in os.environ and any(sign in done.stderr for sign in UNREACHED):
        pytest.skip("no package index can be reached from here")
    assert done.returncode == 0, done.stderr
