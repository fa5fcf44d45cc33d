"""What is typed about chemicals, introductions and keys: the data, and each field of it said once."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jobbpunkt.base import checks
from jobbpunkt.base.fields import Field, Kind
from jobbpunkt.base.words import N_
from models.vocabulary import IntroductionKind


@dataclass(frozen=True, slots=True)
class ChemicalData:
    """What is typed about a product; one with a last day is not used any more."""

    name: str
    supplier: str = ""
    used_for: str = ""
    protection: str = ""
    first_aid: str = ""
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class IntroductionData:
    """What is typed about an introduction; `what` is the product or the machine."""

    person_id: UUID
    kind: IntroductionKind
    what: str
    given_on: date


@dataclass(frozen=True, slots=True)
class ReceiptData:
    """What is typed about a key that was handed out; `due_on` is when it is to be back at the latest."""

    person_id: UUID
    key: str
    given_on: date
    due_on: date | None = None
    returned_on: date | None = None


# In the order of the forms.
CHEMICAL = (
    Field("name", N_("Product"), required=True, longest=checks.NAME, title=N_("Name")),
    Field("supplier", N_("Supplier"), longest=checks.NAME),
    Field("used_for", N_("Used for"), hint=N_("For example limescale in bathrooms.")),
    Field("protection", N_("Protection when using it"), Kind.TEXT, hint=N_("Section 8 of the data sheet, in short."), lines=2),
    Field("first_aid", N_("First aid"), Kind.TEXT, hint=N_("Section 4 of the data sheet, in short."), lines=2),
    Field("ended_on", N_("Used until"), Kind.DAY, hint=N_("Leave it empty as long as it is used."), title=N_("Ended on")),
)
INTRODUCTION = (
    Field("person_id", N_("Participant"), Kind.RECORD, title=N_("Person")),
    Field("kind", N_("Introduction to"), Kind.CHOICE, choices=IntroductionKind, title=N_("Kind")),
    Field("what", N_("Which product or machine"), longest=checks.NAME, title=N_("What it concerns")),
    Field("given_on", N_("Day"), Kind.DAY, title=N_("Given on")),
)
RECEIPT = (
    Field("person_id", N_("Participant"), Kind.RECORD, title=N_("Person")),
    Field("key", N_("Which key"), required=True, longest=checks.NAME, hint=N_("For example laundry Spinnargatan 2, number 14.")),
    Field("given_on", N_("Handed out on"), Kind.DAY, title=N_("Given on")),
    Field("due_on", N_("Back by"), Kind.DAY, beside=True, hint=N_("Leave it empty if no day was agreed."), title=N_("Due on")),
    Field("returned_on", N_("Came back on"), Kind.DAY, title=N_("Returned on")),
)
