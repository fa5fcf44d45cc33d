"""The ways back into the dialogs around a meeting."""

from collections.abc import Callable, Mapping
from functools import partial

from jobbpunkt import coaching
from jobbpunkt.register.unit_of_work import Reading
from ui.coaching.booking import booking_dialog, reschedule_dialog
from ui.coaching.correcting import correct_dialog
from ui.coaching.ending_early import cancel_dialog, no_show_dialog
from ui.coaching.step_form import step_dialog
from ui.coaching.tab import CoachingTab
from ui.drafts.naming import again
from ui.drafts.ways import Made, Sought, Way
from ui.people.page import PeoplePage


def _book(_uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(booking_dialog, sought.page, sought.context, person=sought.record)


def _move(uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(reschedule_dialog, sought.page, sought.context, coaching.details(uow, sought.of).row)


def _cancel(uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(cancel_dialog, sought.page, sought.context, coaching.details(uow, sought.of).row)


def _no_show(uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(no_show_dialog, sought.page, sought.context, coaching.details(uow, sought.of).row)


def _correct(uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(correct_dialog, sought.page, sought.context, coaching.details(uow, sought.of).row)


def _step(uow: Reading, sought: Sought) -> Callable[[], Made]:
    return partial(step_dialog, sought.page, sought.context, again(coaching.steps_of_person(uow, sought.whom), sought.of))


def _new_step(_uow: Reading, sought: Sought) -> Callable[[], Made]:
    def make() -> Made:
        page = sought.page
        tab = page.person.turn_to(CoachingTab) if isinstance(page, PeoplePage) and page.person is not None else None
        return page if tab is None else tab.entry

    return make


WAYS: Mapping[str, Way] = {
    "meeting.book": _book,
    "meeting.move": _move,
    "meeting.cancel": _cancel,
    "meeting.no_show": _no_show,
    "meeting.correct": _correct,
    "step.change": _step,
    "step.new": _new_step,
}
