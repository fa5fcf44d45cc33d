"""Finding the dialog that is open over a widget, ready for keys."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.dialog import FormDialog


def form_over(qtbot: QtBot, widget: QWidget) -> FormDialog:
    """Return the form dialog that was opened over a widget, once it takes the keyboard."""

    def active() -> FormDialog | None:
        return next((one for one in widget.findChildren(FormDialog) if one.isActiveWindow()), None)

    qtbot.waitUntil(lambda: active() is not None)
    found = active()
    assert found is not None
    return found
