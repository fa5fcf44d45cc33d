"""Calls that are harmless to read and end the program some minutes later."""

import ast
from collections.abc import Sequence

from tests.rules.tree import Source

# What these return is freed by Qt without PySide being told; see docs/pyside-layout-items.md.
HANDS_OUT_ITEMS = frozenset({"itemAt", "itemAtPosition"})


def layout_items(sources: Sequence[Source]) -> list[str]:
    """Return each place in the window that asks a layout for the item at a place instead of for the place of a widget."""
    nodes = [(source.path, node) for source in sources if source.floor == "ui" for node in ast.walk(source.tree)]
    return [
        f"{path}:{node.lineno} .{node.attr}"
        for path, node in nodes
        if isinstance(node, ast.Attribute) and node.attr in HANDS_OUT_ITEMS
    ]
