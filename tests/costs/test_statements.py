"""How many statements an operation sends to the engine, and how many bytes a save writes: never more for more people."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from jobbpunkt import campaigns, cases, coaching, events, programmes, shifts, today
from jobbpunkt.base.clock import instant
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import ActivityDraft, CampaignDetails, cv_box_measures
from jobbpunkt.cases import NewCase
from jobbpunkt.coaching import NewSession
from jobbpunkt.events import EventDetails
from jobbpunkt.exchange.people import import_people
from jobbpunkt.lead_day import lead_day
from jobbpunkt.lead_day.year import before_print
from jobbpunkt.people import caseload, details, on_paper
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register import chain
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.shifts import ShiftData
from models.history import HistoryEntry
from models.person import Person
from models.vocabulary import AttendanceMark, EventKind
from tests.services.statements import statements

DAY = date(2020, 6, 15)
HEAD = "Förnamn;Efternamn;Mobil;Inskriven"


def sent_by(register: Register, work: Callable[[Reading], object]) -> list[str]:
    with statements() as sent, register.reading() as uow:
        work(uow)
    return sent


def written_by(register: Register, work: Callable[[Writing], object]) -> list[str]:
    with statements() as sent, register.writing() as uow:
        work(uow)
    return sent


def listed(first: int, last: int) -> bytes:
    lines = [f"Ny{number};Från lista {number};070-174 06 20;2020-02-03" for number in range(first, last)]
    return "\n".join((HEAD, *lines)).encode()


@pytest.fixture
def coached(sqlite_register: Register) -> Register:
    """A register whose coach has thirty people of their own."""
    with sqlite_register.writing() as uow:
        for number in range(30):
            person = details.create(uow, PersonData(f"Åsa{number}", contact_note="Ring")).record
            cases.enrol(uow, NewCase(person, date(2020, 2, 3), coach_id=uow.user.id))
    return sqlite_register


@pytest.fixture
def measure(sqlite_register: Register) -> UUID:
    """What a campaign that runs today counts first."""
    with sqlite_register.writing() as uow:
        made = campaigns.create(uow, CampaignDetails("CV-boxen", DAY, date(2020, 6, 28)), measures=cv_box_measures())
    with sqlite_register.reading() as reader:
        return campaigns.get(reader, made.record).measures[0].id


def test_a_save_and_a_tap_send_only_what_they_write(sqlite_register: Register, measure: UUID) -> None:
    # BEGIN, the reference number, the person, their words in the index, the history's head, its entry, its head, its signature.
    assert len(written_by(sqlite_register, lambda uow: details.create(uow, PersonData("Åsa")))) <= 8
    # BEGIN, the measure's week, the entry, the history's head, its entry, its head, its signature.
    assert len(written_by(sqlite_register, lambda uow: campaigns.count(uow, measure))) == 7


def test_a_tap_needs_no_session_and_no_statement_that_is_built_for_it(sqlite_register: Register, measure: UUID) -> None:
    """Each takes longer than all that a tap writes."""

    def tap(uow: Writing) -> None:
        campaigns.count(uow, measure)

    written_by(sqlite_register, tap)  # from here on its statements are spelled
    built: list[str] = []

    def began(*_: object) -> None:
        built.append("a session")

    def executed(_connection: object, clause: object, *_: object) -> None:
        built.append(str(clause))

    event.listen(Session, "after_transaction_create", began)
    event.listen(Engine, "before_execute", executed)
    try:
        written_by(sqlite_register, tap)
        assert built == []
        written_by(sqlite_register, lambda uow: details.create(uow, PersonData("Åsa")))
        assert "a session" in built  # which shows that it would be seen
    finally:
        event.remove(Session, "after_transaction_create", began)
        event.remove(Engine, "before_execute", executed)


def test_a_tap_writes_a_dozen_pages(sqlite_register: Register, measure: UUID) -> None:
    log = Path(f"{sqlite_register.location.text}-wal")
    for _ in range(3):
        written_by(sqlite_register, lambda uow: campaigns.count(uow, measure))
    before = log.stat().st_size
    for _ in range(10):
        written_by(sqlite_register, lambda uow: campaigns.count(uow, measure))
    # The entry, its key, week, measure, two corrections; the history's entry, its three keys, its head, its signature.
    assert 0 < (log.stat().st_size - before) / 10 <= 13 * 4120


def test_each_key_at_a_shift_sends_only_what_it_writes(coached: Register) -> None:
    with coached.writing() as uow:
        people = [row.id for row in caseload.caseload(uow)][:20]
        programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        for person in people:
            programmes.enrol(uow, programme, person, starts_on=DAY)
        shift = shifts.create(uow, programme, ShiftData(DAY, time(8, 30), time(12))).record
    sick, present = AttendanceMark.SICK, AttendanceMark.PRESENT

    def marks(person: UUID, mark: AttendanceMark, seen: AttendanceMark | None = None) -> list[str]:
        return written_by(coached, lambda uow: shifts.mark(uow, shift, person, mark, seen=seen))

    # BEGIN, how it stands, who is protected, the mark, the head, its entry, its head, its signature: the twentieth as the first.
    assert {len(marks(person, present)) for person in people} == {8}
    # And the mark that stood there.
    assert len(marks(people[0], sick, present)) == 9
    # BEGIN, the shift, who is not marked, who is protected, the head, the entries, the head, its signature.
    assert len(written_by(coached, lambda uow: shifts.rest_present(uow, shift))) <= 6


def test_a_leads_day_asks_as_much_of_a_full_register_as_of_an_empty_one(coached: Register) -> None:
    def asked() -> tuple[int, int]:
        return len(sent_by(coached, lead_day)), len(sent_by(coached, before_print))

    asked()  # from here on its statements are spelled
    empty = asked()
    for year in (2018, 2019):
        _record_a_year(coached, year)
    assert asked() == empty
    with coached.writing() as uow:
        campaigns.create(uow, CampaignDetails("Löper", DAY, DAY), measures=cv_box_measures())
    # What the campaign that runs came to, and nothing besides.
    ran, before = asked()
    assert before == empty[1]
    assert ran - empty[0] <= 4 + 3 * len(cv_box_measures())


def _record_a_year(register: Register, year: int) -> None:
    """Record campaigns, events, projects and people of a year."""
    with register.writing() as uow:
        for number in range(5):
            first = date(year, 1 + number, 1)
            details_of = CampaignDetails(f"CV-boxen {year} {number}", first, first.replace(day=28))
            made = campaigns.create(uow, details_of, measures=cv_box_measures()).record
            campaigns.add_activity(uow, made, ActivityDraft("CV-hjälp", number))
            campaigns.count(uow, campaigns.get(uow, made).measures[0].id, day=first)
            events.create(uow, EventDetails(EventKind.LIVESTREAM, f"Sändning {number}", instant(first)))
            programmes.create(uow, ProgrammeData(f"Projekt {year} {number}", "Råby"))
            person = details.create(uow, PersonData(f"Bo {number}")).record
            cases.enrol(uow, NewCase(person, first, coach_id=uow.user.id))
            coaching.book(uow, NewSession((person,), first, time(8)))


def test_an_empty_read_sends_nothing_but_its_beginning(sqlite_register: Register) -> None:
    assert sent_by(sqlite_register, lambda uow: None) == []
    assert sent_by(sqlite_register, lambda uow: uow.session.connection()) == ["BEGIN"]


def test_opening_sends_a_fixed_number_of_statements(coached: Register) -> None:
    with coached.writing() as uow:
        rows = caseload.caseload(uow)
        person = rows[0].id
        meeting = coaching.book(uow, NewSession((person,), DAY, time(13))).record
    sent_by(coached, lambda uow: details.details(uow, person))  # the first look of a sitting leaves its row
    # Each has the gate's own question besides.
    assert len(sent_by(coached, lambda uow: details.details(uow, person))) <= 3
    assert len(sent_by(coached, lambda uow: cases.of_person(uow, person))) <= 4
    # BEGIN, the meeting, the gate, the one before, what was agreed, the one to come.
    assert len(sent_by(coached, lambda uow: coaching.details(uow, meeting))) <= 6
    # BEGIN, and one for each part of the page: meetings, steps, and seven kinds of people.
    assert len(sent_by(coached, today.today)) <= 10
    assert len(sent_by(coached, caseload.caseload)) <= 3  # whom one covers for, and what the office chose


def test_a_printed_list_sends_no_statement_for_each_person(coached: Register, words_sv: Words) -> None:
    assert len(sent_by(coached, lambda uow: on_paper.document(uow, words_sv))) <= 5
    assert len(written_by(coached, on_paper.note_printed)) <= 8


def test_a_list_is_brought_in_by_the_hundred_and_its_history_is_whole(register: Register) -> None:
    few = written_by(register, lambda uow: import_people(uow, listed(0, 100)))
    many = written_by(register, lambda uow: import_people(uow, listed(100, 1300)))
    assert len(many) <= 3 * len(few)
    with register.reading() as uow:
        people = uow.session.query(Person).order_by(Person.reference).all()
        assert [row.reference for row in people] == list(range(people[0].reference, people[0].reference + 1300))
        told = uow.session.query(HistoryEntry.person_id).filter(HistoryEntry.noun.in_(("person", "case_file")))
        assert len({person for (person,) in told}) == 1300
        assert chain.verify(uow.session) is None


def test_a_save_writes_a_few_pages(coached: Register) -> None:
    log = Path(f"{coached.location.text}-wal")
    with coached.writing() as uow:
        details.create(uow, PersonData("Bo"))
    before = log.stat().st_size
    for _ in range(10):
        with coached.writing() as uow:
            details.create(uow, PersonData("Bo", "Ek"))
    assert (log.stat().st_size - before) / 10 <= 40 * 4096
