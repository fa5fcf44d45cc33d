"""The key file and its members within one transaction: links are signed, keys sealed, slots put, and all of it kept at once."""

from dataclasses import replace
from typing import Any

from jobbpunkt.base.errors import NotAllowed, UserError
from jobbpunkt.register import links, sealing
from jobbpunkt.register.folding import fold
from jobbpunkt.register.identity import Identity
from jobbpunkt.register.key_file import KeyFile, Slot
from jobbpunkt.register.keyring import Standing
from jobbpunkt.register.keys import Halves
from jobbpunkt.register.links import Kind
from jobbpunkt.register.members import Members
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.vocabulary import Role


def standing_of(uow: Reading) -> Standing:
    """Return who the signed-in user is in the chain of members; refuses while the key file is of format 1."""
    standing = uow.keyring.standing
    if standing is None:
        raise UserError("This can be done once an administrator has signed in with this version of the program.")
    return standing


def members_now(uow: Reading, file: KeyFile) -> Members:
    """Return the members of a key file, which must go on from what the signed-in user has seen."""
    standing = standing_of(uow)
    return fold(file.chain, file.register_id, standing.identity.root, standing.members.seen)


class Roster:
    """The members as one transaction finds and changes them; nothing of it is kept before `save`."""

    def __init__(self, uow: Writing) -> None:
        self._uow = uow
        self._me = standing_of(uow).identity
        self.file = uow.key_file()
        self.members = members_now(uow, self.file)
        if self.members.member(self._me.user).halves != self._me.pair.halves:
            raise NotAllowed("Your password has been changed in another window. Sign in again.")

    def sign(self, kind: Kind, **told: Any) -> None:
        """Add a link in the signed-in user's name; a link that the rules forbid is refused here as everywhere."""
        self.file = linked(self.file, self.members, self._me, kind, at=self._uow.clock.now().isoformat(), **told)
        self.members = fold(self.file.chain, self.file.register_id, self._me.root, self.members.seen)

    def seal(self, user: str) -> None:
        """Hand a member the data keys that the chain entitles them to, and no others."""
        keys = self._uow.keyring.keys
        self.file = self.file.sealed(user, keys.epoch, sealing.seal_for(self.members, user, keys))

    def seal_own(self) -> None:
        """Seal to oneself, after a new pair, what one holds."""
        keys = self._uow.keyring.keys
        self.file = self.file.sealed(self._me.user, keys.epoch, sealing.seal_held(self.members, self._me.user, keys))

    def put(self, slot: Slot) -> None:
        """Give a member another slot."""
        self.file = self.file.put(slot)

    def take_out(self, user: str) -> None:
        """Take a member's slot and all that is sealed to them."""
        self.file = self.file.without(user)

    def save(self, me: Identity | None = None) -> Standing:
        """Keep the key file, with one's own slot pinning what it came to; return one's standing in it."""
        mine = replace(me or self._me, seen=self.members.seen)
        if self.file.of_user(mine.user) is not None:
            self.file = self.file.put(mine.slot(self.file.register_id))
        self._uow.put_key_file(self.file, self.members.seen)
        return Standing(mine, self.members)


def linked(file: KeyFile, members: Members, signer: Identity, kind: Kind, **told: Any) -> KeyFile:
    """Return the file with one more link, signed by `signer`."""
    seen = members.seen
    link = {"n": seen.n + 1, "prev": seen.head, "kind": kind.value, "by": signer.user, **told}
    return file.linked(links.sign(link, signer.pair.signs))


def said_of(halves: Halves) -> dict[str, str]:
    """Return public halves as a link tells them."""
    return {"signs": halves.signs.hex(), "receives": halves.receives.hex()}


def said_roles(roles: frozenset[Role]) -> list[str]:
    """Return roles as a link tells them."""
    return sorted(role.value for role in roles)
