"""Which tables a piece of work asks, as the engine sees it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event

from jobbpunkt.register.database import GATE
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from models.tables import records

_FROM = re.compile(r"\b(?:FROM|JOIN)\s+\(*\"?(\w+)|,\s*\(*\"?(\w+)(?=\s+(?:AS\s+\w+)?\s*(?:WHERE|,|JOIN|LEFT|$))", re.IGNORECASE)


def nouns() -> frozenset[str]:
    """Return the tables whose changes are told."""
    return frozenset(records())


@contextmanager
def statements() -> Iterator[list[str]]:
    """Gather every statement that any engine runs."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def tables_in(statement: str) -> frozenset[str]:
    """Return the tables with changes to tell that stand in a statement's FROM parts."""
    if GATE in statement or "FROM history_head" in statement:
        return frozenset()  # who may see something, and that it is noted who looks, is no part of what is shown
    words = {name for pair in _FROM.findall(statement) for name in pair if name}
    return frozenset(words) & nouns()


def touched(register: Register, work: Callable[[Writing], object]) -> tuple[frozenset[str], frozenset[str]]:
    """Run `work`; return the nouns that its statements asked, and those that its reads had declared."""
    with register.writing() as uow, statements() as seen:
        work(uow)
        declared = frozenset(uow.depends)
    return frozenset().union(*map(tables_in, seen)), declared
