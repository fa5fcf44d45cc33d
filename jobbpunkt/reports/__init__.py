"""Reports: the figures of a year, a campaign, a caseload or the programme, on paper, as files, and traced to records."""

from jobbpunkt.reports.reading import Choice, Kind, Report, annual, as_json, read, years
from jobbpunkt.reports.records import RecordRow, records

__all__ = ["Choice", "Kind", "RecordRow", "Report", "annual", "as_json", "read", "records", "years"]
