"""Reports: as the command line tells them, and traced to the records behind each figure."""

import csv
import json
import re
from datetime import date, time
from io import BytesIO, StringIO

import pytest
from pypdf import PdfReader
from python_calamine import load_workbook
from sqlalchemy import select

from jobbpunkt import campaigns, cases, events, organisations, reports
from jobbpunkt.campaigns import CampaignDetails, cv_box_measures
from jobbpunkt.cases import NewCase
from jobbpunkt.clock import instant
from jobbpunkt.errors import InvalidInput, NotAllowed, NotFound
from jobbpunkt.events import EventDetails
from jobbpunkt.i18n import Words
from jobbpunkt.measures import Period
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import Register
from jobbpunkt.reports import Format, Kind, Report, ReportChoice
from models.history import HistoryEntry
from models.vocabulary import ActivityStatus, EventKind, HistoryAction, Protection, Qualifier, Role
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


def _read(register: Register, choice: ReportChoice) -> Report:
    with register.reading() as uow:
        return reports.read(uow, choice)


def test_the_year_as_the_command_line_tells_it(register: Register, words_en: Words) -> None:
    with register.reading() as uow:
        told = reports.as_json(reports.annual(uow, 2020), words_en)
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
            reports.annual(uow, 20)
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
        assert [row[0] for row in sheet[1:]] == keys


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
    "not begun": (Period(date(2020, 6, 16), date(2020, 6, 17)), None),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_period_that_is_not_over_says_how_far_it_reaches_in_every_file(name: str, register: Register, words_sv: Words) -> None:
    period, through = PARTS[name]
    with register.reading() as uow:
        material = reports.gather(uow, ReportChoice(Kind.CASELOAD, period), words_sv)
    text = " ".join(pdf_text(reports.write(material, words_sv, Format.PDF)).split())
    assert ("siffror till och med 15 juni 2020" in text) == (through is not None)
    assert json.loads(reports.write(material, words_sv, Format.JSON)).get("through") == (through and through.isoformat())
    rows = list(csv.reader(StringIO(reports.write(material, words_sv, Format.CSV).decode("utf-8-sig")), delimiter=";"))
    sheet = load_workbook(BytesIO(reports.write(material, words_sv, Format.XLSX))).get_sheet_by_index(0).to_python()
    for said in [row[-1] for row in rows[1:]] + [str(row[-1]) for row in sheet[1:]]:
        assert said.startswith(f"{period.first} – {period.last}")
        assert ("till och med 2020-06-15" in said) == (through is not None)


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
    assert text.count("Kallade till intervju") == 1
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


def test_the_history_tells_that_a_report_was_taken(register: Register, campaign: ReportChoice) -> None:
    with register.writing() as uow:
        reports.note_taken(uow, campaign, Format.PDF)
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
        assert next(result.value for result in reports.annual(uow, 2020).measures if result.key == CHURCH) == 5
        with pytest.raises(NotAllowed):
            reports.records(uow, ReportChoice.year(2020), CHURCH, words_sv)


def test_a_supervisor_counts_but_changes_nothing(register: Register, campaign: ReportChoice) -> None:
    assert campaign.campaign_id is not None
    with colleague(register, [Role.SUPERVISOR]) as site:
        with site.writing() as uow:
            measure = campaigns.get(uow, campaign.campaign_id).measures[0]
            campaigns.count(uow, measure.id)
        with pytest.raises(NotAllowed), site.writing() as uow:
            campaigns.remove_measure(uow, measure.id)
        with pytest.raises(NotAllowed), site.writing() as uow:
            organisations.create(uow, organisations.OrganisationDetails("Proffas"))
        with pytest.raises(NotAllowed), site.writing() as uow:
            events.mark(uow, measure.id, ActivityStatus.HELD)
