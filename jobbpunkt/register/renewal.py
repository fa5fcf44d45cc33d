"""New data keys for a register: made, committed to by a signed link, and sealed to every member who has not left."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from jobbpunkt.base.errors import NotAllowed, UserError
from jobbpunkt.register import keys, sealing
from jobbpunkt.register.folding import fold
from jobbpunkt.register.key_file import KeyFile, KeySet
from jobbpunkt.register.keyring import Keyring, Standing
from jobbpunkt.register.keys import KEY_NAMES, DataKeys
from jobbpunkt.register.links import Kind
from jobbpunkt.register.members import Members
from jobbpunkt.register.older_keys import SEALING
from jobbpunkt.register.roster import linked
from jobbpunkt.register.slots import AnyKeyFile


@dataclass(frozen=True, slots=True, repr=False)
class Renewal:
    """New keys with their link, not yet in use; `now` is the set of keys that the register still has. Has no readable repr."""

    file: KeyFile
    keyring: Keyring
    members: Members
    now: KeySet

    @property
    def register_id(self) -> UUID:
        """Return the register's id."""
        return UUID(self.members.register_id)

    def both(self, salt: str) -> KeyFile:
        """Return the key file with the set of today and the new one, which opens the file with that salt."""
        return replace(self.file, sets=(self.now, self._new(salt)))

    def alone(self, salt: str) -> KeyFile:
        """Return the key file with the new set only."""
        return replace(self.file, sets=(self._new(salt),))

    def _new(self, salt: str) -> KeySet:
        held = self.keyring.keys
        return KeySet(salt, held.epoch, sealing.seal_all(self.members, held))


def demand_entitled(keyring: Keyring) -> Standing:
    """Return who renews the keys; refuses whoever does not hold every one of them."""
    standing = keyring.standing
    if standing is None:
        raise UserError("This can be done once an administrator has signed in with this version of the program.")
    if keyring.keys.named().keys() != set(KEY_NAMES):
        raise NotAllowed("New keys are made by who holds all the old ones. Ask an administrator or a coach to do it.")
    return standing


def begun(keyring: Keyring, file: AnyKeyFile, at: datetime) -> Renewal:
    """Return new keys for the register whose key file is given; nothing is kept of them yet.

    An epoch that the register never came to, since its change of keys was stopped midway, is committed to anew.
    """
    standing, held = demand_entitled(keyring), keyring.keys
    if not isinstance(file, KeyFile):
        raise keys.tampered()
    me = standing.identity
    members = fold(file.chain, file.register_id, me.root, standing.members.seen)
    if members.member(me.user).halves != me.pair.halves:
        raise NotAllowed("Your password has been changed in another window. Sign in again.")
    now = file.set_for(keyring.slots.salt)
    if now is None or now.epoch != held.epoch:
        raise UserError("The keys have been renewed in another window. Sign in again.")
    fresh = _fresh(held)
    said = {"at": at.isoformat(), "epoch": fresh.epoch, "commits": sealing.commitments(file.register_id, fresh)}
    file = linked(file, members, me, Kind.EPOCH, **said)
    members = fold(file.chain, file.register_id, me.root, members.seen)
    mine = replace(me, seen=members.seen)
    file = _without_departed(file.put(mine.slot(file.register_id)), members)
    kept = next(one for one in file.sets if one.salt == now.salt and one.epoch == now.epoch)
    return Renewal(file, Keyring(fresh, keyring.slots, Standing(mine, members)), members, kept)


def _fresh(held: DataKeys) -> DataKeys:
    older = {(name, held.epoch): key for name, key in held.named().items() if name in SEALING}
    return replace(keys.new_data_keys(), own=held.own, epoch=held.epoch + 1, older={**held.older, **older})


def _without_departed(file: KeyFile, members: Members) -> KeyFile:
    for slot in file.slots:
        if slot.user not in members.people or not members.people[slot.user].active:
            file = file.without(slot.user)
    return file
