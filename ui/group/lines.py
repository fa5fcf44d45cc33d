"""The lines of the page: each leads to what it tells of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.tokens import Tone
from ui.widgets.chips import chip
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import PlainLabel, figure, muted
from ui.widgets.layouts import boxed, column, row
from ui.widgets.row_button import RowButton


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its icon, what is said in small below, a mark at the end, and the page, record and tab that it leads to."""

    text: str
    record: UUID | None
    tab: str = ""
    detail: str = ""
    icon: str = ""
    mark: str = ""
    tone: Tone = "neutral"
    is_strong: bool = False
    page: str = "work"


class LineButton(RowButton):
    """One line of a card, opened by Enter; `opened` is what that does where it leads to no page."""

    def __init__(
        self, context: Context, shown: Line, opened: Callable[[], object] | None = None, parent: QWidget | None = None
    ) -> None:
        said = [PlainLabel(shown.text, "strong" if shown.is_strong else ""), *([muted(shown.detail)] if shown.detail else [])]
        line = row(*([IconLabel(shown.icon, "accent_text", 18)] if shown.icon else []), column(*said, spacing=0), spacing=10)
        line.setStretch(1 if shown.icon else 0, 1)
        if shown.mark:
            line.addWidget(chip(shown.mark, shown.tone), 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            line.addWidget(IconLabel("chevron-right", "muted", 16), 0, Qt.AlignmentFlag.AlignVCenter)
        name = ", ".join(one for one in (shown.text, shown.detail, shown.mark) if one)
        super().__init__(name, line, opened or partial(context.go, shown.page, shown.record, shown.tab), parent)


def number(value: str, said: str) -> QWidget:
    """Return a large number with what it counts beside it."""
    line = row(figure(value), muted(said), spacing=10)
    line.setStretch(1, 1)
    return boxed(line)
