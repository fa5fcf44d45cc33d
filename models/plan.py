"""The three plans: goals, milestones, steps, ratings, reviews, adopted versions and signatures.

All words and ratings of a plan stand in `body` columns as JSON; those of a health plan are sealed with the health key,
so that whoever lacks it reads nothing but that a plan exists.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.types import Content, SealedText
from models.vocabulary import CalledOff, PlanKind, PlanStatus, SignatureRole


class Plan(Record):
    """One plan of one person; `body` holds the present and the wished situation in the person's own words.

    `review_on` is the day of its next planned follow-up, kept here so that Today finds at once what is due.
    """

    __tablename__ = "plan"
    __table_args__ = (
        Index("ix_plan_coach_review", "coach_id", "review_on", "id"),
        Index("ix_plan_review", "review_on", "id"),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    coach_id: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
    programme_id: Mapped[UUID | None] = mapped_column(ForeignKey("programme.id"))
    kind: Mapped[PlanKind]
    status: Mapped[PlanStatus]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    review_on: Mapped[date | None]
    code: Mapped[str] = mapped_column(server_default="", unique=True, index=True)  # of its paper
    body: Mapped[SealedText]


class PlanGoal(Record):
    """A goal of a plan (at most about three); `body`: title, measure, resources, obstacles, support, signs."""

    __tablename__ = "plan_goal"

    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plan.id"), index=True)
    position: Mapped[int]
    due_on: Mapped[date | None]
    body: Mapped[SealedText]


class PlanMilestone(Record):
    """A milestone of a goal; `body`: text."""

    __tablename__ = "plan_milestone"

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("plan_goal.id"), index=True)
    position: Mapped[int]
    due_on: Mapped[date | None]
    reached_on: Mapped[date | None]
    body: Mapped[SealedText]


class PlanStep(Record):
    """A step towards a goal: open, done or dropped; `body`: text, responsible, why it was dropped.

    `carried` counts the follow-ups at which it was carried on to the next.
    """

    __tablename__ = "plan_step"

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("plan_goal.id"), index=True)
    position: Mapped[int]
    due_on: Mapped[date | None] = mapped_column(index=True)
    done_on: Mapped[date | None]
    dropped_on: Mapped[date | None]
    carried: Mapped[int] = mapped_column(default=0, server_default="0")
    body: Mapped[SealedText]


class PlanRating(Record):
    """How near a goal is on a day, 0-10; `body`: value, who rated, what shows it."""

    __tablename__ = "plan_rating"

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("plan_goal.id"), index=True)
    rated_on: Mapped[date]
    body: Mapped[SealedText]


class PlanReview(Record):
    """A follow-up of a plan, planned for a day within a window and then held, or called off; `body`: what was said, or why not.

    Held are those with `held_on`, missed those with `called_off`; who typed which of the two, and when, stands beside it.
    """

    __tablename__ = "plan_review"

    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plan.id"), index=True)
    planned_on: Mapped[date]
    opens_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    held_on: Mapped[date | None]
    held_by: Mapped[UUID | None] = mapped_column(ForeignKey("user_account.id"))
    called_off: Mapped[CalledOff | None]
    typed_by: Mapped[UUID | None] = mapped_column(ForeignKey("user_account.id"))
    typed_at: Mapped[datetime | None]
    body: Mapped[SealedText]


class PlanVersion(Record):
    """A plan as it was adopted, frozen with its PDF."""

    __tablename__ = "plan_version"
    __table_args__ = (UniqueConstraint("plan_id", "number"),)

    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plan.id"), index=True)
    number: Mapped[int]
    adopted_at: Mapped[datetime] = mapped_column(index=True)
    adopted_by: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
    pdf: Mapped[bytes] = mapped_column(Content())
    digest: Mapped[str] = mapped_column(info={"digest_of": "pdf"})
    body: Mapped[SealedText] = mapped_column(default=SealedText(""), server_default="")  # what it said; nothing in old ones


class PlanSignature(Record):
    """That somebody signed an adopted version on paper."""

    __tablename__ = "plan_signature"

    version_id: Mapped[UUID] = mapped_column(ForeignKey("plan_version.id"), index=True)
    role: Mapped[SignatureRole]
    name: Mapped[SealedText]
    signed_on: Mapped[date]


class PlanCompletion(Record):
    """How a plan went when it was completed; `body`: in own words, summary, how far each goal came, why steps were not done."""

    __tablename__ = "plan_completion"

    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plan.id"), unique=True, index=True)
    completed_on: Mapped[date]
    body: Mapped[SealedText]
