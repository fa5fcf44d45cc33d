"""An administrator's own elevation: asked for by one, confirmed by another, and told to all coaches."""

from contextlib import closing

import pytest

from jobbpunkt import concerns
from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.concerns import Concern
from jobbpunkt.register import accounts, check, recovery
from jobbpunkt.register.accounts import NewUser, UserRow
from jobbpunkt.register.opening import Credentials, Register
from models.vocabulary import Role
from tests.registers import PASSWORD

BOTH = frozenset({Role.ADMINISTRATOR, Role.COACH})


def row(register: Register, login: str) -> UserRow:
    with register.reading() as uow:
        return next(one for one in accounts.users(uow) if one.login == login)


def enter(register: Register, login: str, clock: Clock) -> Register:
    return Register.open(register.location.text, Credentials(login, PASSWORD), clock)


def add(register: Register, login: str, role: Role) -> None:
    with register.writing() as uow:
        accounts.add(uow, NewUser(login, login.title(), frozenset({role}), PASSWORD))


def ask(register: Register, login: str) -> None:
    mine = row(register, login)
    with register.writing() as uow:
        accounts.change(uow, mine.id, mine.version, name="Ada", roles=BOTH, phone="")


def test_it_is_asked_for_and_another_confirms_it(register: Register, clock: Clock) -> None:
    for login, role in (("ada", Role.ADMINISTRATOR), ("cilla", Role.COACH)):
        add(register, login, role)
    enter(register, "cilla", clock).close()
    with closing(enter(register, "ada", clock)) as ada:
        ask(ada, "ada")
        mine = row(ada, "ada")
        assert (mine.roles, mine.asked) == (frozenset({Role.ADMINISTRATOR}), frozenset({Role.COACH}))
        with pytest.raises(UserError, match="Nothing is asked for"), ada.writing() as uow:
            accounts.answer_asked(uow, mine.id, mine.version, give=True)
    asked = row(register, "ada")
    with register.writing() as uow:
        accounts.answer_asked(uow, asked.id, asked.version, give=True)
    with closing(enter(register, "ada", clock)) as ada:
        assert ada.user.roles == BOTH
        assert row(ada, "ada").asked == frozenset()
    assert check.check(register).findings == ()


def test_coaches_are_told_that_it_was_asked_for_and_confirmed(register: Register, clock: Clock) -> None:
    for login, role in (("ada", Role.ADMINISTRATOR), ("cilla", Role.COACH)):
        add(register, login, role)
    enter(register, "cilla", clock).close()
    later = Clock()
    with closing(enter(register, "ada", later)) as ada:
        ask(ada, "ada")
    with closing(enter(register, "cilla", later)) as cilla, cilla.reading() as uow:
        told = {one.concern: one.roles for one in concerns.since_last(uow).rows}
    assert told[Concern.ROLES_ASKED] == (Role.COACH,)


def test_it_can_be_declined(register: Register, clock: Clock) -> None:
    add(register, "ada", Role.ADMINISTRATOR)
    with closing(enter(register, "ada", clock)) as ada:
        ask(ada, "ada")
    asked = row(register, "ada")
    with register.writing() as uow:
        accounts.answer_asked(uow, asked.id, asked.version, give=False)
    assert (row(register, "ada").roles, row(register, "ada").asked) == (frozenset({Role.ADMINISTRATOR}), frozenset())


def test_an_only_administrator_needs_nobody(register: Register) -> None:
    mine = row(register, "coach")
    with register.writing() as uow:
        accounts.change(uow, mine.id, mine.version, name="Coach", roles=BOTH | {Role.SUPERVISOR}, phone="")
    assert row(register, "coach").roles == BOTH | {Role.SUPERVISOR}


def test_a_new_recovery_key_takes_the_place_of_the_one_before(register: Register, clock: Clock) -> None:
    with register.writing() as uow:
        first = recovery.renew(uow)
    with register.writing() as uow:
        second = recovery.renew(uow)
    assert check.check(register).findings == ()
    with pytest.raises(UserError):
        Register.recover(register.location.text, first, "coach", "ett helt nytt lösenord", clock)
    made = Register.recover(register.location.text, second, "coach", "ett helt nytt lösenord", clock)
    made.register.close()
