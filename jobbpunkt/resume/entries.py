"""The posts of a CV as typed data: what the editor shows of each, with the rest kept untouched."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One post of a section; `rest` holds every field of the document that is not shown, or stood there empty."""

    rest: dict[str, Any] = field(default_factory=dict, kw_only=True)


@dataclass(frozen=True, slots=True)
class Work(Entry):
    """A job; dates as year, year-month or day, and no end for what goes on."""

    position: str = ""
    name: str = ""
    location: str = ""
    start_date: str = ""
    end_date: str = ""
    summary: str = ""
    highlights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Education(Entry):
    """A course of study."""

    study_type: str = ""
    area: str = ""
    institution: str = ""
    start_date: str = ""
    end_date: str = ""
    courses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skill(Entry):
    """Something the person can, with words that tell more."""

    name: str = ""
    level: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Language(Entry):
    """A language and how well it is mastered."""

    language: str = ""
    fluency: str = ""


@dataclass(frozen=True, slots=True)
class Certificate(Entry):
    """A driving licence or certificate."""

    name: str = ""
    issuer: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Project(Entry):
    """Something done for a time and a purpose, beside or within work."""

    name: str = ""
    description: str = ""
    start_date: str = ""
    end_date: str = ""
    highlights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Volunteer(Entry):
    """Unpaid work for an association or the like."""

    position: str = ""
    organization: str = ""
    start_date: str = ""
    end_date: str = ""
    summary: str = ""
    highlights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference(Entry):
    """Somebody who speaks for the person, and what they say or how they are reached."""

    name: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Interest(Entry):
    """Something the person likes to do."""

    name: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Basics(Entry):
    """Who the person is and how they are reached."""

    name: str = ""
    label: str = ""
    summary: str = ""
    phone: str = ""
    email: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Address(Entry):
    """Where the person lives, as far as it shall stand on paper."""

    address: str = ""
    postal_code: str = ""
    city: str = ""
