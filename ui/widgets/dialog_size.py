"""How large a dialog opens: as large as it would like to be, and never larger than the window that it stands over."""

from PySide6.QtWidgets import QWidget

from ui.theme import scaled

# What is seen of the window around a dialog.
EDGE = 40


def room_over(window: QWidget) -> tuple[int, int]:
    """Return how wide and how tall a dialog over a window may be."""
    return window.width() - EDGE, window.height() - EDGE


def open_at(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog its first size, told as for text of normal size."""
    over = dialog.parentWidget()
    wide, tall = room_over(over.window() if over is not None else dialog)
    dialog.resize(min(scaled(width), wide), min(scaled(height), tall))


def grow_to_fit(dialog: QWidget) -> None:
    """Make a dialog as tall as what it holds asks for, and never taller than the window that it stands over."""
    over = dialog.parentWidget()
    _, tall = room_over(over.window() if over is not None else dialog)
    dialog.resize(dialog.width(), min(max(dialog.height(), height_at(dialog, dialog.width())), tall))


def height_at(widget: QWidget | None, width: int, *, least: bool = False) -> int:
    """Return the height that what is laid out in a widget asks for at a width, or the least that it can do with."""
    layout = widget.layout() if widget is not None else None
    if layout is None:
        return 0
    if layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width) if least else layout.totalHeightForWidth(width)
    return (layout.totalMinimumSize() if least else layout.totalSizeHint()).height()
