"""Plans of the demo's people: three each for those in the programme, career plans for some of the others."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from jobbpunkt import plans, programmes
from jobbpunkt.demo.cast import Character
from jobbpunkt.demo.stage import COACH, Stage
from jobbpunkt.i18n import Words
from jobbpunkt.plans import GoalWords, MilestoneWords, NewPlan, ReviewWords, Situation, StepWords
from jobbpunkt.unit_of_work import UnitOfWork
from models.vocabulary import PlanKind, Protection, Responsible, SignatureRole

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
    goals: tuple[GoalText, ...]


CAREER = PlanText(
    "Jag arbetar med städning i trapphus och tvättstugor och trivs med gruppen. Jag har inte haft något fast arbete i Sverige.",
    "Jag vill ha ett fast arbete inom städ eller vård, helst nära Bäckby.",
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
    """Set the plans to their days: begun, rated, followed up, adopted."""
    for person in cast:
        if person.enrolled_on is None or person.data.protection is not Protection.NONE:
            continue
        kinds = tuple(PlanKind) if person.programme else (PlanKind.CAREER,) if person.number % CAREER_ONLY_EVERY == 5 else ()
        for order, kind in enumerate(kinds):
            begun = max(person.enrolled_on + timedelta(days=28 + 7 * order), date(2020, 1, 14 + order))
            _one(stage, person, kind, begun)


def _one(stage: Stage, person: Character, kind: PlanKind, begun: date) -> None:
    key = f"plan {kind.value}"
    last = person.closing[1] if person.closing else date(2020, 12, 14)
    stage.at(begun, time(13), COACH, _begin, person, kind, key)
    if person.number % 4 != 2:
        stage.at(begun + timedelta(days=7), time(13, 30), COACH, _adopt, person, key)
    day, turn = begun + timedelta(days=56), 1
    while day < last:
        stage.at(day, time(13), COACH, _follow_up, person, key, turn)
        day, turn = day + timedelta(days=84), turn + 1


def _begin(uow: UnitOfWork, person: Character, kind: PlanKind, key: str) -> None:
    today = uow.clock.today()
    text = TEXTS[kind]
    situation = Situation(
        today,
        text.current,
        text.desired,
        language=person.data.language,
        interpreter=person.data.interpreter,
        review_on=today + timedelta(days=56),
    )
    plan = person.made[key] = plans.create(uow, NewPlan(person.key, kind, situation, _programme(uow, person))).record
    for goal in text.goals:
        _add_goal(uow, plan, goal, 2 + person.number % 3)


def _adopt(uow: UnitOfWork, person: Character, key: str) -> None:
    plan = person.made[key]
    plans.adopt(uow, plan_id=plan, version=plans.view(uow, plan).version, words=Words("sv"))
    frozen = plans.view(uow, plan).versions[-1]
    for role in (SignatureRole.PARTICIPANT, SignatureRole.COACH):
        plans.sign(uow, version_id=frozen.id, role=role, signed_on=uow.clock.today())


def _programme(uow: UnitOfWork, person: Character) -> UUID | None:
    return programmes.programmes(uow)[0].id if person.programme else None


def _add_goal(uow: UnitOfWork, plan: UUID, text: GoalText, rating: int) -> None:
    today = uow.clock.today()
    goal = plans.add_goal(uow, plan_id=plan, words=text.words).record
    for number, milestone in enumerate(text.milestones):
        plans.add_milestone(uow, goal_id=goal, words=MilestoneWords(milestone, today + timedelta(days=40 + 30 * number)))
    for number, (step, who) in enumerate(text.steps):
        plans.add_step(uow, goal_id=goal, words=StepWords(step, who, due_on=today + timedelta(days=14 + 14 * number)))
    plans.rate(uow, goal_id=goal, value=rating, on=today)


def _follow_up(uow: UnitOfWork, person: Character, key: str, turn: int) -> None:
    """Tick what has been done, rate anew, and note what was said."""
    plan = person.made[key]
    today = uow.clock.today()
    seen = plans.view(uow, plan)
    for goal in seen.goals:
        if turn <= len(goal.steps) and goal.steps[turn - 1].done_on is None:
            plans.tick_step(uow, step_id=goal.steps[turn - 1].id, done=True)
    ratings = {goal.id: min(10, 3 + 2 * turn - number) for number, goal in enumerate(seen.goals)}
    happened = "Det går framåt. " + ("Första steget är klart." if turn == 1 else "Flera steg är klara och nya är på väg.")
    words = ReviewWords(today, happened, "Fortsätter enligt planen.", today + timedelta(days=84))
    plans.add_review(uow, plan_id=plan, words=words, ratings=ratings)
