"""The ways back into the forms of a report."""

from collections.abc import Callable, Mapping
from functools import partial

from jobbpunkt import reports
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.reports import ReportChoice
from ui.drafts.ways import Made, Sought, Way
from ui.reports.frozen_view import freeze_dialog
from ui.reports.year_forms import targets_dialog, voice_dialog


def _targets(uow: Reading, sought: Sought) -> Callable[[], Made]:
    year = sought.of.int
    return partial(targets_dialog, sought.page, sought.context, year, reports.targets_of(uow, year))


def _voice(uow: Reading, sought: Sought) -> Callable[[], Made]:
    year = sought.of.int
    return partial(voice_dialog, sought.page, sought.context, year, reports.voice(uow, year))


def _freeze(uow: Reading, sought: Sought) -> Callable[[], Made]:
    year = uow.clock.today().year if sought.record is None else sought.of.int
    return partial(freeze_dialog, sought.page, sought.context, ReportChoice.year(year))


WAYS: Mapping[str, Way] = {"report.targets": _targets, "report.voice": _voice, "report.freeze": _freeze}
