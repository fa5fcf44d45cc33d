"""From the key file of format 1 to the chain of members: made by the first administrator who signs in, for everybody.

The others keep their passwords and their drafts. Each is invited by a pair that signs one link: at their next sign-in they
sign a pair of their own with it. Until then what they are is what the first administrator signed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from jobbpunkt.register import identity, links, sealing
from jobbpunkt.register.folding import fold
from jobbpunkt.register.identity import Identity, Lock
from jobbpunkt.register.key_file import KeyFile, KeySet
from jobbpunkt.register.keys import KEY_NAMES, RECOVERY_LOGIN, DataKeys, Halves, Pair
from jobbpunkt.register.links import START, Kind
from jobbpunkt.register.members import RECOVERY, Members, Seen
from jobbpunkt.register.old_slots import OldKeyFile
from jobbpunkt.register.roster import linked, said_of, said_roles
from models.vocabulary import Role


@dataclass(frozen=True, slots=True)
class KnownUser:
    """A user as the database knows them: once, at the upgrade, that is believed, and signed by who makes it."""

    id: str
    login: str
    roles: frozenset[Role]
    active: bool


@dataclass(frozen=True, slots=True, repr=False)
class Foundation:
    """What a chain begins from: the founder with their roles, the data keys, and the recovery key where it is new."""

    founder: Identity
    roles: frozenset[Role]
    keys: DataKeys
    at: datetime
    recovery: Lock | None = None


def found(register_id: str, base: Foundation, salt: str) -> KeyFile:
    """Return the key file of a register with its founder, its first epoch, and its recovery key if that is given."""
    me = base.founder
    file = KeyFile(register_id, (), (KeySet(salt, base.keys.epoch, {}),), ())
    first = {"register": register_id, "login": me.login, "roles": said_roles(base.roles), **said_of(me.pair.halves)}
    told = {"n": 1, "prev": START, "kind": Kind.FOUND.value, "by": me.user, "at": base.at.isoformat(), **first}
    file = file.linked(links.sign(told, me.pair.signs))
    commits = sealing.commitments(register_id, base.keys)
    # The members are folded only once there is an epoch; what the second link needs of the first is its hash.
    second = {"n": 2, "prev": file.chain[0].digest, "kind": Kind.EPOCH.value, "by": me.user, "at": base.at.isoformat()}
    file = file.linked(links.sign({**second, "epoch": base.keys.epoch, "commits": commits}, me.pair.signs))
    if base.recovery is not None:
        new = identity.new(RECOVERY, RECOVERY_LOGIN, me.root, base.recovery)
        file = _appointed(file, base, RECOVERY, RECOVERY_LOGIN, frozenset(), new.pair.halves)
        file = file.put(replace(new, seen=_members(file, me).seen).slot(register_id))
    return _sealed(file, base)


def upgraded(old: OldKeyFile, base: Foundation, users: Iterable[KnownUser], salt: str) -> KeyFile:
    """Return the chain with all users of an old key file in it; those who may not sign in are in it as having left."""
    me, others = base.founder, [user for user in users if user.id != base.founder.user]
    file = found(old.register_id, base, salt)
    if base.recovery is None and old.find(RECOVERY_LOGIN) is not None:
        others.append(KnownUser(RECOVERY, RECOVERY_LOGIN, frozenset(), active=True))
    for user in others:
        slot = old.find(user.login)
        halves = Pair.new().halves
        if slot is not None and user.active:
            kept, signs = identity.invitation(slot, user.id, old.register_id, me.root, _members(file, me).seen)
            halves, file = Halves(signs, slot.public), file.put(kept)
        file = _appointed(file, base, user.id, user.login, user.roles, halves)
        if slot is None or not user.active:
            file = linked(file, _members(file, me), me, Kind.LEAVE, at=base.at.isoformat(), user=user.id)
    return _sealed(file, base)


def may_upgrade(keys: DataKeys, roles: frozenset[Role]) -> bool:
    """Tell whether somebody can make the chain: an administrator who holds every key, so that all go on with theirs."""
    return Role.ADMINISTRATOR in roles and set(KEY_NAMES) <= keys.named().keys()


def _appointed(file: KeyFile, base: Foundation, user: str, login: str, roles: frozenset[Role], halves: Halves) -> KeyFile:
    told = {"user": user, "login": login, "roles": said_roles(roles), **said_of(halves)}
    return linked(file, _members(file, base.founder), base.founder, Kind.APPOINT, at=base.at.isoformat(), **told)


def _sealed(file: KeyFile, base: Foundation) -> KeyFile:
    """Seal the data keys to every member, and let the founder's slot pin the chain."""
    members = _members(file, base.founder)
    for user, seals in sealing.seal_all(members, base.keys).items():
        file = file.sealed(user, base.keys.epoch, seals)
    return file.put(replace(base.founder, seen=members.seen).slot(file.register_id))


def _members(file: KeyFile, founder: Identity) -> Members:
    seen = Seen(len(file.chain), file.chain[-1].digest)  # every link of it was signed just now
    return fold(file.chain, file.register_id, founder.root, seen)
