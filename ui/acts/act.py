"""One thing that the palette can do, or one place that it leads to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from ui.tokens import Tone

if TYPE_CHECKING:
    from ui.context import Context

# What a line leads to: given the view that the palette lay over, and the stay.
Run = Callable[[QWidget, "Context"], object]


@dataclass(frozen=True, slots=True)
class Act:
    """A sentence, its icon, what Enter does; a second line in small print, and a mark at the end for what one must see."""

    text: str
    icon: str
    run: Run
    detail: str = ""
    mark: str = ""
    tone: Tone = "neutral"


@dataclass(frozen=True, slots=True)
class Section:
    """Acts of one kind, and the heading that they stand under."""

    title: str
    acts: tuple[Act, ...]


def leads_to(page: str, record: UUID | None = None, part: str = "") -> Run:
    """Return what opens a page, at a record and a part of it if they are given."""
    return partial(_go, page, record, part)


def _go(page: str, record: UUID | None, part: str, _parent: QWidget, context: Context) -> None:
    context.go(page, record, part)
