"""Attacks on who belongs: by a supervisor who holds the register key, programs, and may write every file of the register."""

import json
import secrets
import shutil
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import update

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import accounts, check, identity, keys, passwords, pins, sealing
from jobbpunkt.register.folding import fold
from jobbpunkt.register.identity import Lock
from jobbpunkt.register.key_file import KeyFile, KeySet
from jobbpunkt.register.keys import CHEAPEST, DataKeys, Pair
from jobbpunkt.register.links import Kind
from jobbpunkt.register.members import Members
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.roster import Roster, said_of
from jobbpunkt.register.upgrading import Foundation, found
from models.account import User
from models.vocabulary import Role
from tests.attacks.insider import Change, Office, office, relinked, stranger
from tests.registers import NOW, PASSWORD, opened

DAMAGED = "is wrong from row"


@pytest.fixture
def desk(place: str, clock: Clock) -> Office:
    """The office, first in a file and then on the server; this computer has forgotten what it saw."""
    made = office(place, clock)
    shutil.rmtree(pins.folder())
    return made


def roles_edited(desk: Office) -> Change:
    number = next(link.told["n"] for link in desk.file().chain if link.told.get("login") == "sam")
    return lambda file: relinked(file, number, roles=["coach"])


def own_appointment(desk: Office) -> Change:
    return lambda file: file.linked(desk.signed(file, "roles", user=desk.insider.user, roles=["coach"]))


def own_half_in_the_link_of_a_coach(desk: Office) -> Change:
    number = next(link.told["n"] for link in desk.file().chain if link.told.get("login") == "cilla")
    return lambda file: relinked(file, number, receives=desk.insider.pair.halves.receives.hex())


def in_the_name_of_an_administrator(desk: Office) -> Change:
    told = {"user": desk.insider.user, "roles": ["coach"]}
    return lambda file: file.linked(desk.signed(file, "roles", by=desk.ids["coach"], **told))


def an_administrator_of_ones_own(desk: Office) -> Change:
    told = {"user": stranger(), "login": "mia", "roles": ["administrator"], **said_of(Pair.new().halves)}
    return lambda file: file.linked(desk.signed(file, "appoint", **told))


def a_reset_of_a_coach(desk: Office) -> Change:
    return lambda file: file.linked(desk.signed(file, "reset", user=desk.ids["cilla"], **said_of(desk.insider.pair.halves)))


def a_succession_of_a_coach(desk: Office) -> Change:
    return lambda file: file.linked(desk.signed(file, "succeed", user=desk.ids["cilla"], **said_of(desk.insider.pair.halves)))


def an_epoch_with_a_health_key_of_ones_own(desk: Office) -> Change:
    commits = dict(members_of(desk).epochs[-1]) | {"health": keys.commitment(desk.file().register_id, "health", bytes(32))}
    return lambda file: file.linked(desk.signed(file, "epoch", epoch=2, commits=commits))


def a_link_taken_out(desk: Office) -> Change:
    return lambda file: replace(file, chain=(*file.chain[:3], *file.chain[4:]))


def two_links_exchanged(desk: Office) -> Change:
    return lambda file: replace(file, chain=(*file.chain[:3], file.chain[4], file.chain[3], *file.chain[5:]))


def no_link_at_all(desk: Office) -> Change:
    return lambda file: replace(file, chain=())


def a_link_of_nothing(desk: Office) -> Change:
    return lambda file: file.linked(desk.signed(file, "wish", user=desk.insider.user))


def members_of(desk: Office) -> Members:
    file = desk.file()
    return fold(file.chain, file.register_id, desk.insider.root)


CHAINS = (
    *(roles_edited, own_appointment, own_half_in_the_link_of_a_coach, in_the_name_of_an_administrator),
    *(an_administrator_of_ones_own, a_reset_of_a_coach, a_succession_of_a_coach, an_epoch_with_a_health_key_of_ones_own),
    *(a_link_taken_out, two_links_exchanged, no_link_at_all, a_link_of_nothing),
)


@pytest.mark.parametrize("attack", CHAINS)
def test_a_chain_that_the_insider_has_written_opens_for_nobody(desk: Office, attack: Any) -> None:
    desk.change(attack(desk))
    for login in ("coach", "cilla", "sam", "ada"):
        assert "list of users in the key file" in desk.refused(login), login


def test_a_whole_chain_under_another_root_opens_for_nobody_else(desk: Office) -> None:
    """The users' slots name the root that they belong to."""
    me = identity.founder(desk.insider.user, "sam", Lock.new(PASSWORD, CHEAPEST))
    made = DataKeys(desk.key, secrets.token_bytes(32), secrets.token_bytes(32))
    own = found(desk.file().register_id, Foundation(me, frozenset({Role.ADMINISTRATOR}), made, NOW), desk.store.salt)
    desk.change(lambda file: replace(own, slots=(*own.slots, *(slot for slot in file.slots if slot.login != "sam"))))
    for login in ("coach", "cilla", "ada"):
        desk.refused(login)


@pytest.mark.parametrize("whose", ["coach", "cilla", "ada"])
def test_a_slot_of_the_insiders_own_under_anothers_name_does_not_sign_in_as_them(desk: Office, whose: str) -> None:
    forged = replace(desk.insider, user=desk.ids[whose], login=whose, lock=Lock.new(PASSWORD, CHEAPEST))
    desk.change(lambda file: file.put(forged.slot(file.register_id)))
    assert "has changed the key file" in desk.refused(whose)


def test_a_health_key_of_the_insiders_own_is_not_taken(desk: Office) -> None:
    """HPKE does not tell who sealed: only the commitment shows that this is not the key."""
    false = DataKeys(desk.key, secrets.token_bytes(32), secrets.token_bytes(32))
    cilla = desk.ids["cilla"]

    def slip_in(file: KeyFile) -> KeyFile:
        return file.sealed(cilla, 1, {**sealing.seal_for(members_of(desk), cilla, false)})

    desk.change(slip_in)
    assert "has changed the key file" in desk.refused("cilla")


def test_the_seals_of_a_coach_open_nothing_for_the_insider(desk: Office) -> None:
    seals = desk.file().sets[0].seals[desk.ids["cilla"]]
    desk.change(lambda file: file.sealed(desk.insider.user, 1, seals))
    assert "has changed the key file" in desk.refused("sam")


def test_a_set_of_an_epoch_that_nobody_signed_is_not_taken(desk: Office) -> None:
    desk.change(lambda file: replace(file, sets=tuple(KeySet(one.salt, 2, one.seals) for one in file.sets)))
    assert "has changed the key file" in desk.refused("cilla")


def edit_roles(desk: Office, login: str, roles: list[str]) -> None:
    with closing(desk.open("sam")) as insider, insider.writing() as uow:
        uow.session.execute(update(User).where(User.login == login).values(roles=roles))


def row(register: Register, login: str) -> accounts.UserRow:
    with register.reading() as uow:
        return next(one for one in accounts.users(uow) if one.login == login)


def test_roles_edited_in_the_database_give_no_right_and_no_key(desk: Office) -> None:
    """Finding 2: the next edit or reset by an administrator once sealed the health key to whoever had edited the roles."""
    edit_roles(desk, "sam", ["coach", "administrator"])
    insider = desk.open("sam")
    assert insider.user.roles == {Role.SUPERVISOR}
    assert not insider.user.holds_health
    insider.close()
    with opened(desk.place, desk.clock) as administrator:
        told = [one for one in administrator.told if "outside the program" in one.sentence]
        assert [one.fields["who"].users for one in told] == [(("sam", frozenset({Role.SUPERVISOR})),)]  # type: ignore[attr-defined]
        assert any("outside the program" in one.sentence for one in check.check(administrator).findings)
        shown = row(administrator, "sam")
        assert shown.roles == {Role.SUPERVISOR}
        with administrator.writing() as uow:
            accounts.reset_password(uow, shown.id, "ett nytt lösenord till Sam")
        with administrator.writing() as uow:
            accounts.change(uow, shown.id, row(administrator, "sam").version, name="Sam", roles=shown.roles, phone="")
        assert check.check(administrator).findings == ()
        assert set(desk.file().sets[0].seals[str(shown.id)]) == {"register"}
    again = Register.open(desk.place, Credentials("sam", "ett nytt lösenord till Sam"), desk.clock)
    assert set(again.data_keys.named()) == {"register"}
    again.close()


def test_a_user_put_into_the_database_is_handed_nothing(desk: Office) -> None:
    with closing(desk.open("sam")) as insider, insider.writing() as uow:
        uow.add(User(login="mia", name="Mia", roles=["coach"]))
    with opened(desk.place, desk.clock) as administrator:
        mia = row(administrator, "mia")
        assert (mia.roles, mia.holds_health) == (frozenset(), False)
        with pytest.raises(UserError, match="outside the program"), administrator.writing() as uow:
            accounts.reset_password(uow, mia.id, PASSWORD)
        with pytest.raises(UserError, match="outside the program"), administrator.writing() as uow:
            accounts.change(uow, mia.id, mia.version, name="Mia", roles=frozenset({Role.COACH}), phone="")
        with administrator.writing() as uow:
            accounts.deactivate(uow, mia.id, mia.version)
        assert not row(administrator, "mia").active


def test_names_exchanged_in_the_database_give_no_key_to_another(desk: Office) -> None:
    """An administrator who means Cilla must not be led to hand Sam her keys."""
    with closing(desk.open("sam")) as insider, insider.writing() as uow:
        for login, other in (("sam", "x"), ("cilla", "sam"), ("x", "cilla")):
            uow.session.execute(update(User).where(User.login == login).values(login=other))
    with opened(desk.place, desk.clock) as administrator:
        for login in ("sam", "cilla"):
            shown = row(administrator, login)
            with pytest.raises(UserError, match="outside the program"), administrator.writing() as uow:
                accounts.reset_password(uow, shown.id, PASSWORD)


def supervisor_for_cilla(desk: Office) -> KeyFile:
    """Let an administrator take the coach's role from Cilla; return the key file from before."""
    before = desk.file()
    with opened(desk.place, desk.clock) as administrator, administrator.writing() as uow:
        shown = next(one for one in accounts.users(uow) if one.login == "cilla")
        accounts.change(uow, shown.id, shown.version, name="Cilla", roles=frozenset({Role.SUPERVISOR}), phone="")
    return before


def test_a_chain_that_is_rolled_back_is_noticed_by_the_slot_of_who_went_on(desk: Office) -> None:
    before = supervisor_for_cilla(desk)
    shutil.rmtree(pins.folder())
    desk.change(lambda file: replace(file, chain=before.chain, sets=before.sets))
    assert "older than one that was seen before" in desk.refused("coach")


def test_a_whole_key_file_that_is_rolled_back_is_noticed_by_this_computer(desk: Office) -> None:
    before = supervisor_for_cilla(desk)
    desk.change(lambda _: before)
    for login in ("coach", "cilla", "sam", "ada"):
        assert "older than the one this computer has seen" in desk.refused(login)


def test_check_compares_with_every_pin_that_it_finds(desk: Office) -> None:
    """On a computer that saw the register at another place, such as before it was moved, with that end of its history."""
    before = supervisor_for_cilla(desk)
    desk.open("cilla").close()
    (pin,) = pins.folder().iterdir()
    noted = json.loads(pin.read_text()) | {"place": f"{desk.place}-before"}
    pin.with_name(pin.name.replace(".json", "0.json")).write_text(json.dumps(noted))
    pin.unlink()
    desk.change(lambda _: before)
    with opened(desk.place, desk.clock) as administrator:
        findings = [one.sentence for one in check.check(administrator).findings]
    assert [one for one in findings if "{path}" in one] == [
        "The list of users is older than the one noted in {path}, or another: an old key file was put back. Put"
        " the latest key file beside the register."
    ]


def let_go(desk: Office, login: str) -> None:
    with opened(desk.place, desk.clock) as administrator, administrator.writing() as uow:
        shown = next(one for one in accounts.users(uow) if one.login == login)
        accounts.deactivate(uow, shown.id, shown.version)


@pytest.fixture
def fallen(desk: Office) -> tuple[Office, Office, KeyFile]:
    """The office after the administrator Ada was let go; what Ada kept; and the key file from before that."""
    ada = desk.open("ada")
    standing, key = ada.keyring.standing, ada.data_keys.register
    assert standing is not None
    ada.close()
    before = desk.file()
    let_go(desk, "ada")
    return desk, replace(desk, insider=standing.identity, key=key), before


def test_an_administrator_who_was_let_go_appoints_nobody(fallen: tuple[Office, Office, KeyFile]) -> None:
    desk, ada, _ = fallen
    assert ada.insider.user not in {slot.user for slot in desk.file().slots}
    assert ada.insider.user not in desk.file().sets[0].seals
    desk.change(lambda file: file.linked(ada.signed(file, "roles", user=desk.ids["sam"], roles=["coach"])))
    assert DAMAGED in desk.refused("cilla")


def test_an_administrator_who_was_let_go_forks_from_before_that_and_is_noticed(
    fallen: tuple[Office, Office, KeyFile],
) -> None:
    desk, ada, before = fallen
    fork = before.linked(ada.signed(before, "roles", user=desk.ids["sam"], roles=["coach"]))
    desk.change(lambda file: replace(file, chain=fork.chain))
    for login in ("coach", "cilla", "sam"):
        assert "older than" in desk.refused(login)


def test_an_old_password_with_its_old_slot_opens_nothing_in_the_new_key_file(desk: Office) -> None:
    """Finding 1, of the password: re-wrapping the same pair left the old key file and the old password working."""
    before = desk.file().find("cilla")
    assert before is not None
    with closing(desk.open("cilla")) as cilla:
        passwords.change_own(cilla, PASSWORD, "ett helt annat lösenord")
    shutil.rmtree(pins.folder())
    desk.change(lambda file: file.put(before))
    assert "has changed the key file" in desk.refused("cilla")


def test_the_pair_from_before_a_new_password_signs_nothing_more(desk: Office) -> None:
    with closing(desk.open("sam")) as sam:
        passwords.change_own(sam, PASSWORD, "ett helt annat lösenord")
    desk.change(lambda file: file.linked(desk.signed(file, "succeed", user=desk.insider.user, **said_of(Pair.new().halves))))
    assert DAMAGED in desk.refused("coach")


def test_a_recovery_key_that_was_used_is_used_up(desk: Office, sqlite_template: Any, postgres_template: Any) -> None:
    """Finding 1, of the recovery key: it could be used for ever."""
    template = postgres_template if desk.place.startswith("postgresql") else sqlite_template
    before = desk.file().find(keys.RECOVERY_LOGIN)
    assert before is not None
    made = Register.recover(desk.place, template.recovery_key, "cilla", "återställt lösenord", desk.clock)
    assert made.register.user.roles == {Role.COACH}
    made.register.close()
    assert made.recovery_key != template.recovery_key
    for put_back in (False, True):
        if put_back:
            desk.change(lambda file: file.put(before))
        with pytest.raises(UserError):
            Register.recover(desk.place, template.recovery_key, "coach", "ännu ett lösenord här", desk.clock)


def test_nobody_gives_themselves_a_role_where_there_is_another_administrator(desk: Office) -> None:
    """The chain itself refuses the link, whatever the program that wrote it."""
    with closing(desk.open("ada")) as ada, ada.writing() as uow, pytest.raises(UserError, match="is wrong from row"):
        Roster(uow).sign(Kind.ROLES, user=desk.ids["ada"], roles=["administrator", "coach"])
