"""What changes the register goes through the unit of work, which writes history and index in the same transaction."""

import ast
from collections.abc import Iterator, Sequence

from tests.rules.tree import Source

# The one that hands records to the session.
KEEPS_RECORDS = "jobbpunkt/register/unit_of_work.py"
# The engine room: indexes, slots, history's end and whole copies are no records of a feature.
ENGINE = "jobbpunkt/register/"
# That a register is a demo stands beside its records and has no history.
NAMED = ("jobbpunkt/demo/__init__.py",)
TAKES_RECORDS = frozenset({"add", "add_all", "delete", "merge", "bulk_save_objects", "bulk_insert_mappings"})
STATEMENTS = frozenset({"insert", "update", "delete"})


def past_the_unit(sources: Sequence[Source]) -> list[str]:
    """Return each place that gives a session a record, or a feature that sends a statement which changes rows."""
    return [
        f"{source.path}:{line} {what}"
        for source in sources
        if source.floor in ("jobbpunkt", "ui") and source.path != KEEPS_RECORDS
        for line, what in _found(source)
    ]


def _found(source: Source) -> Iterator[tuple[int, str]]:
    in_feature = not source.path.startswith(ENGINE) and source.path not in NAMED
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            receiver = ast.unparse(node.func.value).rpartition(".")[2].strip("_")
            if receiver == "session" and node.func.attr in TAKES_RECORDS:
                yield node.lineno, f"session.{node.func.attr}"
            elif in_feature and node.func.attr in ("execute", "scalars", "scalar") and _changes(node):
                yield node.lineno, "a statement that changes rows"
        elif in_feature and isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlalchemy"):
            yield from ((node.lineno, f"imports {alias.name}") for alias in node.names if alias.name in STATEMENTS)


def _changes(call: ast.Call) -> bool:
    inner = (node for argument in call.args for node in ast.walk(argument) if isinstance(node, ast.Call))
    return any(ast.unparse(one.func).rpartition(".")[2] in STATEMENTS for one in inner)
