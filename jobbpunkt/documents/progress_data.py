"""What the paper of a person's way towards work holds; it knows no words, and nothing that the coach believes."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the ends of its scale and what its person answered, by day; None where it was left open."""

    area: str
    question: str
    least: int
    most: int
    values: tuple[tuple[date, int | None], ...]


@dataclass(frozen=True, slots=True)
class ProgressDocument:
    """All that the paper shows; `speaks` is what its person speaks, as somebody typed it."""

    person: str
    printed_on: date
    asked: tuple[Asked, ...] = ()
    speaks: str = ""
