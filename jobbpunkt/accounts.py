"""Who may sign in, with which roles, and which data keys that gives them.

Every change of access renews the user's key slot in the same transaction, and leaves a row in the history.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

from jobbpunkt import checks, history, keys
from jobbpunkt.changes import Change
from jobbpunkt.errors import InvalidInput, NotAllowed, UserError
from jobbpunkt.i18n import N_
from jobbpunkt.keys import HEALTH, PROTECTED, KdfCost, Slot
from jobbpunkt.permissions import Permission, keys_of
from jobbpunkt.reads import depends_on
from jobbpunkt.slots import SlotSet
from jobbpunkt.typed_access import check_login, check_password, tidy_login
from jobbpunkt.unit_of_work import UnitOfWork
from models.account import User
from models.vocabulary import HistoryAction, Role


@dataclass(frozen=True, slots=True)
class UserRow:
    """A user as an administrator sees them; which keys they hold is read from their slot, not from their roles."""

    id: UUID
    version: int
    login: str
    name: str
    roles: frozenset[Role]
    active: bool
    holds_health: bool
    holds_protected: bool


@dataclass(frozen=True, slots=True)
class NewUser:
    """What is typed about a new user; they change the first password themselves."""

    login: str
    name: str
    roles: frozenset[Role]
    password: str = field(repr=False)


@depends_on(User)
def users(uow: UnitOfWork) -> tuple[UserRow, ...]:
    """Return every user, those who may sign in first, by name."""
    uow.require(Permission.MANAGE_USERS)
    slots = uow.slots()
    rows = uow.session.scalars(select(User).order_by(User.active.desc(), User.name, User.login))
    return tuple(_row(user, slots.find(user.login)) for user in rows)


def add(uow: UnitOfWork, new: NewUser) -> Change:
    """Let a new user in, with the keys that their roles entitle to."""
    uow.require(Permission.MANAGE_USERS)
    check_login(new.login)
    check_password(new.password)
    slots, login = uow.slots(), tidy_login(new.login)
    if uow.session.scalar(select(User.id).where(User.login == login)) is not None:
        raise InvalidInput("There is already a user with the name {login}. Choose another.", field="login", login=login)
    user = uow.add(User(login=login, name=_name(new.name), roles=_roles(new.roles), active=True))
    uow.flush()
    _hand_keys(uow, slots, user, keys.make_slot(login, new.password, _kept(uow, new.roles), _cost(uow, slots)))
    return uow.change(user, N_("The user has been added."), undoable=False)


def change(uow: UnitOfWork, user_id: UUID, version: int, *, name: str, roles: frozenset[Role]) -> Change:
    """Give a user another name or other roles; their keys follow their roles."""
    uow.require(Permission.MANAGE_USERS)
    slots = uow.slots()
    user = uow.fresh(User, user_id, version)
    if Role.ADMINISTRATOR not in roles:
        _demand_another_administrator(uow, user)
    user.name, user.roles = _name(name), _roles(roles)
    slot = slots.find(user.login)
    if slot is not None and set(slot.sealed) != keys_of(roles):
        _take_keys(uow, user, slot, set(slot.sealed) - keys_of(roles))
        _hand_keys(uow, slots, user, keys.reseal(slot, _kept(uow, roles)), already=set(slot.sealed))
    return uow.change(user, N_("The user has been saved."), undoable=False)


def deactivate(uow: UnitOfWork, user_id: UUID, version: int) -> Change:
    """Let a user in no longer; what they have written stays under their name."""
    uow.require(Permission.MANAGE_USERS)
    slots = uow.slots()
    user = uow.fresh(User, user_id, version)
    _demand_another_administrator(uow, user)
    user.active = False
    slot = slots.find(user.login)
    if slot is not None:
        _take_keys(uow, user, slot, set(slot.sealed))
        uow.put_slots(slots.without(user.login))
    return uow.change(user, N_("The user can no longer sign in."), undoable=False)


def reset_password(uow: UnitOfWork, user_id: UUID, password: str) -> Change:
    """Give a user a new password when the old one is lost, or let a user in again who had been shut out."""
    uow.require(Permission.MANAGE_USERS)
    check_password(password)
    slots = uow.slots()
    user = uow.get(User, user_id)
    user.active = True
    held = _kept(uow, frozenset(map(Role.of, user.roles)))
    _hand_keys(uow, slots, user, keys.make_slot(user.login, password, held, _cost(uow, slots)))
    return uow.change(user, N_("The user has a new password."), undoable=False)


def _row(user: User, slot: Slot | None) -> UserRow:
    sealed = slot.sealed if slot else {}
    roles = frozenset(map(Role.of, user.roles))
    return UserRow(user.id, user.version, user.login, user.name, roles, user.active, HEALTH in sealed, PROTECTED in sealed)


def _name(typed: str) -> str:
    return checks.line(typed, field="name", longest=checks.NAME, required=True)


def _roles(roles: Collection[Role]) -> list[str]:
    if not roles:
        raise InvalidInput("Choose at least one role.", field="roles")
    return sorted(role.value for role in roles)


def _cost(uow: UnitOfWork, slots: SlotSet) -> KdfCost:
    """Return the cost of guessing that the administrator's own password has."""
    own = slots.find(uow.user.login)
    return own.cost if own is not None and own.cost is not None else KdfCost()


def _kept(uow: UnitOfWork, roles: frozenset[Role]) -> dict[str, bytes]:
    """Return the keys that `roles` entitle to; nobody can hand on a key that they do not hold."""
    held = uow.keyring.keys.named()
    wanted = keys_of(roles)
    if not wanted <= held.keys():
        raise NotAllowed("These roles need a key that you do not hold. Ask an administrator who holds it.")
    return {name: held[name] for name in wanted}


def _hand_keys(uow: UnitOfWork, slots: SlotSet, user: User, slot: Slot, already: Collection[str] = ()) -> None:
    uow.put_slots(slots.put(slot))
    _note(uow, HistoryAction.KEYS_GRANTED, user, set(slot.sealed) - set(already))


def _take_keys(uow: UnitOfWork, user: User, slot: Slot, names: set[str]) -> None:
    _note(uow, HistoryAction.KEYS_REVOKED, user, names & set(slot.sealed))


def _note(uow: UnitOfWork, action: HistoryAction, user: User, names: set[str]) -> None:
    if names:
        history.record(uow, action, noun=User.__tablename__, record_id=user.id, reason=", ".join(sorted(names)))


def _demand_another_administrator(uow: UnitOfWork, user: User) -> None:
    """Refuse to take away the last one who can let others in."""
    others = uow.session.scalars(select(User).where(User.active, User.id != user.id))
    if Role.ADMINISTRATOR.value in user.roles and not any(Role.ADMINISTRATOR.value in other.roles for other in others):
        raise UserError("This is the last administrator. Give somebody else that role first.")
