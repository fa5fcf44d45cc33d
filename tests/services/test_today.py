"""Today: one's own meetings and steps, who needs one, and figures that carry what is behind them."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest
from sqlalchemy import event

from jobbpunkt import cases, coaching, plans, progress
from jobbpunkt.base.errors import NotAllowed
from jobbpunkt.base.words import Words
from jobbpunkt.cases import NewCase, NewOutcome
from jobbpunkt.coaching import MeetingEnd, NewSession, StepWords
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.plans import NewPlan, ReviewTime, Situation
from jobbpunkt.register import gate
from jobbpunkt.register.keys import HEALTH
from jobbpunkt.register.opening import Register
from jobbpunkt.today import TodayView, today
from models.vocabulary import EmploymentForm, OutcomeKind, PlanKind, Rater, Role
from tests.colleagues import EVERY_KEY, colleague
from tests.consents import agreed

TODAY = date(2020, 6, 15)  # a Monday
DAY = timedelta(days=1)
LONG_AGO = date(2020, 2, 3)


def person(register: Register, given: str, *, since: date = LONG_AGO, born: int | None = 1980, coach: bool = True) -> UUID:
    with register.writing() as uow:
        one = details.create(uow, PersonData(given, "Öberg", birth_year=born)).record
        cases.enrol(uow, NewCase(one, since, coach_id=register.user.id if coach else None))
    return one


def met(register: Register, one: UUID, day: date) -> None:
    with register.writing() as uow:
        made = coaching.book(uow, NewSession((one,), day, time(8))).record
        coaching.hold(uow, made, 1, MeetingEnd())


def seen(register: Register) -> TodayView:
    with register.reading() as uow:
        return today(uow)


def test_an_empty_register_has_an_empty_day(register: Register) -> None:
    view = seen(register)
    assert view.day == TODAY
    assert (view.meetings, view.to_do.all, view.active, view.no_contact, view.incomplete) == ((), (), (), (), ())


def test_my_meetings_of_today_in_order(register: Register) -> None:
    one = person(register, "Åsa")
    with register.writing() as uow:
        late = coaching.book(uow, NewSession((one,), TODAY, time(15))).record
        early = coaching.book(uow, NewSession((one,), TODAY, time(8))).record
        coaching.book(uow, NewSession((one,), TODAY + DAY, time(0)))
    with colleague(register, [Role.COACH], EVERY_KEY) as other, other.writing() as uow:
        gate.open_anyway(uow, one, "deltar i samma grupp")
        coaching.book(uow, NewSession((one,), TODAY, time(12)))
    assert [row.id for row in seen(register).meetings] == [early, late]


def test_steps_are_late_due_today_or_due_later(register: Register) -> None:
    one, nobodys = person(register, "Åsa"), person(register, "Bo", coach=False)
    due = {"i går": TODAY - DAY, "i dag": TODAY, "söndag": TODAY + 6 * DAY, "måndag": TODAY + 7 * DAY, "någon gång": None}
    with register.writing() as uow:
        for text, day in due.items():
            coaching.add_step(uow, one, StepWords(text, due_on=day))
        coaching.add_step(uow, nobodys, StepWords("inte min", due_on=TODAY))
        done = coaching.add_step(uow, one, StepWords("klart", due_on=TODAY)).record
        coaching.tick_step(uow, done, 1)
    to_do = seen(register).to_do
    assert [[step.words.text for step in steps] for steps in (to_do.late, to_do.today, to_do.later)] == [
        ["i går"],
        ["i dag"],
        ["söndag", "måndag"],
    ]
    with register.writing() as uow:
        session = coaching.book(uow, NewSession((nobodys,), TODAY, time(8))).record
        coaching.add_step(uow, nobodys, StepWords("från mitt möte", due_on=TODAY), session_id=session)
    assert [step.words.text for step in seen(register).to_do.today] == ["i dag", "från mitt möte"]


def test_who_was_not_met_for_thirty_days(register: Register) -> None:
    never, edge, long_ago = person(register, "Aldrig"), person(register, "Gräns"), person(register, "Länge")
    person(register, "Annans", coach=False)
    met(register, edge, TODAY - 30 * DAY)
    met(register, long_ago, TODAY - 31 * DAY)
    person(register, "Ny", since=TODAY - 3 * DAY)
    assert {one.person_id for one in seen(register).no_contact} == {never, long_ago}


def test_incomplete_enrolments_lack_a_coach_or_a_year_of_birth(register: Register) -> None:
    person(register, "Hel")
    lacking = {person(register, "Utan år", born=None), person(register, "Utan coach", coach=False)}
    assert {one.person_id for one in seen(register).incomplete} == lacking


def test_plans_to_follow_up_count_health_plans_only_for_who_may_see_them(register: Register) -> None:
    one = person(register, "Åsa")
    with register.writing() as uow:
        agreed(uow, one)
        career = plans.create(uow, NewPlan(one, PlanKind.CAREER, Situation(LONG_AGO), review_on=TODAY)).record
        health = plans.create(uow, NewPlan(one, PlanKind.HEALTH, Situation(LONG_AGO), review_on=TODAY - DAY)).record
        plans.create(uow, NewPlan(one, PlanKind.PERSONAL, Situation(LONG_AGO), review_on=TODAY + DAY))
    assert [row.record for row in seen(register).plans_due] == [career]
    assert [row.record for row in seen(register).plans_late] == [health]
    with register.writing() as uow:
        (planned,) = plans.view(uow, health).planned
        window = ReviewTime(TODAY - DAY, None, TODAY)
        plans.change_review_time(uow, review_id=planned.id, version=planned.version, time=window)
    assert [row.record for row in seen(register).plans_due] == [health, career]
    assert seen(register).plans_late == ()
    with colleague(register, [Role.COACH]) as other:
        with register.writing() as uow:
            mine = [
                plans.create(uow, NewPlan(one, kind, Situation(LONG_AGO), coach_id=other.user.id, review_on=TODAY)).record
                for kind in (PlanKind.CAREER, PlanKind.HEALTH)
            ]
        assert [row.record for row in seen(other).plans_due] == mine[:1]
    with colleague(register, [Role.COACH], [HEALTH]) as other:
        assert seen(other).plans_due == ()


def test_outcomes_to_ask_about_and_people_in_work(register: Register) -> None:
    one, two = person(register, "Åsa"), person(register, "Bo")
    with register.reading() as uow:
        case, other = cases.of_person(uow, one)[0].id, cases.of_person(uow, two)[0].id
    with register.writing() as uow:
        first = cases.add_outcome(uow, NewOutcome(case, OutcomeKind.WORK, "Exempelbageriet", date(2020, 4, 1))).record
        cases.add_outcome(uow, NewOutcome(case, OutcomeKind.OWN_BUSINESS, "Eget", date(2020, 5, 1)))
        cases.add_outcome(uow, NewOutcome(other, OutcomeKind.STUDIES, "Skolan", date(2020, 6, 10)))
        cases.add_outcome(uow, NewOutcome(other, OutcomeKind.WORK, "Senare", date(2020, 9, 1)))
        municipal = NewOutcome(other, OutcomeKind.WORK, "Kommunen", date(2020, 6, 1), EmploymentForm.MUNICIPAL)
        cases.add_outcome(uow, municipal)
    view = seen(register)
    assert [(row.record, row.person_id) for row in view.in_work] == [(first, one)], "each person once, by the first work"
    assert [row.day for row in view.follow_ups] == [date(2020, 5, 1), date(2020, 5, 31)]


def test_who_is_to_be_asked_stands_once_since_the_earlier_of_both_rounds(register: Register) -> None:
    one, two, nobodys = person(register, "Åsa"), person(register, "Bo"), person(register, "Annans", coach=False)
    with register.writing() as uow:
        for each in (one, two, nobodys):
            progress.begin(uow, each, Words("sv"))
            uow.flush()

    def since() -> dict[UUID, date | None]:
        found = seen(register).to_be_asked
        assert len(found) == len({row.person_id for row in found}), "each person once"
        return {row.person_id: row.day for row in found}

    def answered(by: Rater, on: date) -> None:
        with register.writing() as uow:
            view = progress.of_person(uow, one)
            waiting = view.waiting(by)
            assert waiting is not None
            progress.answer(uow, waiting.id, waiting.version, {view.questions[0].id: 3}, on=on)

    assert since() == {one: TODAY, two: TODAY}
    answered(Rater.PARTICIPANT, TODAY - 90 * DAY)
    assert since() == {one: TODAY, two: TODAY}, "90 days are not yet late"
    answered(Rater.COACH, TODAY - 100 * DAY)
    assert since() == {one: TODAY - 10 * DAY, two: TODAY}
    answered(Rater.COACH, TODAY)
    answered(Rater.PARTICIPANT, TODAY)
    assert since() == {two: TODAY}, "in 90 days again"


def test_the_caseload_counts_mine_and_those_new_this_month(register: Register) -> None:
    old, new = person(register, "Åsa"), person(register, "Bo", since=date(2020, 6, 1))
    person(register, "Annans", coach=False)
    view = seen(register)
    assert {one.person_id for one in view.active} == {old, new}
    assert [one.person_id for one in view.new] == [new]


@pytest.mark.parametrize("role", [Role.PROJECT_LEAD, Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_only_coaches_have_this_day(register: Register, role: Role) -> None:
    with colleague(register, [role], EVERY_KEY) as other, pytest.raises(NotAllowed):
        seen(other)


def test_the_number_of_queries_does_not_grow(register: Register) -> None:
    def asked() -> int:
        statements: list[str] = []
        with register.reading() as uow:
            engine = uow.session.get_bind().engine
            listener = lambda *args: statements.append(args[2])  # noqa: E731
            event.listen(engine, "before_cursor_execute", listener)
            today(uow)
            event.remove(engine, "before_cursor_execute", listener)
        return len(statements)

    one = person(register, "Åsa")
    with register.writing() as uow:
        coaching.book(uow, NewSession((one,), TODAY, time(8)))
    few = asked()
    for number in range(5):
        other = person(register, f"Person {number}", born=None)
        with register.writing() as uow:
            coaching.book(uow, NewSession((other,), TODAY, time(8)))
            coaching.add_step(uow, other, StepWords("Ringa", due_on=TODAY))
            progress.begin(uow, other, Words("sv"))
    assert asked() == few <= 12
