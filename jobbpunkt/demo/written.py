"""CVs, personal letters and job applications of the demo's people."""

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from jobbpunkt import applications
from jobbpunkt.applications import ApplicationData
from jobbpunkt.demo.campaign import FIRST, LAST
from jobbpunkt.demo.cast import Character
from jobbpunkt.demo.stage import Stage
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.written import cvs, letters
from jobbpunkt.written.letters import LetterContent
from jobbpunkt.written.versioned import NewWritten
from models.vocabulary import ApplicationStage, Protection, SwedishLevel

TRADES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Lokalvårdare", "Städ & Glans Exempel AB", ("Städade trapphus och kontor", "Ansvarade för beställning av material")),
    ("Lagermedarbetare", "Exempellagret AB", ("Plockade och packade order", "Körde ledtruck", "Tog emot gods")),
    ("Köksbiträde", "Provköket i Västerås", ("Förberedde sallader och varmrätter", "Skötte disk och egenkontroll")),
    ("Undersköterska", "Vårdboendet Exempelgården", ("Stöttade boende i vardagen", "Dokumenterade i samråd med sjuksköterska")),
    ("Butiksmedarbetare", "Exempelbutiken", ("Kassa och varuplock", "Hjälpte kunder till rätta")),
    ("Målare", "Målarna på Provgatan", ("Målade lägenheter och trapphus", "Läste ritningar")),
    ("Barnskötare", "Förskolan Exemplet", ("Planerade lek och utevistelse", "Samtalade med föräldrar")),
    ("Chaufför", "Budfirman Prov", ("Körde ut paket i Västerås", "Planerade rutter")),
)
SKILLS = (("Datorvana", ("Word", "Excel", "e-post")), ("Egenskaper", ("punktlig", "noggrann", "van att samarbeta")))
EMPLOYERS = (
    ("IKEA", "Säljare"),
    ("Exempellagret AB", "Lagermedarbetare"),
    ("Hemtjänsten Exempel", "Vårdbiträde"),
    ("Provköket i Västerås", "Köksbiträde"),
)
FLUENCY = {SwedishLevel.NATIVE: "Modersmål", SwedishLevel.ADVANCED: "Flytande", SwedishLevel.UPPER: "Goda kunskaper"}
CV_EVERY, LETTER_EVERY = 4, 3


def write_cvs_and_letters(stage: Stage, cast: list[Character], box: dict[str, Any]) -> None:
    """Let most people get a CV, many a letter, and those who look for work some applications."""
    for person in cast:
        if person.enrolled_on is None or person.data.protection is not Protection.NONE or person.number % CV_EVERY == 2:
            continue
        written = max(person.enrolled_on + timedelta(days=12), date(2020, 1, 8))
        stage.at(written, time(14), person.coach, _write_cv, person, box)
        if person.number % 5 == 1:
            stage.at(written + timedelta(days=30), time(14), person.coach, _improve_cv, person)
        if person.number % LETTER_EVERY == 1:
            stage.at(written + timedelta(days=2), time(14, 30), person.coach, _write_letter, person, box)
        for turn in range(1 + person.number % 3):
            sent = written + timedelta(days=6 + 9 * turn)
            stage.at(sent, time(15), person.coach, _apply, person, turn, box)
            stage.at(sent + timedelta(days=11), time(9), person.coach, _answer, person, turn)


def resume_of(person: Character) -> dict[str, Any]:
    """Return a person's CV as JSON Resume; somebody young has school and voluntary work instead of employments."""
    data = person.data
    title, employer, highlights = TRADES[person.number % len(TRADES)]
    basics = {
        "name": f"{data.given_name} {data.family_name}",
        "label": "Söker sommarjobb" if person.young else title,
        "email": data.email,
        "phone": data.phone,
        "summary": _summary(person, title),
        "location": {"city": data.city, "countryCode": "SE"},
    }
    resume: dict[str, Any] = {
        "basics": {name: value for name, value in basics.items() if value},
        "work": [] if person.young else _work(person, title, employer, highlights),
        "education": _education(person),
        "skills": [{"name": name, "keywords": list(words)} for name, words in SKILLS],
        "languages": _languages(person),
    }
    if person.young:
        leader = {"organization": "Exempel IF", "position": "Ledare, knatteskola", "startDate": "2018-09"}
        resume["volunteer"] = [leader | {"highlights": ["Ledde träning för 20 barn en gång i veckan"]}]
    if data.driving_licence:
        resume["certificates"] = [{"name": f"Körkort {data.driving_licence}"}]
    return resume


def _summary(person: Character, title: str) -> str:
    if person.young:
        return "Jag går på gymnasiet, är van vid att ta ansvar och trivs med att möta människor. Jag söker sommarjobb i Västerås."
    return f"{title} med flera års erfarenhet. Jag är noggrann, lär mig snabbt och trivs i ett lag som hjälps åt."


def _work(person: Character, title: str, employer: str, highlights: tuple[str, ...]) -> list[dict[str, Any]]:
    start = 2009 + person.number % 7
    first = {"name": employer, "position": title, "startDate": f"{start + 3}-03", "endDate": "2019-05", "location": "Västerås"}
    earlier, place, duties = TRADES[(person.number + 3) % len(TRADES)]
    second = {"name": place, "position": earlier, "startDate": f"{start}-08", "endDate": f"{start + 3}-01"}
    return [first | {"highlights": list(highlights)}, second | {"highlights": list(duties[:1])}]


def _education(person: Character) -> list[dict[str, Any]]:
    school = {"institution": "Exempelgymnasiet, Västerås", "area": "Vård och omsorg", "studyType": "Gymnasieutbildning"}
    born = person.data.birth_year or 1980
    span = {"startDate": f"{born + 16}-08"} | ({} if person.young else {"endDate": f"{born + 19}-06"})
    courses = [
        {"institution": "Komvux Västerås", "studyType": "Svenska som andraspråk", "startDate": "2019-01", "endDate": "2019-12"}
    ]
    return [*(courses if person.data.language != "svenska" else []), school | span]


def _languages(person: Character) -> list[dict[str, str]]:
    spoken = [
        {"language": "Svenska", "fluency": FLUENCY.get(person.data.swedish, "Grundläggande")},
        {"language": "Engelska", "fluency": "Goda kunskaper"},
    ]
    if person.data.language != "svenska":
        spoken.insert(0, {"language": person.data.language.split(" (")[0].capitalize(), "fluency": "Modersmål"})
    return spoken


def _at_box(uow: Writing, person: Character, box: dict[str, Any]) -> UUID | None:
    """Return the campaign, if a young person is helped while it runs: it is offered in the form then."""
    return box["campaign"] if person.young and FIRST <= uow.clock.today() <= LAST else None


def _write_cv(uow: Writing, person: Character, box: dict[str, Any]) -> None:
    new = NewWritten(person.key, "CV", campaign_id=_at_box(uow, person, box))
    person.made["cv"] = cvs.create(uow, new, resume_of(person)).record


def _improve_cv(uow: Writing, person: Character) -> None:
    resume = resume_of(person)
    resume["skills"].append({"name": "Nytt i år", "keywords": ["livsmedelshygien", "heta arbeten"]})
    cvs.save(uow, person.made["cv"], 1, resume, "Efter coachingsamtal")


def _write_letter(uow: Writing, person: Character, box: dict[str, Any]) -> None:
    employer, position = EMPLOYERS[person.number % len(EMPLOYERS)]
    body = (
        f"Jag söker arbetet som {position.lower()} hos er. Jag bor på {person.data.district} och kan börja med kort varsel.",
        _summary(person, TRADES[person.number % len(TRADES)][0]),
        "Jag kommer gärna på intervju och berättar mer.",
    )
    content = LetterContent(
        recipient=employer,
        subject=f"Ansökan: {position}",
        greeting="Hej!",
        body=body,
        ending="Med vänlig hälsning",
        name=f"{person.data.given_name} {person.data.family_name}",
        contact=", ".join(filter(None, (person.data.phone, person.data.email))),
    )
    new = NewWritten(person.key, f"Brev till {employer}", campaign_id=_at_box(uow, person, box))
    person.made["letter"] = letters.create(uow, new, content).record


def _apply(uow: Writing, person: Character, turn: int, box: dict[str, Any]) -> None:
    employer, position = EMPLOYERS[(person.number + turn) % len(EMPLOYERS)]
    offered = applications.choices(uow, person.key)
    cv = offered.cvs[0].id if offered.cvs else None
    letter = offered.letters[0].id if offered.letters and turn == 0 else None
    campaign = _at_box(uow, person, box)
    data = ApplicationData(employer, position, uow.clock.today(), None, cv, letter, campaign)
    person.made[f"application {turn}"] = applications.create(uow, person.key, data).record


def _answer(uow: Writing, person: Character, turn: int) -> None:
    """Let most applications get an answer; some are still waiting, as in life."""
    stage = (ApplicationStage.CALLED_TO_INTERVIEW, ApplicationStage.REJECTED, None)[(person.number + turn) % 3]
    if stage is not None:
        found = applications.get(uow, person.made[f"application {turn}"])
        applications.reach(uow, found.id, found.version, stage)
