"""Deletes each question "who may" of the program in turn, and tells which ones the table does not miss.

    python -m tests.permissions.mutate

A question is a call of something named `require...`, or an `if` that asks `may` and then raises. Each is taken out of its
function in this process, the services that come by that function are tried on a register file until one is not as the table
says, and it is put back.
"""

import ast
import importlib
import inspect
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import CodeType, FrameType, FunctionType

from jobbpunkt.base.clock import fixed
from tests.permissions.desk import Desk, desk
from tests.permissions.services import services
from tests.permissions.table import DOORS, faults
from tests.registers import NOW, found
from tests.rules.tree import ROOT


@dataclass(frozen=True, slots=True)
class Mutant:
    """One question taken out: where it stood, the function it stood in, and that function's code without it."""

    place: str
    module: str
    function: FunctionType
    code: CodeType


def mutants() -> Iterator[Mutant]:
    """Yield a mutant for every question in the program's own modules."""
    for module in sorted({function.__module__ for function in services().values()}):
        source = Path(inspect.getfile(importlib.import_module(module)))
        text = source.read_text(encoding="utf-8")
        for number, question in enumerate(_questions(ast.parse(text))):
            tree = ast.parse(text)
            name = _without(tree, number)
            function = inspect.unwrap(getattr(importlib.import_module(module), name))  # a read wears what it depends on
            place = f"{source.relative_to(ROOT)}:{question.lineno} in {name}"
            yield Mutant(place, module, function, _code_of(compile(tree, str(source), "exec"), name))


def _questions(tree: ast.Module) -> list[ast.stmt]:
    return [
        node for function in _functions(tree) for node in ast.walk(function) if isinstance(node, ast.stmt) and _is_question(node)
    ]


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    return (node for node in tree.body if isinstance(node, ast.FunctionDef))


def _is_question(node: ast.stmt) -> bool:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        called = node.value.func
        name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
        return name.startswith("require")
    return (
        isinstance(node, ast.If)
        and isinstance(node.body[0], ast.Raise)
        and ("may" in _asked(node) or "open_to_user" in _asked(node))
    )


def _asked(node: ast.If) -> set[str]:
    return {part.attr for part in ast.walk(node.test) if isinstance(part, ast.Attribute)}


def _without(tree: ast.Module, number: int) -> str:
    """Turn question `number` into nothing; return the name of the function it stood in."""
    wanted = _questions(tree)[number]
    for function in _functions(tree):
        for node in ast.walk(function):
            for body in (getattr(node, "body", None), getattr(node, "orelse", None)):
                if isinstance(body, list) and wanted in body:
                    body[body.index(wanted)] = ast.copy_location(ast.Pass(), wanted)
                    return function.name
    raise AssertionError("a question stands in a function")


def _code_of(module: CodeType, name: str) -> CodeType:
    return next(part for part in module.co_consts if isinstance(part, CodeType) and part.co_name == name)


def callers(made: Desk) -> dict[CodeType, list[str]]:
    """Go through every door once; return for each function which services came by it."""
    found: dict[CodeType, list[str]] = {}
    for name in DOORS:
        for code in _passed(partial(_try, made, name)):
            found.setdefault(code, []).append(name)
    return found


def _try(made: Desk, name: str) -> None:
    for _ in faults(made, name):
        pass


def _passed(work: Callable[[], object]) -> set[CodeType]:
    passed: set[CodeType] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            passed.add(frame.f_code)

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return passed


def is_missed(made: Desk, mutant: Mutant, come_by: Sequence[str]) -> bool:
    """Tell whether the table notices that the question is not asked any more; services of its own module are tried first."""
    own = mutant.module.removeprefix("jobbpunkt.")
    kept = mutant.function.__code__
    mutant.function.__code__ = mutant.code
    try:
        return any(any(faults(made, name)) for name in sorted(come_by, key=lambda name: not name.startswith(own)))
    finally:
        mutant.function.__code__ = kept


def survivors_in(folder: Path) -> tuple[int, list[str]]:
    """Try every mutant on a register in an empty folder; return how many there were, and the places that nobody misses."""
    founded = found(str(folder / "register.opening.jobbpunkt"))
    with desk(founded.place, fixed(NOW), folder) as made:
        tried, by = list(mutants()), callers(made)
        missed = {mutant.place: is_missed(made, mutant, by.get(mutant.function.__code__, ())) for mutant in tried}
        return len(tried), [place for place, seen in missed.items() if not seen]


def main() -> int:
    """Try every mutant, print those that nobody misses, and return whether there were any."""
    with tempfile.TemporaryDirectory() as folder:
        tried, survivors = survivors_in(Path(folder))
    print(*(f"not missed: {place}" for place in survivors), f"{tried} questions, {len(survivors)} not missed", sep="\n")  # noqa: T201
    return bool(survivors)


if __name__ == "__main__":
    sys.exit(main())
