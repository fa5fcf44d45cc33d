"""Who may sign in, with which roles, and which data keys that gives them.

Every change of access renews the user's key slot in the same transaction, and leaves a row in the history.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.ids import new_id
from jobbpunkt.base.words import N_
from jobbpunkt.register import due, identity, server_login
from jobbpunkt.register.identity import Identity, Lock
from jobbpunkt.register.key_file import KeyFile
from jobbpunkt.register.keys import HEALTH, PROTECTED, KdfCost
from jobbpunkt.register.links import Kind
from jobbpunkt.register.members import Member
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.roster import Roster, members_now, said_of, said_roles
from jobbpunkt.register.typed_access import check_login, check_password, tidy_login
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.account import User
from models.vocabulary import HistoryAction, Role


@dataclass(frozen=True, slots=True)
class UserRow:
    """A user as an administrator sees them: their roles as they were signed, and which keys are sealed to them.

    `asked` are roles that an administrator wants besides, which only another one can give them.
    """

    id: UUID
    version: int
    login: str
    name: str
    phone: str
    roles: frozenset[Role]
    active: bool
    holds_health: bool
    holds_protected: bool
    asked: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class OwnPhone:
    """One's own telephone, and the version of the user that it was read from."""

    version: int
    phone: str


@dataclass(frozen=True, slots=True)
class NewUser:
    """What is typed about a new user; they change the first password themselves."""

    login: str
    name: str
    roles: frozenset[Role]
    password: str = field(repr=False)
    phone: str = ""


@depends_on(User)
def users(uow: Reading) -> tuple[UserRow, ...]:
    """Return every user, those who may sign in first, by name."""
    uow.require(Permission.MANAGE_USERS)
    rows = uow.session.scalars(select(User).order_by(User.active.desc(), User.name, User.login))
    if uow.keyring.standing is None:
        return tuple(_row(user, frozenset(map(Role.of, user.roles)), frozenset(), ()) for user in rows)
    file = uow.key_file()
    members = members_now(uow, file)
    return tuple(_signed_row(user, members.people.get(str(user.id)), file, uow.keyring.keys.epoch) for user in rows)


def add(uow: Writing, new: NewUser) -> Change:
    """Let a new user in, with the keys that their roles entitle to."""
    uow.require(Permission.MANAGE_USERS)
    check_login(new.login)
    check_password(new.password)
    roster, login = Roster(uow), tidy_login(new.login)
    if uow.session.scalar(select(User.id).where(User.login == login)) is not None:
        raise InvalidInput("There is already a user with the name {login}. Choose another.", field="login", login=login)
    roles, user_id = _roles(new.roles), new_id()
    row = User(id=user_id, login=login, name=_name(new.name), roles=roles, active=True, phone=_phone(new.phone))
    user = uow.add(row)
    uow.flush()
    if (orphan := roster.members.find(login)) is not None:  # signed by a program that ended before the row stood
        roster.sign(Kind.LEAVE, user=orphan.id)
    _appoint(roster, user, identity.new(str(user_id), login, roster.members.root, _lock(roster, uow, new.password)), new.roles)
    roster.save()
    _note(uow, HistoryAction.KEYS_GRANTED, user, roster.members.member(str(user_id)).keys)
    server_login.make(uow, user, new.password)
    return uow.change(user, N_("The user has been added."), undoable=False)


def change(uow: Writing, user_id: UUID, version: int, *, name: str, roles: frozenset[Role], phone: str) -> Change:
    """Give a user another name, telephone or other roles; their keys follow their roles.

    An administrator who gives themselves a role asks another administrator for it, where there is one.
    """
    uow.require(Permission.MANAGE_USERS)
    roster = Roster(uow)
    user = uow.fresh(User, user_id, version)
    member = _member(roster, user)
    wanted = _roles(roles)
    if Role.ADMINISTRATOR not in roles and member.administers:
        _demand_another_administrator(roster, member)
    user.name, user.phone = _name(name), _phone(phone)
    if member.id == str(uow.user.id) and roles - member.roles and roster.members.other_administrators(member.id):
        return _ask(uow, roster, user, member, roles)
    user.roles = wanted
    if member.active and (roles != member.roles or member.asked):
        before = member.keys
        roster.sign(Kind.ROLES, user=member.id, roles=said_roles(roles))
        after = roster.members.member(member.id).keys
        if before != after:
            roster.seal(member.id)
        roster.save()
        if before - after or member.roles - roles:
            due.note(uow)
        _note(uow, HistoryAction.KEYS_REVOKED, user, before - after)
        _note(uow, HistoryAction.KEYS_GRANTED, user, after - before)
    if user.active:
        server_login.make(uow, user)
    return uow.change(user, N_("The user has been saved."), undoable=False)


def answer_asked(uow: Writing, user_id: UUID, version: int, *, give: bool) -> Change:
    """Give another administrator the roles that they asked for, or say no; nobody answers themselves."""
    uow.require(Permission.MANAGE_USERS)
    members = members_now(uow, uow.key_file())
    user = uow.fresh(User, user_id, version)
    asked = members.people.get(str(user_id))
    if asked is None or not asked.asked or user_id == uow.user.id:
        raise UserError("Nothing is asked for that you can answer. Refresh the list of users.")
    roles = asked.roles | asked.asked if give else asked.roles
    if give:
        reason = ", ".join(said_roles(asked.asked))
        uow.note(HistoryAction.ROLES_CONFIRMED, noun=User.__tablename__, record_id=user.id, reason=reason)
    return change(uow, user_id, version, name=user.name, roles=roles, phone=user.phone)


@depends_on(User)
def own_phone(uow: Reading) -> OwnPhone:
    """Return the telephone under which the signed-in user is reached at work."""
    user = uow.get(User, uow.user.id)
    return OwnPhone(user.version, user.phone)


def set_own_phone(uow: Writing, version: int, phone: str) -> Change:
    """Say under which telephone one is reached at work oneself; the papers that people take home show it."""
    user = uow.fresh(User, uow.user.id, version)
    user.phone = _phone(phone)
    return uow.change(user, N_("Your telephone has been saved."), undoable=False)


def deactivate(uow: Writing, user_id: UUID, version: int) -> Change:
    """Let a user in no longer; what they have written stays under their name."""
    uow.require(Permission.MANAGE_USERS)
    roster = Roster(uow)
    user = uow.fresh(User, user_id, version)
    member = roster.members.people.get(str(user_id))
    user.active = False
    if member is not None and member.active:
        if member.administers:
            _demand_another_administrator(roster, member)
        roster.sign(Kind.LEAVE, user=member.id)
        roster.take_out(member.id)
        roster.save()
        due.note(uow)
        _note(uow, HistoryAction.KEYS_REVOKED, user, member.keys)
    server_login.stop(uow, user)
    return uow.change(user, N_("The user can no longer sign in."), undoable=False)


def reset_password(uow: Writing, user_id: UUID, password: str) -> Change:
    """Give a user a new password when the old one is lost, or let a user in again who had been shut out, with the same roles."""
    uow.require(Permission.MANAGE_USERS)
    check_password(password)
    if user_id == uow.user.id:
        raise UserError("Change your own password under Password, with the one you have now.")
    roster = Roster(uow)
    user = uow.get(User, user_id)
    member = _member(roster, user)
    user.active = True
    fresh = identity.new(member.id, member.login, roster.members.root, _lock(roster, uow, password))
    if member.active:
        roster.sign(Kind.RESET, user=member.id, **said_of(fresh.pair.halves))
        _hand_over(roster, fresh)
        due.note(uow)
    else:
        _appoint(roster, user, fresh, member.roles)
    roster.save()
    _note(uow, HistoryAction.KEYS_GRANTED, user, roster.members.member(member.id).keys)
    uow.note(HistoryAction.PASSWORD_RESET, noun=User.__tablename__, record_id=user.id)
    server_login.make(uow, user, password)
    return uow.change(user, N_("The user has a new password."), undoable=False)


def _row(user: User, roles: frozenset[Role], asked: frozenset[Role], sealed: Collection[str]) -> UserRow:
    held = HEALTH in sealed, PROTECTED in sealed
    return UserRow(user.id, user.version, user.login, user.name, user.phone, roles, user.active, *held, asked)


def _signed_row(user: User, member: Member | None, file: KeyFile, epoch: int) -> UserRow:
    if member is None:  # put into the register outside the program: nothing was signed
        return _row(user, frozenset(), frozenset(), ())
    sealed = next((one.seals.get(member.id, {}) for one in file.sets if one.epoch == epoch), {})
    return _row(user, member.roles, member.asked, sealed if member.active else ())


def _name(typed: str) -> str:
    return checks.line(typed, field="name", longest=checks.NAME, required=True)


def _phone(typed: str) -> str:
    return checks.phone(typed, field="phone")


def _roles(roles: Collection[Role]) -> list[str]:
    if not roles:
        raise InvalidInput("Choose at least one role.", field="roles")
    return sorted(role.value for role in roles)


def _lock(roster: Roster, uow: Reading, password: str) -> Lock:
    """Return a lock whose cost of guessing is that of the administrator's own password."""
    own = roster.file.of_user(str(uow.user.id))
    return Lock.new(password, own.cost if own is not None and own.cost is not None else KdfCost())


def _member(roster: Roster, user: User) -> Member:
    """Return who the user is in the chain of members; refuses a row that nobody signed, or under a name that nobody did."""
    member = roster.members.people.get(str(user.id))
    if member is None or member.login != user.login:
        raise UserError(
            "Somebody has put the user {login} into the register outside the program. Shut them out, and add them as a new user.",
            login=user.login,
        )
    return member


def _appoint(roster: Roster, user: User, new: Identity, roles: frozenset[Role]) -> None:
    halves = said_of(new.pair.halves)
    roster.sign(Kind.APPOINT, user=str(user.id), login=user.login, roles=said_roles(roles), **halves)
    _hand_over(roster, new)


def _hand_over(roster: Roster, new: Identity) -> None:
    roster.seal(new.user)
    roster.put(replace(new, seen=roster.members.seen).slot(roster.file.register_id))


def _ask(uow: Writing, roster: Roster, user: User, member: Member, roles: frozenset[Role]) -> Change:
    """Ask for roles of one's own; those that are given up are given up at once."""
    if not roles >= member.roles:
        roster.sign(Kind.ROLES, user=member.id, roles=said_roles(member.roles & roles))
        user.roles = said_roles(member.roles & roles)
    roster.sign(Kind.PROPOSE, user=member.id, roles=said_roles(roles))
    roster.save()
    reason = ", ".join(said_roles(roles - member.roles))
    uow.note(HistoryAction.ROLES_ASKED, noun=User.__tablename__, record_id=user.id, reason=reason)
    return uow.change(user, N_("Another administrator must confirm your new role, in the list of users."), undoable=False)


def _note(uow: Writing, action: HistoryAction, user: User, names: Collection[str]) -> None:
    if names:
        uow.note(action, noun=User.__tablename__, record_id=user.id, reason=", ".join(sorted(names)))


def _demand_another_administrator(roster: Roster, member: Member) -> None:
    """Refuse to take away the last one who can let others in."""
    if not roster.members.other_administrators(member.id):
        raise UserError("This is the last administrator. Give somebody else that role first.")
