"""How the words of a plan are stored: as JSON, and for a health plan sealed with the health key."""

import json
from typing import Any

from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.register.vault import is_sealed
from models.plan import (
    Plan,
    PlanCompletion,
    PlanGoal,
    PlanMilestone,
    PlanRating,
    PlanReview,
    PlanSignature,
    PlanStep,
    PlanVersion,
)
from models.types import SealedText
from models.vocabulary import PlanKind

Written = Plan | PlanCompletion | PlanGoal | PlanMilestone | PlanStep | PlanRating | PlanReview | PlanVersion
_COLUMN, _NAME = "body", "name"


def write(uow: Reading, kind: PlanKind, row: Written, values: dict[str, Any]) -> None:
    """Put `values` into the row's body; unchanged values are left as they are, so that no change is told of them."""
    said = json.dumps(values, ensure_ascii=False, sort_keys=True)
    if row.body is not None and text(uow, row) == said:
        return
    row.body = stored(uow, kind, row, said)


def stored(uow: Reading, kind: PlanKind, row: Written, said: str) -> SealedText:
    """Return a text as the row's body holds it."""
    if kind is PlanKind.HEALTH:
        return uow.vault.health.seal(said, table=row.__tablename__, row=row.id, column=_COLUMN)
    return SealedText(said)


def close(uow: Reading, kind: PlanKind, row: PlanSignature, name: str) -> None:
    """Put the name of who signed into a row; of a health plan sealed, since an interpreter's name tells of who was helped."""
    sealed = kind is PlanKind.HEALTH and name
    row.name = uow.vault.health.seal(name, table=row.__tablename__, row=row.id, column=_NAME) if sealed else SealedText(name)


def signed(uow: Reading, row: PlanSignature) -> str:
    """Return the name of who signed."""
    return uow.vault.health.open(row.name, table=row.__tablename__, row=row.id, column=_NAME) if is_sealed(row.name) else row.name


def read(uow: Reading, row: Written) -> dict[str, Any]:
    """Return the values in the row's body; NotAllowed when they are sealed and the user holds no health key."""
    values: dict[str, Any] = json.loads(text(uow, row))
    return values


def text(uow: Reading, row: Written) -> str:
    """Return the row's body as it was before it was sealed."""
    if is_sealed(row.body):
        return uow.vault.health.open(row.body, table=row.__tablename__, row=row.id, column=_COLUMN)
    return row.body
