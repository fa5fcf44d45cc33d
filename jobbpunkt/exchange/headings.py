"""Which column of a list is which: headings as Swedish lists write them, or as a mapping says."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.fields import Apart
from jobbpunkt.exchange.rows import Row
from jobbpunkt.people.fields import FIELDS
from jobbpunkt.register.index import fold

PROTECTION = "protection"
_SHIELDS = re.compile(r"skydd\w*|sekretess\w*|protected|protection")
LOOKED_AT = 15  # a heading stands near the top
KNOWN = MappingProxyType(
    {
        **{field.name: field.headings for field in FIELDS if not isinstance(field.headings, Apart)},
        "enrolled_on": ("inskriven", "inskrivningsdatum", "startdatum", "enrolled on"),
    }
)


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the heading row is, which field each column holds, how it is headed, and which headings were not understood."""

    row: int
    fields: dict[str, int]
    titles: tuple[str, ...]
    ignored: tuple[str, ...]
    shields: tuple[int, ...] = ()  # columns that say who is protected, which no field of a list is

    def title(self, field: str) -> str:
        """Return how the column of a field is headed, or nothing when the list has none."""
        at = next(iter(self.shields), None) if field == PROTECTION else self.fields.get(field)
        return self.titles[at] if at is not None else ""


def find(rows: Iterable[Row], mapping: Mapping[str, str | None] | None = None) -> Headings:
    """Return the headings of a list: the first row, near the top, in which two or more are known."""
    wanted = {_plain(title): field for title, field in (mapping or {}).items()}
    for row in islice(rows, LOOKED_AT):
        fields = _fields(row, wanted)
        if "given_name" in fields and len(fields) >= (1 if mapping else 2):
            used = set(fields.values())
            ignored = tuple(title for at, title in enumerate(row.cells) if title and at not in used)
            shields = tuple(at for at, title in enumerate(row.cells) if any(map(_SHIELDS.fullmatch, _plain(title).split())))
            return Headings(row.number, fields, row.cells, ignored, shields)
    raise UserError(
        "The list has no headings that are known. Give its columns headings such as Förnamn, Efternamn, Personnummer."
    )


def _fields(row: Row, wanted: Mapping[str, str | None]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, title in enumerate(row.cells):
        plain = _plain(title)
        field = wanted[plain] if plain in wanted else _known(plain)
        if field is not None:
            found.setdefault(field, at)
    return found


def _known(plain: str) -> str | None:
    return next((field for field, titles in KNOWN.items() if plain in titles), None)


def _plain(title: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", fold(title)))


def _named(field: object) -> object:
    """Return a field's name or None as they are; anything else, which may be no key, as a name that no field has."""
    return field if field is None or isinstance(field, str) else ""


def checked_mapping(value: object) -> dict[str, str | None]:
    """Return a mapping as it was read from JSON; refuses anything but headings and the fields they stand for."""
    if not isinstance(value, dict) or not all(field is None or field in KNOWN for field in map(_named, value.values())):
        raise UserError("The mapping is not one. Write JSON such as {example}.", example='{"Namn": "given_name", "Coach": null}')
    return value
