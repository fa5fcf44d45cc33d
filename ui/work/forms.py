"""The dialogs for an area and for what is done there."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import work
from jobbpunkt.work import AreaData, AreaView, TaskData, TaskView
from jobbpunkt.work.fields import AREA, TASK
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets import declared
from ui.widgets.choice_fields import ChoiceField
from ui.widgets.dialog import FormDialog, Work


def area_dialog(parent: QWidget, context: Context, programme_id: UUID, area: AreaView | None = None) -> FormDialog:
    """Return the dialog that adds an area to a programme, or puts one right."""
    words = context.words
    form = declared.form_of(context, AREA)

    def prepare() -> Work:
        data = AreaData(**declared.read(form, AREA))
        if area is None:
            return lambda uow: work.add_area(uow, programme_id, data)
        return lambda uow: work.change_area(uow, area.id, area.version, data)

    if area is None:
        draft = DraftName("work.area.new", programme_id, page="work", place=programme_id)
        return FormDialog(parent, context, words("New area"), form, prepare, draft=draft, width=480)
    declared.show(form, AREA, area.data)
    draft = DraftName("work.area", area.id, page="work", place=programme_id)
    return FormDialog(parent, context, words("Change the area"), form, prepare, draft=draft, width=480)


def task_dialog(
    parent: QWidget, context: Context, programme_id: UUID, area: AreaView, task: TaskView | None = None
) -> FormDialog:
    """Return the dialog that adds what is done in an area, or in every area of its kind; or puts that right."""
    words = context.words
    form = declared.form_of(context, TASK)
    everywhere = words("All of the kind {kind}", kind=words(area.data.kind.label).lower())
    here = ChoiceField(words("Applies to"), [(False, everywhere), (True, words("Only {area}", area=area.data.name))])
    form.add("only_here", here)
    form.set_values(only_here=False)
    declared.show(form, TASK, task.data if task else TaskData("", ""))

    def prepare() -> Work:
        values = declared.read(form, TASK)
        # No number says once.
        data = TaskData(**values | {"times": 1 if values["times"] is None else values["times"]})
        alone = area.id if here.value() else None
        if task is None:
            return lambda uow: work.add_task(uow, programme_id, data, kind=area.data.kind, area_id=alone)
        return lambda uow: work.change_task(uow, task.id, task.version, data, kind=area.data.kind, area_id=alone)

    if task is None:
        draft = DraftName("work.task.new", area.id, page="work", place=programme_id)
        return FormDialog(parent, context, words("New task"), form, prepare, draft=draft, width=480)
    form.set_values(only_here=task.area_id is not None)
    draft = DraftName("work.task", task.id, page="work", place=programme_id)
    return FormDialog(parent, context, words("Change the task"), form, prepare, draft=draft, width=480)
