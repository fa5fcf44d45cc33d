"""No test may log a warning that nobody expected."""

import logging
from collections.abc import Generator, Iterator
from contextlib import contextmanager

import pytest


class _Listener(logging.Handler):
    """Keeps what is logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.name}: {record.getMessage()}")


@contextmanager
def _listening() -> Iterator[list[str]]:
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    try:
        yield listener.heard
    finally:
        logging.getLogger().removeHandler(listener)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Fail a test that logs a warning, unless it is marked with `logs_warnings`."""
    with _listening() as heard:
        outcome = yield
    if heard and item.get_closest_marker("logs_warnings") is None:
        pytest.fail(f"logged without being expected: {heard}", pytrace=False)
    return outcome
