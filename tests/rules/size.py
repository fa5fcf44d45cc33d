"""Small rooms, each with a sentence on the door."""

import ast
import math
import re
from collections.abc import Iterator, Sequence

from tests.rules.tree import Source

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = Function | ast.ClassDef


def percentile(numbers: Sequence[int], share: float) -> int:
    """Return the smallest of the numbers that at least `share` of them do not exceed."""
    return sorted(numbers)[max(0, math.ceil(share * len(numbers)) - 1)]


def file_lengths(sources: Sequence[Source]) -> dict[str, int]:
    """Return the number of lines of each file that holds more than its docstring."""
    return {source.path: source.text.count("\n") for source in sources if len(source.tree.body) > 1}


def function_lengths(sources: Sequence[Source]) -> dict[str, int]:
    """Return the number of lines of each function, its docstring not counted."""
    return {
        f"{source.path}:{node.lineno} {node.name}": _length(node)
        for source in sources
        for node in ast.walk(source.tree)
        if isinstance(node, Function)
    }


def _length(node: Function) -> int:
    total = (node.end_lineno or node.lineno) - node.lineno + 1
    if ast.get_docstring(node) is None:
        return total
    docstring = node.body[0]
    return total - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def without_sentence(sources: Sequence[Source]) -> list[str]:
    """Return each public module, class and function whose docstring is missing or only repeats its name."""
    missing: list[str] = []
    for source in sources:
        if not _says_something(source.tree, source.module.rpartition(".")[2]):
            missing.append(source.path)
        missing += [
            f"{source.path}:{node.lineno} {node.name}" for node in _public(source.tree) if not _says_something(node, node.name)
        ]
    return missing


def _public(node: ast.AST) -> Iterator[Documented]:
    for child in ast.iter_child_nodes(node):
        # What a function defines inside itself is its own business; an override says what its base says.
        if isinstance(child, Documented) and not child.name.startswith("_") and not _is_override(child):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from _public(child)


def _is_override(node: Documented) -> bool:
    return any(ast.unparse(decorator).endswith(("override", ".setter")) for decorator in node.decorator_list)


def _says_something(node: ast.Module | Documented, name: str) -> bool:
    words = re.findall(r"\w+", ast.get_docstring(node) or "")
    in_name = set(re.findall(r"[a-z]+|[A-Z][a-z]*", name))
    return len(words) >= 3 and {word.lower() for word in words} != {word.lower() for word in in_name}
