"""Enrolments: one open at a time, closed with a reason, outcomes asked about on their days."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from jobbpunkt import cases
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.cases import CaseView, NewCase, NewOutcome
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from models.vocabulary import CaseStatus, ClosureReason, OutcomeKind

START = date(2020, 2, 3)


@pytest.fixture
def person(register: Register) -> UUID:
    with register.writing() as uow:
        return details.create(uow, PersonData("Åsa", "Öberg")).record


@pytest.fixture
def case(register: Register, person: UUID) -> CaseView:
    with register.writing() as uow:
        cases.enrol(uow, NewCase(person, START, coach_id=register.user.id))
    return _case(register, person)


def _case(register: Register, person: UUID) -> CaseView:
    with register.reading() as uow:
        return cases.of_person(uow, person)[0]


def test_only_one_open_enrolment(register: Register, case: CaseView) -> None:
    with pytest.raises(UserError), register.writing() as uow:
        cases.enrol(uow, NewCase(case.person_id, START))


def test_closing_needs_a_reason_and_a_day_after_the_start(register: Register, case: CaseView) -> None:
    with pytest.raises(InvalidInput), register.writing() as uow:
        cases.close(uow, case.id, case.version, on=START - timedelta(days=1), reason=ClosureReason.WORK)
    with pytest.raises(InvalidInput), register.writing() as uow:
        cases.close(uow, case.id, case.version, on=START, reason=ClosureReason.OTHER)
    with pytest.raises(InvalidInput), register.writing() as uow:
        cases.close(uow, case.id, case.version, on=START, reason=ClosureReason.WORK)
    with register.writing() as uow:
        change = cases.close(uow, case.id, case.version, on=START, reason=ClosureReason.WORK, note="Ville inte säga var.")
    closed = _case(register, case.person_id)
    assert (closed.status, closed.closed_on, closed.closure_reason) == (CaseStatus.CLOSED, START, ClosureReason.WORK)
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    assert _case(register, case.person_id).status is CaseStatus.ENROLLED


def test_an_outcome_is_asked_about_three_times(register: Register, case: CaseView) -> None:
    with register.writing() as uow:
        cases.add_outcome(uow, NewOutcome(case.id, OutcomeKind.WORK, "Exempelbageriet", date(2020, 4, 1)))
    outcome = _case(register, case.person_id).outcomes[0]
    assert [follow_up.due_on for follow_up in outcome.follow_ups] == [date(2020, 5, 1), date(2020, 6, 30), date(2020, 9, 30)]
    asked = outcome.follow_ups[0]
    with register.writing() as uow:
        cases.answer_follow_up(uow, asked.id, asked.version, holds=True, on=date(2020, 5, 4))
    assert _case(register, case.person_id).outcomes[0].follow_ups[0].holds is True


def test_removing_an_outcome_can_be_undone(register: Register, case: CaseView) -> None:
    with register.writing() as uow:
        cases.add_outcome(uow, NewOutcome(case.id, OutcomeKind.STUDIES, "Folkhögskolan", date(2020, 8, 20)))
    before = _case(register, case.person_id).outcomes
    with register.writing() as uow:
        change = cases.remove_outcome(uow, before[0].id, before[0].version)
    assert _case(register, case.person_id).outcomes == ()
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    assert _case(register, case.person_id).outcomes == before
