"""What is typed about a series: the data, and each field of it said once."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.base import approximate, checks
from jobbpunkt.base.fields import Field, Kind
from jobbpunkt.base.words import N_
from models.vocabulary import EventKind, Recurrence, StaffRole, TargetGroup, WorkField


@dataclass(frozen=True, slots=True)
class SeriesData:
    """What is typed about a series; a number that nobody told is None."""

    name: str
    kind: EventKind
    starts_on: date
    ends_on: date | None = None
    place: str = ""
    period_said: str = ""
    recurrence: Recurrence = Recurrence.NOT_STATED
    occasions: int | None = None
    attendance: int | None = None
    attendance_said: str = ""
    led_by: StaffRole = StaffRole.NOT_STATED
    target_group: TargetGroup = TargetGroup.NOT_STATED
    field_of_work: WorkField = WorkField.NOT_STATED
    told_year: int | None = None
    result: str = ""
    note: str = ""


# In the order of the form.
FIELDS = (
    Field("name", N_("Name"), required=True, longest=checks.NAME),
    Field("kind", N_("Kind of event"), Kind.CHOICE, choices=EventKind, title=N_("Kind")),
    Field("place", N_("Place"), beside=True, title=N_("Place or channel")),
    Field("starts_on", N_("From"), Kind.DAY, required=True, title=N_("Starts on")),
    Field("ends_on", N_("Last day"), Kind.DAY, beside=True, title=N_("Ends on")),
    Field(
        "period_said",
        N_("The period in words"),
        longest=checks.NAME,
        hint=N_("As it was said, for example three summer months, or early last year."),
    ),
    Field("recurrence", N_("How often"), Kind.CHOICE, choices=Recurrence, beside=True),
    Field(
        "occasions", N_("Occasions as somebody told"), Kind.WHOLE, most=10_000, hint=N_("Leave it empty if nobody has stated it.")
    ),
    Field("attendance", N_("How many came each time"), Kind.WHOLE, hint=N_("Leave empty if nobody counted.")),
    Field(
        "attendance_said",
        N_("The number as it was said"),
        longest=approximate.LONGEST,
        beside=True,
        hint=N_("For example about 20, or some sixty: it is printed so."),
    ),
    Field("led_by", N_("Led by"), Kind.CHOICE, choices=StaffRole),
    Field("target_group", N_("For whom"), Kind.CHOICE, choices=TargetGroup, beside=True),
    Field("field_of_work", N_("Part of the work"), Kind.CHOICE, choices=WorkField),
    Field(
        "told_year",
        N_("Tell of it in the report of"),
        Kind.WHOLE,
        most=checks.LAST_YEAR,
        beside=True,
        hint=N_("A year, where that is another than it ran in."),
    ),
    Field("result", N_("What came of it"), Kind.TEXT, lines=2, snug=True, hint=N_("Reports print this. Write no names here.")),
    Field("note", N_("Note"), Kind.TEXT, lines=2, snug=True),
)
