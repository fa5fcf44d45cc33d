"""Backups of both engines, the way back, and that neither ever makes things worse."""

import shutil
from pathlib import Path

import pytest

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import NotAllowed, UserError
from jobbpunkt.people.details import PersonData, create
from jobbpunkt.register import backup, check, restoring
from jobbpunkt.register.chain import head, verify
from jobbpunkt.register.keys import CHEAPEST
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.slots import beside
from jobbpunkt.register.soundness import inventory
from models.organisation import Organisation
from models.person import Person
from models.vocabulary import Protection, Role
from tests.colleagues import colleague
from tests.registers import FOUNDER, SIGN_IN, copy_file, opened

BACKUP = {"b.jobbpunkt", "b.jobbpunkt.keys", "b.jobbpunkt.keys.copy", "b.jobbpunkt.receipt.json"}
FULL = """
CREATE FUNCTION "full"() RETURNS event_trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '53100'; END $$
"""
TOLD = "CREATE EVENT TRIGGER full_disk ON ddl_command_end WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION \"full\"()"


def fill(register: Register, count: int = 12) -> None:
    with register.writing() as uow:
        for number in range(count):
            uow.add(Organisation(name=f"Förening {number}"))
        create(uow, PersonData(given_name="Åsa", own_goal="=1+1\n<b>mål</b>"))
        create(uow, PersonData(given_name="Skyddad", protection=Protection.CONFIDENTIALITY_MARKING))


def organisations(register: Register) -> int:
    with register.reading() as uow:
        return uow.session.query(Organisation).count()


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "backups"
    made.mkdir()
    return made


def test_a_backup_opens_with_the_ordinary_program_and_equals_the_register(register: Register, folder: Path, clock: Clock) -> None:
    fill(register)
    made = backup.make(register, folder / "b.jobbpunkt")
    with register.reading() as uow:
        assert made.head == head(uow.session)
        expected = inventory(uow.session.connection())
        people = {person.id: (person.given_name, person.own_goal, person.birth_date) for person in uow.session.query(Person)}
    assert names(folder) == BACKUP
    with opened(str(made.path), clock) as copy, copy.reading() as uow:
        assert verify(uow.session) is None
        found = inventory(uow.session.connection())
        assert {
            person.id: (person.given_name, person.own_goal, person.birth_date) for person in uow.session.query(Person)
        } == people
    # Signing in to the copy is one more row of its own history, signed.
    one_more = {table: expected.rows[table] + 1 for table in ("history_entry", "history_signature")}
    assert found.rows == expected.rows | one_more


def test_a_backup_holds_what_stands_only_in_the_log(sqlite_register: Register, folder: Path, clock: Clock) -> None:
    fill(sqlite_register, 100)
    assert Path(sqlite_register.location.text + "-wal").stat().st_size > 0
    made = backup.make(sqlite_register, folder / "b.jobbpunkt")
    with opened(str(made.path), clock) as copy:
        assert organisations(copy) == 100


def test_a_backup_replaces_an_older_one_of_the_same_register_only(register: Register, folder: Path, clock: Clock) -> None:
    target = folder / "b.jobbpunkt"
    backup.make(register, target)
    fill(register)
    backup.make(register, target)
    with opened(str(target), clock) as copy:
        assert organisations(copy) == 12
    other = folder / "other.jobbpunkt"
    Register.create(str(other), FOUNDER, clock, CHEAPEST).register.close()
    (folder / "text.txt").write_text("viktigt")
    for taken in (other, folder / "text.txt"):
        before = taken.read_bytes()
        with pytest.raises(UserError, match="already another file"):
            backup.make(register, taken)
        assert taken.read_bytes() == before


@pytest.mark.parametrize("where", ["", "none/b.jobbpunkt", "b.jobbpunkt/x"])
def test_a_place_that_cannot_be_written_is_refused(register: Register, folder: Path, where: str) -> None:
    with pytest.raises(UserError):
        backup.make(register, folder / where)
    assert names(folder) == set()


def test_a_backup_is_never_made_over_the_register_itself(sqlite_register: Register) -> None:
    with pytest.raises(UserError, match="where the register itself is"):
        backup.make(sqlite_register, Path(sqlite_register.location.text))


def test_a_full_disk_is_told_and_leaves_the_older_backup(
    register: Register, small_disk: Path, tmp_path: Path, clock: Clock
) -> None:
    target = small_disk / "b.jobbpunkt"
    made = backup.make(register, target)
    with register.writing() as uow:
        for number in range(1000):
            uow.add(Organisation(name=f"Förening {number}", note="x" * 2000))
    with pytest.raises(UserError, match=r"full|cannot be written"):
        backup.make(register, target)
    assert names(small_disk) >= BACKUP - {"b.jobbpunkt.receipt.json"}
    shutil.copytree(small_disk, elsewhere := tmp_path / "elsewhere")
    with opened(str(elsewhere / made.path.name), clock) as copy:
        assert organisations(copy) == 0


def test_only_an_administrator_makes_a_backup(register: Register, folder: Path) -> None:
    with colleague(register, [Role.COACH]) as coach, pytest.raises(NotAllowed):
        backup.make(coach, folder / "b.jobbpunkt")


def test_a_damaged_register_gives_no_backup(sqlite_place: str, folder: Path, clock: Clock) -> None:
    with opened(sqlite_place, clock) as register, register.writing() as uow:
        for number in range(300):
            uow.add(Organisation(name=f"Förening {number}", note="x" * 3000))
    file = Path(sqlite_place)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    with opened(sqlite_place, clock) as register, pytest.raises(UserError):
        backup.make(register, folder / "b.jobbpunkt")
    assert names(folder) == set()


def test_a_register_is_restored_and_the_old_one_kept_beside(sqlite_register: Register, folder: Path, clock: Clock) -> None:
    fill(sqlite_register)
    made = backup.make(sqlite_register, folder / "b.jobbpunkt")
    with sqlite_register.writing() as uow:
        uow.add(Organisation(name="Efteråt"))
    sqlite_register.close()
    done = restoring.restore(made.path, sqlite_register.location.text, SIGN_IN, clock)
    assert done.head == made.head
    assert done.rows == made.rows
    assert done.kept is not None
    with opened(sqlite_register.location.text, clock) as restored:
        assert organisations(restored) == 12
    with opened(done.kept, clock) as old:
        assert organisations(old) == 13


def test_a_register_that_is_open_elsewhere_is_not_replaced(sqlite_register: Register, folder: Path, clock: Clock) -> None:
    made = backup.make(sqlite_register, folder / "b.jobbpunkt")
    fill(sqlite_register)
    with pytest.raises(UserError, match="Another program has the register open"):
        restoring.restore(made.path, sqlite_register.location.text, SIGN_IN, clock)
    assert organisations(sqlite_register) == 12
    fill_more = Organisation(name="Mer")
    with sqlite_register.writing() as uow:
        uow.add(fill_more)


@pytest.mark.parametrize("at", [2000, -2000])
def test_a_damaged_backup_never_replaces_a_good_register(sqlite_register: Register, folder: Path, clock: Clock, at: int) -> None:
    fill(sqlite_register)
    made = backup.make(sqlite_register, folder / "b.jobbpunkt")
    sqlite_register.close()
    content = bytearray(made.path.read_bytes())
    content[at] ^= 1
    made.path.write_bytes(content)
    before = names(Path(sqlite_register.location.text).parent)
    with pytest.raises(UserError, match="damaged"):
        restoring.restore(made.path, sqlite_register.location.text, SIGN_IN, clock)
    assert names(Path(sqlite_register.location.text).parent) == before
    with opened(sqlite_register.location.text, clock) as untouched:
        assert organisations(untouched) == 12


def test_a_damaged_register_with_a_stale_log_is_replaced(sqlite_register: Register, folder: Path, clock: Clock) -> None:
    made = backup.make(sqlite_register, folder / "b.jobbpunkt")
    fill(sqlite_register, 50)
    place = Path(sqlite_register.location.text)
    damaged = folder / "damaged.jobbpunkt"
    for suffix in ("", "-wal", ".keys", ".keys.copy"):
        shutil.copyfile(f"{place}{suffix}", f"{damaged}{suffix}")
    damaged.write_bytes(b"x" * 8192)
    done = restoring.restore(made.path, str(damaged), SIGN_IN, clock)
    with opened(str(damaged), clock) as restored:
        assert organisations(restored) == 0
    assert done.kept is not None
    assert Path(done.kept).read_bytes() == b"x" * 8192


def test_a_file_that_is_no_register_is_never_replaced(register: Register, folder: Path, clock: Clock) -> None:
    made = backup.make(register, folder / "b.jobbpunkt")
    (folder / "thesis.odt").write_text("viktigt")
    with pytest.raises(UserError, match="not a register"):
        restoring.restore(made.path, str(folder / "thesis.odt"), SIGN_IN, clock)
    with pytest.raises(UserError, match="already stands there"):
        restoring.restore(made.path, str(made.path), SIGN_IN, clock)
    assert (folder / "thesis.odt").read_text() == "viktigt"


def test_a_backup_moves_a_register_to_an_empty_server_and_home_again(
    sqlite_register: Register, postgres_empty_place: str, folder: Path, clock: Clock
) -> None:
    fill(sqlite_register)
    made = backup.make(sqlite_register, folder / "b.jobbpunkt")
    done = restoring.restore(made.path, postgres_empty_place, SIGN_IN, clock)
    assert (done.rows, done.head, done.kept) == (made.rows, made.head, None)
    with opened(postgres_empty_place, clock) as server:
        fill_again = Organisation(name="På servern")
        with server.writing() as uow:
            uow.add(fill_again)
        with server.reading() as uow:
            assert verify(uow.session) is None
        backup.make(server, folder / "home.jobbpunkt")
    with opened(str(folder / "home.jobbpunkt"), clock) as home:
        assert organisations(home) == 13


def test_a_register_on_a_server_is_kept_beside_the_one_that_is_restored(
    sqlite_register: Register, postgres_place: str, folder: Path, clock: Clock
) -> None:
    fill(sqlite_register)
    made = backup.make(sqlite_register, folder / "b.jobbpunkt")
    with opened(postgres_place, clock) as open_somewhere:
        before = open_somewhere.keyring.slots.read().register_id
        with pytest.raises(UserError, match="Another program has the register open"):
            restoring.restore(made.path, postgres_place, SIGN_IN, clock)
    done = restoring.restore(made.path, postgres_place, SIGN_IN, clock)
    assert done.kept is not None
    with opened(postgres_place, clock) as restored, opened(done.kept, clock) as kept:
        assert organisations(restored) == 12
        assert organisations(kept) == 0
        assert kept.keyring.slots.read().register_id == before
        assert check.check(restored).findings == check.check(kept).findings == ()


def test_a_restoring_that_fails_leaves_the_server_as_it_was(
    sqlite_register: Register, postgres_place: str, folder: Path, clock: Clock
) -> None:
    made = backup.make(sqlite_register, folder / "b.jobbpunkt")
    with opened(postgres_place, clock) as server, server.engine.begin() as connection:
        connection.exec_driver_sql(FULL)
        connection.exec_driver_sql(TOLD)
    with pytest.raises(UserError, match="is full"):
        restoring.restore(made.path, postgres_place, SIGN_IN, clock)
    with opened(postgres_place, clock) as server:
        schemas = "SELECT count(*) FROM pg_namespace WHERE nspname ~ '^(restoring|before)'"
        with server.engine.connect() as connection:
            assert connection.exec_driver_sql(schemas).scalar() == 0


def test_restoring_needs_the_right_password_and_role(register: Register, folder: Path, tmp_path: Path, clock: Clock) -> None:
    made = backup.make(register, folder / "b.jobbpunkt")
    with pytest.raises(UserError, match="wrong"):
        restoring.restore(made.path, str(tmp_path / "new.jobbpunkt"), Credentials("coach", "fel lösenord"), clock)
    assert not (tmp_path / "new.jobbpunkt").exists()


def test_a_backup_is_read_where_nothing_can_be_written(
    sqlite_register: Register, folder: Path, tmp_path: Path, clock: Clock
) -> None:
    fill(sqlite_register)
    made = backup.make(sqlite_register, folder / "b.jobbpunkt")
    before = names(folder)
    restoring.restore(made.path, str(tmp_path / "new.jobbpunkt"), SIGN_IN, clock)
    assert names(folder) == before
    assert beside(tmp_path / "new.jobbpunkt")[0].exists()


def test_a_backup_file_may_be_copied_as_a_file(sqlite_template: object, register: Register, folder: Path, clock: Clock) -> None:
    from tests.registers import Template

    fill(register)
    made = backup.make(register, folder / "b.jobbpunkt")
    copy_file(Template(str(made.path), ""), folder / "carried.jobbpunkt")
    with opened(str(folder / "carried.jobbpunkt"), clock) as carried:
        assert organisations(carried) == 12
