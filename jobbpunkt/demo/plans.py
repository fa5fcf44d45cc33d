"""Plans of the demo's people: three each for those in the programme, career plans for some of the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from jobbpunkt import consents, plans, programmes, suggestions
from jobbpunkt.base.words import Words
from jobbpunkt.consents import GivenConsent
from jobbpunkt.demo.cast import Character
from jobbpunkt.demo.people import PROGRAMME_NAME
from jobbpunkt.demo.stage import COACH, Stage
from jobbpunkt.plans import (
    Excuse,
    GoalWords,
    MilestoneWords,
    NewPlan,
    RatingWords,
    ReviewTime,
    ReviewWords,
    Situation,
    StepAnswer,
    StepFate,
    StepWords,
)
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.suggestions import SuggestionData
from models.vocabulary import CalledOff, ConsentPurpose, PlanKind, Protection, Rater, Responsible, SignatureRole

P, T = Responsible.PARTICIPANT, Responsible.TOGETHER


@dataclass(frozen=True, slots=True)
class GoalText:
    """One goal with what belongs to it; steps are words and who does them."""

    words: GoalWords
    milestones: tuple[str, ...]
    steps: tuple[tuple[str, Responsible], ...]


@dataclass(frozen=True, slots=True)
class PlanText:
    """The words of one plan."""

    current: str
    desired: str
    own: Mapping[str, str]
    goals: tuple[GoalText, ...]


CAREER = PlanText(
    "Jag arbetar med städning i trapphus och tvättstugor och trivs med gruppen. Jag har inte haft något fast arbete i Sverige.",
    "Jag vill ha ett fast arbete inom städ eller vård, helst nära Bäckby.",
    {
        "occupation_a": "Städare (9111)",
        "occupation_b": "Vårdbiträde (5330)",
        "occupation_c": "Köksbiträde (9412)",
        "merits": "Ett år i trapphus och tvättstugor. Har lärt upp två nya i gruppen.",
        "lacks_language": "SFI kurs C är påbörjad men inte klar.",
        "employers": "Mimers städleverantörer, äldreboendet på Bäckby",
    },
    (
        GoalText(
            GoalWords(
                "Söka och få ett arbete inom lokalvård",
                measure="Minst sex ansökningar och två intervjuer",
                resources="Van vid städteknik, goda omdömen från handledaren",
                obstacles="Osäker på att skriva ansökan själv",
                support="Coachen läser ansökningarna före de skickas",
                signs="Jag ringer själv till arbetsgivare",
            ),
            ("CV klart på svenska", "Första intervjun genomförd"),
            (("Gå igenom CV med coach", T), ("Söka tre arbeten via karriärsidan", P), ("Fråga handledaren om referens", P)),
        ),
        GoalText(
            GoalWords(
                "Förbättra svenskan i arbetet",
                measure="Klara SFI kurs C",
                resources="Pratar svenska med gruppen varje dag",
                obstacles="Kurserna krockar med arbetstiden",
                support="Handledaren övar yrkesord varje vecka",
                signs="Jag förstår skriftliga instruktioner",
            ),
            ("Anmäld till kvällskurs",),
            (("Anmäla till kvällskurs på SFI", T), ("Läsa en sida lätt svenska varje dag", P)),
        ),
    ),
)
PERSONAL = PlanText(
    "Jag är mest hemma efter arbetet. Jag ber ofta barnen om hjälp med mobilen och med brev.",
    "Jag vill klara vardagens ärenden själv och känna fler här på Bäckby.",
    {
        "digital": "Jag har BankID men vågar inte betala själv.",
        "network": "Jag känner min granne och två i gruppen.",
        "confidence": "Jag är säker på arbetet, men inte när jag ringer.",
    },
    (
        GoalText(
            GoalWords(
                "Sköta mina ärenden digitalt",
                measure="Betala räkningar och boka tid utan hjälp",
                resources="Har mobil och BankID",
                obstacles="Rädd att trycka fel",
                support="Datorhjälpen på Kollage på torsdagar",
                signs="Jag loggar in själv hos 1177",
            ),
            ("Kan logga in med BankID",),
            (("Gå till datorhjälpen på Kollage", P), ("Öva på att skriva ett mejl", T)),
        ),
        GoalText(
            GoalWords("Lära känna fler på Bäckby", measure="En aktivitet i veckan", signs="Någon hälsar på mig vid namn"),
            ("Med i en grupp på Kollage",),
            (("Besöka språkkaféet", P), ("Ta med en granne till en träff", P)),
        ),
    ),
)
HEALTH = PlanText(
    "Jag sover dåligt och har ont i axlarna efter arbetet. Jag rör mig mest på jobbet.",
    "Jag vill sova hela natten och orka leka med barnen.",
    {
        "sleep": "Jag somnar sent och vaknar av oro.",
        "pain": "Det värker i axlarna när jag har moppat länge.",
        "adjustment": "Byta uppgift efter en timme, lättare mopp.",
    },
    (
        GoalText(
            GoalWords(
                "Sova bättre",
                measure="Sju timmar, fem nätter i veckan",
                resources="Familjen hjälper till på kvällen",
                obstacles="Oro och mobilen i sängen",
                support="Samtal med vårdcentralen, tid bokad av mig själv",
                signs="Jag vaknar utvilad",
            ),
            ("En vecka utan mobil i sängen",),
            (("Lägga mobilen i köket klockan 21", P), ("Ringa vårdcentralen om sömnen", P)),
        ),
        GoalText(
            GoalWords("Röra mig på ett sätt jag tycker om", measure="Promenad tre gånger i veckan", signs="Mindre ont i axlarna"),
            ("Fyra veckor i rad",),
            (("Gå med i promenadgruppen", P), ("Be handledaren visa avlastande arbetsställning", T)),
        ),
    ),
)
TEXTS = {PlanKind.CAREER: CAREER, PlanKind.PERSONAL: PERSONAL, PlanKind.HEALTH: HEALTH}
CAREER_ONLY_EVERY = 6


def write_plans(stage: Stage, cast: list[Character]) -> None:
    """Set the plans to their days: begun, rated, followed up, adopted; and what the office adds to the library before."""
    stage.at(date(2020, 1, 13), time(9), COACH, _suggest)
    for person in cast:
        if person.enrolled_on is None or person.data.protection is not Protection.NONE:
            continue
        kinds = tuple(PlanKind) if person.programme else (PlanKind.CAREER,) if person.number % CAREER_ONLY_EVERY == 5 else ()
        for order, kind in enumerate(kinds):
            begun = max(person.enrolled_on + timedelta(days=28 + 7 * order), date(2020, 1, 14 + order))
            _one(stage, person, kind, begun)


def _suggest(uow: Writing) -> None:
    goal = suggestions.add(uow, SuggestionData(PlanKind.CAREER, "Jag ska bli parkguide på Bäckby")).record
    for step in ("Jag pratar med en som har varit parkguide", "Jag söker till nästa sommar"):
        suggestions.add(uow, SuggestionData(PlanKind.CAREER, step, goal))


def _one(stage: Stage, person: Character, kind: PlanKind, begun: date) -> None:
    key = f"plan {kind.value}"
    last = person.closing[1] if person.closing else date(2020, 12, 14)
    stage.at(begun, time(13), person.coach, _begin, person, kind, key)
    if person.number % 4 != 2:
        stage.at(begun + timedelta(days=7), time(13, 30), person.coach, _adopt, person, key)
    day, turn = begun + timedelta(days=56), 1
    if _cannot_come(person):
        stage.at(begun + timedelta(days=49), time(13), person.coach, _call_off, person, key)
    while day < last and not (_is_behind(person) and day > date(2020, 9, 1)):
        stage.at(day, time(13), person.coach, _follow_up, person, key, turn)
        day, turn = day + timedelta(days=84), turn + 1


def _begin(uow: Writing, person: Character, kind: PlanKind, key: str) -> None:
    today = uow.clock.today()
    text = TEXTS[kind]
    situation = Situation(
        today,
        text.current,
        text.desired,
        language=person.data.language,
        interpreter=person.data.interpreter,
        own=text.own,
    )
    if kind is PlanKind.HEALTH:
        consents.give(uow, person.key, ConsentPurpose.HEALTH_PLAN, GivenConsent(today), Words("sv"))
    first = today + timedelta(days=49 if _cannot_come(person) else 56)
    new = NewPlan(person.key, kind, situation, _programme(uow, person), review_on=first)
    plan = person.made[key] = plans.create(uow, new).record
    for goal in text.goals:
        _add_goal(uow, plan, goal, 2 + person.number % 3)


def _adopt(uow: Writing, person: Character, key: str) -> None:
    plan = person.made[key]
    plans.adopt(uow, plan_id=plan, version=plans.view(uow, plan).version, words=Words("sv"))
    frozen = plans.view(uow, plan).versions[-1]
    for role in (SignatureRole.PARTICIPANT, SignatureRole.COACH):
        plans.sign(uow, version_id=frozen.id, role=role, signed_on=uow.clock.today())


def _programme(uow: Reading, person: Character) -> UUID | None:
    return programmes.find(uow, PROGRAMME_NAME) if person.programme else None


def _add_goal(uow: Writing, plan: UUID, text: GoalText, rating: int) -> None:
    today = uow.clock.today()
    goal = plans.add_goal(uow, plan_id=plan, words=text.words).record
    for number, milestone in enumerate(text.milestones):
        plans.add_milestone(uow, goal_id=goal, words=MilestoneWords(milestone, today + timedelta(days=40 + 30 * number)))
    for number, (step, who) in enumerate(text.steps):
        plans.add_step(uow, goal_id=goal, words=StepWords(step, who, due_on=today + timedelta(days=14 + 14 * number)))
    plans.rate(uow, goal_id=goal, words=RatingWords(rating, evidence="Det känns långt dit ännu."), on=today)


def _follow_up(uow: Writing, person: Character, key: str, turn: int) -> None:
    """Note what was said, rate anew with what shows it, and ask of every open step what becomes of it."""
    plan = person.made[key]
    today = uow.clock.today()
    seen = plans.view(uow, plan)
    review = seen.planned[0]
    following = today + timedelta(days=84)
    window = ReviewTime(following, following - timedelta(days=7), following + timedelta(days=7))
    happened = "Det går framåt. " + ("Första steget är klart." if turn == 1 else "Flera steg är klara och nya är på väg.")
    plans.hold_review(
        uow,
        plan_id=plan,
        review_id=review.id,
        version=review.version,
        words=ReviewWords(today, happened, "Fortsätter enligt planen."),
        ratings={goal.id: _rating(turn, number) for number, goal in enumerate(seen.goals)},
        answers={step.id: _becomes(turn, place) for goal in seen.goals for place, step in enumerate(goal.steps) if step.is_open},
        following=window,
    )


def _cannot_come(person: Character) -> bool:
    return person.number % 3 == 0


def _is_behind(person: Character) -> bool:
    """Tell whose follow-up of the autumn nobody has noted."""
    return person.number % 7 == 3


def _call_off(uow: Writing, person: Character, key: str) -> None:
    review = plans.view(uow, person.made[key]).planned[0]
    excuse = Excuse(CalledOff.PARTICIPANT, "Barnet var sjukt.")
    again = ReviewTime(uow.clock.today() + timedelta(days=7))
    plans.miss_review(uow, review_id=review.id, version=review.version, excuse=excuse, again=again)


def _rating(turn: int, number: int) -> RatingWords:
    by = Rater.TOGETHER if number else Rater.PARTICIPANT
    return RatingWords(min(10, 3 + 2 * turn - number), by, "Har provat på egen hand." if turn == 1 else "Gör det varje vecka.")


def _becomes(turn: int, place: int) -> StepAnswer:
    """Return what becomes of a step: one is done each time, the others wait, and what has waited twice is given up."""
    if place == turn - 1:
        return StepAnswer(StepFate.DONE)
    if turn < 3:
        return StepAnswer(StepFate.CARRIED)
    return StepAnswer(StepFate.DROPPED, reason="Behövs inte längre, målet nås på annat sätt.")
