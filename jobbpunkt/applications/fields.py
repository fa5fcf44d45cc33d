"""What is typed about an application: the data, and each field of it said once."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jobbpunkt.base.fields import Field, Kind
from jobbpunkt.base.words import N_


@dataclass(frozen=True, slots=True)
class ApplicationData:
    """What is typed about an application; the CV and letter are the versions that the employer got."""

    employer: str
    position: str
    applied_on: date | None = None
    answer_by: date | None = None
    cv_version_id: UUID | None = None
    letter_version_id: UUID | None = None
    campaign_id: UUID | None = None
    note: str = ""


_NONE = N_("None chosen")

# In the order of the form.
FIELDS = (
    Field("position", N_("Job"), required=True),
    Field("employer", N_("Employer"), beside=True, required=True),
    Field("applied_on", N_("Sent on"), Kind.DAY, title=N_("Applied on")),
    Field("answer_by", N_("Answer expected by"), Kind.DAY, beside=True, title=N_("Answer by")),
    Field("cv_version_id", N_("CV that was sent"), Kind.RECORD, none=_NONE, title=N_("Cv version")),
    Field("letter_version_id", N_("Letter that was sent"), Kind.RECORD, beside=True, none=_NONE, title=N_("Letter version")),
    Field("campaign_id", N_("Written at a campaign"), Kind.RECORD, none=N_("No campaign"), title=N_("Campaign")),
    Field("note", N_("Comment"), Kind.TEXT, snug=True, title=N_("Note")),
)
