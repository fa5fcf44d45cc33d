"""Calls that are harmless to read and end the program some minutes later."""

import ast
from collections.abc import Sequence

from tests.patience import PATIENCE_MS
from tests.rules.tree import Source, is_product

# What these return is freed by Qt without PySide being told; see docs/pyside-layout-items.md.
HANDS_OUT_ITEMS = frozenset({"itemAt", "itemAtPosition"})
# What these return is taken for a child of what was asked: it loses its parent in PySide's book, and is called dead while it is
# seen. See docs/pyside-focus-chain.md; tests/owners.py finds what is not in this list.
TAKES_OVER = frozenset({"focusProxy", "nextInFocusChain", "previousInFocusChain", "buddy", "screen"})

_CLOCK = "jobbpunkt/base/clock.py"  # where instants and days meet
WAITS = frozenset({"waitUntil", "waitSignal", "waitSignals", "waitActive", "waitExposed", "waitCallback"})


def outliving(sources: Sequence[Source]) -> list[str]:
    """Return each place in the window that hands a lambda to the context, which lives on when a page is gone.

    A method goes with its object; a lambda is called again, and finds deleted widgets.
    """
    calls = [(source.path, node) for source in sources if source.floor == "ui" for node in ast.walk(source.tree)]
    return [
        f"{path}:{node.lineno}"
        for path, node in calls
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "connect"
        if "context" in ast.unparse(node.func.value).split(".")[:-1] and any(isinstance(arg, ast.Lambda) for arg in node.args)
    ]


def layout_items(sources: Sequence[Source]) -> list[str]:
    """Return each place in the window that asks a layout for an item, or a widget for one that is not its own."""
    nodes = [(source.path, node) for source in sources if source.floor == "ui" for node in ast.walk(source.tree)]
    return [
        f"{path}:{node.lineno} .{node.attr}"
        for path, node in nodes
        if isinstance(node, ast.Attribute) and node.attr in HANDS_OUT_ITEMS | TAKES_OVER
    ]


def passed_over(sources: Sequence[Source]) -> list[str]:
    """Return each place that gives a shortcut its context beside something to call: PySide passes it over without a word."""
    calls = [(source.path, node) for source in sources for node in ast.walk(source.tree)]
    return [
        f"{path}:{node.lineno}"
        for path, node in calls
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QShortcut"
        if any(word.arg == "context" for word in node.keywords)
    ]


def subscripted(sources: Sequence[Source]) -> list[str]:
    """Return each call of a frozen class with slots by a subscripted name: the first Pythons 3.11 raise there."""
    nodes = [(source.path, node) for source in sources for node in ast.walk(source.tree)]
    frozen = {node.name for _, node in nodes if isinstance(node, ast.ClassDef) and _is_frozen_with_slots(node)}
    return [
        f"{path}:{node.lineno}"
        for path, node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Subscript)
        if isinstance(node.func.value, ast.Name) and node.func.value.id in frozen
    ]


def _is_frozen_with_slots(made: ast.ClassDef) -> bool:
    said = " ".join(ast.unparse(one) for one in made.decorator_list)
    return "frozen=True" in said and "slots=True" in said


def hurried(sources: Sequence[Source]) -> list[str]:
    """Return each wait in the tests that gives up sooner than a busy machine needs."""
    calls = [(source.path, node) for source in sources if source.floor == "tests" for node in ast.walk(source.tree)]
    return [
        f"{path}:{node.lineno}"
        for path, node in calls
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WAITS
        if any(word.arg == "timeout" and not _is_patient(word.value) for word in node.keywords)
    ]


def _is_patient(wait: ast.expr) -> bool:
    """Tell whether a wait is handed on, or is long enough."""
    return isinstance(wait, ast.Name) or (
        isinstance(wait, ast.Constant) and isinstance(wait.value, int) and wait.value >= PATIENCE_MS
    )


def days_elsewhere(sources: Sequence[Source]) -> list[str]:
    """Return each place that takes the day of an instant as it stands, which is that of UTC: `day_of` knows ours."""
    asked = [source for source in sources if is_product(source) and source.path != _CLOCK]
    return [
        f"{source.path}:{node.lineno}"
        for source in asked
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and not node.args
        if isinstance(node.func, ast.Attribute) and node.func.attr == "date"
    ]
