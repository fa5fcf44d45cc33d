"""Who looked, who got in and what concerns oneself: told to whom it is for, and never what stood there."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from jobbpunkt import cases, plans
from jobbpunkt.base.clock import Clock
from jobbpunkt.cases import NewCase
from jobbpunkt.concerns import Concern, has_read, since_last
from jobbpunkt.exchange import extract
from jobbpunkt.oversight.log import KINDS, UNTOLD, LogFilter, LogKind, events
from jobbpunkt.oversight.looks import months_before, of_person
from jobbpunkt.people.details import PersonData, create, reveal
from jobbpunkt.plans import NewPlan, Situation
from jobbpunkt.register import accounts, gate, passwords
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Writing
from models.account import User
from models.vocabulary import HistoryAction, Looked, PlanKind, Protection, Role
from tests.colleagues import EVERY_KEY, colleague
from tests.consents import agreed
from tests.query_plans import plans_of, scanned
from tests.registers import NOW, PASSWORD, SIGN_IN

DAY = date(2020, 6, 15)
OTHER = "sju svarta katter på taket"


@dataclass
class Running:
    """A clock that goes on by a minute each time it is looked at, and by as much as is wanted."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        """Return the time, a minute later than before."""
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def running() -> Running:
    """Return the time that goes on."""
    return Running()


@pytest.fixture
def office(register: Register, running: Running) -> Register:
    """Return the register, open to its founder, coach and administrator, with time going on."""
    register.clock = Clock(running)
    return register


@pytest.fixture
def person(office: Register) -> UUID:
    """Return the founder's own participant."""
    with office.writing() as uow:
        found = create(uow, PersonData("Åsa", "Öberg")).record
        cases.enrol(uow, NewCase(found, DAY, coach_id=office.user.id))
    at_hand(office, found)
    return found


def at_hand(register: Register, person: UUID) -> None:
    """Let somebody have opened a person before, in this sitting: what they ask now leaves no row among those that are tested."""
    register.sitting.let_in.add(person)
    register.sitting.seen.add((gate.PERSON, person))


@pytest.fixture
def other(office: Register) -> Iterator[Register]:
    """Return the register as another coach with every key has it open."""
    with colleague(office, {Role.COACH}, EVERY_KEY) as opened:
        yield opened


def open_anyway(uow: Writing, person: UUID, reason: str) -> None:
    uow.note(HistoryAction.OPENED_ANYWAY, noun="person", record_id=person, person_id=person, reason=reason)


def health_plan(register: Register, person: UUID) -> UUID:
    with register.writing() as uow:
        agreed(uow, person)
        plan = plans.create(uow, NewPlan(person, PlanKind.HEALTH, Situation(DAY))).record
    with register.writing() as uow:
        plans.view(uow, plan)
    return plan


def test_each_look_tells_who_when_what_and_why_and_whose_it_was(office: Register, person: UUID, other: Register) -> None:
    with office.writing() as uow:
        extract.document(uow, person)
    with other.writing() as uow:
        open_anyway(uow, person, "Hon ringde växeln")
    with office.reading() as uow:
        found = of_person(uow, person, DAY)
    assert [(row.own, row.what, row.reason, row.anyway) for row in found.rows] == [
        (False, Looked.DETAILS, "Hon ringde växeln", True),
        (True, Looked.DETAILS, "extract", False),
    ]
    assert found.people == 2
    assert found.rows[0].user == other.user.name
    assert found.rows[0].roles == {Role.COACH}


def test_the_role_is_the_one_of_that_time(office: Register, person: UUID, other: Register) -> None:
    with other.writing() as uow:
        open_anyway(uow, person, "Vikarie")
    with office.writing() as uow:
        user = uow.get(User, other.user.id)
        accounts.change(uow, user.id, user.version, name=user.name, roles=frozenset({Role.SUPERVISOR}), phone="")
    with office.reading() as uow:
        (look,) = of_person(uow, person, DAY).rows
    assert look.roles == {Role.COACH}


def test_older_looks_are_told_of_and_shown_when_asked_for(office: Register, person: UUID, running: Running) -> None:
    with office.writing() as uow:
        extract.document(uow, person)
    running.now += timedelta(days=200)
    with office.reading() as uow:
        recent = of_person(uow, person, months_before(uow.clock.today(), 3))
        assert (recent.rows, recent.people, recent.older) == ((), 0, True)
        older = of_person(uow, person, months_before(uow.clock.today(), 9))
    assert (len(older.rows), older.older) == (1, False)


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2020, 12, 14), 3, date(2020, 9, 14)),
        (date(2020, 5, 31), 3, date(2020, 2, 29)),
        (date(2021, 1, 31), 12, date(2020, 1, 31)),
        (date(2021, 5, 31), 3, date(2021, 2, 28)),
    ],
)
def test_months_before(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


def test_who_lacks_health_is_told_of_ordinary_plans_alone(office: Register, person: UUID) -> None:
    plan = health_plan(office, person)
    with office.writing() as uow:
        career = plans.create(uow, NewPlan(person, PlanKind.CAREER, Situation(DAY))).record
        uow.note(HistoryAction.PRINTED, noun="plan", record_id=career, person_id=person)
        uow.note(HistoryAction.PRINTED, noun="plan_version", record_id=plan, person_id=person)
        uow.note(HistoryAction.PRINTED, noun="consent", record_id=person, person_id=person)
    with office.reading() as uow:
        assert {row.what for row in of_person(uow, person, DAY).rows} == {Looked.PLAN, Looked.HEALTH}
    with colleague(office, {Role.COACH}) as without:
        at_hand(without, person)
        with without.reading() as uow:
            found = of_person(uow, person, DAY)
    assert [row.what for row in found.rows] == [Looked.PLAN]


def test_the_log_names_no_look_at_health_no_typed_reason_and_no_protected_person(office: Register, person: UUID) -> None:
    health_plan(office, person)
    with office.writing() as uow:
        hidden = create(uow, PersonData("Bo", "Ek", protection=Protection.CONFIDENTIALITY_MARKING)).record
        reveal(uow, hidden, "Hembesök hos Bo")
        open_anyway(uow, person, "Åsa ringde")
    with colleague(office, {Role.ADMINISTRATOR}, EVERY_KEY) as administrator, administrator.reading() as uow:
        rows = events(uow).rows
    assert [(row.reference, row.detail) for row in rows if row.kind is LogKind.READ] == [(None, "")]
    assert [(row.reference, row.detail) for row in rows if row.kind is LogKind.ANYWAY] == [(1001, "")]
    assert all("Åsa" not in str(row) and "Hembesök" not in str(row) for row in rows)


def test_the_log_tells_roles_keys_and_passwords(office: Register, other: Register) -> None:
    with office.writing() as uow:
        user = uow.get(User, other.user.id)
        accounts.change(uow, user.id, user.version, name=user.name, roles=frozenset({Role.SUPERVISOR}), phone="")
    with office.writing() as uow:
        accounts.reset_password(uow, other.user.id, OTHER)
    with office.reading() as uow:
        rows = events(uow, LogFilter(kind=LogKind.ACCESS, user_id=office.user.id)).rows
    told = [(row.action, row.roles, row.detail) for row in rows if row.about == other.user.name]
    assert (HistoryAction.PASSWORD_RESET, (), "") in told
    assert (HistoryAction.CHANGED, (Role.SUPERVISOR,), "") in told
    assert (HistoryAction.KEYS_REVOKED, (), "health, protected") in told


def test_the_log_is_narrowed_by_kind_user_and_day(office: Register, other: Register, person: UUID, running: Running) -> None:
    with other.writing() as uow:
        open_anyway(uow, person, "Vikarie")
    running.now += timedelta(days=40)
    with office.writing() as uow:
        extract.note_printed(uow, person)
    with office.reading() as uow:
        assert {row.kind for row in events(uow, LogFilter(kind=LogKind.ANYWAY)).rows} == {LogKind.ANYWAY}
        assert {row.user for row in events(uow, LogFilter(user_id=other.user.id)).rows} == {other.user.name}
        later = events(uow, LogFilter(first=DAY + timedelta(days=30)))
        assert [row.kind for row in later.rows] == [LogKind.PRINTED]
        assert LogKind.PRINTED not in {row.kind for row in events(uow, LogFilter(last=DAY)).rows}
        few = events(uow, LogFilter(most=1))
        assert (len(few.rows), few.older) == (1, True)


def test_every_action_stands_somewhere_in_the_log_or_a_reason_is_stated() -> None:
    assert KINDS.keys() | UNTOLD == set(HistoryAction)
    assert set(LogKind) == set(KINDS.values())


@pytest.mark.parametrize("wanted", [LogFilter(), LogFilter(kind=LogKind.EXPORTED), LogFilter(first=DAY, last=DAY)])
def test_the_log_is_led_by_its_index(sqlite_register: Register, wanted: LogFilter) -> None:
    lines = plans_of(sqlite_register, lambda uow: events(uow, wanted))
    assert any("ix_history_entry_traces" in line for line in lines), "\n".join(lines)
    assert not any("TEMP B-TREE" in line for line in lines), "\n".join(lines)


def test_a_persons_looks_and_ones_own_concerns_read_no_more_than_their_own(register: Register, person: UUID) -> None:
    if register.engine.dialect.name == "sqlite":
        forget_figures(register)
    for read in (lambda uow: of_person(uow, person, DAY), since_last):
        assert "history_entry" not in scanned(plans_of(register, read))


def forget_figures(register: Register) -> None:
    """Let the engine choose as for a register of any size, and not by the handful of rows that was counted here."""
    with register.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE IF EXISTS sqlite_stat1")
        connection.exec_driver_sql("DROP TABLE IF EXISTS sqlite_stat4")
    register.engine.dispose()


def concerns(register: Register) -> list[tuple[Concern, str]]:
    with register.reading() as uow:
        return [(row.concern, row.name) for row in since_last(uow).rows]


def test_an_administrator_who_asks_to_be_a_coach_is_told_to_every_coach_until_they_have_read_it(office: Register) -> None:
    with (
        colleague(office, {Role.ADMINISTRATOR}, EVERY_KEY) as administrator,
        colleague(office, {Role.COACH}) as coach,
        colleague(office, {Role.SUPERVISOR}) as supervisor,
    ):
        both = frozenset({Role.ADMINISTRATOR, Role.COACH})
        with administrator.writing() as uow:
            accounts.change(uow, administrator.user.id, 1, name=administrator.user.name, roles=both, phone="")
        asked = [(Concern.ROLES_ASKED, administrator.user.name)]
        assert concerns(coach) == concerns(office) == asked
        assert concerns(supervisor) == concerns(administrator) == []
        with coach.reading() as uow:
            (row,) = since_last(uow).rows
            assert row.roles == (Role.COACH,)
        with coach.writing() as uow:
            has_read(uow, row.at)
        assert concerns(coach) == []
        assert concerns(office) == asked


def test_an_only_administrator_who_makes_themselves_a_coach_is_told_to_every_coach(office: Register) -> None:
    me = office.user
    with colleague(office, {Role.COACH}) as coach, colleague(office, {Role.SUPERVISOR}) as supervisor:
        with office.writing() as uow:
            accounts.change(uow, me.id, 1, name=me.name, roles=frozenset({Role.ADMINISTRATOR}), phone="")
        with closing(Register.open(office.location.text, SIGN_IN, office.clock)) as administrator:
            assert not administrator.user.may(Permission.SEE_NOTES)
            with administrator.writing() as uow:
                accounts.change(uow, me.id, 2, name=me.name, roles=frozenset({Role.ADMINISTRATOR, Role.COACH}), phone="")
        with coach.reading() as uow:
            (row,) = since_last(uow).rows
        assert (row.concern, row.name, row.roles) == (Concern.ROLES_TAKEN, me.name, (Role.COACH,))
        assert concerns(supervisor) == []


def test_a_colleague_who_opened_ones_participant_anyway_is_told_to_their_coach_alone(
    office: Register, other: Register, person: UUID
) -> None:
    with other.writing() as uow:
        open_anyway(uow, person, "Hon ringde växeln")
    assert concerns(office) == [(Concern.OPENED_ANYWAY, other.user.name)]
    assert concerns(other) == []


def test_one_is_told_of_a_reset_of_other_roles_and_of_the_recovery_key(office: Register, other: Register) -> None:
    with office.writing() as uow:
        accounts.reset_password(uow, other.user.id, OTHER)
    assert concerns(other) == [(Concern.PASSWORD_RESET, office.user.name)]
    with office.writing() as uow:
        user = uow.get(User, other.user.id)
        both = frozenset({Role.COACH, Role.PROJECT_LEAD})
        accounts.change(uow, user.id, user.version, name=user.name, roles=both, phone="")
    assert concerns(other)[0] == (Concern.ROLES_CHANGED, office.user.name)
    with other.writing() as uow:
        uow.note(HistoryAction.RECOVERY_USED, noun="user_account", record_id=other.user.id)
        uow.note(HistoryAction.SIGN_IN_REFUSED, noun="user_account", record_id=other.user.id, reason="3")
    assert concerns(other)[0] == (Concern.RECOVERY_USED, other.user.name)


def test_what_one_did_oneself_is_no_news(office: Register) -> None:
    passwords.change_own(office, PASSWORD, OTHER)
    again = Register.open(office.location.text, Credentials("coach", OTHER), office.clock)
    try:
        assert concerns(again) == []
    finally:
        again.close()
