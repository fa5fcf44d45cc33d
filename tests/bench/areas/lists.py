"""The lists that a coach works from: the caseload and Today."""

from collections.abc import Iterator

from jobbpunkt.people.caseload import CaseloadFilter, caseload
from jobbpunkt.today import today
from tests.bench.entry import Entry, Work
from tests.bench.lives import NOON, TODAY
from tests.bench.stock import Bench

AT_MOST = 3.0
NOW = f"{NOON:%Y-%m-%d %H:%M:%S}.000000"
PERSON = "p.id, p.given_name, p.family_name, p.reference, p.protection"
ROW = f"""SELECT {PERSON}, c.status, u.name, c.coach_id, c.id, c.enrolled_on, p.district, p.language,
  (SELECT max(s.starts_at) FROM session_participant sp JOIN coaching_session s ON s.id = sp.session_id
    WHERE sp.person_id = p.id AND s.status = 'held' AND s.starts_at <= '{NOW}'),
  (SELECT min(s.starts_at) FROM session_participant sp JOIN coaching_session s ON s.id = sp.session_id
    WHERE sp.person_id = p.id AND s.status = 'booked' AND s.starts_at > '{NOW}')
  FROM {{tables}} LEFT JOIN user_account u ON u.id = c.coach_id WHERE {{wanted}}
  ORDER BY p.given_name, p.family_name, p.reference LIMIT 500"""
COACHED = "case_file c CROSS JOIN person p ON p.id = c.person_id"
MINE = "c.coach_id = ? AND c.status IN ('enrolled', 'follow_up', 'paused') AND NOT p.removed"
STEPS = f"""SELECT t.*, {PERSON} FROM case_file c CROSS JOIN person p ON p.id = c.person_id
  CROSS JOIN agreed_step t ON t.person_id = p.id WHERE {MINE} AND t.done_on IS NULL AND t.due_on <= ?"""
MEETINGS = f"""SELECT s.*, {PERSON} FROM coaching_session s JOIN session_participant sp ON sp.session_id = s.id
  JOIN person p ON p.id = sp.person_id WHERE s.coach_id = ? AND s.starts_at >= ? AND s.starts_at < ?"""


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield the caseload of one's own and Today, beside what they ask, written by hand and coach first."""
    coach = bench.register.user.id.hex

    def mine() -> int:
        with bench.register.reading() as uow:
            return len(caseload(uow, shown=CaseloadFilter.MINE))

    def of_today() -> object:
        with bench.register.reading() as uow:
            return today(uow)

    own = bench.raw(ROW.format(tables=COACHED, wanted=MINE), coach)
    yield Entry("Caseload, mine", mine, "its query by hand", own, AT_MOST)
    yield Entry("Today", of_today, "its queries by hand", _today(bench, coach), AT_MOST)


def _today(bench: Bench, coach: str) -> Work:
    active = bench.raw(f"SELECT c.id, c.enrolled_on, {PERSON} FROM {COACHED} WHERE {MINE}", coach)
    steps = bench.raw(STEPS, coach, "2020-06-21")
    day = bench.raw(MEETINGS, coach, f"{TODAY} 00:00", f"{TODAY} 24:00")
    late = bench.raw(
        f"SELECT l.id, l.review_on, {PERSON} FROM {COACHED} CROSS JOIN plan l ON l.person_id = p.id "
        f"WHERE {MINE} AND l.review_on <= ?",
        coach,
        f"{TODAY}",
    )
    ended = bench.raw(
        f"SELECT o.id, o.starts_on, f.id, f.due_on, {PERSON} FROM {COACHED} CROSS JOIN outcome o ON o.case_id = c.id "
        "LEFT JOIN outcome_follow_up f ON f.outcome_id = o.id WHERE c.coach_id = ?",
        coach,
    )
    met = bench.raw(ROW.format(tables=COACHED, wanted=MINE), coach)  # whom one has not met is told by the last meeting of each

    def work() -> None:
        for part in (active, steps, day, late, ended, met):
            part()

    return work
