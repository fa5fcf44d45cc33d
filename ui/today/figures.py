"""Figures that can be opened: a number in words, and the people behind it in a menu."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.today import Behind
from ui.context import Context
from ui.dress import dress
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import PlainLabel, figure, muted
from ui.widgets.layouts import column, row
from ui.widgets.row_button import RowButton


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its words, what is behind it, and the page that shows a record of it, or else the person."""

    text: str
    behind: tuple[Behind, ...]
    icon: str = ""
    page: str = ""

    def where(self, one: Behind) -> tuple[str, object]:
        """Return the page and the record that `context.go` takes."""
        return (self.page, one.record) if self.page else ("people", one.person_id)


class NeedButton(RowButton):
    """One line of what needs the coach."""

    def __init__(self, context: Context, shown: Figure, parent: QWidget | None = None) -> None:
        line = row(IconLabel(shown.icon, "accent_text", 18), PlainLabel(shown.text), spacing=10)
        line.setStretch(1, 1)
        line.addWidget(IconLabel("chevron-right", "muted", 16), 0, Qt.AlignmentFlag.AlignVCenter)
        super().__init__(shown.text, line, lambda: offer(self, context, shown), parent)


class CountButton(RowButton):
    """One large number of the caseload."""

    def __init__(self, context: Context, shown: Figure, parent: QWidget | None = None) -> None:
        number = context.words.number(len(shown.behind))
        content = column(figure(number), muted(shown.text), spacing=0)
        super().__init__(f"{number} {shown.text}", content, lambda: offer(self, context, shown), parent)
        self.setEnabled(bool(shown.behind))


def offer(below: QWidget, context: Context, shown: Figure) -> None:
    """Show the people behind a figure in a menu; choosing one goes there."""
    # Not the row's own child: the rows are drawn anew when something changes, and the menu must outlive that.
    menu = QMenu(below.window())
    dress(menu)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for one in _by_name(shown.behind):
        action = menu.addAction(_line(context.words, one).replace("&", "&&"))
        page, record = shown.where(one)
        action.triggered.connect(lambda _checked=False, page=page, record=record: context.go(page, record))
    menu.popup(below.mapToGlobal(QPoint(0, below.height())))
    if menu.actions():
        menu.setActiveAction(menu.actions()[0])


def _by_name(behind: Sequence[Behind]) -> list[Behind]:
    return sorted(behind, key=lambda one: one.person.key)


def _line(words: Words, one: Behind) -> str:
    day = f"  ·  {words.day(one.day, 'short')}" if one.day is not None else ""
    return one.person.shown(words) + day
