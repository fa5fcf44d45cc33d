"""What the notice of an area holds; it knows no words."""

from dataclasses import dataclass
from datetime import date

from models.vocabulary import Season, TaskPeriod


@dataclass(frozen=True, slots=True)
class NoticeTask:
    """One thing that is done, and how often."""

    what: str
    how: str
    times: int = 1
    per: TaskPeriod = TaskPeriod.WEEK
    season: Season = Season.ALL_YEAR


@dataclass(frozen=True, slots=True)
class NoticeDocument:
    """All that the notice shows: where, who cleans, whom to tell, and what is done there in order."""

    area: str
    programme: str
    printed_on: date
    tasks: tuple[NoticeTask, ...] = ()
    contact: str = ""
    phone: str = ""
