"""Tab goes where the eye goes: the order of the layouts, also for what was added later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def follow_layout(root: QWidget) -> None:
    """Let Tab visit everything inside `root` in the order in which its layouts hold it."""
    for before, after in pairwise(stops(root)):
        QWidget.setTabOrder(before, after)


def stops(root: QWidget) -> list[QWidget]:
    """Return the widgets inside `root` that Tab can stop at, in the order of the layouts."""
    layout = root.layout()
    return [] if layout is None else list(_in_layout(layout, root))


def _in_layout(layout: QLayout, owner: QWidget) -> Iterator[QWidget]:
    for part in _parts(layout, owner):
        yield from _in_layout(part, owner) if isinstance(part, QLayout) else _in_widget(part)


def _parts(layout: QLayout, owner: QWidget) -> list[QLayout | QWidget]:
    """Return what a layout holds, in its order.

    The layout itself is never asked for its items: PySide keeps what it hands out as a child of the layout and is not told
    when Qt frees it, and later takes what comes to lie at that address for the dead item (docs/pyside-layout-items.md).
    """
    children = (child for holder in (owner, layout) for child in holder.children())
    parts = [child for child in children if isinstance(child, QLayout | QWidget) and child is not layout]
    places = {place: part for part in parts if (place := layout.indexOf(part)) >= 0}
    return [places[place] for place in sorted(places)]


def _in_widget(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout, widget)
    elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
