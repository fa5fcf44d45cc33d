"""That a paper was printed or saved is written into the history, and said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui import asking, messages
from ui.context import Context

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing

Note = Callable[["Writing"], None]


def note_print(parent: QWidget, context: Context, note: Note) -> None:
    """Let `note` write it down, and say so near `parent`."""
    asking.look(parent, context, note, lambda _nothing: None)
    messages.tell(parent, context.words("The printout has been noted."), context.words, "good")
