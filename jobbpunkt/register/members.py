"""Who belongs to a register: what its signed links come to, from the founder on.

Roles, and with them keys, come from here alone. Whoever may write every file but lacks a member's pair can take links off
the end (which a pin shows) or damage them, and add nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from jobbpunkt.base.errors import NotAllowed, UserError
from jobbpunkt.register.keys import KEY_NAMES, RECOVERY_LOGIN, REGISTER, Halves
from jobbpunkt.register.links import START
from jobbpunkt.register.permissions import keys_of
from models.vocabulary import Role

_SHORT = 20  # signs, enough that nobody can make another chain that begins so
RECOVERY = RECOVERY_LOGIN  # the recovery key is one more member; this stands in the place of a user's id


@dataclass(frozen=True, slots=True)
class Seen:
    """A place in the chain of members that somebody has verified and noted: how many links, and the hash of the last."""

    n: int = 0
    head: str = START

    def spelled(self) -> str:
        """Return it as it is printed, to be compared later."""
        return f"{self.n}:{self.head}"

    def short(self) -> str:
        """Return how it begins, as it stands on the recovery sheet."""
        return self.spelled()[:_SHORT]


NOTHING = Seen()


@dataclass(frozen=True, slots=True)
class Member:
    """One member as the links leave them; `asked` are roles that they proposed for themselves."""

    id: str
    login: str
    halves: Halves
    roles: frozenset[Role]
    active: bool = True
    asked: frozenset[Role] = frozenset()

    @property
    def is_recovery(self) -> bool:
        """Whether this is the recovery key."""
        return self.id == RECOVERY

    @property
    def administers(self) -> bool:
        """Whether this member may say who belongs."""
        return self.active and Role.ADMINISTRATOR in self.roles

    @property
    def keys(self) -> frozenset[str]:
        """Return the names of the data keys that this member is entitled to; every member reads the register."""
        if not self.active:
            return frozenset()
        return frozenset(KEY_NAMES) if self.is_recovery else keys_of(self.roles) | {REGISTER}


@dataclass(frozen=True, slots=True)
class Members:
    """All members at the end of a chain; `epochs` are the commitments to the data keys, the first epoch first."""

    register_id: str
    root: bytes
    people: Mapping[str, Member]
    epochs: tuple[Mapping[str, str], ...]
    hashes: tuple[str, ...]

    @property
    def seen(self) -> Seen:
        """Return the end of the chain, to be noted."""
        return Seen(len(self.hashes), self.hashes[-1] if self.hashes else START)

    def goes_through(self, seen: Seen) -> bool:
        """Tell whether the chain still holds the link that was its last when `seen` was noted."""
        return seen == NOTHING or (0 < seen.n <= len(self.hashes) and self.hashes[seen.n - 1] == seen.head)

    def member(self, user: str) -> Member:
        """Return an active member; NotAllowed for anybody else."""
        found = self.people.get(user)
        if found is None or not found.active:
            raise NotAllowed("This user can no longer sign in. Ask an administrator.")
        return found

    def find(self, login: str) -> Member | None:
        """Return the active member with that user name, or None."""
        return next((one for one in self.people.values() if one.active and one.login == login), None)

    def other_administrators(self, user: str) -> tuple[Member, ...]:
        """Return the active administrators besides `user`."""
        return tuple(one for one in self.people.values() if one.administers and one.id != user)


def broken(number: int) -> UserError:
    """Return the refusal for a chain whose link `number` nobody who might has signed."""
    return UserError(
        "The list of users in the key file is wrong from row {number} on: somebody has changed it outside the"
        " program, or taken a part of it away. Put the key file of the latest backup beside the register in its"
        " place.",
        number=number,
    )


def rolled_back() -> UserError:
    """Return the refusal for a chain that lacks links which were already seen."""
    return UserError(
        "The list of users in the key file is older than one that was seen before, or another: somebody has put"
        " back an old key file. Put the latest key file beside the register. If you do not have it, ask an"
        " administrator."
    )


def with_roles(member: Member, roles: frozenset[Role]) -> Member:
    """Return the member with exactly these roles, and nothing asked for."""
    return replace(member, roles=roles, asked=frozenset())
