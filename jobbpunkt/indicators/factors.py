"""The sub-questions of an indicator: which way each moved a year's result, and what is done about it."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import N_
from jobbpunkt.indicators import percent
from jobbpunkt.register import naming
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.indicator import Indicator, IndicatorFactor
from models.vocabulary import Effect


@dataclass(frozen=True, slots=True)
class FactorData:
    """What is typed about a sub-question."""

    year: int
    question: str
    effect: Effect
    share: Decimal | None = None
    action: str = ""


def add_factor(uow: Writing, indicator_id: UUID, data: FactorData) -> Change:
    """Add a sub-question of an indicator."""
    uow.require(Permission.EDIT_EVENTS)
    row = IndicatorFactor(indicator_id=uow.get(Indicator, indicator_id).id)
    _write(uow, row, data)
    return uow.change(uow.add(row), N_("The sub-question has been added."))


def change_factor(uow: Writing, factor_id: UUID, version: int, data: FactorData) -> Change:
    """Put a sub-question right."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(IndicatorFactor, factor_id, version)
    _write(uow, row, data)
    return uow.change(row, N_("The sub-question has been saved."))


def remove_factor(uow: Writing, factor_id: UUID, version: int) -> Change:
    """Take a sub-question away; it can be undone."""
    uow.require(Permission.EDIT_EVENTS)
    uow.remove(uow.fresh(IndicatorFactor, factor_id, version))
    return uow.change_of(factor_id, N_("The sub-question has been removed."))


def _write(uow: Reading, row: IndicatorFactor, data: FactorData) -> None:
    question = checks.line(data.question, field="question", required=True)
    year = checks.year(data.year, field="year")
    others = select(IndicatorFactor.id, IndicatorFactor.question).where(
        IndicatorFactor.indicator_id == row.indicator_id, IndicatorFactor.year == year
    )
    if naming.is_taken(uow, others, question, row.id):
        raise InvalidInput("This sub-question stands in that year already. Change its line instead.", field="question")
    if data.share is not None:
        percent.demand(data.share, field="share")
    row.year, row.question, row.effect = data.year, question, data.effect
    row.share = None if data.share is None else float(data.share)
    row.action = checks.text(data.action, field="action", longest=checks.NOTE)
