"""Who may open what belongs to protected people."""

from sqlalchemy import ColumnElement, and_

from jobbpunkt.errors import NotAllowed
from jobbpunkt.permissions import Permission
from jobbpunkt.unit_of_work import UnitOfWork
from models.person import Person
from models.vocabulary import Protection


def sees_protected(uow: UnitOfWork) -> bool:
    """Tell whether the signed-in user has both the right and the key."""
    return uow.user.may(Permission.SEE_PROTECTED) and uow.vault.protected.open_to_user


def require_protected(uow: UnitOfWork) -> None:
    """Refuse whoever lacks the right or the key."""
    uow.require(Permission.SEE_PROTECTED)
    if not uow.vault.protected.open_to_user:
        raise NotAllowed(uow.vault.protected.refusal)


def visible(uow: UnitOfWork) -> ColumnElement[bool]:
    """Return the condition on Person that lists of what belongs to people must ask for."""
    present = Person.removed.is_(False)
    return present if sees_protected(uow) else and_(present, Person.protection == Protection.NONE)
