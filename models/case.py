"""An enrolment and what it led to."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.vocabulary import Answer, CaseStatus, ClosureReason, EmploymentForm, FollowUpKind, OutcomeKind, Referrer


class Case(Record):
    """One enrolment of one person: who led them here, who coaches, where it stands and how it ended.

    `before` and `after` are the person's situation in the style of SUS: under "livelihood" a list of codes of `Livelihood`.
    """

    __tablename__ = "case_file"
    __table_args__ = (
        # A person's latest enrolment is the last one here.
        Index("ix_case_file_person_latest", "person_id", "registered_on", "id"),
        Index("ix_case_file_status_enrolled", "status", "enrolled_on"),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    coach_id: Mapped[UUID | None] = mapped_column(ForeignKey("user_account.id"), index=True)
    status: Mapped[CaseStatus]
    referrer: Mapped[Referrer]
    cooperation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    registered_on: Mapped[date]
    enrolled_on: Mapped[date | None] = mapped_column(index=True)
    paused_until: Mapped[date | None]
    closed_on: Mapped[date | None]
    closure_reason: Mapped[ClosureReason | None]
    closure_note: Mapped[str] = mapped_column(default="")
    before: Mapped[dict[str, Any]] = mapped_column(default=dict)
    after: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Outcome(Record):
    """Work, studies or the like that a case led to.

    `lasted_month` is what somebody says; where nobody says, the last day and the follow-ups may tell.
    """

    __tablename__ = "outcome"

    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_file.id"), index=True)
    kind: Mapped[OutcomeKind]
    place: Mapped[str]
    form: Mapped[EmploymentForm] = mapped_column(default=EmploymentForm.NOT_STATED)
    extent_percent: Mapped[int | None]
    starts_on: Mapped[date] = mapped_column(index=True)
    ends_on: Mapped[date | None]
    lasted_month: Mapped[Answer] = mapped_column(default=Answer.NOT_STATED, server_default="not_stated")
    student_finance: Mapped[Answer] = mapped_column(default=Answer.NOT_STATED, server_default="not_stated")
    note: Mapped[str] = mapped_column(default="")


class OutcomeFollowUp(Record):
    """A date on which one asks whether an outcome still holds; `holds` is empty until asked."""

    __tablename__ = "outcome_follow_up"

    outcome_id: Mapped[UUID] = mapped_column(ForeignKey("outcome.id"), index=True)
    kind: Mapped[FollowUpKind]
    due_on: Mapped[date] = mapped_column(index=True)
    asked_on: Mapped[date | None]
    holds: Mapped[bool | None]
