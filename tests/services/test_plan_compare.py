"""Versions side by side: what was added, changed and taken away, and which cannot be compared."""

from dataclasses import replace
from uuid import UUID

import pytest

from jobbpunkt import plans
from jobbpunkt.base.errors import NotFound, UserError
from jobbpunkt.plans import Comparison, GoalWords, PartChange, RatingWords, Sign, StepWords
from jobbpunkt.register.opening import Register
from models.plan import PlanVersion
from models.types import SealedText
from models.vocabulary import PlanKind, Role
from tests.colleagues import colleague
from tests.services.test_plan_claims import do
from tests.services.test_plans import goal, plan, step, view
from tests.services.test_promises import reads


def compared(register: Register, plan_id: UUID, before: UUID, after: UUID | None = None) -> Comparison:
    with register.writing() as uow:
        return plans.compare(uow, plan_id, before, after)


def told(change: PartChange) -> tuple[str, Sign, str, dict[str, tuple[object, object]]]:
    return change.kind, change.sign, change.goal, {field.name: (field.before, field.after) for field in change.fields}


@pytest.fixture(params=[PlanKind.CAREER, PlanKind.HEALTH])
def changed(register: Register, request: pytest.FixtureRequest) -> UUID:
    """Return a plan that was adopted, and then changed, added to and taken from."""
    plan_id = plan(register, request.param)
    goal_id = goal(register, plan_id, GoalWords("Undersköterska", "Anställd halvtid"))
    gone, stays = step(register, goal_id, StepWords("Ring Komvux")), step(register, goal_id, StepWords("Skriv CV"))
    do(register, plan_id, "adopt", 0)
    with register.writing() as uow:
        plans.change_goal(uow, goal_id=goal_id, version=1, words=GoalWords("Undersköterska", "Anställd heltid"))
        plans.remove_step(uow, step_id=gone)
        plans.tick_step(uow, step_id=stays, done=True)
        plans.add_step(uow, goal_id=goal_id, words=StepWords("Öva intervju"))
    return plan_id


def test_what_was_added_changed_and_taken_away_is_told_by_goal(register: Register, changed: UUID) -> None:
    found = compared(register, changed, view(register, changed).versions[0].id)
    assert (found.before.number, found.after.number) == (1, None)
    assert [told(one)[:3] for one in found.changes] == [
        ("goals", Sign.CHANGED, "Undersköterska"),
        ("steps", Sign.CHANGED, "Undersköterska"),
        ("steps", Sign.ADDED, "Undersköterska"),
        ("steps", Sign.GONE, "Undersköterska"),
    ]
    assert told(found.changes[0])[3] == {"measure": ("Anställd halvtid", "Anställd heltid")}
    assert told(found.changes[1])[3] == {"done_on": (None, "2020-06-15")}
    assert told(found.changes[3])[3]["text"] == ("Ring Komvux", None)


def test_a_rating_of_0_is_told_when_it_is_taken_away_and_no_carrying_of_a_step_that_never_was(register: Register) -> None:
    plan_id = plan(register)
    goal_id = goal(register, plan_id)
    with register.writing() as uow:
        rating = plans.rate(uow, goal_id=goal_id, words=RatingWords(0)).record
    do(register, plan_id, "adopt", 0)
    with register.writing() as uow:
        plans.correct_ratings(uow, goal_id=goal_id, right=[], wrong=[rating])
        plans.add_step(uow, goal_id=goal_id, words=StepWords("Öva intervju"))
    added, gone = compared(register, plan_id, view(register, plan_id).versions[0].id).changes
    assert told(added)[3].keys() == {"text", "responsible"}
    assert told(gone)[3]["value"] == (0, None)


def test_two_versions_are_compared_with_each_other(register: Register, changed: UUID) -> None:
    do(register, changed, "adopt", 0)
    second, first = (version.id for version in view(register, changed).versions)
    assert compared(register, changed, first, second).changes == compared(register, changed, first).changes
    assert compared(register, changed, second).changes == ()


def test_a_health_plan_is_noted_before_it_is_compared_and_is_not_there_without_the_key(register: Register) -> None:
    plan_id = plan(register, PlanKind.HEALTH)
    goal(register, plan_id)
    do(register, plan_id, "adopt", 0)
    version, before = view(register, plan_id).versions[0].id, reads(register)
    compared(register, plan_id, version)
    assert reads(register) == before + 1
    with colleague(register, [Role.COACH]) as without, pytest.raises(NotFound), without.writing() as uow:
        plans.compare(uow, plan_id, version)


def test_an_old_version_says_that_it_cannot_be_compared_and_why(register: Register) -> None:
    plan_id = plan(register)
    goal(register, plan_id)
    do(register, plan_id, "adopt", 0)
    version = view(register, plan_id).versions[0]
    with register.writing() as uow:
        uow.get(PlanVersion, version.id).body = SealedText("")
    assert not view(register, plan_id).versions[0].is_comparable
    with pytest.raises(UserError, match="before versions were kept so that they can be compared"):
        compared(register, plan_id, version.id)


def test_a_damaged_version_is_not_compared(register: Register) -> None:
    plan_id = plan(register)
    goal(register, plan_id)
    do(register, plan_id, "adopt", 0)
    version = view(register, plan_id).versions[0]
    with register.writing() as uow:
        uow.get(PlanVersion, version.id).pdf += b"1"
    with pytest.raises(UserError, match="damaged"):
        compared(register, plan_id, version.id)
    assert replace(version, is_comparable=True) == version
