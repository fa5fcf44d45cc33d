"""The public services, found and not listed: every public function of the program that takes a transaction or a register."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import cache
from typing import Any

import jobbpunkt
from jobbpunkt.measures.catalogue import CATALOGUE


@cache
def services() -> dict[str, Callable[..., Any]]:
    """Return every public service by its full name after `jobbpunkt.`: "plans.goals.add_goal"."""
    return {
        f"{module.removeprefix('jobbpunkt.')}.{name}": found for module, name, found in _functions() if _takes_register(found)
    }


def takes_register(name: str) -> bool:
    """Tell whether a service works on the register as a whole and opens its transactions itself."""
    return "Register" in _kinds(services()[name])


def of_catalogue() -> set[str]:
    """Return the queries behind the figures: nobody reaches them but through the catalogue, which asks who may."""
    queries = {value for entry in CATALOGUE for field in fields(entry) if inspect.isfunction(value := getattr(entry, field.name))}
    return {name for name, found in services().items() if found in queries}


def _functions() -> Iterator[tuple[str, str, Callable[..., Any]]]:
    for found in pkgutil.walk_packages(jobbpunkt.__path__, "jobbpunkt."):
        if found.name == "jobbpunkt.__main__" or found.name.startswith("jobbpunkt.demo"):
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            if inspect.isfunction(value) and value.__module__ == found.name and not name.startswith("_"):
                yield found.name, name, value


def _takes_register(function: Callable[..., Any]) -> bool:
    return bool(_kinds(function) & {"Reading", "Writing", "Register"})


def _kinds(function: Callable[..., Any]) -> set[str]:
    """Return the last names of the types that a function takes, whether they were written as names or as text."""
    hints = (parameter.annotation for parameter in inspect.signature(function).parameters.values())
    return {str(getattr(hint, "__name__", hint)).strip("'\"").rpartition(".")[2] for hint in hints}
