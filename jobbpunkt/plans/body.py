"""How the words of a plan are stored: as JSON, and for a health plan sealed with the health key."""

import json
from typing import Any

from jobbpunkt.unit_of_work import UnitOfWork
from jobbpunkt.vault import is_sealed
from models.plan import Plan, PlanGoal, PlanMilestone, PlanRating, PlanReview, PlanStep
from models.types import SealedText
from models.vocabulary import PlanKind

Written = Plan | PlanGoal | PlanMilestone | PlanStep | PlanRating | PlanReview
_COLUMN = "body"


def write(uow: UnitOfWork, kind: PlanKind, row: Written, values: dict[str, Any]) -> None:
    """Put `values` into the row's body; unchanged values are left as they are, so that no change is told of them."""
    text = json.dumps(values, ensure_ascii=False, sort_keys=True)
    if row.body is not None and _text(uow, row) == text:
        return
    if kind is PlanKind.HEALTH:
        row.body = uow.vault.health.seal(text, table=row.__tablename__, row=row.id, column=_COLUMN)
    else:
        row.body = SealedText(text)


def read(uow: UnitOfWork, row: Written) -> dict[str, Any]:
    """Return the values in the row's body; NotAllowed when they are sealed and the user holds no health key."""
    values: dict[str, Any] = json.loads(_text(uow, row))
    return values


def _text(uow: UnitOfWork, row: Written) -> str:
    if is_sealed(row.body):
        return uow.vault.health.open(row.body, table=row.__tablename__, row=row.id, column=_COLUMN)
    return row.body
