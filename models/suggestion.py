"""Goals and steps that plans are offered: the office's own wording, which no plan is bound to."""

from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.vocabulary import PlanKind


class Suggestion(Record):
    """A goal for a kind of plan, or a step towards the goal `goal_id`; a retired one is offered no longer."""

    __tablename__ = "suggestion"

    kind: Mapped[PlanKind]
    goal_id: Mapped[UUID | None] = mapped_column(ForeignKey("suggestion.id"), index=True)
    text: Mapped[str]
    is_retired: Mapped[bool] = mapped_column(default=False)
