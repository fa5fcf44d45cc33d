"""What people say of a year for its report: what it aims at, and a voice from it."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Record


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
