"""What is shown refreshes from what its reads declare, and from nothing else."""

import ast
from collections.abc import Iterator, Sequence

from tests.rules.tree import Source

# The one that refreshes, and the bar that tells of every change.
HEARS_CHANGES = ("ui/widgets/live.py", "ui/widgets/undo_bar.py")
ASKS_ONCE = frozenset({"operation.read", "operation.look"})


def kept_by_hand(sources: Sequence[Source]) -> list[str]:
    """Return each place in the window that keeps nouns of its own, hears changes itself, or refreshes by asking only once."""
    return [
        f"{source.path}:{line} {told}"
        for source in sources
        if source.floor == "ui" and source.path not in HEARS_CHANGES
        for line, told in _found(source.tree)
    ]


def _found(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id.lower() == "nouns":
            yield node.lineno, "keeps nouns"
        elif isinstance(node, ast.Attribute) and ast.unparse(node).endswith("context.changed.connect"):
            yield node.lineno, "hears changes"
        elif isinstance(node, ast.FunctionDef) and node.name == "refresh":
            calls = (call for call in ast.walk(node) if isinstance(call, ast.Call))
            yield from ((call.lineno, "asks only once") for call in calls if ast.unparse(call.func) in ASKS_ONCE)
