"""Which role may do what: the one table that every service asks."""

from enum import Enum, auto
from types import MappingProxyType

from jobbpunkt.register.keys import HEALTH, PROTECTED, REGISTER
from models.vocabulary import Role


class Permission(Enum):
    """Something that a service lets a role do."""

    SEE_PEOPLE = auto()
    EDIT_PEOPLE = auto()
    SEE_NOTES = auto()
    SEE_PLANS = auto()  # and change them: there is nobody who only reads
    SEE_HEALTH = auto()
    SEE_PROTECTED = auto()
    SEE_CAMPAIGNS = auto()
    EDIT_CAMPAIGNS = auto()
    COUNT = auto()
    EDIT_EVENTS = auto()
    SEE_REPORTS = auto()
    SEE_PROGRAMME_REPORT = auto()
    SEE_WORK = auto()
    RECORD_WORK = auto()
    MANAGE_USERS = auto()
    MANAGE_REGISTER = auto()


_COACH = frozenset(Permission) - {Permission.MANAGE_USERS, Permission.MANAGE_REGISTER}
_LEAD = frozenset(
    {
        Permission.SEE_PEOPLE,
        Permission.SEE_CAMPAIGNS,
        Permission.EDIT_CAMPAIGNS,
        Permission.COUNT,
        Permission.EDIT_EVENTS,
        Permission.SEE_REPORTS,
        Permission.SEE_PROGRAMME_REPORT,
        Permission.SEE_WORK,
    }
)
# Who leads a programme's group sees and records its work and nothing else: of people the names of those who take part.
_SUPERVISOR = frozenset({Permission.SEE_WORK, Permission.RECORD_WORK, Permission.SEE_PROGRAMME_REPORT})
_ADMINISTRATOR = frozenset(
    {
        Permission.SEE_CAMPAIGNS,
        Permission.SEE_REPORTS,
        Permission.SEE_PROGRAMME_REPORT,
        Permission.MANAGE_USERS,
        Permission.MANAGE_REGISTER,
    }
)

ALLOWED = MappingProxyType(
    {Role.COACH: _COACH, Role.PROJECT_LEAD: _LEAD, Role.SUPERVISOR: _SUPERVISOR, Role.ADMINISTRATOR: _ADMINISTRATOR}
)

# Administrators keep the keys, because only a holder can hand a key on; their role still gives them no right to read.
KEYS_OF_ROLE = MappingProxyType(
    {
        Role.COACH: frozenset({REGISTER, HEALTH, PROTECTED}),
        Role.PROJECT_LEAD: frozenset({REGISTER}),
        Role.SUPERVISOR: frozenset({REGISTER}),
        Role.ADMINISTRATOR: frozenset({REGISTER, HEALTH, PROTECTED}),
    }
)


def allowed(roles: frozenset[Role], permission: Permission) -> bool:
    """Tell whether any of `roles` gives `permission`."""
    return any(permission in ALLOWED[role] for role in roles)


def keys_of(roles: frozenset[Role]) -> frozenset[str]:
    """Return the names of the data keys that `roles` entitle to."""
    return frozenset().union(*(KEYS_OF_ROLE[role] for role in roles))
