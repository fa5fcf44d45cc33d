"""What is typed about a place: the data, and each field of it said once."""

from dataclasses import dataclass

from jobbpunkt.base import checks
from jobbpunkt.base.fields import Field, Kind
from jobbpunkt.base.words import N_
from models.vocabulary import PlaceKind


@dataclass(frozen=True, slots=True)
class PlaceData:
    """What is typed about a place."""

    name: str
    kind: PlaceKind = PlaceKind.DISTRICT
    district: str = ""
    run_by: str = ""
    about: str = ""


# In the order of the form.
FIELDS = (
    Field("name", N_("Name"), required=True, longest=checks.NAME),
    Field("kind", N_("Kind of place"), Kind.CHOICE, choices=PlaceKind, title=N_("Kind")),
    Field("district", N_("District"), longest=checks.NAME, beside=True, hint=N_("Where the place is no district itself.")),
    Field("run_by", N_("Run by"), hint=N_("An organisation, for example the housing company.")),
    Field("about", N_("What it is there for"), Kind.TEXT, hint=N_("Reports print this. Write no names here.")),
)
