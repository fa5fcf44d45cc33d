"""The ways back into the dialogs around programmes, assignments and indicators."""

from collections.abc import Callable, Mapping
from functools import partial

from jobbpunkt import assignments, indicators, organisations, places, programmes
from jobbpunkt.base.errors import gone
from jobbpunkt.indicators import IndicatorView
from jobbpunkt.programmes import ProgrammeView
from jobbpunkt.register.unit_of_work import Reading
from ui.assignments.form import assignment_dialog
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way
from ui.indicators import forms as indicator_forms
from ui.places.form import place_dialog
from ui.programmes import forms
from ui.programmes.partner_form import change_partner_dialog, new_partner_dialog

Make = Callable[[], Made]


def _new(_uow: Reading, sought: Sought) -> Make:
    return partial(forms.programme_dialog, sought.page, sought.context)


def _of_programme(uow: Reading, sought: Sought, dialog: forms.ProgrammeDialog) -> Make:
    found: ProgrammeView = again(programmes.programmes(uow), sought.of)
    return partial(dialog, sought.page, sought.context, found)


def _leave(uow: Reading, sought: Sought) -> Make:
    everybody = [one for programme in programmes.programmes(uow) for one in programmes.participants(uow, programme.id)]
    return partial(forms.leave_dialog, sought.page, sought.context, again(everybody, sought.of))


def _assignment(uow: Reading, sought: Sought) -> Make:
    known = None if sought.record is None else again(assignments.rows(uow), sought.record)
    return partial(assignment_dialog, sought.page, sought.context, known)


def _of_indicator(uow: Reading, sought: Sought, dialog: indicator_forms.IndicatorDialog) -> Make:
    found: IndicatorView = again(indicators.indicators(uow), sought.of)
    return partial(dialog, sought.page, sought.context, found)


def _month(uow: Reading, sought: Sought) -> Make:
    for indicator in indicators.indicators(uow):
        for noted in indicator.readings:
            if indicator_forms.month_of(indicator.id, noted.month) == sought.of:
                return partial(indicator_forms.reading_dialog, sought.page, sought.context, indicator, noted)
    raise gone()


def _target(uow: Reading, sought: Sought) -> Make:
    for indicator in indicators.indicators(uow):
        for year in indicator.targets:
            if indicator_forms.target_of(indicator.id, year) == sought.of:
                return partial(indicator_forms.target_dialog, sought.page, sought.context, indicator, year)
    raise gone()


def _extension(uow: Reading, sought: Sought) -> Make:
    for programme in programmes.programmes(uow):
        for known in programme.extensions:
            if known.id == sought.of:
                return partial(forms.extend_dialog, sought.page, sought.context, programme, known)
    raise gone()


def _new_indicator(_uow: Reading, sought: Sought) -> Make:
    return partial(indicator_forms.indicator_dialog, sought.page, sought.context)


def _factor(uow: Reading, sought: Sought) -> Make:
    for indicator in indicators.indicators(uow):
        for known in indicator.factors:
            if known.id == sought.of:
                return partial(indicator_forms.factor_dialog, sought.page, sought.context, indicator, known)
    raise gone()


def _new_place(_uow: Reading, sought: Sought) -> Make:
    return partial(place_dialog, sought.page, sought.context)


def _place(uow: Reading, sought: Sought) -> Make:
    return partial(place_dialog, sought.page, sought.context, again(places.rows(uow), sought.of))


def _new_partner(uow: Reading, sought: Sought) -> Make:
    found: ProgrammeView = again(programmes.programmes(uow), sought.of)
    return partial(new_partner_dialog, sought.page, sought.context, found, organisations.choices(uow))


def _partner(uow: Reading, sought: Sought) -> Make:
    known = again([one for found in programmes.programmes(uow) for one in found.partners], sought.of)
    return partial(change_partner_dialog, sought.page, sought.context, known)


WAYS: Mapping[str, Way] = {
    "programme.new": _new,
    "programme.change": partial(_of_programme, dialog=forms.programme_dialog),
    "programme.copy": partial(_of_programme, dialog=forms.copy_dialog),
    "programme.extend": partial(_of_programme, dialog=forms.extend_dialog),
    "programme.state": partial(_of_programme, dialog=forms.state_dialog),
    "programme.enrol": partial(_of_programme, dialog=forms.enrol_dialog),
    "programme.leave": _leave,
    "programme.assignment": _assignment,
    "programme.month": partial(_of_indicator, dialog=indicator_forms.reading_dialog),
    "programme.month.change": _month,
    "programme.target.change": _target,
    "programme.extension": _extension,
    "programme.indicator.new": _new_indicator,
    "programme.indicator": partial(_of_indicator, dialog=indicator_forms.indicator_dialog),
    "programme.factor.new": partial(_of_indicator, dialog=indicator_forms.factor_dialog),
    "programme.factor": _factor,
    "programme.place.new": _new_place,
    "programme.place": _place,
    "programme.partner.new": _new_partner,
    "programme.partner": _partner,
    "programme.target": partial(_of_indicator, dialog=indicator_forms.target_dialog),
}
