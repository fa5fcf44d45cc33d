"""Progress towards work: own questions, asked of the participant and of the coach apart, every 90 days."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.types import SealedText
from models.vocabulary import ProgressScale, Rater


class ProgressQuestion(Record):
    """A question of one's own wording, once as the participant and once as the coach is asked it; empty is not asked."""

    __tablename__ = "progress_question"

    area: Mapped[str]
    asks_participant: Mapped[str] = mapped_column(default="")
    asks_coach: Mapped[str] = mapped_column(default="")
    scale: Mapped[ProgressScale]
    position: Mapped[int]
    retired_on: Mapped[date | None]


class ProgressRound(Record):
    """One asking of one of the two, due on a day; `body`: by question its area and the value that was answered."""

    __tablename__ = "progress_round"
    __table_args__ = (Index("ix_progress_round_person_due", "person_id", "due_on"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    by: Mapped[Rater]
    due_on: Mapped[date]
    answered_on: Mapped[date | None]
    body: Mapped[SealedText] = mapped_column(default=SealedText("{}"), server_default="{}")
