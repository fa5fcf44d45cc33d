"""Whatever several laptops count, correct and bring home, in whatever order and how often: the register says all of it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from jobbpunkt import campaigns
from jobbpunkt import field as field_files
from jobbpunkt.base.clock import fixed, instant
from jobbpunkt.campaigns import CampaignDetails, cv_box_measures
from jobbpunkt.register.keys import CHEAPEST
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.slots import beside
from models.campaign import TallyEntry
from models.vocabulary import Evaluator, Opinion
from tests.registers import SIGN_IN, Template, copy_file

DAY = instant(date(2020, 6, 9))
PASSWORD = "mulen morgon torg kaffe"
LAPTOPS = 3
MEASURES = 2


@dataclass
class Office:
    """A closed register with a campaign, and the field files that were made of it."""

    home: Path
    files: list[Path]
    campaign: UUID


@pytest.fixture(scope="module")
def office(sqlite_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("office")
    home = Path(copy_file(sqlite_template, folder / "hem.jobbpunkt"))
    with opened(home) as register:
        with register.writing() as uow:
            frame = CampaignDetails("CV-boxen", date(2020, 6, 8), date(2020, 7, 5))
            made = campaigns.create(uow, frame, measures=cv_box_measures()).record
            for measure in campaigns.get(uow, made).measures[:MEASURES]:
                campaigns.count(uow, measure.id, amount=5)
        files = [
            field_files.make(register, made, folder / f"{n}.jobbpunkt", name=f"Dator {n}", password=PASSWORD, cost=CHEAPEST).path
            for n in range(LAPTOPS)
        ]
    return Office(home, files, made)


@contextmanager
def opened(where: Path, password: str = SIGN_IN.password) -> Iterator[Register]:
    register = Register.open(str(where), Credentials(SIGN_IN.login, password), fixed(DAY))
    try:
        yield register
    finally:
        register.close()


# What is done on a laptop: count, correct or take back the n-th of the counts that stand there, mark the answer, or come home.
DEEDS = st.one_of(
    st.tuples(st.just("count"), st.integers(0, LAPTOPS - 1), st.integers(0, MEASURES - 1), st.integers(0, 9)),
    st.tuples(st.just("correct"), st.integers(0, LAPTOPS - 1), st.integers(0, 5), st.integers(0, 9)),
    st.tuples(st.just("withdraw"), st.integers(0, LAPTOPS - 1), st.integers(0, 5), st.just(0)),
    st.tuples(st.just("answer"), st.integers(0, LAPTOPS - 1), st.just(0), st.just(0)),
    st.tuples(st.just("bring"), st.integers(0, LAPTOPS - 1), st.just(0), st.just(0)),
    st.tuples(st.just("copy"), st.integers(0, LAPTOPS - 1), st.just(0), st.just(0)),
)
Deed = tuple[str, int, int, int]


@dataclass
class Told:
    """What one register would hold that had seen it all: every row by its id, and how many answers were given."""

    rows: dict[UUID, tuple[Any, ...]] = field(default_factory=dict)
    answers: int = 0

    def take(self, register: Register) -> None:
        with register.reading() as uow:
            for row in uow.session.scalars(select(TallyEntry)):
                self.rows[row.id] = (row.measure_id, row.first_id or row.id, row.amount)

    def totals(self) -> dict[UUID, int]:
        last: dict[UUID, UUID] = {}
        for key, (_, first, _) in self.rows.items():
            last[first] = max(key, last.get(first, first))
        sums: dict[UUID, int] = {}
        for key in last.values():
            measure, _, amount = self.rows[key]
            sums[measure] = sums.get(measure, 0) + amount
        return sums


def _do(where: Path, campaign: UUID, deed: Deed, told: Told) -> None:
    kind, _, which, amount = deed
    with opened(where, PASSWORD) as laptop:
        with laptop.writing() as uow:
            standing = [one for one in campaigns.entries(uow, campaign, limit=99) if not one.void]
            if kind == "count":
                campaigns.count(uow, campaigns.get(uow, campaign).measures[which].id, amount=amount)
            elif kind == "answer":
                campaigns.give_feedback(uow, campaign, evaluator=Evaluator.PARTNERS, opinion=Opinion.GOOD)
                told.answers += 1
            elif standing and kind == "correct":
                campaigns.correct(uow, standing[which % len(standing)].id, amount=amount)
            elif standing:
                campaigns.withdraw(uow, standing[which % len(standing)].id)
        told.take(laptop)


def _copied(source: Path, target: Path) -> Path:
    for file, copy in zip((source, *beside(source)), (target, *beside(target)), strict=True):
        shutil.copyfile(file, copy)
    return target


def _agrees(register: Register, campaign: UUID, told: Told) -> None:
    with register.reading() as uow:
        rows = uow.session.scalars(select(TallyEntry)).all()
        sums = {row.measure.id: row.total.value or 0 for row in campaigns.results(uow, campaign).rows}
        answers = sum(one.number for one in campaigns.feedback(uow, campaign))
    assert {row.id for row in rows} == set(told.rows), "nothing is lost, nothing is made up"
    assert {key: value for key, value in sums.items() if value} == {k: v for k, v in told.totals().items() if v}
    assert answers == told.answers


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(DEEDS, max_size=12), order=st.permutations(range(LAPTOPS)))
def test_any_interleaving_of_laptops_and_merges_agrees_with_one_register(
    office: Office, tmp_path_factory: pytest.TempPathFactory, deeds: list[Deed], order: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("turn")
    home = _copied(office.home, folder / "hem.jobbpunkt")
    files = [_copied(file, folder / file.name) for file in office.files]
    copies: list[Path] = []
    told = Told()
    with opened(home) as register:
        told.take(register)
        for deed in deeds:
            kind, laptop = deed[:2]
            if kind == "bring":
                field_files.bring_home(register, files[laptop], PASSWORD)
            elif kind == "copy":
                copies.append(_copied(files[laptop], folder / f"kopia{len(copies)}.jobbpunkt"))
            else:
                _do(files[laptop], office.campaign, deed, told)
        for file in [*(files[laptop] for laptop in order), *copies, files[order[0]]]:
            brought = field_files.bring_home(register, file, PASSWORD)
            assert brought.refused == ()
        assert brought.new == 0, "what was brought home comes no second time"
        _agrees(register, office.campaign, told)
