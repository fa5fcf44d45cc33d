"""A noun's fields, each said once: what it is called, what may stand in it, and how lists and exports know it.

Form, check, facts, import, export and sealing read the same tuple, so that a field which stands there stands everywhere.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from enum import Enum, auto
from types import MappingProxyType
from typing import Any

from jobbpunkt.base import checks, identity
from jobbpunkt.base.words import Words
from models.vocabulary import Choice


class Kind(Enum):
    """What may stand in a field."""

    LINE = auto()
    TEXT = auto()
    PHONE = auto()
    EMAIL = auto()
    IDENTITY = auto()
    DAY = auto()
    WHOLE = auto()
    YEAR = auto()  # four figures, whose bounds the noun knows
    YES_NO = auto()
    CHOICE = auto()  # a closed list of the vocabulary: `choices`
    LISTED = auto()  # a list of names that grows without the program: `names`
    RECORD = auto()  # another record of the register, by its id


# What is text, and so stands as an empty text where nothing was said.
TEXTS = frozenset({Kind.LINE, Kind.TEXT, Kind.PHONE, Kind.EMAIL, Kind.IDENTITY, Kind.LISTED})


@dataclass(frozen=True, slots=True)
class Apart:
    """That a field is left out somewhere, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `label` stands above it in a form and before it among facts, and is its export's title unless said otherwise.

    All words are sources for gettext; only `headings` are lower-case Swedish and English without accents, as lists write them.
    """

    name: str
    label: str
    kind: Kind = Kind.LINE
    _: KW_ONLY
    # In a form.
    section: str = ""  # the heading that begins with this field
    beside: bool = False  # to the right of the one before
    hint: str = ""
    none: str = ""  # what choosing nothing is called
    lines: int = 3
    snug: bool = False  # keeps its height and scrolls
    choices: type[Choice] | None = None
    names: Callable[[], Sequence[str]] | None = None
    # What it takes.
    required: bool = False
    longest: int | None = None
    most: int = 1_000_000
    # Elsewhere.
    told: str | Apart = ""  # its name among facts, where that is another
    headings: tuple[str, ...] | Apart = ()
    title: str = ""  # its name in an export, where that is another
    identifies: bool | None = None  # whether it tells who or where somebody is, and is sealed for a protected person

    @property
    def empty(self) -> str | None:
        """Return what stands where nothing was said."""
        return "" if self.kind in TEXTS else None

    def shown(self, value: Any, words: Words) -> str:
        """Return a value as one reads it."""
        if value is None or value == "":
            return ""
        told = _SHOWN.get(self.kind)
        return told(value, words) if told else str(value)


@dataclass(frozen=True, slots=True)
class Group:
    """What is known under one heading: names with values, of which some may be empty."""

    title: str
    facts: tuple[tuple[str, str], ...]


Told = Callable[[Any, Words], str]

_SHOWN: Mapping[Kind, Told] = MappingProxyType(
    {
        Kind.IDENTITY: lambda value, _: identity.shown(value),
        Kind.DAY: lambda value, words: words.day(value),
        Kind.YES_NO: lambda value, words: words("Yes") if value else words("No"),
        Kind.CHOICE: lambda value, words: words(value.label),
    }
)
_CHECKS: Mapping[Kind, Callable[[Field, Any], Any]] = MappingProxyType(
    {
        Kind.LINE: lambda f, value: checks.line(value, field=f.name, longest=f.longest or checks.TITLE, required=f.required),
        Kind.LISTED: lambda f, value: checks.line(value, field=f.name, longest=f.longest or checks.NAME, required=f.required),
        Kind.TEXT: lambda f, value: checks.text(value, field=f.name, longest=f.longest or checks.NOTE, required=f.required),
        Kind.PHONE: lambda f, value: checks.phone(value, field=f.name),
        Kind.EMAIL: lambda f, value: checks.email(value, field=f.name),
        Kind.DAY: lambda f, value: checks.day(value, field=f.name),
        Kind.WHOLE: lambda f, value: checks.whole(value, field=f.name, most=f.most),
    }
)


def checked(fields: Iterable[Field], typed: object) -> dict[str, Any]:
    """Return what was typed by field and tidied; InvalidInput names the first field that cannot be used.

    What one field says of another, such as that an end is no earlier than its beginning, is left to the noun.
    """
    return {field.name: _checked(field, getattr(typed, field.name)) for field in fields}


def _checked(field: Field, value: Any) -> Any:
    check = _CHECKS.get(field.kind)
    return value if check is None else check(field, value)


def taken(fields: Iterable[Field], record: object) -> dict[str, Any]:
    """Return the values of the fields as they stand in a record."""
    return {field.name: getattr(record, field.name) for field in fields}


def put(record: object, values: Mapping[str, Any]) -> None:
    """Write values into a record by name."""
    for name, value in values.items():
        setattr(record, name, value)


def facts(fields: Iterable[Field], record: object, words: Words, own: Mapping[str, Told] = MappingProxyType({})) -> list[Group]:
    """Return what a record says, in groups that begin where a section does; `own` tells some fields in a way of their own."""
    groups: list[tuple[str, list[tuple[str, str]]]] = []
    for field in fields:
        if field.section or not groups:
            groups.append((words(field.section), []))
        if not isinstance(field.told, Apart):
            teller = own.get(field.name)
            value = teller(record, words) if teller else field.shown(getattr(record, field.name), words)
            groups[-1][1].append((words(field.told or field.label), value))
    return [Group(title, tuple(told)) for title, told in groups]


def title(field: Field, words: Words) -> str:
    """Return what a field's column is called in an export."""
    return words(field.title or field.label)
