"""What is written down about a campaign's frame: the data, and each field of it said once."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jobbpunkt.base import checks
from jobbpunkt.base.fields import Field, Kind
from jobbpunkt.base.words import N_


@dataclass(frozen=True, slots=True)
class CampaignDetails:
    """What is written down about a campaign: for whom, where, when and who leads it."""

    name: str
    starts_on: date
    ends_on: date
    purpose: str = ""
    target_group: str = ""
    age_from: int | None = None
    age_to: int | None = None
    place: str = ""
    lead_id: UUID | None = None


# In the order of the form.
FIELDS = (
    Field("name", N_("Name"), required=True, longest=checks.NAME),
    Field("starts_on", N_("First day"), Kind.DAY, required=True, title=N_("Starts on")),
    Field("ends_on", N_("Last day"), Kind.DAY, beside=True, required=True, title=N_("Ends on")),
    Field("target_group", N_("Target group")),
    Field("age_from", N_("Age from"), Kind.WHOLE, most=120),
    Field("age_to", N_("Age to"), Kind.WHOLE, beside=True, most=120),
    Field("place", N_("Place")),
    Field("lead_id", N_("Led by"), Kind.RECORD, beside=True, none=N_("Nobody yet"), title=N_("Lead")),
    Field("purpose", N_("Purpose"), Kind.TEXT),
)
