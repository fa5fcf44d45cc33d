"""Where a programme's group works, and what is done there how often."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.vocabulary import AreaKind, Season, TaskPeriod


class WorkArea(Record):
    """A stairwell, a cellar, a laundry: a place of one programme, until the day on which its group left it."""

    __tablename__ = "work_area"
    __table_args__ = (UniqueConstraint("programme_id", "name"),)

    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"))
    kind: Mapped[AreaKind]
    name: Mapped[str]
    site: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]

    def found_by(self) -> tuple[str, str]:
        """Return what search shows, and what else it is found by."""
        return self.name, self.site


class WorkTask(Record):
    """What is cleaned (`object`) and how (`moment`), `times` in each period: in every area of a kind, or in one area alone.

    The work that is planned, the notice in the stairwell and the checklist of an inspection are all made from these.
    """

    __tablename__ = "work_task"

    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"), index=True)
    kind: Mapped[AreaKind | None]
    area_id: Mapped[UUID | None] = mapped_column(ForeignKey("work_area.id"), index=True)
    position: Mapped[int]
    object: Mapped[str]
    moment: Mapped[str]
    times: Mapped[int]
    per: Mapped[TaskPeriod]
    season: Mapped[Season]
