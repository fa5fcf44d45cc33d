"""Inspections as they are begun and as they are read."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from jobbpunkt.base.clock import day_of
from jobbpunkt.inspections.scores import Score, score
from jobbpunkt.work import TaskData
from models.vocabulary import AreaKind, InspectionKind, PointVerdict


@dataclass(frozen=True, slots=True)
class InspectionHead:
    """What is typed of an inspection beside its points; without a supplier it is the group's own work."""

    kind: InspectionKind
    held_at: datetime
    inspector: str
    supplier: str = ""
    present: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """What is inspected: an area of the programme, or a place elsewhere with the kind of area whose checklist it is held to."""

    area_id: UUID | None = None
    place: str = ""
    kind: AreaKind = AreaKind.STAIRWELL


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong with a point, what is done about it, by when, and whether it is looked at again then."""

    fault: str = ""
    remedy: str = ""
    due_on: date | None = None
    is_again: bool = False


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A photo, without the picture itself."""

    id: UUID
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PointView:
    """A point as read; `is_open` while its remark has not been looked at again, though it is to be."""

    id: UUID
    version: int
    task: TaskData
    verdict: PointVerdict | None
    remark: Remark
    photos: tuple[PhotoView, ...]
    is_open: bool

    @property
    def is_remarked(self) -> bool:
        """Tell whether there is a remark on it."""
        return self.verdict is PointVerdict.REMARKED


@dataclass(frozen=True, slots=True)
class InspectionRow:
    """An inspection in a list; `left` is how many points are not judged yet, `open` how many remarks wait.

    `settled` tells that it had remarks, and that all of them passed when they were looked at again.
    """

    id: UUID
    version: int
    place: str
    area_kind: AreaKind
    checklist: int
    head: InspectionHead
    closed_at: datetime | None
    follows_id: UUID | None
    score: Score
    left: int
    open: int = 0
    settled: bool = False

    @property
    def day(self) -> date:
        """Return the Swedish day on which it was held."""
        return day_of(self.head.held_at)


@dataclass(frozen=True, slots=True)
class InspectionView:
    """One inspection with its points; `corrected_on` and `correction` tell of one that was opened again after it was finished."""

    id: UUID
    version: int
    programme_id: UUID
    programme: str
    site: str
    area_id: UUID | None
    area_kind: AreaKind
    place: str
    checklist: int
    head: InspectionHead
    points: tuple[PointView, ...]
    closed_at: datetime | None
    corrected_on: date | None
    correction: str
    follows_id: UUID | None
    follows_on: date | None

    @property
    def day(self) -> date:
        """Return the Swedish day on which it was held."""
        return day_of(self.head.held_at)

    @property
    def score(self) -> Score:
        """Return how many points passed of those judged."""
        return score(point.verdict for point in self.points)

    @property
    def left(self) -> int:
        """Return how many points are not judged yet."""
        return sum(1 for point in self.points if point.verdict is None)


@dataclass(frozen=True, slots=True)
class Again:
    """Remarks of one inspection that are to be looked at again, the first of them by `due_on`."""

    inspection_id: UUID
    place: str
    supplier: str
    due_on: date
    objects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Needs:
    """What waits for somebody: remarks to look at again by a day, and inspections that were begun and are not finished."""

    again: tuple[Again, ...]
    unfinished: tuple[InspectionRow, ...]


@dataclass(frozen=True, slots=True)
class PassedInspection:
    """An inspection that passed, at once or when its remarks had been looked at again."""

    id: UUID
    day: date
    place: str
    area_kind: AreaKind
    points: int
