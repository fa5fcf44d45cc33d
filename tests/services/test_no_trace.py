"""What is hidden leaves no trace: two registers that tell the same write the same files, and files read back tell no more.

Nobody need know where a small number could leak: in a sentence, the length of a bar, the end of an axis, what stands for a chart,
a share, a file's name. One hidden number is another in the register, and every file of every report must stay as it was,
sign by sign. A report that is new falls under it by itself.
"""

import csv
import json
import random
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time
from io import BytesIO, StringIO
from typing import Any
from uuid import UUID

import pytest
from pypdf import PdfReader
from python_calamine import load_workbook
from sqlalchemy import select, update

from jobbpunkt import campaigns, cases, events, indicators, organisations, programmes, reports
from jobbpunkt.base.clock import instant
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.months import last_of
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import CampaignDetails, MeasureDraft
from jobbpunkt.campaigns.telling import told_answers
from jobbpunkt.cases import NewCase, NewOutcome
from jobbpunkt.disclosure import Key
from jobbpunkt.disclosure.leaving import told_in
from jobbpunkt.documents.year_data import YearDocument
from jobbpunkt.events import EventDetails
from jobbpunkt.indicators import IndicatorData, MonthResult
from jobbpunkt.measures import CATALOGUE, Period
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.reports import Format, Kind, Material, ReportChoice
from models.campaign import Campaign
from models.case import Case
from models.coaching import CoachingSession, SessionParticipant
from models.event import Event
from models.indicator import IndicatorReading
from models.person import Person
from models.vocabulary import (
    ActivityStatus,
    ClosureReason,
    EmploymentForm,
    Evaluator,
    EventKind,
    MeasureLink,
    Opinion,
    OutcomeKind,
    SessionKind,
    SessionStatus,
    Sex,
    Unit,
)
from tests.reckoning import MEASURES, Export, found_by_any, span_of

YEAR, SPRING, MARCH = Period.year(2020), Period(date(2020, 1, 1), date(2020, 3, 31)), Period(date(2020, 3, 1), date(2020, 3, 31))
OPINIONS = ((Opinion.GOOD, 14), (Opinion.FAIR, 4), (Opinion.POOR, 3))
Secret = Callable[[Writing], None]


def meet(uow: Writing, person: UUID, day: date) -> None:
    session = CoachingSession(
        coach_id=uow.user.id, kind=SessionKind.COACHING, status=SessionStatus.HELD, starts_at=instant(day, time(9)), minutes=60
    )
    uow.add(session)
    uow.flush()
    uow.add(SessionParticipant(session_id=session.id, person_id=person))


def enrolled(uow: Writing, data: PersonData, day: date) -> tuple[UUID, UUID]:
    person = details.create(uow, data).record
    return person, cases.enrol(uow, NewCase(person, day)).record


@pytest.fixture
def peopled(register: Register) -> Register:
    """People of whom few are tenants, few women began work, few came to an evening, few answered how safe they feel."""
    with register.writing() as uow:
        made = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        for number in range(40):
            sex = Sex.WOMAN if number % 2 else Sex.MAN
            # Of the nineteen who began work three are women; two are tenants.
            tenant = number in (4, 6) or (None if number % 3 else False)
            data = PersonData(f"Person{number}", "Exempel", sex=sex, birth_year=1960 + number, tenant=tenant, district="Bäckby")
            person, case = enrolled(uow, data, date(2020, 1, 7))
            meet(uow, person, date(2020, 3, 2))
            if (sex is Sex.MAN and number > 7) or number in (1, 3, 5):
                cases.add_outcome(uow, NewOutcome(case, OutcomeKind.WORK, "Bageriet", date(2020, 3, 5), EmploymentForm.HOURLY))
            if number < 3:
                programmes.enrol(uow, made, person, starts_on=date(2020, 1, 7))
        for kind, attendance in ((EventKind.MEETING_PLACE, 2), (EventKind.SAFETY, 3)):
            at = instant(date(2020, 5, 4), time(18))
            events.create(uow, EventDetails(kind, "Kväll", at, status=ActivityStatus.HELD, attendance=attendance))
        index = indicators.create(uow, IndicatorData("Trygghetsindex"), key=indicators.SAFETY_INDEX).record
        for month in (1, 2, 3):
            indicators.read(uow, index, MonthResult(date(2020, month, 1), 3, 2))
    return register


def campaign(register: Register, few: int) -> UUID:
    """Return a campaign of which few were called, in total and in a week, and few found it so-so."""
    with register.writing() as uow:
        drafts = [
            MeasureDraft("called", "Kallade", Unit.PERSONS, linked=MeasureLink.INTERVIEWS),
            MeasureDraft("came", "Besökare", Unit.VISITORS),
        ]
        made = campaigns.create(uow, CampaignDetails("Boxen", date(2020, 5, 4), date(2020, 5, 31)), measures=drafts).record
        whole = campaigns.get(uow, made)
        called, came = whole.measures
        campaigns.count(uow, called.id, amount=few, week_id=whole.weeks[1].id)
        for week, amount in zip(whole.weeks, (few, 20, 14, 7 - few), strict=True):
            campaigns.count(uow, came.id, amount=amount, week_id=week.id)
        for evaluator, of in ((Evaluator.PARTICIPANTS, OPINIONS), (Evaluator.PARTNERS, OPINIONS[1:])):
            for opinion, number in of:
                moved = {Opinion.FAIR: few - 3, Opinion.POOR: 3 - few}.get(opinion, 0)
                for place in range(number + moved):
                    best = {Opinion.GOOD: "Fika" if place < 12 else "", Opinion.FAIR: "Mässan" if place < few else ""}
                    campaigns.give_feedback(uow, made, evaluator=evaluator, opinion=opinion, best=best.get(opinion, ""))
    return made


def choices(uow: Reading, kind: Kind) -> Iterator[ReportChoice]:
    """Yield a year's report of a kind, a quarter's and a month's, those that the program makes."""
    for period in (YEAR, SPRING, MARCH):
        choice = ReportChoice(kind, period)
        try:
            reports.read(uow, choice)
        except InvalidInput:
            continue
        yield choice


def files(material: Material, words: Words) -> dict[str, Any]:
    """Return every file of a report with its name, without what tells when it was made."""
    if isinstance(material.document, YearDocument):
        material = replace(material, document=replace(material.document, history=None))
    found: dict[str, Any] = {}
    for wanted in Format:
        content = reports.write(material, words, wanted)
        name = reports.file_name(material.report, words, wanted)
        found[name] = _parts(content) if content.startswith(b"PK") else content
    return found


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"}


def _swap(uow: Writing) -> None:
    """A woman who began work is a man, and a man who did not is a woman."""
    uow.session.execute(update(Person).where(Person.given_name == "Person1").values(sex=Sex.MAN))
    uow.session.execute(update(Person).where(Person.given_name == "Person2").values(sex=Sex.WOMAN))


def _tenant(uow: Writing) -> None:
    uow.session.execute(update(Person).where(Person.given_name == "Person9").values(tenant=True))


def _evening(uow: Writing) -> None:
    uow.session.execute(update(Event).values(attendance=4))


def _answer(uow: Writing) -> None:
    uow.session.execute(update(IndicatorReading).values(positive=1))


def _programme(uow: Writing) -> None:
    person = uow.session.scalars(select(Person.id).where(Person.given_name == "Person9")).one()
    made = programmes.described(uow)[0][0]
    programmes.enrol(uow, made, person, starts_on=date(2020, 1, 7))


@pytest.mark.parametrize("secret", [_swap, _tenant, _evening, _answer, _programme])
def test_another_hidden_number_writes_the_same_files(peopled: Register, words_sv: Words, secret: Secret) -> None:
    def gathered() -> list[Material]:
        with peopled.reading() as uow:
            wanted = [choice for kind in Kind if kind is not Kind.CAMPAIGN for choice in choices(uow, kind)]
            assert {choice.kind for choice in wanted} == {*Kind} - {Kind.CAMPAIGN}
            return [reports.gather(uow, choice, words_sv) for choice in wanted]

    before = gathered()
    with peopled.writing() as uow:
        secret(uow)
    for was, now in zip(before, gathered(), strict=True):
        assert told_in(was) == told_in(now), "what is another is hidden"
        one, other = files(was, words_sv), files(now, words_sv)
        assert [name for name in one if one[name] != other.get(name)] == []


def test_another_hidden_number_of_a_campaign_writes_the_same_files(peopled: Register, words_sv: Words) -> None:
    def written(few: int) -> tuple[dict[str, Any], bytes, dict[tuple[str, ...], int | None]]:
        made = campaign(peopled, few)
        with peopled.writing() as uow:
            campaigns.add_partner(uow, made, organisation_id=_partner(uow), responsibility="Fika")
        with peopled.reading() as uow:
            material = reports.gather(uow, ReportChoice(Kind.CAMPAIGN, campaign_id=made), words_sv)
            found = files(material, words_sv)
            page = campaigns.partner_drawing(uow, campaigns.get(uow, made).partners[0].id, words_sv)()
        with peopled.writing() as uow:
            uow.session.execute(
                update(Campaign).where(Campaign.id == made).values(name=f"Förr {few}")
            )  # two have not the same name
        return {name: _without(content, made) for name, content in found.items()}, page, _told(material)

    one, other = written(3), written(2)
    assert one[2] == other[2], "what is another is hidden"
    assert [name for name in one[0] if one[0][name] != other[0].get(name)] == []
    assert one[1] == other[1]


def _told(material: Material) -> dict[tuple[str, ...], int | None]:
    return {(key.measure.partition("@")[0], key.kind, key.group): value for key, value in told_in(material).items()}


def _partner(uow: Writing) -> UUID:
    return organisations.find_or_create(uow, "IKEA")


def _without(content: Any, campaign_id: UUID) -> Any:
    return content.replace(str(campaign_id).encode(), b"") if isinstance(content, bytes) else content


def test_what_few_answered_leaves_as_a_dash_and_is_remembered(register: Register, words_sv: Words) -> None:
    made = campaign(register, 3)
    with register.reading() as uow:
        participants, partners = told_answers(uow, made)
        assert [one.number for one in campaigns.feedback(uow, made)] == [21, 7]
        material = reports.gather(uow, ReportChoice(Kind.CAMPAIGN, campaign_id=made), words_sv)
    assert participants.number == 21
    assert dict(participants.best) == {"Fika": 12, "Mässan": None}
    assert dict(participants.opinions) == {Opinion.GOOD: 14, Opinion.FAIR: None, Opinion.POOR: None}
    assert (partners.number, partners.opinions, partners.best) == (7, (), ()), "of fewer than ten it is not told who found it how"
    said = "".join(page.extract_text() for page in PdfReader(BytesIO(reports.write(material, words_sv, Format.PDF))).pages)
    assert "Bra 14, Sådär –, Inte bra –" in said
    assert "7 personer" in said
    assert "Ingen räknade för hand" not in said, "few were counted, and are hidden"
    assert {key.measure.partition("@")[0] for key in told_in(material)} >= {"feedback_participants", "feedback_partners"}


def number(cell: str) -> float | None:
    """Return the number in a cell of a table; words stand for none."""
    return float(cell.replace(",", ".")) if cell[:1].isdigit() else None


def told_of(material: Material, words: Words) -> dict[Key, int | None]:
    """Return what can be read out of a report's JSON file about persons, and see that its other tables say nothing else."""
    told = json.loads(reports.write(material, words, Format.JSON))
    days = (date.fromisoformat(told["period"]["from"]), date.fromisoformat(told["period"]["to"]))
    found: dict[Key, int | None] = {}
    cells = dict[tuple[str, str, str], Any]()
    shielded = {entry.key: entry for entry in CATALOGUE if entry.shielded and entry.unit is Unit.PERSONS}
    for one in told["measures"]:
        if one["key"] not in shielded or (one["value"] is None and not one.get("suppressed")):
            continue
        first = days[1] if one["key"] in ("cases_active", "cases_waiting") else days[0]
        found[Key(one["key"], "", "", first, days[1])] = one["value"]
        for kind, groups in (one["by"] or {}).items():
            found |= {Key(one["key"], kind, group, first, days[1]): number for group, number in (groups or {}).items()}
            cells |= {(one["label"], kind, group): number for group, number in (groups or {}).items()}
    sheets = load_workbook(BytesIO(reports.write(material, words, Format.XLSX)))
    rows = sheets.get_sheet_by_name(words("The participants")).to_python() if cells else []
    numbers = [row[3] for row in rows[[row[0] for row in rows].index(words("Figure")) + 1 :]] if cells else []
    assert [None if isinstance(one, str) else one for one in numbers] == [*cells.values()]
    header, *table = csv.reader(StringIO(reports.write(material, words, Format.CSV).decode("utf-8-sig")), delimiter=";")
    group = header.index(words("Group"))
    assert [number(row[2]) for row in table if row[group]] == [*cells.values()]
    assert [number(row[2]) for row in table if not row[group]] == [one["value"] for one in told["measures"]]
    return found


PERIODS = [
    Period(date(2019, first, 1), last_of(date(2019, last, 1)))
    for first, last in ((1, 1), (1, 3), (3, 3), (4, 6), (1, 6), (1, 12))
]


@pytest.mark.parametrize("seed", range(2))
def test_no_two_files_that_left_tell_of_few(register: Register, words_sv: Words, seed: int) -> None:
    """The files themselves are read back, and whoever holds any two of them reckons."""
    chance = random.Random(seed)
    with register.writing() as uow:
        for number in range(36):
            data = PersonData(f"P{number}", sex=chance.choice((Sex.WOMAN, Sex.WOMAN, Sex.MAN)), district=chance.choice("ABB"))
            month = chance.randint(1, 5)
            person, case = enrolled(uow, data, date(2019, month, 3))
            for met in chance.sample(range(month, 7), chance.randint(0, 7 - month)):
                meet(uow, person, date(2019, met, 5))
                if chance.random() < 0.2:
                    job = NewOutcome(case, OutcomeKind.WORK, "Bageriet", date(2019, met, 6), EmploymentForm.HOURLY)
                    cases.add_outcome(uow, job)
            if chance.random() < 0.4:
                row = uow.get(Case, case)
                cases.close(uow, case, row.version, on=date(2019, 6, 10), reason=ClosureReason.OWN_WISH)
    exports: list[Export] = []
    for period in chance.sample(PERIODS, 3):
        choice = ReportChoice(Kind.ANNUAL if period == Period.year(2019) and chance.random() < 0.5 else Kind.CASELOAD, period)
        with register.reading() as uow:
            material = reports.gather(uow, choice, words_sv)
        with register.writing() as uow:
            reports.note_printed(uow, material, chance.choice(list(Format)))
        read = told_of(material, words_sv)
        remembered = told_in(material)
        assert {key: value for key, value in read.items() if remembered.get(key, -1) != value} == {}, "all is remembered"
        mine = {key: value for key, value in read.items() if key.measure in MEASURES and key.kind in ("", "sex", "district")}
        exports.append(Export(span_of((period.first, period.last)), mine))
    for place, one in enumerate(exports):
        for other in exports[place + 1 :]:
            assert found_by_any([one, other], ["sex", "district"]) == []
