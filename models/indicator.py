"""Indicators measured over time, such as the safety index."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record


class Indicator(Record):
    """A question whose share of good answers is followed."""

    __tablename__ = "indicator"

    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    question: Mapped[str] = mapped_column(default="")


class IndicatorTarget(Record):
    """The share (per cent) that a year aims at."""

    __tablename__ = "indicator_target"
    __table_args__ = (UniqueConstraint("indicator_id", "year"),)

    indicator_id: Mapped[UUID] = mapped_column(ForeignKey("indicator.id"), index=True)
    year: Mapped[int]
    share: Mapped[float]


class IndicatorReading(Record):
    """One month's answers: how many answered, and how many of them well or very well."""

    __tablename__ = "indicator_reading"
    __table_args__ = (UniqueConstraint("indicator_id", "month"),)

    indicator_id: Mapped[UUID] = mapped_column(ForeignKey("indicator.id"), index=True)
    month: Mapped[date]
    answers: Mapped[int]
    positive: Mapped[int]
