"""Install what the program needs, then run it or test it: `python install.py run`.

Standard library only, because it runs before anything is installed. `make` is a thin door to it.
What is already in place is found in a moment and left alone.
"""

# So that a Python that is too old can read this file, and say so.
from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
# What apt, pip and the others say: read when something went wrong, in nobody's way otherwise.
LOG = ROOT / "out" / "install.log"
LAST_LINES = 15
OLDEST_PYTHON = (3, 11)

# What Qt opens when it starts, as Debian packages: first for drawing without a screen, then for a real window.
QT_PACKAGES = (
    *("libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxkbcommon-x11-0"),
)
# The tests also start a PostgreSQL server and a virtual screen, read PDFs back with Poppler, and check the translations.
TEST_PACKAGES = ("postgresql", "poppler-utils", "gettext", "xvfb", "xauth")
# The same by the programs they bring, for systems that name their packages otherwise.
TEST_PROGRAMS = (("initdb", "PostgreSQL"), ("pdftotext", "Poppler"), ("msgfmt", "gettext"))
# Where PostgreSQL's programs live when they are not on the PATH (Debian, Homebrew, Windows).
POSTGRES_HOMES = ("/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql*/bin", "/usr/local/opt/postgresql*/bin")
POSTGRES_ON_WINDOWS = "C:/Program Files/PostgreSQL/*/bin"

MADE_HERE = (".venv", "out", "build", "dist", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis")


class Refusal(Exception):
    """Something that only a person can put right; its text says what to do."""


class Step(NamedTuple):
    """One program to start, with the name it is told by."""

    name: str
    command: Sequence[str]


def say(line: str) -> None:
    """Write one line at once, so that it stands before what the next program writes."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


# --- The system -----------------------------------------------------------------------------------


def check_python(version: tuple[int, int]) -> None:
    """Refuse a Python that is too old for the program."""
    if version < OLDEST_PYTHON:
        raise Refusal(f"Python {version[0]}.{version[1]} is too old. Start this with Python 3.11 or newer.")


def installed_packages(listing: str) -> set[str]:
    """Return the names in dpkg-query's lines of status, package and provided names, separated by tabs."""
    found: set[str] = set()
    for line in listing.splitlines():
        status, package, provides = line.split("\t")
        if status == "installed":
            # A package may stand in for another, as libglib2.0-0t64 does for libglib2.0-0.
            found |= {package, *re.findall(r"[a-z0-9][a-z0-9.+-]+(?=\s*(?:\(|,|$))", provides)}
    return found


def missing_packages(wanted: Iterable[str]) -> list[str]:
    """Return those of the Debian packages that are not installed."""
    ask = ["dpkg-query", "--show", "--showformat", "${db:Status-Status}\t${Package}\t${Provides}\n"]
    listing = subprocess.run(ask, check=True, capture_output=True, text=True).stdout
    present = installed_packages(listing)
    return [package for package in wanted if package not in present]


def apt_commands(packages: Sequence[str], *, is_root: bool, has_sudo: bool) -> list[list[str]]:
    """Return the commands that install Debian packages, or refuse with the one a person must run."""
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if not is_root and not has_sudo:
        raise Refusal(f"System packages are missing. As an administrator, run: apt-get update && {' '.join(install)}")
    prefix = [] if is_root else ["sudo"]
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive"]
    return [[*quiet, "apt-get", "update"], [*quiet, *install]]


def install_system_packages(wanted: Sequence[str]) -> None:
    """Install the Debian packages that are missing; elsewhere, leave the system alone."""
    if not shutil.which("dpkg-query"):
        return
    missing = missing_packages(wanted)
    if not missing:
        return
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    commands = apt_commands(missing, is_root=is_root, has_sudo=bool(shutil.which("sudo")))
    say(f"Installing system packages: {' '.join(missing)} ...")
    for command in commands:
        start(command, "System packages could not be installed.")


def venv_packages(version: tuple[int, int], *, has_ensurepip: bool) -> tuple[str, ...]:
    """Return the package without which Debian's own Python cannot make a virtual environment."""
    return () if has_ensurepip else (f"python{version[0]}.{version[1]}-venv",)


def find_program(name: str, homes: Sequence[str] = (*POSTGRES_HOMES, POSTGRES_ON_WINDOWS)) -> Path | None:
    """Return a program from the PATH, or the newest one in the folders where PostgreSQL lives."""
    on_path = shutil.which(name)
    if on_path:
        return Path(on_path)
    folders = [folder for home in homes for folder in Path(Path(home).anchor).glob(home[len(Path(home).anchor) :])]
    found = [program for folder in folders for program in folder.glob(f"{name}*") if program.stem == name]
    return max(found, key=_version_in, default=None)


def _version_in(program: Path) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", str(program))]


def check_test_programs(find: Callable[[str], Path | None]) -> None:
    """Refuse to test where a program that the tests start is missing, with the names to install."""
    missing = [title for program, title in TEST_PROGRAMS if not find(program)]
    if missing:
        hint = "with Homebrew: brew install postgresql poppler gettext" if sys.platform == "darwin" else "and put it on the PATH"
        raise Refusal(f"The tests need {' and '.join(missing)}. Install it, {hint}.")


# --- The virtual environment ----------------------------------------------------------------------


def in_venv(program: str, venv: Path = VENV, platform: str = sys.platform) -> Path:
    """Return the path of a program in the virtual environment."""
    return venv / "Scripts" / f"{program}.exe" if platform == "win32" else venv / "bin" / program


def fingerprint(files: Sequence[Path], root: Path) -> str:
    """Return what an installation was made from: the folder it stands in, and the content of `files`."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return f"{root}\n{digest.hexdigest()}\n"


def install_python_packages() -> None:
    """Make the virtual environment hold exactly the lock and the program itself, unless it already does."""
    stamp = VENV / "installed-from"
    current = fingerprint([LOCK, ROOT / "pyproject.toml"], ROOT)
    before = stamp.read_text(encoding="utf-8") if stamp.is_file() else None
    python = in_venv("python")
    if before == current and python.exists():
        return
    say("Installing Python packages into .venv (a few hundred MB the first time) ...")
    # Scripts carry the folder's path: a tree that was moved needs a new environment.
    moved = before is not None and before.partition("\n")[0] != str(ROOT)
    start([sys.executable, "-m", "venv", *(["--clear"] if moved else []), str(VENV)], "No virtual environment could be made.")
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    start([*pip, "--require-hashes", "-r", str(LOCK)], "The Python packages could not be installed.")
    start([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], "The program itself could not be installed.")
    stamp.write_text(current, encoding="utf-8")


def catalogues_are_current(locale: Path) -> bool:
    """Tell whether every compiled catalogue is younger than all the Swedish it is made from."""
    sources = [file.stat().st_mtime_ns for file in locale.glob("**/*.po")]
    compiled = [file.stat().st_mtime_ns for file in locale.glob("**/*.mo")]
    return not sources or (bool(compiled) and min(compiled) >= max(sources))


def compile_catalogues() -> None:
    """Compile the translations that have changed."""
    if not catalogues_are_current(ROOT / "resources" / "locale"):
        say("Compiling the translations ...")
        start([str(in_venv("python")), "-m", "resources.compile"], "The translations could not be compiled.")


# --- The commands ---------------------------------------------------------------------------------


def start(command: Sequence[str], failure: str) -> None:
    """Run a program in the project's folder with its words in the log; refuse with `failure` when it does not succeed."""
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with LOG.open("a", encoding="utf-8", errors="replace") as log:
        log.write(f"\n$ {' '.join(command)}\n")
        log.flush()
        code = subprocess.run(command, cwd=ROOT, check=False, stdout=log, stderr=subprocess.STDOUT).returncode
    if code:
        last = LOG.read_text(encoding="utf-8", errors="replace").splitlines()[-LAST_LINES:]
        raise Refusal("\n".join([*last, f"{failure} Why stands above, and in {LOG}."]))


def prepare(system_packages: Sequence[str]) -> None:
    """Bring system packages, Python packages and translations into place."""
    check_python(sys.version_info[:2])
    has_ensurepip = importlib.util.find_spec("ensurepip") is not None
    install_system_packages([*system_packages, *venv_packages(sys.version_info[:2], has_ensurepip=has_ensurepip)])
    install_python_packages()
    compile_catalogues()


def install(_: Sequence[str]) -> int:
    """Install everything that running and testing need."""
    prepare([*QT_PACKAGES, *TEST_PACKAGES])
    say("Installed. Start the program with `python install.py run`, or `make run`.")
    return 0


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether a window can be shown."""
    return platform in {"win32", "darwin"} or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def run_arguments(given: Sequence[str], *, display: bool) -> list[str]:
    """Return what to start the program with: the window, or without a display the demo's PDFs in out/."""
    if given or display:
        return list(given)
    return ["demo", "--out", "out"]


def run(given: Sequence[str]) -> int:
    """Start the program and return its exit code."""
    prepare(QT_PACKAGES)
    display = has_display(os.environ)
    environment = dict(os.environ) if display else {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [str(in_venv("jobbpunkt")), *run_arguments(given, display=display)]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def lint_steps(python: str) -> list[Step]:
    """Return the checks that read the code without running it."""
    return [
        Step("ruff check", [python, "-m", "ruff", "check", "."]),
        Step("ruff format", [python, "-m", "ruff", "format", "--check", "."]),
        Step("mypy", [python, "-m", "mypy", "."]),
    ]


def test_steps(python: str) -> list[Step]:
    """Return the whole test: the checks, and the suite on two workers. Nothing in it is timed; that is `bench`."""
    return [*lint_steps(python), Step("tests", [python, "-m", "pytest", "-n", "2", "--dist", "worksteal"])]


def carry_out(steps: Sequence[Step], environment: Mapping[str, str]) -> int:
    """Run every step, also after one has failed, and return how many failed."""
    failed: list[str] = []
    for step in steps:
        began = time.monotonic()
        say(f"\n=== {step.name}")
        code = subprocess.run(step.command, cwd=ROOT, env=dict(environment), check=False).returncode
        say(f"--- {step.name}: {'FAILED' if code else 'ok'} in {time.monotonic() - began:.0f} s")
        failed += [step.name] if code else []
    say(f"\nFailed: {', '.join(failed)}" if failed else "\nEverything passed.")
    return len(failed)


def test(targets: Sequence[str]) -> int:
    """Run every check and test, or only pytest on `targets`."""
    prepare([*QT_PACKAGES, *TEST_PACKAGES])
    check_test_programs(find_program)
    python = str(in_venv("python"))
    steps = [Step("tests", [python, "-m", "pytest", *targets])] if targets else test_steps(python)
    return int(carry_out(steps, {**os.environ, "QT_QPA_PLATFORM": "offscreen"}) > 0)


def bench(sizes: Sequence[str]) -> int:
    """Measure everything beside the least it could take, among 1,000 and 10,000 people or PEOPLE, and print the table."""
    prepare(QT_PACKAGES)
    command = [str(in_venv("python")), "-m", "tests.bench", *sizes]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=False).returncode


def soak_command(python: str, minutes: str, given: Sequence[str], screen: str | None) -> list[str]:
    """Return what handles the window at random for some minutes: on a virtual screen, or drawn without any."""
    hidden = [screen, "-a", "-s", "-screen 0 1280x800x24"] if screen else []
    return [*hidden, python, "-m", "tests.soak", "--minutes", minutes, *given]


def soak(given: Sequence[str]) -> int:
    """Let random hands use every page, record, tab and dialog for SOAK minutes, twenty when nothing is said."""
    prepare([*QT_PACKAGES, *TEST_PACKAGES])
    screen = shutil.which("xvfb-run")
    command = soak_command(str(in_venv("python")), os.environ.get("SOAK", "20"), given, screen)
    return carry_out([Step("soak", command)], {**os.environ, "QT_QPA_PLATFORM": "xcb" if screen else "offscreen"})


def trust(rows: Sequence[str]) -> int:
    """Do every fault of docs/trust.md as often as it says, for hours, and write what was seen there."""
    prepare([*QT_PACKAGES, *TEST_PACKAGES])
    check_test_programs(find_program)
    command = [str(in_venv("python")), "-m", "tests.trust", "--write", *rows]
    return carry_out([Step("trust", command)], {**os.environ, "QT_QPA_PLATFORM": "offscreen"})


def lint(_: Sequence[str]) -> int:
    """Read the code with ruff and mypy."""
    prepare(())
    return int(carry_out(lint_steps(str(in_venv("python"))), os.environ) > 0)


def lock(_: Sequence[str]) -> int:
    """Write requirements.lock anew from pyproject.toml: every package with its hashes, for every system."""
    prepare(())
    options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--extra", "dev"]
    # A lock names what is installed, not from where: each machine has its own index.
    silent = ["--no-header", "--no-annotate", "--no-emit-index-url", "--quiet"]
    command = [str(in_venv("uv")), "pip", "compile", *options, *silent, "pyproject.toml", "-o", LOCK.name]
    start(command, "The lock could not be made; it is unchanged.")
    return 0


def pictures(given: Sequence[str]) -> int:
    """Make the README's pictures from the demo register, without a screen."""
    prepare(QT_PACKAGES)
    command = [str(in_venv("python")), "-m", "tests.pictures", *given]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=False).returncode


def migration(sentence: Sequence[str]) -> int:
    """Write the next migration from what has changed in models/: make migration NAME="What changes"."""
    prepare(())
    python = str(in_venv("python"))
    code = subprocess.run([python, "-m", "migrations.making", *sentence], cwd=ROOT, check=False).returncode
    if code == 0:
        # Long lines are broken by the second of these; what it cannot break, `make lint` tells.
        start(
            [python, "-m", "ruff", "check", "--fix", "--exit-zero", "migrations"],
            "The migration is written, but ruff cannot read it.",
        )
        start([python, "-m", "ruff", "format", "migrations"], "The migration is written, but ruff cannot format it.")
    return code


def clean(_: Sequence[str]) -> int:
    """Remove everything that these commands have made, the virtual environment included."""
    for name in MADE_HERE:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    for catalogue in (ROOT / "resources" / "locale").glob("**/*.mo"):
        catalogue.unlink()
    return 0


def help(_: Sequence[str]) -> int:  # noqa: A001 - its name on the command line
    """Say what each of these commands does."""
    for name, command in COMMANDS.items():
        say(f"  make {name:<10} {str(command.__doc__).partition(chr(10))[0]}")
    say("\nWithout make: python install.py COMMAND. For one test file: python install.py test tests/test_words.py")
    return 0


Command = Callable[[Sequence[str]], int]
COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        command.__name__: command
        for command in (install, run, test, bench, soak, trust, pictures, migration, lint, lock, clean, help)
    }
)


def main(arguments: Sequence[str]) -> int:
    """Carry out one command and return the exit code."""
    parser = argparse.ArgumentParser(prog="install.py", description="Install, run and test Jobbpunkt.")
    parser.add_argument("command", choices=list(COMMANDS), help="what to do; run and test install first what is missing")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="handed on to the program or to pytest")
    chosen = parser.parse_args(arguments)
    try:
        return COMMANDS[chosen.command](chosen.arguments)
    except Refusal as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
