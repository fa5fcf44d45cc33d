"""What is noted of a resident's employment: the data, and each field of it said once."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.base import checks
from jobbpunkt.base.fields import Field, Kind
from jobbpunkt.base.words import N_
from models.vocabulary import AssignmentRole


@dataclass(frozen=True, slots=True)
class NewAssignment:
    """A resident to be employed for a period."""

    role: AssignmentRole
    name: str
    areas: str
    starts_on: date
    ends_on: date | None = None
    tasks: str = ""


# In the order of the form.
FIELDS = (
    Field("role", N_("Assignment"), Kind.CHOICE, choices=AssignmentRole, title=N_("Role")),
    Field("name", N_("Name"), required=True, longest=checks.NAME),
    Field("areas", N_("Areas"), required=True),
    Field("starts_on", N_("From"), Kind.DAY, title=N_("Starts on")),
    Field("ends_on", N_("Last day"), Kind.DAY, beside=True, title=N_("Ends on")),
    Field("tasks", N_("Tasks"), Kind.TEXT, hint=N_("Reports print this. Write no names here.")),
)
