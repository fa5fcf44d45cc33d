"""The paper of what is being typed, in the dialog for papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.documents.setting import Setting
from ui.context import Context
from ui.widgets.note_print import Note
from ui.widgets.paper_dialog import PaperDialog, Ready
from ui.widgets.setting_bar import Offer

if TYPE_CHECKING:
    from jobbpunkt.documents.drawing import Drawing


class TypedPaper(PaperDialog):
    """Draws the same content again in another language and look; `name` is what its file is called, `note` notes a printout."""

    def __init__(
        self, parent: QWidget, context: Context, wanted: tuple[Drawing[Any], str], note: Note, offer: Offer, *, explained: bool
    ) -> None:
        self._paper, self._name = wanted
        self._note = note
        super().__init__(parent, context, context.words("Language and look"), offer=offer, explained=explained)
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:  # noqa: ARG002 - its words are those of its language
        """Hand over what was typed when the dialog was opened."""
        ready(self._paper.again(self.setting(self._paper.setting or Setting())))

    def file_name(self) -> str:
        """Return the name that the editor gives its file."""
        return self._name

    def noting(self) -> Note:
        """Return what notes that the paper was printed."""
        return self._note
