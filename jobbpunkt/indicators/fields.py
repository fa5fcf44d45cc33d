"""What is typed about an indicator: the data, and each field of it said once."""

from dataclasses import dataclass

from jobbpunkt.base import checks
from jobbpunkt.base.fields import Field, Kind
from jobbpunkt.base.words import N_
from models.vocabulary import Frequency


@dataclass(frozen=True, slots=True)
class IndicatorData:
    """What is typed about an indicator; `base` says in words who is asked."""

    name: str
    question: str = ""
    frequency: Frequency = Frequency.MONTHLY
    base: str = ""


# In the order of the form.
FIELDS = (
    Field("name", N_("Name"), required=True, longest=checks.NAME),
    Field("question", N_("Question"), Kind.TEXT, lines=2),
    Field("frequency", N_("How often it is measured"), Kind.CHOICE, choices=Frequency),
    Field("base", N_("Who is asked"), hint=N_("For example half of the tenants each year.")),
)
