"""How the words of a consent are stored: as JSON, sealed with the health key where a consent itself tells of health."""

import json
from typing import Any

from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.register.vault import is_sealed
from models.consent import Consent
from models.types import SealedText
from models.vocabulary import ConsentPurpose

SEALED = frozenset({ConsentPurpose.HEALTH_PLAN})
_PLACE = {"table": Consent.__tablename__, "column": "body"}


def write(uow: Reading, row: Consent, values: dict[str, Any]) -> None:
    """Put `values` into the row's body."""
    text = json.dumps(values, ensure_ascii=False, sort_keys=True)
    row.body = uow.vault.health.seal(text, row=row.id, **_PLACE) if row.purpose in SEALED else SealedText(text)


def read(uow: Reading, row: Consent) -> dict[str, Any]:
    """Return the values in the row's body; NotAllowed when they are sealed and the user holds no health key."""
    text = uow.vault.health.open(row.body, row=row.id, **_PLACE) if is_sealed(row.body) else row.body
    values: dict[str, Any] = json.loads(text)
    return values
