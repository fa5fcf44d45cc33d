"""The accepted lines as they are kept, and back again; sealed for protected people."""

import json
from datetime import date
from typing import Any
from uuid import UUID

from jobbpunkt.certificates.data import Line, LineKind
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.register.vault import is_sealed
from models.certificate import Certificate
from models.person import Person
from models.types import SealedText
from models.vocabulary import Protection

_PLACE = {"table": Certificate.__tablename__, "column": "content"}


def kept(uow: Reading, certificate_id: UUID, person_id: UUID, lines: tuple[Line, ...]) -> SealedText:
    """Return lines as JSON, sealed where their person is protected."""
    text = json.dumps([_item(line) for line in lines], ensure_ascii=False)
    if uow.get(Person, person_id).protection is Protection.NONE:
        return SealedText(text)
    return uow.vault.protected.seal(text, row=certificate_id, **_PLACE)


def lines(uow: Reading, row: Certificate) -> tuple[Line, ...]:
    """Return the lines of a certificate; NotAllowed where they are sealed and the key is not there."""
    text = row.content
    if is_sealed(text):
        text = SealedText(uow.vault.protected.open(text, row=row.id, **_PLACE))
    return tuple(_line(item) for item in json.loads(text))


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
