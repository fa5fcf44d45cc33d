"""The ways back into the dialogs around programmes, assignments and indicators."""

from collections.abc import Callable, Mapping
from functools import partial

from jobbpunkt import indicators, programmes
from jobbpunkt.errors import gone
from jobbpunkt.indicators import IndicatorView
from jobbpunkt.programmes import ProgrammeView
from jobbpunkt.unit_of_work import UnitOfWork
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way
from ui.programmes import forms

Make = Callable[[], Made]


def _new(_uow: UnitOfWork, sought: Sought) -> Make:
    return partial(forms.programme_dialog, sought.page, sought.context)


def _of_programme(uow: UnitOfWork, sought: Sought, dialog: forms.ProgrammeDialog) -> Make:
    found: ProgrammeView = again(programmes.programmes(uow), sought.of)
    return partial(dialog, sought.page, sought.context, found)


def _leave(uow: UnitOfWork, sought: Sought) -> Make:
    everybody = [one for programme in programmes.programmes(uow) for one in programmes.participants(uow, programme.id)]
    return partial(forms.leave_dialog, sought.page, sought.context, again(everybody, sought.of))


def _assignment(uow: UnitOfWork, sought: Sought) -> Make:
    known = None if sought.record is None else again(programmes.assignments(uow), sought.record)
    return partial(forms.assignment_dialog, sought.page, sought.context, known)


def _of_indicator(uow: UnitOfWork, sought: Sought, dialog: forms.IndicatorDialog) -> Make:
    found: IndicatorView = again(indicators.indicators(uow), sought.of)
    return partial(dialog, sought.page, sought.context, found)


def _month(uow: UnitOfWork, sought: Sought) -> Make:
    for indicator in indicators.indicators(uow):
        for noted in indicator.readings:
            if forms.month_of(indicator.id, noted.month) == sought.of:
                return partial(forms.reading_dialog, sought.page, sought.context, indicator, noted)
    raise gone()


def _target(uow: UnitOfWork, sought: Sought) -> Make:
    for indicator in indicators.indicators(uow):
        for year in indicator.targets:
            if forms.target_of(indicator.id, year) == sought.of:
                return partial(forms.target_dialog, sought.page, sought.context, indicator, year)
    raise gone()


def _extension(uow: UnitOfWork, sought: Sought) -> Make:
    for programme in programmes.programmes(uow):
        for known in programme.extensions:
            if known.id == sought.of:
                return partial(forms.extend_dialog, sought.page, sought.context, programme, known)
    raise gone()


WAYS: Mapping[str, Way] = {
    "programme.new": _new,
    "programme.change": partial(_of_programme, dialog=forms.programme_dialog),
    "programme.extend": partial(_of_programme, dialog=forms.extend_dialog),
    "programme.state": partial(_of_programme, dialog=forms.state_dialog),
    "programme.enrol": partial(_of_programme, dialog=forms.enrol_dialog),
    "programme.leave": _leave,
    "programme.assignment": _assignment,
    "programme.month": partial(_of_indicator, dialog=forms.reading_dialog),
    "programme.month.change": _month,
    "programme.target.change": _target,
    "programme.extension": _extension,
    "programme.target": partial(_of_indicator, dialog=forms.target_dialog),
}
