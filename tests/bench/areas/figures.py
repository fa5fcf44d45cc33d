"""The figures of the year."""

from collections.abc import Iterator

from jobbpunkt import reports
from jobbpunkt.reports import Report, ReportChoice
from tests.bench.entry import Entry
from tests.bench.lives import TODAY
from tests.bench.stock import Bench

AT_MOST = 3.0
MEETINGS = "SELECT count(*) FROM coaching_session s WHERE {held}"
# One pass over those who were met tells all that hangs on them: how many, by which groups, tenants, in work, in studies.
SUPPORTED = """WITH s AS MATERIALIZED (
    SELECT DISTINCT sp.person_id FROM coaching_session s CROSS JOIN session_participant sp ON sp.session_id = s.id
    WHERE {held} AND +sp.person_id IN (SELECT c.person_id FROM case_file c WHERE {open}))
  SELECT p.sex, p.birth_year, p.district, p.education, p.without_work, p.tenant, count(*),
    sum(p.id IN (SELECT c.person_id FROM outcome o JOIN case_file c ON c.id = o.case_id WHERE {began} AND o.kind = 'work')),
    sum(p.id IN (SELECT c.person_id FROM outcome o JOIN case_file c ON c.id = o.case_id WHERE {began} AND o.kind = 'studies'))
  FROM s JOIN person p ON p.id = s.person_id GROUP BY 1, 2, 3, 4, 5, 6"""
COUNTS = (
    SUPPORTED,
    MEETINGS,
    "SELECT count(DISTINCT person_id) FROM case_file WHERE closed_on BETWEEN '{first}' AND '{last}'",
    "SELECT count(DISTINCT plan_id) FROM plan_version WHERE adopted_at >= '{first} 00:00' AND adopted_at <= '{last} 24:00'",
    "SELECT count(DISTINCT cv_id) FROM cv_version WHERE made_at >= '{first} 00:00' AND made_at <= '{last} 24:00'",
    "SELECT count(DISTINCT letter_id) FROM letter_version WHERE made_at >= '{first} 00:00' AND made_at <= '{last} 24:00'",
    "SELECT count(*) FROM application WHERE applied_on BETWEEN '{first}' AND '{last}'",
    "SELECT count(DISTINCT a.person_id) FROM application_step t JOIN application a ON a.id = t.application_id "
    "WHERE t.stage = 'called_to_interview' AND t.reached_on BETWEEN '{first}' AND '{last}'",
)


def of_year(statement: str, year: int) -> str:
    """Return a statement for the days of a year."""
    first, last = f"{year}-01-01", f"{year}-12-31"
    held = f"s.status = 'held' AND s.starts_at >= '{first} 00:00' AND s.starts_at <= '{last} 24:00'"
    is_open = f"c.enrolled_on <= '{last}' AND (c.closed_on IS NULL OR c.closed_on >= '{first}')"
    began = f"o.starts_on BETWEEN '{first}' AND '{last}'"
    return statement.format(first=first, last=last, held=held, open=is_open, began=began)


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield the annual figures with those of the year before, beside counting those of both years in SQL."""
    counts = [bench.raw(of_year(statement, year)) for year in (TODAY.year, TODAY.year - 1) for statement in COUNTS]

    def raw() -> None:
        for count in counts:
            count()

    def annual() -> Report:
        with bench.register.reading() as uow:
            return reports.read(uow, ReportChoice.year(TODAY.year))

    found = {one.key: one.value for one in annual().measures}
    meetings = bench.one(of_year(MEETINGS, TODAY.year))
    assert meetings == found["sessions_held"]  # the two count the same
    assert sum(row[6] for row in bench.connection.execute(of_year(SUPPORTED, TODAY.year))) == found["jobseekers_supported"]
    yield Entry("Figures of the year", annual, "counts of both years by hand", raw, AT_MOST, grows=True)
