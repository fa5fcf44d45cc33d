"""Reports: the figures of a year, a campaign, a caseload or the programme, on paper, as files, and traced to records."""

from jobbpunkt.reports.files import Format, Material, file_name, gather, note_taken, write
from jobbpunkt.reports.papers import Document, annual_document, document, render
from jobbpunkt.reports.reading import Kind, Report, ReportChoice, annual, as_json, read
from jobbpunkt.reports.records import RecordPage, RecordRow, records

__all__ = [
    "Document",
    "Format",
    "Kind",
    "Material",
    "RecordPage",
    "RecordRow",
    "Report",
    "ReportChoice",
    "annual",
    "annual_document",
    "as_json",
    "document",
    "file_name",
    "gather",
    "note_taken",
    "read",
    "records",
    "render",
    "write",
]
