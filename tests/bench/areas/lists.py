"""The lists that a coach works from: the caseload and Today."""

from collections.abc import Iterator
from datetime import timedelta

from jobbpunkt.people.caseload import NO_CONTACT_DAYS, CaseloadFilter, caseload
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
ACTIVE = "c.status IN ('enrolled', 'follow_up', 'paused')"
OPEN = "t.done_on IS NULL AND t.due_on IS NOT NULL"
STEPS = f"""SELECT t.*, {PERSON} FROM agreed_step t JOIN person p ON p.id = t.person_id WHERE NOT p.removed AND t.id IN (
  SELECT t.id FROM case_file c CROSS JOIN agreed_step t ON t.person_id = c.person_id WHERE c.coach_id = ?1 AND {ACTIVE} AND {OPEN}
  UNION SELECT t.id FROM coaching_session s CROSS JOIN agreed_step t ON t.session_id = s.id WHERE s.coach_id = ?1 AND {OPEN})
  ORDER BY t.due_on"""
UNMET = f"""SELECT c.enrolled_on, {PERSON} FROM {COACHED} WHERE {MINE} AND c.status = 'enrolled' AND c.enrolled_on < ?
  AND NOT EXISTS (SELECT 1 FROM session_participant sp JOIN coaching_session s ON s.id = sp.session_id WHERE sp.person_id = p.id
  AND s.status = 'held' AND s.starts_at BETWEEN ? AND '{NOW}') ORDER BY c.enrolled_on"""
LACKING = f"""SELECT c.registered_on, {PERSON} FROM {COACHED} WHERE {ACTIVE} AND NOT p.removed
  AND (c.coach_id IS NULL OR (c.coach_id = ? AND p.birth_year IS NULL)) ORDER BY c.registered_on"""
LATE = f"""SELECT l.id, l.review_on, {PERSON} FROM plan l JOIN person p ON p.id = l.person_id
  WHERE l.coach_id = ? AND l.status <> 'closed' AND l.review_on <= ? AND NOT p.removed ORDER BY l.review_on"""
ASK = f"""SELECT f.id, f.due_on, {PERSON} FROM {COACHED} CROSS JOIN outcome o ON o.case_id = c.id
  CROSS JOIN outcome_follow_up f ON f.outcome_id = o.id
  WHERE c.coach_id = ? AND NOT p.removed AND f.asked_on IS NULL AND f.due_on <= ? ORDER BY f.due_on"""
IN_WORK = f"""SELECT o.id, o.starts_on, {PERSON} FROM {COACHED} CROSS JOIN outcome o ON o.case_id = c.id
  WHERE c.coach_id = ? AND NOT p.removed AND o.kind IN ('work', 'own_business') AND o.form <> 'municipal_labour_market'
  AND o.starts_on BETWEEN ? AND ? ORDER BY o.starts_on"""
MEETINGS = f"""SELECT s.*, {PERSON} FROM coaching_session s JOIN session_participant sp ON sp.session_id = s.id
  JOIN person p ON p.id = sp.person_id WHERE s.coach_id = ? AND s.starts_at >= ? AND s.starts_at < ? ORDER BY s.starts_at"""


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
    """Return what asks for each part of the page by hand: all that it shows, and nothing else."""
    limit, new_year = TODAY - timedelta(days=NO_CONTACT_DAYS), TODAY.replace(month=1, day=1)
    parts = (
        bench.raw(MEETINGS, coach, f"{TODAY} 00:00", f"{TODAY} 24:00"),
        bench.raw(STEPS, coach),
        bench.raw(f"SELECT c.id, c.enrolled_on, {PERSON} FROM {COACHED} WHERE {MINE} ORDER BY c.enrolled_on DESC", coach),
        bench.raw(UNMET, coach, f"{limit}", f"{limit} 00:00"),
        bench.raw(LATE, coach, f"{TODAY}"),
        bench.raw(LACKING, coach),
        bench.raw(ASK, coach, f"{TODAY}"),
        bench.raw(IN_WORK, coach, f"{new_year}", f"{TODAY}"),
    )

    def work() -> None:
        for part in parts:
            part()

    return work
