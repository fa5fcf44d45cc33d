"""Where a history ended, as it stands on paper and is typed again: the number, and as much of the hash as nobody can forge."""

import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from jobbpunkt.base.errors import UserError
from jobbpunkt.register import chain
from jobbpunkt.register.chain import START, Head
from models.history import HistoryEntry

_SHORT, _WHOLE = 16, 64  # digits: whoever wanted another history that ends so would have to try 2 to the 64
# Words may stand before it and any mark between, as on the report that it is copied from.
_SPELLED = re.compile(r"\D*(\d{1,18})\s*[:·,.;\s]\s*([0-9a-f\s]+)", re.IGNORECASE)


def short(head: Head) -> str:
    """Return the beginning of a head's hash, as it is printed."""
    return head.hash[:_SHORT]


def read(text: str) -> Head:
    """Return the head that somebody typed from a check, a receipt or a report; its hash may be only the printed beginning."""
    found = _SPELLED.fullmatch(text.strip())
    digits = re.sub(r"\s", "", found[2]).lower() if found is not None else ""
    if found is None or not _SHORT <= len(digits) <= _WHOLE:
        raise UserError(
            "{head} is not where a history ends. Copy it from an earlier check, a receipt or the foot of a yearly report:"
            " NUMBER:HASH.",
            head=text,
        )
    return Head(int(found[1]), digits)


def goes_through(session: Session, anchor: Head) -> bool:
    """Tell whether the history still holds the entry that was its last when `anchor`, whole or short, was noted."""
    if len(anchor.hash) == _WHOLE:
        return chain.goes_through(session, anchor)
    found = session.scalar(select(HistoryEntry.hash).where(HistoryEntry.number == anchor.number))
    return (found or START).startswith(anchor.hash)
