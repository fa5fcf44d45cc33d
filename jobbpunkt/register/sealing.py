"""Handing data keys on: sealed to whom the chain of members entitles, and opened only if they are the committed ones."""

from collections.abc import Mapping

from jobbpunkt.base.errors import NotAllowed, UserError
from jobbpunkt.register import keys
from jobbpunkt.register.identity import Identity
from jobbpunkt.register.key_file import KeySet, Seals
from jobbpunkt.register.keys import HEALTH, KEY_BYTES, PROTECTED, REGISTER, DataKeys
from jobbpunkt.register.members import Members


def commitments(register_id: str, held: DataKeys) -> dict[str, str]:
    """Return what an epoch's link says of each data key."""
    return {name: keys.commitment(register_id, name, key) for name, key in held.named().items()}


def seal_for(members: Members, user: str, held: DataKeys) -> Seals:
    """Return the data keys that the chain entitles a member to, sealed to them; nobody hands on a key they do not hold."""
    member = members.member(user)
    if not member.keys <= held.named().keys():
        raise NotAllowed("These roles need a key that you do not hold. Ask an administrator who holds it.")
    return seal_held(members, user, held)


def seal_held(members: Members, user: str, held: DataKeys) -> Seals:
    """Return those of the held data keys that the chain entitles a member to, sealed to them: to oneself, with a new pair."""
    member = members.member(user)
    named = {name: key for name, key in held.named().items() if name in member.keys}
    receives = member.halves.receives
    return {name: keys.seal(key, receives, _info(members, held.epoch, user, name)) for name, key in named.items()}


def seal_all(members: Members, held: DataKeys) -> Mapping[str, Seals]:
    """Return the data keys sealed to every active member, the recovery key included: for a new set of keys."""
    return {one.id: seal_for(members, one.id, held) for one in members.people.values() if one.active}


def open_seals(members: Members, identity: Identity, found: KeySet | None) -> DataKeys:
    """Return the data keys that are sealed to a member, each the one that was committed to.

    HPKE does not tell who sealed: without the commitment anybody could give a key of their own as the one for health.
    """
    member = members.member(identity.user)
    if member.halves != identity.pair.halves:
        raise keys.tampered()
    if found is None:
        raise UserError(
            "The key file belongs to another register. Put the key file of this register's latest backup beside it instead."
        )
    newest = len(members.epochs)
    if found.epoch not in {newest, newest - 1} or found.epoch < 1:
        raise keys.tampered()
    commits, opened = members.epochs[found.epoch - 1], {}
    for name, box in found.seals.get(member.id, {}).items():
        if name in member.keys:
            key = opened[name] = keys.unseal(box, identity.pair.receives, _info(members, found.epoch, member.id, name))
            if len(key) != KEY_BYTES or keys.commitment(members.register_id, name, key) != commits[name]:
                raise keys.tampered()
    if REGISTER not in opened:
        raise keys.tampered()
    return DataKeys(opened[REGISTER], opened.get(HEALTH), opened.get(PROTECTED), identity.own, found.epoch)


def _info(members: Members, epoch: int, user: str, name: str) -> bytes:
    return f"jobbpunkt data key 2:{members.register_id}:{epoch}:{user}:{name}".encode()
