"""Sentences are whole: what is said is not glued together, and nothing is said where the extractor does not look."""

import ast
from collections.abc import Iterator, Sequence

from tests.rules.tree import Source

SAYS = frozenset({"words", "_words", "N_", "plural"})


def glued(sources: Sequence[Source]) -> list[str]:
    """Return each f-string that says something: to Python 3.11 it is one token, so that the extractor never sees inside."""
    return [
        f"{source.path}:{line}"
        for source in sources
        if source.floor in ("jobbpunkt", "ui", "models")
        for line in _lines(source.tree)
    ]


def _lines(tree: ast.AST) -> Iterator[int]:
    for string in (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)):
        calls = (node.func for node in ast.walk(string) if isinstance(node, ast.Call))
        if any(map(_says, calls)):
            yield string.lineno


def _says(func: ast.expr) -> bool:
    """Tell whether a call asks for a sentence, or for the text of one, as papers do."""
    name = func.attr if isinstance(func, ast.Attribute) else ast.unparse(func)
    return name in SAYS or (name == "text" and ast.unparse(func).endswith("words.text"))
