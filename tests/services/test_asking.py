"""Asking plain rows: the same values as SQLAlchemy itself reads, in the same transaction, heard and refused in the same way."""

import re
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Select, Text, literal_column, select

from jobbpunkt import cases, coaching
from jobbpunkt.base.errors import UserError
from jobbpunkt.cases import NewCase
from jobbpunkt.coaching import NewSession
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import need
from jobbpunkt.register.asking import Asked, asked_once, given, numbered, several
from jobbpunkt.register.opening import Register
from models.account import User
from models.case import Case
from models.coaching import CoachingSession, SessionParticipant
from models.indicator import Indicator, IndicatorTarget
from models.person import Person
from models.vocabulary import CaseStatus, Protection, SwedishLevel
from tests.services.statements import statements

COLUMNS: dict[str, tuple[Any, ...]] = {
    "ids, numbers, words, choices, days that are not there": (Person.id, Person.reference, Person.given_name, Person.swedish),
    "days and what may be missing": (Case.id, Case.coach_id, Case.enrolled_on, Case.closed_on, Case.closure_reason, Case.status),
    "instants": (CoachingSession.id, CoachingSession.starts_at, CoachingSession.supersedes_id),
    "yes and no, and lists": (User.id, User.active, User.roles),
    "numbers with decimals": (IndicatorTarget.id, IndicatorTarget.share),
    "yes, no and not known": (Person.tenant, Person.removed),
}


@pytest.fixture
def people(register: Register) -> list[UUID]:
    with register.writing() as uow:
        found = []
        for number in range(6):
            data = PersonData(
                f"Åsa{number}", swedish=SwedishLevel.BEGINNER if number % 2 else SwedishLevel.NOT_STATED, tenant=number > 2
            )
            found.append(details.create(uow, data).record)
            cases.enrol(uow, NewCase(found[-1], date(2020, 2, 3), coach_id=uow.user.id if number else None))
            coaching.book(uow, NewSession((found[-1],), date(2020, 6, 15), time(8 + number)))
        indicator = uow.add(Indicator(key="safety", name="Trygghet"))
        for year in range(2016, 2021):
            uow.add(IndicatorTarget(indicator_id=indicator.id, year=year, share=60 + year % 3 / 2))
        return found


@pytest.mark.parametrize("what", COLUMNS)
@pytest.mark.parametrize("most", [1, 3, 100])
def test_the_values_are_those_that_sqlalchemy_reads(register: Register, people: list[UUID], what: str, most: int) -> None:
    assert people
    query = select(*COLUMNS[what]).order_by(COLUMNS[what][0]).limit(most)
    with register.reading() as uow:
        expected = [tuple(row) for row in uow.session.execute(query)]
        found = Asked(query).rows(uow)
    assert list(found) == expected
    assert [list(map(type, row)) for row in found] == [list(map(type, row)) for row in expected]
    assert len({hash(row[0]) for row in found}) == len({hash(row[0]) for row in expected})


@asked_once
def _after(number: int, *, active: bool) -> Select[Any]:
    wanted = (Person.id.in_(several("who", number)), CoachingSession.starts_at > given("after"))
    query = (
        select(Person.id).join(Case, Case.person_id == Person.id).where(Case.status.in_((CaseStatus.ENROLLED, CaseStatus.PAUSED)))
    )
    query = query.join(SessionParticipant, SessionParticipant.person_id == Person.id)
    query = query.join(CoachingSession, CoachingSession.id == SessionParticipant.session_id).where(*wanted)
    return query.where(Person.removed.is_(not active), Case.enrolled_on <= given("day")).order_by(CoachingSession.starts_at)


def test_it_is_built_once_and_asked_with_other_values(register: Register, people: list[UUID]) -> None:
    assert _after(2, active=True) is _after(2, active=True) is not _after(3, active=True)
    noon = datetime(2020, 6, 15, 8, 30, tzinfo=UTC)
    with register.reading() as uow:
        asked = _after(2, active=True)
        late = asked.rows(uow, after=noon, day=date(2020, 3, 1), **numbered("who", people[2:4]))
        assert late == [(people[3],)]
        assert asked.rows(uow, after=noon, day=date(2020, 1, 1), **numbered("who", people[2:4])) == []
        assert asked.first(uow, after=noon, day=date(2020, 3, 1), **numbered("who", people[4:])) == (people[4],)
        assert asked.first(uow, after=noon, day=date(2020, 3, 1), **numbered("who", people[:2])) is None
        with pytest.raises(KeyError):  # a value that was forgotten never goes as "none"
            asked.rows(uow, after=noon, **numbered("who", people[:2]))


def test_what_was_just_changed_is_seen_and_who_listens_hears_it(register: Register, people: list[UUID]) -> None:
    named: Asked[Any] = Asked(select(Person.given_name).where(Person.id == given("person")))
    with register.writing() as uow:
        uow.get(Person, people[0]).given_name = "Bo"
        with statements() as sent:
            assert named.first(uow, person=people[0]) == ("Bo",)
    # On a server whoever writes of people waits first for whoever is protecting one.
    assert [words.split()[0] for words in sent if "pg_advisory" not in words] == ["UPDATE", "SELECT"]
    with register.reading() as uow, statements() as sent:
        named.rows(uow, person=people[0])
        assert uow.session.get(Person, people[0]) is not None
    assert len([words for words in sent if words.startswith("SELECT")]) == 2


def test_a_value_without_a_type_is_refused_when_it_is_built(register: Register) -> None:
    with register.reading() as uow, pytest.raises(TypeError):
        Asked(select(given("anything"))).rows(uow)


def test_what_the_engine_refuses_is_told_in_a_sentence(register: Register) -> None:
    with pytest.raises(UserError) as caught, register.reading() as uow:
        Asked(select(literal_column("no_such_column", Text()))).rows(uow)
    assert "no_such_column" not in str(caught.value)


def test_what_is_the_same_each_time_is_spelled_in_the_query_and_not_given(sqlite_register: Register) -> None:
    """A value given that might be that of a partial index has the engine plan the query anew each time."""

    @asked_once
    def query() -> Select[UUID]:
        return select(Person.id).where(Person.protection == Protection.NONE, Person.given_name == given("name")).limit(1)

    with sqlite_register.reading() as uow:
        with statements() as sent:
            query().rows(uow, name="Åsa")
        gate = need.asked(coaches=True, people=True)
        with statements() as asked:
            gate.first(uow, person=uow.user.id, **need.values(uow))
    # What is given, and the offset that SQLAlchemy gives with each limit.
    assert sent[-1].count("?") == 2
    assert "'none'" in sent[-1]
    (question,) = asked
    assert re.search(r"history_entry\w*\.noun = 'person'", question)
