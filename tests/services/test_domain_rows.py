"""Every fact of the report for 2020 that is to be kept can be typed in the window, stands in the demo, and is printed from it.

`tests/data/domain_rows.csv` has the facts by the number of their row: how they were worded, which fields keep them, which report
prints them, and what is looked for in it (several with | between). No row may be fulfilled by words of the program alone: an
empty register's report says none of it.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from jobbpunkt import assignments, demo, events, incidents, indicators, organisations, places, programmes, reports, series
from jobbpunkt.assignments import NewAssignment
from jobbpunkt.base.clock import fixed, instant
from jobbpunkt.base.words import Words
from jobbpunkt.demo import stage
from jobbpunkt.events import EventDetails
from jobbpunkt.exchange.titles import NOUNS
from jobbpunkt.indicators import FactorData, IndicatorData, MonthResult
from jobbpunkt.places import PlaceData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.reports import Format, Kind, ReportChoice
from jobbpunkt.series import SeriesData
from models import tables
from models.campaign import Campaign
from models.vocabulary import (
    ActivityStatus,
    AssignmentRole,
    Effect,
    EventKind,
    IncidentCategory,
    PartnerRole,
    PlaceKind,
    ProgrammeKind,
    StaffRole,
    TargetGroup,
)
from tests.registers import NOW, Template, copy_file
from tests.services.test_reports import pdf_line
from tests.ui.test_every_column import COLUMNS, FORMS, OWN, TABLES, _fields

FACTS = Path(__file__).resolve().parents[1] / "data" / "domain_rows.csv"
# Rows of the table marked A or B that stand in the program, but in no year's report: what keeps them, and why.
# Every row of the table that is marked A or B.
MARKED = {
    *(2, 3, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 22, 23, 24, 25, 26, 27, 28, 30, 31, 32, 33, 34, 35, 36, 37, 38),
    *(39, 40, 41, 42, 43, 44, 45, 47, 48, 49, 50, 51, 52, 53, 54, 56, 58, 59, 61, 62, 63, 65, 66, 67, 68),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the table."""

    row: int
    fields: tuple[tuple[str, str], ...]
    report: str
    sought: tuple[str, ...]


def _facts() -> Iterator[Fact]:
    with FACTS.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter=";"):
            fields = tuple((table, column) for table, column in (field.split(".") for field in line["fields"].split()))
            yield Fact(int(line["row"]), fields, line["report"], tuple(line["sought"].split("|")))


ALL = tuple(_facts())
IDS = [str(fact.row) for fact in ALL]


def _typed(table: str, column: str) -> bool:
    """Tell whether the window has a field for a column, or a place of its own where it is chosen."""
    declared = {field.name for field in NOUNS.get(table, ())}
    if column in declared or any(column in _fields(form) for form in FORMS.get(table, ())):
        return True
    reason = COLUMNS.get(f"{table}.{column}") or TABLES.get(table, "")
    return bool(reason) and reason != OWN


def _text(register: Register, choice: ReportChoice) -> str:
    words = Words("sv")
    with register.reading() as uow:
        material = reports.gather(uow, choice, words)
    return pdf_line(reports.write(material, words, Format.PDF))


def _in(sought: str, text: str) -> bool:
    """Tell whether words stand in a paper, wherever its lines and pages break."""
    return "".join(sought.replace("\N{NO-BREAK SPACE}", " ").split()) in "".join(text.split())


@pytest.fixture(scope="module")
def demo_register(sqlite_demo_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    place = copy_file(sqlite_demo_template, tmp_path_factory.mktemp("facts") / "demo.jobbpunkt")
    register = Register.open(place, Credentials(stage.COACH, demo.PASSWORD), fixed(NOW.replace(month=12, day=14)))
    yield register
    register.close()


@pytest.fixture(scope="module")
def printed(demo_register: Register) -> dict[str, str]:
    with demo_register.reading() as uow:
        campaign = uow.session.scalars(select(Campaign.id)).one()
    return {
        "annual": _text(demo_register, ReportChoice.year(2020)),
        "campaign": _text(demo_register, ReportChoice(Kind.CAMPAIGN, campaign_id=campaign)),
    }


def test_every_marked_row_of_the_table_is_here() -> None:
    assert {fact.row for fact in ALL} == MARKED


@pytest.mark.parametrize("fact", ALL, ids=IDS)
def test_the_window_has_a_field_for_it(fact: Fact) -> None:
    columns = {(table.name, column.name) for table in tables.metadata().tables.values() for column in table.columns}
    assert set(fact.fields) <= columns, "no such field"
    assert [field for field in fact.fields if not _typed(*field)] == []


@pytest.mark.parametrize("fact", ALL, ids=IDS)
def test_the_demo_has_it_recorded(demo_register: Register, fact: Fact) -> None:
    records = tables.records()
    with demo_register.reading() as uow:
        for table, column in fact.fields:
            values = uow.session.scalars(select(getattr(records[table], column))).all()
            assert any(map(_says_something, values)), f"{table}.{column} is empty"


def _says_something(value: Any) -> bool:
    return value not in (None, "") and (value.value if isinstance(value, Enum) else value) != "not_stated"


@pytest.mark.parametrize("fact", ALL, ids=IDS)
def test_the_report_prints_it(printed: dict[str, str], fact: Fact) -> None:
    assert [words for words in fact.sought if not _in(words, printed[fact.report])] == []


def test_an_empty_register_prints_none_of_it(sqlite_register: Register) -> None:
    text = _text(sqlite_register, ReportChoice.year(2020))
    assert [fact.row for fact in ALL if fact.report == "annual" and any(_in(words, text) for words in fact.sought)] == []


def test_what_is_recorded_anew_is_printed_anew(register: Register) -> None:
    """Record facts that stand in no demo, through the services, and read them on the paper."""
    walk = EventDetails(EventKind.SAFETY, "Kvällsvandring", instant(date(2020, 3, 3), time(18)), place="Haga")
    with register.writing() as uow:
        events.create(uow, replace(walk, status=ActivityStatus.CANCELLED, reason="Halka på gångvägarna"))
        held = replace(
            walk, title="Julpyssel", status=ActivityStatus.HELD, result="Alla pysslade.", attendance_said="ett trettiotal"
        )
        events.create(
            uow, replace(held, led_by=StaffRole.GARDENER, asked_by=StaffRole.AREA_MANAGER, target_group=TargetGroup.CHILDREN)
        )
        events.create(uow, replace(walk, kind=EventKind.MEETING_PLACE, title="Fika", place="Torget"))
        school = SeriesData("Schackkvällar", EventKind.OTHER, date(2018, 1, 1), date(2018, 12, 31), occasions=7)
        series.create(uow, replace(school, attendance_said="ett tjugotal", told_year=2020))
        place = places.create(uow, PlaceData("Haga")).record
        places.create(uow, PlaceData("Torget", PlaceKind.MEETING_PLACE, "Haga", "Föreningen", "En plats för alla."))
        incidents.note(uow, place, date(2020, 3, 4), {IncidentCategory.BURGLARY: 6})
        project = ProgrammeData("Grönt hus", "Haga", kind=ProgrammeKind.PROJECT, goal="Odla mer.", method="Såddmetoden.")
        key = programmes.create(uow, project).record
        funder = organisations.find_or_create(uow, "Odlarfonden")
        programmes.add_partner(uow, key, organisation_id=funder, role=PartnerRole.FUNDER)
        role, days = AssignmentRole.SAFETY_AMBASSADOR, (date(2020, 4, 1), date(2020, 5, 31))
        assignments.employ(uow, NewAssignment(role, "Ingen Alls", "Haga", *days, "Vattna."))
        index = indicators.create(uow, IndicatorData("Trivsel", base="Var tionde hyresgäst")).record
        indicators.read(uow, index, MonthResult(date(2020, 2, 1), 100, 70))
        indicators.aim(uow, index, year=2020, share=75)
        indicators.add_factor(uow, index, FactorData(2020, "Hissen", Effect.LOWERS, action="Ny hiss."))
    text = _text(register, ReportChoice.year(2020))
    for sought in (
        "Kunde inte genomföras: Kvällsvandring.",
        "Skäl: Halka på gångvägarna.",
        "leddes av trädgårdsmästare; för barn; på begäran av områdeschef; antal som kom: ett trettiotal. Alla pysslade.",
        "antal tillfällen enligt uppgift: 7; varje gång: ett tjugotal; deltaganden beräknade ur det: 140.",
        "Torget är en mötesplats på Haga som drivs av Föreningen.",
        "Haga, antal rapporterade veckor 1: Samlingar av ungdomar uppgift saknas",
        "Inbrott 6",
        "Mål: Odla mer. Metod: Såddmetoden. Med stöd från Odlarfonden.",
        "Deras uppgifter: Vattna.",
        "Trivsel: 70 %. Målet var 75 %: 5 procentenheter mer.",
        "Det som drar ned resultatet: hissen.",
        "Åtgärder: Ny hiss.",
    ):
        assert _in(sought, text), sought
    assert not _in("Ingen Alls", text), "a report names no resident"
