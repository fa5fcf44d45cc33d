"""Two papers of a plan never claim to be the same version while they say different things, whatever was done between them."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobbpunkt import plans
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from jobbpunkt.documents.plan import plan_paper
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.plans import (
    CompletionWords,
    GoalWords,
    MilestoneWords,
    PlanView,
    RatingWords,
    ReviewTime,
    ReviewWords,
    StepWords,
    frozen,
)
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from models.plan import PlanVersion
from models.vocabulary import PlanKind
from tests.services.test_plans import TODAY, goal, plan, step, view

WORDS = Words("sv")
Deed = Callable[[Writing, PlanView, int], object]


def claim(register: Register, plan_id: UUID) -> str:
    """Return what a paper printed now says it is."""
    with register.writing() as uow:
        return str(plan_paper(plans.document(uow, plan_id, WORDS), PaperWords("sv")).foot)


def content(register: Register, plan_id: UUID) -> str:
    return frozen.told(view(register, plan_id))


def _situation(uow: Writing, seen: PlanView, number: int) -> object:
    said = replace(seen.situation, current=f"Nu {number}")
    return plans.change_situation(uow, plan_id=seen.id, version=seen.version, situation=said)


def _review_day(uow: Writing, seen: PlanView, number: int) -> object:
    return plans.plan_review(uow, plan_id=seen.id, time=ReviewTime(TODAY + timedelta(days=number)))


def _goal(uow: Writing, seen: PlanView, number: int) -> object:
    return plans.change_goal(
        uow, goal_id=seen.goals[0].id, version=seen.goals[0].version, words=GoalWords("Körkort", f"Sätt {number}")
    )


def _step(uow: Writing, seen: PlanView, number: int) -> object:
    return plans.add_step(uow, goal_id=seen.goals[0].id, words=StepWords(f"Steg {number}"))


def _no_step(uow: Writing, seen: PlanView, number: int) -> object:
    steps = seen.goals[0].steps
    return plans.remove_step(uow, step_id=steps[number % len(steps)].id) if steps else None


def _milestone(uow: Writing, seen: PlanView, number: int) -> object:
    return plans.add_milestone(uow, goal_id=seen.goals[0].id, words=MilestoneWords(f"Delmål {number}"))


def _tick(uow: Writing, seen: PlanView, number: int) -> object:
    steps = seen.goals[0].steps
    return plans.tick_step(uow, step_id=steps[number % len(steps)].id, done=number % 2 == 0) if steps else None


def _rate(uow: Writing, seen: PlanView, number: int) -> object:
    return plans.rate(uow, goal_id=seen.goals[0].id, words=RatingWords(number))


def _no_rating(uow: Writing, seen: PlanView, _number: int) -> object:
    ratings = [rating.id for rating in seen.goals[0].ratings]
    return plans.correct_ratings(uow, goal_id=seen.goals[0].id, right=(), wrong=ratings) if ratings else None


def _review(uow: Writing, seen: PlanView, number: int) -> object:
    return plans.hold_review(uow, plan_id=seen.id, words=ReviewWords(TODAY, f"Hände {number}"))


def _adopt(uow: Writing, seen: PlanView, _number: int) -> object:
    return plans.adopt(uow, plan_id=seen.id, version=seen.version, words=WORDS)


def _close(uow: Writing, seen: PlanView, number: int) -> object:
    return plans.close(uow, plan_id=seen.id, words=CompletionWords(TODAY, f"Bra {number}"))


def _reopen(uow: Writing, seen: PlanView, _number: int) -> object:
    return plans.reopen(uow, plan_id=seen.id)


DEEDS: dict[str, Deed] = {
    "situation": _situation,
    "day of the follow-up": _review_day,
    "goal": _goal,
    "step": _step,
    "no step": _no_step,
    "milestone": _milestone,
    "tick": _tick,
    "rate": _rate,
    "no rating": _no_rating,
    "review": _review,
    "adopt": _adopt,
    "close": _close,
    "reopen": _reopen,
}


def do(register: Register, plan_id: UUID, name: str, number: int) -> UUID | None:
    """Do one thing with a plan; return its transaction, or None where it is refused."""
    seen = view(register, plan_id)
    try:
        with register.writing() as uow:
            DEEDS[name](uow, seen, number)
            return uow.transaction
    except UserError:
        return None  # a completed plan, for one, is changed by nothing


@given(deeds=st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 4), st.booleans()), min_size=2, max_size=10))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("kind", [PlanKind.CAREER, PlanKind.HEALTH])
def test_the_claim_differs_or_the_content_is_the_same(
    register: Register, kind: PlanKind, deeds: list[tuple[str, int, bool]]
) -> None:
    plan_id = plan(register, kind)
    step(register, goal(register, plan_id))
    printed: dict[str, str] = {claim(register, plan_id): content(register, plan_id)}
    for name, number, undone in deeds:
        done = do(register, plan_id, name, number)
        papers = [(claim(register, plan_id), content(register, plan_id))]
        if undone and done is not None and name != "adopt":
            with suppress(UserError), register.writing() as uow:
                undo.undo(uow, done)
            papers.append((claim(register, plan_id), content(register, plan_id)))
        for said, held in papers:
            assert printed.setdefault(said, held) == held, (said, name)


def test_a_version_that_moved_on_says_until_when(register: Register) -> None:
    plan_id = plan(register)
    step_id = step(register, goal(register, plan_id))
    do(register, plan_id, "adopt", 0)
    assert claim(register, plan_id).startswith("Min karriärplan, version 1, fastställd 15 juni 2020.")
    with register.writing() as uow:
        plans.tick_step(uow, step_id=step_id, done=True)
    first = claim(register, plan_id)
    assert first.startswith("Min karriärplan, version 1 med anteckningar till och med måndag 15 juni 2020 (")
    with register.writing() as uow:
        plans.rate(uow, goal_id=view(register, plan_id).goals[0].id, words=RatingWords(7))
    assert claim(register, plan_id) != first


def test_a_version_is_kept_in_a_form_that_can_be_compared(register: Register) -> None:
    plan_id = plan(register, PlanKind.HEALTH)
    goal(register, plan_id)
    do(register, plan_id, "adopt", 0)
    with register.reading() as uow:
        (version,) = [uow.get(PlanVersion, one.id) for one in view(register, plan_id).versions]
        assert "Undersköterska" not in version.body
        assert version.body
