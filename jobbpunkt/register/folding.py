"""The rules by which one link follows from those before it: who may say what."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from jobbpunkt.register.keys import KEY_BYTES, KEY_NAMES, Halves
from jobbpunkt.register.links import START, Kind, Link
from jobbpunkt.register.members import NOTHING, RECOVERY, Member, Members, Seen, broken, rolled_back, with_roles
from models.vocabulary import Role

Told = Mapping[str, Any]


def fold(chain: Sequence[Link], register_id: str, root: bytes, seen: Seen = NOTHING) -> Members:
    """Return what a chain comes to; refuses it unless every link was signed by a member who might, then.

    What was `seen` has been verified before, and its hash vouches for all that leads to it: only later signatures are tried.
    """
    hashes = tuple(link.digest for link in chain)
    if seen.n > len(chain) or (seen.n and hashes[seen.n - 1] != seen.head):
        raise rolled_back()
    folding = _Folding(register_id, root)
    for number, link in enumerate(chain, 1):
        try:
            folding.take(number, link, hashes[number - 2] if number > 1 else START, verify=number > seen.n)
        except (ValueError, KeyError, TypeError, AttributeError):
            raise broken(number) from None
    if not folding.people or not folding.epochs:
        raise broken(len(chain) + 1)
    return Members(register_id, root, folding.people, tuple(folding.epochs), hashes)


class _Folding:
    """The members so far; whatever does not follow raises ValueError, KeyError or TypeError."""

    def __init__(self, register_id: str, root: bytes) -> None:
        self._register, self._root = register_id, root
        self.people: dict[str, Member] = {}
        self.epochs: list[Mapping[str, str]] = []

    def take(self, number: int, link: Link, previous: str, *, verify: bool) -> None:
        """Take the next link; `verify` tries its signature too."""
        told = link.told
        _demand(told["n"] == number and told["prev"] == previous)
        kind = Kind(told["kind"])
        _demand((kind is Kind.FOUND) == (number == 1))
        if kind is Kind.FOUND:
            self._found(told)
        signer = self.people[told["by"]]
        _demand(signer.active)
        if verify:
            _demand(link.is_signed_by(signer.halves.signs))
        if kind is not Kind.FOUND:
            _RULES[kind](self, told, signer)

    def _found(self, told: Told) -> None:
        founder = _member(told, "by")
        _demand(told["register"] == self._register and founder.halves.signs == self._root)
        _demand(founder.administers and not founder.is_recovery)
        self.people[founder.id] = founder

    def _appoint(self, told: Told, signer: Member) -> None:
        new = _member(told, "user")
        _demand(signer.administers)
        _demand(not any(one.active and (one.id == new.id or one.login == new.login) for one in self.people.values()))
        _demand(new.is_recovery == (new.login == RECOVERY) and not (new.is_recovery and new.roles))
        self.people[new.id] = new

    def _roles(self, told: Told, signer: Member) -> None:
        user, roles = self._another(told), _roles_in(told)
        _demand(signer.administers and not user.is_recovery)
        added = roles - user.roles
        _demand(not (added and user.id == signer.id and self._others(signer)))
        self.people[user.id] = with_roles(user, roles)

    def _propose(self, told: Told, signer: Member) -> None:
        _demand(told["user"] == signer.id and signer.administers)
        self.people[signer.id] = replace(signer, asked=_roles_in(told) - signer.roles)

    def _leave(self, told: Told, signer: Member) -> None:
        user = self._another(told)
        _demand(signer.administers and not user.is_recovery)
        self.people[user.id] = replace(user, active=False, asked=frozenset())

    def _reset(self, told: Told, signer: Member) -> None:
        user = self._another(told)
        _demand(signer.administers or (signer.is_recovery and not user.is_recovery))
        self.people[user.id] = replace(user, halves=_halves(told))

    def _succeed(self, told: Told, signer: Member) -> None:
        _demand(told["user"] == signer.id)
        self.people[signer.id] = replace(signer, halves=_halves(told))

    def _epoch(self, told: Told, signer: Member) -> None:
        commits = {str(name): str(said) for name, said in told["commits"].items()}
        before = self.epochs[-1] if self.epochs else {}
        changed = {name for name, said in commits.items() if before.get(name) != said}
        # The newest is committed to anew when its change of keys was stopped, and the register never came to it.
        again = told["epoch"] == len(self.epochs) > 1
        _demand((again or told["epoch"] == len(self.epochs) + 1) and commits.keys() == set(KEY_NAMES))
        _demand(changed <= signer.keys)
        self.epochs[len(self.epochs) - again :] = [commits]

    def _another(self, told: Told) -> Member:
        user = self.people[told["user"]]
        _demand(user.active)
        return user

    def _others(self, signer: Member) -> bool:
        return any(one.administers and one.id != signer.id for one in self.people.values())


_RULES: Mapping[Kind, Callable[[_Folding, Told, Member], None]] = {
    Kind.APPOINT: _Folding._appoint,
    Kind.ROLES: _Folding._roles,
    Kind.PROPOSE: _Folding._propose,
    Kind.LEAVE: _Folding._leave,
    Kind.RESET: _Folding._reset,
    Kind.SUCCEED: _Folding._succeed,
    Kind.EPOCH: _Folding._epoch,
}


def _demand(holds: bool) -> None:  # noqa: FBT001 - what is demanded is the argument
    if not holds:
        raise ValueError("does not follow")


def _member(told: Told, who: str) -> Member:
    return Member(str(told[who]), str(told["login"]), _halves(told), _roles_in(told))


def _halves(told: Told) -> Halves:
    halves = Halves(bytes.fromhex(told["signs"]), bytes.fromhex(told["receives"]))
    _demand(len(halves.signs) == len(halves.receives) == KEY_BYTES)
    return halves


def _roles_in(told: Told) -> frozenset[Role]:
    return frozenset(Role.of(role) for role in told["roles"])
