"""What is typed about an area and about a task in it: the data, and each field of it said once."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.base import checks
from jobbpunkt.base.fields import Field, Kind
from jobbpunkt.base.words import N_
from models.vocabulary import AreaKind, Season, TaskPeriod

MOST_TIMES = 31


@dataclass(frozen=True, slots=True)
class AreaData:
    """What is typed about an area; `ended_on` is the last day on which the group works there."""

    kind: AreaKind
    name: str
    site: str = ""
    note: str = ""
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class TaskData:
    """What is typed about a task: the thing, what is done to it, and how often; `times` counts for no task done as needed."""

    object: str
    moment: str
    times: int = 1
    per: TaskPeriod = TaskPeriod.WEEK
    season: Season = Season.ALL_YEAR


# In the order of the forms.
AREA = (
    Field("kind", N_("Kind of area"), Kind.CHOICE, choices=AreaKind, title=N_("Kind")),
    Field("name", N_("Name"), required=True, longest=checks.NAME, hint=N_("For example Spinnargatan 2–14.")),
    Field("site", N_("Address or district")),
    Field("note", N_("Good to know"), Kind.TEXT, hint=N_("For example which key, or where the water is.")),
    Field("ended_on", N_("Last day"), Kind.DAY, hint=N_("Leave it empty while the group works there.")),
)
TASK = (
    Field("object", N_("What"), required=True, longest=checks.NAME, hint=N_("For example the entrance, or the railing.")),
    Field("moment", N_("What is done"), required=True, hint=N_("For example floor swept and mopped.")),
    Field("times", N_("Times"), Kind.WHOLE, most=MOST_TIMES),
    Field("per", N_("In each"), Kind.CHOICE, choices=TaskPeriod, beside=True),
    Field("season", N_("Season"), Kind.CHOICE, choices=Season),
)
