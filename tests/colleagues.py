"""Colleagues in a test's register: further users with the roles and the keys that a test gives them."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from jobbpunkt.keys import CHEAPEST, HEALTH, PROTECTED, REGISTER, make_slot
from jobbpunkt.register import Credentials, Register
from models.account import User
from models.vocabulary import Role
from tests.registers import PASSWORD

EVERY_KEY = (HEALTH, PROTECTED)


@contextmanager
def colleague(register: Register, roles: Collection[Role], keys: Collection[str] = ()) -> Iterator[Register]:
    """Open the register as a new user with `roles`, who holds the register key and those named in `keys`."""
    with register.writing() as uow:
        held = {name: key for name, key in register.data_keys.named().items() if name in {REGISTER, *keys}}
        login = "-".join(["kollega", *sorted(role.value for role in roles), *sorted(keys)])
        uow.add(User(login=login, name=f"Kollega {login}", roles=[role.value for role in roles]))
    register.slots.write(register.slots.read().put(make_slot(login, PASSWORD, held, CHEAPEST)), register.data_keys.register)
    opened = Register.open(register.location.text, Credentials(login, PASSWORD), register.clock)
    try:
        yield opened
    finally:
        opened.close()
