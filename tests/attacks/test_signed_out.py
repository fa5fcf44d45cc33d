"""Whoever was shut out, or lost a role, writes nothing more in a window that is still open."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from jobbpunkt.base.errors import SignedOut
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import accounts
from jobbpunkt.register.opening import Register
from models.account import User
from models.history import HistoryEntry
from models.person import Person
from models.vocabulary import Role
from tests.colleagues import EVERY_KEY, colleague

BOTH = [Role.COACH, Role.PROJECT_LEAD]
Deed = Callable[[Register, Register], None]


def _user(register: Register, of: Register) -> User:
    with register.reading() as uow:
        return uow.get(User, of.user.id)


def _shut_out(register: Register, other: Register) -> None:
    with register.writing() as uow:
        accounts.deactivate(uow, other.user.id, _user(register, other).version)


def _take_role(register: Register, other: Register) -> None:
    user = _user(register, other)
    with register.writing() as uow:
        accounts.change(uow, user.id, user.version, name=user.name, roles=frozenset({Role.PROJECT_LEAD}), phone="")


def _past_the_program(register: Register, other: Register) -> None:
    with register.writing() as uow:
        uow.get(User, other.user.id).roles = [Role.SUPERVISOR.value]


def _add(register: Register) -> None:
    with register.writing() as uow:
        details.create(uow, PersonData("Åsa"))


def _look(register: Register) -> None:
    with register.writing() as uow:
        uow.note_all([])
        uow.change_of(register.user.id, "")


@pytest.mark.parametrize("deed", [_shut_out, _take_role, _past_the_program])
def test_an_open_window_writes_nothing_more(register: Register, deed: Deed) -> None:
    """The finding: a deactivated user went on writing."""
    with colleague(register, BOTH, EVERY_KEY) as other:
        _add(other)
        deed(register, other)
        for attempt in (_add, _look):
            with pytest.raises(SignedOut):
                attempt(other)
    with register.reading() as uow:
        assert uow.session.query(Person).count() == 1
        written = select(HistoryEntry.noun).where(HistoryEntry.user_id == other.user.id)
        assert list(uow.session.scalars(written)) == ["user_account", "person"]


def test_one_more_role_shuts_nobody_out_and_ones_own_is_taken_away_in_peace(register: Register) -> None:
    with colleague(register, [Role.ADMINISTRATOR], EVERY_KEY) as other:
        user = _user(register, other)
        more = frozenset({Role.ADMINISTRATOR, Role.PROJECT_LEAD})
        with register.writing() as uow:
            accounts.change(uow, user.id, user.version, name=user.name, roles=more, phone="")
        with other.writing() as uow:
            accounts.deactivate(uow, other.user.id, _user(register, other).version)
        with pytest.raises(SignedOut):
            _look(other)
    assert _user(register, other).active is False
