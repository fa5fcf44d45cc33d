"""What a service can write down, the window asks: each field of each plain input is passed somewhere in `ui`, or says why not.

The net over columns asks for a field or a reason; whole papers and plans have a reason there, and what nobody can type hid
behind it. A service that takes a fact which no form passes is such a fact.
"""

import ast
import dataclasses
import importlib
import inspect
import typing
from collections.abc import Callable, Iterator
from functools import cache
from types import SimpleNamespace
from typing import Any

from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Reading
from tests.permissions.services import services
from tests.ui.test_every_column import UI

# Inputs that the window never makes itself: they come from a read, or from the program's own tables.
NOT_TYPED = frozenset(
    {
        "CampaignRow",
        "Change",
        "Contents",
        "Counted",
        "CountedMeasure",
        "Entry",
        "Happening",
        "Head",
        "KdfCost",
        "Keep",
        "KeyFile",
        "KnownUser",
        "Leaving",
        "Line",
        "Occasion",
        "Location",
        "Material",
        "Measure",
        "MeasureDraft",
        "MeasureResult",
        "Nature",
        "Picture",
        "Promise",
        "Report",
        "ResultRow",
        "SessionRow",
        "ToldMonth",
        "VersionView",
        "WrittenKind",
    }
)
# What some modules import only for their types, since it imports them.
NAMED_ELSEWHERE = {"Register": Register, "Reading": Reading}
REASONS: dict[str, str] = {
    "NewCase.enrolled_on": "the day of registering, unless somebody waits; then the day the status says so",
    "NewOutcome.follow_ups": "put in afterwards by the page that ends an enrolment, which asks for the days",
    "NewWritten.note": "a paper's first version is its beginning",
    "Errand.recipient": "all is taken out by a command, which asks for whom; no window does it",
    "Errand.reason": "all is taken out by a command, which asks why; no window does it",
    "LogFilter.last": "the page shows what was latest; a period that has ended is asked for by a command",
    "NewPlan.coach_id": "who makes a plan is its coach",
}


@cache
def _inputs() -> dict[str, tuple[str, ...]]:
    """Return every plain input of a public service with the names of its fields."""
    found: dict[str, tuple[str, ...]] = {}
    for service in services().values():
        for kind in (one for hint in _hints(service).values() for one in (hint, *typing.get_args(hint))):
            if dataclasses.is_dataclass(kind) and kind.__module__.startswith("jobbpunkt."):
                name = str(getattr(kind, "__name__", kind))
                found[name] = tuple(dict.fromkeys([*found.get(name, ()), *(field.name for field in dataclasses.fields(kind))]))
    return {name: fields for name, fields in found.items() if name not in NOT_TYPED}


def _hints(service: Callable[..., Any]) -> dict[str, Any]:
    """Return the types of what a service takes; what it returns may be known only to the type checker."""
    bare = inspect.unwrap(service)
    taken = SimpleNamespace(__annotations__={name: hint for name, hint in bare.__annotations__.items() if name != "return"})
    return typing.get_type_hints(taken, bare.__globals__, NAMED_ELSEWHERE)


@cache
def _passed() -> dict[str, set[str]]:
    """Return, for each input, the fields that some file of the window passes when it makes one."""
    passed: dict[str, set[str]] = {name: set() for name in _inputs()}
    for file in UI.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        named = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
        named |= set(_declared(tree))
        for call in calls:
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            if name in passed:
                passed[name].update(_fields(call, _inputs()[name], named))
    return passed


def _declared(tree: ast.Module) -> Iterator[str]:
    """Yield the names of the fields in each tuple of declared ones that a file imports, from which it makes its form."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.endswith(".fields"):
            tuples = (getattr(importlib.import_module(node.module), alias.name) for alias in node.names)
            yield from (field.name for fields in tuples if isinstance(fields, tuple) for field in fields)


def _fields(call: ast.Call, fields: tuple[str, ...], named: set[str]) -> Iterator[str]:
    """Yield what one call passes: by place, by name, or as a form's values, whose fields the file names."""
    if any(isinstance(argument, ast.Starred) for argument in call.args):
        yield from fields
    yield from fields[: len(call.args)]
    for keyword in call.keywords:
        yield from [keyword.arg] if keyword.arg is not None else named


def test_the_window_passes_each_field_of_each_input_or_says_why_not() -> None:
    silent = [
        f"{name}.{field}"
        for name, fields in _inputs().items()
        for field in fields
        if field not in _passed()[name] and f"{name}.{field}" not in REASONS
    ]
    assert sorted(silent) == [], "Ask it in a form, take it out of the service, or say in REASONS why nobody can type it."


def test_no_reason_is_left_over() -> None:
    told = {f"{name}.{field}" for name, fields in _inputs().items() for field in fields if field not in _passed()[name]}
    assert sorted(set(REASONS) - told) == [], "the window passes these, or they are gone"


def test_it_sees_an_input_that_no_form_passes() -> None:
    assert len(_inputs()) > 20
    call = ast.parse("NewCase(person, day, before=before.value())", mode="eval").body
    assert isinstance(call, ast.Call)
    assert set(_fields(call, _inputs()["NewCase"], set())) == {"person_id", "registered_on", "before"}
