"""The ways back into the forms of an event."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from jobbpunkt import events, incidents, places, series
from jobbpunkt.base.errors import gone
from jobbpunkt.register.unit_of_work import Reading
from models.vocabulary import ActivityStatus
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way
from ui.events.form import EventDialog, numbers_dialog, offered, reason_dialog
from ui.incidents.form import new_week_dialog, week_dialog, week_of
from ui.series.form import series_dialog


def _event(uow: Reading, sought: Sought) -> Callable[[], Made]:
    row = None if sought.record is None else events.get(uow, sought.record)
    return partial(EventDialog, sought.page, sought.context, offered(uow), row)


def _reason(uow: Reading, sought: Sought, status: ActivityStatus) -> Callable[[], Made]:
    return partial(reason_dialog, sought.page, sought.context, events.get(uow, sought.of), status)


def _numbers(uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(numbers_dialog, sought.page, sought.context, events.get(uow, sought.of))


def _new_series(_uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(series_dialog, sought.page, sought.context)


def _series(uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(series_dialog, sought.page, sought.context, again(series.rows(uow), sought.of))


def _new_week(uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(new_week_dialog, sought.page, sought.context, places.districts(uow))


def _week(uow: Reading, sought: Sought) -> Callable[[], Made]:
    for known in incidents.weeks(uow, first=date.min, last=date.max):
        if week_of(known.place_id, known.week) == sought.of:
            return partial(week_dialog, sought.page, sought.context, known)
    raise gone()


WAYS: Mapping[str, Way] = {
    "event": _event,
    "event.series": _series,
    "event.series.new": _new_series,
    "event.week": _week,
    "event.week.new": _new_week,
    "event.numbers": _numbers,
    **{f"event.{status.value}": partial(_reason, status=status) for status in ActivityStatus},
}
