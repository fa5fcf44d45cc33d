"""The year's livestreams, what went on at Kollage, the programme, the safety ambassadors and the safety index."""

from datetime import date, time, timedelta
from typing import Any

from jobbpunkt import assignments, events, indicators, organisations, programmes, reports
from jobbpunkt.assignments import NewAssignment
from jobbpunkt.base.clock import instant
from jobbpunkt.demo.people import PROGRAMME_NAME
from jobbpunkt.demo.stage import LEAD, Stage
from jobbpunkt.events import EventDetails
from jobbpunkt.indicators import FactorData, IndicatorData, MonthResult
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.reports import VoiceWords
from models.vocabulary import (
    ActivityStatus,
    AssignmentRole,
    Effect,
    EventKind,
    Frequency,
    OrganisationKind,
    StaffRole,
    TargetGroup,
    WorkField,
)

FACEBOOK = "Jobbpunkt Mimers Facebook-sida"
# Day, title, theme, views: the seed names the four themes and the total; days and split are invented.
LIVESTREAMS = (
    (date(2020, 3, 24), "Så skriver du ett CV som blir läst", "CV", 412),
    (date(2020, 4, 7), "CV utan erfarenhet – vad skriver jag?", "CV", 356),
    (date(2020, 4, 21), "Presentera dig på en minut", "Presentation inför arbetsintervju", 298),
    (date(2020, 5, 5), "Sommarjobb: sista chansen", "Motivation", 334),
    (date(2020, 5, 19), "Vad ska man tänka på vid en intervju?", "Vid en intervju", 271),
    (date(2020, 6, 2), "Vanliga intervjufrågor", "Vid en intervju", 245),
    (date(2020, 8, 25), "Nystart efter sommaren", "Motivation", 308),
    (date(2020, 9, 8), "Personligt brev på tio minuter", "CV", 262),
    (date(2020, 9, 22), "Intervju på skärm", "Vid en intervju", 227),
    (date(2020, 10, 6), "Presentation inför arbetsintervju", "Presentation inför arbetsintervju", 284),
    (date(2020, 10, 27), "Hålla motivationen uppe i mörkertid", "Motivation", 251),
    (date(2020, 11, 17), "Frågor och svar med våra jobbcoacher", "Motivation", 252),
)
# What the lead has planned as the demo is opened; invented.
PLANNED = (
    (date(2020, 12, 15), EventKind.LIVESTREAM, "Söka jobb mellan helgerna", "Motivation", FACEBOOK),
    (date(2020, 12, 17), EventKind.EMPLOYER_MEETUP, "Arbetsgivare berättar: lager och handel", "Anställning", "På skärm"),
)
# Who is there regularly is told by the activities; several are parted by a comma.
KOLLAGE = (
    (date(2020, 1, 16), "Seniorträff", "Gemenskap", ActivityStatus.HELD, "Svenska kyrkan", 13),
    (date(2020, 1, 23), "Nyföretagarrådgivning", "Entreprenörskap", ActivityStatus.HELD, "Jobbpunkt Mimer", 11),
    (date(2020, 1, 30), "Kulturarrangemang", "Kultur", ActivityStatus.HELD, "Kud Zlatni Behar – bosniska dansföreningen", 24),
    (date(2020, 2, 6), "Läxhjälp", "Utbildning", ActivityStatus.HELD, "Framtid för unga, FN-förbundet", 18),
    (
        date(2020, 2, 13),
        "Aktiviteter inom föreningslivet",
        "Idrott",
        ActivityStatus.HELD,
        "SISU, En Rival, Acting for Change",
        21,
    ),
    (date(2020, 2, 20), "Musikstudio och rapskola", "Kultur", ActivityStatus.HELD, "Connection Rap West", 14),
    (date(2020, 3, 19), "Seniorträff", "Gemenskap", ActivityStatus.CANCELLED, "", None),
    (
        date(2020, 4, 16),
        "Utvecklingsmöte för Bäckby",
        "Inflytande",
        ActivityStatus.CHANGED,
        "Hyresgästföreningen, Förbundet Agenda 2030, På lika villkor",
        None,
    ),
    (date(2020, 5, 28), "Rörelseaktivitet på gården", "Hälsa", ActivityStatus.HELD, "En frisk generation", 16),
    (date(2020, 6, 11), "Föreställning på innergården", "Kultur", ActivityStatus.HELD, "Regionala kulturskolan", None),
    (date(2020, 8, 20), "Arbetsmarknadsträff", "Jobb", ActivityStatus.HELD, "Västerås folkhögskola, Jobbpunkt Mimer", 12),
    (date(2020, 9, 17), "Girls academy", "Empowerment", ActivityStatus.HELD, "Girls academy", 15),
    (date(2020, 10, 15), "Läxhjälp", "Utbildning", ActivityStatus.HELD, "Flickinitiativet", 9),
    (date(2020, 11, 12), "Seniorträff", "Gemenskap", ActivityStatus.CANCELLED, "", None),
)
TASKS = (
    "Rondering, dialog med hyresgäster, att anordna aktiviteter utifrån behov, undersöka belysning, klotter, miljöbodar, "
    "trapphus och källare."
)
ON_OUTDOORS = "Fler ronderingar, belysning och buskage."
FACTORS = (
    ("Grannens sätt att leva", Effect.LOWERS, ""),
    ("Personlig trygghet i området på kvällar och nätter", Effect.LOWERS, ON_OUTDOORS),
    ("Personlig trygghet i trapphuset", Effect.RAISES, ""),
    ("Säkerhet mot inbrott i lägenheten och källare", Effect.RAISES, ""),
    ("Kontakt med grannar", Effect.RAISES, ""),
    ("Gårdarna där trygghetsambassadörerna arbetat: en positiv tendens", Effect.RAISES, ""),
)
AMBASSADORS = (
    ("Mona Exempelsdotter", "Bäckby"),
    ("Emir Provberg", "Vallby"),
    ("Frida Testgren", "Råby"),
    ("Yusuf Låtsasson", "Råby"),
)
# Month by month: how many answered, and how many of them well or very well.
ANSWERS = (486, 512, 498, 503, 517, 489, 462, 508, 521, 496, 508)
POSITIVE = (379, 401, 388, 392, 404, 381, 363, 401, 412, 391, 400)

# Invented, as the voice is.
TARGETS = {"jobseekers_supported": 55, "jobseekers_in_work": 30, "livestreams_held": 10}
VOICE = VoiceWords(
    "Jag kom för att få hjälp med mitt cv. Två veckor senare stod jag på lagret och hade ett eget schema.",
    "Deltagare i CV-boxen, 19 år. Citatet är påhittat i demon.",
    "Påhittad person: inget samtycke behövs.",
)


WHY = {
    ActivityStatus.CANCELLED: "Ställdes in med hänsyn till smittspridningen.",
    ActivityStatus.CHANGED: "Hölls digitalt med hänsyn till smittspridningen.",
}


def run_happenings(stage: Stage) -> None:
    """Set all of it to its days."""
    stage.at(date(2019, 10, 1), time(9), LEAD, _programme)
    stage.at(date(2020, 10, 19), time(9), LEAD, _extend)
    for day, title, theme, views in LIVESTREAMS:
        details = EventDetails(
            EventKind.LIVESTREAM, title, instant(day, time(14)), theme, FACEBOOK, ActivityStatus.HELD, views=views
        )
        stage.at(day + timedelta(days=1), time(9), LEAD, events.create, details)
    for day, kind, title, theme, place in PLANNED:
        planned = EventDetails(kind, title, instant(day, time(14)), theme, place, ActivityStatus.PLANNED)
        stage.at(date(2020, 12, 1), time(9), LEAD, events.create, planned)
    for row in KOLLAGE:
        stage.at(row[0], time(18), LEAD, _kollage, row)
    stage.at(date(2020, 6, 1), time(8), LEAD, _employ)
    stage.at(date(2020, 1, 8), time(9), LEAD, _aim)
    stage.at(date(2020, 12, 10), time(9), LEAD, _quote)
    _index(stage)


def _aim(uow: Writing) -> None:
    """Set what the year aims at; the seed states no target but that of the safety index."""
    reports.set_targets(uow, 2020, TARGETS)


def _quote(uow: Writing) -> None:
    reports.write_voice(uow, 2020, 0, VOICE)


def _programme(uow: Writing) -> None:
    purpose = "Snyggt, tryggt och trivsamt: arbete, närmare arbetsmarknaden, trygghet och trivsel på Bäckby."
    purpose += " Gruppens storlek och pass i demon är påhittade."
    data = ProgrammeData(
        PROGRAMME_NAME,
        "Bäckby",
        purpose,
        ends_on=date(2020, 12, 31),
        goal="Bidra till att höja vår kundnöjdhet.",
        method="Gruppen håller koll på områdena runt bostadshusen och är Mimers ambassadörer ute i bostadsområdet.",
        resources="Mimers handledare utbildar och handleder gruppen i städteknik och kvalitet.",
        result="Möjligheten att utveckla projektet till fler stadsdelar undersöks.",
        target_group=TargetGroup.WOMEN,
        field_of_work=WorkField.DEVELOPMENT,
    )
    programmes.create(uow, data)


def _extend(uow: Writing) -> None:
    (programme,) = (one for one in programmes.programmes(uow) if one.data.name == PROGRAMME_NAME)
    programmes.extend(uow, programme.id, programme.version, new_end=date(2021, 5, 31), reason="Projektet förlängs.")


def _kollage(uow: Writing, row: tuple[date, str, str, ActivityStatus, str, int | None]) -> None:
    day, title, theme, status, partner, attendance = row
    names = filter(None, partner.split(", "))
    details = EventDetails(
        EventKind.MEETING_PLACE,
        title,
        instant(day, time(16)),
        theme,
        "Kollage",
        status,
        partners=tuple(organisations.find_or_create(uow, name, OrganisationKind.CIVIL_SOCIETY) for name in names),
        attendance=attendance,
        reason=WHY.get(status, ""),
        led_by=StaffRole.ASSOCIATION if partner else StaffRole.NOT_STATED,
        field_of_work=WorkField.MEETING_PLACES,
    )
    events.create(uow, details)


def _employ(uow: Writing) -> None:
    """Employ four safety ambassadors for three summer months in three areas."""
    for name, area in AMBASSADORS:
        new = NewAssignment(AssignmentRole.SAFETY_AMBASSADOR, name, area, date(2020, 6, 1), date(2020, 8, 31), TASKS)
        assignments.employ(uow, new)


def _index(stage: Stage) -> None:
    box: dict[str, Any] = {}

    def begin(uow: Writing) -> None:
        question = "Hur trygg känner du dig i ditt bostadsområde?"
        data = IndicatorData("Trygghetsindex", question, base="Hälften av hyresgästerna svarar årligen")
        box["index"] = indicators.create(uow, data, key=indicators.SAFETY_INDEX).record
        indicators.aim(uow, box["index"], year=2020, share=82)
        indicators.create(uow, IndicatorData("Kundnöjdhet", "Hur nöjd är du med din hyresvärd?", Frequency.YEARLY))

    stage.at(date(2020, 1, 7), time(9), LEAD, begin)
    stage.at(date(2020, 12, 10), time(9), LEAD, _break_down, box)
    for number, (answers, positive) in enumerate(zip(ANSWERS, POSITIVE, strict=True), start=1):
        month = date(2020, number, 1)
        reading = MonthResult(month, answers, positive)
        read_on = (month + timedelta(days=34)).replace(day=2)
        stage.at(read_on, time(9), LEAD, _read, box, reading)


def _break_down(uow: Writing, box: dict[str, Any]) -> None:
    for question, effect, action in FACTORS:
        indicators.add_factor(uow, box["index"], FactorData(2020, question, effect, action=action))


def _read(uow: Writing, box: dict[str, Any], reading: MonthResult) -> None:
    indicators.read(uow, box["index"], reading)
