"""A campaign on site: its stands and who came, what people thought, who signed in, and the files that counted without a network.

Marks and opinions only grow, like counts: the database refuses to change or remove them. `field_file_id` says by which field
file a row travelled here; it is empty where the row was written.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record
from models.vocabulary import Evaluator, Opinion


class FieldFile(Record):
    """A file made of a campaign to count in without a network; `brought_at` is when it was last brought home."""

    __tablename__ = "field_file"

    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("campaign.id"), index=True)
    name: Mapped[str]
    made_at: Mapped[datetime]
    made_by: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
    brought_at: Mapped[datetime | None]


class Stand(Record):
    """An organisation's stand at the fair of a campaign."""

    __tablename__ = "stand"
    __table_args__ = (UniqueConstraint("campaign_id", "organisation_id"),)

    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("campaign.id"), index=True)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"))
    label: Mapped[str]


class StandMark(Record):
    """That an exhibitor came, or did not; empty takes back what was said. The mark with the greatest id holds."""

    __tablename__ = "stand_mark"

    stand_id: Mapped[UUID] = mapped_column(ForeignKey("stand.id"), index=True)
    at: Mapped[datetime]
    came: Mapped[bool | None]
    counted_by: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
    field_file_id: Mapped[UUID | None] = mapped_column(ForeignKey("field_file.id"))


class Feedback(Record):
    """What somebody thought, without a name, in three taps; a further row without an opinion takes back the one it names."""

    __tablename__ = "feedback"

    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("campaign.id"), index=True)
    at: Mapped[datetime]
    evaluator: Mapped[Evaluator]
    opinion: Mapped[Opinion | None]
    best: Mapped[str] = mapped_column(default="")
    takes_back_id: Mapped[UUID | None] = mapped_column(ForeignKey("feedback.id"), index=True)
    counted_by: Mapped[UUID] = mapped_column(ForeignKey("user_account.id"))
    field_file_id: Mapped[UUID | None] = mapped_column(ForeignKey("field_file.id"))


class Visit(Record):
    """A visitor who said yes to being written down by name; `entry_id` is the count that they stand for."""

    __tablename__ = "visit"

    campaign_id: Mapped[UUID] = mapped_column(ForeignKey("campaign.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    entry_id: Mapped[UUID] = mapped_column(ForeignKey("tally_entry.id"), unique=True)
