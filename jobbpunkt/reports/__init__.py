"""Reports: the figures of a year, a campaign, a caseload or the programme, on paper, as files, and traced to records."""

from jobbpunkt.reports.files import Format, Material, drawing, file_name, gather, note_printed, write
from jobbpunkt.reports.frozen import (
    FigureChange,
    FrozenRow,
    freeze,
    frozen_changes,
    frozen_pdf,
    frozen_reports,
    note_frozen_printed,
)
from jobbpunkt.reports.grouped import RecordGroup
from jobbpunkt.reports.on_paper import Document, document, render
from jobbpunkt.reports.reading import YEARLY, Kind, Report, ReportChoice, as_json, read, right_to
from jobbpunkt.reports.records import RecordPage, RecordRow, in_order, records, rows_of
from jobbpunkt.reports.targets import Aim, set_targets, targets_of, with_targets
from jobbpunkt.reports.voices import Voice, VoiceWords, remove_voice, voice, write_voice

__all__ = [
    "YEARLY",
    "Aim",
    "Document",
    "FigureChange",
    "Format",
    "FrozenRow",
    "Kind",
    "Material",
    "RecordGroup",
    "RecordPage",
    "RecordRow",
    "Report",
    "ReportChoice",
    "Voice",
    "VoiceWords",
    "as_json",
    "document",
    "drawing",
    "file_name",
    "freeze",
    "frozen_changes",
    "frozen_pdf",
    "frozen_reports",
    "gather",
    "in_order",
    "note_frozen_printed",
    "note_printed",
    "read",
    "records",
    "remove_voice",
    "render",
    "right_to",
    "rows_of",
    "set_targets",
    "targets_of",
    "voice",
    "with_targets",
    "write",
    "write_voice",
]
