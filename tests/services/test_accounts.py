"""Users: who may sign in, with which keys, and that nobody can shut the last administrator out."""

from dataclasses import replace

import pytest

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import InvalidInput, NotAllowed, Stale, UserError
from jobbpunkt.people.details import PersonData, create, reveal
from jobbpunkt.register import accounts, chain, check, passwords, undo
from jobbpunkt.register.accounts import NewUser, UserRow
from jobbpunkt.register.key_file import KeyFile
from jobbpunkt.register.opening import Credentials, Register
from models.history import HistoryEntry
from models.vocabulary import HistoryAction, Protection, Role
from tests.colleagues import with_only
from tests.registers import PASSWORD, opened

OTHER = "ett annat långt lösenord"
LEAD = NewUser("projektledare", "Lena Exempel", frozenset({Role.PROJECT_LEAD}), OTHER)


def add(register: Register, new: NewUser = LEAD) -> UserRow:
    with register.writing() as uow:
        made = accounts.add(uow, new)
    return found(register, made.record)


def found(register: Register, user_id: object) -> UserRow:
    with register.reading() as uow:
        return next(row for row in accounts.users(uow) if row.id == user_id)


def mine(register: Register) -> UserRow:
    return found(register, register.user.id)


def sound(register: Register) -> bool:
    return check.check(register).findings == ()


def test_a_new_user_signs_in_with_the_keys_of_their_roles(register: Register, clock: Clock) -> None:
    row = add(register)
    assert (row.login, row.active, row.holds_health, row.holds_protected) == ("projektledare", True, False, False)
    lead = Register.open(register.location.text, Credentials("projektledare", OTHER), clock)
    assert lead.user.roles == {Role.PROJECT_LEAD}
    assert not lead.user.holds_health
    assert set(lead.data_keys.named()) == {"register"}
    lead.close()
    assert sound(register)


def test_a_change_of_roles_hands_over_and_takes_back_keys(register: Register, clock: Clock) -> None:
    row = add(register)
    with register.writing() as uow:
        accounts.change(uow, row.id, row.version, name="Lena Ny", roles=frozenset({Role.COACH}), phone="")
    coach = Register.open(register.location.text, Credentials("projektledare", OTHER), clock)
    assert coach.user.holds_health
    with coach.writing() as uow:
        hidden = create(uow, PersonData(given_name="Skyddad", protection=Protection.PROTECTED_REGISTRATION)).record
    coach.close()
    with register.writing() as uow:
        assert reveal(uow, hidden, "visar att det är samma nyckel").data.given_name == "Skyddad"
        accounts.change(
            uow, row.id, found(register, row.id).version, name="Lena Ny", roles=frozenset({Role.SUPERVISOR}), phone=""
        )
    assert not found(register, row.id).holds_health
    supervisor = Register.open(register.location.text, Credentials("projektledare", OTHER), clock)
    assert not supervisor.user.holds_protected
    supervisor.close()
    assert sound(register)


def test_every_handing_over_is_in_the_history(register: Register) -> None:
    row = add(register)
    with register.writing() as uow:
        accounts.change(uow, row.id, row.version, name=row.name, roles=frozenset({Role.COACH}), phone="")
    with register.writing() as uow:
        accounts.deactivate(uow, row.id, found(register, row.id).version)
    with register.reading() as uow:
        entries = uow.session.query(HistoryEntry).filter(HistoryEntry.record_id == row.id).order_by(HistoryEntry.number).all()
        noted = [(entry.action, entry.reason) for entry in entries if entry.reason]
        assert chain.verify(uow.session) is None
    assert noted == [
        (HistoryAction.KEYS_GRANTED, "register"),
        (HistoryAction.KEYS_GRANTED, "health, protected"),
        (HistoryAction.KEYS_REVOKED, "health, protected, register"),
    ]


def test_a_user_who_is_shut_out_cannot_sign_in_until_let_in_again(register: Register, clock: Clock) -> None:
    row = add(register)
    with register.writing() as uow:
        accounts.deactivate(uow, row.id, row.version)
    assert not found(register, row.id).active
    with pytest.raises(UserError):
        Register.open(register.location.text, Credentials("projektledare", OTHER), clock)
    assert register.slots.read().find("projektledare") is None
    with register.writing() as uow:
        accounts.reset_password(uow, row.id, "ett tredje lösenord")
    Register.open(register.location.text, Credentials("projektledare", "ett tredje lösenord"), clock).close()
    assert sound(register)


def test_a_lost_password_is_replaced(register: Register, clock: Clock) -> None:
    row = add(register)
    with register.writing() as uow:
        accounts.reset_password(uow, row.id, "ett tredje lösenord")
    with pytest.raises(UserError):
        Register.open(register.location.text, Credentials("projektledare", OTHER), clock)
    Register.open(register.location.text, Credentials("projektledare", "ett tredje lösenord"), clock).close()


def test_the_last_administrator_stays(register: Register) -> None:
    row = mine(register)
    with pytest.raises(UserError, match="last administrator"), register.writing() as uow:
        accounts.deactivate(uow, row.id, row.version)
    with pytest.raises(UserError, match="last administrator"), register.writing() as uow:
        accounts.change(uow, row.id, row.version, name=row.name, roles=frozenset({Role.COACH}), phone="")
    second = add(register, NewUser("admin", "Admin", frozenset({Role.ADMINISTRATOR}), OTHER))
    with register.writing() as uow:
        accounts.change(uow, row.id, row.version, name=row.name, roles=frozenset({Role.COACH}), phone="")
    with pytest.raises(UserError, match="last administrator"), register.writing() as uow:
        accounts.deactivate(uow, second.id, second.version)


@pytest.mark.parametrize(
    "new",
    [
        NewUser("", "X", frozenset({Role.COACH}), OTHER),
        NewUser("två ord", "X", frozenset({Role.COACH}), OTHER),
        NewUser("x" * 61, "X", frozenset({Role.COACH}), OTHER),
        NewUser("*recovery*", "X", frozenset({Role.COACH}), OTHER),
        NewUser("ny", "", frozenset({Role.COACH}), OTHER),
        NewUser("ny", "x" * 300, frozenset({Role.COACH}), OTHER),
        NewUser("ny", "X", frozenset(), OTHER),
        NewUser("ny", "X", frozenset({Role.COACH}), "kort"),
        NewUser(" COACH ", "X", frozenset({Role.COACH}), OTHER),
    ],
)
def test_what_cannot_be_a_user_is_refused_and_nothing_changed(register: Register, new: NewUser) -> None:
    before = register.slots.read()
    with pytest.raises(InvalidInput):
        add(register, new)
    assert register.slots.read() == before
    with register.reading() as uow:
        assert len(accounts.users(uow)) == 1


def test_nobody_hands_on_a_key_that_they_do_not_hold(register: Register, clock: Clock) -> None:
    file = register.slots.read()
    assert isinstance(file, KeyFile)
    register.slots.write(with_only(file, str(register.user.id), ()))
    with opened(register.location.text, clock) as administrator:
        with pytest.raises(NotAllowed, match="do not hold"):
            add(administrator, NewUser("ny", "Ny", frozenset({Role.COACH}), OTHER))
        add(administrator)
        assert [fault.fields.get("login") for fault in check.check(administrator).findings] == ["coach"]


@pytest.mark.parametrize("role", [Role.COACH, Role.PROJECT_LEAD, Role.SUPERVISOR])
def test_only_administrators_manage_users(register: Register, clock: Clock, role: Role) -> None:
    row = add(register, NewUser("annan", "Annan", frozenset({role}), OTHER))
    other = Register.open(register.location.text, Credentials("annan", OTHER), clock)
    for forbidden in (
        lambda uow: accounts.users(uow),
        lambda uow: accounts.add(uow, LEAD),
        lambda uow: accounts.change(uow, row.id, row.version, name="X", roles=frozenset({Role.ADMINISTRATOR}), phone=""),
        lambda uow: accounts.deactivate(uow, row.id, row.version),
        lambda uow: accounts.reset_password(uow, row.id, OTHER),
    ):
        with pytest.raises(NotAllowed), other.writing() as uow:
            forbidden(uow)
    with pytest.raises(NotAllowed):
        check.check(other)
    other.close()


def test_a_user_saved_by_somebody_else_meanwhile_is_not_overwritten(register: Register) -> None:
    row = add(register)
    with register.writing() as uow:
        accounts.change(uow, row.id, row.version, name="Lena", roles=frozenset({Role.COACH}), phone="")
    with pytest.raises(Stale), register.writing() as uow:
        accounts.change(uow, row.id, row.version, name="Lena", roles=frozenset({Role.SUPERVISOR}), phone="")
    assert found(register, row.id).holds_health


def test_access_is_never_undone_without_its_keys(register: Register) -> None:
    row = add(register)
    with register.writing() as uow:
        done = accounts.deactivate(uow, row.id, row.version)
    assert not done.undoable
    with pytest.raises(NotAllowed), register.writing() as uow:
        undo.undo(uow, done.transaction)


def test_slots_are_put_back_when_the_change_fails_after_all(register: Register) -> None:
    before = register.slots.read()

    def fail_after_adding() -> None:
        with register.writing() as uow:
            accounts.add(uow, LEAD)
            raise UserError("something else went wrong")

    with pytest.raises(UserError):
        fail_after_adding()
    assert register.slots.read() == before
    assert sound(register)
    add(register)


def test_an_administrator_says_a_telephone_and_everybody_their_own(register: Register, clock: Clock) -> None:
    row = add(register, replace(LEAD, phone="0701740691"))
    assert row.phone == "070-174 06 91"
    with register.writing() as uow:
        accounts.change(uow, row.id, row.version, name=row.name, roles=row.roles, phone="+47 22 22 22 22")
    assert found(register, row.id).phone == "+47 22 22 22 22"
    lead = Register.open(register.location.text, Credentials("projektledare", OTHER), clock)
    with lead.reading() as uow:
        own = accounts.own_phone(uow)
    with lead.writing() as uow:
        accounts.set_own_phone(uow, own.version, "070 174 06 92")
    with pytest.raises(Stale), lead.writing() as uow:
        accounts.set_own_phone(uow, own.version, "070 174 06 93")
    with lead.reading() as uow:
        assert accounts.own_phone(uow).phone == "070-174 06 92"
    lead.close()
    assert mine(register).phone == ""


def test_what_is_no_telephone_is_refused_at_its_field(register: Register) -> None:
    with pytest.raises(InvalidInput) as refused:
        add(register, replace(LEAD, phone="ring mig"))
    assert refused.value.field == "phone"
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        accounts.set_own_phone(uow, mine(register).version, "12")
    assert refused.value.field == "phone"


def test_one_changes_ones_own_password(register: Register, clock: Clock) -> None:
    with pytest.raises(InvalidInput) as wrong:
        passwords.change_own(register, "fel lösenord", OTHER)
    assert wrong.value.field == "old"
    with pytest.raises(InvalidInput) as short:
        passwords.change_own(register, PASSWORD, "kort")
    assert short.value.field == "new"
    passwords.change_own(register, PASSWORD, OTHER)
    again = Register.open(register.location.text, Credentials("coach", OTHER), clock)
    assert again.user.holds_health
    again.close()
    assert sound(register)
