"""What is done in a programme's areas and how often, in order: the one list behind plans of work, notices and checklists."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks, fields
from jobbpunkt.base.changes import Change
from jobbpunkt.base.fields import taken
from jobbpunkt.base.order import moved
from jobbpunkt.base.words import N_
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.work.data import TaskView
from jobbpunkt.work.fields import MOST_TIMES, TASK, TaskData
from models.programme import Programme
from models.vocabulary import AreaKind, TaskPeriod
from models.work import WorkArea, WorkTask


@depends_on(WorkTask)
def tasks(uow: Reading, programme_id: UUID) -> tuple[TaskView, ...]:
    """Return a programme's tasks in their order, those of every area of a kind before those of one area alone."""
    uow.require(Permission.SEE_WORK)
    return _in_order(uow, programme_id)


@depends_on(WorkArea, WorkTask)
def tasks_of_area(uow: Reading, area_id: UUID) -> tuple[TaskView, ...]:
    """Return what is done in an area, in order: what its kind asks for, then what is done there alone."""
    uow.require(Permission.SEE_WORK)
    area = uow.get(WorkArea, area_id)
    found = _in_order(uow, area.programme_id)
    return tuple(task for task in found if task.area_id == area.id or (task.area_id is None and task.kind is area.kind))


def add_task(uow: Writing, programme_id: UUID, data: TaskData, *, kind: AreaKind, area_id: UUID | None = None) -> Change:
    """Add a task at the end of those of every area of a kind, or of those of one area alone."""
    uow.require(Permission.RECORD_WORK)
    uow.get(Programme, programme_id)
    row = WorkTask(programme_id=programme_id, **_checked(data))
    _place(uow, row, kind, area_id)
    return uow.change(uow.add(row), N_("The task has been added."))


def change_task(uow: Writing, task_id: UUID, version: int, data: TaskData, *, kind: AreaKind, area_id: UUID | None) -> Change:
    """Save a task as the form has it; where it is done may change with it."""
    uow.require(Permission.RECORD_WORK)
    row = uow.fresh(WorkTask, task_id, version)
    fields.put(row, _checked(data))
    if (row.kind, row.area_id) != (None if area_id else kind, area_id):
        _place(uow, row, kind, area_id)
    return uow.change(row, N_("The task has been saved."))


def move_task(uow: Writing, task_id: UUID, *, up: bool) -> Change:
    """Let a task change places with the one before or after it."""
    uow.require(Permission.RECORD_WORK)
    row = uow.get(WorkTask, task_id)
    moved(row, _siblings(uow, row), up=up)
    return uow.change(row, N_("The task has been moved."))


def remove_task(uow: Writing, task_id: UUID) -> Change:
    """Take away a task; what was inspected by it before stands. It can be undone."""
    uow.require(Permission.RECORD_WORK)
    uow.remove(uow.get(WorkTask, task_id))
    return uow.change_of(task_id, N_("The task has been removed."))


def copy_tasks(uow: Writing, programme_id: UUID, to: UUID) -> None:
    """Give another programme the tasks of every area of a kind; those of one area alone stay with it."""
    rows = uow.session.scalars(select(WorkTask).where(WorkTask.programme_id == programme_id, WorkTask.area_id.is_(None)))
    for row in rows:
        uow.add(WorkTask(programme_id=to, kind=row.kind, position=row.position, **taken(TASK, row)))


def _checked(data: TaskData) -> dict[str, Any]:
    values = fields.checked(TASK, data)
    checks.whole(data.times, field="times", least=1, most=MOST_TIMES)
    return values | ({"times": 1} if data.per is TaskPeriod.AS_NEEDED else {})


def _place(uow: Reading, row: WorkTask, kind: AreaKind, area_id: UUID | None) -> None:
    if area_id is not None:
        uow.get(WorkArea, area_id)
    row.kind, row.area_id = None if area_id else kind, area_id
    others = [one for one in _siblings(uow, row) if one is not row]
    row.position = others[-1].position + 1 if others else 1


def _siblings(uow: Reading, row: WorkTask) -> Sequence[WorkTask]:
    same = (WorkTask.kind == row.kind) & WorkTask.area_id.is_(None) if row.area_id is None else WorkTask.area_id == row.area_id
    query = select(WorkTask).where(WorkTask.programme_id == row.programme_id, same)
    return uow.session.scalars(query.order_by(WorkTask.position)).all()


def _in_order(uow: Reading, programme_id: UUID) -> tuple[TaskView, ...]:
    rows = uow.session.scalars(select(WorkTask).where(WorkTask.programme_id == programme_id))
    return tuple(_view(row) for row in sorted(rows, key=lambda row: (row.area_id is not None, row.position)))


def _view(row: WorkTask) -> TaskView:
    return TaskView(row.id, row.version, TaskData(**taken(TASK, row)), row.kind, row.area_id)
