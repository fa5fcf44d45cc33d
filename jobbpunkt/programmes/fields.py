"""What is typed about a programme: the data, and each field of it said once."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.base.fields import Field, Kind
from jobbpunkt.base.words import N_
from models.vocabulary import ProgrammeKind, TargetGroup, WorkField


@dataclass(frozen=True, slots=True)
class ProgrammeData:
    """What is typed about a programme; a day that nobody recorded is None."""

    name: str
    site: str
    purpose: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    kind: ProgrammeKind = ProgrammeKind.WORK
    goal: str = ""
    method: str = ""
    resources: str = ""
    result: str = ""
    target_group: TargetGroup = TargetGroup.NOT_STATED
    field_of_work: WorkField = WorkField.NOT_STATED


# In the order of the form.
FIELDS = (
    Field("name", N_("Name"), required=True),
    Field("site", N_("Place"), title=N_("Site"), hint=N_("The district; several with a comma between them.")),
    Field(
        "kind",
        N_("Kind of project"),
        Kind.CHOICE,
        choices=ProgrammeKind,
        title=N_("Kind"),
        hint=N_("A group at work has shifts, training and inspections."),
    ),
    Field("purpose", N_("Purpose"), Kind.TEXT, lines=2, snug=True),
    Field("starts_on", N_("From"), Kind.DAY, title=N_("Starts on")),
    Field("ends_on", N_("Last day"), Kind.DAY, beside=True, title=N_("Ends on")),
    Field("target_group", N_("For whom"), Kind.CHOICE, choices=TargetGroup),
    Field("field_of_work", N_("Part of the work"), Kind.CHOICE, choices=WorkField, beside=True),
    Field("goal", N_("Goal"), Kind.TEXT, lines=2, snug=True),
    Field("method", N_("Method"), Kind.TEXT, lines=2, snug=True),
    Field("resources", N_("Resources"), Kind.TEXT, lines=2, snug=True),
    Field("result", N_("What came of it"), Kind.TEXT, lines=2, snug=True, hint=N_("Reports print this. Write no names here.")),
)
