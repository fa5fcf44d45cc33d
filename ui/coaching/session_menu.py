"""What one can do with a meeting in a list: open it, put it right, move it, cancel it, note that nobody came."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from jobbpunkt import coaching
from jobbpunkt.coaching import SessionRow
from models.vocabulary import SessionStatus
from ui import asking
from ui.coaching.booking import reschedule_dialog
from ui.coaching.correcting import correct_dialog
from ui.coaching.ending_early import cancel_dialog, no_show_dialog
from ui.context import Context
from ui.widgets.dialog import FormDialog

Dialog = Callable[[QWidget, Context, SessionRow], FormDialog]


def fill(menu: QMenu, parent: QWidget, context: Context, session: SessionRow) -> None:
    """Add the actions that fit what has become of the meeting."""
    words = context.words
    menu.addAction(words("Open")).triggered.connect(lambda: context.go("coaching", session.id))
    menu.addSeparator()
    for text, make in _dialogs(context, session):
        menu.addAction(text).triggered.connect(partial(_open, make, parent, context, session))


def _dialogs(context: Context, session: SessionRow) -> list[tuple[str, Dialog]]:
    words = context.words
    offered: list[tuple[str, Dialog]] = [(words("Put right …"), correct_dialog)]
    if session.status is not SessionStatus.BOOKED:
        return offered
    offered.append((words("Move to another time …"), reschedule_dialog))
    offered.append((words("Cancel the meeting …"), cancel_dialog))
    if session.starts_at <= context.clock.now():
        offered.append((words("Did not come …"), no_show_dialog))
    return offered


def _open(make: Dialog, parent: QWidget, context: Context, session: SessionRow, _checked: object = None) -> None:
    """Open a dialog about the meeting itself: the list leaves out where a protected person is met."""

    def show(found: SessionRow) -> None:
        make(parent, context, found).open()

    asking.read(parent, context, lambda uow: coaching.details(uow, session.id).row, show)
