"""Coaching sessions, who took part, and what was agreed."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.vocabulary import Responsible, SessionKind, SessionStatus


class CoachingSession(Record):
    """A meeting between a coach and one or several participants.

    Rescheduling makes a new session whose `supersedes_id` is the old one; the old one is never overwritten.
    """

    __tablename__ = "coaching_session"
    __table_args__ = (Index("ix_coaching_session_coach_time", "coach_id", "starts_at"),)
    noted_in = ("note", "summary")

    coach_id: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
    kind: Mapped[SessionKind]
    status: Mapped[SessionStatus]
    starts_at: Mapped[datetime] = mapped_column(index=True)
    minutes: Mapped[int]
    place: Mapped[str] = mapped_column(default="")
    interpreter: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    supersedes_id: Mapped[UUID | None] = mapped_column(ForeignKey("coaching_session.id"), index=True)


class SessionParticipant(Record):
    """A person who takes part in a session."""

    __tablename__ = "session_participant"
    __table_args__ = (
        UniqueConstraint("session_id", "person_id"),
        Index("ix_session_participant_person", "person_id", "session_id"),
    )

    session_id: Mapped[UUID] = mapped_column(ForeignKey("coaching_session.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))


class AgreedStep(Record):
    """A next step that was agreed, with a day; it shows on Today until it is done or dropped."""

    __tablename__ = "agreed_step"
    noted_in = ("text",)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    session_id: Mapped[UUID | None] = mapped_column(ForeignKey("coaching_session.id"), index=True)
    text: Mapped[str]
    responsible: Mapped[Responsible]
    due_on: Mapped[date | None] = mapped_column(index=True)
    done_on: Mapped[date | None]
