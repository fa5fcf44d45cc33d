"""Shifts are planned week by week, everybody is marked once, and the month adds up to what was marked."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from jobbpunkt import programmes, shifts, work
from jobbpunkt.base.errors import InvalidInput, Stale
from jobbpunkt.base.months import last_of
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.shifts import ShiftData
from jobbpunkt.shifts.data import THERE, TIMED
from jobbpunkt.shifts.lengths import read as hours_read
from jobbpunkt.shifts.lengths import typed as hours_typed
from jobbpunkt.work import AreaData
from models.vocabulary import AreaKind, AttendanceMark, Role
from tests.colleagues import colleague

MONDAY = date(2020, 6, 8)
SHIFT = ShiftData(MONDAY, time(8, 30), time(12))
MARKS = list(AttendanceMark)
Deed = Callable[[Writing], object]
SLOW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def programme(register: Register) -> UUID:
    """A programme until the end of May 2021."""
    with register.writing() as uow:
        return programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby", ends_on=date(2021, 5, 31))).record


def enrolled(register: Register, programme: UUID, *names: str, first: date = date(2020, 3, 2)) -> list[UUID]:
    with register.writing() as uow:
        people = [details.create(uow, PersonData(name, "Provsson")).record for name in names]
        for person in people:
            programmes.enrol(uow, programme, person, starts_on=first)
    return people


def planned(register: Register, programme: UUID, data: ShiftData = SHIFT) -> UUID:
    with register.writing() as uow:
        return shifts.create(uow, programme, data).record


def marks(register: Register, shift: UUID) -> list[tuple[AttendanceMark | None, int]]:
    with register.reading() as uow:
        return [(one.mark, one.minutes) for one in shifts.get(uow, shift).people]


def refused(register: Register, programme: UUID, data: ShiftData) -> InvalidInput:
    with pytest.raises(InvalidInput) as caught, register.writing() as uow:
        shifts.create(uow, programme, data)
    return caught.value


def test_a_shift_is_planned_changed_cancelled_held_again_and_removed(register: Register, programme: UUID) -> None:
    with register.writing() as uow:
        area = work.add_area(uow, programme, AreaData(AreaKind.STAIRWELL, "Spinnargatan 2–14")).record
        cellar = work.add_area(uow, programme, AreaData(AreaKind.CELLAR, "Källaren")).record
    shift = planned(register, programme, replace(SHIFT, areas=(area, cellar), break_minutes=15))
    with register.reading() as uow:
        row = shifts.get(uow, shift).row
    assert (row.title, row.clock, row.data.minutes) == ("Spinnargatan 2–14, Källaren", "08:30–12:00", 195)
    with register.writing() as uow:
        shifts.change(uow, shift, 1, replace(row.data, day=MONDAY + timedelta(1), areas=(cellar,), heading="Källarna"))
        shifts.cancel(uow, shift, 2, reason="Vattenläcka")
    with register.reading() as uow:
        row = shifts.get(uow, shift).row
    assert (row.data.day, row.title, row.areas, row.because) == (MONDAY + timedelta(1), "Källarna", ("Källaren",), "Vattenläcka")
    with register.writing() as uow:
        shifts.restore(uow, shift, row.version)
    with register.writing() as uow:
        removal = shifts.remove(uow, shift, row.version + 1)
    with register.reading() as uow:
        assert shifts.week(uow, programme, MONDAY) == ()
    with register.writing() as uow:
        undo.undo(uow, removal.transaction)
    with register.reading() as uow:
        assert [one.row.areas for one in shifts.week(uow, programme, MONDAY)] == [("Källaren",)]


@pytest.mark.parametrize(
    ("wrong", "field", "begins"),
    [
        ({"ends": time(8)}, "ends", "The shift ends before it begins"),
        ({"break_minutes": 210}, "break_minutes", "The break is as long as the shift"),
        ({"break_minutes": 26 * 60}, "break_minutes", "Write a number from {least} to {most}"),
        ({"day": date(2021, 6, 1)}, "day", "{programme} ends on {day}"),
        ({"starts": time(11, 59), "ends": time(15)}, "starts", "There is a shift at {hours} on {day} already"),
        ({"starts": time(8), "ends": time(16)}, "starts", "There is a shift at {hours} on {day} already"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    register: Register, programme: UUID, wrong: dict[str, object], field: str, begins: str
) -> None:
    planned(register, programme)
    error = refused(register, programme, replace(SHIFT, **wrong))  # type: ignore[arg-type]
    assert (error.field, error.sentence[: len(begins)]) == (field, begins)
    with register.reading() as uow:
        assert len(shifts.between(uow, programme, date(2020, 1, 1), date(2021, 12, 31))) == 1


def test_one_shift_may_begin_as_another_ends_and_a_cancelled_one_is_in_nobodys_way(register: Register, programme: UUID) -> None:
    first = planned(register, programme)
    planned(register, programme, replace(SHIFT, starts=time(12), ends=time(15)))
    with register.writing() as uow:
        shifts.cancel(uow, first, 1, reason="Vattenläcka")
    planned(register, programme)
    with pytest.raises(InvalidInput, match="There is a shift"), register.writing() as uow:
        shifts.restore(uow, first, 2)


def test_nobody_is_at_two_shifts_at_once(register: Register, programme: UUID) -> None:
    with register.writing() as uow:
        other = programmes.create(uow, ProgrammeData("Odling", "Råby")).record
    (person,) = enrolled(register, programme, "Amina")
    planned(register, programme)
    planned(register, other)  # nobody is in both yet
    with register.writing() as uow:
        programmes.enrol(uow, other, person, starts_on=MONDAY + timedelta(7))
    planned(register, programme, replace(SHIFT, day=MONDAY + timedelta(7)))
    error = refused(register, other, replace(SHIFT, day=MONDAY + timedelta(7), starts=time(11), ends=time(14)))
    assert (error.field, error.fields["programme"]) == ("starts", "Kvinna för Bäckby")


def test_a_shift_every_week_passes_over_red_days_and_is_undone_in_one(register: Register, programme: UUID) -> None:
    thursday = replace(SHIFT, day=date(2020, 5, 7))
    made = shifts.weekly(thursday.day, date(2020, 5, 31))
    assert [day.day for day in made.days] == [7, 14, 28]
    assert made.skipped == ((date(2020, 5, 21), "Kristi himmelsfärdsdag"),)
    with register.writing() as uow:
        change = shifts.create_weekly(uow, programme, thursday, date(2020, 5, 31))
    with register.reading() as uow:
        found = shifts.between(uow, programme, date(2020, 5, 1), date(2020, 5, 31))
    assert [row.data.day for row in found] == list(made.days)
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    with register.reading() as uow:
        assert shifts.between(uow, programme, date(2020, 5, 1), date(2020, 5, 31)) == ()
    with pytest.raises(InvalidInput, match="ends on"), register.writing() as uow:
        shifts.create_weekly(uow, programme, thursday, date(2021, 6, 30))
    with pytest.raises(InvalidInput, match="no such weekday"), register.writing() as uow:
        shifts.create_weekly(uow, programme, replace(SHIFT, day=date(2020, 5, 21)), date(2020, 5, 21))
    planned(register, programme, replace(SHIFT, day=date(2020, 5, 28)))
    with pytest.raises(InvalidInput, match="There is a shift"), register.writing() as uow:
        shifts.create_weekly(uow, programme, thursday, date(2020, 5, 31))
    with register.reading() as uow:
        assert len(shifts.between(uow, programme, date(2020, 5, 1), date(2020, 5, 31))) == 1


@given(some.dates(date(2000, 1, 1), date(2060, 1, 1)), some.integers(0, 500), some.sets(some.integers(0, 6)))
def test_a_week_pattern_holds_each_of_its_weekdays_once(first: date, length: int, weekdays: set[int]) -> None:
    until = first + timedelta(length)
    found = shifts.weekly(first, until, weekdays)
    wanted = weekdays or {first.weekday()}
    every = {first + timedelta(number) for number in range(length + 1) if (first + timedelta(number)).weekday() in wanted}
    skipped = {day for day, _ in found.skipped}
    assert set(found.days) | skipped == every
    assert not set(found.days) & skipped
    assert list(found.days) == sorted(found.days)


def test_each_person_is_marked_once_and_the_mark_can_be_changed_and_cleared(register: Register, programme: UUID) -> None:
    amina, _ = enrolled(register, programme, "Amina", "Blerta")
    enrolled(register, programme, "Hawa", first=MONDAY + timedelta(7))
    shift = planned(register, programme)
    with register.writing() as uow:
        shifts.mark(uow, shift, amina, AttendanceMark.PRESENT, seen=None)
    assert marks(register, shift) == [(AttendanceMark.PRESENT, 210), (None, 0)]
    with register.reading() as uow:
        view = shifts.get(uow, shift)
        (of_week,) = shifts.week(uow, programme, MONDAY)
    assert [one.name.text for one in view.later] == ["Hawa Provsson"]
    assert of_week.unmarked == 1
    with pytest.raises(Stale), register.writing() as uow:
        shifts.mark(uow, shift, amina, AttendanceMark.SICK, seen=None)
    with register.writing() as uow:
        shifts.mark(uow, shift, amina, AttendanceMark.PART, seen=AttendanceMark.PRESENT, minutes=120)
        shifts.correct(uow, shift, amina, AttendanceMark.PART, seen=AttendanceMark.PART, minutes=120, note="till 10:30")
    assert marks(register, shift)[0] == (AttendanceMark.PART, 120)
    with register.writing() as uow:
        change = shifts.clear(uow, shift, amina, seen=AttendanceMark.PART)
    assert marks(register, shift)[0] == (None, 0)
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    with register.reading() as uow:
        assert shifts.get(uow, shift).people[0].note == "till 10:30"


def test_marks_that_cannot_be_are_refused_and_nothing_is_lost(register: Register, programme: UUID) -> None:
    (amina,) = enrolled(register, programme, "Amina")
    (hawa,) = enrolled(register, programme, "Hawa", first=MONDAY + timedelta(7))
    shift = planned(register, programme)
    ahead = planned(register, programme, replace(SHIFT, day=date(2020, 6, 16)))
    part, present = AttendanceMark.PART, AttendanceMark.PRESENT
    wrongs: tuple[Deed, ...] = (
        lambda uow: shifts.mark(uow, shift, amina, part, seen=None, minutes=211),
        lambda uow: shifts.mark(uow, shift, amina, part, seen=None, minutes=0),
        lambda uow: shifts.mark(uow, shift, amina, part, seen=None),
        lambda uow: shifts.mark(uow, shift, hawa, present, seen=None),
        lambda uow: shifts.mark(uow, ahead, amina, present, seen=None),
        lambda uow: shifts.rest_present(uow, ahead),
    )
    for wrong in wrongs:
        with pytest.raises(InvalidInput), register.writing() as uow:
            wrong(uow)
    with register.writing() as uow:
        shifts.mark(uow, ahead, amina, AttendanceMark.LEAVE, seen=None)
        shifts.mark(uow, shift, amina, part, seen=None, minutes=200)
    changes: tuple[Deed, ...] = (
        lambda uow: shifts.change(uow, shift, 1, replace(SHIFT, ends=time(11))),
        lambda uow: shifts.change(uow, shift, 1, replace(SHIFT, day=date(2020, 6, 17))),
        lambda uow: shifts.cancel(uow, shift, 1, reason="Regn"),
        lambda uow: shifts.remove(uow, shift, 1),
    )
    for refused_change in changes:
        with pytest.raises(InvalidInput), register.writing() as uow:
            refused_change(uow)
    assert marks(register, shift) == [(part, 200)]


def test_who_was_present_was_so_for_as_long_as_the_shift_now_is(register: Register, programme: UUID) -> None:
    enrolled(register, programme, "Amina")
    shift = planned(register, programme)
    with register.writing() as uow:
        shifts.rest_present(uow, shift)
        shifts.change(uow, shift, 1, replace(SHIFT, ends=time(13)))
    assert marks(register, shift) == [(AttendanceMark.PRESENT, 270)]


@SLOW
@given(chosen=some.lists(some.sampled_from([None, *MARKS]), min_size=1, max_size=6))
def test_the_rest_present_never_changes_who_is_marked(
    register: Register, programme: UUID, chosen: list[AttendanceMark | None]
) -> None:
    people = enrolled(register, programme, *(f"Person{number}" for number in range(len(chosen))))
    with register.reading() as uow:
        used = len(shifts.between(uow, programme, date(2019, 1, 1), MONDAY))
    shift = planned(register, programme, replace(SHIFT, day=MONDAY - timedelta(used)))
    with register.writing() as uow:
        for person, mark in zip(people, chosen, strict=True):
            if mark is not None:
                shifts.mark(uow, shift, person, mark, seen=None, minutes=60 if mark in TIMED else None)
    with register.reading() as uow:
        before = {one.person_id: one for one in shifts.get(uow, shift).people}
    with register.writing() as uow:
        change = shifts.rest_present(uow, shift)
    with register.reading() as uow:
        after = {one.person_id: one for one in shifts.get(uow, shift).people}
    for person, was in before.items():
        expected = was if was.mark is not None else replace(was, mark=AttendanceMark.PRESENT, minutes=210)
        assert after[person] == expected
    if change.undoable:
        with register.writing() as uow:
            undo.undo(uow, change.transaction)
        with register.reading() as uow:
            assert {one.person_id: one for one in shifts.get(uow, shift).people} == before


@SLOW
@given(rows=some.lists(some.tuples(some.sampled_from([None, *MARKS]), some.integers(1, 210)), min_size=1, max_size=12))
def test_a_persons_month_is_the_sum_of_their_marks(
    register: Register, programme: UUID, rows: list[tuple[AttendanceMark | None, int]]
) -> None:
    (person,) = enrolled(register, programme, "Amina")
    month = date(2020, 4, 1)
    with register.writing() as uow:
        for row in shifts.between(uow, programme, month, last_of(month)):
            for one in shifts.get(uow, row.id).people:
                shifts.clear(uow, row.id, one.person_id, seen=one.mark)
            uow.flush()
            shifts.remove(uow, row.id, row.version)
        for number, (mark, minutes) in enumerate(rows):
            shift = shifts.create(uow, programme, replace(SHIFT, day=month + timedelta(number))).record
            if mark is not None:
                shifts.mark(uow, shift, person, mark, seen=None, minutes=minutes if mark in TIMED else None)
    marked = [(mark, minutes) for mark, minutes in rows if mark is not None]
    there = sum((minutes if mark in TIMED else 210) for mark, minutes in marked if mark in THERE)
    with register.reading() as uow:
        found = next(one for one in shifts.month(uow, programme, month).people if one.hours.person_id == person)
        of_period = next(one for one in shifts.hours(uow, programme, month, last_of(month)) if one.person_id == person)
    assert of_period == found.hours
    assert found.hours.minutes == sum(cell.minutes for cell in found.cells if cell) == there
    assert found.hours.planned == 210 * len(marked)
    assert (found.hours.unmarked, found.sheet.is_waiting) == (len(rows) - len(marked), len(marked) < len(rows))
    assert sum(found.hours.marks.values()) == len(marked)


def test_what_is_not_marked_says_nothing_of_attendance(register: Register, programme: UUID) -> None:
    amina, _ = enrolled(register, programme, "Amina", "Blerta")
    shift = planned(register, programme)
    with register.writing() as uow:
        shifts.mark(uow, shift, amina, AttendanceMark.PRESENT, seen=None)
    with register.reading() as uow:
        first, second = shifts.hours(uow, programme, MONDAY, MONDAY)
        month = shifts.month(uow, programme, MONDAY)
    assert (first.share, second.share, second.unmarked) == (100, None, 1)
    assert shifts.total_share((first, second)) == 100
    assert shifts.total_share((second,)) is None
    assert month.unfinished == ((MONDAY, 1),)


def test_a_sheet_waits_for_its_own_marks_and_tells_when_hours_changed_since(register: Register, programme: UUID) -> None:
    amina, blerta = enrolled(register, programme, "Amina", "Blerta")
    shift = planned(register, programme)
    with register.writing() as uow:
        shifts.mark(uow, shift, amina, AttendanceMark.PRESENT, seen=None)
        shifts.sign(uow, programme, amina, MONDAY, signed_on=date(2020, 6, 12), signed_by="Helena Granlycke")
    with pytest.raises(InvalidInput, match="not marked yet"), register.writing() as uow:
        shifts.sign(uow, programme, blerta, MONDAY, signed_on=date(2020, 6, 12), signed_by="Helena Granlycke")

    def sheet() -> shifts.Sheet:
        with register.reading() as uow:
            return shifts.month(uow, programme, MONDAY).people[0].sheet

    assert (sheet().signed_on, sheet().signed_by, sheet().has_changed) == (date(2020, 6, 12), "Helena Granlycke", False)
    with register.writing() as uow:
        shifts.mark(uow, shift, amina, AttendanceMark.PART, seen=AttendanceMark.PRESENT, minutes=60)
    assert sheet().has_changed
    with register.writing() as uow:
        shifts.sign(uow, programme, amina, MONDAY, signed_on=date(2020, 6, 15), signed_by="Helena Granlycke")
    assert (sheet().signed_on, sheet().has_changed) == (date(2020, 6, 15), False)
    signed = sheet().id
    assert signed is not None
    with register.writing() as uow:
        shifts.unsign(uow, signed)
    assert sheet().id is None


def test_the_next_day_that_is_not_finished_is_found(register: Register, programme: UUID) -> None:
    (amina,) = enrolled(register, programme, "Amina")
    with register.writing() as uow:
        shifts.create_weekly(uow, programme, SHIFT, date(2020, 6, 17), range(5))
        third = shifts.week(uow, programme, MONDAY)[2].row.id
        shifts.mark(uow, shifts.week(uow, programme, MONDAY)[1].row.id, amina, AttendanceMark.SICK, seen=None)
    with register.reading() as uow:
        assert shifts.next_unfinished(uow, programme, MONDAY) == third
        # The rest lies ahead: what lacks marks is before.
        assert shifts.next_unfinished(uow, programme, date(2020, 6, 15)) == shifts.week(uow, programme, MONDAY)[0].row.id


@given(some.integers(1, 24 * 60))
def test_hours_are_read_as_they_are_written(minutes: int) -> None:
    assert hours_read(hours_typed(minutes)) == minutes


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("2", 120), ("2,5", 150), ("2.5", 150), ("2:30", 150), ("2.30", 150), ("3,25 h", 195), ("45 min", 45)],
)
def test_hours_are_read_as_people_write_them(typed: str, minutes: int) -> None:
    assert hours_read(typed) == minutes


@given(some.text(max_size=12))
def test_what_is_no_hours_is_refused_by_a_value_error_alone(typed: str) -> None:
    with suppress(ValueError):
        assert hours_read(typed) >= 0


def test_a_marked_shift_moves_to_no_day_on_which_somebody_marked_was_not_there(register: Register, programme: UUID) -> None:
    enrolled(register, programme, "Amina", first=MONDAY)
    shift = planned(register, programme)
    with register.writing() as uow:
        shifts.rest_present(uow, shift)
    with pytest.raises(InvalidInput, match="not enrolled that day"), register.writing() as uow:
        shifts.change(uow, shift, 1, replace(SHIFT, day=MONDAY - timedelta(3)))
    with register.reading() as uow:
        assert shifts.get(uow, shift).row.data.day == MONDAY


def test_a_programme_ends_after_its_shifts(register: Register, programme: UUID) -> None:
    last = date(2021, 5, 28)
    shift = planned(register, programme, replace(SHIFT, day=last))

    def end(day: date) -> None:
        with register.writing() as uow:
            (known,) = programmes.programmes(uow)
            programmes.change(uow, programme, known.version, replace(known.data, ends_on=day))

    with pytest.raises(InvalidInput, match="shift") as caught:
        end(date(2020, 12, 31))
    assert (caught.value.field, caught.value.fields["day"]) == ("ends_on", last.isoformat())
    end(last)
    with register.writing() as uow:
        shifts.cancel(uow, shift, 1, reason="Inställt")
    end(date(2020, 12, 31))
    with pytest.raises(InvalidInput, match="ends on"), register.writing() as uow:
        shifts.restore(uow, shift, 2)
    with register.writing() as uow:
        (known,) = programmes.programmes(uow)
        programmes.extend(uow, programme, known.version, new_end=last)
        shifts.restore(uow, shift, 2)
    with register.reading() as reader:
        (extension,) = programmes.programmes(reader)[0].extensions
    with pytest.raises(InvalidInput, match="shift"), register.writing() as uow:
        programmes.remove_extension(uow, extension.id, extension.version)
    with pytest.raises(InvalidInput, match="shift"), register.writing() as uow:
        programmes.change_extension(uow, extension.id, extension.version, new_end=date(2021, 1, 31))


def test_a_note_that_somebody_wrote_meanwhile_is_not_written_over(register: Register, programme: UUID) -> None:
    (amina,) = enrolled(register, programme, "Amina")
    shift = planned(register, programme)
    part = AttendanceMark.PART
    with register.writing() as uow:
        shifts.mark(uow, shift, amina, part, seen=None, minutes=120)
        shifts.correct(uow, shift, amina, part, seen=part, minutes=120, note="till 10:30")
    for mark in (part, None):
        with pytest.raises(Stale), register.writing() as uow:
            shifts.correct(uow, shift, amina, mark, seen=part, minutes=60, note="gick tidigt")
    with register.writing() as uow:
        shifts.correct(uow, shift, amina, part, seen=part, minutes=60, note="gick tidigt", noted="till 10:30")
    assert marks(register, shift) == [(part, 60)]


def test_who_does_not_lead_the_group_is_not_told_why_somebody_was_away(register: Register, programme: UUID) -> None:
    (amina,) = enrolled(register, programme, "Amina")
    shift = planned(register, programme)
    with register.writing() as uow:
        shifts.correct(uow, shift, amina, AttendanceMark.DOCTOR, seen=None, note="återbesök")
    for role, told in (
        (Role.PROJECT_LEAD, (AttendanceMark.EXCUSED, "")),
        (Role.SUPERVISOR, (AttendanceMark.DOCTOR, "återbesök")),
    ):
        with colleague(register, (role,)) as who, who.reading() as uow:
            (one,) = shifts.get(uow, shift).people
            ((cell,),) = [person.cells for person in shifts.month(uow, programme, MONDAY).people]
            (hours,) = shifts.hours(uow, programme, MONDAY, MONDAY)
        assert cell is not None
        assert (one.mark, one.note) == (cell.mark, cell.note) == told
        assert dict(hours.marks) == {told[0]: 1}


def test_nobody_has_the_hours_of_two_shifts_at_one_time(register: Register, programme: UUID) -> None:
    with register.writing() as uow:
        other = programmes.create(uow, ProgrammeData("Odling", "Råby")).record
    amina, _ = enrolled(register, programme, "Amina", "Blerta")
    here, there = planned(register, programme), planned(register, other, replace(SHIFT, starts=time(11), ends=time(15)))
    with register.writing() as uow:
        programmes.enrol(uow, other, amina, starts_on=MONDAY)
        shifts.mark(uow, there, amina, AttendanceMark.PRESENT, seen=None)
    with pytest.raises(InvalidInput, match="another shift"), register.writing() as uow:
        shifts.mark(uow, here, amina, AttendanceMark.LATE, seen=None, minutes=60)
    with register.writing() as uow:
        shifts.rest_present(uow, here)
    assert marks(register, here) == [(None, 0), (AttendanceMark.PRESENT, 210)]
    with register.writing() as uow:
        shifts.mark(uow, here, amina, AttendanceMark.LEAVE, seen=None)
        shifts.mark(uow, there, amina, AttendanceMark.PART, seen=AttendanceMark.PRESENT, minutes=60)
