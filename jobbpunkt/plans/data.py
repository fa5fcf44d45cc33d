"""What a plan says, as plain data: what is typed, and what is read back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from jobbpunkt.consents import ConsentView
from jobbpunkt.people import PersonName
from models.vocabulary import CalledOff, PlanKind, PlanStatus, Rater, Responsible, SignatureRole

MOST_GOALS = 3
MOST_RATING = 10


@dataclass(frozen=True, slots=True)
class Situation:
    """Where the person is and wants to be, in their own words, and the frame of the plan; empty days are open.

    `own` holds what only plans of its kind ask (`jobbpunkt/plans/kinds.py`), by the field's name.
    """

    starts_on: date
    current: str = ""
    desired: str = ""
    language: str = ""
    interpreter: str = ""
    ends_on: date | None = None
    own: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewPlan:
    """A plan to be made, and the day of its first follow-up; without `coach_id` the signed-in user is its coach."""

    person_id: UUID
    kind: PlanKind
    situation: Situation
    programme_id: UUID | None = None
    coach_id: UUID | None = None
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class GoalWords:
    """What a goal says: the goal itself, how one sees that it is reached, and what helps and hinders."""

    title: str
    measure: str = ""
    resources: str = ""
    obstacles: str = ""
    support: str = ""
    signs: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class MilestoneWords:
    """What a milestone says, and by when."""

    text: str
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class StepWords:
    """What is to be done, by whom and by when; `who` names the one who is neither participant nor coach."""

    text: str
    responsible: Responsible = Responsible.PARTICIPANT
    who: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class RatingWords:
    """How near a goal is, 0 to 10, by whose judgement, and what shows it: something that was seen."""

    value: int
    by: Rater = Rater.PARTICIPANT
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class ReviewTime:
    """The day for which a follow-up is planned, and the first and last day on which it may be held; open where empty."""

    planned_on: date
    opens_on: date | None = None
    closes_on: date | None = None

    @property
    def last_day(self) -> date:
        """The day after which the follow-up is late."""
        return self.closes_on or self.planned_on


@dataclass(frozen=True, slots=True)
class ReviewWords:
    """What a follow-up found, what was revised, and who held it; without `held_by` the signed-in user did."""

    held_on: date
    happened: str
    revised: str = ""
    held_by: UUID | None = None


@dataclass(frozen=True, slots=True)
class Excuse:
    """Who called a follow-up off, and why."""

    called_off: CalledOff
    why: str


class StepFate(Enum):
    """What becomes of an open step at a follow-up."""

    DONE = "done"
    CARRIED = "carried"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class StepAnswer:
    """What becomes of a step, the new day of one that is carried on (else that of the next follow-up), and why one is dropped."""

    fate: StepFate
    due_on: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CompletionWords:
    """How a plan went: in the person's own words, in sum, how far each goal came, and why steps were not done (by key)."""

    completed_on: date
    own: str = ""
    summary: str = ""
    goals: tuple[tuple[UUID, str], ...] = ()
    steps: tuple[tuple[UUID, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CompletionView:
    """How a plan went, as it was written when it was completed last."""

    id: UUID
    version: int
    words: CompletionWords


@dataclass(frozen=True, slots=True)
class MilestoneView:
    """A milestone of a goal; `reached_on` is empty until it is reached."""

    id: UUID
    version: int
    words: MilestoneWords
    reached_on: date | None


@dataclass(frozen=True, slots=True)
class StepView:
    """A step towards a goal; `done_on` is empty until it is done, `dropped_on` and `reason` until it is given up."""

    id: UUID
    version: int
    words: StepWords
    done_on: date | None
    carried: int = 0
    dropped_on: date | None = None
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None and self.dropped_on is None


@dataclass(frozen=True, slots=True)
class RatingView:
    """How near the goal was on a day, 0 to 10, by whose judgement, and what shows it."""

    id: UUID
    version: int
    rated_on: date
    value: int
    by: Rater = Rater.PARTICIPANT
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal with its milestones and steps in their order and its ratings by day."""

    id: UUID
    version: int
    words: GoalWords
    milestones: tuple[MilestoneView, ...] = ()
    steps: tuple[StepView, ...] = ()
    ratings: tuple[RatingView, ...] = ()

    @property
    def steps_done(self) -> int:
        """How many of the steps are done."""
        return sum(step.done_on is not None for step in self.steps)


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A follow-up: planned, held (`words`, and by whom) or missed (`excuse`); who typed which of the two, and when."""

    id: UUID
    version: int
    time: ReviewTime
    words: ReviewWords | None = None
    excuse: Excuse | None = None
    held_by: str = ""
    typed_by: str = ""
    typed_at: datetime | None = None

    @property
    def is_planned(self) -> bool:
        """Whether it is still to be held."""
        return self.words is None and self.excuse is None

    @property
    def day(self) -> date:
        """The day it was held, else the one it is or was planned for."""
        return self.words.held_on if self.words else self.time.planned_on


@dataclass(frozen=True, slots=True)
class SignatureView:
    """That somebody signed a version on paper; a participant's name is the plan's own and not kept again."""

    id: UUID
    version: int
    role: SignatureRole
    name: str
    signed_on: date


@dataclass(frozen=True, slots=True)
class VersionView:
    """An adopted version, without its PDF."""

    id: UUID
    number: int
    adopted_at: datetime
    adopted_by: str
    digest: str
    is_comparable: bool
    signatures: tuple[SignatureView, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """The adopted version whose words a plan still has; `noted_on` is the last day of a tick, rating or follow-up since."""

    number: int
    adopted_on: date
    noted_on: date | None = None


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """When and where the person's next booked meeting is."""

    starts_at: datetime
    place: str


@dataclass(frozen=True, slots=True)
class Sought:
    """What the records tell of somebody's search for work: applications sent, and the newest version of each CV and letter."""

    applications: int = 0
    papers: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PlanView:
    """A whole plan: its goals in order, follow-ups by day, versions newest first."""

    id: UUID
    version: int
    person_id: UUID
    person: PersonName
    coach: str
    coach_phone: str
    programme: str
    kind: PlanKind
    status: PlanStatus
    situation: Situation
    code: str = ""
    goals: tuple[GoalView, ...] = ()
    reviews: tuple[ReviewView, ...] = ()
    versions: tuple[VersionView, ...] = ()
    standing: Standing | None = None
    completion: CompletionView | None = None
    meeting: NextMeeting | None = None
    sought: Sought | None = None
    consent: ConsentView | None = None

    @property
    def planned(self) -> tuple[ReviewView, ...]:
        """The follow-ups still to be held, the next one first."""
        return tuple(review for review in self.reviews if review.is_planned)

    @property
    def review_on(self) -> date | None:
        """The day of the next follow-up."""
        return self.planned[0].day if self.planned else None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One plan in a list: nothing of what it says; `adopted` is its latest version's number, 0 before the first.

    It is due from the day of its next follow-up, and overdue once the window of that has passed. Of somebody whom the user has
    no need of it tells only which plan it is, how it stands and whose: no day, and nothing is counted.
    """

    id: UUID
    person_id: UUID
    person: PersonName
    kind: PlanKind
    status: PlanStatus
    coach_id: UUID
    coach: str
    starts_on: date | None = None
    review_on: date | None = None
    goals: int = 0
    steps: int = 0
    steps_done: int = 0
    adopted: int = 0
    due: bool = False
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal as the meeting shows it: which plan it belongs to, the latest rating, and the steps still to do."""

    plan_id: UUID
    kind: PlanKind
    goal_id: UUID
    title: str
    rating: int | None
    steps: tuple[StepView, ...] = field(default=())
