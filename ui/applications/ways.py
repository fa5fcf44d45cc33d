"""The ways back into the forms of an application."""

from collections.abc import Callable, Mapping
from functools import partial

from jobbpunkt import applications
from jobbpunkt.register.unit_of_work import Reading
from models.vocabulary import ApplicationStage
from ui.applications.dialogs import add_dialog, change_dialog, stage_dialog, step_dialog
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way


def _new(uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(add_dialog, sought.page, sought.context, sought.whom, applications.choices(uow, sought.whom))


def _change(uow: Reading, sought: Sought) -> Callable[[], Made]:
    found = applications.get(uow, sought.of)
    return partial(change_dialog, sought.page, sought.context, found, applications.choices(uow, found.person_id))


def _stage(uow: Reading, sought: Sought) -> Callable[[], Made]:
    row = again(applications.of_person(uow, sought.whom), sought.of)
    # Which stage it was is among what the draft kept.
    return partial(stage_dialog, sought.page, sought.context, row, ApplicationStage.SENT)


def _step(uow: Reading, sought: Sought) -> Callable[[], Made]:
    row = again(applications.of_person(uow, sought.whom), sought.at)
    return partial(step_dialog, sought.page, sought.context, row, again(applications.steps(uow, row.id), sought.of))


WAYS: Mapping[str, Way] = {
    "application.new": _new,
    "application": _change,
    "application.stage": _stage,
    "application.step": _step,
}
