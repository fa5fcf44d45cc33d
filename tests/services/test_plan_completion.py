"""Completing a plan: how it went is kept, put right, taken up again and undone; what is wrong is said."""

from datetime import timedelta
from uuid import uuid4

import pytest

from jobbpunkt import plans
from jobbpunkt.base.errors import InvalidInput, Stale, UserError
from jobbpunkt.plans import CompletionWords
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from models.plan import PlanCompletion
from models.vocabulary import PlanKind, PlanStatus
from tests.services.test_plans import TODAY, goal, plan, step, view


@pytest.mark.parametrize("kind", PlanKind)
def test_how_it_went_comes_back_as_it_was_written(register: Register, kind: PlanKind) -> None:
    plan_id = plan(register, kind)
    goal_id = goal(register, plan_id)
    step_id = step(register, goal_id)
    words = CompletionWords(
        TODAY, "Jag vågar ringa nu.", "Mycket gjort", ((goal_id, "Halvvägs"),), ((step_id, "Kursen ställdes in"),)
    )
    with register.writing() as uow:
        change = plans.close(uow, plan_id=plan_id, words=words)
    seen = view(register, plan_id)
    assert seen.status is PlanStatus.CLOSED
    assert seen.completion is not None
    assert seen.completion.words == words
    with register.reading() as uow:
        kept = uow.get(PlanCompletion, seen.completion.id).body
        assert ("Kursen" in kept) == (kind is not PlanKind.HEALTH)
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    assert (view(register, plan_id).status, view(register, plan_id).completion) == (PlanStatus.DRAFT, None)


def test_it_is_put_right_upon_what_was_seen_and_offered_when_completed_anew(register: Register) -> None:
    plan_id = plan(register)
    with register.writing() as uow:
        plans.close(uow, plan_id=plan_id, words=CompletionWords(TODAY, "Bra"))
    with register.writing() as uow:
        plans.change_completion(uow, plan_id=plan_id, version=1, words=CompletionWords(TODAY, "Mycket bra"))
    with pytest.raises(Stale), register.writing() as uow:
        plans.change_completion(uow, plan_id=plan_id, version=1, words=CompletionWords(TODAY, "Dåligt"))
    with register.writing() as uow:
        plans.reopen(uow, plan_id=plan_id)
    seen = view(register, plan_id)
    assert seen.completion is not None
    assert seen.completion.words.own == "Mycket bra"
    with pytest.raises(UserError, match="not completed"), register.writing() as uow:
        plans.change_completion(uow, plan_id=plan_id, version=2, words=CompletionWords(TODAY))
    with register.writing() as uow:
        plans.close(uow, plan_id=plan_id, words=CompletionWords(TODAY, "Klart"))
    assert view(register, plan_id).status is PlanStatus.CLOSED


@pytest.mark.parametrize(
    "words",
    [
        CompletionWords(TODAY + timedelta(days=1)),
        CompletionWords(TODAY - timedelta(days=1)),
        CompletionWords(TODAY, own="x" * 100_001),
        CompletionWords(TODAY, steps=((uuid4(), "x" * 100_001),)),
    ],
)
def test_what_cannot_be_so_is_refused_and_nothing_is_changed(register: Register, words: CompletionWords) -> None:
    plan_id = plan(register)
    with pytest.raises(InvalidInput), register.writing() as uow:
        plans.close(uow, plan_id=plan_id, words=words)
    assert view(register, plan_id).status is PlanStatus.DRAFT
