"""Each signed in to the server with their own login and plain SQL: nobody reaches more than their role, and the history stays."""

import json
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg import Connection, errors, sql

from jobbpunkt.base.clock import fixed
from jobbpunkt.base.words import Words
from jobbpunkt.register import chain, database, location
from jobbpunkt.register.opening import Register
from jobbpunkt.register.permissions import ALLOWED, Permission
from jobbpunkt.register.server_policies import HISTORY, USERS, is_guarded
from jobbpunkt.register.server_rights import COUNTING, RIGHTS, TRACES
from jobbpunkt.register.subject import ways
from models.tables import metadata
from tests.old_registers import fill
from tests.permissions import desk
from tests.permissions.desk import Desk
from tests.postgres import Server
from tests.registers import NOW, SIGN_IN, Template
from tests.servers import ADMINISTRATOR, COACH, LEAD, PEOPLE, SUPERVISOR, by_hand, let_in, own_way, prepared, sign_in

WITHOUT_PEOPLE = [login for login in PEOPLE if login != COACH]


@pytest.fixture(scope="module")
def team(postgres: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Template]:
    """A prepared register with two rows in every table, a protected person, a health plan, and a colleague for each role."""
    template = prepared(postgres)
    engine = database.engine_of(location.parse(template.place), b"")
    fill(engine)
    engine.dispose()
    founder = Register.open(own_way(template), SIGN_IN, fixed(NOW))
    let_in(founder)
    made = Desk({"C": founder}, tmp_path_factory.mktemp("team"), Words("sv"))
    desk._write_beside(made)
    desk._write_health(made)
    founder.close()
    yield template
    postgres.drop(template.place.partition("?")[0].rpartition("/")[2])


def whole(template: Template) -> Connection:
    """Connect as the server's own administrator, whom nothing is hidden from."""
    return psycopg.connect(template.place)


def refused(connection: Connection, statement: str, *values: object) -> bool:
    """Tell whether the server refuses a statement for want of a right; whatever it does is taken back."""
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(statement, values or None)
    except errors.InsufficientPrivilege:
        return True
    return False


def test_every_table_says_who_may_and_what_is_of_people_is_guarded(team: Template) -> None:
    assert set(RIGHTS) == {*metadata().tables, "alembic_version"}, "say in jobbpunkt/register/server_rights.py who may what"
    guarded = {"person", "coaching_session", *ways()}
    with whole(team) as connection:
        forced = (
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND relforcerowsecurity"
        )
        assert guarded <= {name for (name,) in connection.execute(forced)}
        columns = "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'person_id'"
        assert {name for (name,) in connection.execute(columns)} <= {name for name in RIGHTS if is_guarded(name)}
        views = "SELECT relname FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace"
        assert connection.execute(views).fetchall() == []


def test_a_table_that_nothing_is_said_of_is_open_to_nobody(team: Template) -> None:
    with whole(team) as connection:
        owner = connection.execute("SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname = 'jp'").fetchone()
        assert owner is not None
        connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(owner[0])))
        connection.execute("CREATE TABLE public.forgotten (id uuid)")
        connection.commit()
        try:
            for login in PEOPLE:
                with by_hand(team, login) as theirs:
                    assert refused(theirs, "SELECT count(*) FROM forgotten")
        finally:
            connection.execute("DROP TABLE public.forgotten")
            connection.commit()


def expected(login: str, table: str) -> tuple[bool, tuple[str, ...], dict[str, bool]]:
    """Return whether somebody reads whole rows, which columns otherwise, and which commands they may give."""
    held, right = ALLOWED[PEOPLE[login]], RIGHTS[table]
    reads = bool(held & right.reads)
    columns = TRACES if table == HISTORY else right.counted if held & COUNTING else ()
    writes = bool(held & right.writes)
    commands = dict.fromkeys(("INSERT", "UPDATE", "DELETE"), writes)
    if held & right.adds:
        commands["INSERT"] = True
    if right.writes == frozenset(Permission):
        commands["DELETE"] = bool(held)
    return reads, columns, commands


@pytest.mark.parametrize("login", PEOPLE)
def test_the_server_agrees_with_the_list_of_rights(team: Template, login: str) -> None:
    """Role by table by command, each tried."""
    wrong = []
    with by_hand(team, login) as connection:
        for table in RIGHTS:
            reads, columns, commands = expected(login, table)
            tried = {
                f"SELECT * FROM {table}": reads,
                f"SELECT {', '.join(columns) or 'count(*)'} FROM {table}": reads or bool(columns),
                f"INSERT INTO {table} SELECT (NULL::{table}).* WHERE false": commands["INSERT"],
                f"UPDATE {table} SET {next(iter(_columns(table)))} = NULL WHERE false": commands["UPDATE"],
                f"DELETE FROM {table} WHERE false": commands["DELETE"],
                f"TRUNCATE {table} CASCADE": False,
            }
            wrong += [statement for statement, allowed in tried.items() if refused(connection, statement) is allowed]
    assert wrong == []


def _columns(table: str) -> list[str]:
    return [column.name for column in metadata().tables[table].columns] if table in metadata().tables else ["version_num"]


def hidden_rows(team: Template) -> dict[str, set[object]]:
    """Return which rows belong to a protected person or to a plan for better health, as the tables themselves tell."""
    found: dict[str, set[object]] = {}
    with whole(team) as connection:

        def ids(query: str, values: tuple[object, ...] = ()) -> set[object]:
            return {row[0] for row in connection.execute(query, values)}

        found["person"] = ids("SELECT id FROM person WHERE protection <> 'none'")
        for table, column in ways().items():
            (key,) = column.foreign_keys
            parents = list(found[key.column.table.name])
            found[table] = ids(f"SELECT id FROM {table} WHERE {column.name} = ANY (%s)", (parents,))
            if table == "plan":
                found[table] |= ids("SELECT id FROM plan WHERE kind = 'health'")
        part = "SELECT session_id FROM session_participant WHERE person_id = ANY (%s)"
        found["coaching_session"] = ids(part, (list(found["person"]),))
        found["search_entry"] = {
            record for record in set().union(*found.values()) if ids("SELECT 1 FROM search_entry WHERE record_id = %s", (record,))
        }
    return found


@pytest.mark.parametrize("login", WITHOUT_PEOPLE)
def test_protected_people_and_health_plans_are_not_there(team: Template, login: str) -> None:
    hidden = hidden_rows(team)
    for table in ("person", "case_file", "plan", "plan_goal", "cv", "application", "coaching_session", "attendance"):
        assert hidden[table] or table == "case_file", table
    seen = []
    with by_hand(team, login) as connection:
        for table, rows in hidden.items():
            key = "record_id" if table == "search_entry" else "id"
            if not refused(connection, f"SELECT {key} FROM {table}"):
                seen += [(table, row) for (row,) in connection.execute(f"SELECT {key} FROM {table}") if row in rows]
    assert seen == []


def test_a_coach_sees_them(team: Template) -> None:
    hidden = hidden_rows(team)
    with by_hand(team, COACH) as connection:
        for table in ("person", "plan", "cv_version", "coaching_session"):
            assert hidden[table] <= {row for (row,) in connection.execute(f"SELECT id FROM {table}")}


@pytest.mark.parametrize("login", PEOPLE)
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM history_entry",
        "UPDATE history_entry SET reason = 'no'",
        "TRUNCATE history_entry",
        "INSERT INTO history_entry SELECT * FROM history_entry LIMIT 0",
        "UPDATE history_head SET number = 0",
        "DELETE FROM jp.witness",
        "DELETE FROM history_signature",
        "ALTER TABLE history_entry DISABLE TRIGGER ALL",
        "ALTER TABLE history_entry DISABLE TRIGGER history_entry_append_only",
        "SET session_replication_role = replica",
        "ALTER TABLE person DISABLE ROW LEVEL SECURITY",
        "DROP POLICY jp_supervisor ON person",
        "CREATE TABLE public.mine (id integer)",
        "CREATE TEMPORARY TABLE mine (id integer)",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION public.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE ROLE mine",
        "UPDATE jp.login SET user_id = gen_random_uuid()",
        "SELECT * FROM pg_authid",
        "COPY person TO PROGRAM 'cat'",
    ],
)
def test_nobody_undoes_what_guards_the_register(team: Template, login: str, statement: str) -> None:
    with by_hand(team, login) as connection:
        assert refused(connection, statement)


@pytest.mark.parametrize("login", PEOPLE)
def test_nobody_becomes_another(team: Template, login: str) -> None:
    """An administrator may become who makes a backup, which is written in docs/trust.md, and nobody else."""
    with by_hand(team, login) as connection:
        mine = {name for (name,) in connection.execute("SELECT rolname FROM pg_roles WHERE pg_has_role(rolname, 'MEMBER')")}
        roles = [name for (name,) in connection.execute("SELECT rolname FROM pg_roles WHERE rolname <> session_user")]
        kinds = {name for name in roles if not refused(connection, f'SET ROLE "{name}"')}
        own = PEOPLE[login].value
        allowed = {"member", own, *(["backup"] if own == "administrator" else [])}
        assert {name.split("_prepared_")[0].removeprefix("jp_") for name in kinds} == allowed
        assert {name for name in mine if name.startswith("jp_u_")} == {connection.info.user}


def test_only_who_has_the_right_seals_what_the_history_says_and_never_makes_it_say_something_else(team: Template) -> None:
    said = (
        "SELECT number, before, after, reason, salt FROM history_entry WHERE person_id IS NOT NULL AND noun <> 'coaching_session'"
    )
    of_hidden = f"{said} AND action = 'created' AND after LIKE 'sealed:%'"
    of_others = f"{said} AND action = 'created' AND after NOT LIKE 'sealed:%'"
    names = ("number", "before", "after", "reason", "salt")
    with whole(team) as connection:
        hidden = dict(zip(names, connection.execute(of_hidden).fetchone() or (), strict=True))
        other = dict(zip(names, connection.execute(of_others).fetchone() or (), strict=True))
    sealed = {name: other[name] and "sealed:1p:x" for name in names[1:]}
    opened = {name: hidden[name] and "{}" for name in names[1:]}
    reseal = "SELECT jp.reseal(%s::json)"
    for login in PEOPLE:
        with by_hand(team, login) as theirs:
            assert refused(theirs, reseal, "[]") is (login != COACH)
            assert refused(theirs, "UPDATE history_entry SET after = 'sealed:1p:x' WHERE false")
    with by_hand(team, COACH) as coach:
        assert refused(coach, reseal, json.dumps([other | sealed])), "nobody of whom that tells is protected"
        for turned in (hidden | opened, other | {"after": "{}"}, hidden | {"after": "sealed:1p:x"}, hidden | {"after": None}):
            with pytest.raises(psycopg.Error, match="append-only"), coach.transaction(force_rollback=True):
                coach.execute(reseal, (json.dumps([turned]),))


def users(team: Template) -> dict[str, UUID]:
    with whole(team) as connection:
        return dict(connection.execute("SELECT login, id FROM user_account").fetchall())


@pytest.mark.parametrize("login", PEOPLE)
def test_nobody_gives_themselves_a_role(team: Template, login: str) -> None:
    who = users(team)[login]
    give = "SELECT jp.make_login(%s, %s, NULL, ARRAY['administrator', 'coach', 'supervisor'])"
    with by_hand(team, login) as connection:
        assert refused(connection, give, who, login)
        assert refused(connection, "UPDATE user_account SET roles = '[\"coach\"]' WHERE id = %s", who) is (login != ADMINISTRATOR)
        if login != ADMINISTRATOR:
            other = users(team)[COACH if login != COACH else ADMINISTRATOR]
            assert refused(connection, give, other, COACH)
            assert refused(connection, "SELECT jp.stop_login(%s)", other)


def test_what_an_administrator_does_to_a_login_by_hand_is_history(team: Template) -> None:
    who = users(team)[SUPERVISOR]
    with by_hand(team, ADMINISTRATOR) as connection:
        connection.execute("SELECT jp.make_login(%s, 'hanna', NULL, ARRAY['supervisor', 'project_lead'])", (who,))
        last = "SELECT action, record_id, reason, user_id FROM history_entry ORDER BY number DESC LIMIT 1"
        noted = ("keys_granted", who, "login: supervisor, project_lead", users(team)[ADMINISTRATOR])
        assert connection.execute(last).fetchone() == noted


def test_a_login_is_made_for_nobody_else_than_a_user_and_only_with_a_verifier(team: Template) -> None:
    who = users(team)[SUPERVISOR]
    with by_hand(team, ADMINISTRATOR) as connection:
        assert refused(connection, "SELECT jp.make_login(%s, 'hanna', NULL, ARRAY['supervisor'])", uuid4())
        assert refused(connection, "SELECT jp.make_login(%s, 'karin', NULL, ARRAY['supervisor'])", who)
        for statement in (
            "SELECT jp.make_login(%s, 'hanna', 'plain', ARRAY['supervisor'])",
            "SELECT jp.make_login(%s, 'hanna', NULL, ARRAY['pg_read_all_data'])",
        ):
            with pytest.raises(psycopg.Error), connection.transaction(force_rollback=True):
                connection.execute(statement, (who,))


def test_one_changes_of_users_only_ones_own_telephone(team: Template) -> None:
    with by_hand(team, LEAD) as connection:
        assert connection.execute("UPDATE user_account SET phone = '1'").rowcount == 1


def test_nobody_writes_the_history_as_another_and_it_fits_together(team: Template) -> None:
    """Every sign that JSON spells in its own way is hashed on the server as the program does it."""
    words = 'å\u0001\u001f"\\/\b\f\n\r\t\u007f\u2028😀'
    append = (
        "SELECT jp.append(now(), gen_random_uuid(), json_build_array(json_build_object('action', 'read', 'noun', 'person',"
        " 'record_id', gen_random_uuid(), 'user_id', %s::text, 'before', %s::text, 'reason', %s::text)))"
    )
    with by_hand(team, SUPERVISOR) as connection:
        connection.execute(append, (str(users(team)[COACH]), words, words))
        connection.commit()
    with whole(team) as connection:
        last = "SELECT user_id, before, hash FROM history_entry ORDER BY number DESC LIMIT 1"
        user, before, digest = connection.execute(last).fetchone() or (None, None, None)
        assert (user, before) == (users(team)[SUPERVISOR], words)
        witness = "SELECT login, at > now() - interval '1 hour' FROM jp.witness WHERE hash = %s"
        assert connection.execute(witness, (digest,)).fetchone() == (_login_of(team, SUPERVISOR), True)
    engine = database.engine_of(location.parse(team.place), b"")
    with engine.connect() as all_of_it:
        from sqlalchemy.orm import Session

        assert chain.verify(Session(all_of_it)) is None
    engine.dispose()


def _login_of(team: Template, login: str) -> str:
    with by_hand(team, login) as connection:
        return str(connection.info.user)


def test_even_who_runs_the_server_removes_no_entry_in_passing(team: Template) -> None:
    """The trigger holds when triggers are told to rest; to take it away leaves a mark that `check` of the chain shows."""
    with whole(team) as connection:
        connection.execute("SET session_replication_role = replica")
        with pytest.raises(psycopg.Error, match="append-only"), connection.transaction():
            connection.execute("DELETE FROM history_entry WHERE number = 1")


def test_what_is_hidden_is_asked_once_in_a_statement(team: Template) -> None:
    """Asked row by row, a caseload of 10,000 took many times as long."""
    with by_hand(team, LEAD) as connection:
        for table in ("person", "case_file", "session_participant"):
            plan = "\n".join(row[0] for row in connection.execute(f"EXPLAIN SELECT id FROM {table}"))
            assert "hashed SubPlan" in plan
            assert "Function Scan" not in plan.partition("SubPlan")[0]
    with by_hand(team, COACH) as connection:
        assert "Filter" not in "\n".join(row[0] for row in connection.execute("EXPLAIN SELECT id FROM person"))


def test_the_word_typed_is_looked_for_by_index_whoever_asks(team: Template, tmp_path: Path) -> None:
    from jobbpunkt.register import finding

    lead = sign_in(team, LEAD, fixed(NOW))
    try:
        with lead.reading() as uow:
            assert finding.way(uow) == finding.BY_FUNCTION
            found = finding.find(uow, "a", limit=1000)
        hidden = hidden_rows(team)
        assert not {hit.record for hit in found} & hidden["person"]
    finally:
        lead.close()
    assert USERS in RIGHTS
    assert [one.name for one in tmp_path.iterdir() if one.name != "state"] == []
