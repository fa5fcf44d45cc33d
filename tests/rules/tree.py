"""The files of the project as the checkers see them: what git would keep, parsed where it is Python."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("jobbpunkt", "ui", "models", "migrations", "resources")


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: its path from the top of the project, its text, and what the text means."""

    path: str
    text: str
    tree: ast.Module

    @property
    def module(self) -> str:
        """The name it is imported by."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def floor(self) -> str:
        """The top-level folder it stands in."""
        return self.path.partition("/")[0]


def parse(path: str, text: str) -> Source:
    """Return the source of one file."""
    return Source(path, text, ast.parse(text))


def ignored_names(root: Path = ROOT) -> tuple[str, ...]:
    """Return the name patterns that .gitignore keeps out, and git's own folder."""
    lines = (root / ".gitignore").read_text(encoding="utf-8").split()
    return (".git", *(line.rstrip("/") for line in lines))


def kept_files(folder: Path = ROOT, ignored: tuple[str, ...] | None = None) -> Iterator[Path]:
    """Yield every file that belongs to the project, in order of name."""
    patterns = ignored_names(folder) if ignored is None else ignored
    for entry in sorted(folder.iterdir()):
        if any(fnmatch(entry.name, pattern) for pattern in patterns):
            continue
        if entry.is_dir():
            yield from kept_files(entry, patterns)
        else:
            yield entry


def relative(file: Path) -> str:
    """Return the path of a file from the top of the project, with forward slashes."""
    return file.relative_to(ROOT).as_posix()


def read_sources() -> tuple[Source, ...]:
    """Return every Python file of the project."""
    files = [file for file in kept_files() if file.suffix == ".py"]
    return tuple(parse(relative(file), file.read_text(encoding="utf-8")) for file in files)


def read_texts() -> dict[str, str]:
    """Return every file of the project that is text, by its path."""
    texts: dict[str, str] = {}
    for file in kept_files():
        content = file.read_bytes()
        if b"\0" not in content:
            texts[relative(file)] = content.decode("utf-8", errors="replace")
    return texts


def is_product(source: Source) -> bool:
    """Tell whether a file ships: one of the floors, save the migrations, which are written once by a program."""
    return source.floor in FLOORS and not source.path.startswith("migrations/versions/")
