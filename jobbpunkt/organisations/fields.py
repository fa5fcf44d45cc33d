"""What is written down about an organisation: the data, and each field of it said once."""

from dataclasses import dataclass

from jobbpunkt.base import checks
from jobbpunkt.base.fields import Apart, Field, Kind
from jobbpunkt.base.words import N_
from models.vocabulary import OrganisationKind


@dataclass(frozen=True, slots=True)
class OrganisationDetails:
    """What is written down about an organisation."""

    name: str
    kind: OrganisationKind = OrganisationKind.OTHER
    contact: str = ""
    note: str = ""


# In the order of the form.
FIELDS = (
    Field("name", N_("Name"), required=True, longest=checks.NAME, told=Apart("the card is headed with it")),
    Field(
        "kind",
        N_("Kind of organisation"),
        Kind.CHOICE,
        choices=OrganisationKind,
        told=Apart("a chip under the name"),
        title=N_("Kind"),
    ),
    Field("contact", N_("Contact"), hint=N_("For example an e-mail address or a switchboard, not a private number.")),
    Field("note", N_("Note"), Kind.TEXT),
)
