"""The follow-ups of a plan: planned within a window, held with what becomes of each step, or called off; and who rated."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt import plans
from jobbpunkt.base.errors import InvalidInput, Stale, UserError
from jobbpunkt.base.words import Words
from jobbpunkt.plans import (
    Excuse,
    PlanView,
    RatingWords,
    ReviewTime,
    ReviewView,
    ReviewWords,
    StepAnswer,
    StepFate,
    StepWords,
)
from jobbpunkt.plans.reviews import set_time
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from migrations import runner
from models.plan import Plan, PlanReview
from models.vocabulary import CalledOff, PlanKind, PlanStatus, Rater
from tests import old_registers
from tests.services.test_plans import SITUATION, TODAY, goal, plan, step, view

WEEK = timedelta(weeks=1)
BEFORE_PLANNED = "0009"  # the last revision in which a plan itself held the day of its next follow-up
SAID = ReviewWords(TODAY, "Praktiken gick bra", "Steg två flyttas")


def planned(register: Register, plan_id: UUID) -> ReviewView:
    return view(register, plan_id).planned[0]


def hold(register: Register, plan_id: UUID, **more: object) -> UUID:
    review = planned(register, plan_id)
    with register.writing() as uow:
        change = plans.hold_review(
            uow,
            plan_id=plan_id,
            review_id=review.id,
            version=review.version,
            words=SAID,
            **more,  # type: ignore[arg-type]
        )
    return change.transaction


@pytest.mark.parametrize("kind", PlanKind)
def test_a_planned_follow_up_is_held_and_the_next_one_planned(register: Register, kind: PlanKind) -> None:
    plan_id = plan(register, kind)
    goal_id = goal(register, plan_id)
    following = ReviewTime(date(2020, 8, 10), date(2020, 8, 3), date(2020, 8, 17))
    hold(register, plan_id, ratings={goal_id: RatingWords(6, Rater.TOGETHER, "Ringde själv")}, following=following)
    seen = view(register, plan_id)
    held, ahead = seen.reviews
    assert held.words == replace(SAID, held_by=held.words.held_by if held.words else None)
    assert (held.time.planned_on, held.held_by, held.typed_by) == (date(2020, 7, 27), "Coach Exempel", "Coach Exempel")
    assert held.typed_at is not None
    assert (ahead.time, ahead.is_planned, seen.review_on) == (following, True, date(2020, 8, 10))
    rating = seen.goals[0].ratings[0]
    assert (rating.rated_on, rating.value, rating.by, rating.evidence) == (TODAY, 6, Rater.TOGETHER, "Ringde själv")


def test_holding_is_undone_in_one_go(register: Register) -> None:
    plan_id = plan(register)
    goal_id = goal(register, plan_id)
    step(register, goal_id)
    before = view(register, plan_id)
    answers = {before.goals[0].steps[0].id: StepAnswer(StepFate.DROPPED, reason="Behövs inte")}
    done = hold(register, plan_id, ratings={goal_id: RatingWords(6)}, answers=answers, following=ReviewTime(date(2020, 9, 1)))
    with register.writing() as uow:
        undo.undo(uow, done)
    after = view(register, plan_id)
    assert (after.review_on, [review.time for review in after.reviews]) == (date(2020, 7, 27), [before.reviews[0].time])
    assert (after.goals[0].steps[0].is_open, after.goals[0].ratings) == (True, ())


def test_one_that_nobody_planned_is_held_too_and_the_planned_one_stays(register: Register) -> None:
    plan_id = plan(register)
    with register.writing() as uow:
        plans.hold_review(uow, plan_id=plan_id, words=SAID)
    assert [review.is_planned for review in view(register, plan_id).reviews] == [False, True]
    assert view(register, plan_id).review_on == date(2020, 7, 27)


def test_a_follow_up_is_called_off_with_an_excuse_and_a_new_day(register: Register) -> None:
    plan_id = plan(register)
    review = planned(register, plan_id)
    excuse = Excuse(CalledOff.PARTICIPANT, "Barnet var sjukt")
    with register.writing() as uow:
        again = ReviewTime(date(2020, 8, 3))
        plans.miss_review(uow, review_id=review.id, version=review.version, excuse=excuse, again=again)
    missed, ahead = view(register, plan_id).reviews
    assert (missed.excuse, missed.typed_by, missed.is_planned, ahead.day) == (excuse, "Coach Exempel", False, again.planned_on)
    with register.writing() as uow:
        right = replace(excuse, why="Sjuk själv")
        plans.miss_review(uow, review_id=missed.id, version=missed.version, excuse=right)
    assert view(register, plan_id).reviews[0].excuse == right
    with register.writing() as uow:  # it was held after all
        later = view(register, plan_id).reviews[0]
        plans.hold_review(uow, plan_id=plan_id, review_id=later.id, version=later.version, words=SAID)
    assert view(register, plan_id).reviews[0].excuse is None


def test_without_a_planned_follow_up_the_plan_has_no_day(register: Register) -> None:
    plan_id = plan(register)
    with register.writing() as uow:
        plans.remove_review(uow, review_id=planned(register, plan_id).id)
    with register.reading() as uow:
        assert view(register, plan_id).review_on is None
        assert uow.get(Plan, plan_id).review_on is None


def test_a_held_follow_up_is_changed_and_kept_from_being_held_or_called_off_again(register: Register) -> None:
    plan_id = plan(register)
    hold(register, plan_id)
    held = view(register, plan_id).reviews[0]
    with register.writing() as uow:
        plans.change_review(uow, review_id=held.id, version=held.version, words=replace(SAID, happened="Ny text"))
    again = view(register, plan_id).reviews[0]
    assert again.words is not None
    assert again.words.happened == "Ny text"
    with pytest.raises(Stale), register.writing() as uow:
        plans.change_review(uow, review_id=held.id, version=held.version, words=SAID)
    with pytest.raises(UserError, match="held already"), register.writing() as uow:
        plans.hold_review(uow, plan_id=plan_id, review_id=again.id, version=again.version, words=SAID)
    excuse = Excuse(CalledOff.COACH, "x")
    with pytest.raises(UserError, match="was held"), register.writing() as uow:
        plans.miss_review(uow, review_id=again.id, version=again.version, excuse=excuse)


def test_no_follow_up_is_before_its_plan(register: Register) -> None:
    plan_id = plan(register)
    early = SITUATION.starts_on - timedelta(days=1)
    for field, attempt in (
        ("planned_on", partial(plans.plan_review, plan_id=plan_id, time=ReviewTime(early))),
        ("held_on", partial(plans.hold_review, plan_id=plan_id, words=replace(SAID, held_on=early))),
    ):
        with register.writing() as uow, pytest.raises(InvalidInput) as told:
            attempt(uow)
        assert told.value.field == field
        assert "2020-06-15" in told.value.text(Words("sv"))
    hold(register, plan_id)
    seen = view(register, plan_id)
    later = replace(seen.situation, starts_on=TODAY + WEEK)
    with register.writing() as uow, pytest.raises(InvalidInput) as told:
        plans.change_situation(uow, plan_id=plan_id, version=seen.version, situation=later)
    assert told.value.field == "starts_on"


def test_the_next_one_is_after_the_one_that_was_held(register: Register) -> None:
    plan_id = plan(register)
    with register.writing() as uow, pytest.raises(InvalidInput) as told:
        plans.hold_review(uow, plan_id=plan_id, words=SAID, following=ReviewTime(TODAY - WEEK))
    assert told.value.field == "next_on"


DAYS = st.dates(date(1990, 1, 1), date(2099, 1, 1))
MAYBE = st.none() | DAYS


@given(starts=DAYS, on=DAYS, opens=MAYBE, closes=MAYBE)
def test_a_day_is_taken_if_it_lies_in_its_window_and_not_before_the_plan(
    starts: date, on: date, opens: date | None, closes: date | None
) -> None:
    row, time = PlanReview(), ReviewTime(on, opens, closes)
    fits = starts <= on and (opens is None or opens <= on) and (closes is None or on <= closes)
    if fits:
        set_time(Plan(starts_on=starts), row, time)
        assert (row.planned_on, row.opens_on, row.closes_on) == (on, opens, closes)
        assert time.last_day >= on
    else:
        with pytest.raises(InvalidInput):
            set_time(Plan(starts_on=starts), row, time)


def test_the_list_tells_what_is_due_and_what_is_past_its_window(register: Register) -> None:
    def at(opens: int, day: int, closes: int | None) -> UUID:
        plan_id = plan(register)
        start = TODAY - timedelta(days=60)
        seen = view(register, plan_id)
        with register.writing() as uow:
            said = replace(seen.situation, starts_on=start)
            plans.change_situation(uow, plan_id=plan_id, version=seen.version, situation=said)
            last = TODAY + timedelta(days=closes) if closes is not None else None
            time = ReviewTime(TODAY + timedelta(days=day), TODAY + timedelta(days=opens), last)
            (ahead,) = seen.planned
            plans.change_review_time(uow, review_id=ahead.id, version=ahead.version, time=time)
        return plan_id

    ahead, now, within, over, alone = at(-1, 1, 5), at(0, 0, 0), at(-9, -3, 4), at(-9, -3, -1), at(-9, -3, None)
    with register.reading() as uow:
        told = {row.id: (row.due, row.overdue) for row in plans.all_plans(uow)}
    assert told == {
        ahead: (False, False),
        now: (True, False),
        within: (True, False),
        over: (True, True),
        alone: (True, True),
    }


def _with_steps(register: Register) -> tuple[UUID, PlanView]:
    plan_id = plan(register)
    goal_id = goal(register, plan_id)
    for text in ("A", "B", "C", "D"):
        step(register, goal_id, StepWords(text, due_on=TODAY))
    return plan_id, view(register, plan_id)


def test_each_open_step_is_done_carried_on_dropped_or_left(register: Register, words_sv: Words) -> None:
    plan_id, seen = _with_steps(register)
    with register.writing() as uow:
        plans.adopt(uow, plan_id=plan_id, version=seen.version, words=words_sv)
    a, b, c, d = (one.id for one in seen.goals[0].steps)
    next_time, own_day = date(2020, 9, 1), date(2020, 8, 20)
    answers = {
        a: StepAnswer(StepFate.DONE),
        b: StepAnswer(StepFate.CARRIED),
        c: StepAnswer(StepFate.CARRIED, own_day),
        d: StepAnswer(StepFate.DROPPED, reason="Behövs inte"),
    }
    hold(register, plan_id, answers=answers, following=ReviewTime(next_time))
    after = view(register, plan_id)
    found = {one.words.text: one for one in after.goals[0].steps}
    assert found["A"].done_on == TODAY
    assert (found["B"].words.due_on, found["B"].carried, found["C"].words.due_on) == (next_time, 1, own_day)
    assert (found["D"].dropped_on, found["D"].reason, found["D"].is_open) == (TODAY, "Behövs inte", False)
    assert after.status is PlanStatus.ADOPTED
    with register.writing() as uow:
        paper = plans.document(uow, plan_id, words_sv)
        assert [one.text for one in paper.goals[0].steps] == ["A", "B", "C"]
        rows = plans.of_person(uow, after.person_id)
        assert (rows[0].steps, rows[0].steps_done) == (3, 1)
        (line,) = plans.goals_of_person(uow, after.person_id)
        assert [one.words.text for one in line.steps] == ["B", "C"]


def test_a_step_is_carried_on_again_and_again_and_one_that_was_dropped_taken_up(register: Register) -> None:
    plan_id, seen = _with_steps(register)
    first, second = seen.goals[0].steps[0].id, seen.goals[0].steps[1].id
    answers = {first: StepAnswer(StepFate.CARRIED), second: StepAnswer(StepFate.DROPPED, reason="Nej")}
    hold(register, plan_id, answers=answers, following=ReviewTime(date(2020, 9, 1)))
    hold(register, plan_id, answers={first: StepAnswer(StepFate.CARRIED)}, following=ReviewTime(date(2020, 10, 1)))
    with register.writing() as uow:
        plans.take_up_step(uow, step_id=second)
    carried, up = view(register, plan_id).goals[0].steps[:2]
    assert (carried.carried, carried.words.due_on) == (2, date(2020, 10, 1))
    assert (up.is_open, up.reason) == (True, "")


def test_what_an_answer_lacks_is_told_and_nothing_is_kept(register: Register) -> None:
    plan_id, seen = _with_steps(register)
    first = seen.goals[0].steps[0].id
    for field, answer in (("reason", StepAnswer(StepFate.DROPPED, reason=" ")), ("next_on", StepAnswer(StepFate.CARRIED))):
        with pytest.raises(InvalidInput) as told, register.writing() as uow:
            plans.hold_review(uow, plan_id=plan_id, words=SAID, answers={first: answer})
        assert told.value.field == field
    assert view(register, plan_id) == seen


def test_a_step_or_a_rating_at_a_follow_up_is_of_its_own_plan(register: Register) -> None:
    plan_id, (_, other) = plan(register), _with_steps(register)
    goal_id, step_id = other.goals[0].id, other.goals[0].steps[0].id
    with pytest.raises(ValueError, match="one of the plan's"), register.writing() as uow:
        plans.hold_review(uow, plan_id=plan_id, words=SAID, answers={step_id: StepAnswer(StepFate.DONE)})
    with pytest.raises(ValueError, match="one of the plan's goals"), register.writing() as uow:
        plans.hold_review(uow, plan_id=plan_id, words=SAID, ratings={goal_id: RatingWords(5)})


def test_each_rater_has_a_rating_a_day_and_the_coachs_own_is_not_printed(register: Register, words_sv: Words) -> None:
    plan_id = plan(register)
    goal_id = goal(register, plan_id)
    with register.writing() as uow:
        for words in (RatingWords(3), RatingWords(8, Rater.COACH, "Kom i tid"), RatingWords(4, evidence="Ringde")):
            plans.rate(uow, goal_id=goal_id, words=words)
        paper = plans.document(uow, plan_id, words_sv)
    found = view(register, plan_id).goals[0].ratings
    assert {(one.value, one.by, one.evidence) for one in found} == {
        (4, Rater.PARTICIPANT, "Ringde"),
        (8, Rater.COACH, "Kom i tid"),
    }
    assert [one.value for one in paper.goals[0].ratings] == [4]
    twice = [replace(one, by=Rater.TOGETHER) for one in found]
    with pytest.raises(UserError, match="one rating a day"), register.writing() as uow:
        plans.correct_ratings(uow, goal_id=goal_id, right=twice)


@pytest.mark.parametrize("kind", PlanKind)
def test_the_next_day_of_an_old_plan_becomes_a_planned_follow_up(register: Register, kind: PlanKind) -> None:
    plan_id = plan(register, kind)
    with register.writing() as uow:
        plans.hold_review(uow, plan_id=plan_id, words=SAID)
    before = view(register, plan_id)
    old_registers.downgrade(register.engine, BEFORE_PLANNED)
    runner.upgrade(register.engine)
    held, ahead = view(register, plan_id).reviews
    assert held.words == replace(before.reviews[0].words or SAID, held_by=None)
    assert (held.time, held.typed_by) == (ReviewTime(TODAY), "")
    assert (ahead.time, ahead.is_planned) == (ReviewTime(date(2020, 7, 27)), True)
    with register.writing() as uow:  # it can be held as any other
        plans.hold_review(uow, plan_id=plan_id, review_id=ahead.id, version=ahead.version, words=SAID)
    assert view(register, plan_id).planned == ()
