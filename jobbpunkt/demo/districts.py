"""The work for safe districts in the demo: places, series, what was called off and why, projects, and what was seen by week.

What the report for 2020 tells stands here as records; days, and the numbers of the weeks, are invented.
"""

from datetime import date, time, timedelta

from jobbpunkt import events, incidents, organisations, places, programmes, series
from jobbpunkt.base.clock import instant
from jobbpunkt.demo.stage import LEAD, Stage
from jobbpunkt.events import EventDetails
from jobbpunkt.places import PlaceData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.series import SeriesData
from models.vocabulary import (
    ActivityStatus,
    EventKind,
    IncidentCategory,
    OrganisationKind,
    PartnerRole,
    PlaceKind,
    ProgrammeKind,
    Recurrence,
    StaffRole,
    TargetGroup,
    WorkField,
)

MIMER = "Bostads AB Mimer"
VISION = (
    "En plats där gränsöverskridande samarbeten mellan kultur, jobb, utbildning, empowerment och idrott bidrar till ökad "
    "sysselsättning, entreprenörskap, ökad hälsa, personlig utveckling och fler ingångar till samhället."
)
PLACES = (
    PlaceData("Bäckby", PlaceKind.DISTRICT),
    PlaceData("Vallby", PlaceKind.DISTRICT),
    PlaceData("Råby", PlaceKind.DISTRICT),
    PlaceData("Västerås", PlaceKind.TOWN),
    PlaceData("Kollage", PlaceKind.MEETING_PLACE, "Bäckby", MIMER, VISION),
    PlaceData("Områdeskontoret på Bäckby", PlaceKind.AREA_OFFICE, "Bäckby", MIMER),
    PlaceData("IKEA Västerås", PlaceKind.COMPANY, run_by="IKEA"),
    PlaceData("Lekparkerna", PlaceKind.PLAYGROUND),
    PlaceData("Gårdarna", PlaceKind.YARD),
)
PANDEMIC = "Smittspridningsrisken under pandemin."
CALLED_OFF = (
    (date(2020, 4, 23), "Trygghetsvandring på Bäckby", "Bäckby"),
    (date(2020, 5, 14), "Bomöte på Vallby", "Vallby"),
    (date(2020, 9, 24), "Trygghetsvandring på Råby", "Råby"),
)
HOSTS, YEAR = StaffRole.SAFETY_HOST, (date(2020, 1, 1), date(2020, 12, 31))
SAFE = WorkField.SAFETY
SERIES = (
    SeriesData(
        "Mimer Dance School",
        EventKind.OTHER,
        date(2019, 1, 1),
        date(2019, 12, 31),
        "Vallby",
        "under 2019",
        occasions=38,
        attendance_said="ett sextiotal",
        led_by=HOSTS,
        target_group=TargetGroup.ALL_AGES,
        field_of_work=WorkField.MEETING_PLACES,
        told_year=2020,
        result="Mimer ordnade en lokal mot att ungdomarna ordnade danskvällar för hyresgäster.",
    ),
    SeriesData(
        "Ronderingar",
        EventKind.SAFETY,
        *YEAR,
        "Gårdarna",
        recurrence=Recurrence.ONGOING,
        led_by=StaffRole.NEIGHBOURHOOD_HOST,
        field_of_work=SAFE,
        result="Fler ronderingar än tidigare: helt och rent, källargångar och trapphus rensade från brandrisker.",
    ),
    SeriesData(
        "Buskage och annat i utemiljön",
        EventKind.SAFETY,
        *YEAR,
        "Gårdarna",
        recurrence=Recurrence.ONGOING,
        led_by=StaffRole.GARDENER,
        field_of_work=WorkField.OUTDOORS,
    ),
    SeriesData(
        "Samtal till alla våra hyresgäster över 70 år",
        EventKind.SAFETY,
        date(2020, 4, 1),
        date(2020, 6, 30),
        period_said="under våren",
        led_by=HOSTS,
        target_group=TargetGroup.SENIORS,
        field_of_work=SAFE,
        result="För att minska ensamhet.",
    ),
    SeriesData(
        "Balkonggympa",
        EventKind.SAFETY,
        date(2020, 5, 1),
        date(2020, 8, 31),
        "Gårdarna",
        period_said="sommaren",
        led_by=HOSTS,
        field_of_work=SAFE,
    ),
    SeriesData(
        "Digitala barnrörelseutmaningar",
        EventKind.SAFETY,
        date(2020, 6, 1),
        date(2020, 8, 31),
        "Lekparkerna",
        period_said="sommaren",
        led_by=HOSTS,
        target_group=TargetGroup.CHILDREN,
        field_of_work=SAFE,
    ),
    SeriesData(
        "Sittgympa",
        EventKind.SAFETY,
        *YEAR,
        "Bäckby",
        led_by=HOSTS,
        target_group=TargetGroup.SENIORS,
        field_of_work=WorkField.MEETING_PLACES,
        result="Seniorer tränar, fikar och har det trevligt.",
    ),
    SeriesData(
        "Boskola",
        EventKind.SAFETY,
        *YEAR,
        "Västerås",
        led_by=HOSTS,
        target_group=TargetGroup.NEWLY_ARRIVED,
        field_of_work=WorkField.INFLUENCE,
    ),
)
# Day, kind, title, place, partner, who leads it, who asked for it, for whom, what came of it.
HELD = (
    (date(2020, 7, 2), EventKind.SAFETY, "Pop-up-föreställning", "Gårdarna", "Det lokala kulturlivet", HOSTS, None, None, ""),
    (date(2020, 8, 27), EventKind.SAFETY, "Livsberättarpromenad", "Bäckby", "Stadsmissionen", HOSTS, None, None, ""),
    (
        date(2020, 10, 8),
        EventKind.SAFETY,
        "Inventering av belysningen",
        "Gårdarna",
        "",
        StaffRole.NEIGHBOURHOOD_HOST,
        None,
        None,
        "Inventeringar och åtgärder på belysningsområdet.",
    ),
    (
        date(2020, 9, 10),
        EventKind.INFORMATION,
        "Kampanj om hemförsäkring",
        "",
        "",
        StaffRole.AREA_MANAGER,
        None,
        TargetGroup.TENANTS,
        "En lyckad kampanj mot våra hyresgäster.",
    ),
    (
        date(2020, 6, 25),
        EventKind.SAFETY,
        "Undersöka läget i ett område",
        "Vallby",
        "",
        HOSTS,
        StaffRole.NEIGHBOURHOOD_HOST,
        TargetGroup.YOUTH,
        "",
    ),
)
EQUAL, EST, METHOD = "På lika villkor", "EST-samverkan", "Metod för stadsdelsutveckling"
PROJECTS = (
    ProgrammeData(
        EQUAL,
        "Bäckby",
        kind=ProgrammeKind.PROJECT,
        goal=(
            "Minska diskriminering av barn i socialt och ekonomiskt utsatta områden samt stärka deras inflytande över frågor som "
            "berör dem."
        ),
        method="Collective Impact Model för en strukturell samhällsförändring.",
        target_group=TargetGroup.CHILDREN,
        field_of_work=WorkField.INFLUENCE,
    ),
    ProgrammeData(
        EST,
        "Bäckby, Vallby, Råby",
        kind=ProgrammeKind.COOPERATION,
        purpose="En samlad bild av läget: relevanta händelser rapporteras på veckobasis.",
        method="EST-modellen.",
        result="Tack vare samverkan kunde aktörerna agera gemensamt.",
        field_of_work=SAFE,
    ),
    ProgrammeData(
        METHOD,
        "Västerås",
        starts_on=date(2020, 1, 1),
        kind=ProgrammeKind.PROJECT,
        goal="En god och ändamålsenlig strategi och organisation kring socialt ansvarstagande inom stadsdelsutveckling.",
        resources="Tydliggörs i metoden: vilka resurser som krävs för att driva och följa upp resultaten.",
        result="Processen initierades under året.",
        field_of_work=WorkField.DEVELOPMENT,
    ),
)
CITY = ("Västerås stad", OrganisationKind.PUBLIC)
PARTNERS = (
    (EQUAL, "Rädda Barnen", OrganisationKind.CIVIL_SOCIETY, PartnerRole.PARTNER),
    (EQUAL, "IKEA", OrganisationKind.EMPLOYER, PartnerRole.PARTNER),
    (EQUAL, MIMER, OrganisationKind.HOUSING, PartnerRole.PARTNER),
    (EQUAL, *CITY, PartnerRole.PARTNER),
    (EQUAL, "Vinnova", OrganisationKind.PUBLIC, PartnerRole.FUNDER),
    (EST, *CITY, PartnerRole.PARTNER),
    (EST, "Polisen", OrganisationKind.PUBLIC, PartnerRole.PARTNER),
    (METHOD, "De boende", OrganisationKind.RESIDENTS, PartnerRole.PARTNER),
)
# A week in each month from May, and per district what was reported of gatherings, rumours, burglaries and other.
WEEKS = tuple(date(2020, 5, 4) + timedelta(weeks=4 * number) for number in range(7))
SEEN = {"Bäckby": (3, 1, 1, 2), "Vallby": (2, 1, 0, 1), "Råby": (2, 0, 1, 1)}


def keep_districts(stage: Stage) -> None:
    """Set the places, the projects, the series and what happened to their days."""
    stage.at(date(2020, 1, 2), time(9), LEAD, _lay_out)
    for number, data in enumerate(SERIES):
        stage.at(max(data.starts_on, date(2020, 1, 3)), time(10, number), LEAD, series.create, data)
    for day, title, place in CALLED_OFF:
        stage.at(day, time(9), LEAD, _call_off, day, title, place)
    for row in HELD:
        stage.at(row[0], time(17), LEAD, _hold, row)
    for number, week in enumerate(WEEKS):
        stage.at(week + timedelta(days=7), time(9), LEAD, _report, week, number)


def _lay_out(uow: Writing) -> None:
    for place in PLACES:
        places.create(uow, place)
    made = {data.name: programmes.create(uow, data).record for data in PROJECTS}
    for name, organisation, kind, role in PARTNERS:
        key = organisations.find_or_create(uow, organisation, kind)
        programmes.add_partner(uow, made[name], organisation_id=key, role=role)


def _call_off(uow: Writing, day: date, title: str, place: str) -> None:
    details = EventDetails(
        EventKind.SAFETY,
        title,
        instant(day, time(18)),
        place=place,
        status=ActivityStatus.CANCELLED,
        reason=PANDEMIC,
        led_by=HOSTS,
        field_of_work=SAFE,
    )
    events.create(uow, details)


def _hold(uow: Writing, row: tuple[date, EventKind, str, str, str, StaffRole, StaffRole | None, TargetGroup | None, str]) -> None:
    day, kind, title, place, partner, led_by, asked_by, whom, result = row
    details = EventDetails(
        kind,
        title,
        instant(day, time(15)),
        place=place,
        status=ActivityStatus.HELD,
        partners=(organisations.find_or_create(uow, partner, OrganisationKind.CIVIL_SOCIETY),) if partner else (),
        result=result,
        led_by=led_by,
        asked_by=asked_by or StaffRole.NOT_STATED,
        target_group=whom or TargetGroup.NOT_STATED,
        field_of_work=SAFE,
    )
    events.create(uow, details)


def _report(uow: Writing, week: date, number: int) -> None:
    """Note a week of each district; it grows calmer as the summer goes."""
    for place, name in places.districts(uow):
        seen = zip(IncidentCategory, SEEN[name], strict=True)
        incidents.note(uow, place, week, {category: max(0, most - number // 3) for category, most in seen})
