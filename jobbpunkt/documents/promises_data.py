"""What the paper of promises holds; it knows no words."""

from dataclasses import dataclass
from datetime import date

from models.vocabulary import Responsible


@dataclass(frozen=True, slots=True)
class Promised:
    """What somebody said they would do, by when, and the day when it was done."""

    text: str
    responsible: Responsible = Responsible.PARTICIPANT
    who: str = ""
    due: date | None = None
    done: date | None = None


@dataclass(frozen=True, slots=True)
class PromisesDocument:
    """All that the paper shows; `speaks` is what its person speaks, as somebody typed it."""

    person: str
    printed_on: date
    promises: tuple[Promised, ...] = ()
    speaks: str = ""
