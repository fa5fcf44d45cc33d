"""One person: opening their page."""

from collections.abc import Iterator
from uuid import UUID

from jobbpunkt import cases
from jobbpunkt.people import caseload, details
from tests.bench.entry import Entry
from tests.bench.stock import Bench

AT_MOST = 20.0
QUERY = "SELECT * FROM person p LEFT JOIN case_file c ON c.person_id = p.id WHERE p.id = ?"


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield what the head of a person's page reads."""
    coach = bench.register.user.id.hex
    person = bench.one("SELECT person_id FROM case_file WHERE coach_id = ? AND status = 'enrolled' LIMIT 1", coach)

    def opened() -> object:
        with bench.register.reading() as uow:
            known = UUID(person)
            return cases.of_person(uow, known), caseload.next_meeting(uow, known), details.details(uow, known)

    yield Entry("Opening a person", opened, "the rows of person and case", bench.raw(QUERY, person), AT_MOST)
