"""Plans: what is typed comes back, at most three goals, progress, follow-ups, and what is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event, select

from jobbpunkt import plans
from jobbpunkt.base.errors import InvalidInput, NotFound, Stale, UserError
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.plans import (
    GoalWords,
    MilestoneWords,
    NewPlan,
    PlanFilter,
    PlanView,
    RatingWords,
    ReviewTime,
    ReviewWords,
    Situation,
    StepWords,
)
from jobbpunkt.register import chain, undo
from jobbpunkt.register.opening import Register
from models.history import HistoryEntry
from models.plan import Plan
from models.vocabulary import PlanKind, PlanStatus, Protection, Responsible
from tests.consents import agreed

TODAY = date(2020, 6, 15)
SITUATION = Situation(
    starts_on=TODAY,
    current="Jag har städat i fyra år.\nJag trivs.",
    desired="Ett jobb med människor <b>nära</b> hemmet",
    language="somaliska",
    interpreter="Tolk Exempel",
    ends_on=date(2020, 12, 31),
)
GOAL = GoalWords("Undersköterska", "Anställd minst 50 %", "Tålmodig", "Betyg saknas", "Studievägledning", "Praktik", TODAY)
STEP = StepWords("Ring Komvux", Responsible.OTHER, "Systern", date(2020, 6, 20))


def person(register: Register, name: str = "Åsa") -> UUID:
    with register.writing() as uow:
        return details.create(uow, PersonData(name, "Öberg")).record


def plan(register: Register, kind: PlanKind = PlanKind.CAREER, person_id: UUID | None = None) -> UUID:
    owner = person_id or person(register)
    with register.writing() as uow:
        if kind is PlanKind.HEALTH:
            agreed(uow, owner)
        return plans.create(uow, NewPlan(owner, kind, SITUATION, review_on=date(2020, 7, 27))).record


def goal(register: Register, plan_id: UUID, words: GoalWords = GOAL) -> UUID:
    with register.writing() as uow:
        return plans.add_goal(uow, plan_id=plan_id, words=words).record


def step(register: Register, goal_id: UUID, words: StepWords = STEP) -> UUID:
    with register.writing() as uow:
        return plans.add_step(uow, goal_id=goal_id, words=words).record


def milestone(register: Register, goal_id: UUID, text: str = "Antagen") -> UUID:
    with register.writing() as uow:
        return plans.add_milestone(uow, goal_id=goal_id, words=MilestoneWords(text, TODAY)).record


def view(register: Register, plan_id: UUID) -> PlanView:
    with register.writing() as uow:
        return plans.view(uow, plan_id)


def titles(register: Register, plan_id: UUID) -> list[str]:
    return [goal.words.title for goal in view(register, plan_id).goals]


@pytest.mark.parametrize("kind", PlanKind)
def test_a_plan_comes_back_as_it_was_written(register: Register, kind: PlanKind) -> None:
    plan_id = plan(register, kind)
    goal_id = goal(register, plan_id)
    step(register, goal_id)
    milestone(register, goal_id)
    with register.writing() as uow:
        plans.rate(uow, goal_id=goal_id, words=RatingWords(0), on=TODAY - timedelta(days=7))
        plans.rate(uow, goal_id=goal_id, words=RatingWords(10))
    seen = view(register, plan_id)
    assert (seen.kind, seen.status, seen.situation) == (kind, PlanStatus.DRAFT, SITUATION)
    assert (seen.person.text, seen.coach, seen.programme) == ("Åsa Öberg", "Coach Exempel", "")
    (only,) = seen.goals
    assert (only.words, only.steps[0].words) == (GOAL, STEP)
    assert only.milestones[0].words == MilestoneWords("Antagen", TODAY)
    assert [(rating.rated_on, rating.value) for rating in only.ratings] == [(date(2020, 6, 8), 0), (TODAY, 10)]


def test_a_fourth_goal_is_refused_kindly_and_changes_nothing(register: Register) -> None:
    plan_id = plan(register)
    for title in "ABC":
        goal(register, plan_id, GoalWords(title))
    with pytest.raises(UserError, match="Three goals are enough"):
        goal(register, plan_id, GoalWords("D"))
    assert titles(register, plan_id) == ["A", "B", "C"]


def test_a_goal_moves_and_stays_at_the_end_of_the_row(register: Register) -> None:
    plan_id = plan(register)
    first, _, last = (goal(register, plan_id, GoalWords(title)) for title in "ABC")
    with register.writing() as uow:
        plans.move_goal(uow, goal_id=last, up=True)
        plans.move_goal(uow, goal_id=first, up=True)
    assert titles(register, plan_id) == ["A", "C", "B"]


def test_steps_and_milestones_move(register: Register) -> None:
    plan_id = plan(register)
    goal_id = goal(register, plan_id)
    first = step(register, goal_id, StepWords("A"))
    step(register, goal_id, StepWords("B"))
    milestone(register, goal_id, "A")
    second = milestone(register, goal_id, "B")
    with register.writing() as uow:
        plans.move_step(uow, step_id=first, up=False)
        plans.move_milestone(uow, milestone_id=second, up=True)
    (only,) = view(register, plan_id).goals
    assert [step.words.text for step in only.steps] == ["B", "A"]
    assert [milestone.words.text for milestone in only.milestones] == ["B", "A"]


def test_every_part_can_be_changed_and_removed(register: Register) -> None:
    plan_id = plan(register)
    goal_id = goal(register, plan_id)
    step_id, milestone_id = step(register, goal_id), milestone(register, goal_id)
    with register.writing() as uow:
        plans.change_goal(uow, goal_id=goal_id, version=1, words=GoalWords("Nytt mål"))
        plans.change_step(uow, step_id=step_id, version=1, words=StepWords("Nytt steg"))
        plans.change_milestone(uow, milestone_id=milestone_id, version=1, words=MilestoneWords("Nytt delmål"))
    (only,) = view(register, plan_id).goals
    assert only.words == GoalWords("Nytt mål")
    assert (only.steps[0].words, only.milestones[0].words) == (StepWords("Nytt steg"), MilestoneWords("Nytt delmål"))
    with register.writing() as uow:
        rating_id = plans.rate(uow, goal_id=goal_id, words=RatingWords(3)).record
    with register.writing() as uow:
        plans.remove_step(uow, step_id=step_id)
        plans.remove_milestone(uow, milestone_id=milestone_id)
        plans.correct_ratings(uow, goal_id=goal_id, right=(), wrong=[rating_id])
    (only,) = view(register, plan_id).goals
    assert (only.steps, only.milestones, only.ratings) == ((), (), ())


def test_ratings_of_earlier_days_are_put_right_and_taken_away_in_one_go(register: Register) -> None:
    plan_id = plan(register)
    goal_id = goal(register, plan_id)
    with register.writing() as uow:
        for day, value in ((4, 3), (11, 5), (12, 9)):
            plans.rate(uow, goal_id=goal_id, words=RatingWords(value), on=date(2020, 5, day))
    first, second, third = view(register, plan_id).goals[0].ratings
    right = (replace(first, value=4), replace(second, rated_on=date(2020, 5, 10)))
    with register.writing() as uow:
        change = plans.correct_ratings(uow, goal_id=goal_id, right=right, wrong=[third.id])
    ratings = view(register, plan_id).goals[0].ratings
    assert [(rating.rated_on.day, rating.value) for rating in ratings] == [(4, 4), (10, 5)]
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    ratings = view(register, plan_id).goals[0].ratings
    assert [(rating.rated_on.day, rating.value) for rating in ratings] == [(4, 3), (11, 5), (12, 9)]
    first, second, third = ratings
    for wrong, refusal in (
        ((first, replace(second, rated_on=first.rated_on)), UserError),
        ((replace(first, rated_on=date(2021, 1, 1)),), InvalidInput),
        ((replace(first, value=11),), InvalidInput),
        ((replace(first, version=9),), Stale),
    ):
        with pytest.raises(refusal), register.writing() as uow:
            plans.correct_ratings(uow, goal_id=goal_id, right=wrong)


def test_ratings_are_put_right_only_with_their_own_goal(register: Register) -> None:
    plan_id = plan(register)
    mine, other = goal(register, plan_id), goal(register, plan_id)
    with register.writing() as uow:
        plans.rate(uow, goal_id=other, words=RatingWords(3))
    (rating,) = next(found for found in view(register, plan_id).goals if found.id == other).ratings
    for right, wrong in (((replace(rating, value=9),), ()), ((), (rating.id,))):
        with pytest.raises(ValueError, match="of the goal that is named"), register.writing() as uow:
            plans.correct_ratings(uow, goal_id=mine, right=right, wrong=wrong)


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(register: Register) -> None:
    plan_id = plan(register)
    goal_id = goal(register, plan_id)
    with register.writing() as uow:
        plans.change_goal(uow, goal_id=goal_id, version=1, words=GoalWords("Först"))
    with pytest.raises(Stale), register.writing() as uow:
        plans.change_goal(uow, goal_id=goal_id, version=1, words=GoalWords("Sedan"))
    assert titles(register, plan_id) == ["Först"]
    with register.writing() as uow:
        plans.change_situation(uow, plan_id=plan_id, version=1, situation=replace(SITUATION, current="Först"))
    with pytest.raises(Stale), register.writing() as uow:
        plans.change_situation(uow, plan_id=plan_id, version=1, situation=replace(SITUATION, current="Sedan"))


@pytest.mark.parametrize("kind", [PlanKind.CAREER, PlanKind.HEALTH])
def test_saving_the_same_words_again_is_no_change(register: Register, kind: PlanKind) -> None:
    plan_id = plan(register, kind)
    with register.writing() as uow:
        change = plans.change_situation(uow, plan_id=plan_id, version=1, situation=SITUATION)
    assert change.nouns == frozenset()
    assert view(register, plan_id).version == 1


@pytest.mark.parametrize("kind", [PlanKind.CAREER, PlanKind.HEALTH])
def test_removing_a_goal_is_undone_with_all_that_belonged_to_it(register: Register, kind: PlanKind) -> None:
    plan_id = plan(register, kind)
    goal_id = goal(register, plan_id)
    step(register, goal_id)
    milestone(register, goal_id)
    with register.writing() as uow:
        plans.rate(uow, goal_id=goal_id, words=RatingWords(7))
    before = view(register, plan_id).goals[0]
    with register.writing() as uow:
        change = plans.remove_goal(uow, goal_id=goal_id)
    assert titles(register, plan_id) == []
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    after = view(register, plan_id).goals[0]
    assert (after.words, len(after.steps), len(after.milestones)) == (before.words, 1, 1)
    assert after.ratings[0].value == 7


def test_a_tick_notes_the_day_and_can_be_taken_back(register: Register) -> None:
    plan_id = plan(register)
    goal_id = goal(register, plan_id)
    step_id, milestone_id = step(register, goal_id), milestone(register, goal_id)
    with register.writing() as uow:
        plans.tick_step(uow, step_id=step_id, done=True)
        plans.tick_milestone(uow, milestone_id=milestone_id, reached=True)
    (only,) = view(register, plan_id).goals
    assert (only.steps[0].done_on, only.milestones[0].reached_on, only.steps_done) == (TODAY, TODAY, 1)
    with register.writing() as uow:
        plans.tick_step(uow, step_id=step_id, done=False)
        plans.tick_milestone(uow, milestone_id=milestone_id, reached=False)
    (only,) = view(register, plan_id).goals
    assert (only.steps[0].done_on, only.milestones[0].reached_on, only.steps_done) == (None, None, 0)


def test_a_second_rating_on_a_day_replaces_the_first(register: Register) -> None:
    plan_id = plan(register)
    goal_id = goal(register, plan_id)
    with register.writing() as uow:
        plans.rate(uow, goal_id=goal_id, words=RatingWords(3))
    with register.writing() as uow:
        plans.rate(uow, goal_id=goal_id, words=RatingWords(4))
    assert [rating.value for rating in view(register, plan_id).goals[0].ratings] == [4]


@pytest.mark.parametrize("value", [-1, 11])
def test_a_rating_is_from_0_to_10(register: Register, value: int) -> None:
    goal_id = goal(register, plan(register))
    with pytest.raises(InvalidInput), register.writing() as uow:
        plans.rate(uow, goal_id=goal_id, words=RatingWords(value))


BAD_SITUATIONS = [
    ("ends_on", date(2019, 1, 1)),
    ("current", "x" * 20_001),
    ("language", "x" * 101),
    ("starts_on", date(20, 1, 1)),
]


@pytest.mark.parametrize(("field", "value"), BAD_SITUATIONS)
def test_a_situation_that_cannot_be_names_its_field(register: Register, field: str, value: object) -> None:
    plan_id = plan(register)
    bad = replace(SITUATION, **{field: value})  # type: ignore[arg-type]
    with pytest.raises(InvalidInput) as refused, register.writing() as uow:
        plans.change_situation(uow, plan_id=plan_id, version=1, situation=bad)
    assert refused.value.field == field
    assert view(register, plan_id).situation == SITUATION


def test_words_that_are_missing_or_too_long_name_their_field(register: Register) -> None:
    plan_id = plan(register)
    goal_id = goal(register, plan_id)
    tomorrow = TODAY + timedelta(days=1)
    with register.writing() as uow:
        attempts: list[tuple[str, Callable[[], object]]] = [
            ("title", lambda: plans.add_goal(uow, plan_id=plan_id, words=GoalWords(" "))),
            ("signs", lambda: plans.add_goal(uow, plan_id=plan_id, words=GoalWords("A", signs="x" * 20_001))),
            ("text", lambda: plans.add_step(uow, goal_id=goal_id, words=StepWords(""))),
            ("due_on", lambda: plans.add_step(uow, goal_id=goal_id, words=StepWords("A", due_on=date(20, 1, 1)))),
            ("text", lambda: plans.add_milestone(uow, goal_id=goal_id, words=MilestoneWords("x" * 201))),
            ("happened", lambda: plans.hold_review(uow, plan_id=plan_id, words=ReviewWords(TODAY, ""))),
            ("held_on", lambda: plans.hold_review(uow, plan_id=plan_id, words=ReviewWords(tomorrow, "Bra"))),
            ("rated_on", lambda: plans.rate(uow, goal_id=goal_id, words=RatingWords(1), on=tomorrow)),
        ]
        for field, attempt in attempts:
            with pytest.raises(InvalidInput) as refused:
                attempt()
            assert refused.value.field == field


def test_a_completed_plan_is_kept_as_it_is_until_it_is_opened_again(register: Register) -> None:
    plan_id = plan(register)
    goal_id = goal(register, plan_id)
    with register.writing() as uow:
        plans.close(uow, plan_id=plan_id)
    with pytest.raises(UserError, match="completed"), register.writing() as uow:
        plans.change_goal(uow, goal_id=goal_id, version=1, words=GoalWords("Nytt"))
    with register.writing() as uow:
        plans.reopen(uow, plan_id=plan_id)
        plans.change_goal(uow, goal_id=goal_id, version=1, words=GoalWords("Nytt"))
    assert titles(register, plan_id) == ["Nytt"]


@pytest.mark.parametrize("kind", [PlanKind.PERSONAL, PlanKind.HEALTH])
def test_a_plan_made_by_mistake_can_be_removed_and_that_undone(register: Register, kind: PlanKind) -> None:
    plan_id = plan(register, kind)
    step(register, goal(register, plan_id))
    with register.writing() as uow:
        plans.hold_review(uow, plan_id=plan_id, words=ReviewWords(TODAY, "Bra"))
    with register.writing() as uow:
        change = plans.remove(uow, plan_id=plan_id)
    with pytest.raises(NotFound):
        view(register, plan_id)
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    assert titles(register, plan_id) == ["Undersköterska"]


def test_what_does_not_exist_is_not_found(register: Register) -> None:
    with register.writing() as uow:
        for missing in (
            lambda: plans.view(uow, uuid4()),
            lambda: plans.remove_goal(uow, goal_id=uuid4()),
            lambda: plans.remove_step(uow, step_id=uuid4()),
            lambda: plans.create(uow, NewPlan(uuid4(), PlanKind.CAREER, SITUATION)),
        ):
            with pytest.raises(NotFound):
                missing()


def test_the_list_tells_progress_and_what_is_due_next_follow_up_first(register: Register) -> None:
    owner = person(register)
    late, ahead = plan(register, person_id=owner), plan(register, PlanKind.PERSONAL, owner)
    closed = plan(register)
    with register.writing() as uow:
        for plan_id in (late, closed):
            (planned,) = plans.view(uow, plan_id).planned
            plans.change_review_time(uow, review_id=planned.id, version=planned.version, time=ReviewTime(TODAY))
        plans.close(uow, plan_id=closed)
    goal_id = goal(register, late)
    ticked = step(register, goal_id)
    step(register, goal_id)
    with register.writing() as uow:
        plans.tick_step(uow, step_id=ticked, done=True)
    with register.reading() as uow:
        rows = {row.id: row for row in plans.all_plans(uow)}
        assert [row.id for row in plans.of_person(uow, owner)] == [late, ahead]
        assert [row.id for row in plans.due(uow)] == [late]
        assert plans.due(uow, coach_id=uuid4()) == ()
        assert [row.id for row in plans.due(uow, coach_id=uow.user.id)] == [late]
    assert (rows[late].goals, rows[late].steps, rows[late].steps_done, rows[late].due) == (1, 2, 1, True)
    assert (rows[ahead].due, rows[closed].due, rows[closed].status) == (False, False, PlanStatus.CLOSED)
    assert rows[late].person.text == "Åsa Öberg"


def test_a_page_of_plans_holds_the_first_of_a_filter_and_a_name(register: Register) -> None:
    ours = [plan(register) for _ in range(3)]
    closed = plan(register, PlanKind.PERSONAL)
    with register.writing() as uow:
        plans.close(uow, plan_id=closed)
        hidden = details.create(uow, PersonData("Dold", "Ek", protection=Protection.CONFIDENTIALITY_MARKING)).record
    shielded = plan(register, PlanKind.PERSONAL, hidden)
    with register.reading() as uow:
        first = plans.page(uow, limit=2)
        assert (len(first.rows), first.total) == (2, 4)
        assert {row.id for row in plans.page(uow, PlanFilter.CAREER).rows} == set(ours)
        assert [row.id for row in plans.page(uow, PlanFilter.FINISHED).rows] == [closed]
        assert (plans.page(uow, words="asa ob", limit=1).total, plans.page(uow, words="dold").total) == (3, 0)
        (found,) = plans.page(uow, PlanFilter.PERSONAL).rows
        assert [row.id for row in plans.page(uow, words=str(found.person.reference)).rows] == [shielded] == [found.id]
        assert plans.page(uow, PlanFilter.HEALTH).any_plan


def test_the_meeting_sees_goals_of_open_plans_and_the_steps_left_but_never_health(register: Register) -> None:
    owner = person(register)
    plan_id = plan(register, person_id=owner)
    goal_id = goal(register, plan_id)
    ticked = step(register, goal_id)
    step(register, goal_id, StepWords("Kvar"))
    goal(register, plan(register, PlanKind.HEALTH, owner), GoalWords("Sova"))
    with register.writing() as uow:
        plans.tick_step(uow, step_id=ticked, done=True)
        plans.rate(uow, goal_id=goal_id, words=RatingWords(4))
    with register.reading() as uow:
        (line,) = plans.goals_of_person(uow, owner)
    assert (line.title, line.rating, [step.words.text for step in line.steps]) == ("Undersköterska", 4, ["Kvar"])


def test_lists_ask_the_register_a_few_questions_however_many_plans_there_are(sqlite_register: Register) -> None:
    owner = person(sqlite_register)
    for _ in range(12):
        step(sqlite_register, goal(sqlite_register, plan(sqlite_register, person_id=owner)))
    asked: list[str] = []
    event.listen(sqlite_register.engine, "before_cursor_execute", lambda *about: asked.append(about[2]))
    with sqlite_register.reading() as uow:
        assert len(plans.all_plans(uow)) == 12
        assert len(asked) <= 3
        plans.goals_of_person(uow, owner)  # the first look of a sitting leaves its row
    asked.clear()
    with sqlite_register.reading() as uow:
        plans.goals_of_person(uow, owner)
    assert len(asked) <= 7  # BEGIN, the gate, the plans, and what their goals have


def test_every_row_of_a_plan_is_in_its_persons_history(register: Register) -> None:
    owner = person(register)
    plan_id = plan(register, person_id=owner)
    goal_id = goal(register, plan_id)
    step(register, goal_id)
    milestone(register, goal_id)
    with register.writing() as uow:
        plans.rate(uow, goal_id=goal_id, words=RatingWords(4))
        plans.hold_review(uow, plan_id=plan_id, words=ReviewWords(TODAY, "Bra"))
    with register.reading() as uow:
        entries = uow.session.scalars(select(HistoryEntry).where(HistoryEntry.person_id == owner)).all()
        assert chain.verify(uow.session) is None
        assert uow.get(Plan, plan_id).person_id == owner
    assert {entry.noun for entry in entries} >= {
        "plan",
        "plan_goal",
        "plan_step",
        "plan_milestone",
        "plan_rating",
        "plan_review",
    }
