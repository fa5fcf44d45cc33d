"""Inspections of what was cleaned: by the group or by a supplier, point by point of one and the same checklist, with photos."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.types import Content
from models.vocabulary import AreaKind, InspectionKind, PointVerdict, Season, TaskPeriod


class Inspection(Record):
    """One look at one place; without a `provider_id` it is the group's own work that is looked at.

    `place`, `area_kind` and the points are frozen as they were that day; `checklist` numbers the lists of a kind of area as
    they came to be. One that `follows_id` another looks again at its remarks. It is finished once it has `closed_at`.
    """

    __tablename__ = "inspection"
    __table_args__ = (Index("ix_inspection_programme_held", "programme_id", "held_at", "id"),)

    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"))
    kind: Mapped[InspectionKind]
    area_id: Mapped[UUID | None] = mapped_column(ForeignKey("work_area.id"), index=True)
    area_kind: Mapped[AreaKind]
    place: Mapped[str]
    checklist: Mapped[int]
    provider_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    held_at: Mapped[datetime]
    inspector: Mapped[str]
    present: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    closed_at: Mapped[datetime | None]
    corrected_on: Mapped[date | None]
    correction: Mapped[str] = mapped_column(default="")
    follows_id: Mapped[UUID | None] = mapped_column(ForeignKey("inspection.id"), index=True)


class InspectionPoint(Record):
    """One point as the checklist had it, and what was found.

    `is_common` points are those of every area of the kind, by which places and providers are compared. `follows_id` is the
    point of an earlier inspection whose remark is looked at again.
    """

    __tablename__ = "inspection_point"

    inspection_id: Mapped[UUID] = mapped_column(ForeignKey("inspection.id"), index=True)
    position: Mapped[int]
    is_common: Mapped[bool]
    object: Mapped[str]
    moment: Mapped[str]
    times: Mapped[int]
    per: Mapped[TaskPeriod]
    season: Mapped[Season]
    verdict: Mapped[PointVerdict | None]
    fault: Mapped[str] = mapped_column(default="")
    remedy: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None]
    is_again: Mapped[bool] = mapped_column(default=False)
    follows_id: Mapped[UUID | None] = mapped_column(ForeignKey("inspection_point.id"), index=True)


class InspectionPhoto(Record):
    """A photo of what a point is about: a JPEG with nothing in it but the picture."""

    __tablename__ = "inspection_photo"

    point_id: Mapped[UUID] = mapped_column(ForeignKey("inspection_point.id"), index=True)
    position: Mapped[int]
    jpeg: Mapped[bytes] = mapped_column(Content())
    width: Mapped[int]
    height: Mapped[int]
