"""Opening a register: everything that must keep it shut, and that nothing typed can be read outside it."""

import json
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, update

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import NotAllowed, UserError
from jobbpunkt.people.caseload import caseload
from jobbpunkt.people.details import PersonData, create
from jobbpunkt.register import database, file_lock, key_file
from jobbpunkt.register.arriving import REGISTER_ID
from jobbpunkt.register.founding import Founder
from jobbpunkt.register.keys import CHEAPEST, RECOVERY_LOGIN
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.slots import beside
from models.account import RegisterInfo, User
from models.organisation import Organisation
from tests.postgres import Server
from tests.registers import FOUNDER, PASSWORD, SIGN_IN, Template, opened

CANARY = "kanariefågel"
ENGINE_WORDS = ("sqlite", "psycopg", "Traceback", "OperationalError")


def refused(place: str, credentials: Credentials = SIGN_IN) -> str:
    """Return the English sentence that an attempt to open is refused with."""
    with pytest.raises(UserError) as refusal:
        Register.open(place, credentials)
    said = refusal.value.sentence.format(**refusal.value.fields)
    assert not any(word in said for word in ENGINE_WORDS)
    assert credentials.password not in said.split()
    return said


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()}


@pytest.mark.parametrize(
    "credentials",
    [
        Credentials("coach", "fel lösenord här"),
        Credentials("coach", ""),
        Credentials("coach", PASSWORD + " "),
        Credentials("coach", "\udcff\x00" * 10),
        Credentials("ingen", PASSWORD),
        Credentials("", PASSWORD),
        Credentials("coach' OR 1=1 --", PASSWORD),
    ],
)
def test_a_wrong_user_or_password_is_refused_in_the_same_words(place: str, credentials: Credentials) -> None:
    assert refused(place, credentials) == (
        "The user name or the password is wrong. Try again, or ask an"
        " administrator for a new password. If nobody can give you one, use"
        " the recovery key."
    )


@pytest.mark.parametrize("login", ["coach", "COACH", " Coach "])
def test_a_user_name_is_the_same_in_every_case(place: str, login: str, clock: Clock) -> None:
    Register.open(place, Credentials(login, PASSWORD), clock).close()


def test_a_password_is_the_same_however_its_letters_were_typed(empty_place: str, clock: Clock) -> None:
    composed, decomposed = "häst batteri häftstift", "ha\u0308st batteri ha\u0308ftstift"
    Register.create(empty_place, Founder("ny", "Ny", composed), clock, CHEAPEST).register.close()
    Register.open(empty_place, Credentials("ny", decomposed), clock).close()


def test_a_missing_register_is_refused_and_not_made(tmp_path: Path) -> None:
    assert refused(str(tmp_path / "none.jobbpunkt")).startswith("There is no register at")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a\0b", "//server/share/register", "\\\\server\\share\\register", "", "   ", "x" * 5000])
def test_an_impossible_name_is_refused(name: str) -> None:
    refused(name)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in refused(str(tmp_path))


def test_a_plain_database_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    plain = tmp_path / "plain.db"
    with sqlite3.connect(plain) as connection:
        connection.execute("CREATE TABLE person (name TEXT)")
    connection.close()
    before = contents(tmp_path)
    assert "unencrypted" in refused(str(plain))
    assert contents(tmp_path) == before


@pytest.mark.parametrize("content", [b"", b"x", b"PDF" * 4000, b"\0" * 4096])
def test_a_foreign_file_is_refused_and_left_as_it_was(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "foreign.bin").write_bytes(content)
    refused(str(tmp_path / "foreign.bin"))
    assert contents(tmp_path) == {"foreign.bin": content}


@pytest.mark.parametrize("length", [0, 15, 16, 100, 4095, 4096, 5000, 40960])
def test_a_truncated_register_is_refused_and_left_as_it_was(sqlite_place: str, length: int) -> None:
    file = Path(sqlite_place)
    file.write_bytes(file.read_bytes()[:length])
    before = contents(file.parent)
    assert "estore the register from a backup" in refused(sqlite_place)
    file_lock.beside(file).unlink(missing_ok=True)
    assert contents(file.parent) == before


@pytest.mark.parametrize("page", range(6))
def test_a_flipped_bit_is_never_read_as_data(sqlite_place: str, page: int, clock: Clock) -> None:
    file = Path(sqlite_place)
    damaged = bytearray(file.read_bytes())
    damaged[page * 4096 + 1000] ^= 0x10
    file.write_bytes(damaged)
    assert "damaged" in read_everything(sqlite_place, clock)


def read_everything(place: str, clock: Clock) -> str:
    """Return how reading the whole of a register is refused, or that only the check of all pages notices something."""
    try:
        with opened(place, clock) as register, register.reading() as uow:
            connection = uow.session.connection()
            for table in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all():
                connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            found = connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
    except UserError as refusal:
        return refusal.sentence
    return "a page is damaged" if found else "nothing was noticed"


def test_a_newer_register_is_refused(register: Register) -> None:
    with register.writing() as uow:
        uow.session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    register.close()
    assert "newer version" in refused(register.location.text)


def test_the_slots_of_another_register_are_refused(sqlite_place: str, tmp_path: Path, clock: Clock) -> None:
    other = tmp_path / "other.jobbpunkt"
    Register.create(str(other), FOUNDER, clock, CHEAPEST).register.close()
    for mine, theirs in zip(beside(Path(sqlite_place)), beside(other), strict=True):
        shutil.copyfile(theirs, mine)
    assert "wrong key file" in refused(sqlite_place)


def test_slots_with_the_right_key_but_for_another_register_are_refused(sqlite_register: Register) -> None:
    """A register whose identity is another's: the chain holds, and the database says that it is not this one."""
    with sqlite_register.writing() as uow:
        stranger = {"value": "01a20b7f-0000-7000-8000-000000000000"}
        uow.session.execute(update(RegisterInfo).where(RegisterInfo.key == REGISTER_ID).values(stranger))
    assert "The key file belongs to another register" in refused(sqlite_register.location.text)


def test_a_file_that_vanished_is_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(sqlcipher.OperationalError):
        database.connect_file(tmp_path / "gone.jobbpunkt", b"k" * 32)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("key", [b"", b"k" * 31, b"k" * 33])
def test_a_key_of_the_wrong_length_never_reaches_the_engine(tmp_path: Path, key: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        database.connect_file(tmp_path / "any.jobbpunkt", key)


def test_a_missing_key_file_is_named(sqlite_place: str) -> None:
    for file in beside(Path(sqlite_place)):
        file.unlink()
    assert "key file" in refused(sqlite_place)


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"null", b'{"format": 1}', b"\xff\xfe", b"[" * 10_000])
def test_the_second_copy_of_the_key_file_serves_when_the_first_is_damaged(sqlite_place: str, clock: Clock, damage: bytes) -> None:
    first, second = beside(Path(sqlite_place))
    first.write_bytes(damage)
    Register.open(sqlite_place, SIGN_IN, clock).close()
    assert first.read_bytes() == second.read_bytes() != damage
    for copy in (first, second):
        copy.write_bytes(damage)
    assert "key file" in refused(sqlite_place)


@pytest.mark.parametrize(
    ("part", "value"),
    [("argon2id", [8, 1, 1]), ("argon2id", [2**31, 3, 4]), ("wrapped", "AAAA"), ("user", "*recovery*"), ("login", "annan")],
)
def test_slots_with_impossible_parts_are_refused(sqlite_place: str, part: str, value: object) -> None:
    for path in beside(Path(sqlite_place)):
        content = json.loads(path.read_text())
        slot = next(slot for slot in content["slots"] if slot["login"] == "coach")
        slot[part] = value
        content["check"] = key_file.digest(content)
        path.write_text(json.dumps(content))
    refused(sqlite_place)


def test_a_server_that_is_away_is_told_in_one_sentence(tmp_path: Path) -> None:
    assert "does not answer" in refused(f"postgresql://test@/register?host={tmp_path}")


def test_an_unknown_database_and_an_empty_one_are_told_apart(postgres: Server, postgres_empty_place: str) -> None:
    assert "refuses the connection" in refused(postgres.url("nowhere"))
    assert "There is no register in the database" in refused(postgres_empty_place)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://coach:hemligt@localhost/register",
        "postgresql://coach@localhost/register?password=hemligt",
        "postgresql://coach@localhost/register?PASSWORD=hemligt",
        "postgresql://coach:@localhost/register",
    ],
)
def test_a_password_in_an_address_is_refused_and_not_repeated(address: str) -> None:
    said = refused(address)
    assert "Leave the password out" in said
    assert "hemligt" not in said


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://db.example.se/r?sslmode=disable",
        "postgresql:///r?hostaddr=10.0.0.1&sslmode=prefer",
        "postgresql://localhost,db.example.se/r?sslmode=require",
        "postgresql:///r?host=localhost,db.example.se&sslmode=allow",
    ],
)
def test_another_machine_needs_a_verified_connection(address: str) -> None:
    assert "verify-full" in refused(address)


@pytest.mark.parametrize("address", ["postgresql://[::1/r", "postgresql://localhost:port/r", "postgresql:///r?service=other"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    refused(address)


def test_a_register_is_never_made_over_something(place: str, clock: Clock) -> None:
    with pytest.raises(UserError, match="There is already"):
        Register.create(place, FOUNDER, clock, CHEAPEST)
    Register.open(place, SIGN_IN, clock).close()


def test_a_register_is_never_made_in_a_database_that_holds_something(postgres_empty_place: str, clock: Clock) -> None:
    import psycopg

    with psycopg.connect(postgres_empty_place) as connection:
        connection.execute("CREATE TABLE theirs (id integer)")
    with pytest.raises(UserError, match="not empty"):
        Register.create(postgres_empty_place, FOUNDER, clock, CHEAPEST)


def test_a_register_in_a_missing_folder_is_refused(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(UserError, match="does not exist"):
        Register.create(str(tmp_path / "none" / "r.jobbpunkt"), FOUNDER, clock, CHEAPEST)


@pytest.mark.parametrize("founder", [Founder("", "X", PASSWORD), Founder("a b", "X", PASSWORD), Founder("a", "X", "kort")])
def test_a_founder_who_could_not_sign_in_is_refused_and_nothing_made(tmp_path: Path, founder: Founder, clock: Clock) -> None:
    with pytest.raises(UserError):
        Register.create(str(tmp_path / "r.jobbpunkt"), founder, clock, CHEAPEST)
    assert list(tmp_path.iterdir()) == []


def test_a_register_file_is_for_its_owner_only(sqlite_place: str, tmp_path: Path, clock: Clock) -> None:
    made = tmp_path / "own.jobbpunkt"
    with Register.create(str(made), FOUNDER, clock, CHEAPEST).register.reading():
        modes = {file.name: file.stat().st_mode & 0o077 for file in tmp_path.iterdir() if file.name.startswith("own")}
    assert len(modes) >= 3
    assert set(modes.values()) == {0}


def test_the_recovery_key_gives_one_user_a_new_password(
    place: str, sqlite_template: Template, postgres_template: Template
) -> None:
    template = postgres_template if place.startswith("postgresql") else sqlite_template
    new = "ett helt nytt lösenord"
    with pytest.raises(UserError, match="no user"):
        Register.recover(place, template.recovery_key, "ingen", new)
    with pytest.raises(UserError, match="no user"):
        Register.recover(place, template.recovery_key, RECOVERY_LOGIN, new)
    with pytest.raises(UserError, match="wrong letter"):
        Register.recover(place, template.recovery_key[:-1], "coach", new)
    created = Register.recover(place, template.recovery_key.lower().replace("-", " "), "coach", new)
    created.register.close()
    refused(place)
    Register.open(place, Credentials("coach", new)).close()
    with pytest.raises(UserError, match="recovery key"):
        Register.recover(place, template.recovery_key, "coach", new)  # it was used up
    Register.recover(place, created.recovery_key, "coach", new).register.close()


def test_an_inactive_user_is_refused_with_the_right_password_and_with_the_recovery_key(
    place: str, sqlite_template: Template, postgres_template: Template, clock: Clock
) -> None:
    template = postgres_template if place.startswith("postgresql") else sqlite_template
    with opened(place, clock) as register, register.writing() as uow:
        uow.get(User, register.user.id).active = False
    with pytest.raises(NotAllowed):
        Register.open(place, SIGN_IN, clock)
    with pytest.raises(NotAllowed):
        Register.recover(place, template.recovery_key, "coach", "ett helt nytt lösenord", clock)


def test_a_closed_register_holds_no_keys_and_says_so(register: Register) -> None:
    register.close()
    register.close()
    with pytest.raises(UserError, match="closed"):
        register.reading()
    with pytest.raises(UserError, match="closed"):
        register.data_keys  # noqa: B018


def test_no_key_is_shown_by_any_of_its_holders(register: Register) -> None:
    key = register.data_keys.register
    for holder in (register.keyring, register.data_keys, register.keyring.keys):
        assert key.hex() not in repr(holder)
        assert repr(key) not in repr(holder)


def test_a_reader_has_no_way_to_note_what_would_be_lost(register: Register) -> None:
    with register.reading() as uow:
        assert not hasattr(uow, "note")


def test_an_engine_that_breaks_during_work_is_told_in_one_sentence(postgres_place: str, clock: Clock) -> None:
    with opened(postgres_place, clock) as register:
        with pytest.raises(UserError, match="does not answer"):
            lose_the_server(register)
        with register.reading() as uow:
            assert uow.session.query(Organisation).count() == 0


def lose_the_server(register: Register) -> None:
    with register.writing() as uow:
        uow.add(Organisation(name="Proffas"))
        uow.flush()
        uow.session.connection().exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")


def test_what_is_typed_is_found_in_no_file(
    sqlite_place: str, clock: Clock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    with opened(sqlite_place, clock) as register:
        with register.writing() as uow:
            for number in range(200):
                create(uow, PersonData(given_name=f"{CANARY} {number}", own_goal=CANARY * 40))
        with register.reading() as uow:
            assert len(caseload(uow, words=CANARY)) == 200
        spellings = [CANARY.encode(), CANARY.encode("utf-16-le"), b"kanariefagel"]
        files = [file for file in tmp_path.rglob("*") if file.is_file()]
        assert any(file.name.endswith("-wal") for file in files)
        for file in files:
            content = file.read_bytes()
            assert not any(spelling in content for spelling in spellings), file
        assert list(temporary.iterdir()) == []
    for file in (Path(sqlite_place), *beside(Path(sqlite_place))):
        assert not any(spelling in file.read_bytes() for spelling in spellings), file


def test_plain_sqlite_cannot_read_the_register(sqlite_register: Register) -> None:
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        sqlite3.connect(sqlite_register.location.text).execute("SELECT * FROM sqlite_master")


OTHER_KINDS = {
    "short list": b"namn;telefon\n",
    "list": "förnamn;efternamn\nÅsa;Öberg\n".encode() * 400,
    "list of old": "förnamn;efternamn\nÅsa;Öberg\n".encode("cp1252") * 400,
    "list of Windows": "förnamn;efternamn\n".encode("utf-16") * 300,
    "letter cut in a sign": b"x" * 4095 + "å".encode(),
    "json": b'{"basics": {}}',
    "paper": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(5000),
    "sheet": b"PK\x03\x04" + bytes(5000),
}


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_another_kind_of_file_is_told_as_such_and_not_as_damage(tmp_path: Path, kind: str) -> None:
    other = tmp_path / "lista.csv"
    other.write_bytes(OTHER_KINDS[kind])
    said = refused(str(other))
    assert "another kind of file" in said
    assert "backup" not in said
    assert other.read_bytes() == OTHER_KINDS[kind]


@pytest.mark.parametrize("length", [0, 16, 64, 1000, 4095])
def test_a_register_that_was_cut_is_told_as_cut(sqlite_register: Register, tmp_path: Path, length: int) -> None:
    cut = tmp_path / "cut.jobbpunkt"
    cut.write_bytes(Path(sqlite_register.location.text).read_bytes()[:length])
    assert "a part of it is missing" in refused(str(cut))


def test_what_is_counted_at_closing_holds_samples_of_no_names(sqlite_place: str, clock: Clock) -> None:
    """With samples of an index the engine plans each query that uses it anew whenever a value is given."""
    with opened(sqlite_place, clock) as register:
        with register.writing() as uow:
            for number in range(30):
                create(uow, PersonData(f"Åsa{number}", "Kvittenlykta"))
        with register.engine.begin() as connection:
            connection.exec_driver_sql("ANALYZE")
            assert "ix_person_name" in sampled(connection)
    with opened(sqlite_place, clock) as register, register.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'person'").scalar()
        assert "ix_history_entry_person_id" in sampled(connection)  # which may be nobody's
        assert sampled(connection).isdisjoint({"ix_person_name", "sqlite_autoindex_person_1", "ix_history_entry_record_id"})


def sampled(connection: Connection) -> set[str]:
    """Return the indexes of which the engine keeps samples."""
    return set(connection.exec_driver_sql("SELECT idx FROM sqlite_stat4").scalars())
