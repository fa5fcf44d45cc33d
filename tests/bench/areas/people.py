"""One person: opening their page."""

from collections.abc import Iterator
from uuid import UUID

from jobbpunkt import cases
from jobbpunkt.people import caseload, details
from tests.bench.areas.lists import NOW
from tests.bench.entry import Entry
from tests.bench.stock import Bench

AT_MOST = 20.0
QUERIES = (
    "SELECT * FROM person WHERE id = ?",
    """SELECT c.*, u.name, o.name FROM case_file c LEFT JOIN user_account u ON u.id = c.coach_id
      LEFT JOIN organisation o ON o.id = c.cooperation_id WHERE c.person_id = ? ORDER BY c.registered_on DESC, c.id DESC""",
    "SELECT o.* FROM case_file c CROSS JOIN outcome o ON o.case_id = c.id WHERE c.person_id = ? ORDER BY o.starts_on",
    f"""SELECT min(s.starts_at) FROM session_participant sp CROSS JOIN coaching_session s ON s.id = sp.session_id
      WHERE sp.person_id = ? AND s.status = 'booked' AND s.starts_at > '{NOW}'""",
)


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield what the head of a person's page reads."""
    coach = bench.register.user.id.hex
    person = bench.one("SELECT person_id FROM case_file WHERE coach_id = ? AND status = 'enrolled' LIMIT 1", coach)

    def opened() -> object:
        with bench.register.reading() as uow:
            known = UUID(person)
            return cases.of_person(uow, known), caseload.next_meeting(uow, known), details.details(uow, known)

    parts = [bench.raw(query, person) for query in QUERIES]

    def raw() -> None:
        for part in parts:
            part()

    yield Entry("Opening a person", opened, "its queries by hand", raw, AT_MOST)
