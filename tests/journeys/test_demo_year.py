"""The demo year: its reports show the figures of the seed because its records add up to them, on both engines."""

from collections.abc import Iterator
from datetime import date

import pytest

from jobbpunkt import campaigns, cases, covers, demo, measures
from jobbpunkt.base.words import Words
from jobbpunkt.cases import NewOutcome
from jobbpunkt.demo import FIRST_DAY
from jobbpunkt.demo.campaign import NAME
from jobbpunkt.measures import MeasureResult, Period
from jobbpunkt.oversight import looks
from jobbpunkt.people import opening
from jobbpunkt.people.caseload import CaseloadFilter, caseload
from jobbpunkt.register.opening import Credentials, Register
from models.vocabulary import OutcomeKind, Qualifier

YEAR = Period(date(2020, 1, 1), date(2020, 12, 31))
# The seed's figures, as the contract for the command line tables them: key, unit, value.
ANNUAL = {
    "jobseekers_supported": ("persons", 60),
    "jobseekers_in_work": ("persons", 28),
    "livestreams_held": ("occasions", 12),
    "livestream_views": ("views", 3500),
    "church_cooperation_participants": ("persons", 5),
    "safety_ambassadors_employed": ("persons", 4),
    "safety_index": ("share", 78.4),
}
CAMPAIGN = {
    "weeks": ("weeks", 4, None),
    "partners": ("organisations", 6, None),
    "cvs_and_letters_written": ("documents", 35, None),
    "applications_summer_entrepreneurs": ("applications", 40, None),
    "career_page_registrations": ("persons", 91, None),
    "applications_ikea": ("applications", 45, None),
    "called_to_interview": ("persons", 9, None),
    "fair_exhibitors": ("exhibitors", 20, Qualifier.CIRCA),
    "fair_visitors": ("visitors", 100, Qualifier.OVER),
}


@pytest.fixture
def year(demo_place: str) -> Iterator[Register]:
    register = Register.open(demo_place, Credentials("coach", demo.PASSWORD))
    yield register
    register.close()


def _annual(register: Register) -> dict[str, MeasureResult]:
    with register.reading() as uow:
        return {result.key: result for result in measures.evaluate(uow, measures.of_report("annual"), YEAR)}


def test_the_year_is_counted_from_its_records(year: Register) -> None:
    figures = _annual(year)
    assert {key: (figures[key].unit.value, figures[key].value) for key in ANNUAL} == ANNUAL
    assert figures["safety_index"].target == 82
    counted = figures["jobseekers_in_work"].records
    assert len(counted) == 28
    with year.reading() as uow:
        box = {row.name: row.id for row in campaigns.overview(uow)}[NAME]
        shown = {result.key: (result.unit.value, result.value, result.qualifier) for result in campaigns.measures(uow, box)}
    assert {key: shown[key] for key in CAMPAIGN} == CAMPAIGN


def test_one_more_outcome_is_one_more_in_the_figure(year: Register) -> None:
    before = {record.record for record in _annual(year)["jobseekers_in_work"].records}
    with year.writing() as uow:
        row = next(row for row in caseload(uow, shown=CaseloadFilter.MINE) if row.id not in before)
        assert row.case_id is not None
        cases.add_outcome(uow, NewOutcome(row.case_id, OutcomeKind.WORK, "Provköket i Västerås", date(2020, 12, 11)))
    assert _annual(year)["jobseekers_in_work"].value == 29


def test_the_demo_is_alive_and_says_that_it_is_invented(year: Register, words_sv: Words) -> None:
    assert year.clock.today() == demo.TODAY
    with year.reading() as uow:
        rows = caseload(uow)
    assert len(rows) >= 60
    assert {row.name.shown(words_sv) for row in rows if row.name.protected}
    assert any(row.next_meeting is not None for row in rows)


def test_a_colleagues_participants_are_shut_until_one_says_why(year: Register, demo_place: str) -> None:
    with year.reading() as uow:
        ways = {row.id: opening.standing(uow, row.id) for row in caseload(uow)}
        shut = [person for person, way in ways.items() if not way.open]
        assert {ways[person].coach for person in shut} == {"Kollega Exempel"}
        assert [row.colleague for row in covers.current(uow)] == ["Kollega Exempel"]
        may = [person for person, way in ways.items() if way.open]
        told = [look for person in may for look in looks.of_person(uow, person, FIRST_DAY).rows if look.anyway]
    assert [look.user for look in told] == ["Kollega Exempel"]
    colleague = Register.open(demo_place, Credentials("kollega", demo.PASSWORD))
    try:
        with colleague.reading() as uow:
            assert {person for person in ways if not opening.standing(uow, person).open}.isdisjoint(shut)
    finally:
        colleague.close()
