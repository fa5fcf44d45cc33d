"""Grants and row policies of a server's register, made from the one list of rights."""

from collections.abc import Iterator

from sqlalchemy import Connection

import resources
from jobbpunkt.register.permissions import ALLOWED
from jobbpunkt.register.permissions import Permission as May
from jobbpunkt.register.server_rights import COUNTING, RIGHTS, TRACES, Right
from jobbpunkt.register.server_roles import BACKUP, GROUPS, KEEPER, MEMBER, OWNER, named, names_within
from jobbpunkt.register.subject import ways
from models.vocabulary import PlanKind, Role

HISTORY, SIGNATURES, SEARCH = "history_entry", "history_signature", "search_entry"
USERS, MEETINGS = "user_account", "coaching_session"
COACH, SUPERVISOR, ADMINISTRATOR = Role.COACH.value, Role.SUPERVISOR.value, Role.ADMINISTRATOR.value
_OTHERS = tuple(group for group in GROUPS if group != COACH)
# Hashed, and asked once in a statement: with `<> ALL` on the array itself, 200 hidden among 10,000 cost 100 times as much.
_HIDDEN = "(SELECT unnest(jp.hidden_ids()))"
_OF_GROUP = "SELECT person_id FROM public.programme_enrolment"


def apply(connection: Connection) -> None:
    """Give every table its grants and policies anew, as its owner: after it was made, and after each migration."""
    owner = owner_of(connection) if connection.dialect.name == "postgresql" else None
    if owner is not None:
        names = names_within(owner)
        script = resources.path("server", "history.sql").read_text(encoding="utf-8")
        # The driver itself: SQLAlchemy would send one statement only, and look for places of values in it.
        connection.connection.cursor().execute(named(script, names))
        for statement in statements():
            connection.exec_driver_sql(statement.format(**names))


def owner_of(connection: Connection) -> str | None:
    """Return the role that owns a prepared register, or None where one login does everything."""
    found = connection.exec_driver_sql("SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname = 'jp'").first()
    return str(found[0]) if found else None


def statements() -> Iterator[str]:
    """Yield all of it; what is in braces stands for the name of a role."""
    everyone = ", ".join(f"{{{group}}}" for group in (*GROUPS, MEMBER))
    for table, right in RIGHTS.items():
        yield f"REVOKE ALL ON public.{table} FROM PUBLIC, {everyone}"
        yield f"GRANT SELECT ON public.{table} TO {{{BACKUP}}}"
        yield from _grants(table, right)
        if is_guarded(table):
            yield f"ALTER TABLE public.{table} ENABLE ROW LEVEL SECURITY"
            yield f"ALTER TABLE public.{table} FORCE ROW LEVEL SECURITY"
            yield from _policies(table)
    yield f"GRANT USAGE ON SCHEMA public TO {{{MEMBER}}}, {{{KEEPER}}}, {{{BACKUP}}}"
    yield f"GRANT SELECT (id, login, active) ON public.{USERS} TO {{{KEEPER}}}"
    yield f"GRANT UPDATE (phone, version) ON public.{USERS} TO {{{MEMBER}}}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {{{MEMBER}}}"
    for trigger in ("append_only", "no_update"):
        yield f"ALTER TABLE public.{HISTORY} ENABLE ALWAYS TRIGGER history_entry_{trigger}"
    for group in GROUPS:
        may = May.SEE_PROTECTED in ALLOWED[Role.of(group)]
        yield f"{'GRANT' if may else 'REVOKE'} EXECUTE ON FUNCTION jp.reseal(json) {'TO' if may else 'FROM'} {{{group}}}"


def is_guarded(table: str) -> bool:
    """Tell whether not all rows of a table are alike: what belongs to people, and what is of one user."""
    return table in {"person", *ways(), MEETINGS, SEARCH, "search_note", HISTORY, SIGNATURES, USERS}


def _grants(table: str, right: Right) -> Iterator[str]:
    for group in GROUPS:
        held = ALLOWED[Role.of(group)]
        if held & right.reads:
            yield f"GRANT SELECT ON public.{table} TO {{{group}}}"
        elif right.counted and held & COUNTING:
            yield f"GRANT SELECT ({', '.join(right.counted)}) ON public.{table} TO {{{group}}}"
        if held & right.writes:
            yield f"GRANT INSERT, UPDATE, DELETE ON public.{table} TO {{{group}}}"
        elif right.adds != frozenset(May) and held & right.adds:
            yield f"GRANT INSERT ON public.{table} TO {{{group}}}"
    if table == HISTORY:
        yield f"GRANT SELECT ({', '.join(TRACES)}) ON public.{table} TO {{{ADMINISTRATOR}}}, {{{MEMBER}}}"
    elif right.reads == frozenset(May):
        yield f"GRANT SELECT ON public.{table} TO {{{MEMBER}}}"
    if right.adds == frozenset(May):
        yield f"GRANT INSERT ON public.{table} TO {{{MEMBER}}}"
    if right.writes == frozenset(May):
        yield f"GRANT INSERT, UPDATE ON public.{table} TO {{{MEMBER}}}"


def _policies(table: str) -> Iterator[str]:
    yield from _policy(table, OWNER, "true")
    yield from _policy(table, BACKUP, "true")
    for group, shown in shown_to(table).items():
        yield from _policy(table, group, shown)
    if table == USERS:
        yield from _policy(table, MEMBER, "true", "FOR SELECT")
        yield from _policy(table, f"{MEMBER}", "id = (SELECT jp.me())", "FOR UPDATE", kind="own")
        yield from _policy(table, KEEPER, "true", "FOR SELECT")
    if table == SIGNATURES:
        yield from _policy(table, MEMBER, "true", "FOR SELECT")
        yield from _policy(table, MEMBER, "user_id = (SELECT jp.me())", "FOR INSERT", kind="own")


def _policy(table: str, group: str, shown: str, command: str = "", kind: str = "") -> Iterator[str]:
    name, checked = f"jp_{group}{kind and '_' + kind}", "WITH CHECK" if "INSERT" in command else "USING"
    yield f"DROP POLICY IF EXISTS {name} ON public.{table}"
    yield f"CREATE POLICY {name} ON public.{table} {command} TO {{{group}}} {checked} ({shown})"


def shown_to(table: str) -> dict[str, str]:
    """Return for each group which rows of a table exist for it; a group that is left out sees none."""
    if table == USERS:
        return {ADMINISTRATOR: "true"}
    if table == SIGNATURES:
        return {}
    if table == HISTORY:
        return {COACH: "true", ADMINISTRATOR: "true", MEMBER: "user_id = (SELECT jp.me())"}
    if table == SEARCH:
        of_group = f"kind = 'work_area' OR (kind = 'person' AND person_id IN ({_OF_GROUP}))"
        unhidden = f"person_id IS NULL OR person_id NOT IN {_HIDDEN}"
        return {COACH: "true", Role.PROJECT_LEAD.value: unhidden, SUPERVISOR: of_group, ADMINISTRATOR: "person_id IS NULL"}
    if table == "search_note":
        return {COACH: "true"}
    shown = dict.fromkeys(_OTHERS, _known(table))
    if table == "person":
        shown[SUPERVISOR] += f" AND id IN ({_OF_GROUP})"
    return {COACH: "true", **shown}


def _known(table: str) -> str:
    """Return the condition that a row belongs to nobody who is hidden."""
    if table == MEETINGS:
        return "id NOT IN (SELECT unnest(jp.hidden_meetings()))"
    if table == "person":
        return f"id NOT IN {_HIDDEN}"
    column = ways()[table]
    (key,) = column.foreign_keys
    parent = key.column.table.name
    if parent != "person":
        return f"{column.name} IN (SELECT id FROM public.{parent})"  # noqa: S608 - our own names
    known = f"{column.name} NOT IN {_HIDDEN}"
    return f"{known} AND kind <> '{PlanKind.HEALTH.value}'" if table == "plan" else known
