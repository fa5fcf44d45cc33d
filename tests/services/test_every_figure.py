"""Every figure of every report says what it means, how it was got and what is not known of it, in every kind of file."""

import csv
import json
from collections.abc import Iterator
from datetime import date, time
from io import BytesIO, StringIO
from typing import Any

import pytest
from pypdf import PdfReader
from python_calamine import load_workbook

from jobbpunkt import campaigns, demo, events, indicators, measures, programmes, reports
from jobbpunkt.base.clock import instant
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import CampaignDetails, cv_box_measures
from jobbpunkt.documents import tree
from jobbpunkt.documents.campaign import CampaignDocument, campaign_paper
from jobbpunkt.documents.figures import Figure
from jobbpunkt.documents.setting import Setting
from jobbpunkt.documents.sheet import SheetDocument, sheet_paper
from jobbpunkt.documents.summary import summary_paper
from jobbpunkt.documents.year import year_paper
from jobbpunkt.documents.year_data import YearDocument
from jobbpunkt.events import EventDetails
from jobbpunkt.indicators import IndicatorData, MonthResult
from jobbpunkt.measures import MeasureResult, Period
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.reports import Format, Kind, Material, ReportChoice
from models.vocabulary import ActivityStatus, EventKind, Source, Unit

YEAR = Period.year(2020)


@pytest.fixture
def lived(demo_place: str) -> Iterator[Register]:
    register = Register.open(demo_place, Credentials("projektledare", demo.PASSWORD))
    yield register
    register.close()


def _choices(uow: Reading, period: Period = YEAR) -> list[ReportChoice]:
    """Return every report that there is."""
    month = Period(date(period.first.year, 5, 1), date(period.first.year, 5, 31))
    kinds = [kind for kind in Kind if kind is not Kind.CAMPAIGN]
    of_periods = [ReportChoice(kind, month if kind is Kind.BOARD else period) for kind in kinds]
    return of_periods + [ReportChoice(Kind.CAMPAIGN, campaign_id=row.id) for row in campaigns.overview(uow)]


def _materials(register: Register, words: Words, period: Period = YEAR) -> list[Material]:
    with register.reading() as uow:
        return [reports.gather(uow, choice, words) for choice in _choices(uow, period)]


def _paper(material: Material) -> tree.Paper:
    words = Setting("sv").words()
    made = material.document
    if isinstance(made, CampaignDocument):
        return campaign_paper(made, words)
    if isinstance(made, SheetDocument):
        return sheet_paper(made, words)
    return year_paper(made, words) if isinstance(made, YearDocument) else summary_paper(made, words)


def _inside(blocks: Any) -> Iterator[Any]:
    for block in blocks:
        yield block
        yield from _inside(getattr(block, "parts", ()))


def _pdf(material: Material, words: Words) -> str:
    pages = PdfReader(BytesIO(reports.write(material, words, Format.PDF))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def _json(material: Material, words: Words) -> dict[str, dict[str, Any]]:
    return {one["key"]: one for one in json.loads(reports.write(material, words, Format.JSON))["measures"]}


def _csv(material: Material, words: Words) -> dict[str, dict[str, str]]:
    text = reports.write(material, words, Format.CSV).decode("utf-8-sig")
    return {row["Nyckel"]: row for row in csv.DictReader(StringIO(text), delimiter=";") if not row["Grupp"]}


def _xlsx(material: Material, words: Words) -> dict[str, dict[Any, Any]]:
    sheet = load_workbook(BytesIO(reports.write(material, words, Format.XLSX))).get_sheet_by_index(0).to_python()
    start = [row[0] for row in sheet].index("Uppgift")
    rows = [dict(zip(sheet[start], row, strict=True)) for row in sheet[start + 1 :]]
    return dict(zip(_csv(material, words), rows, strict=True))


def test_every_figure_opens_the_records_that_it_is_made_of(lived: Register, words_sv: Words) -> None:
    seen: set[str] = set()
    with lived.reading() as uow:
        for choice in _choices(uow):
            for result in reports.read(uow, choice).measures:
                page = reports.records(uow, choice, result.key, words_sv)
                full = reports.reading.read_figure(uow, choice, result.key)
                seen.add(result.key)
                assert (full.value, len(page.rows)) == (result.value, page.total), result.key
                assert page.total > 0 or result.value in (None, 0), f"{result.key} opens nothing"
                assert all(row.title and "None" not in row.detail for row in page.rows), result.key
                _is_made_of(full)
                _is_divided(uow, choice, full, words_sv)
                if result.key == "kolada_u40455":
                    assert {row.detail for row in page.rows} == {"Ja", "Nej", "Uppgift saknas"}
    assert {entry.key for entry in measures.CATALOGUE} <= seen


def _is_divided(uow: Reading, choice: ReportChoice, result: MeasureResult, words: Words) -> None:
    """See that the groups of a figure open just those that are in them, and that what is shown of them is theirs."""
    page = reports.records(uow, choice, result.key, words)
    entries = {entry.key: entry for entry in measures.CATALOGUE}
    assert bool(page.groups) == (result.key in entries and entries[result.key].grouped and bool(page.rows)), result.key
    counts = {(one.kind, one.key): one.count for one in page.groups}
    for kind in {kind for kind, _ in counts}:
        assert sum(number for (of, _), number in counts.items() if of == kind) == sum(one.amount == 1 for one in result.records)
    for part in result.by or ():
        shown = {(part.key, cell.key): cell.value for cell in part.cells if cell.value}
        assert shown.items() <= counts.items(), result.key
    for group, number in list(counts.items())[:3]:
        assert len(reports.records(uow, choice, result.key, words, group=group).rows) == number


def _is_made_of(result: MeasureResult) -> None:
    """See that a figure follows from its records, as its unit has it."""
    if result.value is None:
        return
    known = [record.amount for record in result.records if record.amount is not None]
    if result.unit is Unit.SHARE:
        whole = sum(record.out_of or 0 for record in result.records)
        assert result.value == round(100 * sum(known) / whole, 1), result.key
    else:
        assert result.value == (sum(known) // 60 if result.unit is Unit.HOURS else sum(known)), result.key


def test_one_key_means_one_thing_in_every_report(lived: Register, words_sv: Words) -> None:
    with lived.writing() as uow:
        frame = CampaignDetails("Höstboxen", date(2020, 9, 7), date(2020, 10, 4))
        made = campaigns.create(uow, frame, measures=cv_box_measures()).record
        campaigns.add_measure(uow, made, label="CVs written", unit=Unit.DOCUMENTS)
        campaigns.add_measure(uow, made, label="Safety index", unit=Unit.PERSONS, key="safety_index")
        visitors = next(one for one in campaigns.get(uow, made).measures if one.key == "fair_visitors")
        campaigns.change_measure(uow, visitors.id, visitors.version, label="Besökare i boxen", unit=Unit.VISITORS)
    meant: dict[str, set[tuple[str, str, Unit]]] = {}
    for material in _materials(lived, words_sv):
        for one in material.report.measures:
            meant.setdefault(one.key, set()).add((one.label, one.definition, one.unit))
            assert one.definition.strip().endswith("."), one.key
        named: dict[str, set[str]] = {}
        for label, definition in _appendix(material):
            named.setdefault(label, set()).add(definition)
        assert {label: told for label, told in named.items() if len(told) > 1} == {}
        shown = {str(figure.label) for figure in _figures(material)}
        assert all(any(label in entry for entry in named) for label in shown), "each has its meaning in the appendix"
    assert {key: told for key, told in meant.items() if len(told) > 1} == {}
    assert {"cvs_written_2", "safety_index_2", "fair_visitors_2"} <= meant.keys()


def _appendix(material: Material) -> list[tuple[str, str]]:
    tables = [block for block in _inside(_paper(material).blocks) if isinstance(block, tree.Table)]
    return [(str(row[0]), str(row[1])) for one in tables if str(one.header[-1]) == "Vad det betyder" for row in one.rows]


def _figures(material: Material) -> list[Figure]:
    made = material.document
    if isinstance(made, CampaignDocument):
        return [result.total for result in made.results]
    if isinstance(made, YearDocument):
        return [*(one.figure for one in made.headline), *(figure for part in made.parts for figure in part.figures)]
    if isinstance(made, SheetDocument):
        return [*(one.figure for one in made.headline), *made.figures]
    return [*made.headline, *(figure for section in made.sections for figure in section.figures)]


def test_no_axis_carries_two_units(lived: Register, words_sv: Words) -> None:
    charts = 0
    for material in _materials(lived, words_sv):
        units: dict[str, set[Unit]] = {}
        for figure in _figures(material):
            units.setdefault(str(figure.label), set()).add(figure.unit)
        for chart in _inside(_paper(material).blocks):
            if isinstance(chart, tree.Chart):
                charts += 1
                names = {str(series.label) for series in chart.series} | {str(label) for label in chart.labels}
                assert len({unit for name in names for unit in units.get(name, ())}) <= 1, names
    assert charts > 5


@pytest.fixture
def told(register: Register) -> Register:
    """A register in which somebody told some totals, for 2020 up to June."""
    with register.writing() as uow:
        at = instant(date(2020, 5, 4), time(18))
        events.create(uow, EventDetails(EventKind.LIVESTREAM, "CV", at, status=ActivityStatus.HELD, views=300))
        index = indicators.create(uow, IndicatorData("Trygghetsindex"), key="safety_index").record
        indicators.aim(uow, index, year=2020, share=82)
        for month, good in ((1, 390), (2, 392), (4, 394)):
            indicators.read(uow, index, MonthResult(date(2020, month, 1), 500, good))
        key = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        programmes.state_participants(uow, key, 1, 9)
        made = campaigns.create(uow, CampaignDetails("Boxen", date(2020, 6, 1), date(2020, 6, 28)), measures=cv_box_measures())
        entry = next(one for one in campaigns.get(uow, made.record).measures if one.key == "applications_ikea")
        campaigns.count(uow, entry.id, amount=45, day=date(2020, 6, 2), source=Source.STATED)
    return register


def test_what_somebody_typed_as_a_total_is_never_called_counted(told: Register, words_sv: Words) -> None:
    seen: set[str] = set()
    for material in _materials(told, words_sv):
        stated = [one for one in material.report.measures if one.source is Source.STATED]
        rows, cells, data = _csv(material, words_sv), _xlsx(material, words_sv), _json(material, words_sv)
        for one in stated:
            seen.add(one.key)
            assert data[one.key]["source"] == "stated"
            assert rows[one.key]["Så togs den fram"] == cells[one.key]["Så togs den fram"] == "Enligt uppgift"
        assert _pdf(material, words_sv).count("nligt uppgift") >= len(stated)
        assert not any(one.source is Source.COUNTED for one in material.report.measures if one.value and _is_typed(one))
        if not isinstance(material.document, CampaignDocument):
            large = [block for block in _paper(material).blocks if isinstance(block, tree.Figures)]
            said = {str(figure.label): str(figure.below) for block in large for figure in block.figures}
            assert all("Enligt uppgift" in said[words_sv(one.label)] for one in stated if words_sv(one.label) in said)
    assert seen == {"livestream_views", "safety_index", "programme_participants", "applications_ikea"}


def _is_typed(result: MeasureResult) -> bool:
    """Tell whether a figure comes from numbers that people type: a sum of views, of answers, of participants."""
    entries = {entry.key: entry for entry in measures.CATALOGUE}
    return result.key in entries and entries[result.key].stated


def test_where_nothing_is_recorded_no_file_says_nought(register: Register, words_sv: Words) -> None:
    with register.writing() as uow:
        campaigns.create(uow, CampaignDetails("Boxen", date(2020, 6, 1), date(2020, 6, 28)), measures=cv_box_measures())
    for material in _materials(register, words_sv, Period.year(2019)):
        empty = [one.key for one in material.report.measures if one.value is None]
        assert len(empty) >= len(material.report.measures) - 2, "the weeks and the partners of a campaign are its own"
        rows, cells, data = _csv(material, words_sv), _xlsx(material, words_sv), _json(material, words_sv)
        for key in empty:
            assert (data[key]["value"], data[key]["source"]) == (None, "not_recorded")
            assert rows[key]["Värde"] == cells[key]["Värde"] == "uppgift saknas"
        assert _pdf(material, words_sv).count("uppgift saknas") >= len(empty)


def test_a_month_without_a_reading_is_a_gap_that_says_so(told: Register, words_sv: Words) -> None:
    year = next(one for one in _materials(told, words_sv) if one.report.choice.kind is Kind.ANNUAL)
    chart = next(one for one in _inside(_paper(year).blocks) if isinstance(one, tree.Chart) and one.kind is tree.ChartKind.LINE)
    assert list(chart.series[0].values) == [78.0, 78.4, None, 78.8, None]
    text = _pdf(year, words_sv)
    assert "Uppgift saknas: mars 2020, maj 2020." in text
    assert "siffror till och med 15 juni 2020" in text


def test_of_how_many_nobody_knows_stands_in_every_file(lived: Register, words_sv: Words) -> None:
    year = next(one for one in _materials(lived, words_sv) if one.report.choice.kind is Kind.ANNUAL)
    lacking = {one.key: one.missing for one in year.report.measures if one.missing}
    assert "jobseekers_in_work_month" in lacking
    rows, cells, data, text = _csv(year, words_sv), _xlsx(year, words_sv), _json(year, words_sv), _pdf(year, words_sv)
    for key, number in lacking.items():
        assert data[key]["missing"] == number
        assert rows[key]["Uppgift saknas för"] == str(number)
        assert cells[key]["Uppgift saknas för"] == number
        assert f"uppgift saknas för {number}" in text
    sentence = "kan inte jämföras med hur många av dem som fått stöd som är i arbete"
    assert sentence in text
    assert sentence in data["kolada_u40455"]["caution"]
    assert sentence in rows["kolada_u40455"]["Vad det betyder"]
    assert sentence in cells["kolada_u40455"]["Vad det betyder"]


def test_what_is_hidden_is_hidden_alike_in_every_file(lived: Register, words_sv: Words) -> None:
    hidden, cells = "dold, så att ingen kan kännas igen", 0
    for material in _materials(lived, words_sv):
        data, rows = _json(material, words_sv), _csv(material, words_sv)
        sheet, text = _xlsx(material, words_sv), _pdf(material, words_sv)
        groups = _groups(material, words_sv)
        for one in material.report.measures:
            told = data[one.key]
            assert (told.get("suppressed", False), told["value"]) == (one.suppressed, one.value), one.key
            assert (rows[one.key]["Värde"] == hidden, sheet[one.key]["Värde"] == hidden) == (one.suppressed,) * 2, one.key
            if one.suppressed and (label := words_sv(one.label)) in text:
                assert f"{label} –" in text, one.key
            for part in one.by or ():
                assert told["by"][part.key] == (None if part.hidden else {cell.key: cell.value for cell in part.cells})
                for cell in part.cells:
                    place = (words_sv(one.label), words_sv(part.label), words_sv(cell.label))
                    assert groups[place] == (words_sv("hidden") if cell.value is None else cell.value), place
                    cells += cell.value is None
    assert cells > 0


def _groups(material: Material, words: Words) -> dict[tuple[str, str, str], Any]:
    """Return what the Excel file tells of each group."""
    book = load_workbook(BytesIO(reports.write(material, words, Format.XLSX)))
    rows = book.get_sheet_by_name("Deltagarna").to_python() if "Deltagarna" in book.sheet_names else []
    return {(str(row[0]), str(row[1]), str(row[2])): row[3] for row in rows if len(row) > 3}
