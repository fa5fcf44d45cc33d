"""The recovery key: shown once, to be printed or written down before one goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_, Words
from ui import threads
from ui.threads import Operations
from ui.welcome.frame import WelcomeFrame
from ui.widgets import saving
from ui.widgets.buttons import primary, secondary
from ui.widgets.forms import TickField
from ui.widgets.labels import PlainLabel, muted

if TYPE_CHECKING:
    from jobbpunkt.documents.recovery import RecoveryDocument

GROUPS_PER_LINE = 5
FILE_NAME = "jobbpunkt-nyckel.pdf"
SAID = N_(
    "If every password is lost, this key is the only way into the register. "
    "Print it or write it down, and keep it locked away from the computer."
)


class RecoverySheet(WelcomeFrame):
    """Shows the key; going on takes a tick that says it is kept."""

    kept = Signal()

    def __init__(self, words: Words, operations: Operations, data: RecoveryDocument) -> None:
        super().__init__(words, words("Recovery key"), words(SAID), width=580)
        self._operations, self._data = operations, data
        self.key = PlainLabel("\n".join(lines_of(data.key)), wrap=False)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.key.setProperty("role", "key")
        self.key.setFont(fixed)
        self.key.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.key.setAccessibleName(words("Recovery key"))
        self.tick = TickField(words("I have printed the key or written it down"))
        self.go_on = primary(words("Continue"), self.kept.emit)
        self.go_on.setEnabled(False)
        self.tick.changed.connect(lambda: self.go_on.setEnabled(self.tick.value()))
        self.body.addWidget(self.key)
        self.body.addWidget(muted(words("It is not shown again, and nobody can make a copy of it.")))
        self.body.addWidget(self.tick)
        self._build_buttons(words)

    def print_sheet(self) -> None:
        """Ask for the printer and print the sheet."""
        from ui.widgets import printing

        name = self.words("Recovery key")
        self._with_pdf(lambda pdf: printing.ask_and_print(self, self.words, pdf, name, lambda: None, self._refused))

    def save_sheet(self) -> None:
        """Ask where to, and save the sheet as a PDF."""
        self._with_pdf(
            lambda pdf: saving.ask_and_save(self, self.words, saving.PDF, pdf, FILE_NAME, self._saved, self._refused),
        )

    def _build_buttons(self, words: Words) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(secondary(words("Print"), self.print_sheet, icon="printer"))
        line.addWidget(secondary(words("Save as PDF"), self.save_sheet, icon="download"))
        line.addStretch(1)
        line.addWidget(self.go_on)
        self.body.addLayout(line)

    def _with_pdf(self, then: Callable[[bytes], None]) -> None:
        data, language = self._data, self.words.language

        def work() -> bytes:
            from jobbpunkt.documents.recovery import render_recovery
            from jobbpunkt.documents.setting import Setting

            return render_recovery(data, Setting(language))

        threads.run(self._operations, self, work, then, self._refused)

    def _saved(self, target: Path) -> None:
        self.show_notice(self.words("Saved as {path}", path=target), "good")

    def _refused(self, error: UserError) -> None:
        self.show_notice(error.text(self.words), "bad")


def lines_of(key: str) -> list[str]:
    """Return the key's groups, a few per line, so that they can be compared one by one."""
    groups = key.split("-")
    return ["-".join(groups[at : at + GROUPS_PER_LINE]) for at in range(0, len(groups), GROUPS_PER_LINE)]
