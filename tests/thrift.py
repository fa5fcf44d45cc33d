"""What would come out the same again is worked out once in a run: keys from passwords, and the SQL of statements.

The copies of one template all have its salt, and every register is asked the same statements. Both are pure functions of
what they are given, so remembering them changes nothing but the time that thousands of openings take.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import pytest
from sqlalchemy import Dialect, Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

from jobbpunkt.register import keys
from jobbpunkt.register.keys import KdfCost

Derive = Callable[[str, bytes, KdfCost | None], bytes]
MOST_PASSWORDS, MOST_STATEMENTS, MOST_MEMORIES = 500, 2000, 8


@contextmanager
def thrift() -> Iterator[None]:
    """Remember for as long as this lasts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "wrapping_of", remembering(keys.wrapping_of))
        _share_statements(patch)
        yield


def remembering(derive: Derive) -> Derive:
    """Return the derivation with a memory; what `calibrated` measures, with no password, is worked out each time."""
    remembered = lru_cache(MOST_PASSWORDS)(derive)
    return lambda password, salt, cost: (remembered if password else derive)(password, salt, cost)


def _share_statements(patch: pytest.MonkeyPatch) -> None:
    """Let engines of one kind share the SQL that was compiled; each would begin with an empty memory of its own."""
    patch.setattr(Engine, "_compiled_cache", property(statements_of, lambda engine, own: None), raising=False)
    # A memory is kept by dialect, and every engine has one of its own; ours differ in nothing that SQL and the reading of its
    # answers depend on, save in what is opened for whoever is signed in. That comes with the sign-in, and so has a memory of its
    # own: in a hash, which must never change, it would keep the memory from ever letting go of what it once took in.
    patch.setattr(DefaultDialect, "__eq__", lambda one, other: isinstance(other, DefaultDialect) and _kind(one) == _kind(other))
    patch.setattr(DefaultDialect, "__hash__", lambda one: hash(_kind(one)))


def statements_of(engine: Engine) -> LRUCache[Any, Any]:
    """Return the memory of all engines of one kind at which the same may be read."""
    return _memory(_kind(engine.dialect), _opens(engine.dialect))


@lru_cache(MOST_MEMORIES)
def _memory(kind: tuple[object, ...], opens: tuple[object, ...]) -> LRUCache[Any, Any]:
    return LRUCache(MOST_STATEMENTS)


def _kind(dialect: Dialect) -> tuple[object, ...]:
    return type(dialect), dialect.dbapi, dialect.paramstyle


def _opens(dialect: Dialect) -> tuple[object, ...]:
    opener = getattr(dialect, "opener", None)
    return () if opener is None or not opener.may else tuple(sorted(opener.safe.keys.items()))
