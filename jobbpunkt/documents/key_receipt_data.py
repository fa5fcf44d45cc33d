"""What a key receipt holds; it knows no words."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class KeyReceiptDocument:
    """Which key, who has it, who handed it out and when; `speaks` is what the participant speaks, as somebody typed it."""

    key: str
    participant: str
    programme: str
    given_by: str
    phone: str
    given_on: date
    due_on: date | None = None
    returned_on: date | None = None
    speaks: str = ""
