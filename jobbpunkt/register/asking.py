"""What is asked again and again: a query is built and spelled once, and its answer is read as plain rows.

To build a query, to recognise it and to make objects of its rows takes SQLAlchemy many times as long as the engine takes to
answer it. `asked_once` keeps what was built, goes to the driver with it, and reads the columns by their own types.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from typing import Any, Generic, ParamSpec, Protocol, TypeVarTuple
from uuid import UUID, SafeUUID

from sqlalchemy import BindParameter, Boolean, Connection, Dialect, Enum, Float, Insert, Select, Update, Uuid, bindparam
from sqlalchemy.sql import visitors
from sqlalchemy.types import NullType, TypeEngine

from jobbpunkt.register.database import send
from models.types import SEALED, Content, Structured, Worded, opened

P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
_Process = Callable[[Any], Any]


class Asking(Protocol):
    """What is asked of the transaction that reads."""

    def asking(self) -> Connection:
        """Return the connection to ask on."""
        ...


def given(name: str, kind: TypeEngine[Any] | None = None) -> BindParameter[Any]:
    """Stand in a query for a value that is given with each question; it has the type of what it is compared with."""
    return bindparam(name, None, kind, required=False)


def several(name: str, number: int) -> list[BindParameter[Any]]:
    """Stand for so many ids, which `numbered` tells."""
    return [given(f"{name}{place}", Uuid()) for place in range(number)]


def numbered(name: str, ids: Iterable[UUID]) -> dict[str, UUID]:
    """Tell the ids that `several` stands for."""
    return {f"{name}{place}": one for place, one in enumerate(ids)}


def asked_once(build: Callable[P, Select[*Ts]]) -> Callable[P, Asked[*Ts]]:
    """Build a query of columns once for each choice of arguments; what differs between two questions is `given`.

    The arguments are few: whether the user sees protected people, how many people are asked for.
    """

    @cache
    def asked(*args: P.args, **kwargs: P.kwargs) -> Asked[*Ts]:
        return Asked(build(*args, **kwargs))

    return asked  # type: ignore[return-value]  # a cache says nothing of what it is called with


class Asked(Generic[*Ts]):
    """A query of columns, asked with values."""

    def __init__(self, query: Select[*Ts]) -> None:
        self._query: Any = query
        self._spelled: dict[str, _Question] = {}

    def rows(self, uow: Asking, **values: Any) -> Sequence[tuple[*Ts]]:
        """Return every row."""
        return self.on(uow.asking(), **values)

    def on(self, connection: Connection, **values: Any) -> Sequence[tuple[*Ts]]:
        """Return every row, asked within a transaction."""
        dialect = connection.dialect
        spelled = self._spelled.get(dialect.name)
        if spelled is None:
            spelled = self._spelled[dialect.name] = _Question(self._query, dialect)
        return spelled.ask(connection, values)

    def first(self, uow: Asking, **values: Any) -> tuple[*Ts] | None:
        """Return the first row, or None."""
        found = self.rows(uow, **values)
        return found[0] if found else None


class Sent:
    """A statement that writes rows: what a save writes most often goes to the driver without being built and recognised again.

    Only the unit of work, and what it calls to keep the history, has one.
    """

    def __init__(self, statement: Insert | Update) -> None:
        self._statement = statement
        self._spelled: dict[str, _Spelled] = {}

    def send(self, connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
        """Write the rows; many at once go the driver's way for many."""
        if len(rows) != 1:
            connection.execute(self._statement, rows)
            return
        dialect = connection.dialect
        spelled = self._spelled.get(dialect.name)
        if spelled is None:
            spelled = self._spelled[dialect.name] = _Spelled(self._statement, dialect)
        spelled.send(connection, rows[0])


class _Spelled:
    """A statement as one engine is sent it: its words, and what is given with them."""

    def __init__(self, statement: Select[Any] | Insert | Update, dialect: Dialect) -> None:
        spelled_out: Any = visitors.replacement_traverse(statement, {}, _known)
        compiled: Any = spelled_out.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
        names, known = compiled.positiontup or list(compiled.params), compiled.params
        self._words, self._names = str(compiled), None if compiled.positiontup else names
        writers = {name: _writer(compiled.binds, name, dialect) for name in names}
        fixed = {name: _as(write, known[name]) for name, write in writers.items() if known[name] is not None}
        self._given = [(name, writers[name], fixed.get(name)) for name in names]

    def send(self, connection: Connection, values: dict[str, Any]) -> Sequence[Any]:
        """Send it, and return its rows as the engine gives them."""
        given = tuple(
            [
                (values[name] if write is None else write(values[name])) if fixed is None else fixed
                for name, write, fixed in self._given
            ]
        )
        return send(connection, self._words, given if self._names is None else dict(zip(self._names, given, strict=True)))


class _Question(_Spelled):
    """A query as one engine is asked, and how its columns are read."""

    def __init__(self, query: Select[Any], dialect: Dialect) -> None:
        super().__init__(query, dialect)
        kinds = [column.type for column in query.selected_columns]
        readers = [_reader(kind, dialect) for kind in kinds]
        self._read = [(place, read) for place, read in enumerate(readers) if read is not None]
        self._worded = [place for place, kind in enumerate(kinds) if isinstance(kind, Worded)]

    def ask(self, connection: Connection, values: dict[str, Any]) -> Sequence[Any]:
        """Send it and read the rows."""
        found = self.send(connection, values)
        dialect = connection.dialect  # which opens what is sealed for whoever is signed in
        read: list[tuple[int, _Process]] = [*self._read, *((place, partial(_words, dialect=dialect)) for place in self._worded)]
        return _one(found, read) if len(found) < _FEW else _many(found, read)


def _known(element: Any, **_: Any) -> Any:
    # A value that might be that of a partial index makes the engine of a file plan the query anew each time it is given.
    return element.render_literal_execute() if isinstance(element, BindParameter) and element.value is not None else None


def _as(process: _Process | None, value: Any) -> Any:
    return value if process is None else process(value)


_set_int = UUID.int.__set__  # type: ignore[attr-defined, misc]  # its slots
_set_safe = UUID.is_safe.__set__  # type: ignore[attr-defined, misc]
_FEW = 4  # rows that are read faster one by one


class _Known(dict[Any, Any]):
    """Reads values of which there are few different ones, each once."""

    def __init__(self, read: _Process) -> None:
        self._read = read

    def __missing__(self, value: Any) -> Any:
        found = self[value] = self._read(value)
        return found


def _reader(kind: TypeEngine[Any], dialect: Dialect) -> _Process | None:
    """Return what reads a value as the engine gives it."""
    if isinstance(kind, Uuid) and dialect.name == "sqlite":
        return _id
    if isinstance(kind, Worded):
        return None  # with each question anew
    if isinstance(kind, Structured | Content):
        raise TypeError(f"{kind} is read as an object")
    if isinstance(kind, Float):
        return _number  # a server's driver says only with the answer which kind of number it is
    read = kind.dialect_impl(dialect).result_processor(dialect, None)
    return _Known(read).__getitem__ if read is not None and isinstance(kind, Boolean | Enum) else read


def _id(stored: str | None) -> UUID | None:
    """Read an id of a file. Nearly half of every row are ids, and `UUID` looks at six ways to be called before it reads one."""
    if stored is None:
        return None
    made: UUID = object.__new__(UUID)
    _set_int(made, int(stored, 16))
    _set_safe(made, SafeUUID.unknown)
    return made


def _words(stored: str | None, dialect: Dialect) -> str | None:
    return stored if stored is None or not stored.startswith(SEALED) else opened(stored, dialect)


def _number(stored: Any) -> float | None:
    return None if stored is None else float(stored)


def _writer(binds: dict[str, BindParameter[Any]], name: str, dialect: Dialect) -> _Process | None:
    """Return what writes a value for the engine; those of a list are called after it, with their places."""
    while name not in binds:
        name = name.rpartition("_")[0]
    kind = binds[name].type
    if isinstance(kind, NullType):
        raise TypeError(f"what type has {name}?")
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _one(rows: Sequence[Sequence[Any]], readers: Sequence[tuple[int, _Process]]) -> Sequence[Any]:
    found = []
    for row in rows:
        cells = list(row)
        for place, read in readers:
            cells[place] = read(cells[place])
        found.append(tuple(cells))
    return found


def _many(rows: Sequence[Sequence[Any]], readers: Sequence[tuple[int, _Process]]) -> Sequence[Any]:
    """Read column by column, each value that occurs once."""
    columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
    for place, read in readers:
        column = columns[place]
        known = {value: read(value) for value in set(column)}
        columns[place] = [known[value] for value in column]
    return list(zip(*columns, strict=True))
