"""A plan for better health is always its own paper: nothing else that is printed holds a word of it, whoever prints."""

from uuid import UUID

import pytest

from jobbpunkt.base.words import Words
from jobbpunkt.documents.setting import Wish
from jobbpunkt.printing import batches, drawings
from jobbpunkt.register.opening import Register
from tests.services.every_paper import PAPERS, one_of_each, record_of
from tests.services.test_plans_secrecy import CANARY, secret_plan

OTHERWISE = "körkortet"  # stands in a plan for work
OF_HEALTH = {"health_extract", "health_promised", "consent"}


@pytest.fixture
def records(register: Register) -> dict[str, UUID]:
    """Return one record of each kind, all of a person who has a plan for better health, one for work and one completed."""
    person, health = secret_plan(register)
    return {**one_of_each(register, person, OTHERWISE), "health_plan": health}


@pytest.mark.parametrize("name", PAPERS)
def test_no_paper_holds_both_a_health_plan_and_anything_else(
    name: str, register: Register, records: dict[str, UUID], words_sv: Words
) -> None:
    with register.writing() as uow:
        held = str(PAPERS[name](uow, record_of(name, records), words_sv, Wish()).data)
    assert (CANARY in held) <= (name in OF_HEALTH), "a plan for better health stands on a paper of its own"
    assert not (CANARY in held and OTHERWISE in held)


def test_the_papers_of_health_hold_nothing_else(register: Register, records: dict[str, UUID], words_sv: Words) -> None:
    with register.writing() as uow:
        for held in (
            str(drawings.plan(uow, records["health_plan"], words_sv).data),
            str(drawings.health_extract(uow, records["person_id"], words_sv).data),
            str(drawings.health_promised(uow, records["person_id"], words_sv).data),
        ):
            assert OTHERWISE not in held


def test_a_batch_makes_a_file_of_each_plan(register: Register, records: dict[str, UUID], words_sv: Words) -> None:
    with register.writing() as uow:
        papers = [str(one.gather(uow, words_sv, Wish()).data) for one in batches.plans_of_coach(uow, words_sv)]
    assert len(papers) == 2
    assert sorted((CANARY in paper, OTHERWISE in paper) for paper in papers) == [(False, True), (True, False)]
    assert records
