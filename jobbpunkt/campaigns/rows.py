"""The frozen data of campaigns: what goes into the services and what comes out of them."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from jobbpunkt.campaigns.fields import CampaignDetails as CampaignDetails
from models.vocabulary import ActivityStatus, Evaluator, MeasureLink, Qualifier, Source, Unit


@dataclass(frozen=True, slots=True)
class MeasureDraft:
    """A measure to be counted: its key in reports, its words, its unit and perhaps a target.

    It may be counted from the register's records too, of one employer or of all; `difference` says why the two are not the same.
    """

    key: str
    label: str
    unit: Unit
    target: int | None = None
    linked: MeasureLink | None = None
    employer_id: UUID | None = None
    difference: str = ""


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """Content that repeats every week on a weekday (0 is Monday), by one of the campaign's partners or by all."""

    title: str
    weekday: int
    place: str = ""
    starts: time | None = None
    ends: time | None = None
    partner_id: UUID | None = None
    staffing: str = ""


@dataclass(frozen=True, slots=True)
class SlotDraft:
    """Content in one week: how it went and why, and who, with whom or where instead; empty is as every week."""

    status: ActivityStatus = ActivityStatus.PLANNED
    reason: str = ""
    partner_id: UUID | None = None
    staffing: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class CampaignRow:
    """A campaign in the overview."""

    id: UUID
    name: str
    target_group: str
    place: str
    starts_on: date
    ends_on: date
    weeks: int
    partners: int


@dataclass(frozen=True, slots=True)
class Week:
    """One week of a campaign, counted from its first day."""

    id: UUID
    number: int
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation in a campaign and what it answers for."""

    id: UUID
    version: int
    organisation_id: UUID
    name: str
    responsibility: str


@dataclass(frozen=True, slots=True)
class Activity:
    """Content that repeats every week, with the name of the partner that answers for it."""

    id: UUID
    version: int
    title: str
    weekday: int
    place: str
    starts: time | None
    ends: time | None
    partner_id: UUID | None
    partner: str
    staffing: str


@dataclass(frozen=True, slots=True)
class Slot:
    """Content on its day of one week, as it is there: what is said of that week alone is `own`, and has an id and a version."""

    activity_id: UUID
    week_id: UUID
    number: int
    day: date
    title: str
    starts: time | None
    ends: time | None
    partner: str
    staffing: str
    place: str
    own: SlotDraft
    id: UUID | None = None
    version: int = 0

    @property
    def status(self) -> ActivityStatus:
        """Return how it went, or that it is planned."""
        return self.own.status


@dataclass(frozen=True, slots=True)
class CountedMeasure:
    """A measure of a campaign, as it was set up; a label of the template is an English source sentence."""

    id: UUID
    version: int
    key: str
    label: str
    unit: Unit
    target: int | None
    linked: MeasureLink | None
    employer_id: UUID | None
    difference: str


@dataclass(frozen=True, slots=True)
class EvaluationRow:
    """What participants or partners thought."""

    id: UUID
    version: int
    evaluator: Evaluator
    evaluated_on: date
    text: str


@dataclass(frozen=True, slots=True)
class Campaign:
    """A campaign whole, save what was counted."""

    id: UUID
    version: int
    details: CampaignDetails
    lead: str
    weeks: tuple[Week, ...]
    partners: tuple[Partner, ...]
    content: tuple[Activity, ...]
    slots: tuple[Slot, ...]
    measures: tuple[CountedMeasure, ...]
    evaluations: tuple[EvaluationRow, ...]

    def week_of(self, day: date) -> Week | None:
        """Return the week that holds a day, or None outside of the campaign."""
        return next((week for week in self.weeks if week.starts_on <= day <= week.ends_on), None)


@dataclass(frozen=True, slots=True)
class Entry:
    """One count as it was made; `void` once a further entry corrects it, or (`taken_back`) takes it back."""

    id: UUID
    measure_id: UUID
    label: str
    week: int
    at: datetime
    amount: int
    qualifier: Qualifier | None
    source: Source
    by: str
    note: str
    corrects: UUID | None
    void: bool
    taken_back: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with how exact it is and how it was got; None when nobody recorded anything, or where it `is_hidden`."""

    value: int | None = None
    qualifier: Qualifier | None = None
    source: Source = Source.NOT_RECORDED
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One measure's figures: per week in their order, in total, and of today alone; what the register has, where linked."""

    measure: CountedMeasure
    weeks: tuple[Figure, ...]
    total: Figure
    today: Figure = Figure()
    registered: Figure | None = None


@dataclass(frozen=True, slots=True)
class Results:
    """What a campaign counted. Rows have different units and are never summed."""

    weeks: tuple[Week, ...]
    rows: tuple[ResultRow, ...]
