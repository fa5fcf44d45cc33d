"""How each person's year goes: enrolled when and by whom, what it led to, and whether it ended."""

from datetime import date, timedelta
from random import Random

from jobbpunkt.demo.cast import Character, someone
from jobbpunkt.demo.stage import workday
from models.vocabulary import ClosureReason, EmploymentForm, OutcomeKind, Referrer

YEAR = 2020
SUPPORTED = 60
WAITING = 6
WOMEN = frozenset({*range(0, SUPPORTED, 2), 7, 13, 25, 31})
PROGRAMME = (0, 2, 4, 6, 8, 10, 12, 14)
CHURCH = (21, 29, 35, 43, 51)
# The course of the 60: work on the regular labour market, studies, and what became of the others.
WORKERS = tuple(number for number in range(SUPPORTED) if number % 15 in (1, 3, 5, 7, 9, 11, 13))
STUDENTS = (4, 23, 27, 34, 38, 49, 57)
MUNICIPAL = (42,)
LEFT = {30: ClosureReason.MOVED, 40: ClosureReason.NO_CONTACT, 45: ClosureReason.ILLNESS, 44: ClosureReason.PARENTAL_LEAVE}
FORMS = (
    (EmploymentForm.SUMMER_JOB, "Exempelbadet"),
    (EmploymentForm.PERMANENT, "Exempellagret AB"),
    (EmploymentForm.FIXED_TERM, "Provköket i Västerås"),
    (EmploymentForm.HOURLY, "Hemtjänsten Exempel"),
    (EmploymentForm.PROBATIONARY, "Städ & Glans Exempel AB"),
    (EmploymentForm.NEW_START_JOB, "Målarna på Provgatan"),
    (EmploymentForm.SUBSTITUTE, "Förskolan Exemplet"),
    (EmploymentForm.INTRODUCTION_JOB, "Trädgård & Mark Prov AB"),
)
SCHOOLS = ("Västerås folkhögskola", "Komvux Västerås", "Yrkeshögskolan Exempel")
REFERRERS = (
    Referrer.SELF,
    Referrer.CAMPAIGN,
    Referrer.EMPLOYMENT_SERVICE,
    Referrer.SELF,
    Referrer.MUNICIPAL_LABOUR_UNIT,
    Referrer.SAFETY_HOST,
    Referrer.SOCIAL_SERVICES,
    Referrer.NEIGHBOURHOOD_HOST,
)


def characters() -> list[Character]:
    """Return the people of the demo, the 60 who were supported first, then those who wait; the same each time."""
    random = Random(YEAR)
    return [_supported(number, random) for number in range(SUPPORTED)] + [
        _waiting(SUPPORTED + number, random) for number in range(WAITING)
    ]


def _supported(number: int, random: Random) -> Character:
    young = number % 3 == 1
    data = someone(number, random, woman=number in WOMEN, young=young)
    enrolled = workday(date(YEAR - 1, 10, 7) + timedelta(days=number * 6 + random.randrange(5)))
    person = Character(
        number, data, enrolled - timedelta(days=random.randrange(3, 15)), enrolled, REFERRERS[number % len(REFERRERS)]
    )
    person.programme = number in PROGRAMME
    if number in CHURCH:
        person.church, person.referrer = True, Referrer.CHURCH
        person.enrolled_on = workday(date(YEAR, 6, 8) + timedelta(days=number % 7))
        person.registered_on = person.enrolled_on
    _lead_on(person, random)
    return person


def _lead_on(person: Character, random: Random) -> None:
    """Give the person what their support led to, and close about half of the cases that led to something."""
    number = person.number
    begun = _after(person, random)
    if number in WORKERS:
        form, place = FORMS[number % len(FORMS)]
        kind = OutcomeKind.OWN_BUSINESS if number == 33 else OutcomeKind.WORK
        person.outcome = (kind, form if kind is OutcomeKind.WORK else EmploymentForm.NOT_STATED, place, begun)
        if number % 2:
            person.closing = (ClosureReason.WORK, begun + timedelta(days=35))
    elif number in STUDENTS:
        started = workday(max(begun, date(YEAR, 8, 17)))
        person.outcome = (OutcomeKind.STUDIES, EmploymentForm.NOT_STATED, SCHOOLS[number % len(SCHOOLS)], started)
        person.closing = (ClosureReason.STUDIES, started + timedelta(days=30))
    elif number in MUNICIPAL:
        person.outcome = (OutcomeKind.WORK, EmploymentForm.MUNICIPAL, "Västerås stad (AME)", begun)
    elif number in LEFT:
        person.closing = (LEFT[number], begun)


def _after(person: Character, random: Random) -> date:
    """Return a working day in the year, some weeks of support after the enrolment and before the demo's day."""
    enrolled = person.enrolled_on or person.registered_on
    earliest = max(enrolled, date(YEAR, 1, 7)) + timedelta(days=21)
    return workday(min(earliest + timedelta(days=random.randrange(10, 120)), date(YEAR, 12, 8)))


def _waiting(number: int, random: Random) -> Character:
    data = someone(number, random, woman=number % 2 == 0, young=number % 2 == 1)
    return Character(
        number, data, workday(date(YEAR, 11, 16) + timedelta(days=number % 20)), None, REFERRERS[number % len(REFERRERS)]
    )
