"""The people of the demo: invented, with first names from statistics, surnames made up, and test identity numbers."""

import csv
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any
from uuid import UUID

import resources
from jobbpunkt.demo.stage import COACH, COLLEAGUE
from jobbpunkt.people.details import PersonData
from models.vocabulary import (
    ClosureReason,
    EducationLevel,
    EmploymentForm,
    Livelihood,
    OutcomeKind,
    Protection,
    Referrer,
    Sex,
    SwedishLevel,
    WithoutWork,
)

# Made up of parts that sound Swedish or not, so that a pair of names belongs to nobody we know of.
SURNAMES = (
    "Almbäcker", "Björkviksson", "Cederhamnar", "Dalmarksson", "Ekforsander", "Fältmyrén", "Granhedsson", "Hasselödh",
    "Idegransson", "Järvstrander", "Klippörén", "Lindhagsson", "Mossebäckius", "Norrsundar", "Ollonskog", "Pilkärrsson",
    "Rönnhöjder", "Sävmarksson", "Tallnäsén", "Uvbergsson", "Vinterlidén", "Ytterholmar", "Åsnorrsson", "Ängsviksson",
    "Ödmarkén", "Alvastradh", "Bokslättsson", "Duvhagius", "Enbuskén", "Furunässon", "Gullviveman", "Havtornsson",
    "Isgrenér", "Kärrviolsson", "Ljungmodh", "Murgrönsson", "Näckrosén", "Ormbunksson", "Porsanderén", "Renlavsson",
    "Sippmarksson", "Timjansson", "Vassruggén", "Videkvistsson", "Åkerbärsson", "Älvörtsson", "Östanvindh", "Azharouni",
    "Barzinkani", "Darwishpour-Lind", "Ferhatovski", "Ghebremaryan", "Hashimoradi", "Jamaluddinsson", "Karimzadehi",
    "Latifovich", "Mahdizarin", "Nurmaxamedi", "Omarsheikhi", "Qasimalian", "Rostamikhah", "Selamawitsson", "Tekleabrahan",
    "Warsameyno", "Yildirganoglu", "Zeraymichel", "Abdiwelisson", "Bahramoush", "Chaninthorn", "Dragovejic",
)  # fmt: skip
LANGUAGES = {"Amina": "somaliska", "Zahra": "dari", "Samira": "arabiska", "Noor": "arabiska", "Jasmina": "bosniska"}
LANGUAGES |= {"Malgorzata": "polska", "Shirin": "persiska (farsi)", "Rim": "arabiska", "Zeynep": "turkiska", "Hodan": "somaliska"}
LANGUAGES |= {"Senait": "tigrinska", "Amra": "bosniska", "Parisa": "persiska (farsi)", "Selam": "tigrinska", "Olena": "ukrainska"}
LANGUAGES |= {"Fatuma": "somaliska", "Tsega": "tigrinska", "Huong": "vietnamesiska", "Ali": "arabiska", "Mohammad": "dari"}
LANGUAGES |= {"Yousef": "arabiska", "Abdirahman": "somaliska", "Reza": "dari", "Filmon": "tigrinska", "Tesfay": "tigrinska"}
LANGUAGES |= {
    "Kawa": "sorani (kurdiska)",
    "Dragan": "serbiska",
    "Emir": "bosniska",
    "Yusuf": "turkiska",
    "Oleksandr": "ukrainska",
}
OTHERS_EVERY = 2  # every second first name comes from a language other than Swedish, as on Bäckby
DISTRICTS = ("Bäckby", "Bäckby", "Bäckby", "Råby", "Vallby", "Skallberget", "Viksäng", "Pettersberg", "Hammarby", "Malmaberg")
GOALS = (
    "Jag vill ha ett jobb där jag får träffa människor.",
    "Jag vill klara mig själv och kunna bo kvar på Bäckby.",
    "Jag vill bli undersköterska och behöver komma igång med studierna.",
    "Jag vill ha mitt första sommarjobb.",
    "Jag vill jobba med händerna, gärna bygg eller lager.",
    "Jag vill att min svenska ska räcka till ett riktigt arbete.",
    "Jag vill köra buss eller lastbil.",
    "Jag vill tillbaka till ett yrke som liknar det jag hade i mitt hemland.",
)


COLLEAGUE_SINCE = date(2020, 8, 17)
BEFORE = (
    Livelihood.UNEMPLOYMENT_INSURANCE,
    Livelihood.INCOME_SUPPORT,
    Livelihood.ACTIVITY_SUPPORT,
    Livelihood.INCOME_SUPPORT,
    Livelihood.PARENTAL_BENEFIT,
)
AFTER = {
    ClosureReason.WORK: Livelihood.SALARY,
    ClosureReason.STUDIES: Livelihood.STUDENT_FINANCE,
    ClosureReason.OTHER_INTERVENTION: Livelihood.ACTIVITY_SUPPORT,
    ClosureReason.PARENTAL_LEAVE: Livelihood.PARENTAL_BENEFIT,
}


@dataclass(slots=True)
class Character:
    """One person of the demo and the course of their year; `id` and `case` are filled in when the year is played."""

    number: int
    data: PersonData
    registered_on: date
    enrolled_on: date | None
    referrer: Referrer
    church: bool = False
    programme: bool = False
    outcome: tuple[OutcomeKind, EmploymentForm, str, date] | None = None
    closing: tuple[ClosureReason, date] | None = None
    id: UUID | None = None
    case: UUID | None = None
    made: dict[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> UUID:
        """Return the person's id, once they are in the register."""
        if self.id is None:
            raise LookupError("not yet in the register")
        return self.id

    @property
    def coach(self) -> str:
        """Return whose participant the person is: the colleague, who came in the autumn, got those who came after that."""
        return COLLEAGUE if (self.enrolled_on or date.min) >= COLLEAGUE_SINCE else COACH

    @property
    def before(self) -> tuple[Livelihood, ...]:
        """Return what the person lived on when they came; of some it was not asked."""
        if self.number % 11 == 10:
            return ()
        if self.young:
            return (Livelihood.STUDENT_FINANCE,) if self.number % 3 else (Livelihood.SUPPORTED_BY_OTHER,)
        newcomer = self.data.swedish in (SwedishLevel.BEGINNER, SwedishLevel.ELEMENTARY)
        support = Livelihood.ESTABLISHMENT_BENEFIT if newcomer else BEFORE[self.number % len(BEFORE)]
        return (support, Livelihood.INCOME_SUPPORT) if newcomer and self.number % 2 else (support,)

    @property
    def after(self) -> tuple[Livelihood, ...]:
        """Return what the person lives on when the enrolment ends; of who did not come again nobody knows."""
        known = AFTER.get(self.closing[0]) if self.closing is not None else None
        return (known,) if known is not None else ()

    @property
    def young(self) -> bool:
        """Whether the person was in the age of CV-boxen's target group, 16 to 26."""
        return (self.data.birth_year or 0) >= 2020 - 26


def first_names(sex: str) -> list[str]:
    """Return first names of one sex, Swedish and other by turns."""
    found = [row["name"] for row in _rows("tilltalsnamn.csv") if row["sex"] == sex]
    others = [name for name in found if name in LANGUAGES]
    swedish = [name for name in found if name not in LANGUAGES]
    return [name for pair in zip(swedish[:: OTHERS_EVERY * 2], others * 3, strict=False) for name in pair]


def identity_numbers(sex: str) -> dict[bool, list[str]]:
    """Return test identity numbers of one sex: those of the young (born 1994 and later), and the others."""
    found = [row["personnummer"] for row in _rows("testpersonnummer.csv") if row["sex"] == sex]
    return {young: [number for number in found if (number >= "1994") == young and number < "2004"] for young in (True, False)}


def someone(number: int, random: Random, *, woman: bool, young: bool) -> PersonData:
    """Return invented details; two in three have an identity number, the others only a year of birth."""
    sex = "kvinna" if woman else "man"
    names = first_names(sex)
    given = names[number // 2 % len(names)]
    numbers = identity_numbers(sex)[young]
    personnummer = numbers[(number * 5) % len(numbers)]
    language = LANGUAGES.get(given, "svenska")
    swedish = SwedishLevel.NATIVE if language == "svenska" else random.choice(list(SwedishLevel)[1:6])
    protected = number in (17, 41)
    return PersonData(
        given,
        SURNAMES[number % len(SURNAMES)],
        identity_number=personnummer if number % 3 else "",
        birth_year=int(personnummer[:4]),
        sex=Sex.WOMAN if woman else Sex.MAN,
        protection=Protection.CONFIDENTIALITY_MARKING if protected else Protection.NONE,
        # the range that the Swedish Post and Telecom Authority keeps for fiction
        phone=f"070-174 06 {number % 60 + 5:02d}",
        email="" if number % 4 == 0 else f"deltagare{number + 1}@example.se",
        street=f"Exempelgatan {number + 1}",
        postal_code="724 73",
        city="Västerås",
        district=random.choice(DISTRICTS),
        contact_note="Skriv hellre sms än ring." if number % 9 == 4 else "",
        tenant=number % 5 != 0,
        language=language,
        interpreter=language if swedish in (SwedishLevel.BEGINNER, SwedishLevel.ELEMENTARY) else "",
        swedish=swedish,
        education=random.choice(list(EducationLevel)[2:]),
        without_work=WithoutWork.UNDER_6 if young else random.choice(list(WithoutWork)[1:]),
        driving_licence="B" if number % 3 == 1 and not young else "",
        own_goal=GOALS[3] if young and number % 2 else GOALS[number % len(GOALS)],
    )


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(resources.path("demo", name).read_text(encoding="utf-8").splitlines()))
