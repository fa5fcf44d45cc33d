"""A document as the editor sees it, and back again without losing a field."""

from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any, TypeVar

from jobbpunkt.resume.entries import (
    Address,
    Basics,
    Certificate,
    Education,
    Entry,
    Interest,
    Language,
    Project,
    Reference,
    Skill,
    Volunteer,
    Work,
)

E = TypeVar("E", bound=Entry)

KINDS = MappingProxyType(
    {
        "work": Work,
        "education": Education,
        "skills": Skill,
        "languages": Language,
        "certificates": Certificate,
        "projects": Project,
        "volunteer": Volunteer,
        "references": Reference,
        "interests": Interest,
    }
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CV opened for editing: who, where, and the posts of each section in the order they are printed.

    `rest` holds every part of the document that the editor does not show.
    """

    basics: Basics = field(default_factory=Basics)
    address: Address = field(default_factory=Address)
    sections: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    rest: dict[str, Any] = field(default_factory=dict)


def opened(document: dict[str, Any]) -> Sheet:
    """Return a checked document as a sheet to edit."""
    basics = document.get("basics", {})
    location = basics.get("location", {})
    person = {name: value for name, value in basics.items() if not (name == "location" and value)}
    sections: dict[str, tuple[Entry, ...]] = {
        name: tuple(entry_of(kind, item) for item in document.get(name, [])) for name, kind in KINDS.items()
    }
    rest = {name: value for name, value in document.items() if not (name in KINDS and value)}
    return Sheet(entry_of(Basics, person), entry_of(Address, location), sections, rest)


def closed(sheet: Sheet) -> dict[str, Any]:
    """Return the document that a sheet stands for; what was not shown stands as it stood."""
    document = dict(sheet.rest)
    basics = item_of(sheet.basics)
    if location := item_of(sheet.address):
        basics["location"] = location
    if basics or "basics" in document:
        document["basics"] = basics
    for name, entries in sheet.sections.items():
        if written := [item_of(entry) for entry in entries]:
            document[name] = written
        elif name in document:
            document[name] = []
    return document


def json_name(attribute: str) -> str:
    """Return the document's name of a field: `start_date` is `startDate`."""
    first, *more = attribute.split("_")
    return first + "".join(part.capitalize() for part in more)


def entry_of(kind: type[E], item: dict[str, Any]) -> E:
    """Return a post as the editor sees it."""
    shown = {one.name: item.get(json_name(one.name)) for one in fields(kind) if one.name != "rest"}
    filled = {name: tuple(value) if isinstance(value, list) else value for name, value in shown.items() if value}
    rest = {name: value for name, value in item.items() if name not in map(json_name, filled)}
    return kind(rest=rest, **filled)


def item_of(entry: Entry) -> dict[str, Any]:
    """Return a post as the document holds it."""
    values = {one.name: getattr(entry, one.name) for one in fields(entry) if one.name != "rest"}
    filled = {json_name(name): list(value) if isinstance(value, tuple) else value for name, value in values.items() if value}
    return entry.rest | filled
