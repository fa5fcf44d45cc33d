"""What a read depends on, said by the read itself: who shows its answer refreshes when one of those tables changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Reading
    from models.base import Record

P = ParamSpec("P")
T = TypeVar("T")
U = TypeVar("U", bound="Reading")
Read = Callable[Concatenate[U, P], T]
MARK = "depends_on"


def depends_on(*tables: type[Record]) -> Callable[[Read[U, P, T]], Read[U, P, T]]:
    """Declare the tables that a read asks; those of another read that it calls are added by that one."""
    nouns = frozenset(table.__tablename__ for table in tables)

    def declare(function: Read[U, P, T]) -> Read[U, P, T]:
        @wraps(function)
        def read(uow: U, /, *args: P.args, **kwargs: P.kwargs) -> T:
            uow.depends.update(nouns)
            return function(uow, *args, **kwargs)

        setattr(read, MARK, nouns)
        return read

    return declare


def declared(function: object) -> frozenset[str] | None:
    """Return the nouns that a read declares itself; None for what is no declared read."""
    found: frozenset[str] | None = getattr(function, MARK, None)
    return found
