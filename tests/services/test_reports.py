"""Reports: as the command line tells them, and traced to the records behind each figure."""

import csv
import json
import re
from dataclasses import replace
from datetime import date, time
from io import BytesIO, StringIO
from uuid import UUID

import pytest
from pypdf import PdfReader
from python_calamine import load_workbook
from sqlalchemy import select

from jobbpunkt import campaigns, cases, events, inspections, organisations, programmes, reports, shifts, training, work
from jobbpunkt.base.clock import instant
from jobbpunkt.base.errors import InvalidInput, NotAllowed, NotFound, Stale
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import CampaignDetails, cv_box_measures
from jobbpunkt.cases import NewCase
from jobbpunkt.events import EventDetails
from jobbpunkt.inspections import InspectionHead, Remark, Spot
from jobbpunkt.measures import MeasureResult, Period
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.reports import Format, Kind, Report, ReportChoice, VoiceWords
from jobbpunkt.shifts import ShiftData
from jobbpunkt.training import UnitData
from jobbpunkt.work import AreaData, TaskData
from models.history import HistoryEntry
from models.vocabulary import (
    ActivityStatus,
    AreaKind,
    AttendanceMark,
    EventKind,
    HistoryAction,
    InspectionKind,
    PointVerdict,
    Protection,
    Qualifier,
    Role,
    SkillLevel,
)
from tests.colleagues import colleague

CHURCH = "church_cooperation_participants"


@pytest.fixture
def campaign(register: Register) -> ReportChoice:
    with register.writing() as uow:
        made = campaigns.create(
            uow, CampaignDetails("CV-boxen", date(2020, 6, 8), date(2020, 7, 5)), measures=cv_box_measures()
        ).record
        ikea = organisations.find_or_create(uow, "IKEA")
        campaigns.add_partner(uow, made, organisation_id=ikea, responsibility="Studiebesök")
        fair = next(measure for measure in campaigns.get(uow, made).measures if measure.key == "fair_visitors")
        campaigns.count(uow, fair.id, amount=100, day=date(2020, 6, 12), qualifier=Qualifier.OVER, note="Räknat vid dörren")
    return ReportChoice(Kind.CAMPAIGN, campaign_id=made)


def pdf_text(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def pdf_line(content: bytes) -> str:
    """Return the words of a PDF on one line, with an ordinary space between each two."""
    return " ".join(pdf_text(content).split())


def _read(register: Register, choice: ReportChoice) -> Report:
    with register.reading() as uow:
        return reports.read(uow, choice)


def test_the_year_as_the_command_line_tells_it(register: Register, words_en: Words) -> None:
    with register.reading() as uow:
        told = reports.as_json(reports.read(uow, ReportChoice.year(2020)), words_en)
    assert (told["report"], told["period"]) == ("annual", {"from": "2020-01-01", "to": "2020-12-31"})
    assert told["through"] == "2020-06-15", "the year is not over"
    assert {entry["key"] for entry in told["measures"]} >= {
        "jobseekers_supported",
        "jobseekers_in_work",
        "livestreams_held",
        "livestream_views",
        CHURCH,
        "safety_ambassadors_employed",
        "safety_index",
    }


def test_a_campaign_as_the_command_line_tells_it(register: Register, campaign: ReportChoice, words_en: Words) -> None:
    told = reports.as_json(_read(register, campaign), words_en)
    assert told["period"] == {"from": "2020-06-08", "to": "2020-07-05"}
    assert told["campaign"] == {"id": str(campaign.campaign_id), "name": "CV-boxen"}
    by_key = {entry["key"]: entry for entry in told["measures"]}
    visitors = by_key["fair_visitors"]
    assert (visitors["value"], visitors["qualifier"], visitors["source"]) == (100, "over", "estimated")
    nothing = by_key["applications_ikea"]
    assert (nothing["value"], nothing["qualifier"], nothing["source"]) == (None, None, "not_recorded")


def test_a_figure_is_traced_to_people(register: Register, words_sv: Words) -> None:
    with register.writing() as uow:
        church = organisations.find_or_create(uow, "Svenska kyrkan")
        open_one = details.create(uow, PersonData("Åsa", "Öberg")).record
        shielded = details.create(uow, PersonData("Bo", "Ek", protection=Protection.CONFIDENTIALITY_MARKING)).record
        for person in (open_one, shielded):
            cases.enrol(uow, NewCase(person, date(2020, 6, 1), cooperation_id=church))
    with register.reading() as uow:
        rows = reports.records(uow, ReportChoice.year(2020), CHURCH, words_sv).rows
    assert {row.title for row in rows} == {"Åsa Öberg", "Skyddade uppgifter (1002)"}
    assert {(row.page, row.record) for row in rows} == {("people", open_one), ("people", shielded)}
    with register.reading() as uow:
        page = reports.records(uow, ReportChoice.year(2020), CHURCH, words_sv, limit=1)
    assert (page.rows, page.total) == (rows[:1], 2)


def test_a_figure_is_traced_to_events_and_counts(register: Register, campaign: ReportChoice, words_sv: Words) -> None:
    with register.writing() as uow:
        stream = EventDetails(EventKind.LIVESTREAM, "Motivation", instant(date(2020, 4, 2), time(18)), views=250)
        held = events.create(uow, stream).record
        events.mark(uow, held, ActivityStatus.HELD)
    with register.reading() as uow:
        (views,) = reports.records(uow, ReportChoice.year(2020), "livestream_views", words_sv).rows
        (counted,) = reports.records(uow, campaign, "fair_visitors", words_sv).rows
        weeks = reports.records(uow, campaign, "weeks", words_sv).rows
        (partner,) = reports.records(uow, campaign, "partners", words_sv).rows
    assert (views.title, views.amount, views.page, views.record) == ("Motivation", 250, "events", held)
    assert (counted.title, counted.amount, counted.day, counted.page) == (
        "Räknat vid dörren",
        100,
        date(2020, 6, 12),
        "campaigns",
    )
    assert [week.title for week in weeks][:2] == ["Vecka från 2020-06-08", "Vecka från 2020-06-15"]
    assert (partner.title, partner.page) == ("IKEA", "organisations")


def test_what_cannot_be_is_refused(register: Register, words_sv: Words) -> None:
    backwards = ReportChoice(Kind.CASELOAD, Period(date(2020, 5, 1), date(2020, 4, 1)))
    for choice in (backwards, ReportChoice(Kind.CASELOAD), ReportChoice(Kind.CAMPAIGN)):
        with pytest.raises(InvalidInput):
            _read(register, choice)
    with register.reading() as uow:
        with pytest.raises(InvalidInput):
            reports.read(uow, ReportChoice.year(20))
        with pytest.raises(NotFound):
            reports.records(uow, ReportChoice.year(2020), "nothing", words_sv)
        with pytest.raises(NotFound):
            reports.records(uow, ReportChoice.year(2020), "cases_new", words_sv)


def test_every_report_is_written_in_every_format(register: Register, campaign: ReportChoice, words_sv: Words) -> None:
    half = Period(date(2020, 1, 1), date(2020, 6, 30))
    for choice in (ReportChoice.year(2020), campaign, ReportChoice(Kind.CASELOAD, half), ReportChoice(Kind.PROGRAMME, half)):
        with register.reading() as uow:
            material = reports.gather(uow, choice, words_sv)
        pages = PdfReader(BytesIO(reports.write(material, words_sv, Format.PDF))).pages
        assert "Sida 1 av" in pages[0].extract_text()
        told = json.loads(reports.write(material, words_sv, Format.JSON))
        keys = [entry["key"] for entry in told["measures"]]
        rows = reports.write(material, words_sv, Format.CSV).decode("utf-8-sig").splitlines()
        assert [row.split(";")[0] for row in rows[1:]] == keys
        sheet = load_workbook(BytesIO(reports.write(material, words_sv, Format.XLSX))).get_sheet_by_index(0).to_python()
        table = sheet[[row[0] for row in sheet].index("Uppgift") + 1 :]
        assert [row[0] for row in table] == [entry["label"] for entry in told["measures"]]
        assert not set(keys) & {cell for row in sheet for cell in row}


def test_what_is_not_known_is_said_on_paper(register: Register, campaign: ReportChoice, words_sv: Words) -> None:
    with register.reading() as uow:
        material = reports.gather(uow, campaign, words_sv)
    text = pdf_text(reports.write(material, words_sv, Format.PDF))
    assert "drygt 100 besökare" in text
    assert "uppgift saknas" in text
    rows = reports.write(material, words_sv, Format.CSV).decode("utf-8-sig")
    assert "fair_visitors;Besökare på rekryteringsmässan;100;drygt;besökare;Uppskattat" in rows
    assert "applications_ikea;Ansökningar till IKEA;uppgift saknas;" in rows


PARTS = {
    "over": (Period(date(2020, 1, 1), date(2020, 6, 15)), None),
    "not over": (Period(date(2020, 1, 1), date(2020, 6, 16)), date(2020, 6, 15)),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_period_that_is_not_over_says_how_far_it_reaches_in_every_file(name: str, register: Register, words_sv: Words) -> None:
    period, through = PARTS[name]
    with register.reading() as uow:
        material = reports.gather(uow, ReportChoice(Kind.CASELOAD, period), words_sv)
    text = pdf_line(reports.write(material, words_sv, Format.PDF))
    assert ("siffror till och med 15 juni 2020" in text) == (through is not None)
    assert json.loads(reports.write(material, words_sv, Format.JSON)).get("through") == (through and through.isoformat())
    rows = list(csv.reader(StringIO(reports.write(material, words_sv, Format.CSV).decode("utf-8-sig")), delimiter=";"))
    sheet = load_workbook(BytesIO(reports.write(material, words_sv, Format.XLSX))).get_sheet_by_index(0).to_python()
    assert sheet[0][0] == words_sv(Kind.CASELOAD.label)
    assert sheet[2][0] == "Skriven 2020-06-15"
    for said in [row[-1] for row in rows[1:]] + [str(sheet[1][0]).removeprefix("Period: ")]:
        assert said.startswith(f"{period.first} – {period.last}")
        assert ("till och med 2020-06-15" in said) == (through is not None)


def test_a_year_that_has_not_begun_is_refused_in_one_sentence(register: Register, words_sv: Words) -> None:
    for choice in (ReportChoice.year(2021), ReportChoice(Kind.CASELOAD, Period(date(2020, 6, 16), date(2020, 6, 17)))):
        with register.reading() as uow, pytest.raises(InvalidInput, match="has not come yet"):
            reports.read(uow, choice)


def test_a_year_stands_beside_its_target_and_the_year_before(register: Register, words_sv: Words) -> None:
    with register.writing() as uow:
        for year, number in ((2019, 2), (2020, 3)):
            for day in range(1, number + 1):
                at = instant(date(year, 4, day), time(18))
                events.create(uow, EventDetails(EventKind.LIVESTREAM, "CV", at, status=ActivityStatus.HELD))
        reports.set_targets(uow, 2020, {"livestreams_held": 5, "applications_sent": 7})
        reports.set_targets(uow, 2020, {"applications_sent": None})
    with register.reading() as uow:
        report = reports.read(uow, ReportChoice.year(2020))
        aims = {aim.key: aim.aim for aim in reports.targets_of(uow, 2020)}
    told = {entry["key"]: entry for entry in reports.as_json(report, words_sv)["measures"]}
    assert (told["livestreams_held"]["value"], told["livestreams_held"]["target"], told["livestreams_held"]["before"]) == (
        3,
        5,
        2,
    )
    assert told["livestream_views"]["before"] is None
    assert (aims["livestreams_held"], aims["applications_sent"]) == (5, None)


@pytest.mark.parametrize("aims", [{"livestreams_held": -1}, {"kolada_u40455": 101}, {"safety_index": 80}, {"nothing": 1}])
def test_a_target_that_cannot_be_is_refused(aims: dict[str, int], register: Register) -> None:
    with register.writing() as uow, pytest.raises(InvalidInput):
        reports.set_targets(uow, 2020, aims)


def test_a_voice_stands_on_the_first_page_and_its_consent_nowhere(register: Register, words_sv: Words) -> None:
    said = VoiceWords("Nu har jag ett eget schema.", "Deltagare, 19 år", "Sa ja i telefon 2 juni")
    with register.writing() as uow:
        reports.write_voice(uow, 2020, 0, said)
        with pytest.raises(Stale):
            reports.write_voice(uow, 2020, 0, said)
    with register.writing() as uow:
        for field in ("text", "told_by", "consent"):
            with pytest.raises(InvalidInput):
                reports.write_voice(uow, 2020, 1, replace(said, **{field: " "}))
    with register.reading() as uow:
        pages = PdfReader(
            BytesIO(reports.write(reports.gather(uow, ReportChoice.year(2020), words_sv), words_sv, Format.PDF))
        ).pages
    assert "Nu har jag ett eget schema." in " ".join(pages[0].extract_text().split())
    assert "telefon" not in "".join(page.extract_text() for page in pages)


def test_a_year_without_records_says_that_nothing_is_known(register: Register, words_sv: Words) -> None:
    with register.reading() as uow:
        material = reports.gather(uow, ReportChoice.year(2019), words_sv)
    text = pdf_text(reports.write(material, words_sv, Format.PDF))
    assert text.count("uppgift saknas") >= len(material.report.measures)
    assert not re.search(r"\b0\s+(personer|tillfällen|dokument|ansökningar|planer)", text)
    assert {entry["value"] for entry in json.loads(reports.write(material, words_sv, Format.JSON))["measures"]} == {None}


def test_called_to_interview_means_one_thing_in_each_place(register: Register, campaign: ReportChoice, words_sv: Words) -> None:
    with register.writing() as uow:
        assert campaign.campaign_id is not None
        called = next(one for one in campaigns.get(uow, campaign.campaign_id).measures if one.key == "called_to_interview")
        campaigns.count(uow, called.id, amount=9, day=date(2020, 6, 12))
    with register.reading() as uow:
        material = reports.gather(uow, ReportChoice.year(2020), words_sv)
        told = {figure.key: figure for figure in reports.read(uow, campaign).measures}
    text = pdf_text(reports.write(material, words_sv, Format.PDF))
    # On a line of its own: the figure of marked applications begins with the same words, and says that it is another.
    assert text.splitlines().count("Kallade till intervju") == 2, "in the campaign, and with what it means in the appendix"
    assert "Jobbsökande som kallats till intervju" in text
    assert "called_to_interview" not in {figure.key for figure in material.report.measures}
    assert told["called_to_interview"].value == 9
    assert told["called_to_interview"].definition != told["fair_visitors"].definition


def test_a_file_has_a_name_that_every_system_takes(register: Register, words_sv: Words) -> None:
    with register.writing() as uow:
        frame = CampaignDetails('..\\CV/boxen: "Å" <Ö>', date(2020, 6, 8), date(2020, 7, 5))
        made = ReportChoice(Kind.CAMPAIGN, campaign_id=campaigns.create(uow, frame).record)
    assert reports.file_name(_read(register, made), words_sv, Format.XLSX) == "jobbpunkt-cv-boxen-a-o-2020-06-08.xlsx"
    assert reports.file_name(_read(register, ReportChoice.year(2020)), words_sv, Format.PDF) == "jobbpunkt-aret-2020.pdf"


def test_the_history_tells_that_a_report_was_taken(register: Register, campaign: ReportChoice, words_sv: Words) -> None:
    with register.writing() as uow:
        reports.note_printed(uow, reports.gather(uow, campaign, words_sv), Format.PDF)
    with register.reading() as uow:
        entry = uow.session.scalars(select(HistoryEntry).where(HistoryEntry.noun == "report")).one()
    assert (entry.action, entry.record_id, entry.reason) == (HistoryAction.PRINTED, campaign.campaign_id, "campaign pdf")


def test_who_may_not_see_people_sees_figures_but_no_names(register: Register, words_sv: Words) -> None:
    with register.writing() as uow:
        church = organisations.find_or_create(uow, "Svenska kyrkan")
        for number in range(5):
            person = details.create(uow, PersonData(f"Person{number}")).record
            cases.enrol(uow, NewCase(person, date(2020, 6, 1), cooperation_id=church))
    with colleague(register, [Role.ADMINISTRATOR]) as office, office.reading() as uow:
        assert next(result.value for result in reports.read(uow, ReportChoice.year(2020)).measures if result.key == CHURCH) == 5
        with pytest.raises(NotAllowed):
            reports.records(uow, ReportChoice.year(2020), CHURCH, words_sv)


def test_a_supervisor_reads_the_programmes_report_and_no_other_and_counts_nothing(
    register: Register, campaign: ReportChoice
) -> None:
    assert campaign.campaign_id is not None
    with register.reading() as uow:
        measure = campaigns.get(uow, campaign.campaign_id).measures[0].id
    with colleague(register, [Role.SUPERVISOR]) as site:
        with site.reading() as uow:
            assert reports.read(uow, ReportChoice(Kind.PROGRAMME, Period.year(2020))).measures
        for choice in (campaign, ReportChoice.year(2020), ReportChoice(Kind.CASELOAD, Period.year(2020))):
            with pytest.raises(NotAllowed), site.reading() as uow:
                reports.read(uow, choice)
        with pytest.raises(NotAllowed), site.writing() as uow:
            campaigns.count(uow, measure)


def test_a_programmes_report_tells_its_period_and_compares_by_one_checklist(register: Register, words_sv: Words) -> None:
    with register.writing() as uow:
        made = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby", ends_on=date(2020, 12, 31))).record
        programmes.extend(uow, made, 1, new_end=date(2021, 5, 31), decided_on=date(2020, 6, 1))
        for kind in (AreaKind.STAIRWELL, AreaKind.CELLAR):
            work.add_task(uow, made, TaskData("Golv", "Sopat"), kind=kind)
            work.add_task(uow, made, TaskData("Dörr", "Torkad"), kind=kind)
        good, bad = PointVerdict.PASSED, PointVerdict.REMARKED
        _inspected(uow, made, date(2020, 3, 2), AreaKind.STAIRWELL, "", (good, bad))
        _inspected(uow, made, date(2020, 4, 2), AreaKind.STAIRWELL, "", (good, good))
        _inspected(uow, made, date(2020, 4, 3), AreaKind.CELLAR, "", (bad, bad))
        _inspected(uow, made, date(2020, 5, 4), AreaKind.STAIRWELL, "Exempelstäd AB", (good, bad))
    choice = ReportChoice(Kind.PROGRAMME, Period(date(2020, 1, 1), date(2020, 5, 31)))
    with register.reading() as uow:
        material = reports.gather(uow, choice, words_sv)
        rows = reports.records(uow, choice, "inspection_score_group", words_sv).rows
    figures = {result.key: result.value for result in material.report.measures}
    assert (figures["inspections_group"], figures["inspections_suppliers"]) == (3, 1)
    assert (figures["inspection_score_group"], figures["inspection_score_suppliers"]) == (75.0, 50.0), "the cellar is in neither"
    assert [(row.detail, row.page, row.part) for row in rows] == [
        ("1 av 2", "work", "inspections"),
        ("2 av 2", "work", "inspections"),
    ]
    text = pdf_text(reports.write(material, words_sv, Format.PDF))
    for told in ("Första dag", "uppgift saknas", "Förlängt 1 juni 2020", "till och med 31 maj 2021", "Bäckby"):
        assert told in text
    book = load_workbook(BytesIO(reports.write(material, words_sv, Format.XLSX)))
    months = book.get_sheet_by_name("Besiktning").to_python()
    assert [row[:5] for row in months if str(row[0]).endswith("2020") and row[1] != ""] == [
        ["mars 2020", 50, 2, "uppgift saknas", ""],
        ["april 2020", 100, 2, "uppgift saknas", ""],
        ["maj 2020", "uppgift saknas", "", 50, 2],
    ]


def _worked(register: Register, people: int) -> dict[str, MeasureResult]:
    """Let so many be at a shift of four hours, the last of them for one hour only, and return the report's figures."""
    with register.writing() as uow:
        made = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        persons = [details.create(uow, PersonData(f"Person {number}")).record for number in range(people)]
        for person in persons:
            programmes.enrol(uow, made, person, starts_on=date(2020, 1, 1))
        shift = shifts.create(uow, made, ShiftData(date(2020, 5, 4), time(8), time(12))).record
        shifts.create(uow, made, ShiftData(date(2020, 5, 5), time(8), time(12)))
        shifts.mark(uow, shift, persons[-1], AttendanceMark.PART, minutes=60, seen=None)
        shifts.rest_present(uow, shift)
    found = _read(register, ReportChoice(Kind.PROGRAMME, Period(date(2020, 1, 1), date(2020, 5, 31))))
    return {one.key: one for one in found.measures}


def test_hours_and_attendance_are_of_the_shifts_that_were_marked(register: Register, words_sv: Words) -> None:
    found = _worked(register, 5)
    assert found["programme_shifts_held"].value == 1
    assert (found["programme_hours"].value, found["programme_attendance"].value) == (17, 85.0)
    choice = ReportChoice(Kind.PROGRAMME, Period(date(2020, 1, 1), date(2020, 5, 31)))
    with register.reading() as uow:
        (row,) = reports.records(uow, choice, "programme_attendance", words_sv).rows
    assert (row.detail, row.page, row.part) == ("17,0 av 20,0", "work", "shift")


def test_hours_of_few_are_hidden(register: Register) -> None:
    found = _worked(register, 4)
    for key in ("programme_hours", "programme_attendance"):
        assert (found[key].value, found[key].suppressed) == (None, True)
    assert found["programme_shifts_held"].value == 1


def test_what_is_behind_hours_of_few_is_for_those_who_see_the_group(register: Register, words_sv: Words) -> None:
    choice = ReportChoice(Kind.PROGRAMME, Period(date(2020, 1, 1), date(2020, 5, 31)))
    assert _worked(register, 4)["programme_hours"].suppressed
    with colleague(register, [Role.ADMINISTRATOR]) as office, office.reading() as uow:
        assert reports.records(uow, choice, "programme_shifts_held", words_sv).total == 1
        for key in ("programme_hours", "programme_attendance"):
            with pytest.raises(NotAllowed):
                reports.records(uow, choice, key, words_sv)
    with colleague(register, [Role.SUPERVISOR]) as site, site.reading() as uow:
        (row,) = reports.records(uow, choice, "programme_hours", words_sv).rows
    assert row.detail == "Timmar: 13,0"


def test_an_inspection_of_what_one_area_has_alone_is_an_inspection(register: Register) -> None:
    """Nothing of it can be compared: it counts as held, and changes no score."""
    with register.writing() as uow:
        made = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        work.add_task(uow, made, TaskData("Golv", "Sopat"), kind=AreaKind.STAIRWELL)
        area = work.add_area(uow, made, AreaData(AreaKind.OTHER, "Lekplatsen")).record
        work.add_task(uow, made, TaskData("Sandlådan", "Krattad"), kind=AreaKind.OTHER, area_id=area)
        _inspected(uow, made, date(2020, 3, 2), AreaKind.STAIRWELL, "", (PointVerdict.PASSED,))
        _inspected(uow, made, date(2020, 3, 3), AreaKind.OTHER, "", (PointVerdict.REMARKED,), area)
        _inspected(uow, made, date(2020, 3, 4), AreaKind.OTHER, "Exempelstäd AB", (PointVerdict.REMARKED,), area)
    found = _read(register, ReportChoice(Kind.PROGRAMME, Period(date(2020, 1, 1), date(2020, 5, 31)))).measures
    figures = {one.key: one.value for one in found}
    assert (figures["inspections_group"], figures["inspections_suppliers"]) == (2, 0)
    assert (figures["inspection_score_group"], figures["inspection_score_suppliers"]) == (100.0, None)


def test_what_nobody_inspected_is_not_recorded(register: Register) -> None:
    found = _read(register, ReportChoice(Kind.PROGRAMME, Period(date(2020, 1, 1), date(2020, 5, 31))))
    inspected = {one.key: one.value for one in found.measures if one.key.startswith("inspection")}
    assert len(inspected) == 4
    assert set(inspected.values()) == {None}


def _inspected(
    uow: Writing,
    programme: UUID,
    day: date,
    kind: AreaKind,
    supplier: str,
    found: tuple[PointVerdict, ...],
    area: UUID | None = None,
) -> None:
    head = InspectionHead(InspectionKind.INSPECTION, instant(day, time(9)), "Åsa", supplier)
    begun = inspections.begin(uow, programme, Spot(area, "Här", kind), head).record
    for point, verdict in zip(inspections.view(uow, begun).points, found, strict=True):
        if verdict is PointVerdict.REMARKED:
            inspections.remark(uow, point.id, point.version, Remark("Damm"))
        else:
            inspections.judge(uow, point.id, verdict)
    inspections.close(uow, begun, inspections.view(uow, begun).version)


def _trained(register: Register, people: int) -> None:
    with register.writing() as uow:
        made = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        unit = training.add(uow, made, UnitData("Städteknik")).record
        for number in range(people):
            person = details.create(uow, PersonData(f"Person {number}")).record
            programmes.enrol(uow, made, person, starts_on=date(2020, 1, 1))
            training.note(uow, unit, person, SkillLevel.WITH_SUPPORT, day=date(2020, 2, 1))
            training.note(uow, unit, person, SkillLevel.ALONE, day=date(2020, 3, 1 + number))
            training.note(uow, unit, person, SkillLevel.WITH_SUPPORT, day=date(2020, 4, 1))
            training.note(uow, unit, person, SkillLevel.ALONE, day=date(2020, 5, 1))


def test_training_of_few_is_hidden(register: Register) -> None:
    _trained(register, 4)
    found = _read(register, ReportChoice(Kind.PROGRAMME, Period.year(2020))).measures
    done = next(one for one in found if one.key == "training_units_passed")
    assert (done.value, done.suppressed) == (None, True)


def test_training_counts_what_each_came_to_do_alone_once(register: Register) -> None:
    _trained(register, 5)

    def counted(first: date, last: date) -> object:
        found = _read(register, ReportChoice(Kind.PROGRAMME, Period(first, last))).measures
        return next(one.value for one in found if one.key == "training_units_passed")

    assert counted(date(2020, 1, 1), date(2020, 5, 31)) == 5
    assert counted(date(2020, 5, 1), date(2020, 5, 31)) == 0
    assert counted(date(2019, 1, 1), date(2019, 12, 31)) is None


def test_every_kind_of_event_stands_in_the_years_report(register: Register, words_sv: Words) -> None:
    at = instant(date(2020, 4, 2), time(18))
    with register.writing() as uow:
        ikea = organisations.find_or_create(uow, "IKEA")
        for kind in EventKind:
            held = EventDetails(
                *(kind, f"Tillfälle {kind.value}", at, f"Tema {kind.value}", "Bäckby", ActivityStatus.HELD),
                partners=(ikea,),
                result=f"Det gav {kind.value}.",
            )
            off = replace(held, title=f"Annat {kind.value}", status=ActivityStatus.CANCELLED, reason=f"Skäl {kind.value}")
            changed = replace(off, title=f"Flyttat {kind.value}", status=ActivityStatus.CHANGED, reason=f"Orsak {kind.value}")
            for one in (held, off, changed):
                events.create(uow, one)
    with register.reading() as uow:
        found = pdf_line(reports.write(reports.gather(uow, ReportChoice.year(2020), words_sv), words_sv, Format.PDF))
    for kind in EventKind:
        for told in ("Det gav", "Annat", "Skäl", "Flyttat", "Orsak"):
            assert f"{told} {kind.value}" in found, (told, kind)


def test_a_campaign_that_is_to_come_is_planned(register: Register, words_sv: Words) -> None:
    frame = CampaignDetails("Höstjobb", date(2020, 10, 5), date(2020, 11, 1))
    with register.writing() as uow:
        campaigns.create(uow, frame, measures=campaigns.cv_box_measures())
    with register.reading() as uow:
        found = pdf_line(reports.write(reports.gather(uow, ReportChoice.year(2020), words_sv), words_sv, Format.PDF))
    assert "Höstjobb är planerad: 4 veckor" in found
    assert "Höstjobb pågick" not in found
