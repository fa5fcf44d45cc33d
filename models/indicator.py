"""Indicators measured over time, such as the safety index."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.vocabulary import Effect, Frequency


class Indicator(Record):
    """A question whose share of good answers is followed."""

    __tablename__ = "indicator"

    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    question: Mapped[str] = mapped_column(default="")
    frequency: Mapped[Frequency] = mapped_column(default=Frequency.MONTHLY, server_default="monthly")
    base: Mapped[str] = mapped_column(default="", server_default="")  # who is asked, in words


class IndicatorTarget(Record):
    """The share (per cent) that a year aims at."""

    __tablename__ = "indicator_target"
    __table_args__ = (UniqueConstraint("indicator_id", "year"),)

    indicator_id: Mapped[UUID] = mapped_column(ForeignKey("indicator.id"), index=True)
    year: Mapped[int]
    share: Mapped[float]


class IndicatorReading(Record):
    """One measuring, from the first day of its period: how many answered and how many of them well, or the share alone."""

    __tablename__ = "indicator_reading"
    __table_args__ = (UniqueConstraint("indicator_id", "month"),)

    indicator_id: Mapped[UUID] = mapped_column(ForeignKey("indicator.id"), index=True)
    month: Mapped[date]
    answers: Mapped[int | None]
    positive: Mapped[int | None]
    share: Mapped[float | None]


class IndicatorFactor(Record):
    """A sub-question of an indicator: which way it moved a year's result, and what is done about it."""

    __tablename__ = "indicator_factor"
    __table_args__ = (UniqueConstraint("indicator_id", "year", "question"),)

    indicator_id: Mapped[UUID] = mapped_column(ForeignKey("indicator.id"), index=True)
    year: Mapped[int]
    question: Mapped[str]
    effect: Mapped[Effect]
    share: Mapped[float | None]
    action: Mapped[str] = mapped_column(default="")
