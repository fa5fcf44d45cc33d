"""What people say of a year for its report: what it aims at, and a voice from it; and reports kept as they were."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.types import Content


class YearTarget(Record):
    """The number that a year aims at for one figure of the catalogue; indicators keep their own targets."""

    __tablename__ = "year_target"
    __table_args__ = (UniqueConstraint("year", "key"),)

    year: Mapped[int]
    key: Mapped[str]
    aim: Mapped[int]


class YearVoice(Record):
    """A story or a quotation that somebody wrote for a year's report: whose it is, and how they agreed to it."""

    __tablename__ = "year_voice"

    year: Mapped[int] = mapped_column(unique=True)
    text: Mapped[str]
    told_by: Mapped[str]
    consent: Mapped[str]


class FrozenReport(Record):
    """A report as it was told: of which days, how far its data reached, its figures, the records behind them, its pages.

    `campaign_id` names no row, so that a campaign's report outlives the campaign.
    """

    __tablename__ = "frozen_report"

    kind: Mapped[str]
    first: Mapped[date]
    last: Mapped[date]
    campaign_id: Mapped[UUID | None]
    title: Mapped[str]
    data_to: Mapped[date]
    note: Mapped[str]
    made_at: Mapped[datetime]
    made_by: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
    result: Mapped[dict[str, Any]]
    behind: Mapped[bytes] = mapped_column(Content())
    pdf: Mapped[bytes] = mapped_column(Content())
