"""What grows with one's own work does not grow with the register: how each read of the day is answered, on both engines."""

from collections.abc import Callable
from datetime import date, time, timedelta
from uuid import UUID

import pytest

from jobbpunkt import coaching, today
from jobbpunkt.coaching import NewSession
from jobbpunkt.lead_day import lead_day
from jobbpunkt.lead_day.year import before_print
from jobbpunkt.palette import note_search
from jobbpunkt.people import caseload, details
from jobbpunkt.people.caseload import CaseloadFilter
from jobbpunkt.people.details import PersonData
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.register.veil import Veil
from tests.query_plans import plans_of, scanned

Read = Callable[[Reading, UUID, UUID], object]

MONDAY = date(2020, 6, 15)
SUNDAY = MONDAY + timedelta(days=6)

# Each read with the indexes that must lead it.
READS: dict[str, tuple[Read, set[str]]] = {
    "everyone": (lambda uow, _p, _s: caseload.caseload(uow), {"ix_person_name", "ix_case_file_person_latest"}),
    "mine": (
        lambda uow, _p, _s: caseload.caseload(uow, shown=CaseloadFilter.MINE),
        {"ix_case_file_coach_id", "ix_session_participant_person"},
    ),
    "active": (lambda uow, _p, _s: caseload.caseload(uow, shown=CaseloadFilter.ACTIVE), {"ix_person_name"}),
    "new": (lambda uow, _p, _s: caseload.caseload(uow, shown=CaseloadFilter.NEW), {"ix_case_file_status_enrolled"}),
    "without contact": (
        lambda uow, _p, _s: caseload.caseload(uow, shown=CaseloadFilter.NO_CONTACT),
        {"ix_person_name", "ix_session_participant_person"},
    ),
    "typed": (lambda uow, _p, _s: caseload.caseload(uow, words="åsa ö"), set()),
    "typed among mine": (lambda uow, _p, _s: caseload.caseload(uow, words="åsa", shown=CaseloadFilter.MINE), set()),
    "today": (
        lambda uow, _p, _s: today.today(uow),
        {
            *("ix_case_file_coach_id", "ix_coaching_session_coach_time", "ix_plan_coach_review"),
            *("ix_agreed_step_person_id", "ix_progress_round_person_due"),
        },
    ),
    "a lead's day": (lambda uow, _p, _s: lead_day(uow), {"ix_event_starts_at", "ix_coaching_session_starts_at"}),
    "before the year is printed": (
        lambda uow, _p, _s: before_print(uow),
        {"ix_coaching_session_starts_at", "ix_outcome_starts_on", "ix_event_starts_at"},
    ),
    # Who has need of them: the latest enrolment, covers, plans, meetings, and who put them into the register.
    "a person": (
        lambda uow, person, _s: details.details(uow, person),
        {"ix_case_file_person_latest", "ix_cover_stand_in_id", "ix_session_participant_person"},
    ),
    "a meeting": (
        lambda uow, _p, session: coaching.details(uow, session),
        {"ix_session_participant_person", "ix_coaching_session_supersedes_id"},
    ),
    "a person's meetings": (lambda uow, person, _s: coaching.of_person(uow, person), {"ix_session_participant_person"}),
    "my week": (
        lambda uow, _p, _s: coaching.between(uow, MONDAY, SUNDAY, coach_id=uow.user.id),
        {"ix_coaching_session_coach_time"},
    ),
    "everybody's week": (lambda uow, _p, _s: coaching.between(uow, MONDAY, SUNDAY), {"ix_coaching_session_starts_at"}),
    "notes": (
        lambda uow, _p, _s: note_search.find(uow, "ringt i"),
        {"VIRTUAL TABLE INDEX", "sqlite_autoindex_coaching_session_1", "ix_session_participant_session_id"},
    ),
    "clashes": (
        lambda uow, person, _s: coaching.clashes(uow, person_ids=[person], day=MONDAY, at=time(9), minutes=60),
        {"ix_coaching_session_coach_time", "ix_session_participant_person"},
    ),
}


@pytest.fixture
def met(register: Register) -> tuple[UUID, UUID]:
    """Return a person and a meeting with them."""
    with register.writing() as uow:
        person = details.create(uow, PersonData("Åsa", "Öberg")).record
        session = coaching.book(uow, NewSession((person,), MONDAY, time(10))).record
        coaching.save_note(uow, session, 1, note="Ringt i dag", summary="")
    if register.engine.dialect.name == "sqlite":
        _forget_figures(register)
    return person, session


def _forget_figures(register: Register) -> None:
    """Let the engine choose as for a register of any size, and not by the handful of rows that was counted here."""
    with register.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE IF EXISTS sqlite_stat1")
        connection.exec_driver_sql("DROP TABLE IF EXISTS sqlite_stat4")
    register.engine.dispose()


@pytest.mark.parametrize("name", READS)
def test_a_read_begins_with_ones_own(register: Register, met: tuple[UUID, UUID], name: str) -> None:
    read, led_by = READS[name]
    lines = plans_of(register, lambda uow: read(uow, *met))
    assert lines
    assert not scanned(lines), "\n".join(lines)
    if register.engine.dialect.name == "sqlite":
        # Without figures about the rows only SQLite chooses the same each time.
        assert not {index for index in led_by if not any(index in line for line in lines)}, "\n".join(lines)


def test_what_a_meeting_was_moved_to_is_looked_up_though_hardly_any_was_moved(sqlite_register: Register) -> None:
    """The engine has counted that one moment of "moved from" is like any other, and would rather look through all meetings."""
    with sqlite_register.writing() as uow:
        person = details.create(uow, PersonData("Åsa")).record
        for week in range(300):
            session = coaching.book(uow, NewSession((person,), MONDAY + timedelta(weeks=week), time(10))).record
    with sqlite_register.engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")
    sqlite_register.engine.dispose()
    lines = plans_of(sqlite_register, lambda uow: coaching.details(uow, session))
    assert any("ix_coaching_session_supersedes_id" in line for line in lines), "\n".join(lines)


def test_who_is_protected_is_looked_up_and_not_looked_through(register: Register) -> None:
    """Every save that concerns somebody asks for it."""
    lines = plans_of(register, lambda uow: Veil(uow.vault.protected).hidden(uow.asking()))
    assert any("ix_person_protected" in line for line in lines), "\n".join(lines)
    assert not scanned([line for line in lines if "ix_person_protected" not in line])


def test_a_scan_is_seen(register: Register) -> None:
    from sqlalchemy import select

    from models.person import Person

    lines = plans_of(register, lambda uow: uow.session.execute(select(Person.id).where(Person.phone == "1")).all())
    assert scanned(lines) == {"person"}
