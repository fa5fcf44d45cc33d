"""What the pages of docs/ and README name and the tree no longer has: paths, modules, names, commands, links."""

import ast
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname, normpath

from tests.rules.tree import ROOT, Source, relative

CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^()\s]+)\)")
FENCE = re.compile(r"^```.*?^```|^    \S.*$", re.DOTALL | re.MULTILINE)
PATH = re.compile(r"\.?[\w-][\w.-]*(?:/[\w.-]+)*/?")
MODULE = re.compile(r"\b(?:jobbpunkt|ui|models|migrations|resources|tests)(?:\.[A-Za-z_]\w*)+")
CALL = re.compile(r"@?(?:\w+\.)*([A-Za-z_]\w*)\(.*\)")
NAME = re.compile(r"[A-Z]\w*[a-z]\w*(?:\.[a-z_]\w*)?|[A-Z]+(?:_[A-Z]+)+|[a-z]+(?:_[a-z]+)+", re.ASCII)
MAKE = re.compile(r"\bmake ([a-z]+)\b|\binstall\.py ([a-z]+)\b")
COMMAND = re.compile(r"(?:^|/)jobbpunkt ([a-z]+)(?: ([a-z]+))?")
VARIABLE = re.compile(r"\bJOBBPUNKT_[A-Z]+\b")
# The pages that are held true.
TOLD = ("README.md", *(relative(file) for file in sorted((ROOT / "docs").glob("*.md"))))
# Names that look like ours and belong to others: a calendar package, PDF, Qt.
STRANGE = frozenset({"add_missing_timezones()", "DisplayDocTitle", "WA_WState_Polished"})
# Qt's classes, Python's own, and what stands for a name that somebody chooses.
OTHERS = re.compile(r"Q[A-Z].*|True|False|JOBBPUNKT_.*|(?:.*/)?(?:FILE|FOLDER|NAME|NOUN|CODE)(?:[./].*)?")


@dataclass(frozen=True, slots=True)
class Tree:
    """What there is to name: files, modules with the names in them, and what the commands are called."""

    files: frozenset[str]
    names: Mapping[str, frozenset[str]]
    make: Collection[str]
    commands: Collection[str]

    @property
    def folders(self) -> frozenset[str]:
        """Every folder that holds a file."""
        parts = (file.split("/") for file in self.files)
        return frozenset("/".join(names[:depth]) for names in parts for depth in range(1, len(names)))

    @property
    def all_names(self) -> frozenset[str]:
        """Every class, function, method and constant of ours, whatever module it stands in."""
        return frozenset().union(*self.names.values())


def text_of(path: str) -> str:
    """Return what stands in a file of the project."""
    return (ROOT / path).read_text(encoding="utf-8")


def commands() -> set[str]:
    """Return the commands that the contract tells; another test compares it with the program."""
    return set(re.findall(r"(?m)^\| `([a-z ]+)` \| `--", text_of("docs/commands.md")))


def names_in(source: Source) -> frozenset[str]:
    """Return what a module defines, imports or asks of others, and the keys that stand in it as text."""
    found: set[str] = set()
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            found.add(node.value)
        elif isinstance(node, ast.alias):
            found.add((node.asname or node.name).rpartition(".")[2])
    return frozenset(found)


def tree_of(files: Collection[str], sources: Sequence[Source], make: Collection[str], commands: Collection[str]) -> Tree:
    """Return what there is to name."""
    return Tree(frozenset(files), {source.module: names_in(source) for source in sources}, make, commands)


def untrue(path: str, page: str, tree: Tree, strange: Collection[str] = ()) -> list[str]:
    """Return what one page names and the tree has not; `strange` names belong to others: Qt, SQLite, a format."""
    found = {code for code in CODE.findall(page) if code not in strange and not OTHERS.fullmatch(code)}
    told = [f"{path}: `{code}`" for code in sorted(found) if not _is_true(code, tree)]
    return told + [f"{path}: {link}" for link in _broken(path, page, tree)] + [f"{path}: {line}" for line in _unknown(page, tree)]


def _is_true(code: str, tree: Tree) -> bool:
    """Tell whether what stands between two backticks is there, if it is of a kind that could be."""
    if PATH.fullmatch(code) and code.partition("/")[0] in tree.folders | tree.files and ("/" in code or "." in code):
        return code.rstrip("/") in (tree.folders if code.endswith("/") else tree.folders | tree.files)
    if not all(_is_module(name, tree) for name in MODULE.findall(code) if not re.search(r"\.(?:py|md|po|png|qss|exe)$", name)):
        return False
    if found := CALL.fullmatch(code):
        return found[1] in tree.all_names
    return not NAME.fullmatch(code) or set(code.split(".")) <= tree.all_names


def _is_module(name: str, tree: Tree) -> bool:
    module, _, last = name.rpartition(".")
    packages = {known[: known.rfind(".")] for known in tree.names if "." in known}
    return name in tree.names or name in packages or last in tree.names.get(module, ())


def _broken(path: str, page: str, tree: Tree) -> Iterator[str]:
    """Yield each link to a file that is not there."""
    for link in LINK.findall(page):
        target = normpath(f"{dirname(path)}/{link.partition('#')[0]}").lstrip("/")
        if not link.startswith(("https://", "http://", "#")) and target not in tree.files | tree.folders:
            yield link


def _unknown(page: str, tree: Tree) -> Iterator[str]:
    """Yield each command that nobody can give."""
    blocks = [line.strip() for block in FENCE.findall(page) for line in block.splitlines()]
    for code in [*CODE.findall(page), *blocks]:
        for make, install in MAKE.findall(code):
            if (make or install) not in tree.make:
                yield f"make {make or install}"
        found = COMMAND.search(code)
        if found and found[1] not in tree.commands and f"{found[1]} {found[2]}" not in tree.commands:
            yield code
