"""The accepted lines as they are kept, and back again."""

import json
from datetime import date
from typing import Any

from jobbpunkt.certificates.data import Line, LineKind
from models.certificate import Certificate
from models.types import SealedText


def kept(lines: tuple[Line, ...]) -> SealedText:
    """Return lines as JSON."""
    return SealedText(json.dumps([_item(line) for line in lines], ensure_ascii=False))


def lines(row: Certificate) -> tuple[Line, ...]:
    """Return the lines of a certificate."""
    return tuple(_line(item) for item in json.loads(row.content))


def _item(line: Line) -> dict[str, Any]:
    values = {
        "kind": line.kind.value,
        "what": line.what,
        "first": line.first.isoformat() if line.first else None,
        "last": line.last.isoformat() if line.last else None,
        "amount": line.amount,
    }
    return {name: value for name, value in values.items() if value not in {None, ""}}


def _line(item: dict[str, Any]) -> Line:
    days = {name: date.fromisoformat(item[name]) for name in ("first", "last") if name in item}
    return Line(LineKind(item["kind"]), item.get("what", ""), amount=item.get("amount"), **days)
