"""Colleagues in a test's register: further users with the roles and the keys that a test gives them."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace

from jobbpunkt.base.ids import new_id
from jobbpunkt.register import identity
from jobbpunkt.register.identity import Lock
from jobbpunkt.register.key_file import KeyFile
from jobbpunkt.register.keys import CHEAPEST, HEALTH, PROTECTED, REGISTER
from jobbpunkt.register.links import Kind
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.roster import Roster, said_of, said_roles
from models.account import User
from models.vocabulary import Role
from tests.registers import PASSWORD

EVERY_KEY = (HEALTH, PROTECTED)


@contextmanager
def colleague(register: Register, roles: Collection[Role], keys: Collection[str] = ()) -> Iterator[Register]:
    """Open the register as a new user with `roles`, who holds the register key and those named in `keys`.

    The one who has `register` open appoints them. A key that `roles` would entitle to and `keys` lacks is not sealed to them;
    one that `roles` do not entitle to opens for nobody, whatever is sealed.
    """
    login = "-".join(["kollega", *sorted(role.value for role in roles), *sorted(keys)])
    with register.writing() as uow:
        user = uow.add(User(id=new_id(), login=login, name=f"Kollega {login}", roles=[role.value for role in roles]))
        roster = Roster(uow)
        new = identity.new(str(user.id), login, roster.members.root, Lock.new(PASSWORD, CHEAPEST))
        signed = {"roles": said_roles(frozenset(roles)), **said_of(new.pair.halves)}
        roster.sign(Kind.APPOINT, user=new.user, login=login, **signed)
        roster.seal(new.user)
        roster.put(replace(new, seen=roster.members.seen).slot(roster.file.register_id))
        roster.file = with_only(roster.file, new.user, keys)
        roster.save()
    opened = Register.open(register.location.text, Credentials(login, PASSWORD), register.clock)
    try:
        yield opened
    finally:
        opened.close()


def with_only(file: KeyFile, user: str, keys: Collection[str]) -> KeyFile:
    """Return the key file where of the data keys only those named, and the register's, are sealed to a member."""
    seals = file.sets[-1].seals[user]
    return file.sealed(user, file.sets[-1].epoch, {name: box for name, box in seals.items() if name in {REGISTER, *keys}})
