"""Ending an enrolment in one step, and putting right what was written down about it and what it led to."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from jobbpunkt import cases, closing, coaching, measures, organisations
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, Shut, UserError
from jobbpunkt.base.words import Words
from jobbpunkt.cases import CaseFacts, CaseView, NewCase, NewOutcome
from jobbpunkt.closing import Decided, Ending, Fate, Standing
from jobbpunkt.coaching import MeetingFacts, NewSession, StepWords
from jobbpunkt.measures import Period
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from models.history import HistoryEntry
from models.vocabulary import (
    CaseStatus,
    ClosureReason,
    EmploymentForm,
    FollowUpKind,
    HistoryAction,
    OutcomeKind,
    Protection,
    Referrer,
    Responsible,
    Role,
    SessionKind,
    SessionStatus,
)
from tests.colleagues import colleague

START = date(2020, 2, 3)
FACTS = MeetingFacts(SessionKind.COACHING, 60)


@pytest.fixture
def person(register: Register) -> UUID:
    """Enrolled, with two booked meetings and three open steps."""
    with register.writing() as uow:
        key = details.create(uow, PersonData("Åsa", "Öberg")).record
        cases.enrol(uow, NewCase(key, START, coach_id=register.user.id))
        for day in (20, 25):
            coaching.book(uow, NewSession((key,), date(2020, 6, day), time(9), FACTS))
        for text in ("Öva", "Ringa", "Hämta"):
            coaching.add_step(uow, key, StepWords(text, Responsible.PARTICIPANT, None))
    return key


def _case(register: Register, person: UUID) -> CaseView:
    with register.reading() as uow:
        return cases.of_person(uow, person)[0]


def _standing(register: Register, person: UUID) -> Standing:
    with register.reading() as uow:
        return closing.standing(uow, person)


def _ending(register: Register, person: UUID) -> Ending:
    case, found = _case(register, person), _standing(register, person)
    asked = ((FollowUpKind.ONE_MONTH, date(2020, 7, 16)),)
    job = NewOutcome(case.id, OutcomeKind.WORK, "Bäckby Städ", date(2020, 6, 16), EmploymentForm.HOURLY, 75, follow_ups=asked)
    meetings = tuple(
        Decided(row.id, row.version, fate) for row, fate in zip(found.meetings, (Fate.KEEP, Fate.CANCEL), strict=True)
    )
    fates = (Fate.KEEP, Fate.DONE, Fate.DROP)
    steps = tuple(Decided(row.id, row.version, fate) for row, fate in zip(found.steps, fates, strict=True))
    return Ending(date(2020, 6, 15), ClosureReason.WORK, "", job, meetings, steps)


def _end(register: Register, person: UUID, ending: Ending) -> Change:
    case = _case(register, person)
    with register.writing() as uow:
        return closing.end(uow, case.id, case.version, ending)


def _all(register: Register, person: UUID) -> tuple[object, ...]:
    with register.reading() as uow:
        (case,) = cases.of_person(uow, person)
        meetings = {row.id: row.status for row in coaching.of_person(uow, person)}
        steps = {step.id: step.done_on for step in coaching.steps_of_person(uow, person)}
        told = [(one.place, one.starts_on, [(f.kind, f.due_on) for f in one.follow_ups]) for one in case.outcomes]
    return case.status, case.closed_on, case.closure_reason, case.closure_note, told, meetings, steps


def test_one_step_does_all_of_it_and_one_undo_takes_it_back(register: Register, person: UUID) -> None:
    before, ending = _all(register, person), _ending(register, person)
    change = _end(register, person, ending)
    case = _case(register, person)
    assert (case.status, case.closed_on, case.closure_reason) == (CaseStatus.CLOSED, date(2020, 6, 15), ClosureReason.WORK)
    (job,) = case.outcomes
    assert [(one.kind, one.due_on) for one in job.follow_ups] == [(FollowUpKind.ONE_MONTH, date(2020, 7, 16))]
    with register.reading() as uow:
        statuses = {row.id: row.status for row in coaching.of_person(uow, person)}
        steps = {step.id: step.done_on for step in coaching.steps_of_person(uow, person)}
    kept, cancelled = (statuses[one.id] for one in ending.meetings)
    assert (kept, cancelled) == (SessionStatus.BOOKED, SessionStatus.CANCELLED_BY_COACH)
    assert steps == {ending.steps[0].id: None, ending.steps[1].id: date(2020, 6, 15)}
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    assert _all(register, person) == before


@pytest.mark.parametrize("reason", [ClosureReason.WORK, ClosureReason.STUDIES])
def test_work_and_studies_need_an_outcome_or_a_reason_why_none_is_known(
    register: Register, person: UUID, reason: ClosureReason
) -> None:
    before, without = _all(register, person), replace(_ending(register, person), outcome=None, reason=reason)
    with pytest.raises(InvalidInput) as refused:
        _end(register, person, without)
    assert refused.value.field == "closure_note"
    assert _all(register, person) == before, "nothing is done by halves"
    _end(register, person, replace(without, note="Ville inte säga var."))
    assert _case(register, person).closure_note == "Ville inte säga var."


def test_an_outcome_of_another_kind_is_no_reason(register: Register, person: UUID) -> None:
    case = _case(register, person)
    with register.writing() as uow:
        cases.add_outcome(uow, NewOutcome(case.id, OutcomeKind.INTERNSHIP, "Praktikplatsen", date(2020, 5, 4)))
    with pytest.raises(InvalidInput):
        _end(register, person, replace(_ending(register, person), outcome=None))


def test_nothing_is_left_standing_unseen(register: Register, person: UUID) -> None:
    ending = _ending(register, person)
    with register.writing() as uow:
        coaching.add_step(uow, person, StepWords("Nytt", Responsible.COACH, None))
    with pytest.raises(UserError):
        _end(register, person, ending)
    assert _case(register, person).status is CaseStatus.ENROLLED


def test_a_closed_enrolment_is_opened_again_and_nothing_else_moves(register: Register, person: UUID) -> None:
    _end(register, person, _ending(register, person))
    closed = _all(register, person)
    case = _case(register, person)
    with pytest.raises(UserError), register.writing() as uow:
        cases.set_status(uow, case.id, case.version, CaseStatus.PAUSED)
    with register.writing() as uow:
        change = cases.reopen(uow, case.id, case.version)
    again = _all(register, person)
    assert again[:4] == (CaseStatus.ENROLLED, None, None, "")
    assert again[4:] == closed[4:]
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    assert _all(register, person) == closed


def test_a_second_open_enrolment_keeps_the_first_closed(register: Register, person: UUID) -> None:
    _end(register, person, _ending(register, person))
    case = _case(register, person)
    with register.writing() as uow:
        cases.enrol(uow, NewCase(person, date(2020, 6, 15)))
    with pytest.raises(UserError), register.writing() as uow:
        cases.reopen(uow, case.id, case.version)


def test_the_days_of_an_enrolment_are_put_right_and_the_figure_follows(register: Register, person: UUID) -> None:
    with register.writing() as uow:
        church = organisations.find_or_create(uow, "Svenska kyrkan")
    case = _case(register, person)
    facts = CaseFacts(date(2020, 1, 7), Referrer.CHURCH, date(2020, 1, 9), cooperation_id=church)
    with register.writing() as uow:
        change = cases.correct(uow, case.id, case.version, facts)
    right = _case(register, person)
    assert (right.registered_on, right.enrolled_on, right.referrer, right.coach_id, right.cooperation) == (
        date(2020, 1, 7),
        date(2020, 1, 9),
        Referrer.CHURCH,
        None,
        "Svenska kyrkan",
    )
    with register.reading() as uow:
        (figure,) = measures.evaluate(uow, [measures.measure("church_cooperation_participants")], Period.year(2020))
    assert [record.record for record in figure.records] == [person]
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    assert _case(register, person).registered_on == START


def test_an_end_is_put_right_too_but_keeps_its_reason(register: Register, person: UUID) -> None:
    _end(register, person, _ending(register, person))
    case = _case(register, person)
    ended = CaseFacts(START, Referrer.SELF, START, closed_on=date(2020, 6, 10), closure_reason=ClosureReason.OWN_WISH)
    with register.writing() as uow:
        cases.correct(uow, case.id, case.version, ended)
    right = _case(register, person)
    assert (right.status, right.closed_on, right.closure_reason) == (
        CaseStatus.CLOSED,
        date(2020, 6, 10),
        ClosureReason.OWN_WISH,
    )
    for wrong in (replace(ended, closed_on=None), replace(ended, closure_reason=None), replace(ended, enrolled_on=None)):
        with pytest.raises(InvalidInput), register.writing() as uow:
            cases.correct(uow, right.id, right.version, wrong)


def test_an_outcome_is_put_right_and_what_is_not_asked_moves_with_it(register: Register, person: UUID) -> None:
    case = _case(register, person)
    with register.writing() as uow:
        cases.add_outcome(uow, NewOutcome(case.id, OutcomeKind.WORK, "Fel", date(2020, 4, 1)))
    (first, *_) = _case(register, person).outcomes[0].follow_ups
    with register.writing() as uow:
        cases.answer_follow_up(uow, first.id, first.version, holds=True, on=date(2020, 5, 2))
    before = _case(register, person).outcomes[0]
    right = NewOutcome(case.id, OutcomeKind.STUDIES, "Komvux", date(2020, 4, 8), ends_on=date(2020, 12, 1), note="Kväll")
    with register.writing() as uow:
        change = cases.change_outcome(uow, before.id, before.version, right)
    after = _case(register, person).outcomes[0]
    assert (after.kind, after.place, after.starts_on, after.ends_on, after.note) == (
        OutcomeKind.STUDIES,
        "Komvux",
        date(2020, 4, 8),
        date(2020, 12, 1),
        "Kväll",
    )
    moved = [later.due_on - earlier.due_on for earlier, later in zip(before.follow_ups, after.follow_ups, strict=True)]
    assert moved == [timedelta(0), timedelta(7), timedelta(7)]
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    back = _case(register, person).outcomes[0]
    assert (back.place, [one.due_on for one in back.follow_ups]) == ("Fel", [one.due_on for one in before.follow_ups])


def test_an_answer_is_put_right_and_taken_back(register: Register, person: UUID) -> None:
    case = _case(register, person)
    with register.writing() as uow:
        cases.add_outcome(uow, NewOutcome(case.id, OutcomeKind.WORK, "Bageriet", date(2020, 4, 1)))
    first = _case(register, person).outcomes[0].follow_ups[0]
    with register.writing() as uow:
        cases.correct_follow_up(uow, first.id, first.version, due_on=date(2020, 5, 4), holds=False, asked_on=date(2020, 5, 5))
    first = _case(register, person).outcomes[0].follow_ups[0]
    assert (first.due_on, first.holds, first.asked_on) == (date(2020, 5, 4), False, date(2020, 5, 5))
    with register.writing() as uow:
        cases.correct_follow_up(uow, first.id, first.version, due_on=first.due_on, holds=None, asked_on=first.asked_on)
    first = _case(register, person).outcomes[0].follow_ups[0]
    assert (first.holds, first.asked_on) == (None, None)
    with register.writing() as uow:
        change = cases.remove_follow_up(uow, first.id, first.version)
    assert len(_case(register, person).outcomes[0].follow_ups) == 2
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    assert len(_case(register, person).outcomes[0].follow_ups) == 3


def test_the_paper_sums_up_what_was_done_and_what_was_not(register: Register, person: UUID, words_sv: Words) -> None:
    with pytest.raises(UserError, match="has not ended"), register.reading() as uow:
        closing.document(uow, person, words_sv)
    ending = _ending(register, person)
    names = {step.id: step.words.text for step in _standing(register, person).steps}
    _end(register, person, ending)
    with register.writing() as uow:
        paper = closing.document(uow, person, words_sv)
        closing.note_printed(uow, person)
    told = [[step.text for step in steps] for steps in (paper.undone, paper.done, paper.dropped)]
    assert told == [[names[step.id]] for step in ending.steps]
    assert (paper.reason, paper.ended_on) == (ClosureReason.WORK, date(2020, 6, 15))
    (job,) = paper.outcomes
    assert (job.place, job.form, job.extent_percent, [(one.day, one.holds) for one in job.asked]) == (
        "Bäckby Städ",
        EmploymentForm.HOURLY,
        75,
        [(date(2020, 7, 16), None)],
    )
    with register.reading() as uow:
        printed = select(HistoryEntry.person_id).where(HistoryEntry.action == HistoryAction.PRINTED)
        assert uow.session.scalars(printed).all() == [person]


def test_where_a_protected_person_works_stands_on_no_paper(register: Register, person: UUID, words_sv: Words) -> None:
    _end(register, person, _ending(register, person))
    with register.writing() as uow:
        found = details.details(uow, person)
        details.change(uow, person, found.version, replace(found.data, protection=Protection.CONFIDENTIALITY_MARKING))
    with register.reading() as uow:
        paper = closing.document(uow, person, words_sv)
    assert "Skyddade uppgifter" in paper.participant
    assert [outcome.place for outcome in paper.outcomes] == [""]
    with colleague(register, [Role.COACH]) as other, other.reading() as uow, pytest.raises(Shut):
        closing.document(uow, person, words_sv)
