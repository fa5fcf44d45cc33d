"""Meetings of the demo's people: booked at the one before, held or not, with notes, summaries and agreed steps."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import count

from jobbpunkt import coaching
from jobbpunkt.base.clock import instant
from jobbpunkt.coaching import MeetingEnd, MeetingFacts, NewSession, SessionRow, StepWords
from jobbpunkt.demo.cast import Character
from jobbpunkt.demo.courses import CHURCH
from jobbpunkt.demo.stage import Stage, workday
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.vocabulary import Responsible, SessionKind, SessionStatus

SLOTS = (time(9), time(10, 15), time(11, 15), time(13), time(14, 15), time(15, 15))
MINUTES = 60
PLACES = ("Kollage", "Kollage", "Områdeskontoret, Bäckby", "Telefon")
TODAYS = {10: time(9), 19: time(10, 30), 25: time(13), 51: time(14, 30)}
OUT_OF_CONTACT = frozenset({8, 32, 47})
TALKS: tuple[tuple[str, str, tuple[tuple[str, Responsible], ...]], ...] = (
    (
        "Kartläggning. Berättar om tidigare arbeten och vad som är viktigt framåt. Vill komma igång snart.",
        "Vi gick igenom din bakgrund, vad du är bra på och vad du vill.",
        (("Samla betyg och intyg", Responsible.PARTICIPANT), ("Boka tid för CV", Responsible.COACH)),
    ),
    (
        "Arbetade med CV. Har svårt att sätta ord på egna styrkor men har många bra exempel.",
        "Vi skrev ditt CV tillsammans och valde ut tre arbetsgivare.",
        (("Läsa igenom CV hemma", Responsible.PARTICIPANT), ("Söka arbete hos de tre arbetsgivarna", Responsible.PARTICIPANT)),
    ),
    (
        "Övade intervju. Lugnare i dag än förra gången. Tar gärna emot råd.",
        "Vi övade på att presentera dig och på vanliga intervjufrågor.",
        (("Öva presentationen på en minut", Responsible.PARTICIPANT),),
    ),
    (
        "Gick igenom ansökningar. Två väntar på svar. Behöver hjälp med uppföljande samtal.",
        "Vi såg över dina ansökningar och bestämde vilka du ringer upp.",
        (("Ringa och följa upp ansökan", Responsible.PARTICIPANT), ("Fråga arbetsgivare om studiebesök", Responsible.COACH)),
    ),
    (
        "Pratade om vardagen och om orken. Vill fortsätta i samma takt.",
        "Vi pratade om vad som fungerar bra och vad som kan bli lättare.",
        (("Besöka språkkaféet på Kollage", Responsible.PARTICIPANT),),
    ),
    (
        "Uppföljning. Nästa mål är praktik eller prova-på-plats.",
        "Vi följde upp det vi kom överens om och satte nästa mål.",
        (("Kontakta två möjliga praktikplatser", Responsible.TOGETHER),),
    ),
)
CANCELLED = ("Barnet är sjukt.", "Fick tid på vårdcentralen.", "Har blivit kallad till intervju samma tid.")


@dataclass(slots=True)
class Diary:
    """One coach's diary, so that no two meetings stand on the same hour."""

    taken: set[datetime] = field(default_factory=set)

    def free(self, day: date, wish: int) -> tuple[date, time]:
        """Return the first free hour from the wished one on, later days included."""
        for step in count():
            later = workday(day + timedelta(days=step // len(SLOTS)))
            slot = SLOTS[(wish + step) % len(SLOTS)]
            moment = instant(later, slot)
            if moment not in self.taken:
                self.taken.add(moment)
                return later, slot
        raise AssertionError


def hold_meetings(stage: Stage, cast: list[Character]) -> None:
    """Set every person's chain of meetings to its days, each booked when the one before ends."""
    # The demo's day has the meetings of TODAYS alone.
    diaries = {person.coach: Diary({instant(stage.last_day, at) for at in SLOTS}) for person in cast}
    for person in cast:
        if person.enrolled_on is not None:
            _chain(stage, person, _times(stage, person, diaries[person.coach]))


def _times(stage: Stage, person: Character, diary: Diary) -> list[tuple[date, time]]:
    """Return when a person's meetings are: every two to five weeks while they are enrolled, then the coming one."""
    enrolled = person.enrolled_on or person.registered_on
    last = person.closing[1] if person.closing else stage.last_day - timedelta(days=45 if person.number in OUT_OF_CONTACT else 1)
    times, day = [], enrolled + timedelta(days=1)
    for turn in count():
        if day >= last:
            break
        times.append(diary.free(workday(day), person.number + turn))
        settled = person.outcome is not None and day > person.outcome[3]
        day += timedelta(days=(45 if settled else 14) + (person.number * 7 + turn * 5) % 17)
    if person.closing is None and person.number not in OUT_OF_CONTACT:
        coming = stage.last_day + timedelta(days=1 + person.number % 23)
        today = TODAYS.get(person.number)
        times.append((stage.last_day, today) if today else diary.free(workday(coming), person.number))
    return times


def _chain(stage: Stage, person: Character, times: list[tuple[date, time]]) -> None:
    begun = person.enrolled_on or person.registered_on
    stage.at(begun, time(8, 50), person.coach, _book, person, times[0])
    for turn, (day, at) in enumerate(times):
        coming = times[turn + 1] if turn + 1 < len(times) else None
        over = (datetime.combine(day, at) + timedelta(minutes=MINUTES)).time()
        if day < stage.last_day:
            stage.at(day, over, person.coach, _meet, person, turn, coming)


def _book(uow: Writing, person: Character, when: tuple[date, time]) -> None:
    coaching.book(uow, _new(person, when, 0))


def _new(person: Character, when: tuple[date, time], turn: int) -> NewSession:
    kind = SessionKind.INTAKE if turn == 0 else SessionKind.FOLLOW_UP if turn % 4 == 3 else SessionKind.COACHING
    if person.number in CHURCH and turn == 1:
        kind = SessionKind.THREE_PARTY
    protected = person.data.protection.value != "none"
    place = "" if protected else PLACES[(person.number + turn) % len(PLACES)]
    return NewSession((person.key,), *when, MeetingFacts(kind, MINUTES, place, person.data.interpreter))


def _meet(uow: Writing, person: Character, turn: int, coming: tuple[date, time] | None) -> None:
    """Let a meeting go as meetings go: most are held, some are missed, called off or moved."""
    booked = _booked(uow, person)
    fate = (person.number + turn * 3) % 13 if turn else -1
    following = _new(person, coming, turn + 1) if coming else None
    if fate == 0:
        coaching.no_show(uow, booked.id, booked.version)
    elif fate == 5:
        why = CANCELLED[person.number % len(CANCELLED)]
        coaching.cancel(uow, booked.id, booked.version, by=SessionStatus.CANCELLED_BY_PARTICIPANT, reason=why)
    elif fate == 8 and coming is not None:
        day, at = coming
        coaching.reschedule(uow, booked.id, booked.version, day=day, at=at, reason="Krockade med ett annat möte.")
        return
    else:
        _hold(uow, person, booked, turn, following)
        return
    if following is not None:
        coaching.book(uow, following)


def _booked(uow: Reading, person: Character) -> SessionRow:
    rows = [row for row in coaching.of_person(uow, person.key) if row.status is SessionStatus.BOOKED]
    return min(rows, key=lambda row: row.starts_at)


def _hold(uow: Writing, person: Character, booked: SessionRow, turn: int, following: NewSession | None) -> None:
    note, summary, agreed = TALKS[turn % len(TALKS)]
    today = uow.clock.today()
    for step in coaching.open_steps(uow, person.key):
        if step.words.due_on is not None and step.words.due_on <= today and (person.number + turn) % 5:
            coaching.tick_step(uow, step.id, step.version)
    due = today + timedelta(days=10 + person.number % 9)
    steps = tuple(StepWords(text, who, due) for text, who in agreed)
    coaching.hold(uow, booked.id, booked.version, MeetingEnd(note, summary, steps, following))
