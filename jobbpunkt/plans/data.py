"""What a plan says, as plain data: what is typed, and what is read back."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from jobbpunkt.people import PersonName
from models.vocabulary import PlanKind, PlanStatus, Responsible, SignatureRole

MOST_GOALS = 3
MOST_RATING = 10


@dataclass(frozen=True, slots=True)
class Situation:
    """Where the person is and wants to be, in their own words, and the frame of the plan; empty days are open."""

    starts_on: date
    current: str = ""
    desired: str = ""
    language: str = ""
    interpreter: str = ""
    ends_on: date | None = None
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewPlan:
    """A plan to be made; without `coach_id` the signed-in user is its coach."""

    person_id: UUID
    kind: PlanKind
    situation: Situation
    programme_id: UUID | None = None
    coach_id: UUID | None = None


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
class ReviewWords:
    """What a follow-up found, what was revised, and when the next one is."""

    held_on: date
    happened: str
    revised: str = ""
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class MilestoneView:
    """A milestone of a goal; `reached_on` is empty until it is reached."""

    id: UUID
    version: int
    words: MilestoneWords
    reached_on: date | None


@dataclass(frozen=True, slots=True)
class StepView:
    """A step towards a goal; `done_on` is empty until it is done."""

    id: UUID
    version: int
    words: StepWords
    done_on: date | None


@dataclass(frozen=True, slots=True)
class RatingView:
    """How near the goal the person felt on a day, 0 to 10."""

    id: UUID
    version: int
    rated_on: date
    value: int


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
    """A follow-up that was held."""

    id: UUID
    version: int
    words: ReviewWords


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
    signatures: tuple[SignatureView, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanView:
    """A whole plan: its goals in order, follow-ups oldest first, versions newest first."""

    id: UUID
    version: int
    person_id: UUID
    person: PersonName
    coach: str
    programme: str
    kind: PlanKind
    status: PlanStatus
    situation: Situation
    goals: tuple[GoalView, ...] = ()
    reviews: tuple[ReviewView, ...] = ()
    versions: tuple[VersionView, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One plan in a list: nothing of what it says; `adopted` is its latest version's number, 0 before the first."""

    id: UUID
    person_id: UUID
    person: PersonName
    kind: PlanKind
    status: PlanStatus
    coach_id: UUID
    coach: str
    starts_on: date
    review_on: date | None
    goals: int
    steps: int
    steps_done: int
    adopted: int
    due: bool


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal as the meeting shows it: which plan it belongs to, the latest rating, and the steps still to do."""

    plan_id: UUID
    kind: PlanKind
    goal_id: UUID
    title: str
    rating: int | None
    steps: tuple[StepView, ...] = field(default=())
