"""What an enrolment is, as plain data: what is typed, and what is read back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from models.vocabulary import Answer, CaseStatus, ClosureReason, EmploymentForm, FollowUpKind, Livelihood, OutcomeKind, Referrer


@dataclass(frozen=True, slots=True)
class NewCase:
    """An enrolment to be made; `enrolled_on` is empty while the person waits."""

    person_id: UUID
    registered_on: date
    referrer: Referrer = Referrer.SELF
    status: CaseStatus = CaseStatus.ENROLLED
    enrolled_on: date | None = None
    coach_id: UUID | None = None
    cooperation_id: UUID | None = None
    before: tuple[Livelihood, ...] = ()


@dataclass(frozen=True, slots=True)
class NewOutcome:
    """Work, studies or the like to be noted on a case.

    `lasted_month` is asked of work, and whether it entitles to `student_finance` of studies.
    """

    case_id: UUID
    kind: OutcomeKind
    place: str
    starts_on: date
    form: EmploymentForm = EmploymentForm.NOT_STATED
    extent_percent: int | None = None
    ends_on: date | None = None
    note: str = ""
    lasted_month: Answer = Answer.NOT_STATED
    student_finance: Answer = Answer.NOT_STATED
    # When to ask whether it holds; None asks on the usual days.
    follow_ups: tuple[tuple[FollowUpKind, date], ...] | None = None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What is written down about an enrolment and may be put right: who led here, who works with it, its days, its livelihood."""

    registered_on: date
    referrer: Referrer
    enrolled_on: date | None = None
    coach_id: UUID | None = None
    cooperation_id: UUID | None = None
    paused_until: date | None = None
    closed_on: date | None = None
    closure_reason: ClosureReason | None = None
    closure_note: str = ""
    before: tuple[Livelihood, ...] = ()
    after: tuple[Livelihood, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUpView:
    """A date on which to ask whether an outcome still holds."""

    id: UUID
    version: int
    kind: FollowUpKind
    due_on: date
    asked_on: date | None
    holds: bool | None


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """An outcome with its follow-ups in order of day."""

    id: UUID
    version: int
    kind: OutcomeKind
    place: str
    form: EmploymentForm
    extent_percent: int | None
    starts_on: date
    ends_on: date | None
    note: str
    lasted_month: Answer
    student_finance: Answer
    follow_ups: tuple[FollowUpView, ...]


@dataclass(frozen=True, slots=True)
class CaseView:
    """One enrolment with its outcomes; what the person lives on is told only to who may see notes."""

    id: UUID
    version: int
    person_id: UUID
    status: CaseStatus
    referrer: Referrer
    coach_id: UUID | None
    coach: str
    cooperation_id: UUID | None
    cooperation: str
    registered_on: date
    enrolled_on: date | None
    paused_until: date | None
    closed_on: date | None
    closure_reason: ClosureReason | None
    closure_note: str
    before: tuple[Livelihood, ...]
    after: tuple[Livelihood, ...]
    outcomes: tuple[OutcomeView, ...]
