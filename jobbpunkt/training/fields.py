"""What is typed about a unit of training: the data, and each field of it said once."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.base.fields import Field, Kind
from jobbpunkt.base.words import N_

LONGEST_NAME = 40  # it stands above a narrow column


@dataclass(frozen=True, slots=True)
class UnitData:
    """What is typed about a unit of training; one with a last day is not trained any more."""

    name: str
    part: str = ""
    ended_on: date | None = None


# In the order of the form.
FIELDS = (
    Field("name", N_("Training unit"), required=True, longest=LONGEST_NAME, title=N_("Name")),
    Field(
        "part", N_("Part"), hint=N_("Such as cleaning technique, quality or work environment."), title=N_("Part of the training")
    ),
    Field("ended_on", N_("Trained until"), Kind.DAY, hint=N_("Leave it empty as long as it is trained."), title=N_("Ended on")),
)
