"""Search on both engines: whatever is typed, the same people are found, and never by what an engine means by it."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from jobbpunkt import applications, programmes, work
from jobbpunkt.people.details import PersonData, create
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register import finding
from jobbpunkt.register.opening import Register
from jobbpunkt.work import AreaData
from models.organisation import Organisation
from models.person import Person
from models.vocabulary import AreaKind, Protection, Role
from tests.colleagues import colleague
from tests.registers import NOW

PEOPLE = (
    PersonData(given_name="Åsa", family_name="Öberg-Ström", email="asa.oberg@example.se"),
    PersonData(given_name="Søren", family_name="Łukasz"),
    PersonData(given_name="Anna-Lena", family_name="D'Artagnan", phone="070-174 06 05"),
    PersonData(given_name="مريم", family_name="ไทย"),
    PersonData(given_name="Straße", family_name="O'Neill AND NOT"),
)


@pytest.fixture
def filled(register: Register) -> Register:
    with register.writing() as uow:
        for person in PEOPLE:
            create(uow, person)
        create(uow, PersonData(given_name="Skyddad", protection=Protection.PROTECTED_REGISTRATION))
        uow.add(Organisation(name="Åsas café"))
    return register


def found(register: Register, words: str) -> set[str]:
    with register.reading() as uow:
        return {hit.title for hit in finding.find(uow, words)}


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("åsa öberg", "Åsa Öberg-Ström"),
        ("ASA OBERG", "Åsa Öberg-Ström"),
        ("A\u030asa o\u0308", "Åsa Öberg-Ström"),
        ("strom", "Åsa Öberg-Ström"),
        ("öberg-str", "Åsa Öberg-Ström"),
        ("asa.oberg@example", "Åsa Öberg-Ström"),
        ("example", "Åsa Öberg-Ström"),
        ("soren lukasz", "Søren Łukasz"),
        ("lena", "Anna-Lena D'Artagnan"),
        ("d'art", "Anna-Lena D'Artagnan"),
        ("070-174", "Anna-Lena D'Artagnan"),
        ("مريم", "مريم ไทย"),
        ("strasse", "Straße O'Neill AND NOT"),
        ("not and", "Straße O'Neill AND NOT"),
        ("  åsa\t\n öberg ", "Åsa Öberg-Ström"),
    ],
)
def test_a_person_is_found(filled: Register, words: str, title: str) -> None:
    assert found(filled, words) == {title}


@pytest.mark.parametrize(
    "words", ["", "   ", "-", '"', "'", "*", "%", "_", "()", "AND", "åsa nobody", "berg", "x" * 300, "\0", "🙂"]
)
def test_what_matches_nothing_finds_nothing(filled: Register, words: str) -> None:
    assert found(filled, words) <= {"Straße O'Neill AND NOT"}


@pytest.mark.parametrize(
    "words",
    [
        'åsa"',
        "åsa*",
        '"åsa',
        "åsa^2",
        "åsa:*",
        "åsa & !anna",
        "NEAR(åsa anna)",
        "åsa) OR (1=1",
        "folded:åsa",
        "åsa--",
        "{åsa}",
        "åsa\\",
    ],
)
def test_operators_are_words(filled: Register, words: str) -> None:
    assert found(filled, words) <= {"Åsa Öberg-Ström", "Åsas café"}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_nothing_typed_breaks_the_search(filled: Register, words: str) -> None:
    found(filled, words)


def test_a_protected_person_is_found_by_reference_only(filled: Register) -> None:
    assert found(filled, "skyddad") == set()
    assert found(filled, "1006") == {""}


def test_people_are_found_only_by_those_who_may_see_people(filled: Register) -> None:
    with colleague(filled, [Role.ADMINISTRATOR]) as administrator:
        assert found(administrator, "åsa") <= {"Åsas café"}
    with colleague(filled, [Role.PROJECT_LEAD]) as lead:
        assert "Åsa Öberg-Ström" in found(lead, "åsa")


def test_who_leads_a_group_finds_its_areas_and_those_who_take_part_now_and_nothing_else(filled: Register) -> None:
    today = NOW.date()
    with filled.writing() as uow:
        people = dict(uow.session.execute(select(Person.given_name, Person.id)).all())
        runs, over = (
            programmes.create(uow, ProgrammeData(f"Projekt {last}", "Åsbyn", ends_on=last)).record
            for last in (None, today - timedelta(days=1))
        )
        for name, programme, first, last in (
            ("Åsa", runs, today, None),
            ("", runs, today, None),
            ("Søren", runs, today - timedelta(days=9), today - timedelta(days=1)),
            ("Anna-Lena", over, today - timedelta(days=9), None),
        ):
            programmes.enrol(uow, programme, people[name], starts_on=first, ends_on=last)
        for number, name in enumerate(("Trapphus Åsgatan", "Källare Åsgatan")):
            work.add_area(uow, runs, AreaData(list(AreaKind)[number], name))
    with colleague(filled, [Role.SUPERVISOR]) as supervisor:
        assert found(supervisor, "ås") == {"Åsa Öberg-Ström", "Trapphus Åsgatan", "Källare Åsgatan"}
        assert [found(supervisor, other) for other in ("søren", "anna", "1006", "straße")] == [set()] * 4
    with colleague(filled, [Role.ADMINISTRATOR]) as administrator:
        assert found(administrator, "ås") == {"Åsas café"}


def test_applications_are_found_only_by_those_who_may_open_them(filled: Register) -> None:
    with filled.writing() as uow:
        person = uow.session.scalars(select(Person.id).where(Person.given_name == "Søren")).one()
        applications.create(uow, person, applications.ApplicationData("Bageriet", "Konditor"))
    assert found(filled, "bageri") == {"Konditor, Bageriet"}
    with colleague(filled, [Role.PROJECT_LEAD]) as lead:
        assert found(lead, "bageri") == set()
        assert "Søren Łukasz" in found(lead, "søren")


def test_words_follow_the_record(filled: Register) -> None:
    with filled.writing() as uow:
        uow.session.query(Organisation).one().name = "Proffas"
    assert found(filled, "åsas") == set()
    assert found(filled, "proff") == {"Proffas"}
    with filled.writing() as uow:
        uow.remove(uow.session.query(Organisation).one())
    assert found(filled, "proff") == set()
