"""No state at the level of a module: what is needed is passed in."""

import ast
from collections.abc import Iterator, Sequence

from tests.rules.tree import Source

# What may be called to make a constant: the result cannot change, or is a declaration by nature.
PLAIN = frozenset(
    {"int", "str", "float", "bytes", "bool", "range", "len", "encode", "join", "split", "format", "strip", "replace", "fromhex"}
)
VALUES = frozenset(
    {
        "Decimal",
        "Fraction",
        "Suite",
        "UUID",
        "Path",
        "PurePosixPath",
        "ZoneInfo",
        "date",
        "time",
        "datetime",
        "timedelta",
        "Struct",
    }
)
DECLARATIONS = frozenset(
    {"NewType", "TypeVar", "TypeVarTuple", "ParamSpec", "namedtuple", "Table", "table", "MetaData", "Typer", "Option", "Argument"}
)
FUNCTIONS = frozenset({"N_", "compile", "partial", "itemgetter", "attrgetter", "methodcaller", "maketrans", "getLogger"})
DRAWING = frozenset({"QColor", "QSize", "QMargins", "QKeySequence", "QRect", "QPoint", "Color", "HexColor", "toColor"})
CONSTANTS = PLAIN | VALUES | DECLARATIONS | FUNCTIONS | DRAWING
CONTAINERS = frozenset({"tuple", "frozenset", "MappingProxyType", "dict", "list", "set", "sorted", "zip", "enumerate"})
CHANGERS = frozenset(
    {"append", "add", "update", "setdefault", "pop", "popitem", "clear", "extend", "insert", "remove", "discard", "sort"}
)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def module_state(sources: Sequence[Source]) -> list[str]:
    """Return each module-level name that holds something which can change."""
    immutable = CONSTANTS | CONTAINERS | _unchangeable_classes(sources)
    return [f"{s.path}:{line} {what}" for s in sources for line, what in _state_of(s, immutable)]


def _state_of(source: Source, immutable: frozenset[str]) -> Iterator[tuple[int, str]]:
    for statement in _module_level(source.tree.body):
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value:
            names = ast.unparse(statement.targets[0] if isinstance(statement, ast.Assign) else statement.target)
            if names != "__all__":
                yield from ((statement.lineno, f"{names} = {what}") for what in _changeable(statement.value, immutable))
    yield from _changes_to_module_names(source)


def _module_level(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in body:
        if isinstance(statement, Function | ast.ClassDef):
            continue
        yield statement
        for block in ("body", "orelse", "finalbody"):
            yield from _module_level(getattr(statement, block, []))


def _changeable(value: ast.expr, immutable: frozenset[str]) -> Iterator[str]:
    if _is_empty_container(value):
        yield "an empty container, waiting to be filled"
    elif isinstance(value, ast.Call) and _last_name(value.func) not in immutable:
        yield f"{ast.unparse(value.func)}(...)"
    for part in _parts(value):
        yield from _changeable(part, immutable)


def _is_empty_container(value: ast.expr) -> bool:
    return ast.unparse(value) in {"[]", "{}", "list()", "dict()", "set()"}


def _parts(value: ast.expr) -> list[ast.expr]:
    if isinstance(value, ast.Call):
        return list(value.args) if _last_name(value.func) in CONTAINERS else []
    if isinstance(value, ast.Tuple | ast.List | ast.Set):
        return value.elts
    if isinstance(value, ast.Dict):
        return value.values
    if isinstance(value, ast.ListComp | ast.SetComp | ast.GeneratorExp):
        return [value.elt]
    return [value.value] if isinstance(value, ast.DictComp | ast.Starred) else []


def _last_name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else ast.unparse(function)


def _unchangeable_classes(sources: Sequence[Source]) -> frozenset[str]:
    classes = [node for source in sources for node in ast.walk(source.tree) if isinstance(node, ast.ClassDef)]
    return frozenset(node.name for node in classes if _is_frozen(node))


def _is_frozen(node: ast.ClassDef) -> bool:
    decorated = any("frozen=True" in ast.unparse(decorator) for decorator in node.decorator_list)
    return decorated or any(ast.unparse(base).endswith(("NamedTuple", "Enum", "Flag")) for base in node.bases)


def _changes_to_module_names(source: Source) -> Iterator[tuple[int, str]]:
    names = {name for statement in _module_level(source.tree.body) for name in _assigned(statement)}
    for function in (node for node in ast.walk(source.tree) if isinstance(node, Function)):
        own = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        own |= {node.arg for node in ast.walk(function) if isinstance(node, ast.arg)}
        for node in ast.walk(function):
            if isinstance(node, ast.Global):
                yield node.lineno, f"global {', '.join(node.names)}"
            elif _changed_name(node) in names - own:
                yield node.lineno, f"{_changed_name(node)} is changed in {function.name}()"  # type: ignore[attr-defined]


def _assigned(statement: ast.stmt) -> list[str]:
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _changed_name(node: ast.AST) -> str | None:
    place = None
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
        place = node.value
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGERS:
        place = node.func.value
    return place.id if isinstance(place, ast.Name) else None
