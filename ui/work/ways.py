"""The ways back into the forms of areas and tasks."""

from collections.abc import Callable, Mapping
from functools import partial

from jobbpunkt import work
from jobbpunkt.base.errors import gone
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.work import AreaView, TaskView
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way
from ui.work import forms

Make = Callable[[], Made]


def _new_area(_uow: Reading, sought: Sought) -> Make:
    return partial(forms.area_dialog, sought.page, sought.context, sought.of)


def _area(uow: Reading, sought: Sought) -> Make:
    found = again(work.areas(uow, sought.at), sought.of)
    return partial(forms.area_dialog, sought.page, sought.context, sought.at, found)


def _new_task(uow: Reading, sought: Sought) -> Make:
    area = again(work.areas(uow, sought.at), sought.of)
    return partial(forms.task_dialog, sought.page, sought.context, sought.at, area)


def _task(uow: Reading, sought: Sought) -> Make:
    task = again(work.tasks(uow, sought.at), sought.of)
    area = _area_of(uow, sought, task)
    return partial(forms.task_dialog, sought.page, sought.context, sought.at, area, task)


def _area_of(uow: Reading, sought: Sought, task: TaskView) -> AreaView:
    for area in work.areas(uow, sought.at):
        if task.belongs_to(area):
            return area
    raise gone()


WAYS: Mapping[str, Way] = {
    "work.area.new": _new_area,
    "work.area": _area,
    "work.task.new": _new_task,
    "work.task": _task,
}
