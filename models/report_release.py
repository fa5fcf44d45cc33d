"""What figures have left the program: never changed and never taken away, so that later exports can be held against them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record


class ReportRelease(Record):
    """A report that left, printed or as a file: of which days, as the register stood on `data_on`, and every number in it.

    `figures` holds under "told" a list of [figure, kind of group, group, first day, last day, number or null where hidden].
    """

    __tablename__ = "report_release"
    __table_args__ = (Index("ix_report_release_days", "first_day", "last_day"),)

    at: Mapped[datetime]
    by_id: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
    report: Mapped[str]
    written_as: Mapped[str]
    first_day: Mapped[date]
    last_day: Mapped[date]
    data_on: Mapped[date]
    campaign_id: Mapped[UUID | None] = mapped_column(ForeignKey("campaign.id"))
    figures: Mapped[dict[str, Any]]
