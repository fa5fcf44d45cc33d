"""A prepared server: each user has a login of their own, which follows their access; backup, check and restore see it whole."""

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.cli import program
from jobbpunkt.people import notes
from jobbpunkt.people.caseload import caseload
from jobbpunkt.people.details import PersonData, change, create, reveal
from jobbpunkt.register import accounts, backup, check, database, finding, location, passwords, pins, restoring, server_preparing
from jobbpunkt.register.accounts import UserRow
from jobbpunkt.register.opening import Register
from jobbpunkt.register.permissions import Permission
from models.vocabulary import Protection, Role
from tests import old_registers
from tests.postgres import Server
from tests.registers import FOUNDER, PASSWORD, SIGN_IN, Template
from tests.servers import LEAD, OTHER, let_in, own_way, prepared, sign_in

NEW = "ett helt nytt lösenord"


@pytest.fixture
def server_template(postgres: Server) -> Iterator[Template]:
    """A prepared and founded register that nobody has open."""
    template = prepared(postgres)
    yield template
    postgres.drop(template.place.partition("?")[0].rpartition("/")[2])


@pytest.fixture
def signed_in(server_template: Template, clock: Clock) -> Iterator[Register]:
    """The founder, signed in with a login of their own."""
    register = Register.open(own_way(server_template), SIGN_IN, clock)
    yield register
    register.close()


def row(register: Register, login: str) -> UserRow:
    with register.reading() as uow:
        return next(one for one in accounts.users(uow) if one.login == login)


def shut(template: Template, login: str, password: str, clock: Clock) -> bool:
    with pytest.raises(UserError) as refusal:
        sign_in(template, login, clock, password)
    return refusal.value.sentence.startswith("The user name or the password is wrong")


def session_user(register: Register) -> object:
    with register.reading() as uow:
        return (
            uow.session.connection()
            .exec_driver_sql("SELECT session_user = current_user AND session_user LIKE 'jp_u_%%'")
            .scalar()
        )


def test_everybody_is_signed_in_as_themselves_and_sees_what_is_theirs(
    server_template: Template, signed_in: Register, clock: Clock
) -> None:
    let_in(signed_in)
    with signed_in.writing() as uow:
        create(uow, PersonData(given_name="Åsa", family_name="Öberg"))
        create(uow, PersonData(given_name="Hemlig", protection=Protection.CONFIDENTIALITY_MARKING))
    lead = sign_in(server_template, LEAD, clock)
    try:
        assert session_user(signed_in) is session_user(lead) is True
        for register, seen in ((signed_in, 2), (lead, 1)):
            with register.reading() as uow:
                assert len(caseload(uow)) == seen
                assert [hit.title for hit in finding.find(uow, "as ob")] == ["Åsa Öberg"]
                assert len(caseload(uow, words="ås")) == 1
    finally:
        lead.close()
    assert check.check(signed_in).findings == ()


def test_somebody_is_protected_wholly_and_opened_again_by_who_has_a_login_of_their_own(
    server_template: Template, signed_in: Register
) -> None:
    with signed_in.writing() as uow:
        person = create(uow, PersonData("Åsa", "Kvittenlykta", phone="0701740620")).record
        note = notes.add(uow, person, "Kvittenlykta sade").record
    with signed_in.writing() as uow:
        notes.change(uow, note, 1, "Kvittenlykta sade annat")

    def lies() -> bool:
        engine = database.engine_of(location.parse(server_template.place), b"")
        with engine.connect() as connection:
            names = connection.exec_driver_sql(
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
            )
            found = [connection.exec_driver_sql(f"SELECT t::text FROM {name} AS t").scalars().all() for name in names.scalars()]
        engine.dispose()
        return "kvittenlykta" in str(found).lower()

    def turn(wanted: Protection) -> None:
        with signed_in.writing() as uow:
            found = reveal(uow, person, "Skydd på begäran")
        with signed_in.writing() as uow:
            change(uow, person, found.version, replace(found.data, protection=wanted))

    assert lies()
    turn(Protection.CONFIDENTIALITY_MARKING)
    assert not lies()
    with signed_in.writing() as uow:
        notes.add(uow, person, "Kvittenlykta efteråt")
    assert not lies()
    assert check.check(signed_in).findings == ()
    turn(Protection.NONE)
    assert lies()
    with signed_in.reading() as reader:
        assert {one.text for one in notes.of_person(reader, person)} == {"Kvittenlykta sade annat", "Kvittenlykta efteråt"}
    assert check.check(signed_in).findings == ()


def test_the_server_is_never_told_a_password(server_template: Template, signed_in: Register) -> None:
    assert signed_in.location.login is not None
    told = signed_in.location.login.password
    assert PASSWORD not in told
    assert told not in repr(signed_in.location)
    with psycopg.connect(server_template.place) as connection:
        kept = "SELECT rolpassword FROM pg_authid WHERE rolname = %s"
        verifier = connection.execute(kept, (signed_in.location.login.name,)).fetchone()
    assert verifier is not None
    assert verifier[0].startswith("SCRAM-SHA-256$")
    assert told not in verifier[0]


def test_access_follows_what_an_administrator_and_oneself_do(
    server_template: Template, signed_in: Register, clock: Clock
) -> None:
    let_in(signed_in)
    lead = sign_in(server_template, LEAD, clock)
    passwords.change_own(lead, OTHER, NEW)
    assert shut(server_template, LEAD, OTHER, clock)
    lead.engine.dispose()
    with lead.writing() as uow:  # on a connection that is made anew
        accounts.set_own_phone(uow, row(signed_in, LEAD).version, "070-123 45 67")
    with signed_in.writing() as uow:
        now = row(signed_in, LEAD)
        accounts.change(uow, now.id, now.version, name="Lena", roles=frozenset({Role.SUPERVISOR}), phone="")
    with pytest.raises(UserError), lead.reading() as uow:
        caseload(uow)
    with signed_in.writing() as uow:
        now = row(signed_in, LEAD)
        accounts.deactivate(uow, now.id, now.version)
    with pytest.raises(UserError), lead.reading() as uow:
        uow.session.connection()
    lead.close()
    assert shut(server_template, LEAD, NEW, clock)
    with signed_in.writing() as uow:
        accounts.reset_password(uow, now.id, OTHER)
    sign_in(server_template, LEAD, clock).close()
    assert check.check(signed_in).findings == ()


def test_the_recovery_key_is_used_by_who_runs_the_server(server_template: Template, clock: Clock) -> None:
    with pytest.raises(UserError):
        Register.recover(own_way(server_template), server_template.recovery_key, FOUNDER.login, NEW, clock)
    Register.recover(server_template.place, server_template.recovery_key, FOUNDER.login, NEW, clock).register.close()
    sign_in(server_template, FOUNDER.login, clock, NEW).close()
    assert shut(server_template, FOUNDER.login, PASSWORD, clock)


def test_a_backup_holds_all_of_it_and_is_restored_with_the_logins(
    server_template: Template, signed_in: Register, clock: Clock, tmp_path: Path
) -> None:
    with signed_in.writing() as uow:
        create(uow, PersonData(given_name="Hemlig", protection=Protection.CONFIDENTIALITY_MARKING))
    made = backup.make(signed_in, tmp_path / "copy.jobbpunkt")
    assert made.head == check.check(signed_in).head
    let_in(signed_in)
    passwords.change_own(signed_in, PASSWORD, NEW)
    register_id = signed_in.slots.read().register_id
    signed_in.close()
    restored = restoring.restore(made.path, server_template.place, SIGN_IN, clock)
    assert restored.head == made.head
    # This computer, as any other, has seen more at that address than what is there now, and asks what to make of it.
    pins.forget(location.parse(own_way(server_template)), register_id)
    assert shut(server_template, LEAD, OTHER, clock)  # was let in after the backup
    with closing(sign_in(server_template, FOUNDER.login, clock, PASSWORD)) as again, again.reading() as uow:
        assert len(caseload(uow)) == 1
    assert restored.kept is not None
    with psycopg.connect(server_template.place) as connection:
        kept = location.parse(restored.kept).schema
        allowed = "SELECT has_schema_privilege(rolname, %s, 'USAGE') FROM pg_roles WHERE rolname LIKE 'jp_member_%%'"
        assert connection.execute(allowed, (kept,)).fetchone() == (False,)


def test_a_register_of_one_login_for_all_is_prepared_in_one_step(
    postgres_place: str, clock: Clock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JOBBPUNKT_PASSWORD", PASSWORD)
    command = ["--language", "en", "server", "prepare", postgres_place, "--user", FOUNDER.login]
    assert program.run(command, lambda: 0) == 0
    assert "jp_upgrade_register_" in capsys.readouterr().out
    own = postgres_place.replace("://test@", "://")
    register = Register.open(own, SIGN_IN, clock)
    assert session_user(register)
    assert check.check(register).findings == ()
    register.close()
    assert program.run(command, lambda: 0) == 0  # again, and nothing is lost
    Register.open(own, SIGN_IN, clock).close()


def test_only_a_superuser_prepares_and_only_a_server(server_template: Template, tmp_path: Path) -> None:
    with psycopg.connect(server_template.place, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS nobody_special")
        connection.execute("CREATE ROLE nobody_special LOGIN PASSWORD 'hemligt'")
        database = connection.info.dbname
        connection.execute(f"GRANT CONNECT ON DATABASE {database} TO nobody_special")
        os.environ["PGPASSWORD"] = "hemligt"
        try:
            with pytest.raises(UserError, match="superuser"):
                server_preparing.prepare(location.parse(server_template.place.replace("test@", "nobody_special@")))
        finally:
            del os.environ["PGPASSWORD"]
            connection.execute(f"REVOKE CONNECT ON DATABASE {database} FROM nobody_special")
            connection.execute("DROP ROLE nobody_special")
    with pytest.raises(UserError, match="server"):
        server_preparing.prepare(location.parse(str(tmp_path / "register.jobbpunkt")))


def test_an_older_schema_is_brought_up_to_date_by_who_runs_the_server(server_template: Template, clock: Clock) -> None:

    engine = database.engine_of(location.parse(server_template.place), b"")
    old_registers.downgrade(engine, "-1")
    engine.dispose()
    with pytest.raises(UserError, match="older version"):
        Register.open(own_way(server_template), SIGN_IN, clock)
    Register.open(server_template.place, SIGN_IN, clock).close()
    Register.open(own_way(server_template), SIGN_IN, clock).close()


def test_the_upgrade_login_founds_and_upgrades_though_it_is_nothing_by_itself(
    server_template: Template, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = server_template.place.partition("?")[0].rpartition("/")[2]
    with psycopg.connect(server_template.place) as connection:
        connection.execute(f"ALTER ROLE jp_upgrade_{name} PASSWORD 'hemligt'")
    monkeypatch.setenv("PGPASSWORD", "hemligt")
    place = server_template.place.replace("test@", f"jp_upgrade_{name}@")
    register = Register.open(place, SIGN_IN, clock)
    assert register.user.may(Permission.MANAGE_REGISTER)
    assert check.check(register).findings == ()
    register.close()
    with psycopg.connect(place) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("SELECT count(*) FROM public.person")


def test_the_server_reckons_with_few_who_are_found_and_looks_each_of_them_up(server_template: Template) -> None:
    """A function that says nothing of it is taken to find a thousand."""
    with psycopg.connect(server_template.place) as connection:
        assert connection.execute("SELECT prorows FROM pg_proc WHERE oid = 'jp.found(text)'::regprocedure").fetchone() == (5,)
