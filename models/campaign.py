"""Campaigns such as CV-boxen: weeks, partners, content, counting and evaluation."""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.vocabulary import ActivityStatus, Evaluator, MeasureLink, Qualifier, Source, Unit

# What was written in this register itself, and did not travel by a field file.
_HERE = "field_file_id IS NULL"


class Campaign(Record):
    """A campaign: for whom, where and when."""

    __tablename__ = "campaign"

    name: Mapped[str] = mapped_column(unique=True)
    purpose: Mapped[str] = mapped_column(default="")
    target_group: Mapped[str] = mapped_column(default="")
    age_from: Mapped[int | None]
    age_to: Mapped[int | None]
    place: Mapped[str] = mapped_column(default="")
    lead_id: Mapped[UUID | None] = mapped_column(ForeignKey("user_account.id"))
    starts_on: Mapped[date]
    ends_on: Mapped[date]

    def found_by(self) -> tuple[str, str]:
        """Return the title and the other words that find this campaign."""
        return self.name, f"{self.place} {self.target_group} {self.starts_on.year}"


class CampaignWeek(Record):
    """One week of a campaign."""

    __tablename__ = "campaign_week"
    __table_args__ = (UniqueConstraint("campaign_id", "number"),)

    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("campaign.id"), index=True)
    number: Mapped[int]
    starts_on: Mapped[date]
    ends_on: Mapped[date]


class CampaignPartner(Record):
    """An organisation that takes part in a campaign, and what it answers for."""

    __tablename__ = "campaign_partner"
    __table_args__ = (UniqueConstraint("campaign_id", "organisation_id"),)

    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("campaign.id"), index=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    responsibility: Mapped[str]


class CampaignActivity(Record):
    """Content of a campaign that repeats every week, on a weekday (0 is Monday)."""

    __tablename__ = "campaign_activity"

    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("campaign.id"), index=True)
    partner_id: Mapped[UUID | None] = mapped_column(ForeignKey("campaign_partner.id"))
    title: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    weekday: Mapped[int]
    starts: Mapped[time | None]
    ends: Mapped[time | None]
    staffing: Mapped[str] = mapped_column(default="", server_default="")


class CampaignSlot(Record):
    """Weekly content in one week, where it is not as every week: how it went and why, and who or where instead."""

    __tablename__ = "campaign_slot"
    __table_args__ = (UniqueConstraint("activity_id", "week_id"),)

    activity_id: Mapped[UUID] = mapped_column(ForeignKey("campaign_activity.id"))
    week_id: Mapped[UUID] = mapped_column(ForeignKey("campaign_week.id"), index=True)
    status: Mapped[ActivityStatus]
    reason: Mapped[str] = mapped_column(default="")
    partner_id: Mapped[UUID | None] = mapped_column(ForeignKey("campaign_partner.id"))
    staffing: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")


class CampaignMeasure(Record):
    """Something that a campaign counts on site: its catalogue key, words, unit and target.

    With `linked` it is counted from the register's records too, of one employer or of all; `difference` says why the two differ.
    """

    __tablename__ = "campaign_measure"
    __table_args__ = (UniqueConstraint("campaign_id", "key"),)

    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("campaign.id"), index=True)
    position: Mapped[int]
    key: Mapped[str]
    label: Mapped[str]
    unit: Mapped[Unit]
    target: Mapped[int | None]
    linked: Mapped[MeasureLink | None]
    employer_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    difference: Mapped[str] = mapped_column(default="", server_default="")


class TallyEntry(Record):
    """A count on site; the database lets it only be added to: a mistake is corrected by a further entry that names it.

    `first_id` is the count that a chain of corrections began with. Two laptops may have corrected the same entry, and both
    corrections are kept; of a chain the entry with the greatest id stands.
    """

    __tablename__ = "tally_entry"
    __table_args__ = (
        # Within one register two people cannot both correct the same entry.
        Index("uq_tally_entry_corrects_here", "corrects_id", unique=True, sqlite_where=text(_HERE), postgresql_where=text(_HERE)),
    )

    measure_id: Mapped[UUID] = mapped_column(ForeignKey("campaign_measure.id"), index=True)
    week_id: Mapped[UUID] = mapped_column(ForeignKey("campaign_week.id"), index=True)
    at: Mapped[datetime]
    amount: Mapped[int]
    source: Mapped[Source]
    qualifier: Mapped[Qualifier | None]
    counted_by: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
    corrects_id: Mapped[UUID | None] = mapped_column(ForeignKey("tally_entry.id"))
    first_id: Mapped[UUID | None] = mapped_column(ForeignKey("tally_entry.id"), index=True)
    field_file_id: Mapped[UUID | None] = mapped_column(ForeignKey("field_file.id"))
    note: Mapped[str] = mapped_column(default="")


class Evaluation(Record):
    """What participants or partners thought of a campaign."""

    __tablename__ = "evaluation"

    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("campaign.id"), index=True)
    evaluator: Mapped[Evaluator]
    evaluated_on: Mapped[date]
    text: Mapped[str]
