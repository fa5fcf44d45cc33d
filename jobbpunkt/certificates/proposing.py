"""What the register can stand for of a participant's work: only what somebody recorded, and nothing of why somebody was away."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select

from jobbpunkt import training
from jobbpunkt.base.errors import UserError
from jobbpunkt.certificates import worked
from jobbpunkt.certificates.data import Line, LineKind, Proposal, Proposed
from jobbpunkt.people import names
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.training import Noted
from models.programme import Programme, ProgrammeEnrolment
from models.shift import Attendance, Shift, ShiftArea
from models.vocabulary import SkillLevel
from models.work import WorkArea, WorkTask


@depends_on(Attendance, Programme, ProgrammeEnrolment, Shift, ShiftArea, WorkArea, WorkTask)
def proposed(uow: Reading, person_id: UUID, programme_id: UUID) -> Proposed:
    """Return every line that may be said of a participant's time in a programme, and what nobody has recorded."""
    trained = tuple(_training(uow, person_id, programme_id))  # asks who may, before anything is told
    period = tuple(_period(uow, person_id, programme_id))
    found = (
        *period,
        *worked.of_shifts(uow, person_id, programme_id),
        *trained,
        *(passed for one in period for passed in _passed(uow, programme_id, one.line)),
    )
    told = {one.line.kind for one in found}
    missing = tuple(kind for kind in LineKind if kind not in told)
    return Proposed(names(uow, [person_id])[person_id], uow.get(Programme, programme_id).name, found, missing)


def _period(uow: Reading, person_id: UUID, programme_id: UUID) -> Iterator[Proposal]:
    """Yield the days from the first to the last; one who still takes part has no last day."""
    row = ProgrammeEnrolment
    places = select(row.starts_on, row.ends_on).where(row.person_id == person_id, row.programme_id == programme_id)
    found = uow.session.execute(places).all()
    if not found:
        raise UserError("This person does not take part in the project, so there is nothing to certify.")
    ends = [last for _, last in found if last is not None]
    today = uow.clock.today()
    last = max(ends) if len(ends) == len(found) and max(ends) <= today else None
    first = min(first for first, _ in found)
    if first <= today:
        yield Proposal(Line(LineKind.PERIOD, first=first, last=last))


def _passed(uow: Reading, programme_id: UUID, period: Line) -> tuple[Proposal, ...]:
    today = uow.clock.today()
    return worked.passed(uow, programme_id, period.first or today, period.last or today)


def _training(uow: Reading, person_id: UUID, programme_id: UUID) -> Iterator[Proposal]:
    """Yield each unit with the day of its latest level; what somebody has only seen goes in if they ask for it."""
    latest: dict[UUID, Noted] = {}
    for one in training.way(uow, programme_id, person_id):
        latest[one.unit_id] = one
    for one in latest.values():
        if one.level is not SkillLevel.NOT_RELEVANT:
            line = Line(LineKind.TRAINING, one.unit, first=one.on)
            yield Proposal(line, goes_in=one.level is not SkillLevel.SEEN, level=one.level)
