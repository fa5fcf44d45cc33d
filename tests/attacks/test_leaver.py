"""Who left keeps the key file of then, a password and the installed program: with a later register that opens nothing.

Each attack is first made before the keys are new, where it must succeed: otherwise its failing afterwards would prove nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import select

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import accounts, database, identity, location, passwords, places, rotating, sealing, waiting
from jobbpunkt.register.folding import fold
from jobbpunkt.register.identity import Lock
from jobbpunkt.register.key_file import KeyFile
from jobbpunkt.register.keys import DataKeys
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.slots import SlotStore
from jobbpunkt.register.vault import is_sealed, vault_of
from models.account import User
from models.plan import Plan
from models.vocabulary import Role
from tests.colleagues import EVERY_KEY, colleague
from tests.registers import FOUNDER, PASSWORD, SIGN_IN
from tests.services.test_plans_secrecy import CANARY, secret_plan


@dataclass(frozen=True)
class Kept:
    """What somebody took along: the key file of then and a secret."""

    file: KeyFile
    login: str
    secret: str

    def keys(self) -> DataKeys:
        """Return the data keys that it opens, put together with the installed program and none of its checks of today."""
        slot = self.file.find(self.login)
        assert slot is not None
        me = identity.open_slot(slot, self.file.register_id, Lock.of(slot, self.secret))
        return sealing.open_seals(fold(self.file.chain, self.file.register_id, me.root), me, self.file.sets[-1])


def key_file(register: Register) -> KeyFile:
    file = register.slots.read()
    assert isinstance(file, KeyFile)
    return file


def reads(register: Register, held: DataKeys) -> bool:
    """Tell whether old keys read what was written last, in the register as it stands now: through the file, or beside it."""
    if register.location.path is not None:
        try:
            database.connect_file(Path(register.location.path), held.register).close()
        except sqlcipher.DatabaseError:
            return False
    with register.reading() as uow:
        rows = [(row.id, row.body) for row in uow.session.scalars(select(Plan)) if is_sealed(row.body)]
    assert rows
    safe = vault_of(held).health
    said = [safe.try_open(body, table="plan", row=key, column="body") or "" for key, body in rows]
    return any(CANARY in text for text in said)


def assert_shut_out(register: Register, kept: Kept, change: Callable[[], Register]) -> None:
    """Make the attack before and after a change with its new keys."""
    secret_plan(register)
    assert reads(register, kept.keys()), "before, what was kept opens the register"
    now = change()
    rotating.rotate(now)
    secret_plan(now)
    assert not reads(now, kept.keys())
    slots = key_file(now)
    assert len(slots.sets) == 1
    place, clock = now.location, now.clock
    if kept.login in {slot.login for slot in slots.slots}:
        with pytest.raises(UserError):
            Kept(slots, kept.login, kept.secret).keys()
    now.close()
    store = register_store(place.text)
    store.write(kept.file)  # the old key file is put back beside the new register
    with pytest.raises(UserError):
        Register.open(place.text, Credentials(kept.login, kept.secret), clock)
    store.write(slots)
    with pytest.raises(UserError):
        Register.open(place.text, Credentials(kept.login, kept.secret), clock)


def register_store(place: str) -> SlotStore:
    return places.slot_store(location.parse(place))


def test_a_leaver_with_old_key_file_and_password_opens_nothing_written_later(register: Register) -> None:
    with colleague(register, {Role.COACH}, EVERY_KEY) as leaver:
        login, user_id = leaver.user.login, leaver.user.id
    kept = Kept(key_file(register), login, PASSWORD)

    def leave() -> Register:
        with register.writing() as uow:
            accounts.deactivate(uow, user_id, uow.get(User, user_id).version)
        return register

    assert_shut_out(register, kept, leave)


def test_an_old_password_with_an_old_key_file_opens_nothing_written_later(register: Register) -> None:
    kept = Kept(key_file(register), FOUNDER.login, PASSWORD)

    def change() -> Register:
        passwords.change_own(register, PASSWORD, "annan häst batteri häftstift")
        return register

    assert_shut_out(register, kept, change)


def test_a_lost_role_takes_what_its_key_opens_later(register: Register) -> None:
    with colleague(register, {Role.COACH}, EVERY_KEY) as poorer:
        login, user_id = poorer.user.login, poorer.user.id
    kept = Kept(key_file(register), login, PASSWORD)
    with register.writing() as uow:
        user = uow.get(User, user_id)
        accounts.change(uow, user_id, user.version, name=user.name, roles=frozenset({Role.SUPERVISOR}), phone="")
    rotating.rotate(register)
    secret_plan(register)
    assert not reads(register, kept.keys())
    today = Kept(key_file(register), login, PASSWORD).keys()
    assert (today.health, today.protected) == (None, None)


def test_a_used_recovery_key_opens_nothing_any_more(request: pytest.FixtureRequest, place: str, clock: Clock) -> None:
    kind = "postgres" if place.startswith("postgresql") else "sqlite"
    recovery_key = request.getfixturevalue(f"{kind}_template").recovery_key
    first = Register.open(place, SIGN_IN, clock)
    file = key_file(first)
    kept = Kept(file, "*recovery*", recovery_key)
    secret_plan(first)
    assert reads(first, kept.keys())
    first.close()
    recovered = Register.recover(place, recovery_key, FOUNDER.login, PASSWORD, clock)
    assert waiting.is_due(recovered.register)
    rotating.rotate(recovered.register)
    secret_plan(recovered.register)
    assert not reads(recovered.register, kept.keys())
    recovered.register.close()
    with pytest.raises(UserError):
        Register.recover(place, recovery_key, FOUNDER.login, PASSWORD, clock)
    register_store(place).write(file)
    with pytest.raises(UserError):
        Register.recover(place, recovery_key, FOUNDER.login, PASSWORD, clock)
