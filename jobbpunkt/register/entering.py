"""From a name and a secret to the keys: the key file is read, its chain followed, and everything in it compared."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from jobbpunkt.base.errors import NotAllowed, UserError
from jobbpunkt.register import identity, keys, old_slots, pins, sealing
from jobbpunkt.register.folding import fold
from jobbpunkt.register.identity import Identity, Lock
from jobbpunkt.register.key_file import KeyFile, Slot
from jobbpunkt.register.keyring import Keyring, Standing
from jobbpunkt.register.keys import RECOVERY_LOGIN, DataKeys, Pair
from jobbpunkt.register.links import Kind
from jobbpunkt.register.location import Location
from jobbpunkt.register.members import Members
from jobbpunkt.register.old_slots import OldKeyFile, OldSlot
from jobbpunkt.register.roster import linked, said_of
from jobbpunkt.register.slots import AnyKeyFile, SlotStore
from jobbpunkt.register.typed_access import tidy_login


@dataclass(frozen=True, slots=True, repr=False)
class Successor:
    """The recovery key that takes the place of the one used: its secret, and how it is printed. Has no readable repr."""

    secret: bytes
    printed: str


@dataclass(frozen=True, slots=True, repr=False)
class Entry:
    """What a secret opened, before the register is open. Has no readable repr.

    `renewed` is the key file to put in place of the one that was read, where entering itself changes it.
    """

    file: AnyKeyFile
    login: str
    keyring: Keyring
    lock: Lock
    renewed: KeyFile | None = None
    successor: Successor | None = None  # when the recovery key was used

    @property
    def user(self) -> str | None:
        """Return the member's id; a key file of format 1 knows only names."""
        return self.keyring.standing.identity.user if self.keyring.standing is not None else None

    def with_keys(self, held: DataKeys) -> "Entry":
        """Return the same with the keys of earlier epochs beside those of today."""
        return replace(self, keyring=replace(self.keyring, keys=held))


def by_password(place: Location, store: SlotStore, login: str, password: str) -> Entry:
    """Return what a password opens; UserError for anything that keeps it shut."""
    refused: UserError | None = None
    for file in store.candidates():
        try:
            return _by_password(place, store, file, (tidy_login(login), password))
        except UserError as error:
            refused = refused or error
    raise refused or keys.wrong_secret()


def _by_password(place: Location, store: SlotStore, file: AnyKeyFile, credentials: tuple[str, str]) -> Entry:
    name, password = credentials
    slot = file.find(name)
    if slot is None or slot.cost is None:
        # An unknown name takes as long to refuse as a wrong password: else the time tells who belongs.
        usual = next((one.cost for one in file.slots if one.cost is not None), keys.KdfCost())
        keys.wrapping_of(password, secrets.token_bytes(keys.SALT_BYTES), usual)
        raise keys.wrong_secret()
    lock = Lock.of(slot, password)
    if isinstance(slot, OldSlot) or isinstance(file, OldKeyFile):
        return _old(place, store, file, slot, lock)
    return _entered(place, store, file, slot, lock)


def by_recovery(place: Location, store: SlotStore, recovery_key: str, credentials: tuple[str, str], at: datetime) -> Entry:
    """Return what the recovery key opens for a user, who is given a password; the key is used up, and has a successor."""
    file, login = store.read(), tidy_login(credentials[0])
    recovery, slot = file.find(RECOVERY_LOGIN), file.find(login)
    if recovery is None:
        raise keys.wrong_secret()
    opened = Lock.of(recovery, recovery_key)
    secret, printed = keys.new_recovery()
    successor = Successor(secret, printed)
    if isinstance(recovery, OldSlot) or isinstance(file, OldKeyFile):
        held = _old(place, store, file, recovery, opened)
        if slot is None or slot.cost is None:
            raise _unknown(credentials[0])
        return replace(held, login=login, lock=Lock.new(credentials[1], slot.cost), successor=successor)
    entry = _entered(place, store, file, recovery, opened)
    if slot is None or slot.cost is None:
        raise _unknown(credentials[0])
    return _recovered(entry, file, login, Lock.new(credentials[1], slot.cost), successor, at)


def _unknown(login: str) -> UserError:
    """Return the refusal of a name, for who holds the recovery key: to others nothing tells which names there are."""
    return UserError("There is no user with the name {login} in this register. Check the name.", login=login)


def _old(place: Location, store: SlotStore, file: AnyKeyFile, slot: OldSlot | Slot, lock: Lock) -> Entry:
    if not isinstance(file, OldKeyFile) or not isinstance(slot, OldSlot):
        raise TypeError(type(file))
    pin = pins.read(place, file.register_id)
    if pin is not None and pin.seen.n:
        raise put_back()
    private = old_slots.open_private(slot, lock.wrapping)
    held = old_slots.open_keys(slot, private)
    file.demand_proof(held.register)
    return Entry(file, slot.login, Keyring(held, store), lock)


def put_back() -> UserError:
    """Return the refusal for a key file from before members were a signed chain, of a register that has one."""
    return UserError(
        "The key file is one from an older version of the program, and the register has had a newer one since:"
        " somebody has put an old key file back. Put the latest key file beside the register. If you do not have"
        " it, ask an administrator."
    )


def _entered(place: Location, store: SlotStore, file: KeyFile, slot: Slot, lock: Lock) -> Entry:
    me = identity.open_slot(slot, file.register_id, lock)
    members = _followed(place, file, me)
    held = sealing.open_seals(members, me, file.set_for(store.salt))
    return Entry(file, slot.login, Keyring(held, store, Standing(me, members)), lock)


def _followed(place: Location, file: KeyFile, me: Identity) -> Members:
    members = fold(file.chain, file.register_id, me.root, me.seen)
    pin = pins.read(place, file.register_id)
    if pin is not None and not members.goes_through(pin.seen):
        raise UserError(
            "The list of users in the key file is older than the one this computer has seen, or another: an old"
            " key file was put back, or a backup was restored. Ask an administrator which. If it was a backup,"
            " remove the file {path} and sign in again. If not, put the latest key file beside the register.",
            path=pins.path_of(place, file.register_id),
        )
    return members


def _recovered(entry: Entry, file: KeyFile, login: str, lock: Lock, successor: Successor, at: datetime) -> Entry:
    """Give a user new halves in the recovery key's name, and the recovery key a successor."""
    standing, store = entry.keyring.standing, entry.keyring.slots
    if standing is None:
        raise TypeError(type(file))
    key, members, held = standing.identity, standing.members, entry.keyring.keys
    user = members.find(login)
    if user is None:
        raise NotAllowed("This user can no longer sign in. Ask an administrator.")
    me = identity.new(user.id, login, key.root, lock)
    new = key.renewed(Pair.new(), Lock.of_recovery(successor.secret))
    for one, kind in ((me, Kind.RESET), (new, Kind.SUCCEED)):
        file = linked(file, members, key, kind, at=at.isoformat(), user=one.user, **said_of(one.pair.halves))
        members = fold(file.chain, file.register_id, key.root, members.seen)
    for one in (me, new):
        file = file.sealed(one.user, held.epoch, sealing.seal_for(members, one.user, held))
        file = file.put(replace(one, seen=members.seen).slot(file.register_id))
    mine = Standing(replace(me, seen=members.seen), members)
    keyring = Keyring(sealing.open_seals(members, me, file.set_for(store.salt)), store, mine)
    return Entry(entry.file, login, keyring, lock, file, successor)
