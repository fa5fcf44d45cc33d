"""The library of goals and steps: what a register begins with, and how the office makes it its own."""

import pytest

from jobbpunkt import suggestions
from jobbpunkt.base.errors import InvalidInput, Stale
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from jobbpunkt.suggestions import SuggestionData, SuggestionRow
from models.vocabulary import PlanKind


def library(register: Register) -> tuple[SuggestionRow, ...]:
    with register.reading() as uow:
        return suggestions.library(uow)


def offered(register: Register, kind: PlanKind) -> list[str]:
    with register.reading() as uow:
        return [row.text for row in suggestions.offered(uow, kind)]


@pytest.mark.parametrize("kind", PlanKind)
def test_each_kind_of_plan_begins_with_goals_that_have_steps_in_the_first_person(register: Register, kind: PlanKind) -> None:
    rows = [row for row in library(register) if row.kind is kind]
    goals = [row for row in rows if row.goal_id is None]
    assert 8 <= len(goals) <= 12
    assert all(goal.text.startswith("Jag ska ") for goal in goals)
    assert all(3 <= sum(row.goal_id == goal.id for row in rows) <= 5 for goal in goals)


def test_the_first_change_makes_records_of_all_and_is_undone_whole(register: Register) -> None:
    before = library(register)
    first = before[0]
    with register.writing() as uow:
        done = suggestions.change(uow, first.id, first.version, "Jag ska bli kock")
    after = {row.id: row.text for row in library(register)}
    assert after == {row.id: row.text for row in before} | {first.id: "Jag ska bli kock"}
    with pytest.raises(Stale), register.writing() as uow:
        suggestions.change(uow, first.id, first.version, "Jag ska bli bagare")
    with register.writing() as uow:
        undo.undo(uow, done.transaction)
    assert library(register) == before


def test_a_goal_and_its_steps_are_added(register: Register) -> None:
    with register.writing() as uow:
        goal = suggestions.add(uow, SuggestionData(PlanKind.HEALTH, " Jag ska  simma ")).record
        suggestions.add(uow, SuggestionData(PlanKind.HEALTH, "Jag köper ett bad", goal))
        with pytest.raises(ValueError, match="its own kind"):
            suggestions.add(uow, SuggestionData(PlanKind.CAREER, "x", goal))
    told = offered(register, PlanKind.HEALTH)
    assert {"Jag ska simma", "Jag köper ett bad"} <= set(told)
    assert "Jag ska simma" not in offered(register, PlanKind.CAREER)


def test_what_is_retired_is_offered_no_longer_with_its_steps_and_comes_back(register: Register) -> None:
    goal = next(row for row in library(register) if row.kind is PlanKind.CAREER)
    steps = {row.text for row in library(register) if row.goal_id == goal.id}
    with register.writing() as uow:
        suggestions.retire(uow, goal.id)
    assert not {goal.text, *steps} & set(offered(register, PlanKind.CAREER))
    with register.writing() as uow:
        suggestions.bring_back(uow, goal.id)
    assert {goal.text, *steps} <= set(offered(register, PlanKind.CAREER))


@pytest.mark.parametrize("text", ["", "x" * 201])
def test_words_that_cannot_be_are_told_at_their_field(register: Register, text: str) -> None:
    with pytest.raises(InvalidInput) as told, register.writing() as uow:
        suggestions.add(uow, SuggestionData(PlanKind.CAREER, text))
    assert told.value.field == "text"


def test_nothing_is_suggested_twice(register: Register) -> None:
    goal = library(register)[0]
    with pytest.raises(InvalidInput, match="suggested already"), register.writing() as uow:
        suggestions.add(uow, SuggestionData(goal.kind, goal.text))
