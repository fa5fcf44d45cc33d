"""Whether a name is taken: names that differ in capitals or accents alone are one, which no database compares alike."""

from uuid import UUID

from sqlalchemy import Select

from jobbpunkt.register.index import fold
from jobbpunkt.register.unit_of_work import Reading


def is_taken(uow: Reading, others: Select[UUID, str], name: str, itself: UUID | None) -> bool:
    """Tell whether one of `others`, asked for as key and name, has this name and is not the row `itself`."""
    return any(fold(other) == fold(name) and key != itself for key, other in uow.session.execute(others))
