"""What was seen in an area, week by week, as numbers of categories: there is room for no name and no word."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.vocabulary import IncidentCategory


class IncidentCount(Record):
    """How many of one category were reported of an area in the week from a Monday; what nobody counted has no row."""

    __tablename__ = "incident_count"
    __table_args__ = (UniqueConstraint("place_id", "week", "category"),)

    place_id: Mapped[UUID] = mapped_column(ForeignKey("place.id"), index=True)
    week: Mapped[date] = mapped_column(index=True)
    category: Mapped[IncidentCategory]
    number: Mapped[int]
