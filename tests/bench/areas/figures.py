"""The figures of the year."""

from collections.abc import Iterator

from jobbpunkt import reports
from jobbpunkt.reports import ReportChoice
from tests.bench.entry import Entry
from tests.bench.lives import TODAY
from tests.bench.stock import Bench

AT_MOST = 3.0
FIRST, LAST = f"{TODAY.year}-01-01", f"{TODAY.year}-12-31"
HELD = f"s.status = 'held' AND s.starts_at >= '{FIRST} 00:00' AND s.starts_at <= '{LAST} 24:00'"
OPEN = f"c.enrolled_on <= '{LAST}' AND (c.closed_on IS NULL OR c.closed_on >= '{FIRST}')"
SUPPORTED = f"""SELECT DISTINCT sp.person_id FROM coaching_session s CROSS JOIN session_participant sp ON sp.session_id = s.id
  WHERE {HELD} AND +sp.person_id IN (SELECT c.person_id FROM case_file c WHERE {OPEN})"""
BEGAN = f"""SELECT c.person_id FROM outcome o JOIN case_file c ON c.id = o.case_id
  WHERE o.starts_on BETWEEN '{FIRST}' AND '{LAST}'"""
COUNTS = (
    f"WITH s AS MATERIALIZED ({SUPPORTED}) SELECT (SELECT count(*) FROM s),"
    f" (SELECT count(*) FROM s WHERE person_id IN ({BEGAN}))",
    f"SELECT count(*) FROM coaching_session s WHERE {HELD}",
    f"SELECT count(*) FROM cv_version WHERE made_at >= '{FIRST} 00:00' AND made_at <= '{LAST} 24:00'",
    f"SELECT count(*) FROM application WHERE applied_on BETWEEN '{FIRST}' AND '{LAST}'",
    "SELECT count(DISTINCT a.person_id) FROM application_step t JOIN application a ON a.id = t.application_id "
    f"WHERE t.stage = 'called_to_interview' AND t.reached_on BETWEEN '{FIRST}' AND '{LAST}'",
)


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield the annual figures, beside counting the same in SQL."""
    counts = [bench.raw(statement) for statement in COUNTS]

    def raw() -> None:
        for count in counts:
            count()

    def annual() -> object:
        with bench.register.reading() as uow:
            return reports.read(uow, ReportChoice.year(TODAY.year))

    yield Entry("Figures of the year", annual, "counts by hand", raw, AT_MOST, grows=True)
