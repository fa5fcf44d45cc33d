"""What a participant was there for: hours, places and tasks of the shifts they were present at, and inspections that passed then.

Of a shift that somebody was away from nothing is read, neither that nor why.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from jobbpunkt import inspections
from jobbpunkt.certificates.data import Line, LineKind, Proposal
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.shifts.data import THERE
from models.shift import Attendance, Shift, ShiftArea
from models.vocabulary import TaskPeriod
from models.work import WorkArea, WorkTask


def of_shifts(uow: Reading, person_id: UUID, programme_id: UUID) -> tuple[Proposal, ...]:
    """Return hours, places and tasks of the shifts that a person was present at; nothing where no presence was recorded."""
    row = Attendance
    there = select(row.shift_id, row.minutes).join(Shift, Shift.id == row.shift_id)
    there = there.where(row.person_id == person_id, row.mark.in_(THERE), row.minutes > 0)
    minutes = dict(uow.session.execute(there.where(Shift.programme_id == programme_id, Shift.cancelled.is_(False))).all())
    if not minutes:
        return ()
    hours = Line(LineKind.HOURS, amount=round(sum(minutes.values()) / 60, 1))
    been = select(ShiftArea.area_id).where(ShiftArea.shift_id.in_(minutes))
    areas = uow.session.scalars(select(WorkArea).where(WorkArea.id.in_(been)).order_by(WorkArea.name)).all()
    places = (Proposal(Line(LineKind.PLACE, area.name)) for area in areas)
    return (Proposal(hours), *places, *_tasks(uow, programme_id, areas))


def _tasks(uow: Reading, programme_id: UUID, areas: Sequence[WorkArea]) -> Iterator[Proposal]:
    """Yield what is done in these areas, each once; what comes back every week goes in unless somebody says no."""
    mine = or_(WorkTask.area_id.in_([area.id for area in areas]), WorkTask.kind.in_({area.kind for area in areas}))
    rows = uow.session.scalars(select(WorkTask).where(WorkTask.programme_id == programme_id, mine).order_by(WorkTask.position))
    told: dict[str, bool] = {}
    for row in rows:
        said = ": ".join((row.object, row.moment))
        told[said] = told.get(said, False) or row.per is TaskPeriod.WEEK
    for said, goes_in in told.items():
        yield Proposal(Line(LineKind.TASK, said), goes_in)


def passed(uow: Reading, programme_id: UUID, first: date, last: date) -> tuple[Proposal, ...]:
    """Return how many inspections of the group's work passed while somebody took part, by kind of place."""
    found = inspections.passed_of(uow, programme_id, first, last)
    counts = Counter(one.area_kind.label for one in found)
    return tuple(Proposal(Line(LineKind.PASSED, label, amount=count)) for label, count in counts.items())
