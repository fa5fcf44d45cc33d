"""What only tests use, or nobody: it is read, kept and translated for nothing."""

import ast
import importlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from tests.rules.tree import FLOORS, Source, is_product

Function = ast.FunctionDef | ast.AsyncFunctionDef
Definition = Function | ast.ClassDef

# Called by a name that stands in no module of ours.
CALLED_FROM_ELSEWHERE = MappingProxyType(
    {
        "resources.packaging.build_wheel": "pip calls it, as pyproject.toml says",
    }
)


def unused(sources: Sequence[Source]) -> list[str]:
    """Return each public function, class and method that no product code names, itself aside.

    Names are compared, not objects: what shares its name with something in use is not found, but what is found is unused.
    """
    mentioned = sum((_mentions(source.tree) + _doors(source.tree) for source in sources if _counts(source)), Counter[str]())
    bases = {node.name: (source, node) for source in sources for node in ast.walk(source.tree) if isinstance(node, ast.ClassDef)}
    return [
        f"{source.path}:{node.lineno} {node.name}"
        for source in sources
        if is_product(source)
        for node, owner in _public(source.tree)
        if mentioned[node.name] <= _mentions(node)[node.name]
        and f"{source.module}.{node.name}" not in CALLED_FROM_ELSEWHERE
        and not (owner is not None and _overrides(source, owner, node.name, bases))
    ]


def _counts(source: Source) -> bool:
    return source.floor in FLOORS or source.path == "install.py"


def _mentions(tree: ast.AST) -> Counter[str]:
    """Count the names that are read; importing one, or naming it in `__all__`, is no use of it."""
    names = (node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load))
    attributes = (node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    return Counter([*names, *attributes])


def _doors(tree: ast.AST) -> Counter[str]:
    """Count what is named as "module:name", to be imported when it is first needed."""
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return Counter(text.rpartition(":")[2] for text in texts if ":" in text and " " not in text)


def _public(node: ast.AST, owner: ast.ClassDef | None = None) -> Iterator[tuple[Definition, ast.ClassDef | None]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Definition) and not child.name.startswith("_") and not _is_command(child):
            yield child, owner
            if isinstance(child, ast.ClassDef):
                yield from _public(child, child)


def _is_command(node: Definition) -> bool:
    """Tell whether Typer is handed the function where it stands."""
    return any(ast.unparse(decorator).partition("(")[0].endswith((".command", ".callback")) for decorator in node.decorator_list)


def _overrides(source: Source, owner: ast.ClassDef, name: str, ours: Mapping[str, tuple[Source, ast.ClassDef]]) -> bool:
    """Tell whether a base from elsewhere (Qt, SQLAlchemy, ReportLab ...) has a method of that name, and so calls it."""
    for base in owner.bases:
        spelled = ast.unparse(base.value if isinstance(base, ast.Subscript) else base)
        short = spelled.rpartition(".")[2]
        if short in ours and ours[short][1] is not owner:
            if _overrides(*ours[short], name, ours):
                return True
        elif hasattr(_imported(source, spelled), name):
            return True
    return False


def _imported(source: Source, spelled: str) -> object:
    """Return what a name stands for in a file, if it was imported there from somebody else."""
    head, _, rest = spelled.partition(".")
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] not in FLOORS:
            for alias in node.names:
                if (alias.asname or alias.name) == head:
                    package = importlib.import_module(node.module)
                    if not hasattr(package, alias.name):  # a module that nobody has loaded yet
                        importlib.import_module(f"{node.module}.{alias.name}")
                    found = getattr(package, alias.name)
                    return getattr(found, rest, None) if rest else found
    return None
