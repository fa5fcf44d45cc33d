"""The ways back into the forms of a report."""

from collections.abc import Callable, Mapping
from functools import partial

from jobbpunkt import reports
from jobbpunkt.register.unit_of_work import Reading
from ui.drafts.ways import Made, Sought, Way
from ui.reports.year_forms import targets_dialog, voice_dialog


def _targets(uow: Reading, sought: Sought) -> Callable[[], Made]:
    year = sought.of.int
    return partial(targets_dialog, sought.page, sought.context, year, reports.targets_of(uow, year))


def _voice(uow: Reading, sought: Sought) -> Callable[[], Made]:
    year = sought.of.int
    return partial(voice_dialog, sought.page, sought.context, year, reports.voice(uow, year))


WAYS: Mapping[str, Way] = {"report.targets": _targets, "report.voice": _voice}
