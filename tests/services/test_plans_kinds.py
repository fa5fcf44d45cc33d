"""What each kind of plan asks beyond what all three ask."""

from dataclasses import replace

import pytest

from jobbpunkt import applications, plans
from jobbpunkt.applications import ApplicationData
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import Words
from jobbpunkt.plans import NewPlan
from jobbpunkt.register.opening import Register
from models.vocabulary import ApplicationStage, PlanKind
from tests.consents import agreed
from tests.services.test_plans import SITUATION, TODAY, person, plan, view

ASKED = {kind: {field.name: f"{field.name} <b>å</b>" for field in fields} for kind, fields in plans.OWN.items()}


@pytest.mark.parametrize("kind", PlanKind)
def test_what_a_kind_asks_comes_back_and_stands_on_its_paper(register: Register, words_sv: Words, kind: PlanKind) -> None:
    owner = person(register)
    with register.writing() as uow:
        agreed(uow, owner)
        plan_id = plans.create(uow, NewPlan(owner, kind, replace(SITUATION, own=ASKED[kind]))).record
        paper = plans.document(uow, plan_id, words_sv)
    assert view(register, plan_id).situation.own == ASKED[kind]
    assert paper.own == tuple(ASKED[kind].items())


def test_what_is_empty_is_not_kept_and_what_another_kind_asks_is_a_mistake(register: Register) -> None:
    owner = person(register)
    with register.writing() as uow:
        blank = plans.create(uow, NewPlan(owner, PlanKind.PERSONAL, replace(SITUATION, own={"network": " "}))).record
        with pytest.raises(ValueError, match="sleep"):
            plans.create(uow, NewPlan(owner, PlanKind.CAREER, replace(SITUATION, own={"sleep": "x"})))
    assert view(register, blank).situation.own == {}


def test_what_is_too_long_names_its_field(register: Register) -> None:
    owner = person(register)
    with register.writing() as uow, pytest.raises(InvalidInput) as told:
        plans.create(uow, NewPlan(owner, PlanKind.CAREER, replace(SITUATION, own={"occupation_b": "x" * 201})))
    assert told.value.field == "occupation_b"


def test_a_career_plan_counts_what_was_sent(register: Register, words_sv: Words) -> None:
    owner = person(register)
    career, personal = (plan(register, kind, owner) for kind in (PlanKind.CAREER, PlanKind.PERSONAL))
    with register.writing() as uow:
        for stage in (ApplicationStage.PLANNED, ApplicationStage.SENT, ApplicationStage.REJECTED):
            sent = None if stage is ApplicationStage.PLANNED else TODAY
            applications.create(uow, owner, ApplicationData("Kafé Exempel", "Kock", sent), stage=stage)
        assert plans.document(uow, career, words_sv).applications == 2
        assert plans.document(uow, personal, words_sv).applications is None
