"""Health plans and protected people's plans: for whoever may not see them they are not there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import LargeBinary, func, select, text
from sqlalchemy.exc import NoResultFound

from jobbpunkt import plans, programmes
from jobbpunkt.base.errors import NotAllowed, NotFound, UserError
from jobbpunkt.base.words import Words
from jobbpunkt.documents.setting import Wish
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.plans import (
    Excuse,
    GoalWords,
    MilestoneWords,
    NewPlan,
    RatingWords,
    ReviewTime,
    ReviewWords,
    Situation,
    StepAnswer,
    StepFate,
    StepWords,
)
from jobbpunkt.printing import batches
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register import finding
from jobbpunkt.register.keys import HEALTH, PROTECTED
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from models.history import HistoryEntry
from models.plan import Plan
from models.tables import metadata
from models.vocabulary import CalledOff, HistoryAction, PlanKind, Protection, Role
from tests.colleagues import EVERY_KEY, colleague
from tests.consents import agreed
from tests.services.test_plans import GOAL, SITUATION, TODAY, goal, person, plan, step

CANARY = "kanariefågel"
ROLES = [(), (Role.COACH,), (Role.PROJECT_LEAD,), (Role.SUPERVISOR,), (Role.ADMINISTRATOR,), (Role.COACH, Role.SUPERVISOR)]


def secret_plan(register: Register) -> tuple[UUID, UUID]:
    """Make a health plan with a canary in every text, changed and removed again here and there, and rated 9."""
    owner = person(register)
    said = Situation(TODAY, f"{CANARY} nu", f"{CANARY} sedan", f"{CANARY} språk", f"{CANARY} tolk")
    said = replace(said, own={"sleep": f"{CANARY} sömn"})
    with register.writing() as uow:
        agreed(uow, owner)
        plan_id = plans.create(uow, NewPlan(owner, PlanKind.HEALTH, said, review_on=TODAY)).record
    words = GoalWords(CANARY, CANARY, CANARY, CANARY, CANARY, CANARY)
    goal_id = goal(register, plan_id, words)
    step_id = step(register, goal_id, StepWords(f"{CANARY} steg"))
    with register.writing() as uow:
        plans.change_goal(uow, goal_id=goal_id, version=1, words=replace(words, title=f"{CANARY} ändrat"))
        plans.add_milestone(uow, goal_id=goal_id, words=MilestoneWords(f"{CANARY} delmål"))
        plans.rate(uow, goal_id=goal_id, words=RatingWords(9), on=TODAY - timedelta(days=1))
        plans.hold_review(
            uow,
            plan_id=plan_id,
            words=ReviewWords(TODAY, f"{CANARY} hände"),
            ratings={goal_id: RatingWords(9, evidence=f"{CANARY} syns")},
            answers={step_id: StepAnswer(StepFate.DROPPED, reason=f"{CANARY} därför")},
            following=ReviewTime(TODAY),
        )
        called = plans.plan_review(uow, plan_id=plan_id, time=ReviewTime(TODAY)).record
        plans.miss_review(uow, review_id=called, version=1, excuse=Excuse(CalledOff.OTHER, f"{CANARY} sjuk"))
    with register.writing() as uow:
        plans.remove_step(uow, step_id=step_id)
    return owner, plan_id


@pytest.mark.parametrize("roles", ROLES)
@pytest.mark.parametrize("keys", [(), (HEALTH,), EVERY_KEY])
def test_a_health_plan_exists_only_with_the_right_and_the_key(
    register: Register, roles: tuple[Role, ...], keys: tuple[str, ...]
) -> None:
    owner, secret = secret_plan(register)
    ordinary = plan(register, person_id=owner)
    with colleague(register, roles, keys) as other, other.writing() as uow:
        allowed = Role.COACH in roles and HEALTH in keys
        if Role.COACH not in roles:
            for ask in (plans.all_plans, plans.page, plans.due, lambda uow: plans.of_person(uow, owner)):
                with pytest.raises(NotAllowed):
                    ask(uow)
            return
        everywhere = [plans.all_plans(uow), plans.of_person(uow, owner), plans.due(uow)]
        assert [secret in {row.id for row in rows} for rows in everywhere] == [allowed] * 3
        assert ordinary in {row.id for row in plans.all_plans(uow)}
        assert {line.plan_id for line in plans.goals_of_person(uow, owner)} <= {ordinary}
        if allowed:
            assert plans.view(uow, secret).situation.current == f"{CANARY} nu"
        else:
            with pytest.raises(NotFound):
                plans.view(uow, secret)


def parts_of(register: Register, plan_id: UUID) -> dict[str, UUID]:
    with register.writing() as uow:
        seen = plans.view(uow, plan_id)
        return {
            "plan_id": plan_id,
            "goal_id": seen.goals[0].id,
            "milestone_id": seen.goals[0].milestones[0].id,
            "rating_id": seen.goals[0].ratings[0].id,
            "review_id": seen.reviews[0].id,
        }


def ways_in(uow: Writing, parts: dict[str, UUID]) -> list[Callable[[], object]]:
    plan_id, goal_id = parts["plan_id"], parts["goal_id"]
    words = MilestoneWords("Nytt")
    return [
        lambda: plans.change_situation(uow, plan_id=plan_id, version=1, situation=SITUATION),
        lambda: plans.close(uow, plan_id=plan_id),
        lambda: plans.reopen(uow, plan_id=plan_id),
        lambda: plans.remove(uow, plan_id=plan_id),
        lambda: plans.add_goal(uow, plan_id=plan_id, words=GOAL),
        lambda: plans.change_goal(uow, goal_id=goal_id, version=2, words=GOAL),
        lambda: plans.move_goal(uow, goal_id=goal_id, up=True),
        lambda: plans.remove_goal(uow, goal_id=goal_id),
        lambda: plans.add_step(uow, goal_id=goal_id, words=StepWords("Nytt")),
        lambda: plans.change_milestone(uow, milestone_id=parts["milestone_id"], version=1, words=words),
        lambda: plans.tick_milestone(uow, milestone_id=parts["milestone_id"], reached=True),
        lambda: plans.remove_milestone(uow, milestone_id=parts["milestone_id"]),
        lambda: plans.rate(uow, goal_id=goal_id, words=RatingWords(1)),
        lambda: plans.correct_ratings(uow, goal_id=goal_id, right=(), wrong=[parts["rating_id"]]),
        lambda: plans.hold_review(uow, plan_id=plan_id, words=ReviewWords(TODAY, "Nytt")),
        lambda: plans.remove_review(uow, review_id=parts["review_id"]),
    ]


@pytest.mark.parametrize("roles", [(Role.COACH,), (Role.SUPERVISOR,), (Role.PROJECT_LEAD,), (Role.ADMINISTRATOR,)])
def test_no_way_in_changes_a_health_plan_without_the_key(register: Register, roles: tuple[Role, ...]) -> None:
    _, plan_id = secret_plan(register)
    parts = parts_of(register, plan_id)
    with register.reading() as uow:
        before = uow.session.scalar(select(func.count(HistoryEntry.number)))
    with colleague(register, roles) as other, other.writing() as uow:
        for attempt in ways_in(uow, parts):
            with pytest.raises((NotFound, NotAllowed)):
                attempt()
    with register.reading() as uow:
        after = uow.session.scalar(select(func.count(HistoryEntry.number)))
    assert (after or 0) - (before or 0) == 2  # the colleague was added and signed in


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.PROJECT_LEAD, Role.ADMINISTRATOR])
def test_nobody_but_a_coach_reads_or_changes_an_ordinary_plan(register: Register, role: Role) -> None:
    plan_id = plan(register)
    with colleague(register, [role]) as other, other.writing() as uow:
        with pytest.raises(NotAllowed):
            plans.view(uow, plan_id)
        with pytest.raises(NotAllowed):
            plans.add_goal(uow, plan_id=plan_id, words=GOAL)


@pytest.mark.parametrize("role", [Role.PROJECT_LEAD, Role.SUPERVISOR])
def test_nothing_said_in_a_health_plan_is_readable_with_the_register_key_alone(register: Register, role: Role) -> None:
    secret_plan(register)
    with colleague(register, [role]) as other, other.reading() as uow:
        stored = [
            str(bytes(value) if isinstance(column.type, LargeBinary) else value)
            for table in metadata().sorted_tables
            for column in table.columns
            for (value,) in uow.session.execute(select(column))
        ]
        assert [value for value in stored if CANARY in value or '"value"' in value] == []
        assert finding.find(uow, CANARY) == ()


def test_the_canary_would_be_found_in_an_ordinary_plan(register: Register) -> None:
    plan_id = plan(register)
    goal(register, plan_id, GoalWords(CANARY))
    with register.reading() as uow:
        assert CANARY in str(uow.session.execute(text("SELECT body FROM plan_goal")).all())


def test_each_reading_of_a_health_plan_is_in_the_history_before_it_is_shown(register: Register) -> None:
    owner, plan_id = secret_plan(register)
    wanted = select(HistoryEntry).where(HistoryEntry.action == HistoryAction.READ, HistoryEntry.record_id == plan_id)
    with register.writing() as uow:
        assert uow.session.scalars(wanted).all() == []
        plans.view(uow, plan_id)
    with register.reading() as uow:
        (entry,) = uow.session.scalars(wanted).all()
        assert (entry.user_id, entry.person_id, entry.noun) == (uow.user.id, owner, "plan")


def test_an_ordinary_plan_is_read_with_one_row_a_sitting_of_its_person(register: Register) -> None:
    plan_id = plan(register)
    for _ in range(2):
        with register.writing() as uow:
            person = plans.view(uow, plan_id).person_id
    with register.reading() as uow:
        read = select(HistoryEntry.noun, HistoryEntry.record_id).where(HistoryEntry.action == HistoryAction.READ)
        assert [tuple(row) for row in uow.session.execute(read)] == [("person", person)]


def test_a_health_plan_is_not_shown_where_the_note_would_not_be_kept(register: Register) -> None:
    _, plan_id = secret_plan(register)
    with pytest.raises(AttributeError, match="note"), register.reading() as uow:
        plans.view(uow, plan_id)  # type: ignore[arg-type]  # what the types forbid shows nothing either


def test_a_health_plan_is_not_shown_when_the_note_cannot_be_written(register: Register) -> None:
    _, plan_id = secret_plan(register)
    with register.writing() as uow:
        uow.session.execute(text("DELETE FROM history_head"))
    with pytest.raises(NoResultFound), register.writing() as uow:
        plans.view(uow, plan_id)


def test_after_ones_own_change_the_plan_is_shown_without_another_note(register: Register) -> None:
    _, plan_id = secret_plan(register)
    with register.writing() as uow:
        change = plans.close(uow, plan_id=plan_id)
        assert plans.view_after(uow, plan_id, change).goals[0].words.title == f"{CANARY} ändrat"
    with pytest.raises(ValueError, match="another transaction"), register.writing() as uow:
        plans.view_after(uow, plan_id, change)


@pytest.mark.parametrize("roles", [(Role.COACH,), (Role.SUPERVISOR,), (Role.ADMINISTRATOR,)])
def test_nobody_makes_a_health_plan_that_they_could_not_open(register: Register, roles: tuple[Role, ...]) -> None:
    owner = person(register)
    with colleague(register, roles) as other, pytest.raises(NotAllowed), other.writing() as uow:
        plans.create(uow, NewPlan(owner, PlanKind.HEALTH, SITUATION))


def test_a_sealed_text_moved_to_another_row_is_refused(register: Register) -> None:
    _, first = secret_plan(register)
    second = plan(register, PlanKind.HEALTH)
    with register.writing() as uow:
        uow.get(Plan, second).body = uow.get(Plan, first).body
    with pytest.raises(UserError, match="damaged, or was moved"), register.writing() as uow:
        plans.view(uow, second)


@pytest.mark.parametrize(("keys", "seen"), [((), False), ((PROTECTED,), True)])
def test_a_protected_persons_plan_exists_only_with_the_key_for_it(register: Register, keys: tuple[str, ...], seen: bool) -> None:
    with register.writing() as uow:
        shielded = details.create(uow, PersonData("Åsa", "Öberg", protection=Protection.CONFIDENTIALITY_MARKING)).record
    plan_id = plan(register, person_id=shielded)
    with colleague(register, [Role.COACH], keys) as other, other.writing() as uow:
        assert [row.id for row in plans.all_plans(uow)] == ([plan_id] if seen else [])
        if seen:
            assert plans.view(uow, plan_id).person.text == ""
            return
        with pytest.raises(NotFound):
            plans.view(uow, plan_id)
        with pytest.raises(UserError, match="key"):
            plans.create(uow, NewPlan(shielded, PlanKind.CAREER, SITUATION))


@pytest.mark.parametrize("keys", [(), (HEALTH,), EVERY_KEY])
def test_a_batch_holds_only_the_plans_that_one_may_see_and_names_nobody_who_is_protected(
    register: Register, keys: tuple[str, ...], words_sv: Words
) -> None:
    owner, secret = secret_plan(register)
    with register.writing() as uow:
        hidden = details.create(uow, PersonData("Kanarie", "Fågel", protection=Protection.CONFIDENTIALITY_MARKING)).record
        programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        for someone in (owner, hidden):
            programmes.enrol(uow, programme, someone, starts_on=TODAY)
            plans.create(uow, NewPlan(someone, PlanKind.CAREER, Situation(TODAY)))
    with colleague(register, [Role.COACH], keys) as other, other.writing() as uow:
        found = batches.plans_of_programme(uow, programme, words_sv)
        drawn = [one.gather(uow, words_sv, Wish()).data for one in found]
        assert sum(data.kind is PlanKind.HEALTH for data in drawn) == (HEALTH in keys)
        assert not any("Kanarie" in one.name or CANARY in one.name for one in found)
        assert len(found) == 1 + (HEALTH in keys) + (PROTECTED in keys)
    assert secret
