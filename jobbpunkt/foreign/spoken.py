"""A refusal on its way from one process to another: its sentence and fields as plain data, and back with nothing believed."""

import re
from typing import Any

from jobbpunkt.base.errors import InvalidInput, UserError

LONGEST = 500
_NAME = re.compile("[a-z_]{1,30}")


def told(refusal: UserError) -> dict[str, Any]:
    """Return a refusal as plain data."""
    fields = {name: _plain(value) for name, value in refusal.fields.items()}
    return {"sentence": refusal.sentence, "fields": fields, "field": getattr(refusal, "field", None)}


def refusal(data: Any) -> UserError:
    """Return the refusal that plain data tells; ValueError for what no reader of ours says."""
    match data:
        case {"sentence": str(sentence), "fields": dict(fields), "field": None | str() as field} if len(sentence) <= LONGEST:
            known = {str(name): _value(value) for name, value in fields.items()}
            if not all(map(_NAME.fullmatch, known)) or not _fills(sentence, known):
                raise ValueError(sentence)
            return UserError(sentence, **known) if field is None else InvalidInput(sentence, field=field, **known)
    raise ValueError(data)


def _plain(value: object) -> Any:
    """Return a field as JSON; the place in a document is its path."""
    path = getattr(value, "path", None)
    return {"path": list(path)} if isinstance(path, tuple) else value if isinstance(value, int) else str(value)


def _value(value: Any) -> object:
    match value:
        case {"path": list(path)} if all(isinstance(step, str | int) for step in path):
            from jobbpunkt.resume.places import place  # brings the words: only a CV has places

            return place(path)
        case str() | int():
            return value if isinstance(value, int) else value[:LONGEST]
    raise ValueError(value)


def _fills(sentence: str, fields: dict[str, object]) -> bool:
    """Tell whether a sentence asks for its fields by name alone, and nothing of what they are made of."""
    from string import Formatter  # who reads the file has no need of it

    asked = ((name, spec, turned) for _, name, spec, turned in Formatter().parse(sentence) if name is not None)
    return all(name in fields and not spec and turned is None for name, spec, turned in asked)
