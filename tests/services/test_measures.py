"""The measure catalogue: every figure is the count of its records, and small groups give nobody away."""

import itertools
import json
from collections.abc import Iterator, Mapping
from datetime import date, time
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from jobbpunkt import assignments, campaigns, cases, events, indicators, measures, organisations, programmes
from jobbpunkt.base.clock import instant
from jobbpunkt.base.words import Words
from jobbpunkt.cases import NewCase, NewOutcome
from jobbpunkt.disclosure import SMALLEST_SHOWN
from jobbpunkt.disclosure.complementary import protect
from jobbpunkt.events import EventDetails
from jobbpunkt.indicators import IndicatorData, MonthResult
from jobbpunkt.measures import Breakdown, MeasureResult, Period, people
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.coaching import CoachingSession, SessionParticipant
from models.person import Person
from models.vocabulary import (
    ActivityStatus,
    AssignmentRole,
    ClosureReason,
    EmploymentForm,
    EventKind,
    OutcomeKind,
    SessionKind,
    SessionStatus,
    Sex,
    Source,
)

YEAR = Period.year(2020)


def _figures(register: Register, period: Period = YEAR, report: str = "annual") -> dict[str, MeasureResult]:
    with register.reading() as uow:
        return {result.key: result for result in measures.evaluate(uow, measures.of_report(report), period)}


def _meet(uow: Writing, person: UUID, day: date, status: SessionStatus = SessionStatus.HELD) -> None:
    session = CoachingSession(
        coach_id=uow.user.id, kind=SessionKind.COACHING, status=status, starts_at=instant(day, time(9)), minutes=60
    )
    uow.add(session)
    uow.flush()
    uow.add(SessionParticipant(session_id=session.id, person_id=person))


def _person(uow: Writing, number: int, *, sex: Sex = Sex.WOMAN, birth_year: int = 1990, district: str = "Bäckby") -> UUID:
    """Add a person enrolled in January; return the case."""
    made = PersonData(f"Person{number}", "Exempel", sex=sex, birth_year=birth_year, district=district)
    person = details.create(uow, made).record
    return cases.enrol(uow, NewCase(person, date(2020, 1, 7))).record


def _person_of(uow: Reading, case: UUID) -> UUID:
    from models.case import Case

    return uow.get(Case, case).person_id


def _job(uow: Writing, case: UUID, day: date, form: EmploymentForm = EmploymentForm.HOURLY) -> None:
    cases.add_outcome(uow, NewOutcome(case, OutcomeKind.WORK, "Exempelbageriet", day, form))


@pytest.fixture
def cases_supported(register: Register) -> list[UUID]:
    """Twelve people who have been met once in 2020: nine women, three men."""
    with register.writing() as uow:
        made = [_person(uow, number, sex=Sex.MAN if number < 3 else Sex.WOMAN) for number in range(12)]
        for case in made:
            _meet(uow, _person_of(uow, case), date(2020, 3, 2))
    return made


def test_every_measure_has_its_key_once_and_says_what_it_means() -> None:
    keys = [entry.key for entry in measures.CATALOGUE]
    assert len(keys) == len(set(keys))
    assert all(entry.definition.endswith(".") and len(entry.definition) > 20 for entry in measures.CATALOGUE)


@pytest.mark.parametrize("report", ["annual", "caseload", "programme", "key-figures", "kolada", "board"])
@pytest.mark.parametrize("year", [2019, 2020, 2021])
def test_where_nothing_is_written_down_nothing_is_known(register: Register, report: str, year: int) -> None:
    figures = _figures(register, Period.year(year), report)
    assert {(key, told.value, told.source) for key, told in figures.items()} == {
        (key, None, Source.NOT_RECORDED) for key in figures
    }


def test_zero_is_a_count_where_something_of_the_kind_is_written_down(register: Register, cases_supported: list[UUID]) -> None:
    with register.writing() as uow:
        at = instant(date(2020, 5, 4), time(18))
        events.create(uow, EventDetails(EventKind.FAIR, "Mässa", at, status=ActivityStatus.HELD))
        employed = assignments.NewAssignment(AssignmentRole.SUMMER_WORKER, "A", "Bäckby", date(2020, 6, 1), None)
        assignments.employ(uow, employed)
        programmes.create(uow, programmes.ProgrammeData("Kvinna för Bäckby", "Bäckby"))
    figures = _figures(register) | _figures(register, report="programme")
    for key in ("livestreams_held", "safety_ambassadors_employed", "cvs_written", "programme_files"):
        assert (key, figures[key].value, figures[key].source) == (key, 0, Source.COUNTED)
    in_work = figures["jobseekers_in_work"]
    assert (in_work.value, in_work.suppressed, in_work.source) == (None, True, Source.COUNTED), "none of a group tells of each"
    for key in ("church_cooperation_participants", "livestream_views", "safety_index", "programme_participants"):
        assert (key, figures[key].value, figures[key].source) == (key, None, Source.NOT_RECORDED)
    assert all(told.value is None for told in _figures(register, Period.year(2021)).values()), "2021 has not begun"


def test_what_somebody_told_is_never_said_to_be_counted(register: Register) -> None:
    with register.writing() as uow:
        at = instant(date(2020, 5, 4), time(18))
        events.create(uow, EventDetails(EventKind.LIVESTREAM, "CV", at, status=ActivityStatus.HELD, views=300))
        index = indicators.create(uow, IndicatorData("Trygghetsindex"), key="safety_index").record
        indicators.read(uow, index, MonthResult(date(2020, 1, 1), 500, 390))
        key = programmes.create(uow, programmes.ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        programmes.state_participants(uow, key, 1, 9)
    figures = _figures(register) | _figures(register, report="programme")
    told = {entry.key for entry in measures.CATALOGUE if entry.stated}
    assert told == {"livestream_views", "safety_index", "programme_participants"}
    assert {figures[key].source for key in told} == {Source.STATED}
    counted = {figure.source for key, figure in figures.items() if key not in told}
    assert counted == {Source.COUNTED, Source.NOT_RECORDED}


def test_one_key_has_one_meaning_in_the_year_and_in_its_campaigns() -> None:
    drafts = campaigns.cv_box_measures()
    named = [(entry.key, entry.label) for entry in measures.CATALOGUE] + [(draft.key, draft.label) for draft in drafts]
    assert len({key for key, _ in named}) == len({label for _, label in named}) == len(named)


def test_supported_needs_an_open_enrolment_and_a_held_meeting(register: Register, cases_supported: list[UUID]) -> None:
    with register.writing() as uow:
        not_met = _person(uow, 20)
        _meet(uow, _person_of(uow, not_met), date(2020, 3, 3), SessionStatus.NO_SHOW)
        _meet(uow, _person_of(uow, not_met), date(2019, 12, 31))
        not_enrolled = details.create(uow, PersonData("Väntande")).record
        _meet(uow, not_enrolled, date(2020, 3, 3))
        _meet(uow, _person_of(uow, cases_supported[0]), date(2020, 12, 31))
    supported = _figures(register)["jobseekers_supported"]
    assert supported.value == len(supported.records) == 12
    assert _figures(register, Period.year(2021))["jobseekers_supported"].value is None


def test_one_more_outcome_is_one_more_in_work(register: Register, cases_supported: list[UUID]) -> None:
    with register.writing() as uow:
        for case in cases_supported[:6]:
            _job(uow, case, date(2020, 5, 4))
    assert _figures(register)["jobseekers_in_work"].value == 6
    with register.writing() as uow:
        _job(uow, cases_supported[6], date(2020, 12, 31))
    figure = _figures(register)["jobseekers_in_work"]
    assert figure.value == len(figure.records) == 7
    with register.writing() as uow:
        _job(uow, cases_supported[6], date(2020, 8, 3))
        _job(uow, cases_supported[7], date(2021, 1, 1))
        _job(uow, cases_supported[8], date(2020, 8, 3), EmploymentForm.MUNICIPAL)
        _job(uow, _person(uow, 20), date(2020, 8, 3))
    assert _figures(register)["jobseekers_in_work"].value == 7


def test_an_enrolment_by_mistake_does_not_count(register: Register, cases_supported: list[UUID]) -> None:
    with register.writing() as uow:
        cases.close(uow, cases_supported[0], 1, on=date(2020, 4, 1), reason=ClosureReason.REGISTERED_BY_MISTAKE)
        cases.close(uow, cases_supported[1], 1, on=date(2020, 4, 1), reason=ClosureReason.MOVED)
    assert _figures(register)["jobseekers_supported"].value == 11
    caseload = _figures(register, report="caseload")
    assert (caseload["cases_new"].value, caseload["cases_active"].value) == (11, 10)


def test_few_participants_are_hidden_but_their_records_are_there(register: Register, cases_supported: list[UUID]) -> None:
    with register.writing() as uow:
        for case in cases_supported[:4]:
            _job(uow, case, date(2020, 5, 4))
    figure = _figures(register)["jobseekers_in_work"]
    assert (figure.value, figure.suppressed, figure.by, len(figure.records)) == (None, True, None, 4)


def test_persons_are_broken_down_and_small_groups_hidden(register: Register, cases_supported: list[UUID]) -> None:
    told = {part.key: part for part in _figures(register)["jobseekers_supported"].by or ()}
    assert told["sex"] == Breakdown("sex", "By sex", (), hidden=True)
    assert {cell.key: cell.value for cell in told["age"].cells} == {"25-64": 12}
    assert {cell.key: cell.value for cell in told["district"].cells} == {"Bäckby": 12}


def test_the_church_is_found_by_name(register: Register) -> None:
    with register.writing() as uow:
        church = organisations.find_or_create(uow, "Svenska kyrkan")
        for number in range(5):
            person = details.create(uow, PersonData(f"Person{number}")).record
            cases.enrol(uow, NewCase(person, date(2020, 6, 1), cooperation_id=church))
    assert _figures(register)["church_cooperation_participants"].value == 5
    with register.writing() as uow:
        other = organisations.find_or_create(uow, "Rädda Barnen")
        alone = details.create(uow, PersonData("Ensam")).record
        cases.enrol(uow, NewCase(alone, date(2020, 1, 7), cooperation_id=other))
    assert _figures(register, Period(date(2020, 1, 1), date(2020, 5, 31)))["church_cooperation_participants"].value == 0


def test_livestreams_and_their_views(register: Register) -> None:
    statuses = (ActivityStatus.HELD, ActivityStatus.CHANGED, ActivityStatus.CANCELLED, ActivityStatus.HELD)
    with register.writing() as uow:
        for status, seen in zip(statuses, (300, 200, 100, None), strict=True):
            at = instant(date(2020, 5, 31), time(18))
            events.create(uow, EventDetails(EventKind.LIVESTREAM, "CV", at, status=status, views=seen))
    figures = _figures(register)
    assert figures["livestreams_held"].value == 3
    views = figures["livestream_views"]
    assert (views.value, views.missing, len(views.records)) == (500, 1, 3)


def test_ambassadors_and_the_safety_index(register: Register) -> None:
    with register.writing() as uow:
        for name in "ABCD":
            employed = assignments.NewAssignment(
                AssignmentRole.SAFETY_AMBASSADOR, name, "Bäckby", date(2020, 6, 1), date(2020, 8, 31)
            )
            assignments.employ(uow, employed)
        index = indicators.create(uow, IndicatorData("Trygghetsindex"), key="safety_index").record
        indicators.aim(uow, index, year=2020, share=82)
        indicators.read(uow, index, MonthResult(date(2020, 1, 1), 500, 390))
        indicators.read(uow, index, MonthResult(date(2020, 6, 1), 500, 394))
    figures = _figures(register)
    assert (figures["safety_ambassadors_employed"].value, figures["safety_ambassadors_employed"].suppressed) == (4, False)
    assert (figures["safety_index"].value, figures["safety_index"].target) == (78.4, 82)
    assert sum(record.out_of or 0 for record in figures["safety_index"].records) == 1000
    assert _figures(register, Period.year(2019))["safety_ambassadors_employed"].value is None


def test_a_programme_states_its_participants_or_nobody_knows(register: Register) -> None:
    with register.writing() as uow:
        key = programmes.create(uow, programmes.ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
    stated = _figures(register, report="programme")["programme_participants"]
    assert (stated.value, stated.source) == (None, Source.NOT_RECORDED)
    with register.writing() as uow:
        programmes.state_participants(uow, key, 1, 9)
    assert _figures(register, report="programme")["programme_participants"].value == 9


def test_json_says_what_the_contract_says(register: Register, cases_supported: list[UUID], words_en: Words) -> None:
    with register.reading() as uow:
        told = measures.as_json(measures.evaluate(uow, measures.of_report("annual"), YEAR), words_en)
    supported, in_work = told[:2]
    assert list(supported) == ["key", "label", "definition", "unit", "value", "qualifier", "source", "target", "by"]
    assert (supported["value"], supported["unit"], supported["source"]) == (12, "persons", "counted")
    assert supported["by"] == {
        "sex": None,
        "age": {"25-64": 12},
        "district": {"Bäckby": 12},
        "education": {"not_stated": 12},
        "without_work": {"not_stated": 12},
    }
    assert (in_work["value"], in_work["suppressed"], in_work["source"]) == (None, True, "counted")
    assert json.loads(json.dumps(told)) == told


def possible(shown: Mapping[str, int | None], total: int, least: int) -> Iterator[tuple[int, ...]]:
    """Yield every way to fill the hidden numbers so that all add up to the total."""
    hidden = sum(value is None for value in shown.values())
    rest = total - sum(value for value in shown.values() if value is not None)
    return (way for way in itertools.product(range(least, rest + 1), repeat=hidden) if sum(way) == rest)


def nothing_small_follows(shown: Mapping[str, int | None], total: int, least: int) -> None:
    assert all(value is None or value >= SMALLEST_SHOWN for value in shown.values())
    ways = list(possible(shown, total, least))
    for place in range(sum(value is None for value in shown.values())):
        numbers = {way[place] for way in ways}
        assert min(numbers) < SMALLEST_SHOWN <= max(numbers)


COUNTS = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 8))


@settings(deadline=None)
@given(COUNTS)
def test_nothing_small_follows_by_subtraction(counts: dict[str, int]) -> None:
    shown = protect(counts)
    if shown is not None:
        nothing_small_follows(shown, sum(counts.values()), least=1)
        assert not counts or not shown or any(value is not None for value in shown.values())


@settings(deadline=None)
@given(COUNTS, st.data())
def test_nothing_small_follows_from_a_part_beside_its_whole(counts: dict[str, int], data: st.DataObject) -> None:
    whole = protect(counts)
    if whole is None:
        return
    part = {key: data.draw(st.integers(0, value)) for key, value in counts.items()}
    shown = protect(part, whole)
    if shown is None:
        return
    nothing_small_follows(shown, sum(part.values()), least=0)
    assert shown.keys() == whole.keys()
    assert all(shown[key] is None for key, value in whole.items() if value is None)


def test_what_is_large_stays() -> None:
    assert protect({"a": 30, "b": 28, "c": 0}) == {"a": 30, "b": 28}
    assert protect({"a": 30, "b": 28, "c": 1}) == {"a": 30, "b": None, "c": None}
    assert protect({"a": 4}) is None
    assert protect({"a": 9, "b": 3}) is None
    assert protect({"a": 9, "b": 6}, {"a": 20, "b": 10, "c": 7}) == {"a": 9, "b": None, "c": None}
    whole: dict[str, int | None] = {"a": 20, "b": 20, "c": 20, "d": 20}
    assert protect({"a": 9, "b": 8, "c": 5, "d": 4}, whole) == {"a": 9, "b": 8, "c": None, "d": None}
    assert protect({"a": 9, "b": 8, "c": 3, "d": 2}, whole) == {"a": 9, "b": None, "c": None, "d": None}, "to within four"
    assert protect({"a": 18, "b": 8, "c": 7, "d": 9}, whole) == {"a": None, "b": 8, "c": None, "d": 9}, "two of twenty are left"


def test_tenants_are_those_of_the_supported_who_are(register: Register) -> None:
    """Of everybody who may be met, booked, away or not enrolled, twice or never, and is a tenant, is not or has not said."""
    ways = list(itertools.product((True, False, None), range(8)))
    with register.writing() as uow:
        for number, (tenant, way) in enumerate(ways):
            person = details.create(uow, PersonData(f"Person{number}", "Exempel", tenant=tenant)).record
            if way != 7:
                cases.enrol(uow, NewCase(person, date(2019, 2, 1) if way == 6 else date(2020, 1, 7)))
            if way in (0, 1, 6, 7):
                _meet(uow, person, date(2020, 3, 2 + number))
            if way in (1, 2):
                _meet(uow, person, date(2020, 2, 1), SessionStatus.HELD if way == 1 else SessionStatus.BOOKED)
            if way in (3, 6):
                _meet(uow, person, date(2019, 12, 30))
            if way == 4:
                _meet(uow, person, date(2021, 1, 4), SessionStatus.NO_SHOW)
    for year in (2019, 2020):
        period = Period.year(year)
        with register.reading() as uow:
            supported = people.supported(uow, period).read()
            renting = set(uow.session.scalars(select(Person.id).where(Person.tenant.is_(True))))
            told = people.tenants(uow, period).read()
        assert {(one.person, one.day) for one in told} == {(one.person, one.day) for one in supported if one.person in renting}
        assert told
