"""Reports as files: PDF, Excel, CSV and JSON, each with a name that says what it is."""

import json
import re
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from jobbpunkt import history
from jobbpunkt.documents import period
from jobbpunkt.documents.workbook import Sheet, Value, csv_file, workbook
from jobbpunkt.i18n import Words
from jobbpunkt.measures import MeasureResult
from jobbpunkt.permissions import Permission
from jobbpunkt.reports.papers import Document, document, render
from jobbpunkt.reports.reading import Kind, Report, ReportChoice, as_json, read
from jobbpunkt.search import fold
from jobbpunkt.unit_of_work import UnitOfWork
from models.vocabulary import HistoryAction, Unit


class Format(Enum):
    """How a report is written; the value is the file's ending."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Material:
    """All that any file of a report is made from, so that it can be made away from the register."""

    report: Report
    document: Document


def gather(uow: UnitOfWork, choice: ReportChoice, words: Words) -> Material:
    """Return what the files of a report are made from."""
    return Material(read(uow, choice), document(uow, choice, words))


def write(material: Material, words: Words, wanted: Format) -> bytes:
    """Return a report as the content of a file."""
    if wanted is Format.PDF:
        return render(material.document, words)
    if wanted is Format.JSON:
        return (json.dumps(as_json(material.report, words), ensure_ascii=False, indent=2) + "\n").encode()
    header, reach = _header(words), _reach(material.report, words)
    rows = [(*_row(result, words), reach) for result in material.report.measures]
    if wanted is Format.CSV:
        return csv_file(header, rows)
    groups = [row for result in material.report.measures for row in _groups(result, words)]
    sheets = [Sheet(words("Figures"), header, rows)]
    if groups:
        sheets.append(Sheet(words("The participants"), (header[0], header[1], words("Group"), "", header[2]), groups))
    return workbook(sheets)


def file_name(report: Report, words: Words, wanted: Format) -> str:
    """Return a name for the file, without signs that any system refuses: "cv-boxen-2020-06-01.pdf"."""
    title = report.campaign or words(report.choice.kind.label)
    when = str(report.period.last.year) if report.choice.kind is Kind.ANNUAL else report.period.first.isoformat()
    plain = re.sub(r"[^a-z0-9]+", "-", fold(f"jobbpunkt {title} {when}")).strip("-")
    return f"{plain[:80]}.{wanted.value}"


def note_taken(uow: UnitOfWork, choice: ReportChoice, wanted: Format) -> None:
    """Note in the history that a report was printed or written to a file."""
    uow.require(Permission.SEE_REPORTS)
    action = HistoryAction.PRINTED if wanted is Format.PDF else HistoryAction.EXPORTED
    record: UUID = choice.campaign_id or uow.transaction
    history.record(uow, action, noun="report", record_id=record, reason=f"{choice.kind.value} {wanted.value}")


def _header(words: Words) -> tuple[str, ...]:
    titles = (words("Key"), words("Figure"), words("Value"), words("Exactness"), words("Unit"), words("How it was got"))
    return (*titles, words("Target"), words("What it means"), words("Period"))


def _reach(report: Report, words: Words) -> str:
    """Return the days that the figures are of; of a period that is not over, as far as they reach."""
    return period.told(report.period.first, report.period.last, words, through=report.through, style="iso")


def _row(result: MeasureResult, words: Words) -> tuple[Value, ...]:
    return (
        result.key,
        words(result.label),
        _value(result, words),
        words(result.qualifier.label) if result.qualifier is not None else "",
        words(result.unit.label),
        words(result.source.label),
        _number(result.target, result.unit),
        words(result.definition),
    )


def _value(result: MeasureResult, words: Words) -> Value:
    if result.suppressed:
        return words("hidden: fewer than five")
    return words("not recorded") if result.value is None else _number(result.value, result.unit)


def _number(value: float | None, unit: Unit) -> Value:
    return float(value) if value is not None and unit is Unit.SHARE else value


def _groups(result: MeasureResult, words: Words) -> list[tuple[Value, ...]]:
    return [
        (result.key, words(result.label), words(part.label), words(cell.label), cell.value if cell.value is not None else hidden)
        for hidden in [words("hidden")]
        for part in result.by or ()
        for cell in part.cells
    ]
