"""The lives that a filled register repeats: each is lived once through the program's own services, day by day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from jobbpunkt import applications, cases, coaching, plans
from jobbpunkt.applications import ApplicationData
from jobbpunkt.base.clock import Clock, instant
from jobbpunkt.cases import NewCase, NewOutcome
from jobbpunkt.coaching import MeetingEnd, MeetingFacts, NewSession, StepWords
from jobbpunkt.people.details import PersonData, create
from jobbpunkt.plans import GoalWords, NewPlan, Situation
from jobbpunkt.register.opening import Register
from jobbpunkt.written import cvs
from jobbpunkt.written.versioned import NewWritten
from models.vocabulary import ApplicationStage, ClosureReason, OutcomeKind, PlanKind, Responsible, Sex, SwedishLevel

TODAY = date(2020, 6, 15)
NOON = instant(TODAY, time(12))
LIVES = 24  # how many different ones; the next person lives the first again
MEETINGS = 10
EMPLOYERS = ("Restaurang Fyren", "Mälardalens Städ", "Västerås kommun", "Lagerhuset", "Hotell Arosen", "Bäckby Livs")
WORK = ("Lokalvårdare", "Kock", "Undersköterska", "Lagerarbetare", "Receptionist", "Butiksbiträde")
NOTE = "Vi gick igenom annonserna från förra veckan och valde två. Deltagaren ringer till den första; vi skriver till den andra."


class Days:
    """A clock that is moved by hand, so that a life's history is as old as what happened in it."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    @property
    def clock(self) -> Clock:
        """The clock to hand in."""
        return Clock(lambda: self.now)

    def move(self, day: date, hour: int = 12) -> None:
        """Let it be that day; never later than today."""
        self.now = min(instant(day, time(hour)), NOON)


@dataclass(frozen=True, slots=True)
class Named:
    """Who lives a life: what differs between two people who live the same one."""

    given: str
    family: str
    email: str


def live(register: Register, days: Days, number: int, who: Named) -> UUID:
    """Let a person live the life with that number; the odd ones have ended, the even ones go on."""
    ended = bool(number % 2)
    began = TODAY - timedelta(days=420 + 31 * number if ended else 190 + 3 * number)
    days.move(began)
    person = _enrol(register, number, who, began)
    _meet(register, days, number, person, began + timedelta(days=7))
    days.move(began + timedelta(days=20))
    _write(register, number, person, began + timedelta(days=20))
    days.move(began + timedelta(days=300))
    if ended:
        _end(register, number, person)
    days.now = NOON
    return person


def _enrol(register: Register, number: int, who: Named, began: date) -> UUID:
    data = PersonData(
        who.given,
        who.family,
        phone="070-174 06 05",
        email=who.email,
        birth_year=1960 + number * 2 % 45,
        sex=(Sex.WOMAN, Sex.MAN)[number % 2],
        district=("Bäckby", "Råby", "Hammarby", "Skallberget")[number % 4],
        language=("Arabiska", "Somaliska", "Svenska")[number % 3],
        swedish=tuple(SwedishLevel)[number % len(SwedishLevel)],
        contact_note="Ring efter klockan tio.",
        own_goal="Ett arbete som går att försörja sig på.",
    )
    with register.writing() as uow:
        person = create(uow, data).record
        cases.enrol(uow, NewCase(person, registered_on=began, enrolled_on=began, coach_id=register.user.id))
    return person


def _meet(register: Register, days: Days, number: int, person: UUID, first: date) -> None:
    for turn in range(MEETINGS):
        day = first + timedelta(days=turn * 24)
        days.move(day - timedelta(days=10))
        facts = MeetingFacts(minutes=60, place="Bäckby centrum, rum 2")
        with register.writing() as uow:
            booked = coaching.book(uow, NewSession((person,), day, time(8 + (number + turn) % 9), facts)).record
        if day >= TODAY:
            continue
        days.move(day, 18)
        step = StepWords("Ringa arbetsgivaren", Responsible.PARTICIPANT, day + timedelta(days=14))
        end = MeetingEnd(NOTE, "Du ringer den första. Vi skriver till den andra.", (step,))
        with register.writing() as uow:
            coaching.hold(uow, booked, 1, end)
        _tick(register, booked, turn)


def _tick(register: Register, meeting: UUID, turn: int) -> None:
    """Do what was agreed, save every fourth time."""
    if turn % 4 == 3:
        return
    with register.writing() as uow:
        for step in coaching.details(uow, meeting).steps:
            coaching.tick_step(uow, step.id, step.version)


def _write(register: Register, number: int, person: UUID, day: date) -> None:
    with register.writing() as uow:
        cv = cvs.create(uow, NewWritten(person, "CV")).record
        version = applications.choices(uow, person).cvs[0].id
        assert cv is not None
        for turn in range(2):
            employer, work = EMPLOYERS[(number + turn) % len(EMPLOYERS)], WORK[(number + turn) % len(WORK)]
            sent = applications.create(uow, person, ApplicationData(employer, work, day, cv_version_id=version)).record
            if turn:
                applications.reach(uow, sent, 1, ApplicationStage.CALLED_TO_INTERVIEW, day)
        situation = Situation(day, "Söker arbete sedan i vintras.", "Ett arbete nära hemmet.")
        new = NewPlan(person, PlanKind.CAREER, situation, review_on=day + timedelta(days=180))
        plan = plans.create(uow, new).record
        goal = plans.add_goal(uow, plan_id=plan, words=GoalWords("Arbeta på heltid", "Anställd tre månader i rad.")).record
        for text in ("Skriva CV", "Söka två arbeten i veckan"):
            plans.add_step(uow, goal_id=goal, words=plans.StepWords(text, due_on=day + timedelta(days=60)))


def _end(register: Register, number: int, person: UUID) -> None:
    on = register.clock.today()
    with register.writing() as uow:
        case = cases.of_person(uow, person)[0]
        reason = ClosureReason.WORK if number % 4 == 1 else ClosureReason.MOVED
        if reason is ClosureReason.WORK:
            cases.add_outcome(uow, NewOutcome(case.id, OutcomeKind.WORK, EMPLOYERS[number % len(EMPLOYERS)], on))
        cases.close(uow, case.id, case.version, on=on, reason=reason)
