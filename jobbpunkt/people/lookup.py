"""Finding one person by what somebody would type on a command line, and what people already chosen are called."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, select

from jobbpunkt.base.errors import NotFound
from jobbpunkt.people.names import PersonName, names
from jobbpunkt.register.finding import Hit, find
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.shield import visible
from jobbpunkt.register.unit_of_work import Reading
from models.person import Person


def person(uow: Reading, typed: str) -> UUID:
    """Return the id of the person whose id or reference number was typed; NotFound when there is none."""
    uow.require(Permission.SEE_PEOPLE)
    wanted = _condition(typed.strip())
    found = uow.session.scalar(select(Person.id).where(wanted, Person.removed.is_(False))) if wanted is not None else None
    if found is None:
        raise NotFound("There is nobody with the id {typed}. See the list of people for their ids.", typed=typed[:60])
    return found


def called(uow: Reading, ids: Collection[UUID]) -> dict[UUID, PersonName]:
    """Return what people whose ids are known are called; who is no longer in the register is left out."""
    uow.require(Permission.SEE_PEOPLE)
    present = uow.session.scalars(select(Person.id).where(Person.id.in_(set(ids)), Person.removed.is_(False)))
    return names(uow, present.all())


def meant(uow: Reading, typed: str, *, limit: int) -> tuple[Hit, ...]:
    """Return the first people whom the words find, of those for whom the user may do something.

    Protected people are among them only with the right and the open key; nobody else's place is taken by those who are not.
    """
    uow.require(Permission.SEE_PEOPLE)
    return find(uow, typed, kinds={"person"}, about=visible(uow), limit=limit)


def _condition(typed: str) -> ColumnElement[bool] | None:
    if typed.isascii() and typed.isdigit() and len(typed) <= 9:
        return Person.reference == int(typed)
    try:
        return Person.id == UUID(typed)
    except ValueError:
        return None
