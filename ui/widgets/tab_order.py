"""Tab goes where the eye goes: the order of the layouts, also for what was added later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QTabBar, QWidget


def follow_layout(root: QWidget) -> None:
    """Let Tab visit everything inside `root` in the order in which its layouts hold it."""
    for before, after in pairwise(stops(root)):
        QWidget.setTabOrder(before, after)


def stops(root: QWidget) -> list[QWidget]:
    """Return the widgets inside `root` that Tab can stop at, in the order of the layouts."""
    layout = root.layout()
    return [] if layout is None else list(_in_layout(layout, root))


def shown_in(root: QWidget) -> Iterator[QWidget]:
    """Return everything that is seen inside `root`, in the order of the layouts; what lies in none comes after that.

    Qt's own chain is never asked: PySide takes what `nextInFocusChain` returns for a child of the widget that was asked, and
    calls it dead when that one goes (docs/pyside-focus-chain.md).
    """
    for part in _children(root):
        if part.isVisible() and not part.isWindow():
            yield part
            yield from shown_in(part)


def _children(owner: QWidget) -> list[QWidget]:
    layout = owner.layout()
    laid = [] if layout is None else list(_flat(layout, owner))
    loose = [child for child in owner.children() if isinstance(child, QWidget) and child not in laid]
    # Tabs stand before what they turn.
    return [*laid, *sorted(loose, key=lambda child: not isinstance(child, QTabBar))]


def _flat(layout: QLayout, owner: QWidget) -> Iterator[QWidget]:
    for part in _parts(layout, owner):
        if isinstance(part, QLayout):
            yield from _flat(part, owner)
        else:
            yield part


def _in_layout(layout: QLayout, owner: QWidget) -> Iterator[QWidget]:
    for widget in _flat(layout, owner):
        yield from _in_widget(widget)


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
