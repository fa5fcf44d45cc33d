"""Events: what became of them, and numbers that are not zero until somebody wrote them down."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from jobbpunkt import events, organisations
from jobbpunkt.base.clock import instant
from jobbpunkt.base.errors import InvalidInput, Stale
from jobbpunkt.events import EventDetails
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from models.vocabulary import ActivityStatus, EventKind

STREAM = EventDetails(EventKind.LIVESTREAM, "Så skriver du ett CV", instant(date(2020, 4, 2), time(18)), theme="CV")


def test_numbers_are_unknown_until_written_down(register: Register) -> None:
    with register.writing() as uow:
        key = events.create(uow, STREAM).record
    with register.reading() as uow:
        row = events.get(uow, key)
    assert (row.views, row.attendance, row.status, row.day) == (None, None, ActivityStatus.PLANNED, date(2020, 4, 2))
    with register.writing() as uow:
        events.record(uow, key, 1, attendance=None, views=0)
    with register.reading() as uow:
        assert events.get(uow, key).views == 0


def test_it_is_marked_with_a_reason(register: Register) -> None:
    with register.writing() as uow:
        key = events.create(uow, replace(STREAM, note="På Facebook")).record
        events.mark(uow, key, ActivityStatus.CANCELLED, reason="Smittspridning")
    with register.reading() as uow:
        row = events.get(uow, key)
    assert (row.status, row.reason, row.note) == (ActivityStatus.CANCELLED, "Smittspridning", "På Facebook")


def test_what_is_still_to_come_has_not_taken_place(register: Register) -> None:
    tomorrow = replace(STREAM, starts_at=instant(date(2020, 6, 16), time(18)))
    held = replace(STREAM, status=ActivityStatus.HELD)
    with register.writing() as uow:
        key, past = events.create(uow, tomorrow).record, events.create(uow, held).record
        events.mark(uow, key, ActivityStatus.CANCELLED, reason="Åskväder")
    wrongs: tuple[Callable[[Writing], object], ...] = (
        lambda uow: events.mark(uow, key, ActivityStatus.HELD),
        lambda uow: events.create(uow, replace(tomorrow, status=ActivityStatus.CHANGED)),
        lambda uow: events.change(uow, past, 1, replace(held, starts_at=tomorrow.starts_at)),
    )
    for wrong in wrongs:
        with pytest.raises(InvalidInput) as refused, register.writing() as uow:
            wrong(uow)
        assert refused.value.field == "status"
    with register.writing() as uow:
        events.mark(uow, past, ActivityStatus.PLANNED)
        events.create(uow, replace(held, starts_at=instant(date(2020, 6, 15), time(18))))  # later today


def test_they_are_listed_by_period_and_kind(register: Register) -> None:
    late = replace(STREAM, title="Motivation", starts_at=instant(date(2020, 12, 31), time(23, 30)))
    visit = replace(STREAM, kind=EventKind.STUDY_VISIT, title="IKEA")
    with register.writing() as uow:
        for details in (late, visit, STREAM):
            events.create(uow, details)
    with register.reading() as uow:
        year = events.rows(uow, first=date(2020, 1, 1), last=date(2020, 12, 31))
        assert [row.title for row in year] == ["IKEA", "Så skriver du ett CV", "Motivation"]
        assert [row.title for row in events.rows(uow, last=date(2020, 12, 30), kinds=[EventKind.LIVESTREAM])] == [STREAM.title]
        assert events.rows(uow, first=date(2021, 1, 1)) == ()


def test_partners_come_and_go(register: Register) -> None:
    with register.writing() as uow:
        ikea, church = (organisations.find_or_create(uow, name) for name in ("IKEA", "Svenska kyrkan"))
        key = events.create(uow, replace(STREAM, partners=(ikea, church))).record
    with register.writing() as uow:
        events.change(uow, key, 1, replace(STREAM, title="Ny titel", partners=(church,)))
    with register.reading() as uow:
        row = events.get(uow, key)
    assert (row.title, row.partners) == ("Ny titel", ((church, "Svenska kyrkan"),))
    with pytest.raises(Stale), register.writing() as uow:
        events.change(uow, key, 1, STREAM)
    with register.writing() as uow:
        events.remove(uow, key)
    with register.reading() as uow:
        assert events.rows(uow) == ()


@pytest.mark.parametrize(
    ("field", "value"), [("title", ""), ("views", -1), ("attendance", 2_000_000), ("starts_at", instant(date(1800, 1, 1)))]
)
def test_bad_input_names_its_field(register: Register, field: str, value: object) -> None:
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        events.create(uow, replace(STREAM, **{field: value}))  # type: ignore[arg-type]
    assert refused.value.field == field
