"""Meetings: opening one, and the week of everybody."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from jobbpunkt import coaching
from tests.bench.areas.lists import AT_MOST, PERSON
from tests.bench.entry import Entry
from tests.bench.lives import TODAY
from tests.bench.stock import Bench

MEETING = f"""SELECT s.*, u.name, {PERSON}, (SELECT n.id FROM coaching_session n WHERE n.supersedes_id = ?1)
  FROM coaching_session s JOIN user_account u ON u.id = s.coach_id
  JOIN session_participant sp ON sp.session_id = s.id JOIN person p ON p.id = sp.person_id WHERE s.id = ?1"""
NEXT = f"""SELECT s.*, u.name, {PERSON} FROM session_participant sp CROSS JOIN coaching_session s ON s.id = sp.session_id
  JOIN user_account u ON u.id = s.coach_id JOIN person p ON p.id = sp.person_id WHERE sp.person_id = ?"""
STEPS = "SELECT * FROM agreed_step WHERE person_id = ? ORDER BY done_on IS NOT NULL, due_on IS NULL, due_on"
WEEK = f"""SELECT s.*, u.name, {PERSON} FROM coaching_session s JOIN user_account u ON u.id = s.coach_id
  JOIN session_participant sp ON sp.session_id = s.id JOIN person p ON p.id = sp.person_id
  WHERE s.starts_at >= ? AND s.starts_at < ? ORDER BY s.starts_at, s.id, sp.id"""


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield the opening of a meeting and the week of all."""
    meeting, person = bench.connection.execute(
        "SELECT s.id, sp.person_id FROM coaching_session s JOIN session_participant sp ON sp.session_id = s.id "
        "WHERE s.coach_id = ? AND s.status = 'booked' ORDER BY s.starts_at LIMIT 1",
        (bench.register.user.id.hex,),
    ).fetchone()
    parts = (bench.raw(MEETING, meeting), bench.raw(NEXT, person), bench.raw(STEPS, person))
    monday = TODAY - timedelta(days=TODAY.weekday())
    sunday = monday + timedelta(days=6)

    def opened() -> object:
        with bench.register.reading() as uow:
            return coaching.details(uow, UUID(meeting))

    def raw() -> None:
        for part in parts:
            part()

    def week() -> int:
        with bench.register.reading() as uow:
            return len(coaching.between(uow, monday, sunday))

    yield Entry("Opening a meeting", opened, "its queries by hand", raw, AT_MOST)
    rows = bench.raw(WEEK, f"{monday} 00:00", f"{sunday} 24:00")
    yield Entry("The week of all", week, "its query by hand", rows, AT_MOST, grows=True)
