"""A prepared register on the server: its people sign in with a login of their own, as the program does or by plain SQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID, uuid4

import psycopg
from psycopg import Connection

from jobbpunkt.base.clock import Clock
from jobbpunkt.register import accounts, location, server_login, server_preparing
from jobbpunkt.register.accounts import NewUser
from jobbpunkt.register.opening import Credentials, Register
from models.vocabulary import Role
from tests.postgres import Server
from tests.registers import Template, found

OTHER = "ett annat långt lösenord"
COACH, LEAD, SUPERVISOR, ADMINISTRATOR = "karin", "lena", "hanna", "anders"
PEOPLE = {COACH: Role.COACH, LEAD: Role.PROJECT_LEAD, SUPERVISOR: Role.SUPERVISOR, ADMINISTRATOR: Role.ADMINISTRATOR}


def prepared(server: Server) -> Template:
    """Prepare a new database and found a register in it; its place is that of who runs the server."""
    address = server.create(f"prepared_{uuid4().hex}")
    server_preparing.prepare(location.parse(address))
    return found(address)


def own_way(template: Template) -> str:
    """Return the address at which everybody signs in with a login of their own."""
    return template.place.replace("://test@", "://")


def let_in(register: Register) -> dict[str, UUID]:
    """Add a colleague for each role."""
    made = {}
    for login, role in PEOPLE.items():
        with register.writing() as uow:
            made[login] = accounts.add(uow, NewUser(login, login.title(), frozenset({role}), OTHER)).record
    return made


def sign_in(template: Template, login: str, clock: Clock, password: str = OTHER) -> Register:
    """Open the register as somebody."""
    return Register.open(own_way(template), Credentials(login, password), clock)


@contextmanager
def by_hand(template: Template, login: str, password: str = OTHER) -> Iterator[Connection]:
    """Sign in to the server with somebody's own login and the password that the program makes: plain SQL, as an insider would."""
    place = server_login.signed(location.parse(own_way(template)), login, password)
    assert place.login is not None
    with psycopg.connect(own_way(template), user=place.login.name, password=place.login.password) as connection:
        yield connection
        connection.rollback()
