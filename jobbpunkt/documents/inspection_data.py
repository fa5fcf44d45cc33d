"""What the protocol of an inspection holds; it knows no words."""

from dataclasses import dataclass
from datetime import date, datetime

from jobbpunkt.documents.compared import ComparedMonth
from models.vocabulary import InspectionKind, PointVerdict, Season, TaskPeriod


@dataclass(frozen=True, slots=True)
class InspectedPoint:
    """One point: what is done how often, what was found, and the numbers of its photos."""

    object: str
    moment: str
    times: int
    per: TaskPeriod
    season: Season
    verdict: PointVerdict | None
    fault: str = ""
    remedy: str = ""
    due: date | None = None
    is_again: bool = False
    photos: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class InspectedPhoto:
    """A photo with its number, its shape, and what it is of, in typed words."""

    number: int
    jpeg: bytes
    shape: float  # its width by its height
    about: str


@dataclass(frozen=True, slots=True)
class InspectionDocument:
    """All that the protocol shows; without a supplier it is the work of the programme's group."""

    place: str
    programme: str
    site: str
    kind: InspectionKind
    checklist: int
    held_at: datetime
    inspector: str
    present: str
    supplier: str
    note: str
    points: tuple[InspectedPoint, ...]
    photos: tuple[InspectedPhoto, ...] = ()
    months: tuple[ComparedMonth, ...] = ()
    follows_on: date | None = None
    corrected_on: date | None = None
    correction: str = ""
    is_closed: bool = True

    @property
    def passed(self) -> int:
        """Return how many points passed."""
        return sum(1 for point in self.points if point.verdict is PointVerdict.PASSED)

    @property
    def judged(self) -> int:
        """Return how many points passed or have a remark."""
        return self.passed + sum(1 for point in self.points if point.verdict is PointVerdict.REMARKED)
