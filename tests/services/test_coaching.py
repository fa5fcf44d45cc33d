"""Coaching: booked, moved and held meetings, what was agreed, who may see it, and the sheet that is taken home."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from jobbpunkt import closing, coaching
from jobbpunkt.base.errors import InvalidInput, NotAllowed, NotFound, Stale, UserError
from jobbpunkt.base.words import Words
from jobbpunkt.coaching import (
    MeetingEnd,
    MeetingFacts,
    MeetingRecord,
    NewSession,
    SessionDetails,
    SessionRow,
    StepView,
    StepWords,
    on_paper,
)
from jobbpunkt.documents.session import render_session
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from models.history import HistoryEntry
from models.person import Person
from models.vocabulary import HistoryAction, Protection, Responsible, Role, SessionKind, SessionStatus
from tests.colleagues import EVERY_KEY, colleague

TODAY = date(2020, 6, 15)
LAST_WEEK, NEXT_WEEK = TODAY - timedelta(days=7), TODAY + timedelta(days=7)
FACTS = MeetingFacts(SessionKind.COACHING, 45, "Bäckby centrum", "arabiska")


def person(register: Register, given: str = "Åsa", protection: Protection = Protection.NONE) -> UUID:
    with register.writing() as uow:
        return details.create(uow, PersonData(given, "Öberg", protection=protection)).record


def booked(register: Register, *people: UUID, day: date = TODAY, at: time = time(9)) -> SessionRow:
    with register.writing() as uow:
        made = coaching.book(uow, NewSession(people, day, at, FACTS)).record
    return seen(register, made).row


def test_nobody_meets_or_reads_of_somebody_who_was_removed(register: Register) -> None:
    gone, stays = person(register), person(register, "Bo")
    with register.writing() as uow:
        uow.get(Person, gone).removed = True
    with pytest.raises(NotFound):
        booked(register, stays, gone)
    with register.reading() as uow, pytest.raises(NotFound):
        coaching.open_steps(uow, gone)


def held(register: Register, row: SessionRow, end: MeetingEnd | None = None) -> SessionDetails:
    with register.writing() as uow:
        coaching.hold(uow, row.id, row.version, end or MeetingEnd("Coachens anteckning", "Vi pratade om jobbet."))
    return seen(register, row.id)


def seen(register: Register, session_id: UUID) -> SessionDetails:
    with register.reading() as uow:
        return coaching.details(uow, session_id)


def agreed(register: Register, person_id: UUID, words: StepWords, session_id: UUID | None = None) -> StepView:
    with register.writing() as uow:
        made = coaching.add_step(uow, person_id, words, session_id=session_id).record
    with register.reading() as uow:
        return next(step for step in coaching.steps_of_person(uow, person_id) if step.id == made)


def test_times_are_swedish_wall_clock(register: Register) -> None:
    summer, winter = booked(register, person(register)), booked(register, person(register), day=date(2020, 12, 1))
    assert summer.starts_at == datetime(2020, 6, 15, 7, tzinfo=UTC)
    assert winter.starts_at == datetime(2020, 12, 1, 8, tzinfo=UTC)
    assert (summer.facts, summer.status, summer.coach_id) == (FACTS, SessionStatus.BOOKED, register.user.id)
    assert summer.ends_at - summer.starts_at == timedelta(minutes=45)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (replace(FACTS, minutes=4), "minutes"),
        (replace(FACTS, minutes=721), "minutes"),
        (replace(FACTS, place="x" * 201), "place"),
        (replace(FACTS, interpreter="x" * 101), "interpreter"),
    ],
)
def test_impossible_bookings_are_refused_at_their_field(register: Register, facts: MeetingFacts, field: str) -> None:
    someone = person(register)
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        coaching.book(uow, NewSession((someone,), TODAY, time(9), facts))
    assert refused.value.field == field


def test_a_booking_needs_people_and_a_day_that_can_be(register: Register) -> None:
    with pytest.raises(InvalidInput, match="Choose who"), register.writing() as uow:
        coaching.book(uow, NewSession((), TODAY, time(9)))
    someone = person(register)
    with pytest.raises(InvalidInput), register.writing() as uow:
        coaching.book(uow, NewSession((someone,), date(20, 6, 15), time(9)))
    with pytest.raises(InvalidInput, match="clocks go forward"), register.writing() as uow:
        coaching.book(uow, NewSession((someone,), date(2020, 3, 29), time(2, 30)))


def test_moving_supersedes_and_never_overwrites(register: Register) -> None:
    old = booked(register, person(register), person(register, "Bo"))
    with register.writing() as uow:
        change = coaching.reschedule(uow, old.id, old.version, day=NEXT_WEEK, at=time(13, 30), reason="Tolken sjuk")
    new, before = seen(register, change.record), seen(register, old.id)
    assert (before.row.status, before.row.reason, before.row.starts_at) == (
        SessionStatus.RESCHEDULED,
        "Tolken sjuk",
        old.starts_at,
    )
    assert (before.moved_to, new.moved_from) == (new.row.id, old.id)
    assert (new.row.people, new.row.facts, new.row.status) == (old.people, FACTS, SessionStatus.BOOKED)
    with pytest.raises(UserError), register.writing() as uow:
        coaching.reschedule(uow, old.id, before.row.version, day=NEXT_WEEK, at=time(14))
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    assert seen(register, old.id).row.status is SessionStatus.BOOKED
    with pytest.raises(NotFound):
        seen(register, change.record)


def test_cancelled_and_missed_meetings_say_who_and_why(register: Register) -> None:
    someone = person(register)
    called_off, missed = booked(register, someone, at=time(8)), booked(register, someone, at=time(8, 30))
    with register.writing() as uow:
        by = SessionStatus.CANCELLED_BY_PARTICIPANT
        coaching.cancel(uow, called_off.id, called_off.version, by=by, reason="Barnet är sjukt")
        coaching.no_show(uow, missed.id, missed.version)
    assert (seen(register, called_off.id).row.status, seen(register, called_off.id).row.reason) == (by, "Barnet är sjukt")
    assert seen(register, missed.id).row.status is SessionStatus.NO_SHOW
    with pytest.raises(InvalidInput), register.writing() as uow:
        coaching.cancel(uow, missed.id, missed.version + 1, by=SessionStatus.HELD)


def test_a_held_meeting_is_put_right_with_its_note_and_the_figures_follow(register: Register) -> None:
    someone = person(register)
    done = held(register, booked(register, someone, at=time(8)))
    facts = MeetingFacts(SessionKind.PHONE, 20, "", "")
    record = MeetingRecord(LAST_WEEK, time(13, 15), SessionStatus.HELD, facts)
    with register.writing() as uow:
        coaching.correct(uow, done.row.id, done.row.version, record)
    right = seen(register, done.row.id)
    assert (right.row.starts_at, right.row.facts) == (datetime(2020, 6, 8, 11, 15, tzinfo=UTC), facts)
    assert (right.note, right.summary) == (done.note, done.summary)
    assert _counted(register, someone) == (1, 0)
    with register.writing() as uow:
        missed = replace(record, status=SessionStatus.NO_SHOW, reason="Sjuk")
        change = coaching.correct(uow, right.row.id, right.row.version, missed)
    assert _counted(register, someone) == (0, 1)
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    assert _counted(register, someone) == (1, 0)


def _counted(register: Register, person_id: UUID) -> tuple[int, int]:
    with register.reading() as uow:
        found = closing.standing(uow, person_id)
    return found.held, found.missed


def test_what_cannot_have_been_is_refused_where_it_was_typed(register: Register) -> None:
    someone = person(register)
    row = booked(register, someone, at=time(8))
    record = MeetingRecord(TODAY, time(8), SessionStatus.HELD)
    with pytest.raises(UserError, match="still booked"), register.writing() as uow:
        coaching.correct(uow, row.id, row.version, record)
    done = held(register, row).row
    for wrong, field in (
        (replace(record, day=NEXT_WEEK), "day"),
        (replace(record, at=time(23), status=SessionStatus.NO_SHOW), "status"),
        (replace(record, status=SessionStatus.RESCHEDULED), "status"),
        (replace(record, facts=replace(FACTS, minutes=4)), "minutes"),
    ):
        with pytest.raises(InvalidInput) as refused, register.writing() as uow:
            coaching.correct(uow, done.id, done.version, wrong)
        assert refused.value.field == field
    moved = booked(register, someone, at=time(8))
    with register.writing() as uow:
        coaching.reschedule(uow, moved.id, moved.version, day=NEXT_WEEK, at=time(9))
    with pytest.raises(InvalidInput), register.writing() as uow:
        coaching.correct(uow, moved.id, moved.version + 1, record)
    with pytest.raises(Stale), register.writing() as uow:
        coaching.correct(uow, done.id, done.version - 1, record)


def test_nobody_can_miss_or_hold_what_lies_ahead(register: Register) -> None:
    coming = booked(register, person(register), day=NEXT_WEEK)
    with pytest.raises(InvalidInput), register.writing() as uow:
        coaching.no_show(uow, coming.id, coming.version)
    with pytest.raises(UserError), register.writing() as uow:
        coaching.hold(uow, coming.id, coming.version, MeetingEnd())


def test_ending_a_meeting_is_one_whole(register: Register) -> None:
    someone = person(register)
    row = booked(register, someone)
    step = StepWords("Ringa IKEA", Responsible.PARTICIPANT, NEXT_WEEK)
    good = NewSession((someone,), NEXT_WEEK, time(10), FACTS)
    with pytest.raises(InvalidInput), register.writing() as uow:
        coaching.hold(uow, row.id, row.version, MeetingEnd("a", "b", (step,), replace(good, facts=replace(FACTS, minutes=0))))
    untouched = seen(register, row.id)
    assert (untouched.row, untouched.note, untouched.steps, untouched.next) == (row, "", (), None)
    done = held(register, row, MeetingEnd("Anteckning", "Sammanfattning", (step,), good))
    assert (done.row.status, done.note, done.summary) == (SessionStatus.HELD, "Anteckning", "Sammanfattning")
    assert [one.words for one in done.steps] == [step]
    assert done.next is not None
    assert done.next.starts_at == datetime(2020, 6, 22, 8, tzinfo=UTC)


def test_the_note_saves_itself_upon_its_own_version(register: Register) -> None:
    row = booked(register, person(register))
    with register.writing() as uow:
        first = coaching.save_note(uow, row.id, row.version, note="En rad", summary="")
    with register.writing() as uow:
        second = coaching.save_note(uow, row.id, first.version, note="En rad\nTvå", summary="Hej")
    with register.writing() as uow:
        same = coaching.save_note(uow, row.id, second.version, note="En rad\nTvå", summary="Hej")
    assert (same.version, same.nouns, same.undoable) == (second.version, frozenset(), False)
    assert (seen(register, row.id).note, seen(register, row.id).row.status) == ("En rad\nTvå", SessionStatus.BOOKED)
    with pytest.raises(Stale), register.writing() as uow:
        coaching.save_note(uow, row.id, first.version, note="Annat", summary="")


def test_the_next_meeting_begins_with_the_last(register: Register) -> None:
    someone = person(register)
    last = held(register, booked(register, someone, day=LAST_WEEK))
    step = agreed(register, someone, StepWords("Ringa IKEA", due_on=TODAY), last.row.id)
    late = agreed(register, someone, StepWords("Skriva brev"))
    with register.writing() as uow:
        coaching.tick_step(uow, late.id, late.version, on=LAST_WEEK - timedelta(days=1))
    now = seen(register, booked(register, someone).id)
    assert now.last is not None
    assert (now.last.session_id, now.last.summary) == (last.row.id, "Vi pratade om jobbet.")
    assert [one.id for one in now.earlier] == [step.id], "what was done before the last meeting is no longer shown"
    with register.writing() as uow:
        coaching.tick_step(uow, step.id, step.version)
    assert [one.done_on for one in seen(register, now.row.id).earlier] == [TODAY]


def test_no_step_is_done_on_a_day_that_has_not_come(register: Register) -> None:
    step = agreed(register, person(register), StepWords("Ringa"))
    with pytest.raises(InvalidInput, match="has not come yet"), register.writing() as uow:
        coaching.change_step(uow, step.id, step.version, step.words, done_on=NEXT_WEEK)
    with pytest.raises(InvalidInput, match="has not come yet"), register.writing() as uow:
        coaching.tick_step(uow, step.id, step.version, on=NEXT_WEEK)


def test_steps_are_changed_ticked_and_dropped(register: Register) -> None:
    someone = person(register)
    step = agreed(register, someone, StepWords("Ringa", due_on=TODAY))
    with register.writing() as uow:
        coaching.change_step(uow, step.id, step.version, StepWords("Ringa Ikano", Responsible.COACH, NEXT_WEEK), done_on=None)
    with register.writing() as uow:
        coaching.tick_step(uow, step.id, step.version + 1)
    with register.reading() as uow:
        assert coaching.open_steps(uow, someone) == ()
        done = coaching.steps_of_person(uow, someone)[0]
    assert (done.words, done.done_on) == (StepWords("Ringa Ikano", Responsible.COACH, NEXT_WEEK), TODAY)
    with register.writing() as uow:
        coaching.tick_step(uow, done.id, done.version, done=False)
    with register.writing() as uow:
        change = coaching.drop_step(uow, done.id, done.version + 1)
    with register.reading() as uow:
        assert coaching.steps_of_person(uow, someone) == ()
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    with register.reading() as uow:
        assert [one.words.text for one in coaching.open_steps(uow, someone)] == ["Ringa Ikano"]


def test_lists_hold_whole_swedish_days_in_order(register: Register) -> None:
    someone = person(register)
    early, late = booked(register, someone, at=time(0, 0)), booked(register, someone, at=time(23, 55))
    booked(register, someone, day=TODAY + timedelta(days=1), at=time(0, 0))
    with register.reading() as uow:
        assert [row.id for row in coaching.between(uow, TODAY, TODAY)] == [early.id, late.id]
        assert [row.starts_at for row in coaching.of_person(uow, someone)][1:] == [late.starts_at, early.starts_at]
        assert coaching.between(uow, TODAY, TODAY, coach_id=someone) == ()


def test_clashes_are_told_and_not_refused(register: Register) -> None:
    one, other = person(register), person(register, "Bo")
    row = booked(register, one, at=time(9))

    def clashing(at: time, *people: UUID, coach: UUID | None = None, besides: UUID | None = None) -> list[bool]:
        with register.reading() as uow:
            found = coaching.clashes(
                uow, person_ids=people, day=TODAY, at=at, minutes=30, coach_id=coach or register.user.id, besides=besides
            )
        return [clash.same_coach for clash in found]

    assert clashing(time(9, 44), other) == [True]
    assert clashing(time(9, 45), other) == [], "one ends as the other begins"
    assert clashing(time(8, 30), other) == []
    assert clashing(time(8, 31), other) == [True]
    assert clashing(time(9), one, besides=row.id) == []
    with colleague(register, [Role.COACH], EVERY_KEY) as another:
        assert clashing(time(9), one, coach=another.user.id) == [False]
        assert clashing(time(9), other, coach=another.user.id) == []
    with register.writing() as uow:
        coaching.cancel(uow, row.id, row.version, by=SessionStatus.CANCELLED_BY_COACH)
    assert clashing(time(9), one) == []


@pytest.mark.parametrize("roles", [(Role.PROJECT_LEAD,), (Role.SUPERVISOR,), (Role.ADMINISTRATOR,)])
def test_only_coaches_see_meetings(register: Register, roles: tuple[Role, ...]) -> None:
    someone = person(register)
    row = booked(register, someone)
    with colleague(register, roles, EVERY_KEY) as other, other.writing() as uow:
        for ask in (
            lambda: coaching.details(uow, row.id),
            lambda: coaching.of_person(uow, someone),
            lambda: coaching.between(uow, TODAY, TODAY),
            lambda: coaching.steps_of_person(uow, someone),
            lambda: coaching.book(uow, NewSession((someone,), TODAY, time(9))),
            lambda: coaching.save_note(uow, row.id, row.version, note="x", summary=""),
            lambda: coaching.add_step(uow, someone, StepWords("x")),
        ):
            with pytest.raises(NotAllowed):
                ask()


def test_a_protected_persons_meetings_need_the_key(register: Register, words_sv: Words) -> None:
    hidden = person(register, "Hemlig", Protection.CONFIDENTIALITY_MARKING)
    row = booked(register, hidden)
    step = agreed(register, hidden, StepWords("Ringa"), row.id)
    with register.reading() as uow:
        sheet = on_paper.document(uow, row.id, words_sv)
        (listed,) = coaching.of_person(uow, hidden)
    assert (listed.facts.place, sheet.place, row.facts.place) == ("", "", FACTS.place), "the place stands only in the meeting"
    assert "Hemlig" not in sheet.participants[0]
    assert "Skydd" in sheet.participants[0]
    with colleague(register, [Role.COACH]) as other, other.writing() as uow:
        assert coaching.between(uow, TODAY, TODAY) == ()
        for read in (coaching.of_person, coaching.steps_of_person):
            with pytest.raises(NotAllowed):
                read(uow, hidden)
        for ask in (
            lambda: coaching.details(uow, row.id),
            lambda: coaching.book(uow, NewSession((hidden,), TODAY, time(9))),
            lambda: coaching.tick_step(uow, step.id, step.version),
        ):
            with pytest.raises(NotFound):
                ask()


def test_the_sheet_holds_the_summary_and_never_the_note(register: Register, words_sv: Words) -> None:
    one, other = person(register), person(register, "Bo")
    row = held(register, booked(register, one, other)).row
    agreed(register, one, StepWords("Ringa IKEA", Responsible.COACH), row.id)
    agreed(register, other, StepWords("Skriva brev"), row.id)
    booked(register, other, day=NEXT_WEEK)
    with register.reading() as uow:
        both = on_paper.document(uow, row.id, words_sv)
        alone = on_paper.document(uow, row.id, words_sv, person_id=other)
    assert both.participants == ("Åsa Öberg", "Bo Öberg")
    assert [(step.text, step.responsible, step.whose) for step in both.steps] == [
        ("Ringa IKEA", Responsible.COACH, "Åsa Öberg"),
        ("Skriva brev", Responsible.PARTICIPANT, "Bo Öberg"),
    ]
    assert ([(step.text, step.whose) for step in alone.steps], alone.participants) == ([("Skriva brev", "")], ("Bo Öberg",))
    assert (both.next_meeting, alone.next_meeting is not None) == (None, True), "one's next meeting is not told to others"
    assert (both.summary, "Coachens anteckning" in str(both)) == ("Vi pratade om jobbet.", False)
    assert render_session(both).startswith(b"%PDF")


def test_printing_stands_in_the_history_of_each_participant(register: Register) -> None:
    people = {person(register), person(register, "Bo")}
    row = booked(register, *people)
    with register.writing() as uow:
        on_paper.note_printed(uow, row.id)
    with register.reading() as uow:
        noted = uow.session.scalars(select(HistoryEntry).where(HistoryEntry.action == HistoryAction.PRINTED)).all()
    assert {(entry.record_id, entry.person_id) for entry in noted} == {(row.id, one) for one in people}
