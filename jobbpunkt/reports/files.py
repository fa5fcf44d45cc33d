"""Reports as files: PDF, Word, Excel, CSV and JSON, each with a name that says what it is."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from jobbpunkt.base.changes import Change
from jobbpunkt.base.words import Words
from jobbpunkt.disclosure.leaving import Leaving, leave
from jobbpunkt.documents.chapter import as_word, render_chapter
from jobbpunkt.documents.columns import Value
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.setting import Setting, Wish
from jobbpunkt.documents.summary import SummaryDocument
from jobbpunkt.documents.workbook import Sheet, csv_file, workbook
from jobbpunkt.documents.year import history_end
from jobbpunkt.documents.year_data import YearDocument
from jobbpunkt.measures import MeasureResult, in_words
from jobbpunkt.measures.catalogue import NATURES
from jobbpunkt.register.index import fold
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.reports.on_paper import Document, document, render
from jobbpunkt.reports.reading import YEARLY, Kind, Report, ReportChoice, as_json, read, right_to
from models.vocabulary import HistoryAction, Unit


class Format(Enum):
    """How a report is written; the value is the file's ending."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    DOCX = "docx"  # text to edit: of a year its chapter, else the paper itself


@dataclass(frozen=True, slots=True)
class Material:
    """All that any file of a report is made from, so that it can be made away from the register."""

    report: Report
    document: Document
    setting: Setting


def gather(uow: Reading, choice: ReportChoice, words: Words, wish: Wish = Wish()) -> Material:  # noqa: B008 - it never changes
    """Return what the files of a report are made from; its paper is in the reader's language unless another is wished for."""
    setting = wish.over(Setting(words.language))
    report = read(uow, choice)
    return Material(report, document(uow, report, setting.words()), setting)


def drawing(material: Material) -> Drawing[Document]:
    """Return what draws a report's paper."""
    return Drawing(material.document, render, material.setting)


def write(material: Material, words: Words, wanted: Format) -> bytes:
    """Return a report as the content of a file."""
    if wanted is Format.PDF:
        return drawing(material)()
    if wanted is Format.DOCX:
        made = material.document
        return render_chapter(made, as_word(material.setting)) if isinstance(made, YearDocument) else drawing(material).as_word()
    if wanted is Format.JSON:
        return (json.dumps(as_json(material.report, words), ensure_ascii=False, indent=2) + "\n").encode()
    if wanted is Format.CSV:
        header = (words("Key"), *_header(material.report, words), *_divided(words), words("Period"))
        return csv_file(header, list(_with_groups(material.report, words)))
    return workbook(list(_sheets(material, words)))


def _with_groups(report: Report, words: Words) -> Iterator[tuple[Value, ...]]:
    """Yield a row for each figure, and below it one for each group that it was counted of."""
    reach, width = _reach(report, words), len(_header(report, words))
    for result, row in zip(report.measures, _rows(report, words), strict=True):
        yield (result.key, *row, None, None, reach)
        for label, divided, group, value in _groups(result, words):
            yield (result.key, label, value, *[None] * (width - 2), divided, group, reach)


def _divided(words: Words) -> tuple[str, str]:
    return words("Divided by"), words("Group")


def file_name(report: Report, words: Words, wanted: Format) -> str:
    """Return a name for the file, without signs that any system refuses: "cv-boxen-2020-06-01.pdf"."""
    title = _title(report, words)
    when = str(report.period.last.year) if report.choice.kind in YEARLY else report.period.first.isoformat()
    when = when[:7] if report.choice.kind is Kind.BOARD else when
    plain = re.sub(r"[^a-z0-9]+", "-", fold(f"jobbpunkt {title} {when}")).strip("-")
    return f"{plain[:80]}.{wanted.value}"


def note_printed(uow: Writing, material: Material, wanted: Format | None) -> Change:
    """Note that a report leaves, printed, as a file, or (None) as a command's answer, and remember every figure in it.

    Refuses what may not leave. It is called before anything leaves: whoever gets no refusal lets it out.
    """
    report, form = material.report, wanted.value if wanted is not None else "text"
    uow.require(right_to(report.choice.kind))
    leaving = Leaving(
        report.choice.kind.value, form, report.period.first, report.period.last, material, report.choice.campaign_id
    )
    left = leave(uow, leaving, NATURES)
    action = HistoryAction.PRINTED if wanted is Format.PDF else HistoryAction.EXPORTED
    record: UUID = report.choice.campaign_id or left or uow.transaction
    uow.note(action, noun="report", record_id=record, reason=f"{report.choice.kind.value} {form}")
    return uow.change_of(record, "", undoable=False)


def _title(report: Report, words: Words) -> str:
    return report.campaign or words(report.choice.kind.label)


def _sheets(material: Material, words: Words) -> Iterator[Sheet]:
    """Yield the figures, and where there are any the groups that they were counted of, each with what it is of above."""
    report, printed_on = material.report, material.document.printed_on
    title = _title(report, words)
    if report.choice.kind in YEARLY:
        title = f"{title} {report.period.last.year}"
    above = [title, words("Period: {period}", period=_reach(report, words))]
    if printed_on is not None:
        above.append(words("Written on {day}", day=words.day(printed_on)))
    if isinstance(material.document, YearDocument) and material.document.history is not None:
        above.append(history_end(material.document.history, words))
    yield Sheet(words("Figures"), _header(report, words), _rows(report, words), tuple(above))
    yield from _of_programmes(material.document, words, tuple(above))
    groups = [row for result in report.measures for row in _groups(result, words)]
    if groups:
        header = (words("Figure"), *_divided(words), words("Value"))
        yield Sheet(words("The participants"), header, groups, tuple(above))


def _of_programmes(made: Document, words: Words, above: tuple[str, ...]) -> Iterator[Sheet]:
    """Yield the programmes with their period, and group and suppliers month by month, where the paper has them."""
    if not isinstance(made, SummaryDocument) or not made.programmes:
        return
    missing = words("not recorded")
    periods = [
        (one.name, one.site, one.first or missing, one.last or missing, decided, end)
        for one in made.programmes
        for decided, end in one.extensions or ((None, None),)
    ]
    header = (
        words("Project"),
        words("Place"),
        words("First day"),
        words("Last day"),
        words("Extended on"),
        words("Extended until"),
    )
    yield Sheet(words("Period"), header, periods, above)
    months = [
        (words.month(one.first), *_side(one.group, one.group_points, words), *_side(one.suppliers, one.suppliers_points, words))
        for one in made.months
    ]
    if months:
        sides = (words("The group, %"), words("Points judged"), words("Suppliers, %"), words("Points judged"))
        yield Sheet(words("Inspections"), (words("Month"), *sides), months, above)


def _side(share: float | None, points: int, words: Words) -> tuple[Value, Value]:
    return (words("not recorded"), None) if share is None else (round(share, 1), points)


def _header(report: Report, words: Words) -> tuple[str, ...]:
    titles = (words("Figure"), words("Value"), words("Exactness"), words("Unit"), words("How it was got"))
    aim = words("Target of the year") if report.so_far else words("Target")
    return (*titles, words("Not recorded for"), *_beside_heads(report, words), aim, words("What it means"))


def _beside_heads(report: Report, words: Words) -> tuple[str, ...]:
    """Return what stands over the time before, if there is any, and over the year that a month is of."""
    first = report.period.first
    if report.so_far:
        year = str(first.year) if report.is_whole else words("{year} so far", year=first.year)
        return words.month(first.replace(year=first.year - 1)), year
    return (str(first.year - 1),) if report.before else ()


def _rows(report: Report, words: Words) -> list[tuple[Value, ...]]:
    before, so_far = ({one.key: one for one in beside} for beside in (report.before, report.so_far))
    return [_row(one, [of[one.key] for of in (before, so_far) if one.key in of], words) for one in report.measures]


def _reach(report: Report, words: Words) -> str:
    """Return the days that the figures are of; of a period that is not over, as far as they reach."""
    days = f"{report.period.first} – {report.period.last}"
    return words("{period}, figures up to and including {day}", period=days, day=report.through) if report.through else days


def _row(result: MeasureResult, beside: Sequence[MeasureResult], words: Words) -> tuple[Value, ...]:
    """Return a figure beside the same of the time before and, of a month, of its year: that one has the target."""
    aimed = beside[-1] if len(beside) > 1 else result
    return (
        words(result.label),
        _value(result, words),
        words(result.qualifier.label) if result.qualifier is not None else "",
        words(result.unit.label),
        words(result.source.label),
        result.missing or None,
        *(_value(one, words) for one in beside),
        _number(aimed.target, result.unit),
        _meaning(result, words),
    )


def _meaning(result: MeasureResult, words: Words) -> str:
    return " ".join(words(sentence) for sentence in (result.definition, result.caution) if sentence)


def _value(result: MeasureResult, words: Words) -> Value:
    if result.suppressed:
        return in_words.hidden(words)
    return words("not recorded") if result.value is None else _number(result.value, result.unit)


def _number(value: float | None, unit: Unit) -> Value:
    return float(value) if value is not None and unit is Unit.SHARE else value


def _groups(result: MeasureResult, words: Words) -> list[tuple[Value, ...]]:
    return [
        (words(result.label), words(part.label), words(cell.label), cell.value if cell.value is not None else hidden)
        for hidden in [words("hidden")]
        for part in result.by or ()
        for cell in part.cells
    ]
