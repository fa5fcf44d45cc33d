"""A programme copied to a new district: its way of working comes along, and nobody and nothing that was done."""

from collections.abc import Callable
from uuid import UUID

from jobbpunkt import programmes
from jobbpunkt.base.changes import Change
from jobbpunkt.base.words import N_
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.safety.chemicals import copy_chemicals
from jobbpunkt.training.curriculum import copy_units
from jobbpunkt.work.tasks import copy_tasks
from models.programme import Programme

# Each takes the programme that is copied and the one that was made, and copies what is a way of working: no people, no
# areas, no days, no results.
COPIERS: tuple[Callable[[Writing, UUID, UUID], None], ...] = (copy_tasks, copy_units, copy_chemicals)


def copy_to_district(uow: Writing, programme_id: UUID, data: ProgrammeData) -> Change:
    """Make a programme with a name, place and period of its own that works as another one does."""
    made = programmes.create(uow, data).record  # asks who may
    uow.get(Programme, programme_id)
    for copy in COPIERS:
        copy(uow, programme_id, made)
    return uow.change_of(made, N_("The project has been copied. Now add its areas and participants."))
