"""Who may import whom, and that nobody imports in a circle."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.rules.tree import FLOORS, Source


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name, written in full, and where it is imported."""

    target: str
    line: int
    in_function: bool

    def is_of(self, package: str) -> bool:
        """Tell whether the name is `package` or lies within it."""
        return self.target == package or self.target.startswith(f"{package}.")


@dataclass(frozen=True, slots=True)
class Floor:
    """What the modules of one package never import."""

    package: str
    never: tuple[str, ...]
    but: tuple[str, ...] = ()


QT = ("PySide6", "shiboken6")
TABLES = ("sqlalchemy", "alembic", "sqlcipher3", "sqlite3", "psycopg", "models", "migrations")
RULES = (
    Floor("models", ("jobbpunkt", "ui", "migrations", "resources", *QT)),
    Floor("jobbpunkt", QT),
    Floor("ui", TABLES, but=("models.vocabulary",)),
    Floor("jobbpunkt.documents", (*TABLES, "ui", *QT), but=("models.vocabulary",)),
    Floor("jobbpunkt.base", ("jobbpunkt", "models", "migrations", "ui"), but=("jobbpunkt.base", "models.vocabulary")),
    Floor("jobbpunkt.register", ("jobbpunkt", "ui"), but=("jobbpunkt.base", "jobbpunkt.register")),
    Floor("resources", ("jobbpunkt", "ui", "models", "migrations", *QT)),
    *(Floor(package, ("tests", "install")) for package in FLOORS),
)
# What opens files of kinds that can be made to do harm, and our modules that may load it: why.
PARSERS = ("python_calamine", "openpyxl", "PIL", "pikepdf", "zipfile", "tarfile", "docx", "lxml", "xml", "pyzipper")
PARSING = {
    "jobbpunkt.exchange.sheet": "reads lists, in a process of its own",
    "jobbpunkt.foreign.photo": "reads photos, in a process of its own",
    "jobbpunkt.foreign.pages": "reads PDFs, in a process of its own",
    "jobbpunkt.exchange.archive": "writes an archive",
    "jobbpunkt.demo.inspections": "draws a picture",
    "jobbpunkt.documents.radar": "draws a picture",
    "jobbpunkt.documents.docx": "writes papers",
    "jobbpunkt.documents.pdf.structure": "writes papers",
    "jobbpunkt.documents.pdf.locked": "encrypts papers that were just written",
}
# What reads a foreign file, who may load it besides the process that reads (a CV of our own is checked as one from a file).
READERS = (
    ("jobbpunkt.exchange.sheet", "jobbpunkt.exchange.sheet"),
    ("jobbpunkt.foreign.photo", "jobbpunkt.foreign.photo"),
    ("jobbpunkt.foreign.pages", "jobbpunkt.foreign.pages"),
    ("jobbpunkt.resume.reading", "jobbpunkt.resume"),
)
READING = "jobbpunkt.foreign.child"
DOOR_TO_THE_WINDOW = "jobbpunkt.__main__"


def imports_of(source: Source) -> list[Import]:
    """Return every import of a file, also those inside functions."""
    return list(_walk(source, source.tree, in_function=False))


def _walk(source: Source, node: ast.AST, *, in_function: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            for target in _targets(source, child):
                yield Import(target, child.lineno, in_function)
        inside = in_function or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        yield from _walk(source, child, in_function=inside)


def _targets(source: Source, node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    base = node.module or ""
    if node.level:
        package = source.module.split(".")
        keep = len(package) - node.level + source.path.endswith("__init__.py")
        base = ".".join([*package[:keep], *([base] if base else [])])
    return [f"{base}.{alias.name}" for alias in node.names]


def forbidden_imports(sources: Sequence[Source]) -> list[str]:
    """Return each import that crosses a floor the wrong way."""
    return [
        f"{source.path}:{found.line} imports {found.target}"
        for source in sources
        for found in imports_of(source)
        if _crosses(source.module, found) or _opens_the_window(source.module, found)
    ]


def _crosses(module: str, found: Import) -> bool:
    rules = [rule for rule in RULES if f"{module}.".startswith(f"{rule.package}.")]
    return any(_breaks(rule, found) for rule in rules)


def _breaks(rule: Floor, found: Import) -> bool:
    return any(map(found.is_of, rule.never)) and not any(map(found.is_of, rule.but))


def _opens_the_window(module: str, found: Import) -> bool:
    inside = f"{module}.".startswith("jobbpunkt.")
    allowed = module == DOOR_TO_THE_WINDOW and found.in_function
    return inside and found.is_of("ui") and not allowed


def foreign_files(sources: Sequence[Source]) -> list[str]:
    """Return each import by which a foreign file could be opened in the process that holds the keys."""
    product = [source for source in sources if source.floor in FLOORS]
    return [
        f"{source.path}:{found.line} imports {found.target}"
        for source in product
        for found in imports_of(source)
        if _parses(source.module, found) or _reads_foreign_files(source.module, found)
    ]


def _parses(module: str, found: Import) -> bool:
    return any(map(found.is_of, PARSERS)) and not any(f"{module}.".startswith(f"{known}.") for known in PARSING)


def _reads_foreign_files(module: str, found: Import) -> bool:
    return module != READING and any(found.is_of(one) and not f"{module}.".startswith(f"{own}.") for one, own in READERS)


def graph(sources: Sequence[Source]) -> dict[str, set[str]]:
    """Return which of our modules each of them imports, be it only for types."""
    known = {source.module for source in sources}
    edges: dict[str, set[str]] = {}
    for source in sources:
        targets = {_module_in(found.target, known) for found in imports_of(source)}
        edges[source.module] = targets - {"", source.module}
    return edges


def _module_in(target: str, known: set[str]) -> str:
    while target and target not in known:
        target = target.rpartition(".")[0]
    return target


def circle(edges: Mapping[str, set[str]]) -> list[str]:
    """Return the modules of one import circle, the first one again at the end, or nothing."""
    done: set[str] = set()
    for start in sorted(edges):
        found = _circle_from(start, edges, done, [])
        if found:
            return found
    return []


def _circle_from(module: str, edges: Mapping[str, set[str]], done: set[str], path: list[str]) -> list[str]:
    if module in path:
        return [*path[path.index(module) :], module]
    if module in done:
        return []
    for target in sorted(edges.get(module, ())):
        found = _circle_from(target, edges, done, [*path, module])
        if found:
            return found
    done.add(module)
    return []


def reaches(sources: Sequence[Source], package: str, never: Sequence[str]) -> list[str]:
    """Return the modules that loading `package` brings along and that import one of `never`."""
    edges = graph(sources)
    todo = [module for module in edges if f"{module}.".startswith(f"{package}.")]
    seen: set[str] = set()
    while todo:
        module = todo.pop()
        if module not in seen:
            seen.add(module)
            todo.extend(edges.get(module, ()))
    loaded = [source for source in sources if source.module in seen]
    return [f"{s.path}:{i.line} imports {i.target}" for s in loaded for i in imports_of(s) if any(map(i.is_of, never))]
