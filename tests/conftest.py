"""What every test may ask for."""

from collections.abc import Iterator

import pytest

from tests.postgres import Server, serving


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server; each worker of a parallel run starts its own."""
    with serving() as server:
        yield server
