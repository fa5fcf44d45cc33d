"""The sheet for a person's activity report: what is recorded of a month, all of it, once, and nothing of health."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import select

from jobbpunkt import activities, applications, cases, coaching, plans, programmes, shifts
from jobbpunkt.activities.month import ToldMonth, told
from jobbpunkt.applications import ApplicationData
from jobbpunkt.base.clock import day_of, fixed, instant
from jobbpunkt.base.errors import InvalidInput, NotAllowed, Shut
from jobbpunkt.base.months import month_after, month_before
from jobbpunkt.base.words import Words
from jobbpunkt.cases import NewCase, NewOutcome
from jobbpunkt.coaching import StepWords
from jobbpunkt.documents.activities_data import ActivitiesDocument, Activity, Category, Deed
from jobbpunkt.printing import drawings
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.shifts import ShiftData
from jobbpunkt.shifts.data import THERE, TIMED
from jobbpunkt.written import cvs, letters
from jobbpunkt.written.versioned import NewWritten
from models.coaching import CoachingSession, SessionParticipant
from models.cv import CvVersion
from models.history import HistoryEntry
from models.vocabulary import (
    ApplicationStage,
    AttendanceMark,
    HistoryAction,
    OutcomeKind,
    PlanKind,
    Responsible,
    Role,
    SessionKind,
    SessionStatus,
)
from tests.colleagues import colleague
from tests.documents.every import text_of
from tests.permissions.planted import WORD, plant
from tests.services.papers import add_person, add_protected
from tests.services.test_plans import goal, plan, step

WORDS = Words("sv")
APRIL, MAY, JUNE, JULY = (date(2020, number, 1) for number in (4, 5, 6, 7))
TODAY = date(2020, 6, 15)
KOCK = ApplicationData("Restaurang Exempel", "Kock")
ILL = [mark for mark in AttendanceMark if mark not in THERE]
FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def whom(register: Register) -> UUID:
    """Return somebody of whom nothing is recorded yet."""
    return add_person(register)


def sheet(register: Register, whom: UUID, month: date | None = MAY) -> ActivitiesDocument:
    with register.reading() as uow:
        return activities.document(uow, whom, WORDS, month)


def texts(lines: Iterable[Activity]) -> list[str]:
    return [one.text for one in lines]


def met(uow: Writing, whom: UUID, at: datetime, kind: SessionKind, status: SessionStatus = SessionStatus.HELD) -> UUID:
    row = CoachingSession(coach_id=uow.user.id, kind=kind, status=status, starts_at=at, minutes=60)
    uow.add(row)
    uow.flush()
    uow.add(SessionParticipant(session_id=row.id, person_id=whom))
    return row.id


def shift_in_may(register: Register, whom: UUID, *days: int) -> list[UUID]:
    """Plan a shift of three hours on each of these days of May; the person is enrolled."""
    with register.writing() as uow:
        programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        programmes.enrol(uow, programme, whom, starts_on=date(2020, 3, 2))
        return [shifts.create(uow, programme, ShiftData(MAY.replace(day=day), time(9), time(12))).record for day in days]


def test_what_was_applied_for_stands_with_employer_day_and_how_far_it_came(register: Register, whom: UUID) -> None:
    with register.writing() as uow:
        first = applications.create(uow, whom, replace(KOCK, applied_on=date(2020, 5, 4))).record
        applications.create(uow, whom, replace(KOCK, position="Diskare", applied_on=date(2020, 4, 30)))
        applications.create(uow, whom, replace(KOCK, position="Servitör"), ApplicationStage.PLANNED, on=date(2020, 5, 5))
        applications.create(uow, whom, replace(KOCK, position="Bagare"), ApplicationStage.SENT, on=date(2020, 5, 31))
    with register.writing() as uow:
        applications.reach(uow, first, 1, ApplicationStage.INTERVIEWED, on=date(2020, 5, 20))
    found = sheet(register, whom)
    applied = found.of(Category.APPLIED)
    assert [(one.on.day, one.text, one.place, one.what) for one in applied] == [
        (4, "Kock", "Restaurang Exempel", ApplicationStage.INTERVIEWED),
        (31, "Bagare", "Restaurang Exempel", ApplicationStage.SENT),
    ]
    assert [(one.on.day, one.text) for one in found.of(Category.INTERVIEW)] == [(20, "Kock")]
    assert texts(sheet(register, whom, APRIL).of(Category.APPLIED)) == ["Diskare"]


def test_what_came_of_it_later_belongs_to_a_later_month(register: Register, whom: UUID) -> None:
    with register.writing() as uow:
        key = applications.create(uow, whom, replace(KOCK, applied_on=date(2020, 5, 4))).record
    before = sheet(register, whom)
    with register.writing() as uow:
        applications.reach(uow, key, 1, ApplicationStage.INTERVIEWED, on=date(2020, 6, 3))
        uow.flush()
        applications.reach(uow, key, 2, ApplicationStage.REJECTED, on=date(2020, 6, 10))
    assert sheet(register, whom) == before, "a month that is over says the same whenever it is printed"
    june = sheet(register, whom, JUNE)
    assert (june.of(Category.APPLIED), texts(june.of(Category.INTERVIEW))) == ((), ["Kock"])


def test_a_day_that_nobody_wrote_is_not_made_up(register: Register, whom: UUID) -> None:
    with register.writing() as uow:
        applications.create(uow, whom, KOCK, ApplicationStage.INTERVIEWED, on=date(2020, 5, 7))
    found = sheet(register, whom)
    assert (found.of(Category.APPLIED), texts(found.of(Category.INTERVIEW))) == ((), ["Kock"])


def test_meetings_that_were_held_are_told_by_their_kind_and_a_network_is_not(register: Register, whom: UUID) -> None:
    day = instant(date(2020, 5, 12), time(9))
    with register.writing() as uow:
        for kind in SessionKind:
            met(uow, whom, day, kind)
        for status in SessionStatus:
            met(uow, whom, day + timedelta(days=1), SessionKind.COACHING, status)
    kinds = [one.what for one in sheet(register, whom).of(Category.MEETING)]
    assert set(kinds) == set(SessionKind) - {SessionKind.NETWORK}
    assert len(kinds) == len(SessionKind), "of the second day only the one that was held"


def test_cvs_and_letters_stand_once_a_month_new_or_updated(register: Register, whom: UUID) -> None:
    register.clock = fixed(instant(date(2020, 5, 4), time(9)))
    with register.writing() as uow:
        cv = cvs.create(uow, NewWritten(whom, "Kock"), {}).record
        letters.create(uow, NewWritten(whom, "Till kök"))
    for day in (8, 9):
        register.clock = fixed(instant(date(2020, 5, day), time(9)))
        with register.writing() as uow:
            cvs.save(uow, cv, day - 7, {"basics": {"summary": f"Version {day}"}})
    register.clock = fixed(instant(TODAY, time(9)))
    with register.writing() as uow:
        cvs.save(uow, cv, 3, {"basics": {"summary": "Juni"}})
    told_of = [(one.on.day, one.what, one.text) for one in sheet(register, whom).of(Category.WRITTEN)]
    assert told_of == [(4, Deed.LETTER_WRITTEN, "Till kök"), (9, Deed.CV_WRITTEN, "Kock")]
    assert [one.what for one in sheet(register, whom, JUNE).of(Category.WRITTEN)] == [Deed.CV_UPDATED]


def test_days_of_work_training_are_counted_where_somebody_was_there(register: Register, whom: UUID) -> None:
    there, late, _ = shift_in_may(register, whom, 7, 14, 21)
    with register.writing() as uow:
        shifts.mark(uow, there, whom, AttendanceMark.PRESENT, seen=None)
        shifts.mark(uow, late, whom, AttendanceMark.LATE, seen=None, minutes=90)
    (line,) = sheet(register, whom).of(Category.WORK)
    assert (line.what, line.text, line.days, line.minutes) == (OutcomeKind.WORK_TRAINING, "Kvinna för Bäckby", 2, 270)
    assert (line.on.day, line.until) == (7, date(2020, 5, 14))


@pytest.mark.parametrize("mark", ILL)
def test_why_somebody_was_away_and_that_they_were_stands_nowhere(register: Register, whom: UUID, mark: AttendanceMark) -> None:
    there, away = shift_in_may(register, whom, 7, 8)
    with register.writing() as uow:
        shifts.mark(uow, there, whom, AttendanceMark.PRESENT, seen=None)
        shifts.correct(uow, away, whom, mark, seen=None, note="Kanariefeber")
    with register.writing() as uow:
        drawing = drawings.activities(uow, whom, WORDS, month=MAY)
    found, printed = sheet(register, whom), text_of(drawing())
    (line,) = found.of(Category.WORK)
    assert (line.on.day, line.until, line.days) == (7, date(2020, 5, 7), 1)
    for said in (str(found), printed):
        assert "Kanariefeber" not in said
        assert "frånvaro" not in said.lower()
        assert f" {WORDS(mark.label)} " not in said


def test_every_mark_of_somebody_who_was_there_counts(register: Register, whom: UUID) -> None:
    marks = sorted(THERE, key=lambda one: one.value)
    planned = shift_in_may(register, whom, *range(4, 4 + len(marks)))
    with register.writing() as uow:
        for shift, mark in zip(planned, marks, strict=True):
            shifts.mark(uow, shift, whom, mark, seen=None, minutes=60 if mark in TIMED else None)
    (line,) = sheet(register, whom).of(Category.WORK)
    assert line.days == len(marks)


def test_work_and_studies_stand_while_they_go_on_and_a_programme_when_it_begins(register: Register, whom: UUID) -> None:
    with register.writing() as uow:
        cases.enrol(uow, NewCase(whom, date(2020, 2, 3)))
        (case,) = cases.of_person(uow, whom)
        for place, first, last in (
            ("Över", date(2020, 3, 2), None),
            ("Slut", date(2020, 3, 2), date(2020, 5, 1)),
            ("Förbi", date(2020, 3, 2), date(2020, 4, 30)),
            ("Senare", date(2020, 6, 1), None),
        ):
            cases.add_outcome(uow, NewOutcome(case.id, OutcomeKind.INTERNSHIP, place, first, ends_on=last))
        programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        programmes.enrol(uow, programme, whom, starts_on=date(2020, 5, 18))
    found = [(one.what, one.text or one.place, one.until, one.goes_on) for one in sheet(register, whom).of(Category.WORK)]
    assert sorted(found, key=lambda one: one[1]) == [
        (Deed.JOINED, "Kvinna för Bäckby", None, False),
        (OutcomeKind.INTERNSHIP, "Slut", date(2020, 5, 1), False),
        (OutcomeKind.INTERNSHIP, "Över", None, True),
    ]


def test_steps_are_the_persons_own_and_can_be_left_out(register: Register, whom: UUID) -> None:
    with register.writing() as uow:
        for who in Responsible:
            step = coaching.add_step(uow, whom, StepWords(f"Ringde {who.value}", who, None)).record
            coaching.tick_step(uow, step, 1, on=date(2020, 5, 6))
        coaching.add_step(uow, whom, StepWords("Ogjort", Responsible.PARTICIPANT, date(2020, 5, 7)))
    assert texts(sheet(register, whom).of(Category.STEP)) == ["Ringde participant", "Ringde together"]
    with register.writing() as uow:
        kept, left = (drawings.activities(uow, whom, WORDS, month=MAY, steps=steps) for steps in (True, False))
    assert "Ringde" in text_of(kept())
    assert "Ringde" not in text_of(left())


def test_a_step_of_a_plan_stands_on_it_and_none_of_a_plan_for_better_health(register: Register, whom: UUID) -> None:
    for kind, said in ((PlanKind.CAREER, "Ringde Komvux"), (PlanKind.HEALTH, "Kanariesömn")):
        done = step(register, goal(register, plan(register, kind, whom)), plans.StepWords(said))
        with register.writing() as uow:
            plans.tick_step(uow, step_id=done, done=True)
    plant(register, whom)
    found = sheet(register, whom, JUNE)
    assert texts(found.of(Category.STEP)) == ["Ringde Komvux"]
    with register.writing() as uow:
        printed = text_of(drawings.activities(uow, whom, WORDS, month=JUNE)())
    for said in (str(found), printed):
        assert "Kanariesömn" not in said
        assert WORD not in said


def test_the_month_before_is_the_one_that_is_meant_and_one_to_come_is_refused(register: Register, whom: UUID) -> None:
    over, running = sheet(register, whom, None), sheet(register, whom, TODAY)
    assert (over.month, over.through) == (MAY, None)
    assert (running.month, running.through) == (JUNE, TODAY)
    with pytest.raises(InvalidInput, match="has not begun"):
        sheet(register, whom, JULY)


def test_a_protected_person_is_a_number_and_nobody_reads_where_they_are(register: Register) -> None:
    someone = add_protected(register)
    with register.writing() as uow:
        cases.enrol(uow, NewCase(someone, date(2020, 2, 3)))
        (case,) = cases.of_person(uow, someone)
        cases.add_outcome(uow, NewOutcome(case.id, OutcomeKind.WORK, "Bageriet", date(2020, 5, 4)))
        applications.create(uow, someone, replace(KOCK, applied_on=date(2020, 5, 4)))
    found = sheet(register, someone)
    assert "Noor" not in str(found)
    assert "Bageriet" not in str(found)
    assert texts(found.of(Category.APPLIED)) == ["Kock"]
    with colleague(register, [Role.COACH]) as without, pytest.raises(Shut):
        sheet(without, someone)
    with colleague(register, [Role.SUPERVISOR]) as other, pytest.raises(NotAllowed):
        sheet(other, someone)


def test_that_it_was_printed_stands_in_the_history(register: Register, whom: UUID) -> None:
    with register.writing() as uow:
        drawings.activities(uow, whom, WORDS)
    with register.reading() as uow:
        printed = select(HistoryEntry).where(HistoryEntry.action == HistoryAction.PRINTED)
        (row,) = uow.session.scalars(printed).all()
    assert (row.noun, row.person_id, row.reason) == ("person", whom, "activities")


@given(day=some.dates(date(1901, 1, 1), date(2099, 12, 31)), today=some.dates(date(1901, 1, 1), date(2099, 12, 31)))
def test_every_day_lies_in_one_month_that_is_told_no_further_than_today(day: date, today: date) -> None:
    if day.replace(day=1) > today:
        with pytest.raises(InvalidInput):
            told(day, today)
        return
    month: ToldMonth = told(day, today)
    assert month.holds(day) == (day <= today)
    assert month.first.day == 1
    assert not month.holds(month.first - timedelta(1))
    assert month.is_over == (month_after(day) <= today)
    assert month_before(month_after(day)) == month.first
    assert month.last == (month_after(day) - timedelta(1) if month.is_over else today)


# The two nights in which the clock is changed lie in months whose last days they nearly are; others begin at either hour.
EDGES = [datetime(2020, number, 1, tzinfo=UTC) for number in range(2, 13)]
EDGES += [datetime(2020, 3, 29, 1, tzinfo=UTC), datetime(2020, 10, 25, 1, tzinfo=UTC)]
MOMENTS = some.lists(
    some.builds(lambda edge, minutes: edge + timedelta(minutes=minutes), some.sampled_from(EDGES), some.integers(-180, 180)),
    min_size=1,
    max_size=8,
)


@FEW
@given(moments=MOMENTS)
def test_what_happened_about_midnight_stands_in_the_month_of_its_swedish_day_alone(
    register: Register, moments: list[datetime]
) -> None:
    register.clock = fixed(datetime(2021, 3, 1, 12, tzinfo=UTC))
    whom = add_person(register)
    with register.writing() as uow:
        meetings = {met(uow, whom, at, SessionKind.COACHING): at for at in moments}
        written = {}
        for at in moments:
            key = cvs.create(uow, NewWritten(whom, "Kock"), {}).record
            uow.flush()
            uow.session.scalars(select(CvVersion).where(CvVersion.cv_id == key)).one().made_at = at
            written[key] = at
    wanted = {key: day_of(at) for key, at in (meetings | written).items()}
    seen: dict[UUID, date] = {}
    for number in range(1, 13):
        for one in sheet(register, whom, date(2020, number, 1)).lines:
            assert one.id not in seen, "it stands in one month alone"
            assert (one.on.year, one.on.month) == (2020, number)
            seen[one.id] = one.on
    assert seen == wanted
