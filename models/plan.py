"""The three plans: goals, milestones, steps, ratings, reviews, adopted versions and signatures.

All words and ratings of a plan stand in `body` columns as JSON; those of a health plan are sealed with the health key,
so that whoever lacks it reads nothing but that a plan exists.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.types import SealedText
from models.vocabulary import PlanKind, PlanStatus, SignatureRole


class Plan(Record):
    """One plan of one person; `body` holds the present and the wished situation in the person's own words."""

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
    """A step towards a goal; `body`: text, responsible."""

    __tablename__ = "plan_step"

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("plan_goal.id"), index=True)
    position: Mapped[int]
    due_on: Mapped[date | None] = mapped_column(index=True)
    done_on: Mapped[date | None]
    body: Mapped[SealedText]


class PlanRating(Record):
    """A self-rating 0-10 of a goal on a day; `body`: value."""

    __tablename__ = "plan_rating"

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("plan_goal.id"), index=True)
    rated_on: Mapped[date]
    body: Mapped[SealedText]


class PlanReview(Record):
    """A follow-up of a plan; `body`: what happened, what was revised."""

    __tablename__ = "plan_review"

    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plan.id"), index=True)
    held_on: Mapped[date]
    next_on: Mapped[date | None]
    body: Mapped[SealedText]


class PlanVersion(Record):
    """A plan as it was adopted, frozen with its PDF."""

    __tablename__ = "plan_version"
    __table_args__ = (UniqueConstraint("plan_id", "number"),)

    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plan.id"), index=True)
    number: Mapped[int]
    adopted_at: Mapped[datetime] = mapped_column(index=True)
    adopted_by: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
    pdf: Mapped[bytes] = mapped_column(LargeBinary())
    digest: Mapped[str]


class PlanSignature(Record):
    """That somebody signed an adopted version on paper."""

    __tablename__ = "plan_signature"

    version_id: Mapped[UUID] = mapped_column(ForeignKey("plan_version.id"), index=True)
    role: Mapped[SignatureRole]
    name: Mapped[str]
    signed_on: Mapped[date]
