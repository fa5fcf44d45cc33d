"""Sheets: the key figures, the results for Kolada and SKR and the board's month; and what every report is as a workbook."""

import csv
import json
import zipfile
from collections.abc import Iterator
from datetime import date, time
from io import BytesIO, StringIO
from typing import Any
from uuid import UUID
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from python_calamine import load_workbook

from jobbpunkt import campaigns, cases, demo, reports
from jobbpunkt.base.clock import instant
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import Words
from jobbpunkt.cases import NewCase, NewOutcome
from jobbpunkt.documents.sheet import SheetDocument
from jobbpunkt.measures import Breakdown, MeasureResult, Period
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.reports import Format, Kind, Material, ReportChoice
from models.case import Case
from models.coaching import CoachingSession, SessionParticipant
from models.vocabulary import Answer, ClosureReason, EmploymentForm, OutcomeKind, Referrer, SessionKind, SessionStatus

YEAR, MAY = Period.year(2020), Period(date(2020, 5, 1), date(2020, 5, 31))
KEY_FIGURES, KOLADA, BOARD = ReportChoice(Kind.KEY_FIGURES, YEAR), ReportChoice(Kind.KOLADA, YEAR), ReportChoice(Kind.BOARD, MAY)
_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _enrol(uow: Writing, number: int, day: date, referrer: Referrer = Referrer.SELF) -> list[UUID]:
    made = []
    for one in range(number):
        person = details.create(uow, PersonData(f"Person{one}", "Exempel")).record
        made.append(cases.enrol(uow, NewCase(person, day, referrer)).record)
        session = CoachingSession(
            coach_id=uow.user.id,
            kind=SessionKind.COACHING,
            status=SessionStatus.HELD,
            starts_at=instant(day, time(9)),
            minutes=60,
        )
        uow.add(session)
        uow.flush()
        uow.add(SessionParticipant(session_id=session.id, person_id=person))
    return made


def _gather(register: Register, choice: ReportChoice, words: Words) -> Material:
    with register.reading() as uow:
        return reports.gather(uow, choice, words)


def _figure(material: Material, key: str) -> MeasureResult:
    return next(one for one in material.report.measures if one.key == key)


def _groups(result: MeasureResult, kind: str) -> dict[str, int | None]:
    part: Breakdown = next(one for one in result.by or () if one.key == kind)
    return {cell.key: cell.value for cell in part.cells}


def _sheet(material: Material) -> SheetDocument:
    assert isinstance(material.document, SheetDocument)
    return material.document


def _text(material: Material, words: Words) -> str:
    pages = PdfReader(BytesIO(reports.write(material, words, Format.PDF))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def _csv(material: Material, words: Words) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(reports.write(material, words, Format.CSV).decode("utf-8-sig")), delimiter=";"))


@pytest.fixture
def closed(register: Register) -> Register:
    """Thirty who were enrolled, of whom twenty-four were closed: to regular work, to municipal work, and for other reasons."""
    with register.writing() as uow:
        made = _enrol(uow, 18, date(2020, 1, 7)) + _enrol(uow, 12, date(2020, 2, 3), Referrer.SOCIAL_SERVICES)
        for place, case in enumerate(made[:18]):
            form = EmploymentForm.MUNICIPAL if place >= 12 else EmploymentForm.PERMANENT
            outcome = NewOutcome(case, OutcomeKind.WORK, "Bageriet", date(2020, 3, 2), form, lasted_month=Answer.YES)
            cases.add_outcome(uow, outcome)
            cases.close(uow, case, 1, on=date(2020, 5, 4), reason=ClosureReason.WORK)
        for case in made[18:21]:
            cases.close(uow, case, 1, on=date(2020, 5, 5), reason=ClosureReason.ILLNESS)
        for case in made[21:24]:
            cases.close(uow, case, 1, on=date(2020, 5, 5), reason=ClosureReason.PARENTAL_LEAVE)
    return register


def test_the_national_share_leaves_municipal_work_out_and_is_never_the_share_of_the_supported(
    closed: Register, words_sv: Words
) -> None:
    material = _gather(closed, KOLADA, words_sv)
    share, supported = _figure(material, "kolada_u40455"), _figure(material, "jobseekers_supported")
    assert (share.value, supported.value) == (50.0, 30), "12 of the 24 who were closed"
    text = _text(material, words_sv)
    assert "Av dem som avslutades 2020 gick 50 procent till arbete eller studier" in text
    assert "kan inte jämföras med hur många av dem som fått stöd som är i arbete" in text
    assert "ingår inte i kommunens siffra" in text
    assert "SKR frågar efter dem också" in text


def test_skr_is_told_who_led_people_here_and_why_they_ended_but_nothing_of_health(closed: Register, words_sv: Words) -> None:
    material = _gather(closed, KOLADA, words_sv)
    assert _groups(_figure(material, "cases_new"), "referrer") == {"self": 18, "social_services": 12}
    assert _groups(_figure(material, "cases_closed"), "reason") == {"work": 18, "other": 6}, "illness and leave are one group"
    titles = [str(kind.label) for kind in _sheet(material).kinds]
    assert titles[-2:] == ["Inskrivna: anvisade av", "Avslutade: orsak"]
    assert "Stadsdel" not in titles
    with closed.reading() as uow:
        page = reports.records(uow, KOLADA, "cases_closed", words_sv, group=("reason", "other"))
        told = reports.records(uow, KOLADA, "cases_new", words_sv).groups
    assert page.total == 6
    assert {(one.key, one.count) for one in told if one.kind == "referrer"} == {("self", 18), ("social_services", 12)}


def test_whoever_was_closed_twice_is_told_as_the_last_time(closed: Register, words_sv: Words) -> None:
    with closed.writing() as uow:
        for case in _enrol(uow, 6, date(2020, 1, 8)):
            cases.close(uow, case, 1, on=date(2020, 2, 1), reason=ClosureReason.MOVED)
            again = cases.enrol(uow, NewCase(uow.get(Case, case).person_id, date(2020, 3, 1), Referrer.CHURCH)).record
            cases.close(uow, again, 1, on=date(2020, 4, 1), reason=ClosureReason.OWN_WISH)
    material = _gather(closed, KOLADA, words_sv)
    assert _groups(_figure(material, "cases_closed"), "reason") == {"work": 18, "other": 12}
    assert _groups(_figure(material, "cases_new"), "referrer") == {"self": 18, "social_services": 12, "church": 6}


def test_a_small_group_of_reasons_is_hidden_with_what_it_would_follow_from(closed: Register, words_sv: Words) -> None:
    with closed.writing() as uow:
        for case in _enrol(uow, 3, date(2020, 1, 8)):
            cases.close(uow, case, 1, on=date(2020, 5, 6), reason=ClosureReason.MOVED)
    shown = _groups(_figure(_gather(closed, KOLADA, words_sv), "cases_closed"), "reason")
    assert (shown["moved"], shown["work"]) == (None, 18)
    assert shown["other"] is None, "the three would follow from the whole"


def test_a_month_stands_beside_the_same_month_its_year_and_the_target(register: Register, words_sv: Words) -> None:
    with register.writing() as uow:
        _enrol(uow, 7, date(2019, 5, 6))
        _enrol(uow, 20, date(2020, 2, 3))
        _enrol(uow, 12, date(2020, 5, 4))
        reports.set_targets(uow, 2020, {"jobseekers_supported": 55})
    material = _gather(register, BOARD, words_sv)
    report = material.report
    told = [
        next(one.value for one in results if one.key == "cases_new")
        for results in (report.measures, report.before, report.so_far)
    ]
    assert told == [12, 7, 32]
    found = json.loads(reports.write(material, words_sv, Format.JSON))["measures"][0]
    assert (found["value"], found["before"], found["so_far"], found["target"]) == (12, 7, 32, 55)
    row = _csv(material, words_sv)[0]
    assert [row[name] for name in ("Värde", "maj 2019", "Hittills 2020", "Årets mål")] == ["12", "7", "32", "55"]
    assert "Under maj 2020 skrevs 12 in och 0 avslutades." in _text(material, words_sv)
    assert len(PdfReader(BytesIO(reports.write(material, words_sv, Format.PDF))).pages) == 1


def test_a_months_small_number_does_not_follow_from_what_stands_beside_it(register: Register, words_sv: Words) -> None:
    with register.writing() as uow:
        _enrol(uow, 3, date(2020, 2, 3))
        _enrol(uow, 12, date(2020, 5, 4))
    report = _gather(register, BOARD, words_sv).report
    month, year = (next(one for one in found if one.key == "cases_new") for found in (report.measures, report.so_far))
    told = (month.value, month.suppressed, year.value)
    assert told == (None, True, 15), "15 less 12 are three persons; the year's number is the last to be hidden"
    with register.writing() as uow:
        reports.note_printed(uow, _gather(register, BOARD, words_sv), Format.PDF)


@pytest.mark.parametrize(
    "choice",
    [
        ReportChoice(Kind.BOARD, YEAR),
        ReportChoice(Kind.BOARD, Period(date(2020, 5, 2), date(2020, 5, 31))),
        ReportChoice(Kind.BOARD, Period(date(2020, 7, 1), date(2020, 7, 31))),
        ReportChoice(Kind.BOARD),
        ReportChoice(Kind.KOLADA, MAY),
        ReportChoice(Kind.KEY_FIGURES, Period(date(2020, 1, 1), date(2020, 6, 30))),
        ReportChoice(Kind.KEY_FIGURES, Period.year(2021)),
    ],
)
def test_days_that_a_sheet_is_not_of_are_refused(register: Register, words_sv: Words, choice: ReportChoice) -> None:
    with pytest.raises(InvalidInput):
        _gather(register, choice, words_sv)


@pytest.mark.parametrize("choice", [KEY_FIGURES, KOLADA, BOARD])
def test_where_nothing_was_recorded_a_sheet_says_so_and_never_nought(
    register: Register, words_sv: Words, choice: ReportChoice
) -> None:
    material = _gather(register, choice, words_sv)
    text = _text(material, words_sv)
    assert "Inget av det som den här sidan berättar om är registrerat" in text
    assert "Allt på den här sidan: Uppgift saknas." in text
    assert {row["Värde"] for row in _csv(material, words_sv)} == {"uppgift saknas"}
    assert all(one.value is None for one in (*material.report.measures, *material.report.before, *material.report.so_far))


def test_the_year_before_without_records_is_said_to_have_none(closed: Register, words_sv: Words) -> None:
    for choice in (KEY_FIGURES, KOLADA):
        material = _gather(closed, choice, words_sv)
        assert {row["2019"] for row in _csv(material, words_sv) if not row["Grupp"]} == {"uppgift saknas"}
        assert _text(material, words_sv).count("uppgift saknas") >= len(material.report.measures)
        assert "siffror till och med 15 juni 2020" in _text(material, words_sv)


def test_follow_ups_that_nobody_made_in_time_are_overdue_as_of_then(register: Register, words_sv: Words) -> None:
    with register.writing() as uow:
        (case,) = _enrol(uow, 1, date(2020, 1, 7))
        cases.add_outcome(uow, NewOutcome(case, OutcomeKind.WORK, "Bageriet", date(2020, 2, 3), EmploymentForm.PERMANENT))

    def overdue(first: date, last: date) -> float | None:
        return _figure(_gather(register, ReportChoice(Kind.BOARD, Period(first, last)), words_sv), "follow_ups_overdue").value

    april, may = (date(2020, 4, 1), date(2020, 4, 30)), (MAY.first, MAY.last)
    assert (overdue(*april), overdue(*may)) == (1, 2)
    with register.writing() as uow:
        first = cases.of_person(uow, uow.get(Case, case).person_id)[0].outcomes[0].follow_ups[0]
        cases.answer_follow_up(uow, first.id, first.version, holds=True, on=date(2020, 5, 6))
    assert (overdue(*april), overdue(*may)) == (1, 1), "what was done in May was overdue in April"


@pytest.fixture
def lived(demo_place: str) -> Iterator[Register]:
    register = Register.open(demo_place, Credentials("projektledare", demo.PASSWORD))
    yield register
    register.close()


def _every(register: Register, words: Words) -> Iterator[Material]:
    """Yield every kind of report, of a register with a year in it."""
    with register.reading() as uow:
        chosen = [ReportChoice(kind, MAY if kind is Kind.BOARD else YEAR) for kind in Kind if kind is not Kind.CAMPAIGN]
        chosen += [ReportChoice(Kind.CAMPAIGN, campaign_id=row.id) for row in campaigns.overview(uow)[:1]]
        for choice in chosen:
            yield reports.gather(uow, choice, words)


def test_csv_carries_the_groups_that_the_workbook_does(lived: Register, words_sv: Words) -> None:
    divided = 0
    for material in _every(lived, words_sv):
        told = [
            (row["Uppgift"], row["Indelat efter"], row["Grupp"], row["Värde"]) for row in _csv(material, words_sv) if row["Grupp"]
        ]
        book = load_workbook(BytesIO(reports.write(material, words_sv, Format.XLSX)))
        rows: list[list[Any]] = book.get_sheet_by_name("Deltagarna").to_python() if "Deltagarna" in book.sheet_names else []
        found = [tuple(str(int(cell)) if isinstance(cell, float) else cell for cell in row) for row in rows if row[3] != ""]
        assert told == [row for row in found if row[0] != "Uppgift"], material.report.choice.kind
        groups = [cell for one in material.report.measures for part in one.by or () for cell in part.cells]
        assert len(told) == len(groups)
        divided += len(told)
        keys = [one.key for one in material.report.measures]
        assert list(dict.fromkeys(row["Nyckel"] for row in _csv(material, words_sv))) == keys
    assert divided > 100


def test_a_workbook_has_numbers_as_numbers_and_prints_on_the_width_of_a_page(lived: Register, words_sv: Words) -> None:
    kinds = set()
    for material in _every(lived, words_sv):
        kinds.add(material.report.choice.kind)
        content = reports.write(material, words_sv, Format.XLSX)
        sheets = [load_workbook(BytesIO(content)).get_sheet_by_name(name) for name in load_workbook(BytesIO(content)).sheet_names]
        for number, sheet in enumerate(sheets, 1):
            rows = sheet.to_python()
            assert rows[0][0] == _title(material, words_sv)
            assert str(rows[1][0]).startswith(f"Period: {material.report.period.first} – {material.report.period.last}")
            assert rows[2][0] == f"Skriven {material.document.printed_on}"
            _prints_on_one_page(content, number)
        _has_numbers(material, sheets[0].to_python())
    assert kinds == set(Kind)


def _title(material: Material, words: Words) -> str:
    report = material.report
    title = report.campaign or words(report.choice.kind.label)
    return f"{title} 2020" if report.choice.kind in reports.YEARLY else title


def _has_numbers(material: Material, rows: list[list[Any]]) -> None:
    start = [row[0] for row in rows].index("Uppgift")
    for result, row in zip(material.report.measures, rows[start + 1 :], strict=True):
        cell = row[rows[start].index("Värde")]
        assert cell == result.value if result.value is not None else isinstance(cell, str), result.key


def _prints_on_one_page(content: bytes, number: int) -> None:
    """See that a sheet is made as wide as one page, and that its letters are then large enough to be read."""
    with zipfile.ZipFile(BytesIO(content)) as book:
        page = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
    fits = page.find(f"{_NS}sheetPr/{_NS}pageSetUpPr")
    setup = page.find(f"{_NS}pageSetup")
    assert fits is not None
    assert setup is not None
    assert (fits.get("fitToPage"), setup.get("paperSize"), setup.get("fitToHeight")) == ("1", "9", "0")
    widths = [float(one.get("width", 0)) for one in page.iter(f"{_NS}col")]
    across = (297 if setup.get("orientation") == "landscape" else 210) - 25.4  # millimetres between the margins
    printed = 10 * min(1, across / 25.4 * 72 / (sum(widths) * 5.25))
    assert printed >= 7, f"{sum(widths)} figures across would be printed in letters of {printed:.1f} points"


@pytest.mark.parametrize(("year", "over", "told"), [(2019, "2019", "Under 2019"), (2020, "Hittills 2020", "Hittills 2020")])
def test_a_month_stands_beside_its_year_as_far_as_that_has_come(
    register: Register, words_sv: Words, year: int, over: str, told: str
) -> None:
    with register.writing() as uow:
        for number, case in enumerate(_enrol(uow, 12, date(year, 1, 8))):
            if number < 6:
                outcome = NewOutcome(case, OutcomeKind.WORK, "Bageriet", date(year, 2, 3), EmploymentForm.PERMANENT)
                cases.add_outcome(uow, outcome)
    may = Period(date(year, 5, 1), date(year, 5, 31))
    material = _gather(register, ReportChoice(Kind.BOARD, may), words_sv)
    assert over in _csv(material, words_sv)[0]
    assert f"{told} " in _text(material, words_sv)
