"""The ways in for foreign files: each is read in a process of its own, and what it tells is checked before it is used."""

from base64 import b64decode
from collections.abc import Iterator
from typing import Any

from jobbpunkt.exchange.rows import Row
from jobbpunkt.foreign import asking
from jobbpunkt.foreign.picture import Picture, demand_size

_JPEG = b"\xff\xd8"


class PeopleList:
    """The rows of a list that was read once, to be gone through as often as one wants; held as it came, so memory stays flat."""

    def __init__(self, content: bytes) -> None:
        self._told = asking.answer("list", content)

    def rows(self) -> Iterator[Row]:
        """Yield the rows, one at a time."""
        for line in asking.lines(self._told):
            match line:
                case [int(number), *cells] if all(isinstance(cell, str) for cell in cells):
                    yield Row(number, tuple(cells))
                case _:
                    raise asking.unsafe()


def resume(content: bytes) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the CV in a JSON Resume file in the present format, not yet checked, and what was done to it."""
    match _only("resume", content):
        case [dict(document), list(changed)] if all(isinstance(one, str) for one in changed):
            return document, tuple(changed)
    raise asking.unsafe()


def photo(content: bytes) -> Picture:
    """Return a photo fit to keep; refuses what is none, is broken or is too large."""
    demand_size(len(content))
    match _only("photo", content):
        case [str(kept), int(width), int(height)]:
            jpeg = b64decode(kept)
            if jpeg.startswith(_JPEG):
                return Picture(jpeg, width, height)
    raise asking.unsafe()


def pages(pdf: bytes) -> int:
    """Return how many pages a PDF has; 0 for what is no PDF."""
    found = _only("pdf", pdf)
    if not isinstance(found, int):
        raise asking.unsafe()
    return found


def plain(content: bytes) -> Any:
    """Return what stands in a JSON file, None for what is no JSON or nested too deep."""
    return _only("json", content)


def _only(kind: str, content: bytes) -> Any:
    return next(asking.lines(asking.answer(kind, content)), None)
