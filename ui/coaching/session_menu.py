"""What one can do with a meeting in a list: open it, move it, cancel it, note that nobody came."""

from PySide6.QtWidgets import QMenu, QWidget

from jobbpunkt.coaching import SessionRow
from models.vocabulary import SessionStatus
from ui.coaching.booking import reschedule_dialog
from ui.coaching.ending_early import cancel_dialog, no_show_dialog
from ui.context import Context


def fill(menu: QMenu, parent: QWidget, context: Context, session: SessionRow) -> None:
    """Add the actions that fit what has become of the meeting."""
    words = context.words
    menu.addAction(words("Open")).triggered.connect(lambda: context.go("coaching", session.id))
    if session.status is not SessionStatus.BOOKED:
        return
    menu.addSeparator()
    menu.addAction(words("Move to another time …")).triggered.connect(lambda: reschedule_dialog(parent, context, session).open())
    menu.addAction(words("Cancel the meeting …")).triggered.connect(lambda: cancel_dialog(parent, context, session).open())
    if session.starts_at <= context.clock.now():
        absent = menu.addAction(words("Did not come …"))
        absent.triggered.connect(lambda: no_show_dialog(parent, context, session).open())
