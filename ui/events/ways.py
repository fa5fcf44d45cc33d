"""The ways back into the forms of an event."""

from collections.abc import Callable, Mapping
from functools import partial

from jobbpunkt import events
from jobbpunkt.register.unit_of_work import Reading
from models.vocabulary import ActivityStatus
from ui.drafts.ways import Made, Sought, Way
from ui.events.form import EventDialog, numbers_dialog, offered, reason_dialog


def _event(uow: Reading, sought: Sought) -> Callable[[], Made]:
    row = None if sought.record is None else events.get(uow, sought.record)
    return partial(EventDialog, sought.page, sought.context, offered(uow), row)


def _reason(uow: Reading, sought: Sought, status: ActivityStatus) -> Callable[[], Made]:
    return partial(reason_dialog, sought.page, sought.context, events.get(uow, sought.of), status)


def _numbers(uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(numbers_dialog, sought.page, sought.context, events.get(uow, sought.of))


WAYS: Mapping[str, Way] = {
    "event": _event,
    "event.numbers": _numbers,
    **{f"event.{status.value}": partial(_reason, status=status) for status in ActivityStatus},
}
