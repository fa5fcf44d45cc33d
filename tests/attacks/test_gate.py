"""A colleague without a task opens nobody unseen: what is not their own is shut, and each look leaves a row."""

from collections.abc import Callable, Iterator
from datetime import date, time
from uuid import UUID

import pytest
from sqlalchemy import select

from jobbpunkt import cases, coaching, consents, covers, plans
from jobbpunkt.base.errors import InvalidInput, Shut
from jobbpunkt.base.words import Words
from jobbpunkt.cases import NewCase
from jobbpunkt.coaching import MeetingFacts, NewSession
from jobbpunkt.consents import GivenConsent
from jobbpunkt.covers import NewCover
from jobbpunkt.people import caseload, details, notes, timeline
from jobbpunkt.people.details import PersonData
from jobbpunkt.plans import NewPlan, PlanFilter, Situation
from jobbpunkt.register import gate, office
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from models.history import HistoryEntry
from models.vocabulary import ConsentPurpose, HistoryAction, PlanKind, Protection, Role, SessionKind, SessionStatus
from tests.colleagues import EVERY_KEY, colleague

DAY = date(2020, 6, 15)


@pytest.fixture
def other(register: Register) -> Iterator[Register]:
    """A coach with every key, who has nothing to do with the people of `register`."""
    with colleague(register, [Role.COACH], EVERY_KEY) as opened:
        yield opened


def somebody(register: Register, protection: Protection = Protection.NONE) -> UUID:
    """Return a participant of the founder's, with a note."""
    with register.writing() as uow:
        person = details.create(uow, PersonData("Åsa", protection=protection, language="arabiska")).record
        cases.enrol(uow, NewCase(person, DAY, coach_id=uow.user.id))
        notes.add(uow, person, "Har ringt")
    return person


def _open_and_fail(uow: Writing, person: UUID) -> None:
    gate.open_anyway(uow, person, "svarar i telefon")
    notes.add(uow, person, "")


def health_plan(register: Register, person: UUID) -> UUID:
    with register.writing() as uow:
        consents.give(uow, person, ConsentPurpose.HEALTH_PLAN, GivenConsent(DAY), Words("sv"))
        return plans.create(uow, NewPlan(person, PlanKind.HEALTH, Situation(DAY))).record


def looks(register: Register, person: UUID) -> list[tuple[HistoryAction, str, str | None]]:
    """Return who has looked at a person, oldest first: what was done, at what, and why."""
    with register.reading() as uow:
        row = HistoryEntry
        wanted = (row.person_id == person, row.action.in_((HistoryAction.READ, HistoryAction.OPENED_ANYWAY)))
        found = uow.session.execute(select(row.action, row.noun, row.reason).where(*wanted).order_by(row.number))
        return [(action, noun, reason) for action, noun, reason in found]


@pytest.mark.parametrize("read", [details.details, timeline.timeline, notes.of_person, coaching.of_person, plans.of_person])
def test_a_colleagues_participant_is_shut(register: Register, other: Register, read: Callable[..., object]) -> None:
    person = somebody(register)
    with other.reading() as uow, pytest.raises(Shut) as shut:
        read(uow, person)
    assert (shut.value.person, shut.value.asks_why) == (person, True)
    assert looks(register, person) == []


def test_a_reason_opens_for_the_sitting_and_stays(register: Register, other: Register) -> None:
    person = somebody(register)
    with other.writing() as uow, pytest.raises(InvalidInput):
        gate.open_anyway(uow, person, "möte")
    with other.writing() as uow:
        gate.open_anyway(uow, person, "svarar i telefon")
    for _ in range(2):
        with other.reading() as uow:
            assert notes.of_person(uow, person)[0].text == "Har ringt"
    assert looks(register, person) == [
        (HistoryAction.OPENED_ANYWAY, "person", "svarar i telefon"),
        (HistoryAction.READ, "person", None),
    ]


def test_a_reason_that_was_not_kept_opens_nothing(register: Register, other: Register) -> None:
    person = somebody(register)
    with pytest.raises(InvalidInput), other.writing() as uow:
        _open_and_fail(uow, person)
    with other.reading() as uow, pytest.raises(Shut):
        details.details(uow, person)


def test_an_open_office_never_opens_health_nor_protected(register: Register, other: Register) -> None:
    person, hidden = somebody(register), somebody(register, Protection.CONFIDENTIALITY_MARKING)
    plan = health_plan(register, person)
    with register.writing() as uow:
        office.choose(uow, open_among_coaches=True)
    with other.reading() as theirs:
        assert details.details(theirs, person).data.given_name == "Åsa"
        assert [row.kind for row in plans.of_person(theirs, person)] == []
        assert [row.id for row in plans.all_plans(theirs)] == []
    for read in (lambda uow: plans.view(uow, plan), lambda uow: coaching.of_person(uow, hidden)):
        with other.writing() as noting, pytest.raises(Shut):
            read(noting)


def test_a_protected_persons_meeting_and_notes_leave_a_row(register: Register) -> None:
    person = somebody(register, Protection.CONFIDENTIALITY_MARKING)
    with register.writing() as uow:
        meeting = coaching.book(uow, NewSession((person,), DAY, time(13))).record
    with register.reading() as uow:
        notes.of_person(uow, person)
        coaching.details(uow, meeting)
    assert looks(register, person) == [
        (HistoryAction.READ, "person", None),
        (HistoryAction.READ, "coaching_session", None),
    ]


def test_who_covers_opens_as_the_coach_and_no_longer(register: Register, other: Register) -> None:
    person = somebody(register)
    with register.writing() as uow:
        cover = covers.add(uow, NewCover(other.user.id, DAY, DAY)).record
    with other.reading() as uow:
        assert details.details(uow, person).data.language == "arabiska"
    with register.writing() as uow:
        covers.remove(uow, cover, 1)
    with other.reading() as uow, pytest.raises(Shut):
        details.details(uow, person)


def test_nobody_takes_a_colleagues_participant_over_unasked(register: Register, other: Register) -> None:
    person = somebody(register)
    with register.reading() as uow:
        case = cases.of_person(uow, person)[0].id

    def hand_over(uow: Writing) -> object:
        return cases.assign(uow, [case], uow.user.id)

    def book(uow: Writing) -> object:
        return coaching.book(uow, NewSession((person,), DAY, time(9)))

    for attempt in (hand_over, book):
        with other.writing() as uow, pytest.raises(Shut):
            attempt(uow)


def test_the_caseload_tells_of_others_no_more_than_name_coach_and_status(register: Register, other: Register) -> None:
    somebody(register)
    with other.reading() as uow:
        (row,) = caseload.caseload(uow)
    assert (row.name.text, row.coach, row.language, row.enrolled_on) == ("Åsa", "Coach Exempel", "", None)
    with register.reading() as uow:
        assert caseload.caseload(uow)[0].language == "arabiska"


def plan_of(register: Register, person: UUID) -> UUID:
    """Make a plan with a goal and a day for its follow-up."""
    with register.writing() as uow:
        return plans.create(uow, NewPlan(person, PlanKind.CAREER, Situation(DAY), review_on=DAY)).record


def test_lists_tell_of_a_colleagues_participants_plan_whose_it_is_and_no_day(register: Register, other: Register) -> None:
    person, theirs = somebody(register), somebody(other)
    plan = plan_of(register, person)
    own = plan_of(other, theirs)
    with other.reading() as uow:
        rows = {row.id: row for row in plans.all_plans(uow)}
        due = plans.page(uow, PlanFilter.DUE)
    shut, near = rows[plan], rows[own]
    assert (shut.person.text, shut.coach_id, shut.kind) == ("Åsa", register.user.id, PlanKind.CAREER)
    told = (shut.starts_on, shut.review_on, shut.goals, shut.steps, shut.steps_done, shut.adopted, shut.due, shut.overdue)
    assert told == (None, None, 0, 0, 0, 0, False, False)
    assert (near.starts_on, near.review_on, near.due) == (DAY, DAY, True)
    assert list(rows) == [own, plan]
    assert ([row.id for row in due.rows], due.total) == ([own], 1)
    with register.reading() as uow:
        assert next(row for row in plans.all_plans(uow) if row.id == plan).review_on == DAY


def test_a_plan_of_ones_own_lists_no_colleagues_plan_for_better_health(register: Register, other: Register) -> None:
    shut = health_plan(register, somebody(register))
    own = plan_of(other, somebody(other))
    with other.reading() as uow:
        assert [row.id for row in plans.all_plans(uow)] == [own]
    with register.reading() as uow:
        assert shut in [row.id for row in plans.all_plans(uow)]


def test_a_reason_and_an_open_office_tell_the_days_of_plans(register: Register, other: Register) -> None:
    plan = plan_of(register, person := somebody(register))
    hidden = plan_of(register, somebody(register, Protection.CONFIDENTIALITY_MARKING))

    def days() -> dict[UUID, date | None]:
        with other.reading() as uow:
            return {row.id: row.review_on for row in plans.all_plans(uow)}

    with other.writing() as uow:
        gate.open_anyway(uow, person, "svarar i telefon")
    assert days() == {plan: DAY, hidden: None}
    other.sitting.let_in.clear()
    assert days() == {plan: None, hidden: None}
    with register.writing() as uow:
        office.choose(uow, open_among_coaches=True)
    assert days() == {plan: DAY, hidden: None}


def test_a_calendar_tells_of_a_colleagues_meeting_that_their_time_is_taken(register: Register, other: Register) -> None:
    person = somebody(register)
    facts = MeetingFacts(SessionKind.INTAKE, 45, "Kollage", "arabiska")
    with register.writing() as uow:
        booked = coaching.book(uow, NewSession((person,), DAY, time(13), facts)).record
        off = coaching.book(uow, NewSession((person,), DAY, time(15), facts)).record
        coaching.cancel(uow, off, 1, by=SessionStatus.CANCELLED_BY_COACH, reason="Sjuk")
    with other.reading() as uow:
        (row,) = coaching.between(uow, DAY, DAY)
        (clash,) = coaching.clashes(uow, person_ids=[], day=DAY, at=time(13, 30), minutes=60, coach_id=register.user.id)
    assert (row.id, row.coach, row.facts, row.people, row.reason) == (booked, row.coach, MeetingFacts(minutes=45), (), "")
    assert (clash.people, clash.minutes) == ((), 45)
    with register.reading() as uow:
        assert [len(row.people) for row in coaching.between(uow, DAY, DAY)] == [1, 1]
    with other.writing() as uow:
        gate.open_anyway(uow, person, "svarar i telefon")
    with other.reading() as uow:
        assert [row.facts.place for row in coaching.between(uow, DAY, DAY)] == ["Kollage", "Kollage"]
