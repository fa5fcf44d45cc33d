"""Rows and columns of widgets in the 8-pixel rhythm."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

Item = QWidget | QLayout | int | None


def row(*items: Item, spacing: int = 8) -> QHBoxLayout:
    """Return a row; None stretches, a number is a gap in pixels."""
    layout = QHBoxLayout()
    _fill(layout, items, spacing)
    return layout


def column(*items: Item, spacing: int = 8) -> QVBoxLayout:
    """Return a column; None stretches, a number is a gap in pixels."""
    layout = QVBoxLayout()
    _fill(layout, items, spacing)
    return layout


def boxed(layout: QLayout, margin: int = 0) -> QWidget:
    """Return a widget that holds a layout and has no ground of its own."""
    widget = QWidget()
    widget.setProperty("ground", "none")
    layout.setContentsMargins(margin, margin, margin, margin)
    widget.setLayout(layout)
    return widget


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        _delete(item)


def _delete(item: QLayoutItem) -> None:
    widget, inner = item.widget(), item.layout()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
    elif inner is not None:
        clear(inner)
        inner.deleteLater()


def _fill(layout: QBoxLayout, items: tuple[Item, ...], spacing: int) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)
