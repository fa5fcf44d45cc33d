"""What exists for whom: what belongs to protected people, and plans for better health."""

from sqlalchemy import ColumnElement, and_, exists, select

from jobbpunkt.base.errors import NotAllowed
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from models.person import Person
from models.plan import Plan
from models.vocabulary import PlanKind, Protection


def sees_protected(uow: Reading) -> bool:
    """Tell whether the signed-in user has both the right and the key."""
    return uow.user.may(Permission.SEE_PROTECTED) and uow.vault.protected.open_to_user


def require_protected(uow: Reading) -> None:
    """Refuse whoever lacks the right or the key."""
    uow.require(Permission.SEE_PROTECTED)
    if not uow.vault.protected.open_to_user:
        raise NotAllowed(uow.vault.protected.refusal)


def visible(uow: Reading) -> ColumnElement[bool]:
    """Return the condition on Person that lists of what belongs to people must ask for."""
    return visible_if(sees=sees_protected(uow))


def visible_if(*, sees: bool) -> ColumnElement[bool]:
    """Return the same for a query that is built once, for users who see protected people or do not."""
    present = Person.removed.is_(False)
    return present if sees else and_(present, Person.protection == Protection.NONE)


def sees_health(uow: Reading) -> bool:
    """Tell whether health plans exist for the signed-in user."""
    return uow.user.may(Permission.SEE_HEALTH) and uow.vault.health.open_to_user


def visible_plans(uow: Reading) -> ColumnElement[bool]:
    """Return the condition on Plan that every list and count of plans must ask for."""
    return visible_plans_if(sees=sees_protected(uow), health=sees_health(uow))


def visible_plans_if(*, sees: bool, health: bool) -> ColumnElement[bool]:
    """Return the same for a query that is built once, for users who see protected people, or health plans, or do not."""
    # Asked of each plan's own person: a list of all people would be made anew for every question.
    known = exists(select(Person.id).where(Person.id == Plan.person_id, visible_if(sees=sees)).correlate(Plan))
    return known if health else and_(known, Plan.kind != PlanKind.HEALTH)
