"""The ways back into the forms of a shift and of a mark."""

from collections.abc import Callable, Mapping
from functools import partial

from jobbpunkt import shifts
from jobbpunkt.base.errors import gone
from jobbpunkt.register.unit_of_work import Reading
from ui.drafts.ways import Made, Sought, Way
from ui.shifts.forms import cancel_dialog, offered, shift_dialog
from ui.shifts.mark_form import mark_dialog

Make = Callable[[], Made]


def _new(uow: Reading, sought: Sought) -> Make:
    return partial(shift_dialog, sought.page, sought.context, sought.of, offered(uow, sought.of))


def _known(uow: Reading, sought: Sought) -> Make:
    row = shifts.get(uow, sought.of).row
    return partial(shift_dialog, sought.page, sought.context, row.programme_id, offered(uow, row.programme_id, row.data.day), row)


def _cancel(uow: Reading, sought: Sought) -> Make:
    return partial(cancel_dialog, sought.page, sought.context, shifts.get(uow, sought.of).row)


def _mark(uow: Reading, sought: Sought) -> Make:
    view = shifts.get(uow, sought.at)
    person = next((one for one in view.people if one.person_id == sought.whom), None)
    if person is None:
        raise gone()
    return partial(mark_dialog, sought.page, sought.context, view.row, person)


WAYS: Mapping[str, Way] = {"shift.new": _new, "shift": _known, "shift.cancel": _cancel, "attendance": _mark}
