"""What a meeting is, as plain data: what is typed, and what is read back."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from jobbpunkt.base.changes import Change
from jobbpunkt.people import PersonName
from models.vocabulary import Responsible, SessionKind, SessionStatus

SHORTEST_MINUTES, LONGEST_MINUTES = 5, 720


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What a meeting is for, how long it takes and where, and which language is interpreted."""

    kind: SessionKind = SessionKind.COACHING
    minutes: int = 60
    place: str = ""
    interpreter: str = ""


@dataclass(frozen=True, slots=True)
class NewSession:
    """A meeting to be booked; day and time are Swedish wall clock, and without `coach_id` it is the signed-in user's."""

    person_ids: tuple[UUID, ...]
    day: date
    at: time
    facts: MeetingFacts = MeetingFacts()
    coach_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """What stands about a past meeting and may be put right: when it was, what became of it, what for, how long and where."""

    day: date
    at: time
    status: SessionStatus
    facts: MeetingFacts = MeetingFacts()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StepWords:
    """A next step that was agreed: what, who does it, and by when."""

    text: str
    responsible: Responsible = Responsible.PARTICIPANT
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class MeetingEnd:
    """What is kept when a meeting ends: the coach's note, the participant's summary, steps, and perhaps the next meeting."""

    note: str = ""
    summary: str = ""
    steps: tuple[StepWords, ...] = ()
    next: NewSession | None = None


@dataclass(frozen=True, slots=True)
class NoteSaved(Change):
    """The answer of an autosave: `version` is what the next one is saved upon."""

    version: int = 0


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part in a meeting."""

    id: UUID
    name: PersonName


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A meeting in a list; `written` tells whether a note or a summary was written.

    One with nobody whom the user has need of tells only when whose time is taken: nobody is named in it.
    """

    id: UUID
    version: int
    starts_at: datetime
    facts: MeetingFacts
    status: SessionStatus
    coach_id: UUID
    coach: str
    people: tuple[Participant, ...]
    reason: str
    written: bool

    @property
    def ends_at(self) -> datetime:
        """When the meeting is over."""
        return self.starts_at + timedelta(minutes=self.facts.minutes)


@dataclass(frozen=True, slots=True)
class StepView:
    """An agreed step; `done_on` is empty until it is done."""

    id: UUID
    version: int
    person_id: UUID
    person: PersonName
    session_id: UUID | None
    words: StepWords
    done_on: date | None


@dataclass(frozen=True, slots=True)
class LastTime:
    """The meeting held before, as the next one begins with it."""

    session_id: UUID
    starts_at: datetime
    kind: SessionKind
    note: str
    summary: str


@dataclass(frozen=True, slots=True)
class SessionDetails:
    """One meeting with all that its conversation needs.

    `steps` were agreed in this meeting; `earlier` are the participants' steps from before that are open or were done
    since last time. `moved_from` and `moved_to` are the meetings that this one replaced and was replaced by.
    """

    row: SessionRow
    note: str
    summary: str
    steps: tuple[StepView, ...]
    earlier: tuple[StepView, ...]
    last: LastTime | None
    next: SessionRow | None
    moved_from: UUID | None
    moved_to: UUID | None


@dataclass(frozen=True, slots=True)
class Clash:
    """A meeting at the same time, of the same coach or with the same person; the form warns, and does not refuse."""

    session_id: UUID
    starts_at: datetime
    minutes: int
    coach: str
    people: tuple[PersonName, ...]
    same_coach: bool
