"""Training behind the figures of a programme: who came to do what by themselves."""

from datetime import date
from functools import cache
from uuid import UUID

from sqlalchemy import Select, func, select

from jobbpunkt.measures.result import Behind, Counted, Period
from jobbpunkt.register.asking import asked_once, given
from jobbpunkt.register.unit_of_work import Reading
from models.training import TrainingLevel, TrainingUnit
from models.vocabulary import SkillLevel


def passed(uow: Reading, period: Period) -> Behind:
    """Return each unit that a person was first noted in the period to do alone, a row for each person and unit."""
    return Behind(uow, _alone(), _unit, period.values)


def people(uow: Reading, period: Period) -> int:
    """Count whose training stands behind the figure."""
    found = _people().first(uow, **period.values)
    return found[0] if found else 0


@asked_once
def _people() -> Select[int]:
    return select(func.count(func.distinct(_alone().subquery().c.person_id)))


@cache
def _alone() -> Select[UUID, UUID, str, date]:
    level, unit = TrainingLevel, TrainingUnit
    first = func.min(level.noted_on)
    query = select(level.unit_id, level.person_id, unit.name, first).join(unit, unit.id == level.unit_id)
    alone = query.where(level.level == SkillLevel.ALONE).group_by(level.unit_id, level.person_id, unit.name)
    return alone.having(first.between(given("first"), given("last")))


def _unit(unit: UUID, person: UUID, name: str, day: date) -> Counted:
    return Counted("training_unit", unit, day, name, person)
