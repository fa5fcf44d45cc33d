"""Frozen reports: the paper stays, and what made a figure change since is told record by record, on both engines."""

from datetime import date, time

import pytest

from jobbpunkt import events, reports
from jobbpunkt.base.clock import instant
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import Words
from jobbpunkt.events import EventDetails
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.reports import ReportChoice
from models.vocabulary import ActivityStatus, EventKind

YEAR = ReportChoice.year(2020)


def _stream(uow: Writing, day: int, views: int | None = None) -> EventDetails:
    at = instant(date(2020, 4, day), time(18))
    made = EventDetails(EventKind.LIVESTREAM, f"Sändning {day}", at, status=ActivityStatus.HELD, views=views)
    events.create(uow, made)
    return made


def test_a_frozen_report_tells_which_records_made_it_change(register: Register, words_sv: Words) -> None:
    with register.writing() as uow:
        for day in (1, 2, 3):
            _stream(uow, day, views=100)
    with register.writing() as uow:
        kept = reports.freeze(uow, YEAR, words_sv, note="Lämnad till styrelsen").record
    with register.reading() as uow:
        (row,) = reports.frozen_reports(uow)
        before = reports.frozen_pdf(uow, kept)
        assert (row.note, row.data_to, row.choice) == ("Lämnad till styrelsen", date(2020, 6, 15), YEAR)
        assert before.startswith(b"%PDF")
        assert reports.frozen_changes(uow, kept, words_sv) == ()
    with register.writing() as uow:
        first = events.rows(uow)[0]
        events.remove(uow, first.id)
        second = events.rows(uow)[0]
        events.record(uow, second.id, second.version, attendance=None, views=150)
        _stream(uow, 4)
        _stream(uow, 5)
    with register.reading() as uow:
        found = {one.key: one for one in reports.frozen_changes(uow, kept, words_sv)}
        assert reports.frozen_pdf(uow, kept) == before, "the paper never changes"
    held, views = found["livestreams_held"], found["livestream_views"]
    assert (held.before, held.after, held.went) == (3, 4, 1)
    assert [one.title for one in held.came] == ["Sändning 4", "Sändning 5"]
    assert (views.before, views.after, views.went) == (300, 250, 1)
    assert "Sändning 2" in {one.title for one in views.came}, "its number changed"


def test_a_target_that_changed_is_a_change_without_records(register: Register, words_sv: Words) -> None:
    with register.writing() as uow:
        kept = reports.freeze(uow, YEAR, words_sv, note="Prov").record
        reports.set_targets(uow, 2020, {"livestreams_held": 5})
    with register.reading() as uow:
        (one,) = reports.frozen_changes(uow, kept, words_sv)
    assert (one.key, one.before, one.after, one.came, one.went) == ("livestreams_held", None, None, (), 0)


def test_what_cannot_be_frozen_is_refused(register: Register, words_sv: Words) -> None:
    with register.writing() as uow:
        with pytest.raises(InvalidInput):
            reports.freeze(uow, YEAR, words_sv, note=" ")
        with pytest.raises(InvalidInput):
            reports.freeze(uow, ReportChoice.year(2021), words_sv, note="Prov")
