"""Each read says truly what it depends on: what its statements ask on the demo register is what it declares, no more, no less."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib import import_module
from uuid import UUID

import pytest
from sqlalchemy import select

import jobbpunkt
from jobbpunkt import (
    accounts,
    applications,
    campaigns,
    cases,
    coaching,
    cvs,
    demo,
    events,
    indicators,
    letters,
    measures,
    organisations,
    plans,
    programmes,
)
from jobbpunkt.applications import ApplicationFilter
from jobbpunkt.clock import fixed
from jobbpunkt.demo import stage
from jobbpunkt.measures import Period
from jobbpunkt.measures.catalogue import CATALOGUE
from jobbpunkt.people import caseload, details, names, timeline
from jobbpunkt.people.caseload import CaseloadFilter
from jobbpunkt.plans import PlanFilter
from jobbpunkt.reads import declared
from jobbpunkt.register import Credentials, Register
from jobbpunkt.today import today
from jobbpunkt.unit_of_work import UnitOfWork
from models.application import Application
from models.base import Record
from models.campaign import Campaign
from models.coaching import CoachingSession
from models.cv import Cv, Letter
from models.organisation import Organisation
from models.person import Person
from models.plan import Plan
from models.programme import Programme
from tests.registers import NOW, Template, copy_file
from tests.services.statements import tables_in, touched

Work = Callable[[UnitOfWork], object]
YEAR = Period.year(2020)


@dataclass(frozen=True, slots=True)
class Each:
    """Reads every record of a kind, so that none is left out that asks something more."""

    model: type[Record]
    read: Callable[[UnitOfWork, UUID], object]


def _everyones(uow: UnitOfWork) -> None:
    for shown in ApplicationFilter:
        applications.everyones(uow, shown, "a")


def _plans(uow: UnitOfWork) -> None:
    for shown in PlanFilter:
        plans.page(uow, shown)
        plans.page(uow, shown, "a")


def _caseload(uow: UnitOfWork) -> None:
    for shown in CaseloadFilter:
        caseload.caseload(uow, words="a", shown=shown)


# Every declared read of the program, with what makes it ask all that it can ask.
READS: dict[Callable[..., object], Work | Each] = {
    accounts.users: accounts.users,
    applications.everyones: _everyones,
    applications.of_person: Each(Person, applications.of_person),
    applications.steps: Each(Application, applications.steps),
    campaigns.entries: Each(Campaign, campaigns.entries),
    campaigns.get: Each(Campaign, campaigns.get),
    campaigns.measures: Each(Campaign, campaigns.measures),
    campaigns.overview: campaigns.overview,
    campaigns.results: Each(Campaign, campaigns.results),
    caseload.caseload: _caseload,
    caseload.next_meeting: Each(Person, caseload.next_meeting),
    cases.of_person: Each(Person, cases.of_person),
    coaching.between: lambda uow: coaching.between(uow, date(2020, 1, 1), date(2020, 12, 31)),
    coaching.details: Each(CoachingSession, coaching.details),
    coaching.of_person: Each(Person, coaching.of_person),
    coaching.steps_of_person: Each(Person, coaching.steps_of_person),
    cvs.of_person: Each(Person, cvs.of_person),
    cvs.versions: Each(Cv, cvs.versions),
    details.details: Each(Person, details.details),
    events.rows: events.rows,
    indicators.indicators: indicators.indicators,
    names: lambda uow: names(uow, list(uow.session.scalars(select(Person.id)))),
    letters.of_person: Each(Person, letters.of_person),
    letters.versions: Each(Letter, letters.versions),
    measures.evaluate: lambda uow: measures.evaluate(uow, CATALOGUE, YEAR),
    organisations.rows: organisations.rows,
    organisations.took_part: Each(Organisation, organisations.took_part),
    plans.all_plans: plans.all_plans,
    plans.goals_of_person: Each(Person, plans.goals_of_person),
    plans.page: _plans,
    plans.of_person: Each(Person, plans.of_person),
    plans.view: Each(Plan, plans.view),
    programmes.assignments: programmes.assignments,
    programmes.participants: Each(Programme, programmes.participants),
    programmes.programmes: programmes.programmes,
    timeline.timeline: Each(Person, timeline.timeline),
    today: today,
}


def _modules() -> Iterator[object]:
    yield jobbpunkt
    for found in pkgutil.walk_packages(jobbpunkt.__path__, "jobbpunkt."):
        if not found.name.endswith("__main__"):
            yield import_module(found.name)


def _declared_reads() -> set[object]:
    return {
        value
        for module in _modules()
        for _name, value in inspect.getmembers(module, inspect.isfunction)
        if declared(value) is not None
    }


def test_every_declared_read_is_run_here() -> None:
    assert _declared_reads() == set(READS)


@pytest.fixture(scope="module")
def registers(sqlite_demo_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Register]]:
    """The demo register, open as a coach and as the administrator."""
    place = copy_file(sqlite_demo_template, tmp_path_factory.mktemp("reads") / "demo.jobbpunkt")
    opened = {login: Register.open(place, Credentials(login, demo.PASSWORD), fixed(NOW)) for login in (stage.COACH, stage.ADMIN)}
    yield opened
    for register in opened.values():
        register.close()


def _works(register: Register, wanted: Work | Each) -> Iterator[Work]:
    if not isinstance(wanted, Each):
        yield wanted
        return
    with register.reading() as uow:
        found = uow.session.scalars(select(wanted.model.id)).all()
    for record in found:
        yield partial(_read, wanted, record)


def _read(wanted: Each, record: UUID, uow: UnitOfWork) -> object:
    return wanted.read(uow, record)


@pytest.mark.parametrize("read", READS, ids=lambda read: f"{read.__module__.removeprefix('jobbpunkt.')}.{read.__name__}")
def test_a_read_asks_what_it_declares_and_declares_what_it_asks(
    registers: dict[str, Register], read: Callable[..., object]
) -> None:
    register = registers[stage.ADMIN if read is accounts.users else stage.COACH]
    asked: set[str] = set()
    said: set[str] = set()
    for work in _works(register, READS[read]):
        tables, nouns = touched(register, work)
        asked |= tables
        said |= nouns
    assert asked - said == set(), "asked, and not declared: who shows this goes stale"
    assert said - asked == set(), "declared, and never asked"


def test_tables_are_found_in_statements_of_every_shape() -> None:
    statement = "SELECT p.id FROM person AS p, plan LEFT OUTER JOIN (SELECT x FROM cv) AS c ON 1 JOIN case_file ON 1 WHERE 1"
    assert tables_in(statement) == {"person", "plan", "cv", "case_file"}
    assert tables_in("INSERT INTO history_entry SELECT letter FROM history_head") == set()
