"""The matrix of a programme's training, its units, and a person's way through them."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt import work
from jobbpunkt.base.fields import taken
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.training.data import Matrix, Noted, Standing, Trainee, Unit
from jobbpunkt.training.fields import FIELDS, UnitData
from models.account import User
from models.training import TrainingLevel, TrainingUnit


@depends_on(TrainingUnit)
def units(uow: Reading, programme_id: UUID) -> tuple[Unit, ...]:
    """Return everything that a programme trains in or has trained in, in its order."""
    uow.require(Permission.SEE_WORK)
    rows = select(TrainingUnit).where(TrainingUnit.programme_id == programme_id)
    found = uow.session.scalars(rows.order_by(TrainingUnit.position, TrainingUnit.id))
    return tuple(Unit(row.id, row.version, UnitData(**taken(FIELDS, row))) for row in found)


@depends_on(TrainingLevel, TrainingUnit, User)
def matrix(uow: Reading, programme_id: UUID, day: date) -> Matrix:
    """Return how far those who take part on a day have come in what is trained then."""
    trained = tuple(one for one in units(uow, programme_id) if one.data.ended_on is None or one.data.ended_on >= day)
    trainees = tuple(Trainee(one.person_id, one.name) for one in work.group(uow, programme_id, day))
    return Matrix(trainees, trained, _standing(uow, programme_id))


def _standing(uow: Reading, programme_id: UUID) -> dict[tuple[UUID, UUID], Standing]:
    """Return the latest level of each person in each unit."""
    level = TrainingLevel
    query = (
        select(level.person_id, level.unit_id, level.level, level.noted_on, User.name)
        .join(TrainingUnit, TrainingUnit.id == level.unit_id)
        .join(User, User.id == level.noted_by)
        .where(TrainingUnit.programme_id == programme_id)
        .order_by(level.noted_on, level.id)
    )
    return {(person, unit): Standing(stands, on, by) for person, unit, stands, on, by in uow.session.execute(query)}


@depends_on(TrainingLevel, TrainingUnit, User)
def way(uow: Reading, programme_id: UUID, person_id: UUID) -> tuple[Noted, ...]:
    """Return every level that a person was noted at in a programme, by unit in its order, the first noted first."""
    gate.require_group(uow, Permission.SEE_WORK, person_id, programme_id)
    level, unit = TrainingLevel, TrainingUnit
    query = (
        select(level.id, unit.id, unit.name, unit.part, level.level, level.noted_on, User.name)
        .join(unit, unit.id == level.unit_id)
        .join(User, User.id == level.noted_by)
        .where(level.person_id == person_id, unit.programme_id == programme_id)
        .order_by(unit.position, unit.id, level.noted_on, level.id)
    )
    return tuple(Noted(*row) for row in uow.session.execute(query))
