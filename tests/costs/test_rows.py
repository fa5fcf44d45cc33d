"""How many rows a read fetches: those that are shown, and never those that are not."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from jobbpunkt import applications, cases, plans
from jobbpunkt.applications import ApplicationData, ApplicationFilter
from jobbpunkt.cases import NewCase
from jobbpunkt.people import caseload, details
from jobbpunkt.people.caseload import CaseloadFilter
from jobbpunkt.people.details import PersonData
from jobbpunkt.plans import NewPlan, PlanFilter, Situation
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Reading
from models.vocabulary import PlanKind
from tests.query_plans import queries_of

DAY = date(2020, 6, 1)
PEOPLE, SHOWN = 30, 5


def fetched(register: Register, read: Callable[[Reading], object]) -> int:
    """Return how many rows the engine gives for the longest answer that `read` asks for."""
    queries = queries_of(register, read)
    with register.engine.connect() as connection:
        return max(len(connection.exec_driver_sql(*query).all()) for query in queries)


@pytest.fixture
def many(sqlite_register: Register) -> Register:
    """A register with more people, plans and applications than are shown at once."""
    with sqlite_register.writing() as uow:
        for number in range(PEOPLE):
            person: UUID = details.create(uow, PersonData(f"Åsa{number}")).record
            cases.enrol(uow, NewCase(person, DAY, coach_id=uow.user.id))
            plans.create(uow, NewPlan(person, PlanKind.CAREER, Situation(DAY, "Söker arbete.", "Ett arbete.")))
            applications.create(uow, person, ApplicationData("Restaurang Fyren", "Kock", DAY))
    return sqlite_register


READS: dict[str, Callable[[Reading], object]] = {
    "people": lambda uow: caseload.caseload(uow, limit=SHOWN),
    "one's own": lambda uow: caseload.caseload(uow, shown=CaseloadFilter.MINE, limit=SHOWN),
    "people by name": lambda uow: caseload.caseload(uow, words="asa", limit=SHOWN),
    "plans": lambda uow: plans.page(uow, PlanFilter.ONGOING, "", SHOWN),
    "applications": lambda uow: applications.everyones(uow, shown=ApplicationFilter.ALL, limit=SHOWN),
}


@pytest.mark.parametrize("name", READS)
def test_a_page_fetches_no_more_than_it_shows(many: Register, name: str) -> None:
    assert fetched(many, READS[name]) == SHOWN
