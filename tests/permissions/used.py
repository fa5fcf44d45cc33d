"""Which functions of the program its window and its command line use, read from their source."""

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.rules.tree import ROOT


def used_by(folder: str) -> dict[Callable[..., Any], str]:
    """Return each function that the files of a folder use, with one file that does."""
    return {used: str(file.relative_to(ROOT)) for file in (ROOT / folder).rglob("*.py") for used in _used(file)}


def _used(file: Path) -> Iterator[Callable[..., Any]]:
    """Yield every function of the program that a file imports, or asks of a module that it imports."""
    modules: dict[str, ModuleType] = {}
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("jobbpunkt"):
            for alias in node.names:
                found = _member(node.module or "", alias.name)
                if isinstance(found, ModuleType):
                    modules[alias.asname or alias.name] = found
                elif inspect.isfunction(found):
                    yield found
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            found = getattr(modules[node.value.id], node.attr, None)
            if inspect.isfunction(found):
                yield found


def _member(module: str, name: str) -> object:
    found = getattr(importlib.import_module(module), name, None)
    return importlib.import_module(f"{module}.{name}") if found is None else found
