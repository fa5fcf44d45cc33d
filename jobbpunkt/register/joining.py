"""What a sign-in itself changes in the key file: the upgrade from format 1, a pair of one's own, and what one has seen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from jobbpunkt.base.errors import UserError, stale
from jobbpunkt.register import identity
from jobbpunkt.register.entering import Entry
from jobbpunkt.register.folding import fold
from jobbpunkt.register.identity import Lock
from jobbpunkt.register.keyring import Keyring, Standing
from jobbpunkt.register.keys import Pair
from jobbpunkt.register.links import Kind
from jobbpunkt.register.members import Members
from jobbpunkt.register.old_slots import OldKeyFile
from jobbpunkt.register.roster import Roster, said_of
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.register.upgrading import Foundation, KnownUser, may_upgrade, upgraded
from models.vocabulary import Role


@dataclass(frozen=True, slots=True)
class WhoHasWhat:
    """Users with their roles, as a field of a sentence."""

    users: tuple[tuple[str, frozenset[Role]], ...]

    def text(self, words: Callable[..., str]) -> str:
        """Return them in the language of `words`."""
        return "; ".join(f"{login}: {_said(roles, words)}" for login, roles in self.users)


def _said(roles: frozenset[Role], words: Callable[..., str]) -> str:
    return ", ".join(sorted(words(role.label) for role in roles)) or "–"


def settle(uow: Writing, entry: Entry, users: Iterable[KnownUser]) -> tuple[Keyring, tuple[UserError, ...]]:
    """Change in the key file what signing in changes, in the transaction that notes it; return the keys to go on with.

    With them what the user should be told about it.
    """
    if isinstance(entry.file, OldKeyFile):
        return _upgrade(uow, entry, entry.file, tuple(users))
    standing = entry.keyring.standing
    if standing is None:
        raise TypeError(type(entry.file))
    if entry.renewed is not None:
        if uow.key_file() != entry.file:
            raise stale()
        uow.put_key_file(entry.renewed, standing.members.seen)
    elif standing.identity.invited:
        return replace(entry.keyring, standing=_with_own_pair(uow, standing)), ()
    elif standing.identity.seen != standing.members.seen:
        return replace(entry.keyring, standing=Roster(uow).save()), ()
    return entry.keyring, ()


def told_apart(members: Members, users: Iterable[KnownUser]) -> tuple[UserError, ...]:
    """Say whose roles in the database are not those that were signed; what was signed holds."""
    apart = [user for user in users if user.id in members.people and user.roles != members.people[user.id].roles]
    if not apart:
        return ()
    signed = tuple((user.login, members.people[user.id].roles) for user in apart)
    return (
        UserError(
            "Somebody has changed roles outside the program, and those changes do not count. These roles hold:"
            " {who}. Open and save each of these users once in the settings, and find out who can write to the"
            " register.",
            who=WhoHasWhat(signed),
        ),
    )


def _with_own_pair(uow: Writing, standing: Standing) -> Standing:
    """Sign a pair of one's own with the one that the upgrade made; the password and the own secret stay."""
    roster, me = Roster(uow), standing.identity
    own = me.renewed(Pair.new())
    roster.sign(Kind.SUCCEED, user=me.user, **said_of(own.pair.halves))
    roster.seal_own()
    return roster.save(own)


def _upgrade(uow: Writing, entry: Entry, old: OldKeyFile, users: tuple[KnownUser, ...]) -> tuple[Keyring, tuple[UserError, ...]]:
    me = next((user for user in users if user.login == entry.login), None)
    if me is None or not may_upgrade(entry.keyring.keys, me.roles):
        if entry.successor is not None:
            raise UserError(
                "An administrator must open the register first, with a password or with the recovery key: it is from an older"
                " version of the program."
            )
        return entry.keyring, ()
    if uow.any_key_file() != old:
        raise stale()
    # Whoever comes with the recovery key has not opened their own secret, and gets a new one.
    founder = identity.founder(me.id, me.login, entry.lock, entry.keyring.keys.own if entry.successor is None else None)
    recovery = Lock.of_recovery(entry.successor.secret) if entry.successor is not None else None
    base = Foundation(founder, me.roles, entry.keyring.keys, uow.clock.now(), recovery)
    file = upgraded(old, base, users, entry.keyring.slots.salt)
    members = fold(file.chain, file.register_id, founder.root)
    standing = Standing(replace(founder, seen=members.seen), members)
    uow.put_key_file(file, standing.members.seen)
    held = replace(entry.keyring.keys, own=founder.own)
    return Keyring(held, entry.keyring.slots, standing), (_signed(members),)


def _signed(members: Members) -> UserError:
    users = tuple((one.login, one.roles) for one in members.people.values() if one.active and not one.is_recovery)
    return UserError(
        "From now on administrators sign the list of who may sign in to this register. You have just signed it:"
        " {who}. If something is wrong, change it now in the settings.",
        who=WhoHasWhat(users),
    )
