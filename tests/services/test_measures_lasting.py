"""Work that lasted a month and the national figure: what is not known counts neither as yes nor as no, on both engines."""

import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import literal_column, select

from jobbpunkt import cases, measures
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.cases import NewCase, NewOutcome
from jobbpunkt.cases.lasting import first_month_ends
from jobbpunkt.measures import MeasureResult, Period
from jobbpunkt.measures import lasting as asked
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from models.case import Case, Outcome, OutcomeFollowUp
from models.vocabulary import Answer, ClosureReason, EmploymentForm, FollowUpKind, OutcomeKind
from tests.services.test_measures import _meet

WHOLE = Period(date(2020, 1, 1), date(2020, 6, 15))
HOURLY, UNSAID = EmploymentForm.HOURLY, EmploymentForm.NOT_STATED
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.NOT_STATED


def _figure(register: Register, key: str, *, records: bool = True) -> MeasureResult:
    with register.reading() as uow:
        wanted = [entry for entry in measures.CATALOGUE if entry.key in ("jobseekers_supported", "jobseekers_in_work", key)]
        return {one.key: one for one in measures.evaluate(uow, wanted, WHOLE, records=records)}[key]


def _enrolled(uow: Writing, number: int) -> UUID:
    person = details.create(uow, PersonData(f"Person{number}", "Exempel")).record
    case = cases.enrol(uow, NewCase(person, date(2020, 1, 2))).record
    _meet(uow, person, date(2020, 2, 3))
    return case


def _closed(uow: Writing, number: int, outcome: NewOutcome | None, reason: ClosureReason = ClosureReason.WORK) -> None:
    case = _enrolled(uow, number)
    if outcome is not None:
        cases.add_outcome(uow, _of(case, outcome))
    cases.close(uow, case, 1, on=date(2020, 6, 1), reason=reason, note="Okänt var")


def _of(case: UUID, new: NewOutcome) -> NewOutcome:
    return NewOutcome(
        case, new.kind, new.place, new.starts_on, new.form, ends_on=new.ends_on, lasted_month=new.lasted_month,
        student_finance=new.student_finance,
    )  # fmt: skip


def _work(lasted: Answer = UNKNOWN, form: EmploymentForm = HOURLY, kind: OutcomeKind = OutcomeKind.WORK) -> NewOutcome:
    return NewOutcome(UUID(int=0), kind, "Kafé", date(2020, 3, 2), form, lasted_month=lasted)


def _studies(finance: Answer) -> NewOutcome:
    return NewOutcome(UUID(int=0), OutcomeKind.STUDIES, "Komvux", date(2020, 3, 2), student_finance=finance)


def test_a_first_month_ends_as_the_engine_says(register: Register) -> None:
    """Every day of a leap year and the next, reckoned by the program and by the engine."""
    days = [date(2020, 1, 1) + timedelta(number) for number in range(731)]
    with register.reading() as uow:
        for day in days[::7] + [one for one in days if one.day in (1, 28, 29, 30, 31)]:
            (told,) = uow.session.execute(select(asked.first_month_ends(literal_column(f"date('{day}')")))).one()
            assert (day, str(told)) == (day, str(first_month_ends(day)))
    assert first_month_ends(date(2020, 1, 31)) == date(2020, 2, 29)
    assert first_month_ends(date(2020, 3, 15)) == date(2020, 4, 14)
    assert first_month_ends(date(2020, 12, 1)) == date(2020, 12, 31)


def _ways() -> Iterator[tuple[Answer, date | None, bool | None, date | None]]:
    """Yield what may be written of an outcome of 2 March: what is said, its last day, and an answer with its day."""
    ends = (None, date(2020, 3, 20), date(2020, 3, 31), date(2020, 4, 1), date(2020, 5, 4), date(2020, 9, 1))
    answers = ((None, None), *itertools.product((True, False), (date(2020, 3, 25), date(2020, 4, 1), date(2020, 5, 1))))
    for said, last, (holds, day) in itertools.product(Answer, ends, answers):
        yield said, last, holds, day


def test_the_screen_and_the_figures_say_the_same_of_each_outcome(register: Register) -> None:
    with register.writing() as uow:
        person = details.create(uow, PersonData("Ett", "Exempel")).record
        case = cases.enrol(uow, NewCase(person, date(2020, 1, 2))).record
        for said, last, holds, day in _ways():
            row = Outcome(case_id=case, kind=OutcomeKind.WORK, place="K", starts_on=date(2020, 3, 2), ends_on=last)
            row.lasted_month = said
            uow.add(row)
            uow.flush()
            uow.add(OutcomeFollowUp(outcome_id=row.id, kind=FollowUpKind.ONE_MONTH, due_on=day or last or row.starts_on,
                                    holds=holds, asked_on=day))  # fmt: skip
    verdicts = {YES: asked.SO, NO: asked.NOT_SO, UNKNOWN: asked.UNKNOWN}
    today = register.clock.today()
    with register.reading() as uow:
        shown = {one.id: verdicts[cases.lasted(one, today)] for one in cases.of_person(uow, person)[0].outcomes}
        rows = uow.session.execute(select(Outcome.id, asked.lasted()), {"today": today})
        counted: dict[UUID, int] = {row[0]: row[1] for row in rows}
    assert shown == counted
    assert set(counted.values()) == {asked.SO, asked.UNKNOWN, asked.NOT_SO}


def test_in_work_for_a_month_says_of_how_many_nobody_knows(register: Register) -> None:
    with register.writing() as uow:
        for number, lasted in enumerate((YES,) * 6 + (NO,) * 5 + (UNKNOWN,) * 5):
            cases.add_outcome(uow, _of(_enrolled(uow, number), _work(lasted)))
        for number in range(5):
            _enrolled(uow, 50 + number)
    month = _figure(register, "jobseekers_in_work_month")
    assert (month.value, month.missing, len(month.records)) == (6, 5, 11)
    assert [record.amount for record in month.records].count(None) == 5
    assert _figure(register, "jobseekers_in_work").value == 16
    counted = _figure(register, "jobseekers_in_work_month", records=False)
    assert (counted.value, counted.missing) == (6, 5)


def test_where_nobody_knows_of_anyone_it_is_not_recorded_and_never_nought(register: Register) -> None:
    with register.writing() as uow:
        for number in range(6):
            cases.add_outcome(uow, _of(_enrolled(uow, number), _work()))
    month = _figure(register, "jobseekers_in_work_month")
    assert (month.value, month.missing, month.source.value) == (None, 6, "not_recorded")


def test_work_of_an_unknown_form_counts_as_work_and_says_so(register: Register) -> None:
    with register.writing() as uow:
        for number in range(12):
            form = UNSAID if number < 5 else HOURLY
            cases.add_outcome(uow, _of(_enrolled(uow, number), _work(form=form)))
        cases.add_outcome(uow, _of(_enrolled(uow, 12), _work(form=UNSAID, kind=OutcomeKind.OWN_BUSINESS)))
        cases.add_outcome(uow, _of(_enrolled(uow, 13), _work(form=EmploymentForm.MUNICIPAL)))
        for number in range(4):
            _enrolled(uow, 50 + number)
    figure = _figure(register, "jobseekers_in_work")
    assert (figure.value, figure.missing) == (13, 5)


# What is written of somebody who was closed, and what the national figure says of it.
CLOSED: tuple[tuple[str, NewOutcome | None, ClosureReason, Answer], ...] = (
    ("work that lasted", _work(YES), ClosureReason.WORK, YES),
    ("subsidised work that lasted", _work(YES, EmploymentForm.WAGE_SUBSIDY), ClosureReason.WORK, YES),
    ("a business that lasted", _work(YES, UNSAID, OutcomeKind.OWN_BUSINESS), ClosureReason.WORK, YES),
    ("work that ended", _work(NO), ClosureReason.WORK, NO),
    ("work of an unknown form that ended", _work(NO, UNSAID), ClosureReason.WORK, NO),
    ("work of an unknown form that lasted", _work(YES, UNSAID), ClosureReason.WORK, UNKNOWN),
    ("work of which nobody knows", _work(), ClosureReason.WORK, UNKNOWN),
    ("municipal employment", _work(YES, EmploymentForm.MUNICIPAL), ClosureReason.WORK, NO),
    ("studies with student finance", _studies(YES), ClosureReason.STUDIES, YES),
    ("studies without", _studies(NO), ClosureReason.STUDIES, NO),
    ("studies of which nobody knows", _studies(UNKNOWN), ClosureReason.STUDIES, UNKNOWN),
    ("closed to work, not known where", None, ClosureReason.WORK, UNKNOWN),
    ("moved away", None, ClosureReason.MOVED, NO),
    ("an internship", _work(kind=OutcomeKind.INTERNSHIP), ClosureReason.OWN_WISH, NO),
)


@pytest.mark.parametrize(("outcome", "reason", "counts"), [row[1:] for row in CLOSED], ids=[row[0] for row in CLOSED])
def test_the_national_figure_counts_as_its_definition_says(
    register: Register, outcome: NewOutcome | None, reason: ClosureReason, counts: Answer
) -> None:
    with register.writing() as uow:
        for number in range(6):
            _closed(uow, number, _work(YES))
            _closed(uow, 10 + number, None, ClosureReason.MOVED)
        for number in range(5):
            _closed(uow, 20 + number, outcome, reason)
        _closed(uow, 31, None, ClosureReason.REGISTERED_BY_MISTAKE)
        cases.add_outcome(uow, _of(_enrolled(uow, 32), _work(YES)))  # supported, but not closed
    share = _figure(register, "kolada_u40455")
    known = {YES: (11, 17), NO: (6, 17), UNKNOWN: (6, 12)}[counts]
    assert (share.value, share.missing) == (round(100 * known[0] / known[1], 1), 5 * int(counts is UNKNOWN))
    assert len(share.records) == 17
    assert sum(record.amount or 0 for record in share.records) == known[0]
    assert _figure(register, "kolada_u40455", records=False).value == share.value
    assert "cannot be compared" in share.caution


@pytest.mark.parametrize(("lasting", "moved"), [(4, 3), (4, 9), (6, 3)])
def test_a_share_of_few_is_hidden(register: Register, lasting: int, moved: int) -> None:
    with register.writing() as uow:
        for number in range(lasting):
            _closed(uow, number, _work(YES))
        for number in range(moved):
            _closed(uow, 20 + number, None, ClosureReason.MOVED)
        _closed(uow, 40, _work())
    share = _figure(register, "kolada_u40455")
    assert (share.value, share.suppressed, share.missing) == (None, True, 0)


REFUSED = (
    NewOutcome(UUID(int=0), OutcomeKind.WORK, "K", date(2020, 3, 2), HOURLY, ends_on=date(2020, 3, 20), lasted_month=YES),
    NewOutcome(UUID(int=0), OutcomeKind.WORK, "K", date(2020, 3, 2), HOURLY, ends_on=date(2020, 4, 1), lasted_month=NO),
    NewOutcome(UUID(int=0), OutcomeKind.WORK, "K", date(2020, 6, 1), HOURLY, lasted_month=YES),
)


@pytest.mark.parametrize("new", REFUSED, ids=["ended before", "ended after", "not a month yet"])
def test_what_cannot_be_of_a_first_month_is_refused(register: Register, new: NewOutcome) -> None:
    with register.writing() as uow:
        case = _enrolled(uow, 1)
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        cases.add_outcome(uow, _of(case, new))
    assert refused.value.field == "lasted_month"


def test_what_is_not_asked_of_an_outcome_is_not_kept(register: Register) -> None:
    with register.writing() as uow:
        case = _enrolled(uow, 1)
        both = NewOutcome(case, OutcomeKind.STUDIES, "K", date(2020, 3, 2), lasted_month=YES, student_finance=YES)
        made = cases.add_outcome(uow, both).record
        view = cases.of_person(uow, uow.get(Case, case).person_id)[0].outcomes[0]
        assert (view.lasted_month, view.student_finance) == (UNKNOWN, YES)
        cases.change_outcome(uow, made, 1, _of(case, _work(YES)))
        view = cases.of_person(uow, uow.get(Case, case).person_id)[0].outcomes[0]
        assert (view.lasted_month, view.student_finance) == (YES, UNKNOWN)


def test_a_month_later_the_last_day_tells(register: Register) -> None:
    """A planned end says nothing until it has come."""
    planned = NewOutcome(UUID(int=0), OutcomeKind.WORK, "K", date(2020, 3, 2), HOURLY, ends_on=date(2020, 8, 31))
    with register.writing() as uow:
        case = _enrolled(uow, 1)
        cases.add_outcome(uow, _of(case, planned))
        person = uow.get(Case, case).person_id
    with register.reading() as uow:
        (view,) = cases.of_person(uow, person)[0].outcomes
    assert cases.lasted(view, register.clock.today()) is UNKNOWN
    assert cases.lasted(view, date(2020, 9, 1)) is YES
