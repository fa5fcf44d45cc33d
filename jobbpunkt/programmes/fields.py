"""What is typed about a programme: the data, and each field of it said once."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.base.fields import Field, Kind
from jobbpunkt.base.words import N_


@dataclass(frozen=True, slots=True)
class ProgrammeData:
    """What is typed about a programme; a day that nobody recorded is None."""

    name: str
    site: str
    purpose: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


# In the order of the form.
FIELDS = (
    Field("name", N_("Name"), required=True),
    Field("site", N_("Place"), title=N_("Site"), hint=N_("The district; several with a comma between them.")),
    Field("purpose", N_("Purpose"), Kind.TEXT),
    Field("starts_on", N_("From"), Kind.DAY, title=N_("Starts on")),
    Field("ends_on", N_("Last day"), Kind.DAY, beside=True, title=N_("Ends on")),
)
