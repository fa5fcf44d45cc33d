"""The code of a paper: of chance, read however it was typed, told from a slip, answered only to who may see its paper."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt import plans
from jobbpunkt.base import codes
from jobbpunkt.people.details import PersonData, create
from jobbpunkt.plans import NewPlan, Situation
from jobbpunkt.register.keys import HEALTH, PROTECTED
from jobbpunkt.register.opening import Register
from models.vocabulary import PlanKind, Protection, Role
from tests.colleagues import colleague
from tests.consents import agreed

CODES = st.randoms(use_true_random=False).map(lambda chance: codes.fresh(chance.choice))
DAY = date(2020, 6, 15)


@given(code=CODES)
def test_a_code_is_read_as_it_is_shown_and_as_people_type_it(code: str) -> None:
    shown = codes.shown(code)
    assert len(shown) == 7
    for typed in (shown, code, shown.lower(), f"  {shown}\n", shown.replace("-", " "), shown.replace("-", "–"), ".".join(code)):
        assert codes.read(typed) == code


@given(code=CODES, place=st.integers(0, 5), other=st.sampled_from(codes.SIGNS))
def test_one_wrong_sign_is_no_code(code: str, place: int, other: str) -> None:
    wrong = code[:place] + other + code[place + 1 :]
    assert codes.read(wrong) == (code if wrong == code else "")


@given(code=CODES, first=st.integers(0, 5), second=st.integers(0, 5))
def test_two_signs_that_changed_places_are_no_code(code: str, first: int, second: int) -> None:
    signs = list(code)
    signs[first], signs[second] = signs[second], signs[first]
    wrong = "".join(signs)
    assert codes.read(wrong) == (code if wrong == code else "")


@given(typed=st.text())
def test_anything_else_that_is_typed_is_no_code_and_no_fault(typed: str) -> None:
    assert codes.read(typed) in {"", typed.strip().upper()} or len(codes.read(typed)) == 6


def test_what_looks_alike_is_read_as_what_stands_there() -> None:
    code = codes.fresh(lambda _: "8")
    assert codes.read(code.replace("8", "B")) == code


def made(register: Register, kind: PlanKind = PlanKind.CAREER, protection: Protection = Protection.NONE) -> tuple[UUID, str]:
    """Make a plan, and return it with its code."""
    with register.writing() as uow:
        person = create(uow, PersonData("Noor", "Exempelsson", protection=protection)).record
        if kind is PlanKind.HEALTH:
            agreed(uow, person)
        plan = plans.create(uow, NewPlan(person, kind, Situation(DAY))).record
        return plan, plans.view(uow, plan).code


def test_each_plan_has_a_code_of_its_own_and_is_found_by_it(register: Register) -> None:
    several = [made(register) for _ in range(5)]
    assert len({code for _, code in several}) == 5
    with register.reading() as uow:
        for plan, code in several:
            found = plans.by_code(uow, code.lower())
            assert found is not None
            assert found.id == plan
        assert plans.by_code(uow, "Noor") is None


@pytest.mark.parametrize(
    ("kind", "protection", "key"),
    [(PlanKind.HEALTH, Protection.NONE, HEALTH), (PlanKind.CAREER, Protection.CONFIDENTIALITY_MARKING, PROTECTED)],
)
def test_a_code_finds_nothing_for_who_may_not_see_its_plan(
    register: Register, kind: PlanKind, protection: Protection, key: str
) -> None:
    plan, code = made(register, kind, protection)
    with colleague(register, [Role.COACH], ()) as other, other.reading() as uow:
        assert plans.by_code(uow, code) is None
    with colleague(register, [Role.COACH], (key,)) as other, other.reading() as uow:
        found = plans.by_code(uow, code)
        assert found is not None
        assert found.id == plan
