"""An insider: a supervisor with the installed program, the register key, and every file of the register writable.

What they change they write back as the program would, with whole digests: the register key alone was once enough for that.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pytest

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.ids import new_id
from jobbpunkt.register import accounts, links, location, places
from jobbpunkt.register.accounts import NewUser
from jobbpunkt.register.identity import Identity
from jobbpunkt.register.key_file import KeyFile
from jobbpunkt.register.links import Link
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.slots import SlotStore
from models.vocabulary import Role
from tests.registers import PASSWORD, SIGN_IN, opened

Change = Callable[[KeyFile], KeyFile]


@dataclass(frozen=True)
class Office:
    """A founded register with a coach, a supervisor and a second administrator, and what the supervisor knows of it."""

    place: str
    clock: Clock
    ids: Mapping[str, str]
    insider: Identity
    key: bytes

    @property
    def store(self) -> SlotStore:
        """Where the key file is."""
        return places.slot_store(location.parse(self.place))

    def file(self) -> KeyFile:
        """Return the key file as it is."""
        file = self.store.read()
        assert isinstance(file, KeyFile)
        return file

    def change(self, change: Change) -> KeyFile:
        """Write the key file back, changed; return it as it was."""
        before = self.file()
        self.store.write(change(before))
        return before

    def signed(self, file: KeyFile, kind: str, **told: Any) -> Link:
        """Return a link at the end of the chain, signed with the insider's own pair; `by` may name somebody else."""
        n, me = len(file.chain) + 1, self.insider.user
        body = {"n": n, "prev": file.chain[-1].digest, "kind": kind, "by": me, "at": "2020-06-15", **told}
        return links.sign(body, self.insider.pair.signs)

    def open(self, login: str) -> Register:
        """Sign in as one of the users."""
        credentials = SIGN_IN if login == SIGN_IN.login else Credentials(login, PASSWORD)
        return Register.open(self.place, credentials, self.clock)

    def refused(self, login: str) -> str:
        """Return the sentence that a sign-in is refused with; nothing is changed by it."""
        before = json.dumps(_spelled(self.store))
        with pytest.raises(UserError) as refusal:
            self.open(login).close()
        assert json.dumps(_spelled(self.store)) == before
        return refusal.value.sentence


def _spelled(store: SlotStore) -> Any:
    from jobbpunkt.register.slots import encode

    return encode(store.read())


def office(place: str, clock: Clock) -> Office:
    """Fill a founded register with users, and let the supervisor open it once to learn what they can learn."""
    ids = {}
    with opened(place, clock) as founder, founder.writing() as uow:
        ids["coach"] = str(founder.user.id)
        for login, role in (("cilla", Role.COACH), ("sam", Role.SUPERVISOR), ("ada", Role.ADMINISTRATOR)):
            ids[login] = str(accounts.add(uow, NewUser(login, login.title(), frozenset({role}), PASSWORD)).record)
    insider = Register.open(place, Credentials("sam", PASSWORD), clock)
    standing = insider.keyring.standing
    assert standing is not None
    assert set(insider.data_keys.named()) == {"register"}
    key = insider.data_keys.register
    insider.close()
    return Office(place, clock, ids, standing.identity, key)


def relinked(file: KeyFile, number: int, **told: Any) -> KeyFile:
    """Return the key file with one link saying something else, under the signature that it had."""
    chain = list(file.chain)
    chain[number - 1] = replace(chain[number - 1], told={**chain[number - 1].told, **told})
    return replace(file, chain=tuple(chain))


def stranger() -> str:
    """Return the id of nobody."""
    return str(new_id())
