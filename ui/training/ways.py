"""The ways back into the forms of training."""

from collections.abc import Callable, Mapping
from functools import partial

from jobbpunkt import training
from jobbpunkt.register.unit_of_work import Reading
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way
from ui.training import forms

Make = Callable[[], Made]


def _new(_uow: Reading, sought: Sought) -> Make:
    return partial(forms.unit_dialog, sought.page, sought.context, sought.of)


def _unit(uow: Reading, sought: Sought) -> Make:
    unit = again(training.units(uow, sought.at), sought.of)
    return partial(forms.unit_dialog, sought.page, sought.context, sought.at, unit)


def _level(uow: Reading, sought: Sought) -> Make:
    unit = again(training.units(uow, sought.at), sought.of)
    seen = training.matrix(uow, sought.at, uow.clock.today())
    trainee = again(seen.trainees, sought.whom)
    name, stands = trainee.name.shown(sought.context.words), seen.standing.get((sought.whom, unit.id))
    looked = forms.Looked(sought.at, sought.whom, name, unit, stands)
    return partial(forms.level_dialog, sought.page, sought.context, looked)


WAYS: Mapping[str, Way] = {
    "training.unit.new": _new,
    "training.unit": _unit,
    "training.level": _level,
}
