"""Promises: of meetings and of plans on one page, ticked and moved where they were made; of health only when asked for."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict
from uuid import UUID

import pytest
from sqlalchemy import select

from jobbpunkt import coaching, plans, promises
from jobbpunkt.base.errors import NotAllowed, Stale, UserError
from jobbpunkt.base.words import Words
from jobbpunkt.coaching import StepWords
from jobbpunkt.promises import Promise, Standing
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from models.history import HistoryEntry
from models.vocabulary import HistoryAction, PlanKind, PlanStatus, Responsible, Role
from tests.colleagues import colleague
from tests.services.test_plans import TODAY, goal, person, plan, step, view

WORDS = Words("sv")
SOON, PAST = date(2020, 6, 20), date(2020, 6, 1)


class Versions(TypedDict):
    """What is chosen in the list, in the versions that were seen."""

    agreed: dict[UUID, int]
    planned: dict[UUID, int]


@pytest.fixture
def whom(register: Register) -> UUID:
    """Return somebody with a promise from a meeting, one of a plan and one of a health plan."""
    owner = person(register)
    with register.writing() as uow:
        coaching.add_step(uow, owner, StepWords("Ring biblioteket", Responsible.COACH, PAST))
    step(register, goal(register, plan(register, person_id=owner)))
    secret = goal(register, plan(register, PlanKind.HEALTH, owner))
    step(register, secret, plans.StepWords("Sova bättre", due_on=SOON))
    return owner


def of(register: Register, whom: UUID) -> tuple[Promise, ...]:
    with register.reading() as uow:
        return promises.of_person(uow, whom)


def versions(found: Iterable[Promise]) -> Versions:
    agreed, planned = promises.seen(found)
    return {"agreed": agreed, "planned": planned}


def reads(register: Register) -> int:
    with register.reading() as uow:
        noted = select(HistoryEntry).where(HistoryEntry.action == HistoryAction.READ, HistoryEntry.noun == "plan")
        return len(uow.session.scalars(noted).all())


def test_promises_of_meetings_and_plans_stand_on_one_page_the_latest_due_last(register: Register, whom: UUID) -> None:
    found = of(register, whom)
    assert [one.text for one in found] == ["Ring biblioteket", "Ring Komvux"]
    assert [one.standing(TODAY) for one in found] == [Standing.LATE, Standing.OPEN]
    assert (found[1].who, found[1].kind, found[1].goal) == ("Systern", PlanKind.CAREER, "Undersköterska")


def test_those_of_a_health_plan_are_there_only_when_asked_for_and_noted_first(register: Register, whom: UUID) -> None:
    before = reads(register)
    with register.writing() as uow:
        shown = promises.with_health(uow, whom)
    assert "Sova bättre" in [one.text for one in shown]
    assert reads(register) == before + 1
    with colleague(register, [Role.COACH]) as without, without.writing() as uow:
        assert "Sova bättre" not in str(promises.of_person(uow, whom))
        assert "Sova bättre" not in str(promises.document(uow, whom, WORDS))
        with pytest.raises(NotAllowed):
            promises.health_of_person(uow, whom)


def test_the_paper_has_no_health_and_that_of_health_has_nothing_else(register: Register, whom: UUID) -> None:
    with register.writing() as uow:
        ordinary, health = promises.document(uow, whom, WORDS), promises.document(uow, whom, WORDS, health=True)
    assert [one.text for one in ordinary.promises] == ["Ring biblioteket", "Ring Komvux"]
    assert [one.text for one in health.promises] == ["Sova bättre"]


def test_several_are_ticked_at_once_and_undone_together(register: Register, whom: UUID) -> None:
    with register.writing() as uow:
        change = promises.tick(uow, **versions(of(register, whom)))
    assert [one.done_on for one in of(register, whom)] == [TODAY, TODAY]
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    assert [one.done_on for one in of(register, whom)] == [None, None]


def test_a_moved_day_stands_where_the_promise_was_made_and_the_plan_is_a_draft_again(register: Register, whom: UUID) -> None:
    place = next(one.place for one in of(register, whom) if one.is_of_plan)
    assert place is not None
    with register.writing() as uow:
        plans.adopt(uow, plan_id=place, version=1, words=WORDS)
    with register.writing() as uow:
        promises.move(uow, to=SOON, **versions(of(register, whom)))
    assert {one.due_on for one in of(register, whom)} == {SOON}
    assert view(register, place).status is PlanStatus.DRAFT


def test_what_somebody_else_has_saved_since_is_not_written_over(register: Register, whom: UUID) -> None:
    seen = of(register, whom)
    with register.writing() as uow:
        promises.move(uow, to=date(2020, 7, 1), **versions(seen))
    for one in seen:
        with pytest.raises(Stale), register.writing() as uow:
            promises.move(uow, to=PAST, **versions([one]))
        with pytest.raises(Stale), register.writing() as uow:
            promises.tick(uow, **versions([one]))
    with pytest.raises(UserError, match="Choose a promise"), register.writing() as uow:
        promises.tick(uow, agreed={}, planned={})


def test_what_a_completed_plan_left_undone_is_said_to_be_so_and_not_promised_again(register: Register, whom: UUID) -> None:
    place = next(one.place for one in of(register, whom) if one.is_of_plan)
    assert place is not None
    with register.writing() as uow:
        plans.close(uow, plan_id=place)
    left = next(one for one in of(register, whom) if one.is_of_plan)
    assert left.standing(TODAY) is Standing.ENDED
    with register.writing() as uow:
        assert [one.text for one in promises.document(uow, whom, WORDS).promises] == ["Ring biblioteket"]
