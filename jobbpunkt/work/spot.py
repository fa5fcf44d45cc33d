"""Where on the page of work something stands: in which programme, and under which tab."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from models.programme import ProgrammeEnrolment
from models.work import WorkArea


@dataclass(frozen=True, slots=True)
class Spot:
    """A programme and the key of a tab."""

    programme_id: UUID
    tab: str


def spot(uow: Reading, record: UUID) -> Spot | None:
    """Return where an area stands, or a person by the latest of their places in programmes; None for anything else."""
    uow.require(Permission.SEE_WORK)
    area = uow.session.get(WorkArea, record)
    if area is not None:
        return Spot(area.programme_id, "areas")
    places = select(ProgrammeEnrolment.programme_id).where(ProgrammeEnrolment.person_id == record)
    programme = uow.session.scalar(places.order_by(ProgrammeEnrolment.starts_on.desc()).limit(1))
    return None if programme is None else Spot(programme, "training")
